/** One way to an org for all scripts: jsforce over HTTP, by password grant or with a session that is there already. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from 'jsforce';

/** API version the scripts speak. */
export const API_VERSION = '66.0';

export type LogIn =
  | { readonly instanceUrl: string; readonly username: string; readonly password: string }
  | { readonly instanceUrl: string; readonly accessToken: string };

/** A sentence for the person at the keyboard: what is wrong and what to do. */
export class SeedError extends Error {}

export async function connect(logIn: LogIn): Promise<Connection> {
  if ('accessToken' in logIn) return new Connection({ instanceUrl: logIn.instanceUrl, accessToken: logIn.accessToken, version: API_VERSION });
  const body = new URLSearchParams({ grant_type: 'password', client_id: 'seed', username: logIn.username, password: logIn.password });
  const response = await fetch(`${logIn.instanceUrl}/services/oauth2/token`, { method: 'POST', body });
  const answer = (await response.json()) as { access_token?: string; error_description?: string };
  if (!answer.access_token) throw new SeedError(`${logIn.username} could not log in to ${logIn.instanceUrl}: ${answer.error_description ?? response.status}.`);
  return new Connection({ instanceUrl: logIn.instanceUrl, accessToken: answer.access_token, version: API_VERSION });
}

/**
 * The org behind `--target-org`: `local` is the running local org of the data folder, logged in as its administrator;
 * anything else is an alias or user name of the Salesforce command line's keychain.
 */
export async function connectTo(target: string, dataDir = '.local-org'): Promise<Connection> {
  if (target === 'local') {
    const file = join(dataDir, 'org.json');
    if (!existsSync(file)) throw new SeedError(`No local org is known in ${dataDir}. Start it with npm start, or name its folder with --data.`);
    const org = JSON.parse(readFileSync(file, 'utf8')) as { instanceUrl: string; personas: { persona: string; username: string; password: string }[] };
    const admin = org.personas.find((each) => each.persona === 'PRM Administrator');
    if (!admin) throw new SeedError(`${file} names no administrator. Start the local org with npm start -- --fresh.`);
    try {
      return await connect({ instanceUrl: org.instanceUrl, username: admin.username, password: admin.password });
    } catch (failure) {
      if (failure instanceof SeedError) throw failure;
      throw new SeedError(`The local org at ${org.instanceUrl} does not answer. Start it with npm start.`);
    }
  }
  const { Org } = await import('@salesforce/core');
  const org = await Org.create({ aliasOrUsername: target }).catch((failure: Error) => {
    throw new SeedError(`No log-in is stored for ${target}: ${failure.message} Run: sf org login web --alias ${target}`);
  });
  await org.refreshAuth();
  const { instanceUrl, accessToken } = org.getConnection();
  return connect({ instanceUrl, accessToken: accessToken ?? '' });
}
