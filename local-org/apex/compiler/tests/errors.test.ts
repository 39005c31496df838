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
  it('says where the syntax breaks', () => {
    expect(apexOrg({ Bad: 'public class Bad {\n  void f() {\n    Integer i = ;\n  }\n}' }).errors).toEqual(["Bad.cls:3:17 Unexpected token ';'."]);
    expect(apexOrg({ Bad: 'public class Bad {\n  void f() {\n    Integer i = 1\n  }\n}' }).errors[0]).toMatch(/^Bad\.cls:[34]:\d+ .*';'/);
  });
});
