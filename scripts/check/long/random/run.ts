/**
 * Random cases against the local org: run.ts --kind requests|queries|formulas|metadata [--count N] [--seed N] [--report FILE].
 * The seed is printed and makes the same cases again. Exit code 1 at a crash, an answer 500, a hang, or a refusal in no form of the platform.
 */
import { writeFileSync } from 'node:fs';
import { KINDS, type KindName } from './kinds';
import { throwAt } from './throw';

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

async function main(): Promise<number> {
  const kind = argument('kind') as KindName | undefined;
  if (!kind || !(kind in KINDS)) throw new Error(`Give --kind: one of ${Object.keys(KINDS).join(', ')}`);
  const count = Number(argument('count') ?? KINDS[kind].long);
  const seed = Number(argument('seed') ?? Date.now() % 2 ** 31);
  process.stdout.write(`${count} random ${kind}, --seed ${seed}\n`);
  const { ran, accepted, faults } = await throwAt([{ kind, count }], seed);
  process.stdout.write(`${ran} ran, ${accepted} accepted, ${faults.length} faults\n${faults.map((fault) => `${fault}\n\n`).join('')}`);
  const report = argument('report');
  const name = `${count} random ${kind}, seed ${seed}`;
  const cases = faults.length ? faults.map((fault) => ({ name, outcome: 'failed', message: fault })) : [{ name, outcome: ran === count ? 'passed' : 'failed' }];
  if (report) writeFileSync(report, `${JSON.stringify({ cases }, null, 1)}\n`);
  return faults.length || ran !== count ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (failure: unknown) => {
    process.stderr.write(`${failure instanceof Error ? failure.stack : String(failure)}\n`);
    process.exit(1);
  }
);
