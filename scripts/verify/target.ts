/** An org behind the network as what conformance cases run on. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { filesBelow } from '../check/gates/files';
import { apexMeta } from '../../local-org/conformance/local/project';
import type { Answer, DeployedOrg, DeployError, Deployment, TargetOrg } from '../../local-org/conformance/types';
import { ask, queryAll, send, VerifyError, type OrgClient } from './client';
import { deployZip, told, type DeployFailure } from './deploy';
import type { OrgFacts } from './org';
import type { TestRun } from './tests';
import { zipOfSource } from './zip';

const SOURCE = 'force-app/main/default';
const APEX = /\.(cls|trigger)$/;

/** Deploys a conformance project so that it stays, and gives its permission sets to who is logged in. Answers why it was refused. */
export async function deployProject(client: OrgClient, facts: OrgFacts, folder: string, deployment: Deployment): Promise<string | undefined> {
  const outcome = await deployZip(client, await zipOfSource(join(folder, deployment.name, 'force-app'), client.version), { checkOnly: false });
  if (!outcome.success) return told(outcome);
  for (const name of deployment.permissionSets) await assign(client, facts.userId, name);
  return undefined;
}

async function assign(client: OrgClient, userId: string, name: string): Promise<void> {
  const [set] = await queryAll<{ Id: string }>(client, `find the permission set ${name}`, `SELECT Id FROM PermissionSet WHERE Name = '${name}'`);
  if (!set) throw new VerifyError(`The permission set ${name} was deployed and is not there. Look under Set-up, Deployment Status.`);
  const there = await queryAll(client, 'list who has a permission set', `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${userId}' AND PermissionSetId = '${set.Id}'`);
  if (there.length === 0) await ask(client, `assign the permission set ${name}`, 'POST', 'sobjects/PermissionSetAssignment', { AssigneeId: userId, PermissionSetId: set.Id });
}

export interface Prepared {
  readonly client: OrgClient;
  /** Folder of the deployments. */
  readonly folder: string;
  /** By deployment: why the org refused it. */
  readonly refused: ReadonlyMap<string, string>;
  readonly run: TestRun;
}

/** Everything was deployed and every test was run before: what is left is to look up what came of it, to talk and to try refusals. */
export function networkOrg(prepared: Prepared): TargetOrg {
  return {
    deploy: async (deployment) => {
      const why = prepared.refused.get(deployment.name);
      if (why !== undefined) throw new Error(why);
      return deployed(prepared, deployment);
    },
    check: async (_deployment, files) => withProject(files, async (folder) => {
      const outcome = await deployZip(prepared.client, await zipOfSource(join(folder, 'force-app'), prepared.client.version), { checkOnly: true });
      if (!outcome.success && outcome.failures.length === 0) throw new VerifyError(`A deployment that should be checked only ended without a reason: ${told(outcome)}`);
      return outcome.failures.map((each) => deployError(each, Object.keys(files)));
    }),
  };
}

function deployed({ client, folder, run }: Prepared, deployment: Deployment): DeployedOrg {
  const own = new Set(filesBelow(join(folder, deployment.name), SOURCE).filter((path) => path.endsWith('.cls')).map((path) => basename(path, '.cls')));
  return {
    runTests: async () => run.outcomes.filter((each) => own.has(each.testClass)),
    request: async (step): Promise<Answer> => send({ instanceUrl: client.instanceUrl, accessToken: step.session === 'own' ? client.accessToken : step.session === 'wrong' ? `${client.accessToken.slice(0, 15)}!wrong` : null }, step.method, encodeURI(step.path), step.body, step.headers),
    close: async () => undefined,
  };
}

/** Only the files of the case: what they stand on is in the org. */
async function withProject<T>(files: Readonly<Record<string, string>>, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'verify-case-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, SOURCE, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      if (APEX.test(path)) writeFileSync(`${file}-meta.xml`, apexMeta(path));
    }
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In metadata format a field lies in its object's file: a fault there is the fault of the file that the case brought. */
function deployError(failure: DeployFailure, files: readonly string[]): DeployError {
  const at = { line: failure.lineNumber ?? 0, column: failure.columnNumber ?? 0, message: failure.problem };
  const named = basename(failure.fileName);
  if (APEX.test(named)) return { file: named, ...at };
  const others = files.filter((path) => !APEX.test(path));
  const piece = failure.fullName.split('.').pop() ?? '';
  const brought = others.length === 1 ? others[0] : others.find((path) => basename(path).startsWith(`${piece}.`));
  return { file: brought ? basename(brought) : named, ...at };
}
