/** The depot project behind HTTP, with two users who may log in. */
import { join } from 'node:path';
import { Connection } from 'jsforce';
import { createPlatform, listen, serverRoutes, startWorker, type Platform, type PlatformOptions } from '..';

export const DEPOT = join(__dirname, '../../conformance/fixtures/depot');
const PASSWORD = 'Depot-Secret-1';

export interface Answer { readonly status: number; readonly headers: Headers; readonly text: string; readonly json: unknown; }

export interface TestServer {
  readonly origin: string;
  readonly platform: Platform;
  readonly admin: Connection;
  /** A user of the depot who sees only own shipments. */
  readonly clerk: Connection;
  /** What the server wrote to its log. */
  readonly log: string[];
  /** Milliseconds by which the org's clock is ahead. */
  ahead: number;
  call(path: string, options?: { method?: string; token?: string | null; body?: unknown; headers?: Record<string, string> }): Promise<Answer>;
  logIn(username: string, password?: string): Promise<Answer>;
  connect(username: string): Promise<Connection>;
  close(): Promise<void>;
}

export async function startServer(options: Partial<PlatformOptions> = {}): Promise<TestServer> {
  const log: string[] = [];
  const state = { ahead: 0 };
  const platform = createPlatform({ projectDir: DEPOT, clock: { now: () => Date.now() + state.ahead }, ...options });
  const errors = platform.apex.compile();
  if (errors.length) throw new Error(errors.map((error) => error.message).join('\n'));
  const worker = startWorker(platform, (message) => log.push(message));
  const server = await listen(platform, serverRoutes, { port: 0, log: (message) => log.push(message), afterRequest: () => worker.nudge() });
  const setPassword = (id: string): void => void platform.database.transaction(() => platform.security.setPassword(id, PASSWORD));
  const { adminUserId } = platform.security;
  setPassword(adminUserId);

  const call: TestServer['call'] = async (path, { method = 'GET', token, body, headers = {} } = {}) => {
    const bearer = token === undefined ? admin.accessToken : token;
    const raw = typeof body === 'string' || body instanceof Uint8Array || body instanceof FormData || body instanceof URLSearchParams;
    const response = await fetch(`${server.origin}${path}`, {
      method, headers: { ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}), ...(body !== undefined && !raw ? { 'Content-Type': 'application/json' } : {}), ...headers },
      ...(body === undefined ? {} : { body: raw ? (body as string) : JSON.stringify(body) }),
    });
    const text = await response.text();
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      json = undefined;
    }
    return { status: response.status, headers: response.headers, text, json };
  };
  const logIn: TestServer['logIn'] = (username, password = PASSWORD) => call('/services/oauth2/token', { method: 'POST', token: null, body: new URLSearchParams({ grant_type: 'password', client_id: 'any', username, password }) });
  const connect: TestServer['connect'] = async (username) => {
    const { json } = await logIn(username);
    return new Connection({ instanceUrl: server.origin, accessToken: (json as { access_token: string }).access_token, version: '66.0' });
  };
  const admin = await connect(platform.security.user(adminUserId).username);
  const idOf = async (object: string, name: string): Promise<string> => (await admin.query<{ Id: string }>(`SELECT Id FROM ${object} WHERE ${object === 'PermissionSetGroup' ? 'DeveloperName' : 'Name'} = '${name}'`)).records[0]?.Id as string;
  const user = await admin.sobject('User').create({
    Username: 'clerk@depot.example', FirstName: 'Cleo', LastName: 'Clerk', Email: 'clerk@depot.example', Alias: 'clerk', ProfileId: await idOf('Profile', 'Standard User'),
    TimeZoneSidKey: 'Europe/Berlin', LocaleSidKey: 'de_DE', LanguageLocaleKey: 'en_US', EmailEncodingKey: 'UTF-8',
  });
  const group = await idOf('PermissionSetGroup', 'Depot_Team');
  for (const assignee of [user.id as string, adminUserId]) await admin.sobject('PermissionSetAssignment').create({ AssigneeId: assignee, PermissionSetGroupId: group });
  setPassword(user.id as string);
  const clerk = await connect('clerk@depot.example');
  return {
    origin: server.origin, platform, admin, clerk, log, call, logIn, connect,
    get ahead() {
      return state.ahead;
    },
    set ahead(value) {
      state.ahead = value;
    },
    close: async () => {
      worker.stop();
      await server.close();
      platform.close();
    },
  };
}

/** `/services/data/v66.0` and what follows. */
export const data = (path: string): string => `/services/data/v66.0/${path}`;
