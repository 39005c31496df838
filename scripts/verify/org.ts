/** What is known of the org that is verified, and whether it may be. */
import { queryAll, send, VerifyError, type OrgClient } from './client';

export interface OrgFacts { readonly name: string; readonly edition: string; readonly sandbox: boolean; readonly instance: string; readonly isLocal: boolean; readonly apiVersion: string; readonly userId: string; }

interface OrganizationRow { readonly Name: string; readonly OrganizationType: string; readonly IsSandbox: boolean; readonly InstanceName: string; }

/** The API version that cases and package are written for. */
const NEEDED = 67;

export async function clientFor(instanceUrl: string, accessToken: string): Promise<OrgClient> {
  const { status, json } = await send({ instanceUrl, accessToken: null }, 'GET', '/services/data');
  const versions = Array.isArray(json) ? (json as { version: string }[]).map((each) => Number(each.version)) : [];
  if (status !== 200 || versions.length === 0) throw new VerifyError(`${instanceUrl} is no Salesforce org: it lists no API versions (status ${status}). Check --target-org or --instance-url.`);
  const newest = Math.max(...versions);
  if (newest < NEEDED) throw new VerifyError(`This org knows API ${newest}.0 at most; the package needs ${NEEDED}.0 (Summer '26). Use an org of a newer release.`);
  return { instanceUrl, accessToken, version: `${NEEDED}.0` };
}

/** Refuses production: test code is deployed and test records are written. */
export async function factsOf(client: OrgClient): Promise<OrgFacts> {
  const [row] = await queryAll<OrganizationRow>(client, 'tell what org it is', 'SELECT Name, OrganizationType, IsSandbox, InstanceName FROM Organization');
  if (!row) throw new VerifyError('The org shows no Organization record to this user. Log in as a System Administrator.');
  if (!row.IsSandbox && row.OrganizationType !== 'Developer Edition') {
    throw new VerifyError(`${row.Name} is a production org (${row.OrganizationType}). The verification deploys test classes and objects: give it a scratch org (sf org create scratch), a sandbox or a Developer Edition org.`);
  }
  const { json } = await send(client, 'GET', '/services/oauth2/userinfo');
  const userId = (json as { user_id?: string } | undefined)?.user_id;
  if (!userId) throw new VerifyError('The org does not tell who is logged in. Log in again: sf org login web --alias ALIAS.');
  return { name: row.Name, edition: row.OrganizationType, sandbox: row.IsSandbox, instance: row.InstanceName, isLocal: row.InstanceName === 'LOCAL', apiVersion: client.version, userId };
}
