/** What the verification makes of answers: differences, refusals, orgs that it must not touch. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from '../../seed/connection';
import { refusedClasses, testCases, throws } from '../../../local-org/conformance/cases/rows';
import type { ConformanceCase } from '../../../local-org/conformance/types';
import { send } from '../client';
import { deployZip } from '../deploy';
import { clientFor, factsOf } from '../org';
import { judged, markdown, verifiedIn, type Verification } from '../report';
import { secondOrg, type SecondOrg } from './support';

const PAGE = { url: 'https://developer.salesforce.com/docs/a.htm', section: 'A' };
const FACTS = { name: 'Second', edition: 'Developer Edition', sandbox: true, instance: 'CS1', isLocal: false, apiVersion: '67.0', userId: '005000000000001AAA' };
const [passes, fails] = testCases('tiny', 'TinyTest', [['adds', 'r', PAGE], ['breaks', 'r', PAGE, throws('System.MathException', 'Divide by 0')]]) as [ConformanceCase, ConformanceCase];
const [refusal] = refusedClasses('tiny', 'TinyWrong', [['unknown type', 'r', PAGE, 'public class $ {\n    Wagon one;\n}', 2, 5, 'Invalid type: Wagon']]) as [ConformanceCase];
const verification = (own: Partial<Verification>): Verification => ({ date: '2026-11-25', org: FACTS, cases: [passes, fails, refusal], outcomes: [], refused: new Map(), package: { state: 'left out' }, ...own });

test('GIVEN outcomes WHEN judged THEN what could not run is no difference', () => {
  const refused = new Map([['tiny', 'TinyTest.cls:1:1 no']]);
  const { verified, different, open } = judged(verification({ refused, outcomes: [{ name: 'deployment tiny', outcome: 'failed' }, { name: passes.name, outcome: 'failed' }, { name: refusal.name, outcome: 'passed' }] }));
  expect([verified.map((each) => each.name), different, open.map((each) => each.name)]).toEqual([[refusal.name], [], [passes.name, fails.name]]);
});

test('GIVEN a difference and a test that no case names WHEN written THEN both stand under differences with what the org said', () => {
  const text = markdown(verification({ outcomes: [{ name: passes.name, outcome: 'passed' }, { name: fails.name, outcome: 'failed', message: 'Expected: a\nActual:   b' }, { name: refusal.name, outcome: 'passed' }, { name: 'tiny: TinyTest.other', outcome: 'failed', message: 'No case names this test method' }] }));
  const [, differences = ''] = text.split('## Differences');
  expect(differences.split('## Not judged')[0]).toContain('**TinyTest.breaks**\n\n    Expected: a\n    Actual:   b');
  expect(differences.split('## Not judged')[0]).toContain('tiny: TinyTest.other');
  expect(verifiedIn(text)).toEqual([passes.name, refusal.name]);
});

test('GIVEN a package that is refused or fails WHEN written THEN the document says how', () => {
  expect(markdown(verification({ package: { state: 'refused', why: 'classes/A.cls:1:1 no' } }))).toContain('The org refused the package:\n\n    classes/A.cls:1:1 no');
  const failing = markdown(verification({ package: { state: 'deployed', passed: 9, failures: [{ test: 'ATest.b', message: 'no' }], broken: [{ testClass: 'BTest', why: 'Failed: could not be compiled' }] } }));
  expect(failing).toContain('deployed; 9 of 10 tests passed');
  expect(failing).toContain('BTest gave no results: Failed: could not be compiled');
});

describe('orgs', () => {
  let server: Server;
  let answers: Record<string, unknown> = {};
  let url = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = Object.keys(answers).find((each) => (request.url ?? '').startsWith(each));
      response.writeHead(path ? 200 : 401, { 'Content-Type': 'application/json' }).end(JSON.stringify(path ? answers[path] : [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }]));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => {
    server.close(resolve);
  }));
  const organization = (own: Record<string, unknown>): Record<string, unknown> => ({ '/services/data/v67.0/query': { done: true, records: [{ Name: 'Acme', OrganizationType: 'Enterprise Edition', IsSandbox: false, InstanceName: 'EU1', ...own }] }, '/services/data': [{ version: '67.0' }], '/services/oauth2/userinfo': { user_id: '005' } });

  test('GIVEN a production org WHEN asked THEN nothing is deployed and the sentence says which org to take', async () => {
    answers = organization({});
    await expect(clientFor(url, 'x').then(factsOf)).rejects.toThrow('Acme is a production org (Enterprise Edition)');
  });
  test('GIVEN a sandbox WHEN asked THEN its facts are known', async () => {
    answers = organization({ IsSandbox: true });
    expect(await clientFor(url, 'x').then(factsOf)).toMatchObject({ name: 'Acme', edition: 'Enterprise Edition', sandbox: true, isLocal: false });
  });
  test('GIVEN an older org, none at all, or an ended session WHEN asked THEN each is told', async () => {
    answers = { '/services/data': [{ version: '60.0' }] };
    await expect(clientFor(url, 'x')).rejects.toThrow('knows API 60.0 at most');
    answers = {};
    await expect(clientFor(url, 'x')).rejects.toThrow('is no Salesforce org');
    answers = { '/services/data/v67.0/q': undefined, '/services/data': [{ version: '67.0' }] };
    await expect(clientFor(url, 'x').then((client) => factsOf({ ...client, version: '66.0', instanceUrl: `${url}//x` }))).rejects.toThrow('Log in again');
  });
});

test('GIVEN connections that break WHEN asked THEN it is asked again, and what writes is sent once', async () => {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(request.method ?? '');
    if (seen.length % 2 === 1) request.socket.destroy();
    else response.end('{}');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const org = { instanceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, accessToken: null };
  try {
    expect((await send(org, 'GET', '/a')).status).toBe(200);
    await expect(send(org, 'POST', '/a', {})).rejects.toThrow('does not answer');
    expect(seen).toEqual(['GET', 'GET', 'POST']);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

describe('a second org', () => {
  let org: SecondOrg;
  beforeAll(async () => {
    org = await secondOrg();
  }, 60_000);
  afterAll(() => org.close());

  test('GIVEN a user who is no administrator WHEN asked to deploy THEN the sentence says which user to take', async () => {
    const connection = await connect({ instanceUrl: org.running.origin, username: org.username, password: org.password });
    const [profile] = (await connection.query<{ Id: string }>("SELECT Id FROM Profile WHERE Name = 'Standard User'")).records;
    const user = await connection.sobject('User').create({ Username: 'plain@second.example', LastName: 'Plain', Email: 'plain@second.example', Alias: 'plain', ProfileId: profile?.Id, TimeZoneSidKey: 'GMT', LocaleSidKey: 'en_US', LanguageLocaleKey: 'en_US', EmailEncodingKey: 'UTF-8' });
    org.running.platform.database.transaction(() => org.running.platform.security.setPassword(user.id as string, org.password));
    const plain = await connect({ instanceUrl: org.running.origin, username: 'plain@second.example', password: org.password });
    const client = await clientFor(org.running.origin, plain.accessToken ?? '');
    await expect(deployZip(client, new Uint8Array([1]), { checkOnly: true })).rejects.toThrow('Log in as a System Administrator');
  });
});
