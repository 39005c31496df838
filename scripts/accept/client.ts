/** What an outsider has: the file that names the org and who may log in, and plain jsforce. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from 'jsforce';

export interface Persona { readonly persona: string; readonly account: string | null; readonly username: string; readonly password: string; readonly landing: string; }
export interface OrgFile { readonly instanceUrl: string; readonly personas: readonly Persona[]; }

/** Version of the API that the script speaks. */
const VERSION = '66.0';

export const orgOf = (dataDir: string): OrgFile => JSON.parse(readFileSync(join(dataDir, 'org.json'), 'utf8')) as OrgFile;

/** Logs in as any jsforce program does, by user name and password. */
export async function logIn(org: OrgFile, persona: Persona): Promise<Connection> {
  const connection = new Connection({ loginUrl: org.instanceUrl, instanceUrl: org.instanceUrl, version: VERSION });
  await connection.login(persona.username, persona.password);
  return connection;
}

/** The first person of each partner account. */
export function onePerPartner(org: OrgFile): (Persona & { readonly account: string })[] {
  const first = new Map<string, Persona & { readonly account: string }>();
  for (const persona of org.personas) if (persona.account && !first.has(persona.account)) first.set(persona.account, { ...persona, account: persona.account });
  return [...first.values()];
}

/** Status and body of a raw call, the body as it came. */
export interface Answer { readonly status: number; readonly body: string; }

/** A call without a library between, so that answers can be compared byte for byte. */
export async function raw(connection: Connection, method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${connection.instanceUrl}${path}`, {
    method,
    headers: { Authorization: `Bearer ${connection.accessToken ?? ''}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.text() };
}
