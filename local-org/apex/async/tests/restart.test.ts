/** Queued work outlives its process: nothing is lost, nothing is done twice, nothing is half there. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeStaleLock } from '../../../database';
import type { Platform } from '../../../server';
import { open, run, writeProject } from './support';

const NOW = Date.parse('2026-03-02T10:00:00Z');
const ACCOUNTS = `List<Account> rows = new List<Account>(); for (Integer i = 0; i < 3; i++) { rows.add(new Account(Name = 'A' + i)); } insert rows;`;
const TOLD = '2|7|true|1.50|true|9007199254740993|0.5|2026-02-28 00:00:00|1772240523000|ü||A0';

let dir: string;
let platform: Platform | undefined;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'restart-'));
  writeProject(dir);
});
afterEach(() => {
  platform?.database.close();
  platform = undefined;
  rmSync(dir, { recursive: true, force: true });
});

const reopen = (now = NOW): Platform => {
  platform?.database.close();
  removeStaleLock(join(dir, 'org.sqlite'));
  return (platform = open(dir, { now: () => now }));
};
const finish = (org: Platform): number => {
  let ran = 0;
  for (let more = 1; more > 0; ran += more) more = org.apex.runDueJobs(1);
  return ran;
};
const rows = (org: Platform, text: string): unknown[] => org.database.sql.all(text).map((row) => (Object.keys(row).length === 1 ? Object.values(row)[0] : row));
const jobs = (org: Platform): unknown[] => rows(org, `SELECT "JobType" || ' ' || "Status" FROM "AsyncApexJob" ORDER BY "Id"`);
const kept = (org: Platform): unknown[] => rows(org, 'SELECT COUNT(*) FROM _job');
const kill = (apex: string, times: number): void => {
  const child = spawnSync(process.execPath, ['--require', join(__dirname, '../../../typescript.cjs'), join(__dirname, 'killed.ts'), dir, apex, String(times)], { encoding: 'utf8' });
  expect([child.stdout, child.stderr]).toEqual(['', '']);
};

describe('an org that is closed with work waiting', () => {
  it('GIVEN a queueable with state of every type WHEN the org is opened again THEN it runs with that state, transient fields empty', () => {
    run(reopen(), `${ACCOUNTS} System.enqueueJob(new Labeller(rows, 0));`);
    const org = reopen();
    expect(org.apex.pendingJobs).toBe(1);
    expect(finish(org)).toBe(1);
    expect(rows(org, `SELECT "Description" FROM "Account"`)).toEqual([TOLD, TOLD, TOLD]);
    expect([jobs(org), kept(org)]).toEqual([['Queueable Completed'], [0]]);
  });

  it('GIVEN a future call WHEN the org is opened again THEN it gets its arguments', () => {
    run(reopen(), `${ACCOUNTS} Future.note(rows[1].Id, new List<String>{ 'two', 'words' });`);
    const org = reopen();
    expect(finish(org)).toBe(1);
    expect(rows(org, `SELECT "Site" FROM "Account" WHERE "Site" IS NOT NULL`)).toEqual(['two words']);
  });

  it('GIVEN work of a transaction that was rolled back WHEN the org is opened again THEN none waits', () => {
    expect(() => run(reopen(), `${ACCOUNTS} System.enqueueJob(new Labeller(rows, 0)); Integer i = 1 / (rows.size() - 3);`)).toThrow(/Divide by 0/);
    run(platform as Platform, `${ACCOUNTS} Savepoint s = Database.setSavepoint(); System.enqueueJob(new Labeller(rows, 0)); Database.rollback(s);`);
    const org = reopen();
    expect([org.apex.pendingJobs, kept(org), jobs(org)]).toEqual([0, [0], []]);
  });

  it('GIVEN a delayed job WHEN the org is opened before its time THEN it waits on, and runs after it', () => {
    run(reopen(), `${ACCOUNTS} System.enqueueJob(new Labeller(rows, 0), 5);`);
    expect(finish(reopen(NOW + 4 * 60_000))).toBe(0);
    expect(finish(reopen(NOW + 5 * 60_000))).toBe(1);
  });

  it('GIVEN a schedule that was missed while the org was closed WHEN it is opened THEN it fires once and waits for its next moment', () => {
    run(reopen(), `System.schedule('nightly', '0 30 * * * ?', new Nightly());`);
    const org = reopen(NOW + 3 * 3_600_000);
    expect(finish(org)).toBe(1);
    expect(rows(org, `SELECT COUNT(*) FROM "Account" WHERE "Name" = 'Nightly'`)).toEqual([1]);
    expect(org.apex.nextDue).toBe(Date.parse('2026-03-02T13:30:00Z'));
    expect(rows(org, `SELECT "NextFireTime" || ' ' || "TimesTriggered" || ' ' || "State" FROM "CronTrigger"`)).toEqual(['2026-03-02T13:30:00.000Z 1 WAITING']);
    expect(reopen(NOW + 3 * 3_600_000).apex.nextDue).toBe(Date.parse('2026-03-02T13:30:00Z'));
  });

  it('GIVEN a schedule and a queued job WHEN they are aborted THEN they do not come back', () => {
    run(reopen(), `${ACCOUNTS} System.abortJob(System.schedule('nightly', '0 30 * * * ?', new Nightly()));`);
    run(platform as Platform, `System.enqueueJob(new Labeller([SELECT Id, Name FROM Account], 0));`);
    run(platform as Platform, `System.abortJob([SELECT Id FROM AsyncApexJob WHERE JobType = 'Queueable'].Id);`);
    const org = reopen();
    expect([finish(org), kept(org), org.apex.nextDue]).toEqual([0, [0], undefined]);
  });

  it('GIVEN an abort that was rolled back WHEN jobs run THEN the job runs', () => {
    const org = reopen();
    run(org, `${ACCOUNTS} System.enqueueJob(new Labeller(rows, 0));`);
    expect(() => run(org, `System.abortJob([SELECT Id FROM AsyncApexJob LIMIT 1].Id); Integer i = 1 / 0;`)).toThrow(/Divide by 0/);
    expect(finish(org)).toBe(1);
  });

  it('GIVEN a job whose state cannot be text WHEN the org stays open THEN it runs; WHEN it is opened again THEN its row says why it failed', () => {
    const org = reopen();
    run(org, 'System.enqueueJob(new Caller());');
    expect([finish(org), jobs(org)]).toEqual([1, ['Queueable Completed']]);
    run(org, 'System.enqueueJob(new Caller());');
    const again = reopen();
    finish(again);
    expect([jobs(again), rows(again, `SELECT "ExtendedStatus" FROM "AsyncApexJob" WHERE "Status" = 'Failed'`), kept(again)]).toEqual([['Queueable Completed', 'Queueable Failed'], ['System.SerializationException: Not Serializable: Http'], [0]]);
  });

  it('GIVEN a job of a class that is gone WHEN the org is opened THEN its row says so', () => {
    run(reopen(), `${ACCOUNTS} System.enqueueJob(new Labeller(rows, 0));`);
    rmSync(join(dir, 'app/main/default/classes/Labeller.cls'));
    rmSync(join(dir, 'app/main/default/classes/Labeller.cls-meta.xml'));
    const org = reopen();
    finish(org);
    expect([jobs(org), rows(org, 'SELECT "ExtendedStatus" FROM "AsyncApexJob"')]).toEqual([['Queueable Failed'], ['System.TypeException: The class Labeller is not there any more.']]);
  });
});

describe('twins', () => {
  const ONCE = `AsyncOptions options = new AsyncOptions(); options.DuplicateSignature = QueueableDuplicateSignature.Builder().addString('once').build();
    try { System.enqueueJob(new Labeller([SELECT Id, Name FROM Account], 0), options); } catch (DuplicateMessageException refused) { insert new Account(Name = 'refused'); }`;

  it('GIVEN a job with a signature waits WHEN its twin is queued, before and after the org was opened again, THEN the twin is refused and leaves no row', () => {
    run(reopen(), `${ACCOUNTS} ${ONCE}`);
    run(platform as Platform, ONCE);
    const org = reopen();
    run(org, ONCE);
    expect([jobs(org), kept(org), rows(org, `SELECT COUNT(*) FROM "Account" WHERE "Name" = 'refused'`)]).toEqual([['Queueable Queued'], [1], [2]]);
    expect(finish(org)).toBe(1);
    run(org, ONCE);
    expect(finish(org)).toBe(1);
  });
});

describe('a process that is killed', () => {
  it('GIVEN a chain of five jobs WHEN it is killed inside the third THEN the third is done once, from its beginning, and the chain ends', () => {
    kill(`${ACCOUNTS} System.enqueueJob(new Labeller(rows, 4));`, 3);
    const org = reopen();
    expect(rows(org, 'SELECT COUNT(*) FROM "Contact"')).toEqual([2]);
    expect(jobs(org)).toEqual(['Queueable Completed', 'Queueable Completed', 'Queueable Queued']);
    expect(finish(org)).toBe(3);
    expect(rows(org, 'SELECT COUNT(*) FROM "Contact"')).toEqual([5]);
    expect(jobs(org)).toEqual(Array.from({ length: 5 }, () => 'Queueable Completed'));
    expect(kept(org)).toEqual([0]);
  }, 60_000);

  it('GIVEN a batch of three chunks WHEN it is killed inside the second THEN its row says how far it came, and it is not begun again', () => {
    kill(`${ACCOUNTS} Database.executeBatch(new Sweep(), 1);`, 2);
    const org = reopen();
    expect(finish(org)).toBe(0);
    expect([jobs(org), rows(org, 'SELECT "ExtendedStatus" FROM "AsyncApexJob"')]).toEqual([['BatchApex Failed'], ['The org was stopped while this job ran; 1 of 3 batches had been processed.']]);
    expect(rows(org, `SELECT COUNT(*) FROM "Account" WHERE "Phone" = '1'`)).toEqual([1]);
    expect(kept(org)).toEqual([0]);
  }, 60_000);
});
