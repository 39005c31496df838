/** Corners of the language that generated code could get wrong. */
import { apex, apexOrg } from './support';

describe('names', () => {
  it('may be words and globals of the language below', () => {
    const org = apexOrg({
      Function: `public class Function { public Integer constructor = 1; public Integer arguments = 2; public static Integer delete_x = 3; public Integer sum() { Integer let = 4; Integer function = 5; return constructor + arguments + delete_x + let + function; } }`,
      BigInt: `public class BigInt { public static String run() { Long l = 9223372036854775807L; l += 1; return l + ' ' + new Function().sum(); } }`,
    });
    expect(org.run('BigInt')).toBe('-9223372036854775808 15');
  });
  it('are found in any case, and variables hide types', () => {
    expect(apex(`ACCOUNT account = NEW account(NAME = 'n'); OUT.Add(Account.name); string S = 'a'; out.add(s.TOUPPERCASE()); integer I = INTEGER.valueof('7'); out.add(i); for (STRING each : NEW list<STRING>{ 'z' }) out.add(EACH);`)).toBe('n | A | 7 | z');
  });
  it('of inner types are found from sub classes and from outside', () => {
    const org = apexOrg({
      Holder: `public virtual class Holder { public virtual class Part { public Integer n = 1; } public enum Kind { A, B } public static Part make() { return new Part(); } }`,
      Heir: `public class Heir extends Holder { public static String run() { Part p = new Part(); Holder.Part q = Holder.make(); Kind k = Kind.B; return '' + p.n + q.n + k + Holder.Kind.A.ordinal(); } }`,
    });
    expect(org.run('Heir')).toBe('11B0');
  });
});

describe('objects', () => {
  it('keep private methods and fields of each class apart', () => {
    expect(apex(`Sub s = new Sub(); out.add(s.both()); Top t = s; out.add(t.show());`,
      `virtual class Top { private Integer n = 1; private String secret() { return 'top'; } public String show() { return secret() + n; } } class Sub extends Top { private Integer n = 2; private String secret() { return 'sub'; } public String both() { return secret() + n + show(); } }`)).toBe('sub2top1 | top1');
  });
  it('call overridden methods from a constructor, and super through several classes', () => {
    expect(apex(`out.add(new C().log);`, `virtual class A { public String log = ''; public A() { log += name(); } public virtual String name() { return 'a'; } } virtual class B extends A { public override virtual String name() { return 'b' + super.name(); } } class C extends B { public override String name() { return 'c' + super.name(); } }`)).toBe('cba');
  });
  it('have virtual properties and accessors of different access', () => {
    expect(apex(`Top t = new Sub(); out.add(t.label); t.count = 3; out.add(t.count); t.count++; out.add(t.count);`,
      `virtual class Top { public virtual String label { get { return 'top'; } } public Integer count { get; set { count = value + 10; } } } class Sub extends Top { public override String label { get { return 'sub'; } } }`)).toBe('sub | 13 | 24');
  });
  it('extend exceptions with fields, constructors and causes', () => {
    expect(apex(`try { throw new MissingException('m', 4); } catch (MissingException e) { out.add(e.getMessage() + e.count + e.getTypeName()); } try { throw new MissingException(); } catch (Exception e) { out.add(e.getMessage() + (e instanceof MissingException)); } Exception cause = new ListException('c'); out.add(new MissingException('x', cause).getCause().getMessage()); MissingException set = new MissingException('before'); set.setMessage('after'); out.add(set.getMessage());`,
      `class MissingException extends Exception { public Integer count = 0; public MissingException(String m, Integer count) { this(m); this.count = count; } }`)).toBe('m4Snippet.MissingException | Script-thrown exceptiontrue | c | after');
  });
  it('serve several interfaces and are told apart by them', () => {
    expect(apex(`List<Named> all = new List<Named>{ new Cat(), new Dog() }; for (Named n : all) { out.add(n instanceof Dog ? 'dog ' + ((Dog) n).name() : 'other ' + n.name()); } Object o = all[0]; out.add(o instanceof Loud); out.add(all[1] instanceof Loud); out.add(((Loud) all[1]).noise());`,
      `interface Named { String name(); } interface Loud extends Named { String noise(); } class Cat implements Named { public String name() { return 'c'; } } class Dog implements Loud { public String name() { return 'd'; } public String noise() { return 'woof'; } }`)).toBe('other c | dog d | false | true | woof');
  });
});

describe('expressions', () => {
  it('evaluate once and from left to right', () => {
    expect(apex(`List<Integer> l = new List<Integer>{ 5, 6 }; l[next()] += 10; out.add(l); box().n += 1; box().n++; out.add(shared.n + ' ' + boxes + ' ' + at); Integer i = 1; i = i++ + i++; out.add(i); String s = 'a'; s += s += 'b'; out.add(s);`,
      `static Integer at = 0; static Integer next() { return at++; } class Box { Integer n = 0; } static Box shared = new Box(); static Integer boxes = 0; static Box box() { boxes++; return shared; }`)).toBe('(15, 6) | 2 2 1 | 3 | aab');
  });
  it('short-circuit, and unbox where a Boolean is wanted', () => {
    expect(apex(`Boolean none; if (false && none) { out.add('no'); } out.add(true || none); try { if (none) { out.add('no'); } } catch (NullPointerException e) { out.add('npe'); } Boolean b = false; b |= true; out.add(b); b &= false; out.add(b); out.add(none == null ? 'null' : 'set');`)).toBe('true | npe | true | false | null');
  });
  it('mix number types as the wider one', () => {
    expect(apex(`Integer i = 7; Long l = 2; Double d = 2; Decimal c = 2.50; out.add(i / l); out.add(i / d); out.add(i * c); out.add(l + c); Object o = true ? 1 : 2.5; out.add(o instanceof Decimal); out.add(i == 7.0); out.add(l < c); out.add(5 / 2 * 2.0); out.add(1.0 / 3 > 0.333); Long big = 2147483647 + 1; out.add(big);`)).toBe('3 | 3.5 | 17.50 | 4.50 | true | true | true | 4.0 | true | -2147483648');
  });
  it('nest collections and their literals', () => {
    expect(apex(`Map<String, List<Map<Integer, String>>> deep = new Map<String, List<Map<Integer, String>>>{ 'a' => new List<Map<Integer, String>>{ new Map<Integer, String>{ 1 => 'x' } } }; out.add(deep.get('a')[0].get(1)); Integer[][] grid = new List<Integer[]>{ new Integer[]{ 1, 2 }, new Integer[]{ 3 } }; out.add(grid[1][0] + grid[0].size()); List<String>[] lists = new List<List<String>>(); out.add(lists.isEmpty()); Integer[] three = new Integer[3]; out.add(three);`)).toBe('x | 5 | true | (null, null, null)');
  });
  it('throw where a null is used, at the right line', () => {
    expect(apex(`String s; List<String> l; Map<String, String> m; Account a; Snippet me;
      try { s.length(); } catch (NullPointerException e) { out.add(e.getLineNumber()); }
      try { l.add('x'); } catch (NullPointerException e) { out.add(e.getLineNumber()); }
      try { m.get('x'); } catch (NullPointerException e) { out.add(e.getLineNumber()); }
      try { a.Name = 'x'; } catch (NullPointerException e) { out.add(e.getLineNumber()); }
      try { me.hello(); } catch (NullPointerException e) { out.add(e.getLineNumber()); }
      try { for (String each : l) { } } catch (NullPointerException e) { out.add(e.getLineNumber()); }
      try { Integer i = new Map<String, Integer>().get('x'); Integer j = i + 1; } catch (NullPointerException e) { out.add(e.getLineNumber()); }`, 'String hello() { return null; }')).toBe('5 | 6 | 7 | 8 | 9 | 10 | 11');
  });
});

describe('finally', () => {
  it('runs on return, break and exception, and once', () => {
    expect(apex(`for (Integer i = 0; i < 3; i++) { try { if (i == 1) { continue; } if (i == 2) { break; } out.add(i); } finally { out.add('f' + i); } } out.add(value()); try { nested(); } catch (Exception e) { out.add(e.getMessage()); }`,
      `static List<String> seen = new List<String>(); static String value() { try { throw new ListException('x'); } catch (ListException e) { return 'caught'; } finally { seen.add('once'); } } static void nested() { try { try { throw new ListException('in'); } finally { seen.add('inner'); } } catch (ListException e) { throw new MathException(e.getMessage() + seen.size()); } }`)).toBe('0 | f0 | f1 | f2 | caught | in2');
  });
});
