/** `npm start` is killed while leads are being routed: the next start takes up where it was. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from 'jsforce';
import { connect } from '../../seed/connection';
import { pipelineFolder, pipelineMapping, PROJECT } from '../../seed/tests/support';
import { runImport } from '../../seed/import/run';
import { becomeAdministrator } from '../../seed/load/people';

const CAP = 500;
const OPEN = 2200;
let data: string;
let running: ChildProcess | undefined;

beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'start-killed-'));
});
afterEach(async () => {
  if (running?.exitCode === null && running.signalCode === null) await ended(running, 'SIGKILL');
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill(signal);
  });
}

/** Starts, waits for the ready line; answers what was written when the process ends before it. */
function start(): Promise<string> {
  const child = spawn(process.execPath, ['--require', './local-org/typescript.cjs', 'scripts/setup/start.ts', '--port', '0', '--data', data, '--profile', 'empty', '--no-web'], { cwd: PROJECT });
  running = child;
  let text = '';
  return new Promise((done) => {
    const take = (chunk: Buffer): void => {
      text += chunk.toString('utf8');
      if (text.includes('Local org ready at')) done(text);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('exit', () => done(text));
  });
}

async function logIn(): Promise<Connection> {
  const org = JSON.parse(readFileSync(join(data, 'org.json'), 'utf8')) as { instanceUrl: string; personas: { username: string; password: string }[] };
  const connection = await connect({ instanceUrl: org.instanceUrl, username: org.personas[0]?.username ?? '', password: org.personas[0]?.password ?? '' });
  await becomeAdministrator(connection);
  return connection;
}

const counter = (connection: Connection) => async (soql: string): Promise<number> => (await connection.query(soql)).totalSize;

it('GIVEN two thousand leads come in WHEN the process is killed while it routes them THEN after the next start each is routed once, and importing again adds what was missing', async () => {
  expect(await start()).toMatch(/Local org ready at/);
  const first = await logIn();
  const more = Array.from({ length: OPEN }, (_unused, index) => `K${String(index).padStart(4, '0')},Abel Moor,Kettle One,Delta Orchard,Engaging,01-02-2017,,`);
  const load = (connection: Connection) => runImport(connection, { mapping: pipelineMapping('killed', CAP), folder: pipelineFolder({ 'sales_pipeline.csv': (lines) => [...lines, ...more] }), today: '2026-03-02' });
  let importing = true;
  const cut = load(first).then(() => 'ended', () => 'cut short').finally(() => {
    importing = false;
  });
  // The first offers tell that the distribution runs; most of the leads are still to come.
  while (importing && (await counter(first)("SELECT COUNT() FROM Lead WHERE PRM_Routing_Status__c = 'Offered'")) === 0) await wait(1);
  await ended(running as ChildProcess, 'SIGKILL');
  expect(await cut).toBe('cut short');
  expect(existsSync(join(data, 'org.sqlite.lock'))).toBe(true);

  expect(await start()).toMatch(/Local org ready at/);
  const second = await logIn();
  const count = counter(second);
  const settle = async (): Promise<void> => {
    for (const end = Date.now() + 60_000; Date.now() < end && (await count("SELECT COUNT() FROM Lead WHERE PRM_History__c = FALSE AND PRM_Routing_Status__c = 'New'")) > 0; ) await wait(100);
  };
  await settle();
  const before = await count("SELECT COUNT() FROM Lead WHERE PRM_History__c = FALSE AND PRM_Routing_Status__c IN ('Offered', 'Queued')");
  expect(before).toBe(await count('SELECT COUNT() FROM Lead WHERE PRM_History__c = FALSE'));
  expect(before).toBeGreaterThan(0);
  expect((await load(second)).loaded).toBe(60 + OPEN);
  await settle();
  expect(await count('SELECT COUNT() FROM Lead')).toBe(60 + OPEN);
  expect(await count("SELECT COUNT() FROM Lead WHERE PRM_Routing_Status__c = 'Offered'")).toBe(3 * CAP);
  const { records } = await second.query<{ n: number }>("SELECT PRM_Partner__c, COUNT(Id) n FROM PRM_Lead_Offer__c WHERE PRM_Status__c = 'Offered' GROUP BY PRM_Partner__c");
  expect(records.map((row) => row.n)).toEqual([CAP, CAP, CAP]);
  expect((await second.query('SELECT PRM_Lead__c FROM PRM_Lead_Offer__c GROUP BY PRM_Lead__c HAVING COUNT(Id) > 1')).totalSize).toBe(0);
  const unwell = await second.query<Record<string, unknown>>("SELECT Status, ExtendedStatus FROM AsyncApexJob WHERE Status IN ('Processing', 'Failed')");
  expect(unwell.records.map(({ Status, ExtendedStatus }) => `${String(Status)}: ${String(ExtendedStatus)}`)).toEqual([]);
}, 180_000);

it('GIVEN it runs WHEN it is started again on the same folder THEN the second start refuses with one sentence', async () => {
  expect(await start()).toMatch(/Local org ready at/);
  const first = running as ChildProcess;
  const text = await start();
  await ended(first, 'SIGKILL');
  expect(text).toContain(`${data} is in use by process ${first.pid}`);
  expect(text).not.toMatch(/ at .*\.ts:\d+/);
}, 120_000);
