/** Runs cases on an org, deployment by deployment. */
import type { CaseOutcome, ConformanceCase, DeployedOrg, Deployment, PassCase, RefusedCase, RestCase, TargetOrg, ThrowsCase } from '../types';
import { judgeRefusal } from './refusals';
import { judgeRest } from './rest';
import { judgeTest, unnamed } from './tests';

export interface Selection {
  readonly cases: readonly ConformanceCase[];
  readonly deployments: readonly Deployment[];
  /** All cases are judged, so that a test method without a case is a fault. */
  readonly complete: boolean;
}

const APEX = /\.(cls|trigger)$/;

/** One outcome for each case, in any order, and one for each fault of the list itself. */
export async function judgeAll(target: TargetOrg, selection: Selection): Promise<CaseOutcome[]> {
  const outcomes: CaseOutcome[] = [];
  for (const deployment of selection.deployments) {
    const own = selection.cases.filter((each) => each.deployment === deployment.name);
    if (own.length > 0) outcomes.push(...(await judgeDeployment(target, deployment, own, selection.complete)));
  }
  const known = new Set(selection.deployments.map((each) => each.name));
  for (const each of selection.cases) if (!known.has(each.deployment)) outcomes.push({ name: each.name, outcome: 'failed', message: `There is no deployment ${each.deployment}` });
  return outcomes;
}

async function judgeDeployment(target: TargetOrg, deployment: Deployment, cases: readonly ConformanceCase[], complete: boolean): Promise<CaseOutcome[]> {
  const tests = cases.filter((each): each is PassCase | ThrowsCase => each.kind === 'pass' || each.kind === 'throws');
  const rest = cases.filter((each): each is RestCase => each.kind === 'rest');
  const refused = cases.filter((each): each is RefusedCase => each.kind === 'refused');
  const outcomes: CaseOutcome[] = [];
  if (tests.length + rest.length > 0) outcomes.push(...(await withOrg(target, deployment, [...tests, ...rest], (org) => judgeLive(org, deployment, tests, rest, complete))));
  outcomes.push(...(await judgeRefusals(target, deployment, refused)));
  return outcomes;
}

async function withOrg(target: TargetOrg, deployment: Deployment, cases: readonly ConformanceCase[], work: (org: DeployedOrg) => Promise<CaseOutcome[]>): Promise<CaseOutcome[]> {
  let org: DeployedOrg;
  try {
    org = await target.deploy(deployment);
  } catch (failure) {
    const message = `The deployment ${deployment.name} was refused: ${failure instanceof Error ? failure.message : String(failure)}`;
    // Said once; the cases that could not run follow from it.
    return [{ name: `deployment ${deployment.name}`, outcome: 'failed', message }, ...cases.map((each): CaseOutcome => ({ name: each.name, outcome: 'failed', message: `The deployment ${deployment.name} was refused` }))];
  }
  try {
    return await work(org);
  } finally {
    await org.close();
  }
}

async function judgeLive(org: DeployedOrg, deployment: Deployment, tests: readonly (PassCase | ThrowsCase)[], rest: readonly RestCase[], complete: boolean): Promise<CaseOutcome[]> {
  const outcomes: CaseOutcome[] = [];
  if (tests.length > 0) {
    const ran = await org.runTests(complete ? [] : [...new Set(tests.map((each) => each.testClass))]);
    outcomes.push(...tests.map((each) => judgeTest(each, ran)));
    if (complete) outcomes.push(...unnamed(tests, deployment.name, ran));
  }
  for (const each of rest) outcomes.push(await judgeRest(each, org));
  return outcomes;
}

/** Apex files are compiled one by one, so all of them go into one check; metadata is refused as a whole and goes alone. */
async function judgeRefusals(target: TargetOrg, deployment: Deployment, cases: readonly RefusedCase[]): Promise<CaseOutcome[]> {
  const apex = cases.filter((each) => Object.keys(each.files).every((file) => APEX.test(file)));
  const outcomes: CaseOutcome[] = [];
  if (apex.length > 0) {
    const errors = await target.check(deployment, Object.assign({}, ...apex.map((each) => each.files)) as Record<string, string>);
    outcomes.push(...apex.map((each) => judgeRefusal(each, errors)));
  }
  for (const each of cases.filter((one) => !apex.includes(one))) outcomes.push(judgeRefusal(each, await target.check(deployment, each.files)));
  return outcomes;
}
