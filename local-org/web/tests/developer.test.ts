/** The developer's pages over HTTP: who sees them, and what they say. */
import { join } from 'node:path';
import { createPlatform, listen, serverRoutes, startWorker, type Listening, type Platform, type Worker } from '../../server';
import { developerRoutes } from '../developer/routes';

let platform: Platform;
let server: Listening;
let worker: Worker;
let admin: string;
let clerk: string;

const call = async (path: string, token: string | undefined, options: RequestInit = {}): Promise<{ status: number; text: string; headers: Headers }> => {
  const response = await fetch(`${server.origin}${path}`, { redirect: 'manual', ...options, headers: { ...(token ? { Cookie: `sid=${encodeURIComponent(token)}`, Authorization: `Bearer ${token}` } : {}), ...(options.headers as Record<string, string>) } });
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const rest = (path: string): string => `/services/data/v67.0/${path}`;
const anonymous = (body: string): Promise<unknown> => call(rest(`tooling/executeAnonymous?${new URLSearchParams({ anonymousBody: body }).toString()}`), admin);

beforeAll(async () => {
  platform = createPlatform({ projectDir: join(__dirname, '../../conformance/fixtures/depot') });
  expect(platform.apex.compile()).toEqual([]);
  worker = startWorker(platform, () => undefined);
  server = await listen(platform, [...serverRoutes, ...developerRoutes({ styles: ['style.css'], log: () => undefined })], { port: 0, log: () => undefined, afterRequest: () => worker.nudge() });
  const { adminUserId } = platform.security;
  const system = { userId: adminUserId, mode: 'system', sharing: false } as const;
  const insert = (object: string, rows: Record<string, string>[]): string => String(platform.database.dml('insert', platform.org.object(object)!, rows, system, { allOrNone: true, origin: { kind: 'api' } })[0]?.id);
  const idOf = (soql: string): string => String(platform.database.query(soql, system).rows[0]?.values['Id']);
  platform.database.transaction(() => {
    const userId = insert('User', [{ Username: 'clerk@depot.example', LastName: 'Clerk', Email: 'clerk@depot.example', Alias: 'clerk', ProfileId: idOf("SELECT Id FROM Profile WHERE Name = 'Standard User'"), TimeZoneSidKey: 'Europe/Berlin', LocaleSidKey: 'de_DE', LanguageLocaleKey: 'en_US', EmailEncodingKey: 'UTF-8' }]);
    insert('PermissionSetAssignment', [{ AssigneeId: adminUserId, PermissionSetGroupId: idOf("SELECT Id FROM PermissionSetGroup WHERE DeveloperName = 'Depot_Team'") }]);
    insert('Account', Array.from({ length: 450 }, (_unused, at) => ({ Name: `<b>Harbour ${at}</b>` })));
    admin = platform.security.createSession(adminUserId);
    clerk = platform.security.createSession(userId);
  });
}, 120_000);

afterAll(async () => {
  worker.stop();
  await server.close();
  platform.close();
});

describe('who sees them', () => {
  it.each(['objects', 'objects/Account', 'query', 'log'])('GIVEN %s WHEN nobody, a clerk and an administrator ask THEN only the administrator sees it', async (path) => {
    const nobody = await call(`/developer/${path}`, undefined);
    expect([nobody.status, nobody.headers.get('location')]).toEqual([303, `/?startURL=${encodeURIComponent(`/developer/${path}`)}`]);
    const refused = await call(`/developer/${path}`, clerk);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('Customize Application');
    const seen = await call(`/developer/${path}`, admin);
    expect([seen.status, seen.headers.get('content-security-policy')]).toEqual([200, expect.stringContaining("script-src 'self'")]);
    expect(seen.text).not.toContain('<script');
  });
});

describe('objects', () => {
  it('GIVEN the org WHEN its objects and one of them are opened THEN names, types and relationships stand there', async () => {
    expect((await call('/developer/objects', admin)).text).toContain('<a href="/developer/objects/Shipment__c">Shipment__c</a>');
    const { text } = await call('/developer/objects/Shipment__c', admin);
    for (const part of ['Reference__c', 'string (40)', 'unique', 'reference to Account', 'calculated', 'Parcels__r', '<a href="/developer/objects/Parcel__c">Parcel__c</a>']) expect(text).toContain(part);
  });
  it('GIVEN an object that is none WHEN it is opened THEN the page is not found', async () => expect((await call('/developer/objects/Nothing__c', admin)).status).toBe(404));
});

describe('a query', () => {
  const run = (q: string, more: Record<string, string> = {}): ReturnType<typeof call> => call(`/developer/query?${new URLSearchParams({ q, ...more }).toString()}`, admin);
  const next = (text: string): string => (/href="([^"]+)">Next page</.exec(text)?.[1] ?? '').replaceAll('&amp;', '&');

  it('GIVEN 450 rows WHEN they are queried THEN they come in pages, as text, parents by their path', async () => {
    const first = await run('SELECT Name, Owner.Username, (SELECT Id FROM Contacts) FROM Account ORDER BY CreatedDate, Id');
    for (const part of ['1 to 200 of 450 rows', '&lt;b&gt;Harbour 0&lt;/b&gt;', 'Owner.Username', platform.security.user(platform.security.adminUserId).username]) expect(first.text).toContain(part);
    expect(first.text).not.toContain('<b>Harbour');
    const second = await call(next(first.text), admin);
    expect(second.text).toContain('201 to 400 of 450 rows');
    const third = await call(next(second.text), admin);
    expect(third.text).toContain('401 to 450 of 450 rows');
    expect(next(third.text)).toBe('');
    expect(third.text).toContain('First page');
  });
  it('GIVEN a count WHEN it is queried THEN the number is told', async () => expect((await run('SELECT COUNT() FROM Account')).text).toContain('450 rows'));
  it('GIVEN an unknown field WHEN it is queried THEN the error stands in the platform’s words', async () => {
    const { text } = await run('SELECT Nothing__c FROM Account');
    expect(text).toContain('role="alert"');
    expect(text).toContain('INVALID_FIELD');
    expect(text).toContain('No such column &#39;Nothing__c&#39;');
  });
});

describe('the log', () => {
  it('GIVEN a request that runs Apex WHEN the log is opened THEN its user, limits and debug lines stand there', async () => {
    await anonymous("System.debug('How <many>: ' + [SELECT COUNT() FROM Account]); insert new Account(Name = 'Logged');");
    const { text } = await call('/developer/log', admin);
    expect(text).toContain('GET /services/data/v67.0/tooling/executeAnonymous');
    expect(text).toContain('DEBUG|How &lt;many&gt;: 450');
    const row = /<tr>(?:(?!<\/tr>).)*How &lt;many(?:(?!<\/tr>).)*<\/tr>/s.exec(text)?.[0] ?? '';
    const cells = [...row.matchAll(/<td><div class="web-developer__cell">(.*?)<\/div><\/td>/gs)].map(([, cell]) => cell);
    expect(cells.slice(1, 3)).toEqual([platform.security.user(platform.security.adminUserId).username, '200']);
    expect(cells.slice(4, 8)).toEqual(['1', '1', '1', '1']);
    expect(Number(cells[8])).toBeGreaterThan(1);
  });
  it('GIVEN Apex that fails WHEN the log is opened THEN its error stands there with lines of Apex', async () => {
    await anonymous('ShipmentService.deliver(null);');
    expect((await call('/developer/log', admin)).text).toMatch(/ShipmentException: The shipment does not exist\.\s+Class\.ShipmentService\.deliver: line 30, column 1\s+AnonymousBlock: line 1, column 1/);
  });
  it('GIVEN a trigger that runs in a REST request, and a job that follows WHEN the log is opened THEN both are there', async () => {
    const saved = await call(rest('sobjects/Shipment__c'), admin, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ Reference__c: 'L1', Status__c: 'In Transit' }) });
    const { id } = JSON.parse(saved.text) as { id: string };
    await call(rest(`sobjects/Shipment__c/${id}`), admin, { method: 'PATCH', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ Status__c: 'Delivered' }) });
    while (platform.apex.pendingJobs > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const { text } = await call('/developer/log', admin);
    expect(text).toMatch(/PATCH \/services\/data\/v67\.0\/sobjects\/Shipment__c\/.*Shipment__c triggers/s);
    expect(text).toContain('queueable DeliveryNoteJob');
  });
});
