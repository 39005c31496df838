/** A small project with queued work of every kind, opened on a data file. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../../database';
import { createPlatform, type Platform } from '../../../server';

const META = '<?xml version="1.0" encoding="UTF-8"?><ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion><status>Active</status></ApexClass>';

const CLASSES: Readonly<Record<string, string>> = {
  // State of every type, a list that is reached twice, a transient field; asks for the time after it has written.
  Labeller: `public without sharing class Labeller implements Queueable {
    public class Part { public String name; public Part self; private Decimal weight = 1.50; }
    public enum Size { SMALL, LARGE }
    Map<Id, Account> accounts; Set<String> names = new Set<String>{ 'a', 'b' }; List<Object> mixed; List<Object> twin;
    Part part = new Part(); Size how = Size.LARGE; Long big = 9007199254740993L; Double half = 0.5; Date day = Date.newInstance(2026, 2, 28);
    Datetime moment = Datetime.newInstanceGmt(2026, 2, 28, 1, 2, 3); Blob bytes = Blob.valueOf('ü'); Integer chain; transient String gone = 'there';
    public Labeller(List<Account> rows, Integer chain) {
      accounts = new Map<Id, Account>(rows); this.chain = chain; part.name = 'p'; part.self = part;
      mixed = new List<Object>{ 1, 'x', null, true, 2.50, rows[0] }; twin = mixed;
    }
    public void execute(QueueableContext context) {
      twin.add('more');
      String told = String.join(new List<Object>{ names.size(), mixed.size(), part.self === part, part.weight, how == Size.LARGE, big, half, day, moment.getTime(), bytes.toString(), gone, ((Account) mixed[5]).Name }, '|');
      List<Account> rows = new List<Account>();
      for (Account each : accounts.values()) { rows.add(new Account(Id = each.Id, Description = told)); }
      update rows;
      insert new Contact(LastName = 'Once', AccountId = rows[0].Id);
      Datetime asked = System.now();
      if (chain > 0) { System.enqueueJob(new Labeller(accounts.values(), chain - 1)); }
    }
  }`,
  Future: `public class Future { @future public static void note(Id accountId, List<String> words) { update new Account(Id = accountId, Site = String.join(words, ' ')); } }`,
  Nightly: `public class Nightly implements Schedulable { Integer runs = 0; public void execute(SchedulableContext context) { insert new Account(Name = 'Nightly'); } }`,
  Sweep: `public class Sweep implements Database.Batchable<SObject> {
    public Database.QueryLocator start(Database.BatchableContext c) { return Database.getQueryLocator('SELECT Id FROM Account'); }
    public void execute(Database.BatchableContext c, List<Account> rows) { for (Account each : rows) { each.Phone = '1'; } update rows; Datetime asked = System.now(); }
    public void finish(Database.BatchableContext c) { insert new Account(Name = 'Finished'); }
  }`,
  Caller: `public class Caller implements Queueable { Http http = new Http(); public void execute(QueueableContext c) { insert new Account(Name = 'Called'); } }`,
};

export function writeProject(dir: string): void {
  const classes = join(dir, 'app/main/default/classes');
  mkdirSync(classes, { recursive: true });
  writeFileSync(join(dir, 'sfdx-project.json'), JSON.stringify({ packageDirectories: [{ path: 'app', default: true }], sourceApiVersion: '66.0' }));
  for (const [name, text] of Object.entries(CLASSES)) {
    writeFileSync(join(classes, `${name}.cls`), text);
    writeFileSync(join(classes, `${name}.cls-meta.xml`), META);
  }
}

export function open(dir: string, clock: Clock): Platform {
  const platform = createPlatform({ projectDir: dir, dataFile: join(dir, 'org.sqlite'), clock });
  const errors = platform.apex.compile();
  if (errors.length) throw new Error(errors.map((error) => error.message).join('\n'));
  return platform;
}

/** Anonymous Apex as the administrator. */
export function run(platform: Platform, text: string): void {
  const result = platform.apex.executeAnonymous(platform.security.adminUserId, text);
  if (!result.success) throw new Error(result.compileProblem ?? result.exceptionMessage ?? 'failed');
}
