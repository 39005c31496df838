/** Who may come in: OAuth, SOAP log-in, sessions, identity, versions. */
import { Connection } from 'jsforce';
import { data, startServer, type TestServer } from './support';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
}, 60_000);
afterAll(() => server.close());
afterEach(() => {
  server.ahead = 0;
});

const token = (form: Record<string, string>) => server.call('/services/oauth2/token', { method: 'POST', token: null, body: new URLSearchParams(form) });
const EXPIRED = [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }];

describe('OAuth', () => {
  it('GIVEN name and password WHEN a token is asked with any client id THEN it opens the instance that the answer names', async () => {
    const { status, json } = await server.logIn('clerk@depot.example');
    expect([status, json]).toEqual([200, expect.objectContaining({ token_type: 'Bearer', instance_url: server.origin, id: expect.stringContaining(`${server.origin}/id/00D`) as string })]);
    const { access_token: access } = json as { access_token: string };
    expect(access).toMatch(/^00D\w{12,15}!/);
    expect((await server.call(data('limits'), { token: access })).status).toBe(200);
  });

  it.each([
    ['a wrong password', { grant_type: 'password', username: 'clerk@depot.example', password: 'wrong' }, 'invalid_grant', 'authentication failure'],
    ['an unknown user', { grant_type: 'password', username: 'nobody@depot.example', password: 'wrong' }, 'invalid_grant', 'authentication failure'],
    ['an unknown grant', { grant_type: 'telepathy', username: 'clerk@depot.example', password: 'x' }, 'unsupported_grant_type', /grant type not supported/],
    ['no grant', {}, 'unsupported_grant_type', /grant type not supported/],
    ['no password', { grant_type: 'password', username: 'clerk@depot.example' }, 'invalid_request', /required/],
  ])('GIVEN %s WHEN a token is asked THEN it is refused in OAuth\'s own form', async (_name, form, error, description) => {
    const { status, json } = await token(form as Record<string, string>);
    expect(status).toBe(400);
    expect(json).toEqual({ error, error_description: typeof description === 'string' ? description : expect.stringMatching(description) as string });
  });

  it('GIVEN a user who is inactive WHEN they log in THEN they are refused, and a session they had is over', async () => {
    const ghost = await server.connect('clerk@depot.example');
    const id = (await server.admin.query<{ Id: string }>("SELECT Id FROM User WHERE Username = 'clerk@depot.example'")).records[0]?.Id as string;
    await server.admin.sobject('User').update({ Id: id, IsActive: false });
    expect((await server.logIn('clerk@depot.example')).status).toBe(400);
    expect((await server.call(data('limits'), { token: ghost.accessToken as string })).status).toBe(401);
    await server.admin.sobject('User').update({ Id: id, IsActive: true });
    expect((await server.logIn('clerk@depot.example')).status).toBe(200);
  });

  it.each([['none', null], ['an unknown one', '00D000000000001!nothing'], ['text', 'Bearer Bearer']])('GIVEN %s as token WHEN data is asked THEN the answer is 401 in the form of the API', async (_name, bearer) => {
    for (const path of [data('query?q=SELECT+Id+FROM+Account'), data('sobjects'), data('ui-api/object-info/Account'), '/services/apexrest/shipments/1', '/services/oauth2/userinfo']) {
      const { status, json } = await server.call(path, { token: bearer });
      expect([path, status, json]).toEqual([path, 401, EXPIRED]);
    }
  });

  it('GIVEN a session WHEN it was not used for longer than it lasts THEN it is over', async () => {
    const connection = await server.connect('clerk@depot.example');
    server.ahead = 60 * 60_000;
    expect((await server.call(data('limits'), { token: connection.accessToken as string })).status).toBe(200);
    server.ahead = 30 * 3_600_000;
    const { status, json } = await server.call(data('limits'), { token: connection.accessToken as string });
    expect([status, json]).toEqual([401, EXPIRED]);
  });

  it('GIVEN a session WHEN it is revoked THEN it is over', async () => {
    const connection = await server.connect('clerk@depot.example');
    expect((await server.call('/services/oauth2/revoke', { method: 'POST', token: null, body: new URLSearchParams({ token: connection.accessToken as string }) })).status).toBe(200);
    await expect(connection.query('SELECT Id FROM Account')).rejects.toMatchObject({ errorCode: 'INVALID_SESSION_ID' });
  });

  it('GIVEN a session WHEN jsforce asks who it is THEN it hears the user, not a stranger', async () => {
    expect(await server.clerk.identity()).toMatchObject({ username: 'clerk@depot.example', display_name: 'Cleo Clerk', organization_id: server.platform.security.organizationId });
    const info = await server.call('/services/oauth2/userinfo', { token: server.clerk.accessToken as string });
    expect(info.json).toMatchObject({ preferred_username: 'clerk@depot.example', organization_id: server.platform.security.organizationId });
  });
});

describe('SOAP log-in', () => {
  it('GIVEN name and password WHEN jsforce logs in by SOAP THEN the session serves REST', async () => {
    const connection = new Connection({ loginUrl: server.origin });
    await connection.login('clerk@depot.example', 'Depot-Secret-1');
    expect((await connection.query('SELECT Id FROM Account')).done).toBe(true);
  });
  it('GIVEN a wrong password, with signs of XML in it, WHEN jsforce logs in by SOAP THEN it hears INVALID_LOGIN', async () => {
    await expect(new Connection({ loginUrl: server.origin }).login('clerk@depot.example', '<&"\'>')).rejects.toThrow(/INVALID_LOGIN/);
  });
  it('GIVEN another call of SOAP WHEN it is sent THEN it is refused by its name', async () => {
    const { status, text } = await server.call('/services/Soap/u/66.0', { method: 'POST', token: null, body: '<Envelope><Body><convertLead/></Body></Envelope>' });
    expect([status, text]).toEqual([500, expect.stringContaining('does not model the SOAP call convertLead') as string]);
  });
});

describe('versions', () => {
  it.each(['31', '47', '50', '51', '66', '67'])('GIVEN API version %s WHEN data is asked THEN it is served', async (version) => {
    expect((await server.call(`/services/data/v${version}.0/query?q=SELECT+Id+FROM+Account`)).status).toBe(200);
  });
  it('GIVEN two slashes before services WHEN data is asked THEN it is served', async () => {
    expect((await server.call('//services/data/v66.0/limits')).status).toBe(200);
  });
  it('GIVEN no session WHEN the versions are asked THEN they are told', async () => {
    const { json } = await server.call('/services/data', { token: null });
    expect(json).toContainEqual({ version: '67.0', label: 'API 67.0', url: '/services/data/v67.0' });
  });
  it('GIVEN a session WHEN the resources of a version are asked THEN identity is absolute', async () => {
    const { json } = await server.call('/services/data/v66.0');
    expect(json).toMatchObject({ identity: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/id\/00D/) as string, sobjects: '/services/data/v66.0/sobjects' });
  });
});
