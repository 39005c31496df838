/** Durability of the data file: run.ts [--kills N] [--seed N] [--report FILE]. Exit code 1 when something committed is lost or half there. */
import { writeFileSync } from 'node:fs';
import { killing } from './kill';

const KILLS = 50;

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

async function main(): Promise<number> {
  const kills = Number(argument('kills') ?? KILLS);
  const seed = Number(argument('seed') ?? Date.now() % 2 ** 31);
  process.stdout.write(`${kills} kills, --seed ${seed}\n`);
  const { acknowledged, faults } = await killing(kills, seed, (text) => void process.stdout.write(`${text}\n`));
  process.stdout.write(`${acknowledged} transactions, ${faults.length} faults\n${faults.map((fault) => `${fault}\n`).join('')}`);
  const name = `${kills} kills of an org with a data file, seed ${seed}`;
  const report = argument('report');
  if (report) writeFileSync(report, `${JSON.stringify({ cases: faults.length ? faults.map((message) => ({ name, outcome: 'failed', message })) : [{ name, outcome: acknowledged > 0 ? 'passed' : 'failed' }] }, null, 1)}\n`);
  return faults.length || acknowledged === 0 ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (failure: unknown) => {
    process.stderr.write(`${failure instanceof Error ? failure.stack : String(failure)}\n`);
    process.exit(1);
  }
);
