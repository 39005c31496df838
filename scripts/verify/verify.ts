/** The verification: deploys, runs every test, compares case by case. The command line is around it, and so is its test. */
import { readFileSync } from 'node:fs';
import { judgeAll } from '../../local-org/conformance/judge/all';
import type { ConformanceCase, Deployment } from '../../local-org/conformance/types';
import type { OrgClient } from './client';
import { deployZip, told } from './deploy';
import type { OrgFacts } from './org';
import type { PackageOutcome, Verification } from './report';
import { deployProject, networkOrg } from './target';
import { runAllTests, type TestRun } from './tests';

export interface VerifyOptions {
  readonly client: OrgClient;
  readonly org: OrgFacts;
  readonly cases: readonly ConformanceCase[];
  readonly deployments: readonly Deployment[];
  /** Folder that holds the deployments. */
  readonly folder: string;
  /** All cases of these deployments are there, so that a test method without a case is a fault. */
  readonly complete: boolean;
  /** Builds the package's zip in metadata format and answers its path; absent where the package is left out. */
  readonly packageZip?: () => Promise<string>;
  readonly today: string;
  readonly log: (text: string) => void;
}

export async function verifyOrg(options: VerifyOptions): Promise<Verification> {
  const { client, org, log } = options;
  log(`${org.name}: ${org.edition}, API ${org.apiVersion}.`);
  const packageRefused = await deployPackage(options);
  const deployments = options.deployments.filter((each) => options.cases.some((one) => one.deployment === each.name));
  const refused = new Map<string, string>();
  for (const each of deployments) {
    log(`Deploying the cases of ${each.name} …`);
    const why = await deployProject(client, org, options.folder, each);
    if (why === undefined) continue;
    log(`  refused:\n${why}`);
    refused.set(each.name, why);
  }
  log('Running all Apex tests …');
  const run = await runAllTests(client, (text) => log(`  ${text}`));
  log('Comparing: conversations over REST, and deployments that must be refused …');
  const outcomes = await judgeAll(networkOrg({ client, folder: options.folder, refused, run }), { cases: options.cases, deployments, complete: options.complete });
  return { date: options.today, org, cases: options.cases, outcomes, refused, package: packageOutcome(options, packageRefused, run) };
}

/** Answers why the org refused the package. */
async function deployPackage({ client, packageZip, log }: VerifyOptions): Promise<string | undefined> {
  if (!packageZip) return undefined;
  log('Building and deploying the package …');
  const outcome = await deployZip(client, new Uint8Array(readFileSync(await packageZip())), { checkOnly: false });
  if (outcome.success) return undefined;
  const why = told(outcome);
  log(`  refused:\n${why}`);
  return why;
}

/** Tests that no case names are the package's, or what else the org has. */
function packageOutcome(options: VerifyOptions, refused: string | undefined, run: TestRun): PackageOutcome {
  if (!options.packageZip) return { state: 'left out' };
  if (refused !== undefined) return { state: 'refused', why: refused };
  const named = new Set(options.cases.flatMap((each) => (each.kind === 'pass' || each.kind === 'throws' ? [each.testClass] : [])));
  const own = run.outcomes.filter((each) => !named.has(each.testClass));
  return { state: 'deployed', passed: own.filter((each) => each.passed).length, failures: own.filter((each) => !each.passed).map((each) => ({ test: `${each.testClass}.${each.method}`, message: each.message ?? 'no message' })), broken: run.broken.filter((each) => !named.has(each.testClass)) };
}
