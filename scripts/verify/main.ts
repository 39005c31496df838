/** `npm run verify:org -- --target-org ALIAS`: holds the conformance cases against a real org and writes docs/verified.md. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { CASES, DEPLOYMENTS } from '../../local-org/conformance/cases';
import { DEPLOYMENTS as FOLDER } from '../../local-org/conformance/local/project';
import { buildPackage } from '../build/package';
import { connect, connectTo, SeedError } from '../seed/connection';
import { VerifyError, type OrgClient } from './client';
import { clientFor, factsOf } from './org';
import { judged, markdown } from './report';
import { verifyOrg } from './verify';

export interface Options {
  readonly targetOrg?: string;
  readonly instanceUrl?: string;
  readonly accessToken?: string;
  readonly username?: string;
  readonly password?: string;
  readonly data: string;
  readonly out?: string;
  readonly deployment?: string[];
  readonly package: boolean;
}

const ROOT = resolve(__dirname, '../..');
const DOCUMENT = join(ROOT, 'docs/verified.md');

/** The keychain of the Salesforce command line, or an address with a session or a log-in of the password grant. */
async function logIn(options: Options): Promise<OrgClient> {
  const { instanceUrl, accessToken, username, password } = options;
  if (options.targetOrg) {
    const connection = await connectTo(options.targetOrg, options.data);
    return clientFor(connection.instanceUrl, connection.accessToken ?? '');
  }
  if (!instanceUrl) throw new VerifyError('Name the org: --target-org ALIAS, or --instance-url URL with --access-token TOKEN.');
  if (accessToken) return clientFor(instanceUrl, accessToken);
  if (!username || !password) throw new VerifyError('--instance-url needs --access-token, or --username and --password.');
  const connection = await connect({ instanceUrl, username, password });
  return clientFor(instanceUrl, connection.accessToken ?? '');
}

/** Answers the exit code: 1 where the org answers otherwise than the local org does. */
export async function main(options: Options, log: (text: string) => void): Promise<number> {
  const unknown = options.deployment?.find((name) => !DEPLOYMENTS.some((each) => each.name === name));
  if (unknown) throw new VerifyError(`There is no deployment ${unknown}. Name one of ${DEPLOYMENTS.map((each) => each.name).join(', ')}.`);
  const client = await logIn(options);
  const org = await factsOf(client);
  const out = options.out ? resolve(options.out) : DOCUMENT;
  if (org.isLocal && out === DOCUMENT) throw new VerifyError('This is a local org: what it answers verifies nothing, so docs/verified.md is not written. Name another file with --out to see the report.');
  const deployments = DEPLOYMENTS.filter((each) => options.deployment?.includes(each.name) ?? true);
  const cases = CASES.filter((each) => deployments.some((one) => one.name === each.deployment));
  const packageZip = async (): Promise<string> => {
    const file = join(ROOT, 'dist/prm.zip');
    await buildPackage(ROOT, file);
    return file;
  };
  const verification = await verifyOrg({ client, org, cases, deployments, folder: FOLDER, complete: true, today: new Date().toISOString().slice(0, 10), log, ...(options.package ? { packageZip } : {}) });
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, markdown(verification));
  const { verified, different, open } = judged(verification);
  log(`${verified.length} of ${cases.length} cases verified, ${different.length} differences, ${open.length} not judged: ${out}`);
  if (out === DOCUMENT) log('Commit it after npm run docs:generate, which counts what is left in the README.');
  const packageFailed = verification.package.state === 'refused' || (verification.package.state === 'deployed' && verification.package.failures.length + verification.package.broken.length > 0);
  return different.length > 0 || open.length > 0 || packageFailed ? 1 : 0;
}

export function program(run: (options: Options) => Promise<void>): Command {
  return new Command('verify:org')
    .description('Deploys the package and the conformance cases to a scratch org or sandbox, runs all Apex tests there, compares, and writes docs/verified.md.')
    .option('--target-org <alias>', 'alias or user name of the Salesforce command line, or local')
    .option('--instance-url <url>', 'address of the org, instead of an alias')
    .option('--access-token <token>', 'session for --instance-url')
    .option('--username <name>', 'user name for --instance-url')
    .option('--password <text>', 'password for --instance-url')
    .option('--data <dir>', 'data folder of the local org, for --target-org local', '.local-org')
    .option('--out <file>', 'another file than docs/verified.md')
    .option('--deployment <name...>', 'only the cases of these deployments')
    .option('--no-package', 'the cases alone, without the package and its tests')
    .action(run);
}

if (require.main === module) {
  const print = (text: string): void => void process.stdout.write(`${text}\n`);
  void program(async (options) => {
    try {
      process.exitCode = await main(options, print);
    } catch (failure) {
      const known = failure instanceof VerifyError || failure instanceof SeedError;
      process.stderr.write(`${known ? failure.message : failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}\n`);
      process.exitCode = 1;
    }
  }).parseAsync(process.argv);
}
