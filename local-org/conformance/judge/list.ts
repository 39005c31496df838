/** What the list of cases itself must be: enough, spread over rules, refusals among them, each with page and section. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseOutcome, ConformanceCase, Deployment, RefusedCase } from '../types';

const FEWEST = 250;
const MOST_PER_RULE = 5;
/** One case in so many is a refusal. */
const REFUSED_IN = 5;
const MOST_DEPLOYMENTS = 12;
const PAGE = /^https:\/\/(developer|help)\.salesforce\.com\/.+\.htm$/;

export interface CaseList { readonly cases: readonly ConformanceCase[]; readonly deployments: readonly Deployment[]; /** Folder of the deployments. */ readonly folder: string; }

/** Faults of the list, one line each; none when it is as it should be. */
export function listFaults({ cases, deployments, folder }: CaseList): string[] {
  const names = new Set(deployments.map((each) => each.name));
  const refused = cases.filter((each): each is RefusedCase => each.kind === 'refused');
  return [
    ...(cases.length < FEWEST ? [`There are ${cases.length} cases, ${FEWEST} are needed`] : []),
    ...(refused.length * REFUSED_IN < cases.length ? [`${refused.length} of ${cases.length} cases are refusals, a fifth is needed`] : []),
    ...(deployments.length > MOST_DEPLOYMENTS ? [`There are ${deployments.length} deployments, ${MOST_DEPLOYMENTS} at most`] : []),
    ...many(cases.map((each) => each.name), 1).map((name) => `The name "${name}" is used twice`),
    ...many(cases.map((each) => each.rule), MOST_PER_RULE).map((rule) => `The rule "${rule}" has more than ${MOST_PER_RULE} cases`),
    ...cases.filter((each) => !names.has(each.deployment)).map((each) => `${each.name}: there is no deployment ${each.deployment}`),
    ...deployments.filter((each) => !existsSync(join(folder, each.name, 'sfdx-project.json'))).map((each) => `The deployment ${each.name} has no project`),
    ...cases.filter((each) => !PAGE.test(each.source.url)).map((each) => `${each.name} names no page of Salesforce's documentation: ${each.source.url}`),
    ...cases.filter((each) => each.source.section.trim() === '').map((each) => `${each.name} names no section of its page`),
    ...rowsAsCases(cases),
  ];
}

/** A method that runs through a table is one case, and so are files that differ in their literals alone: parameter rows count once. */
function rowsAsCases(cases: readonly ConformanceCase[]): string[] {
  const methods = cases.flatMap((each) => (each.kind === 'pass' || each.kind === 'throws' ? [`${each.deployment}: ${each.testClass}.${each.method}`] : []));
  const texts = cases.flatMap((each) => (each.kind === 'refused' ? [`${each.deployment}: ${Object.entries(each.files).map(([path, text]) => `${path.split('.').pop()} ${masked(path, text)}`).join('')}`] : []));
  return [...many(methods, 1).map((name) => `The test method ${name} is counted twice`), ...many(texts, 1).map((text) => `Two refusals differ in literals alone: ${text.slice(0, 120)}`)];
}

/** Without the name that is given by position, text in quotes and numbers. */
function masked(path: string, text: string): string {
  const name = (path.split('/').pop() ?? '').split('.')[0] as string;
  return text.replaceAll(name, '$').replace(/'(?:[^'\\]|\\.)*'/g, "''").replace(/\b\d+(?:\.\d+)?\b/g, '0').replace(/\s+/g, ' ');
}

function many(values: readonly string[], most: number): string[] {
  const counts = new Map<string, number>();
  for (const each of values) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > most).map(([value]) => value);
}

/** As an outcome of its own in the report. */
export function listOutcome(list: CaseList): CaseOutcome {
  const faults = listFaults(list);
  return faults.length === 0 ? { name: 'the list of cases', outcome: 'passed' } : { name: 'the list of cases', outcome: 'failed', message: faults.join('\n') };
}
