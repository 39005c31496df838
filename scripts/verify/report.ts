/** `docs/verified.md`: what was held against a real org, and what came of it. */
import type { CaseOutcome, ConformanceCase } from '../../local-org/conformance/types';
import type { OrgFacts } from './org';
import type { TestRun } from './tests';

export interface Verification {
  /** `2026-11-25` */
  readonly date: string;
  readonly org: OrgFacts;
  readonly cases: readonly ConformanceCase[];
  readonly outcomes: readonly CaseOutcome[];
  /** By deployment: why the org refused it, so that its cases were not judged. */
  readonly refused: ReadonlyMap<string, string>;
  readonly package: PackageOutcome;
}

/** The package itself: left out, refused, or deployed and its tests run. */
export type PackageOutcome = { readonly state: 'left out' } | { readonly state: 'refused'; readonly why: string } | { readonly state: 'deployed'; readonly passed: number; readonly failures: readonly { readonly test: string; readonly message: string }[]; readonly broken: TestRun['broken'] };

export interface Judged { readonly verified: readonly ConformanceCase[]; readonly different: readonly CaseOutcome[]; readonly open: readonly { readonly name: string; readonly why: string }[]; }

/** A case that could not run is no difference. */
export function judged({ cases, outcomes, refused }: Verification): Judged {
  const byName = new Map(outcomes.map((each) => [each.name, each]));
  const verified: ConformanceCase[] = [];
  const open: { name: string; why: string }[] = [];
  const different: CaseOutcome[] = [];
  for (const each of cases) {
    const outcome = byName.get(each.name);
    const standsOnRefused = refused.has(each.deployment) && each.kind !== 'refused';
    if (!outcome) open.push({ name: each.name, why: 'The run ended before it.' });
    else if (outcome.outcome === 'passed') verified.push(each);
    else if (standsOnRefused || outcome.outcome === 'skipped') open.push({ name: each.name, why: standsOnRefused ? `Its deployment ${each.deployment} was refused.` : (outcome.message ?? '') });
    else different.push(outcome);
  }
  const names = new Set(cases.map((each) => each.name));
  // Faults of the list itself: a test method of a deployment that no case names.
  different.push(...outcomes.filter((each) => !names.has(each.name) && each.outcome === 'failed' && !each.name.startsWith('deployment ')));
  return { verified, different, open };
}

const code = (text: string): string => `\n\n    ${text.trim().replaceAll('\n', '\n    ')}\n`;
const list = (items: readonly string[]): string => (items.length ? items.map((each) => `- ${each}`).join('\n') : 'None.');

export function markdown(verification: Verification): string {
  const { date, org } = verification;
  const { verified, different, open } = judged(verification);
  const refusals = [...verification.refused].map(([name, why]) => `deployment \`${name}\`:${code(why)}`);
  return `# Verified on a real org

Written by \`npm run verify:org\`; do not edit. Each line of the last section is a conformance case (\`local-org/conformance\`) that this org answered as the local org does.

| | |
|---|---|
| date | ${date} |
| org | ${org.edition}${org.sandbox ? ', sandbox or scratch org' : ''}, instance ${org.instance} |
| API version | ${org.apiVersion} |
| cases verified | ${verified.length} of ${verification.cases.length} |
| differences | ${different.length} |
| not judged | ${open.length} |
| package | ${packageLine(verification.package)} |

## Differences

${list(different.map((each) => `**${each.name}**${code(each.message ?? 'no message')}`))}

## Not judged

${list([...refusals, ...open.map((each) => `${each.name}: ${each.why}`)])}

## The package's own tests

${packageDetails(verification.package)}

## Verified cases

${list(verified.map((each) => each.name))}
`;
}

function packageLine(outcome: PackageOutcome): string {
  if (outcome.state === 'left out') return 'not deployed (--no-package)';
  if (outcome.state === 'refused') return 'refused, see below';
  return `deployed; ${outcome.passed} of ${outcome.passed + outcome.failures.length} tests passed`;
}

function packageDetails(outcome: PackageOutcome): string {
  if (outcome.state === 'left out') return 'Not run.';
  if (outcome.state === 'refused') return `The org refused the package:${code(outcome.why)}`;
  return list([...outcome.failures.map((each) => `**${each.test}**${code(each.message)}`), ...outcome.broken.map((each) => `${each.testClass} gave no results: ${each.why}`)]);
}

/** Names of the cases that a report lists as verified. */
export function verifiedIn(text: string): string[] {
  const section = text.split('\n## Verified cases\n')[1] ?? '';
  return section.split('\n').filter((line) => line.startsWith('- ')).map((line) => line.slice(2));
}
