/** The compiled program: exceptions with Apex lines, calls from outside, coverage, cache, limits. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApexSource } from '../../../schema';
import { platformClasses } from '../../library';
import { within } from '../../runtime/current';
import type { ApexValue } from '../../runtime/types';
import { ApexList } from '../../runtime/values';
import { compileOrg } from '..';
import { apex, apexOrg, orgWith } from './support';

describe('exceptions', () => {
  const thrower = `public class Thrower {
  public static void run() {
    step(1);
  }
  static void step(Integer n) {
    if (n == 3) {
      throw new OopsException('at three');
    }
    step(n + 1);
  }
  public static String nothing() {
    Account a;
    List<Integer> numbers = new List<Integer>{ 1 };

    return a.Name;
  }
  public static Integer recurse(Integer n) {
    return recurse(n + 1) + 1;
  }
  public static void limit() {
    try {
      recurse(1);
    } catch (Exception e) {
      System.debug('caught');
    } finally {
      System.debug('finally');
    }
  }
  public static void asserted() {
    try {
      System.assert(false, 'no');
    } catch (Exception e) {
      System.debug('caught');
    }
  }
  public class OopsException extends Exception { public Integer code = 7; public override String getMessage() { return 'oops'; } }
  public static String custom() { try { throw new OopsException(); } catch (OopsException e) { return e.code + e.getMessage(); } }
}`;
  it('carry the lines of Apex, innermost first', () => {
    const org = apexOrg({ Thrower: thrower });
    expect(org.run('Thrower')).toBe('Thrower.OopsException: at three at Class.Thrower.step: line 7, column 1 < Class.Thrower.step: line 9, column 1 < Class.Thrower.step: line 9, column 1 < Class.Thrower.run: line 3, column 1');
    expect(org.run('Thrower', 'nothing')).toBe('System.NullPointerException: Attempt to de-reference a null object at Class.Thrower.nothing: line 15, column 1');
    expect(org.run('Thrower', 'custom')).toBe('7oops');
  });
  it('that cannot be caught pass by catch and finally', () => {
    const org = apexOrg({ Thrower: thrower });
    expect(org.run('Thrower', 'limit')).toMatch(/^System\.LimitException: Maximum stack depth reached: 1001 at Class\.Thrower\.recurse: line 18/);
    expect(org.run('Thrower', 'asserted')).toMatch(/^System\.AssertException: Assertion Failed: no at Class\.Thrower\.asserted: line 31/);
  });
  it('tell line, type, cause and trace to Apex', () => {
    expect(apex(`try { Integer i = 1 / Integer.valueOf('0'); } catch (Exception e) { out.add(e.getLineNumber()); out.add(e.getTypeName()); out.add(e.getStackTraceString()); out.add(e.getCause()); out.add('' + e); }`)).toBe('4 | System.MathException | Class.Snippet.run: line 4, column 1 | null | System.MathException: Divide by 0');
  });
});

describe('calls from outside', () => {
  const worker = `public class Worker {
  public String note = 'n';
  public Integer twice { get { return 2; } set; }
  public virtual class Base { public virtual String hello(String name) { return 'hello ' + name; } public String hello(Integer n) { return 'number ' + n; } }
  public class Derived extends Base { public override String hello(String name) { return 'dear ' + name; } }
  public static Integer add(Integer a, Integer b) { return a + b; }
  public enum Kind { ONE, TWO }
  @AuraEnabled(cacheable=true) public static List<String> names() { return new List<String>{ 'a' }; }
}`;
  it('find classes, methods and fields in any case, and dispatch on objects', () => {
    const { compilation, execution } = apexOrg({ Worker: worker });
    const { program } = compilation;
    const x = execution();
    within(x, () => {
      const derived = program.newInstance(x, 'worker.derived') as ApexValue;
      expect(program.typeOf(derived)).toBe('Worker.Derived');
      expect(program.invoke(x, derived, 'HELLO', ['you'])).toBe('dear you');
      expect(program.invoke(x, derived, 'hello', [3])).toBe('number 3');
      expect(program.isInstance(derived, 'Worker.Base')).toBe(true);
      expect(program.isInstance(new ApexList([], 'Account'), 'List<SObject>')).toBe(true);
      expect(program.isInstance(new ApexList([], 'Account'), 'List<Contact>')).toBe(false);
      expect(program.invokeStatic(x, 'WORKER', 'add', [1, 2])).toBe(3);
      const own = program.newInstance(x, 'Worker') as ApexValue;
      expect([program.readField(x, own, 'NOTE'), program.readField(x, own, 'twice'), program.readField(x, own, 'nothing')]).toEqual(['n', 2, undefined]);
      expect(() => program.invokeStatic(x, 'Worker', 'nope', [])).toThrow('Method does not exist or incorrect signature: void nope() from the type Worker');
    });
  });
  it('see annotations, signatures and enum values', () => {
    const { program } = apexOrg({ Worker: worker }).compilation;
    expect(program.findClass('Worker')?.methods.find((each) => each.name === 'names')).toMatchObject({ static: true, returnType: 'List<String>', annotations: [{ name: 'AuraEnabled', parameters: { cacheable: 'true' } }] });
    expect(program.findClass('Worker.Kind')?.enumValues).toEqual(['ONE', 'TWO']);
  });
});

describe('statics', () => {
  it('live for one transaction and are set up on first use', () => {
    const org = apexOrg({ Counter: `public class Counter { public static Integer n = start(); static { n += 10; } static Integer start() { return 5; } public static Integer next() { return ++n; } }` });
    const { program } = org.compilation;
    const [first, second] = [org.execution(), org.execution()];
    expect([program.invokeStatic(first, 'Counter', 'next', []), program.invokeStatic(first, 'Counter', 'next', []), program.invokeStatic(second, 'Counter', 'next', []), program.invokeStatic(first, 'Counter', 'next', [])]).toEqual([16, 17, 16, 18]);
  });
});

describe('coverage and limits', () => {
  it('count the statements of each line and of the transaction', () => {
    const org = apexOrg({ Covered: `public class Covered {\n  public static void run() {\n    Integer n = 0;\n    for (Integer i = 0; i < 3; i++) {\n      n += i;\n    }\n    if (n > 100) {\n      n = 0;\n    }\n  }\n}` });
    const { program } = org.compilation;
    const x = org.execution();
    program.invokeStatic(x, 'Covered', 'run', []);
    expect([...(program.coverage().find((each) => each.name === 'Covered')?.lines ?? [])].sort(([a], [b]) => a - b)).toEqual([[3, 1], [4, 2], [5, 3], [7, 1], [8, 0]]);
    expect(x.limits.statements).toBe(7);
    program.resetCoverage();
    expect(program.coverage()[0]?.lines.get(5)).toBe(0);
  });
});

describe('the cache', () => {
  it('keeps a program by content and compiles anew when anything it depends on changes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'apex-cache-'));
    const { database } = apexOrg({});
    const compile = (text: string, analyse = database.analyse.bind(database)): ReturnType<typeof compileOrg> => {
      const source: ApexSource = { name: 'Kept', kind: 'class', file: 'Kept.cls', text, apiVersion: 66, active: true };
      return compileOrg(orgWith([source]), { analyse }, platformClasses, { cacheDir: folder });
    };
    const refuse = (): never => { throw new Error('compiled again'); };
    try {
      const text = `public class Kept { public static Integer one() { Object a = [SELECT Id FROM Account]; return 1; } public with sharing class Inner { Integer x { get; private set; } } }`;
      expect(compile(text).errors).toEqual([]);
      expect(readdirSync(folder)).toHaveLength(2);
      const again = compile(text, refuse);
      expect(again.program.findClass('Kept.Inner')?.sharing).toBe('with');
      expect(() => compile(`${text} `, refuse)).toThrow('compiled again');
      expect(compile(text.replace('return 1', `return 'a'`)).errors.map((each) => each.message)).toEqual([expect.stringMatching(/Illegal conversion from String to Integer$/)]);
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(existsSync(folder)).toBe(false);
  });
});
