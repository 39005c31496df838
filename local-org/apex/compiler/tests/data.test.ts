/** Queries, DML, triggers and modes of compiled code. */
import { apex, apexOrg } from './support';

describe('queries and DML', () => {
  it('reads rows, parents, children, single rows and counts', () => {
    expect(apex(`Account a = new Account(Name = 'North'); insert a; out.add(a.Id != null);
      insert new List<Shipment__c>{ new Shipment__c(Reference__c = 'S1', Account__c = a.Id, Weight__c = 1.5), new Shipment__c(Reference__c = 'S2', Account__c = a.Id), new Shipment__c(Reference__c = 'S3') };
      Shipment__c s = [SELECT Id, Account__r.Name, Weight__c FROM Shipment__c WHERE Reference__c = 'S1']; out.add(s.Account__r.Name + s.Weight__c);
      Shipment__c orphan = [SELECT Account__r.Name FROM Shipment__c WHERE Reference__c = 'S3']; out.add(orphan.Account__r.Name);
      Account withRows = [SELECT Id, (SELECT Reference__c FROM Shipments__r ORDER BY Reference__c) FROM Account WHERE Id = :a.Id]; out.add(withRows.Shipments__r.size()); for (Shipment__c each : withRows.Shipments__r) out.add(each.Reference__c);
      out.add([SELECT COUNT() FROM Shipment__c WHERE Account__c = :a.Id]); out.add([SELECT Id FROM Account WHERE Name = 'Nobody'].size());
      for (AggregateResult r : [SELECT Account__r.Name n, COUNT(Id) c FROM Shipment__c WHERE Account__c != null GROUP BY Account__r.Name]) out.add(r.get('n') + '=' + r.get('c'));`))
      .toBe('true | North1.50 | null | 2 | S1 | S2 | 2 | 0 | North=2');
  });
  it('loops over a query row by row and in lists', () => {
    expect(apex(`List<Account> many = new List<Account>(); for (Integer i = 0; i < 250; i++) many.add(new Account(Name = 'Bulk ' + i)); insert many; Integer n = 0;
      for (Account a : [SELECT Id FROM Account WHERE Name LIKE 'Bulk%']) n++; out.add(n); for (List<Account> chunk : [SELECT Id FROM Account WHERE Name LIKE 'Bulk%']) out.add(chunk.size());`)).toBe('250 | 200 | 50');
  });
  it('takes binds of any expression, and of variables in dynamic queries', () => {
    expect(apex(`insert new List<Account>{ new Account(Name = 'b1'), new Account(Name = 'b2') }; String name = 'b1'; List<String> names = new List<String>{ name, 'b2' };
      out.add([SELECT Id FROM Account WHERE Name IN :names].size()); out.add([SELECT Id FROM Account WHERE Name = :names[1].toLowerCase() LIMIT :1 + 1].size());
      out.add(Database.query('SELECT Id FROM Account WHERE Name = :name OR Name = :wanted').size()); Account one = Database.query('SELECT Name FROM Account WHERE Name = :name'); out.add(one.Name); out.add(Database.countQuery('SELECT COUNT() FROM Account WHERE Name IN :names'));
      try { Database.query('SELECT Id FROM Account WHERE Name = :nobody'); } catch (QueryException e) { out.add(e.getMessage()); }`, `static String wanted = 'b2';`)).toBe('2 | 1 | 2 | b1 | 2 | Variable does not exist: nobody');
  });
  it('throws as the platform does where a row or field is missing', () => {
    expect(apex(`try { Account a = [SELECT Id FROM Account WHERE Name = 'Nobody']; } catch (QueryException e) { out.add(e.getMessage()); }
      insert new Account(Name = 'f'); Account a = [SELECT Id FROM Account WHERE Name = 'f']; try { out.add(a.Name); } catch (SObjectException e) { out.add(e.getMessage()); }
      try { insert new Contact(); } catch (DmlException e) { out.add(e.getDmlType(0)); } try { insert a; } catch (DmlException e) { out.add(e.getNumDml()); } out.add([SELECT Id FROM Account WHERE Name = 'Nobody']?.Name);`))
      .toBe('List has no rows for assignment to SObject | SObject row was retrieved via SOQL without querying the requested field: Account.Name | REQUIRED_FIELD_MISSING | 1 | null');
  });
  it('keeps binds in place behind characters beyond the basic plane', () => {
    expect(apex(`String s = '😀🚚'; out.add(s.length()); insert new Account(Name = s); out.add([SELECT Name FROM Account WHERE Name = :s LIMIT 1].Name == s);`)).toBe('4 | true');
  });
  it('takes a collection where a query compares for equality, and rows of SObject where a loop names the object', () => {
    expect(apex(`insert new List<Account>{ new Account(Name = 'e1'), new Account(Name = 'e2') }; Set<String> names = new Set<String>{ 'e1', 'e2' }; List<SObject> rows = [SELECT Name FROM Account WHERE Name = :names ORDER BY Name]; for (Account a : rows) out.add(a.clone().Name);
      Database.SaveResult r = Database.insert(new Account(), false); out.add(r.success); out.add(r.isSuccess()); out.add(Account.getSObjectType()); out.add(Account.SObjectType.fields.Name); out.add(SObjectType.Account.fields.getMap().containsKey('name'));`)).toBe('e1 | e2 | false | false | Account | Name | true');
  });
  it('marks a field with an error', () => {
    const org = apexOrg({ 'trigger Guard': `trigger Guard on Shipment__c (before insert) { for (Shipment__c s : Trigger.new) { s.Weight__c.addError('Too heavy'); s.addError('No'); } }` });
    expect(org.errors).toEqual([]);
  });
  it('upserts by an external id', () => {
    expect(apex(`upsert new Shipment__c(Reference__c = 'U1', Weight__c = 1) Reference__c; upsert new List<Shipment__c>{ new Shipment__c(Reference__c = 'U1', Weight__c = 2), new Shipment__c(Reference__c = 'U2') } Shipment__c.Reference__c; for (Shipment__c s : [SELECT Weight__c FROM Shipment__c WHERE Reference__c LIKE 'U%' ORDER BY Reference__c]) out.add(s.Weight__c);`)).toBe('2.00 | null');
  });
  it('knows tokens, describes, labels and custom metadata', () => {
    expect(apex(`out.add(Shipment__c.SObjectType); out.add(Shipment__c.Weight__c); out.add(Schema.SObjectType.Shipment__c.getName()); out.add(SObjectType.Shipment__c.fields.Weight__c.getName()); out.add(Shipment__c.Weight__c.getDescribe().getName()); out.add(Label.Depot_Greeting); out.add(System.Label.Depot_Greeting.length());
      out.add(Route_Setting__mdt.getInstance('North').Region__c); out.add(Route_Setting__mdt.getAll().keySet()); Type t = Snippet.class; out.add(t.getName());`)).toBe('Shipment__c | Weight__c | Shipment__c | Weight__c | Weight__c | Welcome to the depot | 20 | Hanse | {North} | Snippet');
  });
});

describe('in whose name', () => {
  const reader = (keyword: string): string => `public ${keyword} class Reader { public static String show() { return '' + Probe.mode(); } }`;
  const probe = `public inherited sharing class Probe { public static Integer mode() { return [SELECT COUNT() FROM Account WITH SYSTEM_MODE]; } public static Integer plain() { return [SELECT COUNT() FROM Account]; } }`;

  function callers(sources: Record<string, string>, call: (org: ReturnType<typeof apexOrg>) => void, apiVersion = 66): string[] {
    const org = apexOrg(sources, apiVersion);
    expect(org.errors).toEqual([]);
    const seen: string[] = [];
    const query = org.database.query.bind(org.database);
    const spy = jest.spyOn(org.database, 'query').mockImplementation((text, caller, options) => {
      seen.push(`${caller.mode} ${caller.sharing ? 'with' : 'without'}`);
      return query(text, caller, options);
    });
    try {
      call(org);
    } finally {
      spy.mockRestore();
    }
    return seen;
  }

  it('takes sharing from the class, and for inherited sharing from its caller', () => {
    const show = (keyword: string): string[] => callers({ Probe: probe, Reader: reader(keyword) }, (org) => org.run('Reader', 'show'));
    expect(show('with sharing')).toEqual(['system with']);
    expect(show('without sharing')).toEqual(['system without']);
    expect(show('')).toEqual(['system without']);
    expect(callers({ Probe: probe }, (org) => org.run('Probe', 'plain'))).toEqual(['system with']);
  });
  it('runs in user mode by default from API 67 on, and in system mode where it says so', () => {
    const modes = `public class Modes { public static void run() { Object a = [SELECT Id FROM Account LIMIT 1]; a = [SELECT Id FROM Account WITH SYSTEM_MODE LIMIT 1]; a = Database.query('SELECT Id FROM Account LIMIT 1'); } }`;
    expect(callers({ Modes: modes }, (org) => org.run('Modes'), 67)).toEqual(['user with', 'system with', 'user with']);
    expect(callers({ Modes: modes }, (org) => org.run('Modes'), 66)).toEqual(['system without', 'system without', 'system without']);
  });
  it('goes back to the frame of the caller when a method returns or throws', () => {
    const sources = {
      Outer: `public with sharing class Outer { public static void run() { try { Inner.fail(); } catch (Exception e) { } Inner.fine(); Object a = [SELECT Id FROM Account LIMIT 1]; } }`,
      Inner: `public without sharing class Inner { public static void fail() { throw new ListException('x'); } public static void fine() { Object a = [SELECT Id FROM Account LIMIT 1]; } }`,
    };
    expect(callers(sources, (org) => org.run('Outer'))).toEqual(['system without', 'system with']);
  });
});

describe('triggers and anonymous blocks', () => {
  it('reads the trigger context by its types', () => {
    const org = apexOrg({
      'trigger Watch': `trigger Watch on Shipment__c (before insert, after update) {
        for (Shipment__c s : Trigger.new) { if (Trigger.isBefore) { s.Weight__c = 5; } else if (s.Weight__c != Trigger.oldMap.get(s.Id).Weight__c) { Seen.add(Trigger.operationType + ' ' + Trigger.size); } }
      }`,
      Seen: `public class Seen { public static List<String> all = new List<String>(); public static void add(String s) { all.add(s); } public static Boolean inside() { return Trigger.isExecuting; } }`,
    });
    expect(org.errors).toEqual([]);
    expect(org.compilation.program.triggers.map((each) => [each.name, each.object, each.events])).toEqual([['Watch', 'Shipment__c', ['beforeInsert', 'afterUpdate']]]);
    expect(org.run('Seen', 'inside')).toBe('false');
  });
  it('says where in a trigger it failed to compile', () => {
    expect(apexOrg({ 'trigger Bad': `trigger Bad on Shipment__c (before insert) {\n  for (Account a : Trigger.new) { }\n}` }).errors).toEqual(['Bad.trigger:2:3 Loop variable must be of type Shipment__c']);
    expect(apexOrg({ 'trigger Bad': `trigger Bad on Nothing__c (before insert) { }` }).errors).toEqual(['Bad.trigger:1:16 Invalid type: Nothing__c']);
  });
  it('runs anonymous blocks with variables, methods and classes', () => {
    const org = apexOrg({ Adder: `public class Adder { public static Integer add(Integer a, Integer b) { return a + b; } }` });
    expect(org.anonymous(`class Local { Integer twice(Integer i) { return i * 2; } }\nInteger helper(Integer i) { return i + 1; }\nInteger x = Adder.add(1, 2);\nSystem.debug(helper(new Local().twice(x)));`)).toEqual({ errors: [], log: ['7'] });
    expect(org.anonymous(`Integer i = 'a';\nnope();`).errors).toEqual(['AnonymousBlock:1:9 Illegal assignment from String to Integer', 'AnonymousBlock:2:1 Method does not exist or incorrect signature: void nope() from the type AnonymousBlock']);
    expect(org.anonymous(`System.debug('again');`).log).toEqual(['again']);
  });
});
