/** What does not compile: the platform's words, at the line and column where it stands. */
import { apexOrg } from './support';

/** Problems of one class whose method `f` has these statements, each on a line of its own from line 3. */
function problems(statements: readonly string[], members = '', apiVersion = 66): string[] {
  const text = ['public class Bad {', `  public static void f() {`, ...statements, `  }${members}`, '}'].join('\n');
  return apexOrg({ Bad: text }, apiVersion).errors.map((each) => each.replace(/^Bad\.cls:/, ''));
}
const one = (statement: string, members = ''): string | undefined => problems([statement], members)[0];

describe('types of values', () => {
  it.each([
    [`Integer i = 'a';`, '3:9 Illegal assignment from String to Integer'],
    [`String s; s = 5;`, '3:11 Illegal assignment from Integer to String'],
    [`Integer i = 5L;`, '3:9 Illegal assignment from Long to Integer'],
    [`Integer i = 1.5;`, '3:9 Illegal assignment from Decimal to Integer'],
    [`Integer i = 1; i += 1.5;`, '3:16 Illegal assignment from Decimal to Integer'],
    [`Account a = new Contact();`, '3:9 Illegal assignment from Contact to Account'],
    [`SObject s; Account a = s;`, '3:20 Illegal assignment from SObject to Account'],
    [`Set<Id> s = new Set<String>();`, '3:9 Illegal assignment from Set<String> to Set<Id>'],
    [`Map<String, Integer> m = new Map<String, String>();`, '3:22 Illegal assignment from Map<String,String> to Map<String,Integer>'],
    [`if (1) { return; }`, '3:5 Condition expression must be of type Boolean: Integer'],
    [`Object o = 'a' * 2;`, '3:12 Arithmetic expressions must use numeric arguments'],
    [`Boolean b = 'a' == 1;`, '3:13 Comparison arguments must be compatible types: String, Integer'],
    [`Boolean b = 1 && true;`, '3:13 AND operator can only be applied to Boolean expressions'],
    [`Integer i = (Integer) new Account();`, '3:13 Incompatible types since an instance of Account is never an instance of Integer'],
    [`Boolean b = new Account() instanceof Contact;`, '3:13 Operation instanceof is always false since an instance of Account is never an instance of Contact'],
    [`Integer big = 3000000000;`, '3:15 Illegal integer'],
    [`for (String s : new List<Integer>()) { }`, '3:1 Loop variable must be of type Integer'],
    [`for (Integer i : 5) { }`, '3:18 Loop must iterate over collection: Integer'],
    [`throw new Account();`, '3:1 Throw expression must be of type exception: Account'],
    [`insert 'a';`, '3:1 DML requires SObject or SObject list type: String'],
  ])('refuses %s', (statement, expected) => {
    expect(one(statement)).toBe(expected);
  });
});

describe('names', () => {
  it.each([
    ['x = 3;', '3:1 Variable does not exist: x'],
    ['Integer i = Math.nothing;', '3:18 Variable does not exist: nothing'],
    [`foo('x');`, '3:1 Method does not exist or incorrect signature: void foo(String) from the type Bad'],
    [`String s = 'a'.foo(1, null);`, '3:16 Method does not exist or incorrect signature: void foo(Integer, null) from the type String'],
    [`System.debugg('x');`, '3:8 Method does not exist or incorrect signature: void debugg(String) from the type System'],
    ['Foo f;', '3:1 Invalid type: Foo'],
    ['List<Foo> f;', '3:6 Invalid type: Foo'],
    ['Object o = new Foo();', '3:16 Invalid type: Foo'],
    ['Integer i; String I;', '3:19 Duplicate variable: I'],
    ['Account a = new Account(Nope__c = 1);', '3:25 Field does not exist: Nope__c on Account'],
    ['Account a = new Account(Name = 1);', '3:32 Invalid initializer type Integer found for field Account.Name: expected compatible type is String'],
    ['Account a = new Account(); a.Nope__c = 1;', '3:30 Variable does not exist: Nope__c'],
    ['Shipment__c s; String n = s.Account__r.Nope__c;', '3:40 Variable does not exist: Nope__c'],
    ['Object o = Account.Nope__c;', '3:20 Variable does not exist: Nope__c'],
    ['String s = Label.Nothing;', '3:18 External string does not exist: Nothing'],
    ['Shipment__c s = new Shipment__c(Account_Name__c = \'x\');', '3:33 Field is not writeable: Shipment__c.Account_Name__c'],
    ['upsert new Shipment__c() Weight__c;', '3:26 Invalid field for upsert, must be an External Id custom or standard indexed field: Weight__c (Shipment__c)'],
    [`Object o = [FIND 'x' IN ALL FIELDS RETURNING Account];`, '3:12 The local org does not model SOSL (FIND). See docs/local-org-gaps.md.'],
  ])('refuses %s', (statement, expected) => {
    expect(one(statement)).toBe(expected);
  });

  it('places problems of a query behind its binds', () => {
    expect(problems(['List<Account> l = [SELECT Id FROM Account WHERE Name = :String.valueOf(1) AND', '  Nope__c = 1];'])[0]).toMatch(/^4:3 No such column 'Nope__c' on entity 'Account'/);
  });
  it('checks relationships, child relationships and binds of queries', () => {
    expect(problems([
      'Object a = [SELECT Nothing__r.Name FROM Shipment__c];', 'Object b = [SELECT (SELECT Id FROM Nothings__r) FROM Shipment__c];', 'Date d; Object c = [SELECT Id FROM Account WHERE Name = :d];',
    ]).map((each) => each.replace(/(Invalid bind expression type of Date for column of type String|Didn't understand relationship '\w+'|relationship '?\w+'?).*/, '$1'))).toEqual([
      expect.stringMatching(/^3:20 .*Nothing__r/), expect.stringMatching(/^4:36 .*Nothings__r/), '5:58 Invalid bind expression type of Date for column of type String',
    ]);
  });
});

describe('flow and members', () => {
  it('finds every problem, one a statement', () => {
    expect(problems([`Integer i = 'a' + nothing;`, 'x = y;', 'return;', 'i = 1;'])).toEqual(['3:19 Variable does not exist: nothing', '4:1 Variable does not exist: x', '6:1 Unreachable statement']);
  });
  it('wants a return on every path', () => {
    expect(one('', '\n  Integer g(Boolean b) { if (b) { return 1; } else { throw new ListException(); } }\n  Integer h(Boolean b) { if (b) { return 1; } }')).toBe('6:11 Missing return statement required return type: Integer');
    expect(one('return 1;')).toBe('3:1 Void method must not return a value');
    expect(one('', '\n  Integer g() { return; }')).toBe('5:17 Non-void method must return a value');
    expect(one('', `\n  Integer g() { return 'a'; }`)).toBe('5:24 Illegal conversion from String to Integer');
  });
  it('holds static and instance apart', () => {
    expect(one('g();', '\n  void g() { }')).toBe('3:1 Non static method cannot be referenced from a static context: void g()');
    expect(one('Object o = this;')).toBe('3:12 This cannot be referenced in a static context');
    expect(one('Object o = a;', '\n  Integer a;')).toBe('3:12 Variable does not exist: a');
  });
  it('holds access', () => {
    const hidden = 'public class Hidden { private static Integer a; @TestVisible private static Integer b; private void m() { } public Integer p { get; private set; } }';
    expect(apexOrg({ Hidden: hidden, Bad: `public class Bad { void f() {\nInteger i = Hidden.a;\ni = Hidden.b;\nnew Hidden().m();\nnew Hidden().p = 1;\n} }` }).errors).toEqual([
      'Bad.cls:2:20 Variable is not visible: Hidden.a', 'Bad.cls:3:12 Variable is not visible: Hidden.b', 'Bad.cls:4:14 Method is not visible: void m() from the type Hidden', 'Bad.cls:5:14 Variable is not visible: Hidden.p',
    ]);
    expect(apexOrg({ Hidden: hidden, Good: `@IsTest private class Good { static void f() { Integer i = Hidden.b; } }` }).errors).toEqual([]);
  });
  it('wants interfaces and abstract methods implemented, and override said', () => {
    const errors = apexOrg({
      Bad: `public abstract class Bad {
  public interface Shape { Integer area(String unit); }
  public class Square implements Shape { }
  public class Job implements Queueable { }
  abstract void todo();
  public class Done extends Bad { }
  public virtual class A { public virtual void m() { } public void n() { } }
  public class B extends A { public void m() { } public override void n() { } public override void q() { } }
  final class C extends B { }
}` }).errors.map((each) => each.replace(/^Bad\.cls:/, ''));
    expect(errors).toEqual([
      '3:16 Class Bad.Square must implement the method: Integer Bad.Shape.area(String)', '4:16 Class Bad.Job must implement the method: void Queueable.execute(QueueableContext)', '6:16 Class Bad.Done must implement the abstract method: void Bad.todo()',
      '8:42 Method must use the override keyword: void Bad.B.m()', '8:71 Non-virtual, non-abstract methods cannot be overridden: void Bad.B.n()', '8:100 @Override specified for non-overriding method: void Bad.B.q()',
      '9:25 Non-virtual and non-abstract type cannot be extended: Bad.B',
    ]);
  });
  it('refuses annotations it does not know and wrong uses of those it knows', () => {
    expect(apexOrg({ Bad: `public class Bad {\n@AuraEnabled(cacheable=true)\npublic String get() { return ''; }\n@Nonsense\npublic void a() { }\n@Future\npublic static void later(Account a) { }\n@IsTest\nstatic void t() { }\n}` }).errors).toEqual([
      'Bad.cls:2:1 AuraEnabled(cacheable=true) methods must be static: get', 'Bad.cls:4:1 Annotation does not exist: Nonsense', 'Bad.cls:7:34 Future methods do not support parameter type of Account',
      'Bad.cls:9:13 Defining type for testMethod declarations must be declared as IsTest',
    ]);
  });
  it('refuses ambiguous and unfit calls', () => {
    expect(one('pick(null);', '\n  static void pick(String s) { }\n  static void pick(Account a) { }')).toBe('3:1 Method is ambiguous: pick(null)');
    expect(one('Object o = new One();', '\n  class One { One(Integer i) { } }')).toBe('3:12 Constructor not defined: [Bad.One].<Constructor>()');
    expect(one('Object o = new One();', '\n  abstract class One { }')).toBe('3:16 Abstract classes cannot be constructed: Bad.One');
  });
  it.each(['', '@IsTest', "@RestResource(urlMapping='/x/*')", 'public', 'public class', 'public class Bad', 'public class Bad {'])('says that a source ends too early: %j', (text) => {
    expect(apexOrg({ Bad: text }).errors[0]).toMatch(/^Bad\.cls:1:\d+ /);
  });
  it('says where the syntax breaks', () => {
    expect(apexOrg({ Bad: 'public class Bad {\n  void f() {\n    Integer i = ;\n  }\n}' }).errors).toEqual(["Bad.cls:3:17 Unexpected token ';'."]);
    expect(apexOrg({ Bad: 'public class Bad {\n  void f() {\n    Integer i = 1\n  }\n}' }).errors[0]).toMatch(/^Bad\.cls:[34]:\d+ .*';'/);
  });
});

describe('cacheable methods', () => {
  const cacheable = (body: string, members = ''): string | undefined => apexOrg({ Bad: `public with sharing class Bad {\n  @AuraEnabled(cacheable=true)\n  public static void read() {\n    ${body}\n  }\n${members}\n}` }).errors[0];
  const WRITES = 'AuraEnabled(cacheable=true) methods must not write (Too many DML statements: 1): read';
  it.each([
    ['a DML statement', 'insert new Account();', '', `Bad.cls:4:5 ${WRITES}`],
    ['a DML statement in a branch', 'if (true) { for (Integer i = 0; i < 2; i++) { update new Account(); } }', '', `Bad.cls:4:51 ${WRITES}`],
    ['a method of Database', 'Object o = Database.insert(new Account(), false);', '', expect.stringMatching(/^Bad\.cls:4:\d+ .*must not write/) as string],
    ['a method of the class that writes', 'save();', '  static void save() {\n    upsert new Account();\n  }', `Bad.cls:7:5 ${WRITES}`],
    ['one that calls one that writes, by the name of the class', 'Bad.first(1);', '  static void first(Integer i) { second(); }\n  static void second() { delete new Account(); first(1); }', `Bad.cls:7:26 ${WRITES}`],
  ])('GIVEN %s THEN it is refused', (_name, body, members, expected) => expect(cacheable(body, members)).toEqual(expected));
  it.each([
    ['one that only reads', 'List<Account> found = [SELECT Id FROM Account];', ''],
    ['one of the same name with other parameters', 'save();', '  static void save() { }\n  static void save(Account a) { insert a; }'],
    ['one beside a method that writes', 'Integer i = 1;', '  static void save() { insert new Account(); }'],
  ])('GIVEN %s THEN it compiles', (_name, body, members) => expect(cacheable(body, members)).toBeUndefined());
});

describe('queries', () => {
  it.each([
    ['a field of a parent of a parent', 'SELECT Account__r.Owner.Nope__c FROM Shipment__c', 'Nope__c'],
    ['an unknown parent of a parent', 'SELECT Account__r.Nothing__r.Name FROM Shipment__c', 'Nothing__r'],
    ['a field inside a function', 'SELECT MAX(Nope__c) FROM Account', 'Nope__c'],
    ['a field to group by', 'SELECT COUNT(Id) FROM Account GROUP BY Nope__c', 'Nope__c'],
    ['a field in HAVING', 'SELECT COUNT(Id) FROM Account GROUP BY Name HAVING SUM(Nope__c) > 1', 'Nope__c'],
    ['a field to order by', 'SELECT Id FROM Account ORDER BY Nope__c', 'Nope__c'],
    ['a field of a sub-query', 'SELECT Id, (SELECT Nope__c FROM Contacts) FROM Account', 'Nope__c'],
    ['a condition of a sub-query', 'SELECT Id, (SELECT Id FROM Contacts WHERE Nope__c = 1) FROM Account', 'Nope__c'],
    ['a field of a semi-join', 'SELECT Id FROM Account WHERE Id IN (SELECT Nope__c FROM Contact)', 'Nope__c'],
    ['a condition of a semi-join', "SELECT Id FROM Account WHERE Id NOT IN (SELECT AccountId FROM Contact WHERE Nope__c = 'x')", 'Nope__c'],
    ['an unknown object', 'SELECT Id FROM Nope__c', 'Nope__c'],
    ['an unknown object of a semi-join', 'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Nope__c)', 'Nope__c'],
  ])('GIVEN %s that does not exist WHEN compiled THEN it is named at its place', (_name, soql, missing) => {
    const statement = `Object o = [${soql}];`;
    // A path stands where it begins.
    const path = /[\w.]*$/.exec(statement.slice(0, statement.indexOf(missing)))?.[0] ?? '';
    expect(one(statement)).toMatch(new RegExp(`^3:${statement.indexOf(missing) - path.length + 1} .*${missing}`));
  });
});

describe('casts and initialisers', () => {
  it.each([
    ['String s = (String) 5;', /^3:12 Incompatible types since an instance of Integer is never an instance of String/],
    ['Account a = (Account) new Contact();', /^3:13 Incompatible types since an instance of Contact is never an instance of Account/],
    ['List<Account> a = (List<Account>) new Set<Account>();', /^3:19 Incompatible types since an instance of Set<Account> is never an instance of List<Account>/],
    ["Shipment__c s = new Shipment__c(Weight__c = 'heavy');", /^3:45 Invalid initializer type String found for field Shipment__c\.Weight__c: expected compatible type is Decimal/],
    ["Shipment__c s = new Shipment__c(Ship_Date__c = '2026-01-01');", /^3:48 Invalid initializer type String found for field Shipment__c\.Ship_Date__c: expected compatible type is Date/],
    ['Contact c = new Contact(AccountId = new Account());', /^3:37 Invalid initializer type Account found for field Contact\.AccountId: expected compatible type is Id/],
  ])('refuses %s', (statement, expected) => expect(one(statement)).toMatch(expected));
});

describe('statements that are never reached', () => {
  it.each([
    [['throw new ListException();', 'Integer i = 1;'], '4:1 Unreachable statement'],
    [['while (true) { break; Integer i = 1; }'], '3:23 Unreachable statement'],
    [['for (Integer i = 0; i < 2; i++) { continue; i++; }'], '3:45 Unreachable statement'],
    [['if (true) { return; } else { throw new ListException(); }', 'Integer i = 1;'], '4:1 Unreachable statement'],
    [['try { return; } finally { }', 'Integer i = 1;'], '4:1 Unreachable statement'],
  ])('refuses %j', (statements, expected) => expect(problems(statements)[0]).toBe(expected));
});
