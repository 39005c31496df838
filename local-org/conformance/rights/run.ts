/** `npm test` holds the local org against the rights matrix: node local-org/conformance/rights/run.ts [--report FILE] [--person NAME] */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { runMatrix } from './matrix';
import { casesOf, totals } from './report';
import { HARBOUR } from './world';

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

async function main(): Promise<number> {
  const started = Date.now();
  const person = argument('person');
  if (person && !HARBOUR.people[person]) throw new Error(`There is nobody called ${person}: ${Object.keys(HARBOUR.people).join(', ')}`);
  const matrix = await runMatrix(HARBOUR, person ? { people: [person] } : {});
  const cases = casesOf(matrix, !person);
  const report = argument('report');
  if (report) {
    mkdirSync(dirname(report), { recursive: true });
    writeFileSync(report, `${JSON.stringify({ cases }, null, 1)}\n`);
  }
  for (const each of cases) if (each.outcome !== 'passed') process.stdout.write(`${each.outcome}: ${each.name}\n${(each.message ?? '').replace(/^/gm, '    ')}\n`);
  const { cells, allowed, differences } = totals(matrix);
  process.stdout.write(`${cells} cells, ${((100 * allowed) / cells).toFixed(1)} % allowed, ${differences} differences in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
  return cases.some((each) => each.outcome === 'failed') ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (failure: unknown) => {
    process.stderr.write(`${failure instanceof Error ? failure.stack : String(failure)}\n`);
    process.exit(1);
  }
);
