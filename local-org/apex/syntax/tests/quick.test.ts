/** The quick reading beside the full grammar: the same tree, or none. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { anonymousByGrammar, classByGrammar, triggerByGrammar } from '../grammar';
import { quickAnonymous, quickClass, quickTrigger } from '../quick';
import { tokensOf } from '../quick/tokens';

const CONFORMANCE = join(__dirname, '../../../conformance');

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(cls|trigger)$/.test(name)).map((name) => join(folder, name)).sort();
}

const inClass = (statements: string): string => `public class Sample {\n  void run() {\n    ${statements}\n  }\n}`;

/** Constructs, one a line, that Apex allows and whose reading could go two ways. */
const STATEMENTS = [
  'Integer i = (a) - b * c + (Integer) -d - (e) - f;', 'Object o = (Map<Id, List<Account>>) p;', 'x = (A.B) y.z[0]++ ;', 'Boolean t = !a == b && (c || d) ? e : f ?? g;', 'Boolean t = a < b == c >= d;', 'Integer n = a << 2 >>> b >> c & d ^ e | f;',
  'Type t = List<Map<Id, Account[]>>.class;', 'Type u = Outer.Inner.class; Type v = void.class;', 'a.b.c(1, d?.e)[f.g] += h;', "String s = 'it\\'s' + '\\u00e9' + 1.5d + .5 + 10L;", 'List<String>[] grid = new List<String>[3];', 'Integer[] ns = new Integer[]{ 1, 2 };',
  "Map<String, Integer> m = new Map<String, Integer>{ 'a' => 1, 'b' => 2 };", 'Set<Id> ids = new Set<Id>{ a, b };', 'List<Id> none = new List<Id>{};', 'for (Integer i = 0, j = 1; i < 10; i++, j--) { continue; }', 'for (;;) break;', 'for (Account a : [SELECT Id FROM Account WHERE Name = :n AND CreatedDate = LAST_N_DAYS:3 LIMIT :m[0]]) total += 1;',
  'while (a) b(); do { c(); } while (d);', 'while (a) ;', 'try { a(); } catch (A.B e) { throw e; } finally { return; }', "switch on v { when 1, -2 { } when 'a' { } when RED, A.BLUE { } when Account acc { } when null { } when (3) { } when 5L { } when else { } }", 'insert as user a; update as system b; upsert c Key__c; upsert d A.Key__c; delete e; undelete f; merge g h;',
  'System.runAs(u) { a(); } system.debug(b);', 'final Integer k = 1, l;', 'this.a = super.b();', 'Object o = x instanceof Map<Id, Account> ? (Object) x : null;', 'Account a = new Account(Name = \'x\', Parent = new Account(Key__c = y));', 'List<Account> l = Database.query(q); l.sort(); get = set + trigger;', 'if (a) b(); else if (c) d(); else { }', '\u{1F600} // not read',
  '/* \u{1F600} */ Integer afterEmoji = 1;', 'Object q = [SELECT Id, (SELECT Id FROM Contacts WHERE Id IN :ids) FROM Account WHERE CreatedDate > 2026-01-01T00:00:00Z AND Name IN (:a, :b.c(d))];', 'Date d = 2026-01-01;', 'a = b = c;', 'return -x++;', 'return ~a;', 'a ? b : c ? d : e;',
];
const CLASSES = [
  "@IsTest(SeeAllData=false isParallel=true) private virtual inherited sharing class A extends B.C implements D<E>, F { ; static { x(); } { y(); } }", "public enum E { ONE, TWO } ", 'global interface I extends J { void a(final Integer x, List<Id> y); static Integer b(); }', "public class P { public Integer a { get; private set; } @TestVisible static String b = 'x', c { get { return b; } } }",
  "public class P { public String c { get { return b; } set { b = value; } } P(Integer n) { this(); } public abstract Integer m(); @future(callout=true) webservice static void f() { } }", "@RestResource(urlMapping='/x/*') global with sharing class R { class In { transient Integer x; enum Z { } } }", 'public class public { }', 'public public class A { }', 'class A { Integer a { get; get; } }', 'class A { void m() { x; } } class B { }', "class A { @SuppressWarnings('PMD') void m(); }",
];

const plain = (tree: unknown): unknown => JSON.parse(JSON.stringify(tree ?? null, (_key, value: unknown) => (value instanceof Set ? [...value] : value)));

/** Compares before it expects: the framework takes long over large trees that are equal. */
function expectEqual(quick: unknown, full: unknown): void {
  const equal = isDeepStrictEqual(quick, full);
  if (!equal) expect(quick).toEqual(full);
  expect(equal).toBe(true);
}

/** What the quick reading takes is what the grammar reads. The syntax of a query is judged when the query is analysed. */
function expectSame(text: string): boolean {
  const quick = quickClass(text);
  if (quick) expectEqual(plain(quick), plain(classByGrammar(text).unit));
  return quick !== undefined;
}

describe('GIVEN Apex that two readings could take differently', () => {
  it.each(STATEMENTS)('WHEN %s is read quickly THEN the tree is the grammar’s', (statement) => {
    expectSame(inClass(statement));
    expect(plain(quickAnonymous(statement) ?? anonymousByGrammar(statement).unit)).toEqual(plain(anonymousByGrammar(statement).unit));
  });
  it.each(CLASSES)('WHEN %s is read quickly THEN the tree is the grammar’s', (text) => {
    expectSame(text);
  });
});

const FILES = sources(CONFORMANCE);
/** Every which of them is read here; `npm run test:long` reads them all (SOURCE_STRIDE=1): the grammar takes long over each. */
const STRIDE = Number(process.env['SOURCE_STRIDE'] ?? 4);

test('GIVEN sources of the conformance cases WHEN they are read quickly THEN they are taken and the tree is the grammar’s', () => {
  expect(FILES.length).toBeGreaterThan(30);
  // Another part each day, so that the parts add up to the whole.
  const first = Math.floor(Date.now() / 86_400_000) % STRIDE;
  for (const file of FILES.filter((_file, index) => index % STRIDE === first)) {
    const text = readFileSync(file, 'utf8');
    const [quick, full] = file.endsWith('.trigger') ? [quickTrigger(text), triggerByGrammar(text)] : [quickClass(text), classByGrammar(text)];
    expectEqual({ file, tree: plain(quick) }, { file, tree: plain(full.unit) });
  }
});

/** A repeatable row of numbers. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

test('GIVEN sources with a token left out, doubled, swapped, replaced or put in WHEN they are read quickly THEN none is taken that the grammar refuses or reads differently', () => {
  const next = numbers(2026);
  const classes = FILES.filter((file) => file.endsWith('.cls')).map((file) => readFileSync(file, 'utf8').replace(/\[\s*SELECT[^\]]*\]/gi, 'rows'));
  let taken = 0;
  for (let round = 0; round < 250; round++) {
    const text = classes[next(classes.length)] as string;
    const tokens = tokensOf(text).slice(0, -1);
    const at = next(tokens.length - 1);
    const [token, after, other] = [tokens[at], tokens[at + 1], tokens[next(tokens.length)]] as [ReturnType<typeof tokensOf>[number], ReturnType<typeof tokensOf>[number], ReturnType<typeof tokensOf>[number]];
    const put = ['', `${token.text} ${token.text}`, `${after.text} ${token.text}`, other.text, `${token.text} ${other.text}`][round % 5] as string;
    if (expectSame(`${text.slice(0, token.start)} ${put} ${text.slice(round % 5 === 2 ? after.end : token.end)}`)) taken++;
  }
  expect(taken).toBeGreaterThan(10);
});
