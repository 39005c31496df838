/** docs/mutants.md: one row a mutant, each with the commit at which it was tried last. */
import type { Mutant, Verdict } from './types';

/** Mutants of checks, in the floors that hold them. */
const CHECKING = ['formula', 'database', 'security'];

interface Row { readonly floor: string; readonly name: string; readonly file: string; readonly outcome: string; readonly seconds: string; readonly commit: string; }

const KILLED = /^killed\b/;
const UNTRIED = { outcome: 'not tried', seconds: '', commit: '' };

function rowsOf(page: string): Row[] {
  return page.split('\n').flatMap((line) => {
    const cells = line.split('|').map((each) => each.trim());
    const [, floor = '', name = '', file = '', outcome = '', seconds = '', commit = ''] = cells;
    return cells.length === 8 && /^`/.test(file) ? [{ floor, name, file: file.replace(/`/g, ''), outcome, seconds, commit }] : [];
  });
}

/** A row for each mutant: what was tried now, else what the page before says of it. */
export function page(commit: string, mutants: readonly Mutant[], verdicts: readonly Verdict[], before: string): string {
  const tried = new Map(verdicts.map((each) => [each.mutant.name, each]));
  const known = new Map(rowsOf(before).map((row) => [row.name, row]));
  const rows = mutants.map((mutant): Row => {
    const { floor, name, file } = mutant;
    const verdict = tried.get(name);
    if (verdict) return { floor, name, file, outcome: `${verdict.outcome}${verdict.why ? `: ${verdict.why.replace(/[|\n]/g, ' ')}` : ''}`, seconds: verdict.seconds.toFixed(0), commit };
    return { floor, name, file, ...(known.get(name) ?? UNTRIED) };
  });
  const killed = (some: readonly Row[]): string => `${some.filter((each) => KILLED.test(each.outcome)).length} of ${some.length}`;
  return `# Mutants

Each row breaks one thing in a copy of the tree; one of its tests must turn red. \`npm run mutants\` tries them and writes this page; \`npm run mutants -- --only NAME\` tries some and writes their rows, \`--lanes N\` so many at a time.
Rows of \`locks\` are found in the package: each \`FOR UPDATE\` of its Apex, with the tests that turned red without it.

${killed(rows)} killed; ${killed(rows.filter((each) => each.floor === 'locks'))} locks, ${killed(rows.filter((each) => CHECKING.includes(each.floor)))} checks of formula, database and security. Each at the commit that its row names.

| floor | what is broken | where | outcome | seconds | commit |
|---|---|---|---|---|---|
${rows.map((row) => `| ${row.floor} | ${row.name} | \`${row.file}\` | ${row.outcome} | ${row.seconds} | ${row.commit} |`).join('\n')}
`;
}
