/** The local org over HTTP beside bare SQLite that runs the very statements of the org: one record in, 2,000 rows out. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { serve, type RunningOrg } from '../../local-org/cli/serve';
import { median, timed, type Benchmark } from './benchmark';
import { HttpClient } from './http';
import { ROOT } from './org';
import { Recording, replayed } from './statements';

const ROWS = 2000;
const WARM_UP = 150;
const PROJECT = join(ROOT, 'local-org/conformance/deployments/records');
const PASSWORD = 'Bench-12345';

/** A trigger before and after, as a project has them: a default, and a query with a check. */
const APEX: Readonly<Record<string, string>> = {
  'triggers/CrateItemTrigger.trigger': 'trigger CrateItemTrigger on Crate_Item__c (before insert, after insert) {\n    if (Trigger.isBefore) { CrateItemHandler.beforeInsert(Trigger.new); } else { CrateItemHandler.afterInsert(Trigger.new); }\n}\n',
  'triggers/CrateItemTrigger.trigger-meta.xml': meta('ApexTrigger'),
  'classes/CrateItemHandler.cls':
    "public with sharing class CrateItemHandler {\n    public static void beforeInsert(List<Crate_Item__c> items) {\n        for (Crate_Item__c item : items) { if (item.Quantity__c == null) { item.Quantity__c = 1; } }\n    }\n    public static void afterInsert(List<Crate_Item__c> items) {\n        Set<Id> crates = new Set<Id>();\n        for (Crate_Item__c item : items) { crates.add(item.Crate__c); }\n        for (Crate__c crate : [SELECT Id, Title__c FROM Crate__c WHERE Id IN :crates WITH USER_MODE]) {\n            if (crate.Title__c == 'Closed') { items[0].addError('The crate is closed.'); }\n        }\n    }\n}\n",
  'classes/CrateItemHandler.cls-meta.xml': meta('ApexClass'),
};

function meta(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">\n    <apiVersion>67.0</apiVersion>\n    <status>Active</status>\n</${root}>\n`;
}

function projectIn(folder: string): string {
  const project = join(folder, 'project');
  cpSync(PROJECT, project, { recursive: true, filter: (path) => !/[\\/]\.cache$/.test(path) });
  for (const [path, text] of Object.entries(APEX)) {
    const file = join(project, 'force-app/main/default', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return project;
}

const start = (projectDir: string, dataDir: string): Promise<RunningOrg> => serve({ projectDir, dataDir, port: 0, web: false, log: (message) => process.stderr.write(`${message}\n`) });

/** The administrator may use the project's objects, and logs in. */
async function logIn({ platform, origin }: RunningOrg): Promise<HttpClient> {
  const { adminUserId } = platform.security;
  const caller = { userId: adminUserId, mode: 'system', sharing: false } as const;
  platform.database.transaction(() => {
    platform.security.setPassword(adminUserId, PASSWORD);
    const id = platform.database.query("SELECT Id FROM PermissionSet WHERE Name = 'Conf_Records'", caller).rows[0]?.values['Id'];
    if (typeof id !== 'string') throw new Error('The project has no permission set Conf_Records.');
    const [held] = platform.database.query('SELECT Id FROM PermissionSetAssignment WHERE PermissionSetId = :set AND AssigneeId = :who', caller, { binds: { set: id, who: adminUserId } }).rows;
    const object = platform.org.object('PermissionSetAssignment');
    if (!held && object) platform.database.dml('insert', object, [{ AssigneeId: adminUserId, PermissionSetId: id }], caller, { allOrNone: true, origin: { kind: 'platform' } });
  });
  return HttpClient.logIn(origin, platform.security.user(adminUserId).username, PASSWORD);
}

const insertItem = (client: HttpClient, crate: string) => async (): Promise<void> => {
  const { success } = (await client.send('POST', '/services/data/v66.0/sobjects/Crate_Item__c', { Crate__c: crate, Quantity__c: 3 })) as { success: boolean };
  if (!success) throw new Error('The item was not saved.');
};

export const localOrg: Benchmark = {
  name: 'local-org',
  async run(runs) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    const [project, data, copy] = [projectIn(folder), join(folder, 'data'), join(folder, 'copy')];
    try {
      const first = await start(project, data);
      const filler = await logIn(first);
      const { id: crate } = (await filler.send('POST', '/services/data/v66.0/sobjects/Crate__c', { Title__c: 'Open' })) as { id: string };
      for (let at = 0; at < ROWS; at += 200) {
        const records = Array.from({ length: 200 }, (_unused, index) => ({ attributes: { type: 'Crate__c' }, Title__c: `Crate ${at + index}`, Code__c: `C${at + index}` }));
        await filler.send('POST', '/services/data/v66.0/composite/sobjects', { allOrNone: true, records });
      }
      filler.close();
      await first.close();
      cpSync(data, copy, { recursive: true });

      const running = await start(project, data);
      const client = await logIn(running);
      const recording = new Recording(running.platform.database);
      const one = insertItem(client, crate);
      // The log-in changed the file after it was copied; the work that is measured reads none of that.
      await recording.group('warm-up', () => timed(WARM_UP, one));
      const times: number[] = [];
      for (let run = 0; run < runs * 40; run++) times.push(await recording.group('insert', () => timed(1, one)));
      const soql = `SELECT Id, Title__c, Code__c, OwnerId, CreatedDate FROM Crate__c ORDER BY Id LIMIT ${ROWS}`;
      const read = async (): Promise<void> => {
        const { records } = (await client.send('GET', `/services/data/v66.0/query?q=${encodeURIComponent(soql)}`)) as { records: unknown[] };
        if (records.length !== ROWS) throw new Error(`${records.length} rows instead of ${ROWS}`);
      };
      await recording.group('warm-up', () => timed(5, read));
      const reads: number[] = [];
      for (let run = 0; run < runs * 4; run++) reads.push(await recording.group('query', () => timed(1, read)));
      client.close();
      await running.close();

      const bare = replayed(join(copy, 'org.sqlite'), recording.groups);
      const ratio = (name: string): number => recording.spent(name) / bare.spent(name);
      return [
        { what: `one record in by HTTP, with triggers and four roll-ups (${bare.statements('insert')} statements): processor time, client's too, times that of the same statements on bare SQLite`, value: ratio('insert'), unit: '×', budget: 10 },
        { what: 'its processor time', value: recording.spent('insert'), unit: 'ms', baseline: { what: 'bare SQLite', value: bare.spent('insert') } },
        { what: 'its time', value: median(times), unit: 'ms', baseline: { what: 'bare SQLite', value: bare.median('insert') } },
        { what: `${ROWS} rows out by HTTP: processor time, times that of the same statements on bare SQLite`, value: ratio('query'), unit: '×', budget: 5 },
        { what: 'its processor time', value: recording.spent('query'), unit: 'ms', baseline: { what: 'bare SQLite', value: bare.spent('query') } },
        { what: 'its time', value: median(reads), unit: 'ms', baseline: { what: 'bare SQLite', value: bare.median('query') } },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
