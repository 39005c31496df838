/** Deployments over the Metadata API's REST resource: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_rest_deploy.htm */
import { ask, until, type OrgClient } from './client';

export interface DeployFailure { readonly componentType: string; readonly fullName: string; readonly fileName: string; readonly problem: string; readonly lineNumber: number | null; readonly columnNumber: number | null; }

interface DeployAnswer {
  readonly id: string;
  readonly deployResult: {
    readonly done: boolean; readonly success: boolean; readonly status: string; readonly errorMessage: string | null; readonly numberComponentsTotal: number;
    readonly details?: { readonly componentFailures?: readonly DeployFailure[] };
  };
}

export interface DeployOutcome { readonly status: string; readonly success: boolean; readonly components: number; readonly failures: readonly DeployFailure[]; /** Why the deployment failed as a whole. */ readonly error: string | null; }

/** Longest time one deployment may take, in seconds. */
const LONGEST = 3600;

/** Sends a zip and waits for its end. With `checkOnly` nothing stays in the org. */
export async function deployZip(client: OrgClient, zip: Uint8Array, options: { readonly checkOnly: boolean }): Promise<DeployOutcome> {
  const form = new FormData();
  form.append('json', new Blob([JSON.stringify({ deployOptions: { checkOnly: options.checkOnly, rollbackOnError: true, singlePackage: true, ignoreWarnings: true, testLevel: 'NoTestRun' } })], { type: 'application/json' }));
  form.append('file', new Blob([Buffer.from(zip)], { type: 'application/zip' }), 'deploy.zip');
  const { id } = await ask<{ id: string }>(client, 'take a deployment', 'POST', 'metadata/deployRequest', form);
  const result = await until(`The deployment ${id}`, LONGEST, async () => {
    const answer = await ask<DeployAnswer>(client, 'tell how a deployment goes', 'GET', `metadata/deployRequest/${id}?includeDetails=true`);
    return isOver(answer.deployResult) ? answer.deployResult : undefined;
  });
  return { status: result.status, success: result.success, components: result.numberComponentsTotal, failures: result.details?.componentFailures ?? [], error: result.errorMessage };
}

function isOver(result: DeployAnswer['deployResult']): boolean {
  return result.done || ['Succeeded', 'SucceededPartial', 'Failed', 'Canceled'].includes(result.status);
}

/** What a person reads of a deployment that failed. */
export function told(outcome: DeployOutcome): string {
  const lines = outcome.failures.map((each) => `${each.fileName || each.fullName}${each.lineNumber ? `:${each.lineNumber}:${each.columnNumber ?? 1}` : ''} ${each.problem}`);
  return [...(outcome.error ? [outcome.error] : []), ...lines].join('\n') || `The deployment ended as ${outcome.status}`;
}
