/** The local org as what cases run on. */
import { basename, join } from 'node:path';
import { SourceError } from '../../schema';
import { createPlatform, listen, serverRoutes, type Platform } from '../../server';
import type { Answer, DeployedOrg, DeployError, Deployment, TargetOrg } from '../types';
import { DEPLOYMENTS, withFiles } from './project';

/** Builds the local org of a deployment; `folder` holds the deployments. */
export function localOrg(folder = DEPLOYMENTS): TargetOrg {
  return {
    deploy: async (deployment) => {
      const platform = createPlatform({ projectDir: join(folder, deployment.name) });
      const errors = platform.apex.compile();
      if (errors.length > 0) throw new Error(errors.map((each) => each.message).join('\n'));
      assign(platform, deployment);
      return deployed(platform);
    },
    check: async (deployment, files) => withFiles(join(folder, deployment.name), files, refusalsOf),
  };
}

function refusalsOf(projectDir: string): DeployError[] {
  try {
    const platform = createPlatform({ projectDir });
    try {
      return platform.apex.compile().map(deployError);
    } finally {
      platform.database.close();
    }
  } catch (failure) {
    if (failure instanceof SourceError) return [deployError(failure)];
    throw failure;
  }
}

function deployError(error: SourceError): DeployError {
  return { file: basename(error.position?.file ?? ''), line: error.position?.line ?? 0, column: error.position?.column ?? 0, message: error.problem };
}

/** Gives the administrator the permission sets: a new custom field is granted to nobody before. */
function assign(platform: Platform, deployment: Deployment): void {
  const admin = { userId: platform.security.adminUserId, mode: 'system', sharing: false } as const;
  const object = platform.org.object('PermissionSetAssignment');
  if (!object) throw new Error('The org has no PermissionSetAssignment');
  platform.database.transaction(() => {
    for (const name of deployment.permissionSets) {
      const found = platform.database.query('SELECT Id FROM PermissionSet WHERE Name = :name', admin, { binds: { name } }).rows[0];
      if (!found) throw new Error(`There is no permission set ${name}`);
      const [result] = platform.database.dml('insert', object, [{ AssigneeId: admin.userId, PermissionSetId: found.values['Id'] }], admin, { allOrNone: true, origin: { kind: 'platform' } });
      if (!result?.success) throw new Error(`${name}: ${result?.errors[0]?.message}`);
    }
  });
}

function deployed(platform: Platform): DeployedOrg {
  const token = platform.database.transaction(() => platform.security.createSession(platform.security.adminUserId));
  let server: ReturnType<typeof listen> | undefined;
  return {
    runTests: async (classes) =>
      platform.apex.runTests(classes.length > 0 ? { classes } : {}).results.map((each) => ({ testClass: each.class, method: each.method, passed: each.outcome === 'Pass', message: each.message })),
    request: async (step) => {
      server ??= listen(platform, serverRoutes, { port: 0, log: (message) => process.stderr.write(`${message}\n`), afterRequest: () => platform.apex.runDueJobs() });
      return ask((await server).origin, token, step);
    },
    close: async () => {
      if (server) await (await server).close();
      platform.database.close();
    },
  };
}

async function ask(origin: string, token: string, step: Parameters<DeployedOrg['request']>[0]): Promise<Answer> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json', ...step.headers };
  if (step.session !== 'none') headers['Authorization'] = `Bearer ${step.session === 'own' ? token : `${token.slice(0, 15)}!wrong`}`;
  const response = await fetch(`${origin}${encodeURI(step.path)}`, { method: step.method, headers, ...(step.body === undefined ? {} : { body: JSON.stringify(step.body) }) });
  const text = await response.text();
  return { status: response.status, json: text === '' ? undefined : parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
