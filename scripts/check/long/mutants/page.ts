/** docs/mutants.md */
import type { Verdict } from './types';

/** Mutants of checks, in the floors that hold them. */
const CHECKING = ['formula', 'database', 'security'];

export function page(commit: string, verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ mutant, outcome, seconds, why }) => `| ${mutant.floor} | ${mutant.name} | \`${mutant.file}\` | ${outcome}${why ? `: ${why}` : ''} | ${seconds.toFixed(0)} |`);
  const killed = (some: readonly Verdict[]): string => `${some.filter((each) => each.outcome === 'killed').length} of ${some.length}`;
  const locks = verdicts.filter((each) => each.mutant.floor === 'locks');
  const checks = verdicts.filter((each) => CHECKING.includes(each.mutant.floor));
  return `# Mutants

Each row breaks one thing in a copy of the tree; one of its tests must turn red. \`npm run mutants\` tries them and writes this page; \`-- --only NAME\` tries some, \`-- --lanes N\` so many at a time.
Rows of \`locks\` are found in the package: each \`FOR UPDATE\` of its Apex, with the tests that turned red without it.

Tried at commit ${commit}: ${killed(verdicts)} killed; ${killed(locks)} locks, ${killed(checks)} checks of formula, database and security.

| floor | what is broken | where | outcome | seconds |
|---|---|---|---|---|
${rows.join('\n')}
`;
}
