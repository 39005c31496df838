/** `npm test` runs every conformance case on the local org: node local-org/conformance/run.ts --report FILE [--case NAME] */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { CASES, DEPLOYMENTS, GAPS } from './cases';
import { judgeAll } from './judge/all';
import { withGaps } from './judge/gaps';
import { listOutcome } from './judge/list';
import { localOrg } from './local/org';
import { DEPLOYMENTS as FOLDER } from './local/project';
import type { CaseOutcome } from './types';

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

async function main(): Promise<number> {
  const started = Date.now();
  const wanted = argument('case');
  const cases = wanted ? CASES.filter((each) => each.name.includes(wanted)) : CASES;
  const outcomes: CaseOutcome[] = [...withGaps(await judgeAll(localOrg(), { cases, deployments: DEPLOYMENTS, complete: !wanted }), wanted ? [] : GAPS), ...(wanted ? [] : [listOutcome({ cases, deployments: DEPLOYMENTS, folder: FOLDER })])];
  const report = argument('report');
  if (report) {
    mkdirSync(dirname(report), { recursive: true });
    writeFileSync(report, `${JSON.stringify({ cases: outcomes }, null, 1)}\n`);
  }
  for (const each of outcomes) if (each.outcome !== 'passed') process.stdout.write(`${each.outcome}: ${each.name}\n${(each.message ?? '').replace(/^/gm, '    ')}\n`);
  const count = (outcome: CaseOutcome['outcome']): number => outcomes.filter((each) => each.outcome === outcome).length;
  process.stdout.write(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped of ${outcomes.length} in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
  if (cases.length === 0) process.stdout.write(wanted ? `No case is named ${wanted}\n` : 'There is no case\n');
  return count('failed') > 0 || outcomes.length === 0 ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (failure: unknown) => {
    process.stderr.write(`${failure instanceof Error ? failure.stack : String(failure)}\n`);
    process.exit(1);
  }
);
