/**
 * Breaks one thing at a time in copies of the tree and sees whether a test turns red:
 * npm run mutants -- [--only NAME] [--lanes N] [--report FILE]. NAME is part of a name, or a floor.
 * Writes their rows in docs/mutants.md. Exit code 1 when one survives.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Lanes } from './mutants/lanes';
import { page } from './mutants/page';
import { allMutants } from './mutants/table';
import { git } from './mutants/tree';

const LANES = 2;
const PAGE = 'docs/mutants.md';

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

async function main(): Promise<number> {
  const only = argument('only');
  const mutants = allMutants(process.cwd());
  const chosen = mutants.filter((each) => !only || each.name.includes(only) || each.floor === only);
  const commit = git('rev-parse', '--short', 'HEAD');
  const verdicts = await new Lanes((text) => void process.stdout.write(`${text}\n`)).run(chosen, Number(argument('lanes') ?? LANES));
  const report = argument('report');
  if (report) writeFileSync(report, `${JSON.stringify({ cases: verdicts.map((each) => ({ name: `mutant: ${each.mutant.name}`, outcome: each.outcome === 'killed' ? 'passed' : 'failed', ...(each.outcome === 'killed' ? {} : { message: `${each.outcome}: ${each.why}` }) })) }, null, 1)}\n`);
  writeFileSync(PAGE, page(commit, mutants, verdicts, existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : ''));
  const killed = verdicts.filter((each) => each.outcome === 'killed').length;
  process.stdout.write(`${killed} of ${verdicts.length} killed\n`);
  return verdicts.length > 0 && killed === verdicts.length ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (failure: unknown) => {
    process.stderr.write(`${failure instanceof Error ? failure.stack : String(failure)}\n`);
    process.exit(1);
  }
);
