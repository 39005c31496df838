/** What Apex computes. Pages: Apex Developer Guide, "Data Types and Variables", "Expression Operators", "Classes". */
import { apex } from './support';

describe('numbers', () => {
  it('wraps Integer and Long, and divides towards zero', () => {
    expect(apex(`Integer max = 2147483647; out.add(max + 1); out.add(-7 / 2); out.add(Math.mod(-7, 2)); Integer h = 65536; out.add(h * h);
      Long big = 9223372036854775807L; out.add(big + 1); out.add(7L / 2); Integer i = 5; i += 3; i *= 2; i -= 1; i /= 4; out.add(i);`)).toBe('-2147483648 | -3 | -1 | 0 | -9223372036854775808 | 3 | 3');
  });
  it('keeps the scale of Decimal and divides it exactly', () => {
    expect(apex(`Decimal a = 1.10; Decimal b = 2.205; out.add(a + b); out.add(a * b); out.add(10.0 / 4); Decimal third = 1; out.add((third / 3).setScale(4)); out.add(1.0 == 1.00); Double d = 1; out.add(d / 3 > 0.33);`)).toBe('3.305 | 2.42550 | 2.5 | 0.3333 | true | true');
  });
  it('throws MathException on division by zero', () => {
    expect(apex(`try { Integer zero = 0; out.add(1 / zero); } catch (MathException e) { out.add(e.getMessage()); } try { Decimal zero = 0; out.add(1.5 / zero); } catch (MathException e) { out.add(e.getMessage()); }`)).toBe('Divide by 0 | Divide by 0');
  });
  it('shifts and combines bits', () => {
    expect(apex(`out.add(1 << 33); out.add(-8 >> 1); out.add(-8 >>> 28); out.add(6 & 3); out.add(6 | 3); out.add(6 ^ 3); out.add(1L << 33); out.add(-8L >>> 60); out.add(true ^ false); out.add(~5);`)).toBe('2 | -4 | 15 | 2 | 7 | 5 | 8589934592 | 15 | true | -6');
  });
  it('increments before and after', () => {
    expect(apex(`Integer i = 1; out.add(i++ + ++i); List<Integer> l = new List<Integer>{ 1 }; l[0]++; l[0] += 5; out.add(l[0]); Long n = 1; n++; out.add(n); Decimal d = 1.5; d--; out.add(d);`)).toBe('4 | 7 | 2 | 0.5');
  });
  it('compares with null as false and throws where a null number is computed with', () => {
    expect(apex(`Integer n = null; out.add(n < 1); out.add(n >= 1); out.add(n == null); try { Integer m = n + 1; out.add(m); } catch (NullPointerException e) { out.add(e.getMessage()); }`)).toBe('false | false | true | Attempt to de-reference a null object');
  });
});

describe('text', () => {
  it('compares with == without case and in collections with case', () => {
    expect(apex(`String a = 'abc'; out.add(a == 'ABC'); out.add(a.equals('ABC')); out.add(new Set<String>{ 'abc' }.contains('ABC')); out.add(new Map<String, Integer>{ 'a' => 1 }.containsKey('A')); out.add('a' != 'A'); out.add(a === 'abc');`)).toBe('true | false | false | false | false | true');
  });
  it('treats Ids of 15 and 18 characters alike', () => {
    expect(apex(`Id a = '001000000000001'; out.add(a); out.add(a == '001000000000001'); out.add(a == '001000000000001AAA'); String s = a; out.add(s.length()); try { Id bad = 'nonsense'; } catch (StringException e) { out.add(e.getMessage()); }`)).toBe('001000000000001AAA | true | true | 18 | Invalid id: nonsense');
  });
  it('writes null and values when it joins', () => {
    expect(apex(`String none; out.add('a' + null); out.add('x' + none); out.add('d' + 1.50 + true + 5L); String s = 'a'; s += 1; out.add(s); out.add('' + Date.newInstance(2026, 1, 2));`)).toBe('anull | xnull | d1.50true5 | a1 | 2026-01-02 00:00:00');
  });
  it('reads escapes and multi-line text', () => {
    expect(apex(`out.add('it\\'s \\u0041\\\\'.length()); String t = '''\n  one\n  two'''; out.add(t.split('\\n').size());`)).toBe('7 | 2');
  });
});

describe('flow', () => {
  it('switches on values, enums, types and null', () => {
    expect(apex(`for (Integer i : new List<Integer>{ 1, 2, 3, null }) { switch on i { when 1, 2 { out.add('low'); } when null { out.add('none'); } when else { out.add('high'); } } }
      switch on 'b' { when 'B' { out.add('upper'); } when 'b' { out.add('lower'); } }
      SObject row = new Contact(LastName = 'L'); switch on row { when Account a { out.add('account'); } when Contact c { out.add(c.LastName); } }
      switch on Size.BIG { when SMALL { out.add('small'); } when BIG { out.add('big'); } }`, 'enum Size { SMALL, BIG }')).toBe('low | low | high | none | lower | L | big');
  });
  it('loops, breaks and continues', () => {
    expect(apex(`Integer n = 0; while (true) { n++; if (n == 2) continue; if (n > 4) break; out.add(n); } do { n--; } while (n > 0); out.add(n); for (Integer i = 0, j = 10; i < j; i += 3, j--) { out.add(i + j); } for (String s : new Set<String>{ 'x' }) out.add(s);`)).toBe('1 | 3 | 4 | 0 | 10 | 12 | 14 | x');
  });
  it('runs finally, rethrows, and keeps the cause', () => {
    expect(apex(`try { try { throw new OddException('first'); } catch (OddException e) { throw new OddException('second', e); } finally { out.add('finally'); } } catch (Exception e) { out.add(e.getMessage() + '<' + e.getCause().getMessage()); } out.add(early());`,
      `class OddException extends Exception {} static Integer early() { try { return 1; } finally { Integer ignored = 2; } }`)).toBe('finally | second<first | 1');
  });
  it('compares a chain cut short at ?. with null', () => {
    expect(apex(`Account a; out.add(a?.Name == null); out.add(a?.Name != null); out.add(a?.Name != null && true); out.add(null != a?.CreatedDate); a = new Account(Name = 'x'); out.add(a?.Name == null); out.add(a?.Name != null); out.add(a?.NumberOfEmployees != a?.NumberOfEmployees);`)).toBe('true | false | false | false | false | true | false');
  });
  it('cuts a chain short at ?. and takes the right side of ??', () => {
    expect(apex(`Account a; out.add(a?.Name?.toUpperCase().length()); String s = null; out.add(s ?? 'other'); a = new Account(Name = 'x'); out.add(a?.Name?.toUpperCase()); Integer n = s?.length() ?? 7; out.add(n);`)).toBe('null | other | X | 7');
  });
});

describe('classes', () => {
  it('dispatches on the object and chooses overloads by static types', () => {
    expect(apex(`Base b = new Derived(); out.add(b.name()); out.add(pick(1)); out.add(pick(1L)); out.add(pick('s')); Object o = 's'; out.add(pick(o)); out.add(pick(1.5)); out.add(pick(new List<Account>()));`,
      `virtual class Base { public virtual String name() { return 'base'; } } class Derived extends Base { public override String name() { return 'derived of ' + super.name(); } }
       static String pick(Integer i) { return 'Integer'; } static String pick(Long l) { return 'Long'; } static String pick(Decimal d) { return 'Decimal'; } static String pick(String s) { return 'String'; } static String pick(Object o) { return 'Object'; } static String pick(List<SObject> l) { return 'rows'; }`)).toBe('derived of base | Integer | Long | String | Object | Decimal | rows');
  });
  it('runs initialisers and constructors in order', () => {
    expect(apex(`new Child(); for (String s : trace) out.add(s);`,
      `static List<String> trace = new List<String>(); static String note(String s) { trace.add(s); return s; }
       virtual class Parent { String p = note('parent field'); public Parent() { this('x'); note('parent()'); } public Parent(String s) { note('parent(String)'); } }
       class Child extends Parent { String c = note('child field'); { note('child block'); } public Child() { super(); note('child()'); } }`)).toBe('parent field | parent(String) | parent() | child field | child block | child()');
  });
  it('has properties with accessors, lazily filled statics, and names in any case', () => {
    expect(apex(`out.add(lazy.size()); LAZY.add('more'); out.add(Lazy.size()); Box b = new Box(); b.Width = 4; out.add(b.WIDTH + b.area); b.width += 1; out.add(b.area);`,
      `static List<String> lazy { get { if (lazy == null) lazy = new List<String>{ 'one' }; return lazy; } private set; }
       class Box { public Integer width { get; set { width = value * 2; } } public Integer area { get { return width * width; } } }`)).toBe('1 | 2 | 72 | 324');
  });
  it('implements interfaces of the user and of the platform', () => {
    expect(apex(`List<Item> items = new List<Item>{ new Item(3), new Item(1) }; items.sort(); Shape s = items[0]; out.add(s.area()); items.sort(new Reverse()); out.add(items[0].area()); for (Integer i : new Numbers()) out.add(i); out.add(s instanceof Item); out.add(s instanceof Comparable);`,
      `interface Shape { Integer area(); } class Item implements Shape, Comparable { Integer n; Item(Integer n) { this.n = n; } public Integer area() { return n; } public Integer compareTo(Object o) { return n - ((Item) o).n; } }
       class Reverse implements Comparator<Item> { public Integer compare(Item a, Item b) { return b.n - a.n; } }
       class Numbers implements Iterable<Integer>, Iterator<Integer> { Integer at = 0; public Iterator<Integer> iterator() { return this; } public Boolean hasNext() { return at < 3; } public Integer next() { return at++; } }`)).toBe('1 | 3 | 0 | 1 | 2 | true | true');
  });
  it('uses equals and hashCode of user classes', () => {
    expect(apex(`Key a = new Key('x'); Key b = new Key('x'); out.add(a == b); out.add(a === b); Map<Key, Integer> m = new Map<Key, Integer>{ a => 1 }; m.put(b, 2); out.add(m.size()); out.add(m.get(a)); out.add('' + a);`,
      `class Key { String k; Key(String k) { this.k = k; } public Boolean equals(Object o) { return o instanceof Key && ((Key) o).k == k; } public override Integer hashCode() { return k.hashCode(); } public override String toString() { return 'Key ' + k; } }`)).toBe('true | false | 1 | 2 | Key x');
  });
  it('has enums with values, names and valueOf', () => {
    expect(apex(`for (Season s : Season.values()) out.add(s.name() + s.ordinal()); Season w = Season.valueOf('winter'); out.add(w); out.add(w == Season.WINTER); try { Season.valueOf('x'); } catch (NoSuchElementException e) { out.add('none'); }`, 'enum Season { SUMMER, WINTER }')).toBe('SUMMER0 | WINTER1 | WINTER | true | none');
  });
});

describe('collections and records', () => {
  it('throws ListException out of bounds', () => {
    expect(apex(`List<String> l = new String[]{ 'a' }; l[0] = 'b'; out.add(l[0]); try { out.add(l[3]); } catch (ListException e) { out.add(e.getMessage()); }`)).toBe('b | List index out of bounds: 3');
  });
  it('compares collections and records by value', () => {
    expect(apex(`out.add(new List<Integer>{ 1 } == new List<Integer>{ 1 }); out.add(new List<Integer>{ 1 } === new List<Integer>{ 1 }); out.add(new Account(Name = 'a') == new Account(Name = 'a')); out.add(new Set<Account>{ new Account(Name = 'a'), new Account(Name = 'a') }.size());`)).toBe('true | false | true | 1');
  });
  it('casts down with a check and says what it found', () => {
    expect(apex(`SObject s = new Account(Name = 'a'); Account a = (Account) s; out.add(a.Name); Object o = new List<Account>(); List<SObject> l = (List<SObject>) o; out.add(l.size()); try { Contact c = (Contact) s; } catch (TypeException e) { out.add(e.getMessage()); } Object n = 5; out.add(n instanceof Integer); out.add(n instanceof String);`)).toBe('a | 0 | Invalid conversion from runtime type Account to Contact | true | false');
  });
  it('lets lists and maps stand for those of super types', () => {
    expect(apex(`List<Object> l = new List<String>{ 'a' }; Map<String, Object> m = new Map<String, List<String>>{ 'k' => new List<String>() }; List<Account> rows = new List<SObject>{ new Account(Name = 'n') }; out.add(l.size() + m.size()); out.add(rows[0].Name); List<Base> bases = new List<Sub>{ new Sub() }; out.add(bases[0].name());`, `abstract class Base { public abstract String name(); } class Sub extends Base { public String name() { return 'sub'; } }`)).toBe('2 | n | sub');
  });
  it('reads (a) - b as a subtraction', () => {
    expect(apex(`Integer a = 10; Integer b = 3; Integer c = 2; out.add((a) - b); out.add((a) - b * c); out.add(a - (b) - c); out.add((Integer) -5L.intValue()); out.add(a + (b) - c);`)).toBe('7 | 4 | 5 | -5 | 11');
  });
  it('makes maps of rows by id', () => {
    expect(apex(`insert new Account(Name = 'M'); Map<Id, Account> m = new Map<Id, Account>([SELECT Id, Name FROM Account WHERE Name = 'M']); out.add(m.size()); for (Id key : m.keySet()) out.add(m.get(key).Name); Set<Id> ids = new Map<Id, SObject>([SELECT Id FROM Account WHERE Id IN :m.keySet()]).keySet(); out.add(ids.size());`)).toBe('1 | M | 1');
  });
});
