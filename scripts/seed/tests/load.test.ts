/** Loading the demo by its command: all of it, once, and the same again; then every other command on what was loaded. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { connectTo } from '../connection';
import { runSeed, startTestOrg, type SeedRun, type TestOrg } from './support';

interface Report { readonly object: string; readonly inserted: number; readonly updated: number; readonly unchanged: number; readonly errors: readonly unknown[]; }

const ARGS = ['--as-of', '2026-03-02', '--leads', '40'];
let org: TestOrg;
let planned: SeedRun;
let first: SeedRun;
/** Leads of the profile: those asked for, and some that nobody can be offered. */
let leads: number;

const steps = (run: SeedRun): { object: string; records: number; present: number }[] => JSON.parse(run.stdout) as { object: string; records: number; present: number }[];
const reports = (run: SeedRun): Report[] => (JSON.parse(run.stdout) as { reports: Report[] }).reports;
const loadAgain = (): Promise<SeedRun> => org.seed('load', ...ARGS, '--json');

beforeAll(async () => {
  org = await startTestOrg();
  planned = await org.seed('plan', ...ARGS, '--json');
  leads = steps(planned).find((step) => step.object === 'Lead')?.records ?? 0;
  first = await org.seed('load', ...ARGS);
}, 180_000);
afterAll(() => org.close());

describe('load of the demo', () => {
  it('GIVEN an empty org WHEN the demo is loaded THEN everything is new', async () => {
    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    expect(first.stdout).toMatch(new RegExp(`^Lead +${leads} new, 0 changed, 0 as they were$`, 'm'));
    expect(first.stdout).toMatch(/^\d+ new, 0 changed, 0 as they were, in \d+ calls\.$/m);
    expect(await org.count('SELECT COUNT() FROM Lead')).toBe(leads);
  });

  it('GIVEN the demo THEN two partner accounts at least have two people each', async () => {
    const { records } = await org.connection.query<{ n: number }>("SELECT AccountId, COUNT(Id) n FROM User WHERE Profile.Name = 'Partner Community User' GROUP BY AccountId");
    expect(records.filter((row) => row.n >= 2).length).toBeGreaterThanOrEqual(2);
  });

  it('GIVEN the demo is there WHEN it is loaded again THEN nothing is inserted and nothing is updated', async () => {
    const rows = (): unknown => org.running.platform.database.sql.all('SELECT (SELECT MAX("SystemModstamp") FROM "Account") AS "account", (SELECT COUNT(*) FROM "Lead") AS "leads", (SELECT COUNT(*) FROM "User") AS "users", (SELECT COUNT(*) FROM "PermissionSetAssignment") AS "rights", (SELECT COUNT(*) FROM "GroupMember") AS "members", (SELECT COUNT(*) FROM "PRM_Warranty_Claim__c") AS "claims", (SELECT COUNT(*) FROM "PRM_Claim_Line__c") AS "lines", (SELECT COUNT(*) FROM "ContentVersion") AS "proofs", (SELECT COUNT(*) FROM "CaseComment") AS "answers", (SELECT COUNT(*) FROM "PRM_Rule_Set__c") AS "ruleSets"');
    const before = rows();
    const again = reports(await loadAgain());
    expect(again.length).toBeGreaterThan(9);
    expect(again.filter((report) => report.inserted + report.updated + report.errors.length > 0)).toEqual([]);
    expect(rows()).toEqual(before);
  }, 60_000);

  it('GIVEN the demo is there WHEN one record was changed by hand THEN only that record is put right', async () => {
    const [tier] = (await org.connection.query<{ Id: string }>("SELECT Id FROM PRM_Tier__c WHERE PRM_Key__c = 'demo:tier:gold'")).records;
    await org.connection.sobject('PRM_Tier__c').update({ Id: tier?.Id as string, PRM_Weight__c: 9 });
    expect(reports(await loadAgain()).filter((report) => report.updated > 0).map(({ object, updated }) => [object, updated])).toEqual([['PRM_Tier__c', 1]]);
  }, 60_000);

  it('GIVEN the demo THEN the channel manager is in the group of the package and the sweeper is scheduled, each once and said', async () => {
    expect(await org.count("SELECT COUNT() FROM GroupMember WHERE Group.DeveloperName = 'PRM_Channel_Managers'")).toBe(1);
    expect(await org.count("SELECT COUNT() FROM CronTrigger WHERE CronJobDetail.Name LIKE 'PRM Sweeper %'")).toBe(4);
    expect(first.stdout).toMatch(/Charlotte Mercier joined the group PRM_Channel_Managers/);
    expect(first.stdout).toMatch(/the sweeper runs every 15 minutes \(4 schedules added\)/);
  });
});

describe('service in the demo', () => {
  const shares = async (soql: string): Promise<Record<string, number>> => Object.fromEntries((await org.connection.query<{ name: string; n: number }>(soql)).records.map((row) => [row.name, row.n]));
  const settled = async (): Promise<void> => {
    for (const end = Date.now() + 60_000; Date.now() < end && (await org.count("SELECT COUNT() FROM PRM_Warranty_Claim__c WHERE PRM_Status__c IN ('Submitted', 'Appealed')")) > 0; ) await new Promise((done) => setTimeout(done, 100));
  };

  it('GIVEN the demo WHEN the rules have decided THEN every outcome has a realistic share, and what is over is history', async () => {
    await settled();
    expect(await shares('SELECT PRM_Status__c name, COUNT(Id) n FROM PRM_Warranty_Claim__c WHERE PRM_History__c = TRUE GROUP BY PRM_Status__c')).toEqual({ Paid: 44, Rejected: 8, Cancelled: 4, 'Clawed Back': 3, Closed: 1 });
    // Eight of the paid ones were cut.
    expect(await org.count("SELECT COUNT() FROM PRM_Warranty_Claim__c WHERE PRM_History__c = TRUE AND PRM_Status__c = 'Paid' AND Id IN (SELECT PRM_Claim__c FROM PRM_Claim_Line__c WHERE PRM_Outcome__c = 'Adjusted')")).toBe(8);
    const live = await shares('SELECT PRM_Status__c name, COUNT(Id) n FROM PRM_Warranty_Claim__c WHERE PRM_History__c = FALSE GROUP BY PRM_Status__c');
    expect(Object.values(live).reduce((sum, n) => sum + n, 0)).toBe(20);
    // The random audit draws by the ids of the org: it may send any of those that the rules decide to a person.
    const drawn = await org.count("SELECT COUNT() FROM PRM_Warranty_Claim__c WHERE PRM_History__c = FALSE AND Id IN (SELECT PRM_Claim__c FROM PRM_Claim_Line__c WHERE PRM_Reason__c = 'REVIEW') AND PRM_Key__c < 'demo:claim:live:15'");
    expect((live['Approved'] ?? 0) + (live['Partly Approved'] ?? 0) + (live['Rejected'] ?? 0) + drawn).toBe(14);
    expect(live['Information Requested']).toBe(2);
    expect(live['Under Review']).toBe(4 + drawn);
    expect(await org.count("SELECT COUNT() FROM PRM_Warranty_Claim__c WHERE PRM_Appealed_At__c != NULL AND PRM_Status__c = 'Under Review'")).toBe(1);
  }, 90_000);

  it('GIVEN the demo WHEN the rules have decided THEN each live claim came out as it was made to, or was drawn for the audit', async () => {
    await settled();
    const decided = async (key: string): Promise<string> => {
      const { records } = await org.connection.query<{ PRM_Reason__c: string }>(`SELECT PRM_Reason__c FROM PRM_Claim_Line__c WHERE PRM_Claim__r.PRM_Key__c = 'demo:claim:live:${key}' ORDER BY PRM_Position__c`);
      return records.map((row) => row.PRM_Reason__c).join(' ');
    };
    const expected: readonly (readonly [string, string])[] = [
      ['01', 'APPROVED APPROVED APPROVED'], ['08', 'APPROVED HOURS APPROVED'], ['09', 'APPROVED APPROVED TRAVEL_KM'], ['10', 'PART_PRICE APPROVED APPROVED'], ['11', 'APPROVED NOT_INCLUDED APPROVED'],
      ['13', 'EXPIRED_TIME EXPIRED_TIME EXPIRED_TIME'], ['14', 'NOT_SOLD NOT_SOLD NOT_SOLD'], ['16', 'GOODWILL GOODWILL GOODWILL'], ['17', 'OVER_THRESHOLD OVER_THRESHOLD OVER_THRESHOLD'], ['18', 'PROOF_MISSING PROOF_MISSING PROOF_MISSING'],
    ];
    for (const [key, reasons] of expected) expect([key, await decided(key)]).toEqual([key, expect.stringMatching(new RegExp(`^(${reasons}|REVIEW REVIEW REVIEW)$`))]);
  }, 90_000);

  it('GIVEN the demo THEN each claim that is not bare has a proof that its partner sees, no two the same, and nothing was quarantined', async () => {
    expect(await org.count("SELECT COUNT() FROM PRM_Warranty_Claim__c WHERE PRM_Key__c LIKE 'demo:claim:live:%' AND PRM_Proof_Count__c = 1")).toBe(17);
    expect(await org.count("SELECT COUNT() FROM PRM_Fraud_Flag__c WHERE PRM_Kind__c = 'PROOF_TWICE'")).toBe(0);
    expect(await org.count("SELECT COUNT() FROM PRM_Log__c WHERE PRM_Source__c = 'PrmProofCheck'")).toBe(0);
  });

  it('GIVEN the demo THEN partners of every country asked the help desk, which answered some; three closed with a mark', async () => {
    expect(await org.count("SELECT COUNT() FROM Case WHERE PRM_Is_Request__c = TRUE AND PRM_Response_Due_At__c != NULL")).toBe(12);
    expect(await org.count('SELECT COUNT() FROM Case WHERE PRM_First_Response_At__c != NULL')).toBe(6);
    expect(await org.count('SELECT COUNT() FROM Case WHERE IsClosed = TRUE AND PRM_Satisfaction__c > 0')).toBe(3);
    expect((await org.connection.query('SELECT AccountId FROM Case GROUP BY AccountId')).totalSize).toBe(8);
  });
});

describe('the other commands', () => {
  it('GIVEN an empty org WHEN plan is asked THEN it counts what load then sent; afterwards it says that all is there', async () => {
    expect(steps(planned).every((step) => step.present === 0)).toBe(true);
    expect(leads).toBeGreaterThan(40);
    expect(steps(await org.seed('plan', ...ARGS, '--json')).filter((step) => step.present !== step.records)).toEqual([]);
  }, 60_000);

  it('GIVEN the package WHEN doctor looks THEN all is well; WHEN a user without rights asks THEN it says what to do and exits with 1', async () => {
    const well = await org.seed('doctor');
    expect(well.exitCode).toBe(0);
    expect(well.stdout).not.toMatch(/✗/);
    const { platform } = org.running;
    const manager = platform.database.sql.all('SELECT "Id", "Username" FROM "User" WHERE "Username" LIKE ?', ['channel.manager@%'])[0];
    platform.database.transaction(() => platform.security.setPassword(String(manager?.['Id']), 'Chan-nel-1234'));
    const file = join(org.dataDir, 'org.json');
    const folder = mkdtempSync(join(tmpdir(), 'seed-manager-'));
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(folder, 'org.json'), JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), personas: [{ persona: 'PRM Administrator', username: manager?.['Username'], password: 'Chan-nel-1234' }] }));
    const ill = await runSeed(['doctor', '--target-org', 'local', '--data', folder]);
    expect(ill.exitCode).toBe(1);
    expect(ill.stdout).toMatch(/✗ Field Lead\.PRM_Key__c can be written\n +Assign the permission set group/);
    rmSync(folder, { recursive: true });
  }, 60_000);

  it('GIVEN the demo is routed WHEN verify looks THEN it holds; WHEN a lead is offered to nobody THEN it is told and the exit code is 1', async () => {
    for (const end = Date.now() + 30_000; Date.now() < end && (await org.count("SELECT COUNT() FROM Lead WHERE PRM_Routing_Status__c = 'New'")) > 0; ) await new Promise((done) => setTimeout(done, 100));
    expect(await org.seed('verify')).toMatchObject({ exitCode: 0 });
    const { sql } = org.running.platform.database;
    const [lead] = sql.all(`SELECT "Id", "PRM_Partner__c" FROM "Lead" WHERE "PRM_Routing_Status__c" = 'Offered' LIMIT 1`);
    org.running.platform.database.transaction(() => sql.run('UPDATE "Lead" SET "PRM_Partner__c" = NULL WHERE "Id" = ?', [String(lead?.['Id'])]));
    const broken = await org.seed('verify');
    expect(broken.exitCode).toBe(1);
    expect(broken.stdout).toMatch(/✗ Every offered or accepted lead has a partner \(1 do not\)/);
    org.running.platform.database.transaction(() => sql.run('UPDATE "Lead" SET "PRM_Partner__c" = ? WHERE "Id" = ?', [String(lead?.['PRM_Partner__c']), String(lead?.['Id'])]));
  }, 90_000);

  it('GIVEN the demo WHEN it is exported THEN each object is a CSV file with its rows, parents named by key, numbers as numbers', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'seed-export-'));
    await org.connection.sobject('Lead').create({ LastName: 'Minus', Company: '=1+1', PRM_Key__c: 'demo:odd:1', PRM_Country_Code__c: 'NO', PRM_Value__c: 12.5 });
    expect(await org.seed('export', '--to', folder)).toMatchObject({ exitCode: 0 });
    const rows = (object: string): Record<string, string>[] => parse(readFileSync(join(folder, `${object}.csv`), 'utf8'), { columns: true }) as Record<string, string>[];
    // Eight partners, two suppliers, our own stock.
    expect(rows('Account')).toHaveLength(11);
    expect(rows('Account').find((row) => row['PRM_Key__c'] === 'demo:partner:cascade')?.['PRM_Tier__r.PRM_Key__c']).toBe('demo:tier:gold');
    expect(rows('Lead')).toHaveLength(leads + 1);
    expect(rows('Lead').find((row) => row['PRM_Key__c'] === 'demo:odd:1')).toMatchObject({ Company: "'=1+1", PRM_Value__c: '12.5' });
    expect(existsSync(join(folder, 'PRM_Lead_Offer__c.csv'))).toBe(false);
    rmSync(folder, { recursive: true });
  }, 60_000);

  it('GIVEN records beside the demo WHEN it is reset THEN what was loaded is gone, theirs stand, and accounts with users stay as the platform would keep them', async () => {
    await org.connection.sobject('Lead').create([{ LastName: 'Own', Company: 'Own', PRM_Country_Code__c: 'NO' }, { LastName: 'Other', Company: 'Other', PRM_Key__c: 'other:lead:1', PRM_Country_Code__c: 'NO' }, { LastName: 'Like', Company: 'Like', PRM_Key__c: 'demo-two:lead:1', PRM_Country_Code__c: 'NO' }] as never);
    const own = await org.connection.sobject('Account').create({ Name: 'Own account' });
    const run = await org.seed('reset', '--json');
    expect([run.exitCode, run.stderr]).toEqual([0, '']);
    expect((JSON.parse(run.stdout) as { object: string; kept?: number }[]).find((each) => each.object === 'Account')?.kept).toBe(9);
    expect((JSON.parse(run.stdout) as { object: string; kept?: number }[]).find((each) => each.object === 'PRM_Serial_Sale__c')?.kept).toBe(await org.count('SELECT COUNT() FROM PRM_Serial_Sale__c'));
    const result = (object: string): unknown => (JSON.parse(run.stdout) as { object: string }[]).find((each) => each.object === object);
    expect(result('PRM_Warranty_Claim__c')).toEqual({ object: 'PRM_Warranty_Claim__c', deleted: 60, kept: 20, because: 'a claim that was submitted stays with its decisions and its money' });
    expect(result('PRM_Claim_Line__c')).toMatchObject({ deleted: 180, kept: 60 });
    expect(result('Case')).toEqual({ object: 'Case', deleted: 12 });
    expect(result('PRM_Fault_Code__c')).toMatchObject({ deleted: 0, kept: 12 });
    const left = async (object: string): Promise<number> => org.count(`SELECT COUNT() FROM ${object}`);
    expect(await left('Lead')).toBe(3);
    for (const object of ['PRM_Lead_Offer__c', 'PRM_Routing_Rule__c', 'PRM_Agreement__c', 'PRM_Tier__c', 'PRM_Partner_Member__c', 'PRM_Warranty_Term__c', 'PRM_Asset_Coverage__c', 'PRM_Price_Entitlement__c']) expect([object, await left(object)]).toEqual([object, 0]);
    expect(await org.count(`SELECT COUNT() FROM Account WHERE Id = '${own.id as string}'`)).toBe(1);
    expect(await org.count("SELECT COUNT() FROM Account WHERE PRM_Key__c LIKE 'demo:%'")).toBe(9);
    expect(await org.count("SELECT COUNT() FROM User WHERE Profile.Name = 'Partner Community User' AND IsActive = TRUE")).toBe(0);
  }, 90_000);

  it('GIVEN the demo was reset WHEN it is loaded again THEN it is whole and its people may log in', async () => {
    expect(await org.seed('load', ...ARGS)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(steps(await org.seed('plan', ...ARGS, '--json')).filter((step) => step.present !== step.records)).toEqual([]);
    expect(await org.count("SELECT COUNT() FROM User WHERE Profile.Name = 'Partner Community User' AND IsActive = TRUE")).toBe(16);
  }, 90_000);

  it.each(['demo%', 'demo:', "x' OR Id != '", ''])('GIVEN the prefix %p WHEN reset is asked THEN it is refused with a sentence', async (prefix) => {
    const before = await org.count('SELECT COUNT() FROM Lead');
    const run = await org.seed('reset', '--prefix', prefix);
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toMatch(/is no key prefix/);
    expect(await org.count('SELECT COUNT() FROM Lead')).toBe(before);
  }, 60_000);

  it('GIVEN no org is known in a folder WHEN a command wants it THEN one sentence says what to do', async () => {
    await expect(connectTo('local', '/nowhere/at/all')).rejects.toThrow(/No local org is known in \/nowhere\/at\/all\. Start it with npm start/);
    const run = await runSeed(['verify', '--target-org', 'local', '--data', '/nowhere/at/all', '--json']);
    expect(run.exitCode).toBe(1);
    expect(JSON.parse(run.stdout)).toEqual({ error: expect.stringMatching(/Start it with npm start/) as string });
  });
});
