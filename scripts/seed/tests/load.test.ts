/** Loading the demo: all of it, once, and the same again. */
import { loadProfile, type LoadResult } from '../load/index';
import { connectTo, SeedError } from '../connection';
import { startTestOrg, type TestOrg } from './support';

let org: TestOrg;
let first: LoadResult;
const asOf = new Date('2026-03-02T00:00:00Z');
const log: string[] = [];

beforeAll(async () => {
  org = await startTestOrg();
  first = await loadProfile(org.connection, { profile: 'demo', asOf, leads: 40, log: (line) => log.push(line) });
}, 180_000);
afterAll(() => org.close());

describe('load of the demo', () => {
  it('GIVEN an empty org WHEN the demo is loaded THEN everything is new and two accounts or more have two people each', () => {
    expect(first.reports.every((report) => report.errors.length === 0 && report.updated === 0)).toBe(true);
    expect(first.reports.find((report) => report.object === 'Lead')?.inserted).toBe(43);
    const byAccount = new Map<string, number>();
    for (const { account } of first.personas) if (account) byAccount.set(account, (byAccount.get(account) ?? 0) + 1);
    expect([...byAccount.values()].filter((people) => people >= 2).length).toBeGreaterThanOrEqual(2);
  });

  it('GIVEN the demo is there WHEN it is loaded again THEN nothing is inserted and nothing is updated', async () => {
    const before = org.running.platform.database.sql.all('SELECT MAX("SystemModstamp") AS "last", COUNT(*) AS "n" FROM "Account"');
    const again = await loadProfile(org.connection, { profile: 'demo', asOf, leads: 40, passwords: false });
    expect(again.reports.map(({ object, inserted, updated }) => ({ object, inserted, updated }))).toEqual(again.reports.map(({ object }) => ({ object, inserted: 0, updated: 0 })));
    expect(org.running.platform.database.sql.all('SELECT MAX("SystemModstamp") AS "last", COUNT(*) AS "n" FROM "Account"')).toEqual(before);
    expect(await org.count("SELECT COUNT() FROM User WHERE Profile.Name = 'Partner Community User'")).toBe(16);
  });

  it('GIVEN the demo is there WHEN one record was changed by hand THEN only that record is put right', async () => {
    const [tier] = (await org.connection.query<{ Id: string }>("SELECT Id FROM PRM_Tier__c WHERE PRM_Key__c = 'demo:tier:gold'")).records;
    await org.connection.sobject('PRM_Tier__c').update({ Id: tier?.Id as string, PRM_Weight__c: 9 });
    const again = await loadProfile(org.connection, { profile: 'demo', asOf, leads: 40, passwords: false });
    expect(again.reports.filter((report) => report.updated > 0).map(({ object, updated }) => [object, updated])).toEqual([['PRM_Tier__c', 1]]);
  });

  it('GIVEN the demo THEN the channel manager is in the group of the package and the sweeper is scheduled once', async () => {
    expect(await org.count("SELECT COUNT() FROM GroupMember WHERE Group.DeveloperName = 'PRM_Channel_Managers'")).toBe(1);
    expect(await org.count("SELECT COUNT() FROM CronTrigger WHERE CronJobDetail.Name LIKE 'PRM Sweeper %'")).toBe(4);
    expect(log.join('\n')).toMatch(/Charlotte Mercier joined the group PRM_Channel_Managers/);
    expect(log.join('\n')).toMatch(/the sweeper runs every 15 minutes \(4 schedules added\)/);
  });

  it('GIVEN the demo WHEN a partner logs in with the password that was set THEN the org lets them in', async () => {
    const partner = first.personas.find((each) => each.account);
    const answer = await fetch(`${org.running.origin}/services/oauth2/token`, { method: 'POST', body: new URLSearchParams({ grant_type: 'password', client_id: 'any', username: partner?.username ?? '', password: partner?.password ?? '' }) });
    expect(answer.status).toBe(200);
  });

  it('GIVEN no org is known in a folder WHEN a command wants it THEN one sentence says what to do', async () => {
    await expect(connectTo('local', '/nowhere/at/all')).rejects.toThrow(SeedError);
    await expect(connectTo('local', '/nowhere/at/all')).rejects.toThrow(/Start it with npm start/);
  });
});
