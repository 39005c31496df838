/** System, Assert, Limits, Type, callouts, events, exceptions. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ObjectModel } from '../../../schema';
import { within } from '../../runtime/current';
import { capsOf, runDml, use } from '../../runtime/data';
import { ApexEnumValue, ApexException, ApexType, SObjectValue } from '../../runtime/values';
import { AuraHandled, CLASSES, platformClasses, supportList } from '..';
import { call, decimal, execution, list, NOW, UserObject, userClass } from './support';

describe('assertions speak as the platform does', () => {
  test.each<[string, string, unknown[], string | undefined]>([
    ['System', 'static void assertEquals(Object expected, Object actual)', [1, 2], 'Assertion Failed: Expected: 1, Actual: 2'],
    ['System', 'static void assertEquals(Object expected, Object actual, Object message)', ['a', 'A', 'case'], 'Assertion Failed: case: Expected: a, Actual: A'],
    ['System', 'static void assertEquals(Object expected, Object actual)', [1, decimal('1.0')], undefined],
    ['System', 'static void assertNotEquals(Object notExpected, Object actual)', [null, null], 'Assertion Failed: Same value: null'],
    ['System', 'static void assert(Boolean condition, Object message)', [false, 'no'], 'Assertion Failed: no'],
    ['Assert', 'static void areEqual(Object expected, Object actual)', [list('Integer', 1), list('Integer', 1)], undefined],
    ['Assert', 'static void isTrue(Boolean condition)', [false], 'Assertion Failed: Expected: true, Actual: false'],
    ['Assert', 'static void isNull(Object value, String message)', ['x', 'why'], 'Assertion Failed: why: Expected: null, Actual: x'],
    ['Assert', 'static void fail()', [], 'Assertion Failed'],
    ['Assert', 'static void isInstanceOfType(Object instance, System.Type expectedType)', ['x', new ApexType('Integer')], 'Assertion Failed: Expected type: Integer, Actual: String'],
  ])('%s %s %p', (className, signature, args, message) => {
    const run = (): unknown => call(execution(), className, signature, ...args);
    if (message === undefined) expect(run).not.toThrow();
    else expect(run).toThrow(expect.objectContaining({ apexType: 'AssertException', message, isCatchable: false }));
  });
});

describe('limits', () => {
  test('GIVEN 100 queries WHEN one more runs THEN a LimitException that nothing catches', () => {
    const x = execution();
    for (let index = 0; index < 100; index++) use(x, 'queries');
    expect(call(x, 'Limits', 'static Integer getQueries()')).toBe(100);
    expect(() => use(x, 'queries')).toThrow(expect.objectContaining({ apexType: 'LimitException', message: 'Too many SOQL queries: 101', isCatchable: false }));
  });
  test('GIVEN a synchronous and an asynchronous transaction WHEN their caps are asked THEN queries and jobs differ', () => {
    expect([call(execution(), 'Limits', 'static Integer getLimitQueries()'), call(execution(), 'Limits', 'static Integer getLimitQueueableJobs()')]).toEqual([100, 50]);
    expect([capsOf('batch', true).queries, capsOf('queueable', true).queueableJobs]).toEqual([200, 1]);
  });
});

describe('callouts', () => {
  const request = (x: ReturnType<typeof execution>): unknown => {
    const made = call(x, 'HttpRequest', 'new()');
    call(x, 'HttpRequest', 'void setEndpoint(String endpoint)', made, 'https://example.com/rates');
    call(x, 'HttpRequest', 'void setMethod(String method)', made, 'GET');
    return made;
  };
  const send = (x: ReturnType<typeof execution>): never => call(x, 'Http', 'HttpResponse send(HttpRequest request)', call(x, 'Http', 'new()'), request(x)) as never;

  test('GIVEN a mock WHEN a test calls out THEN the mock answers', () => {
    const type = userClass('Rates', {});
    const x = execution({ test: true, classes: [type] });
    const mock = new UserObject(type, {}, {
      respond: () => {
        const response = call(x, 'HttpResponse', 'new()');
        call(x, 'HttpResponse', 'void setStatusCode(Integer code)', response, 204);
        return response;
      },
    });
    call(x, 'Test', 'static void setMock(System.Type interfaceType, Object mock)', new ApexType('HttpCalloutMock'), mock);
    expect(call(x, 'HttpResponse', 'Integer getStatusCode()', send(x))).toBe(204);
    expect(x.limits.callouts).toBe(1);
  });
  test('GIVEN no mock WHEN a test calls out THEN it fails as on the platform', () => {
    expect(() => send(execution({ test: true }))).toThrow('Methods defined as TestMethod do not support Web service callouts');
  });
  test('GIVEN DML before WHEN code calls out THEN CalloutException', () => {
    const x = execution({ test: true });
    x.limits.dmlStatements = 1;
    expect(() => send(x)).toThrow('You have uncommitted work pending. Please commit or rollback before calling out');
  });
  test('GIVEN no test WHEN code calls out THEN it is refused by name', () => {
    expect(() => send(execution())).toThrow('callouts outside tests');
  });
});

describe('DML of Apex', () => {
  const SHIPMENT = { name: 'Shipment__c', kind: 'custom', keyPrefix: 'a01', field: () => undefined } as unknown as ObjectModel;
  const records = (...names: string[]): SObjectValue[] =>
    names.map((name) => {
      const record = new SObjectValue(SHIPMENT);
      record.values.set('Name', name);
      return record;
    });
  const failing = [
    { id: null, success: false, created: false, errors: [{ code: 'ALL_OR_NONE_OPERATION_ROLLED_BACK', message: 'rolled back', fields: [] }] },
    { id: null, success: false, created: false, errors: [{ code: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [Due__c]', fields: ['Due__c'] }] },
  ];
  const caller = { userId: '005000000000001AAA', mode: 'user', sharing: true } as const;

  test('GIVEN a row that fails WHEN all or none is wanted THEN DmlException names it, not those rolled back with it', () => {
    const x = execution({ database: { dml: () => failing } });
    let thrown: ApexException | undefined;
    try {
      runDml(x, 'insert', records('a', 'b'), { allOrNone: true, caller });
    } catch (failure) {
      thrown = failure as ApexException;
    }
    expect(thrown?.toString()).toBe('System.DmlException: Insert failed. First exception on row 1; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [Due__c]: [Due__c]');
    const numbers = within(x, () => [call(x, 'Exception', 'Integer getNumDml()', thrown), call(x, 'Exception', 'Integer getDmlIndex(Integer index)', thrown, 0), String(call(x, 'Exception', 'System.StatusCode getDmlType(Integer index)', thrown, 0))]);
    expect(numbers).toEqual([1, 1, 'REQUIRED_FIELD_MISSING']);
  });
  test('GIVEN an org without portals WHEN a portal user is refused THEN Apex has the code', () => {
    const x = execution({ database: { dml: () => [{ id: null, success: false, created: false, errors: [{ code: 'PORTAL_NO_ACCESS', message: 'no access to portal', fields: [] }] }] } });
    let thrown: ApexException | undefined;
    try {
      runDml(x, 'insert', records('a'), { allOrNone: true, caller });
    } catch (error) {
      thrown = error as ApexException;
    }
    expect(thrown?.toString()).toBe('System.DmlException: Insert failed. First exception on row 0; first error: PORTAL_NO_ACCESS, no access to portal: []');
    expect(within(x, () => String(call(x, 'Exception', 'System.StatusCode getDmlType(Integer index)', thrown, 0)))).toBe('PORTAL_NO_ACCESS');
  });
  test('GIVEN rows that save WHEN they were inserted THEN they carry their ids and were counted', () => {
    const x = execution({ database: { dml: (_operation, _object, rows) => rows.map((_row, index) => ({ id: `a0100000000000${index}AAA`, success: true, created: true, errors: [] })) } });
    const made = records('a', 'b');
    runDml(x, 'insert', made, { allOrNone: true, caller });
    expect(made.map((record) => record.id)).toEqual(['a01000000000000AAA', 'a01000000000001AAA']);
    expect([x.limits.dmlStatements, x.limits.dmlRows]).toEqual([1, 2]);
  });
  test('GIVEN no rows WHEN they are saved THEN nothing is counted', () => {
    const x = execution();
    runDml(x, 'update', [], { allOrNone: true, caller });
    expect(x.limits.dmlStatements).toBe(0);
  });
  test('GIVEN the same record twice WHEN it is inserted THEN ListException', () => {
    const [record] = records('a');
    expect(() => runDml(execution(), 'insert', [record as SObjectValue, record as SObjectValue], { allOrNone: true, caller })).toThrow('Before Insert or Upsert list must not have two identically equal elements');
  });
  test('GIVEN a null row WHEN it is saved THEN its place is told', () => {
    expect(() => runDml(execution(), 'insert', [null], { allOrNone: true, caller })).toThrow('DML statement found null SObject at position 0');
  });
});

describe('records', () => {
  const FIELD = { name: 'Name', type: 'string' };
  const FLAG = { name: 'Flag__c', type: 'boolean' };
  const object = { name: 'Shipment__c', field: (name: string) => [FIELD, FLAG].find((each) => each.name.toLowerCase() === name.toLowerCase()), relationship: () => undefined } as unknown as ObjectModel;
  test('GIVEN a row from SOQL WHEN a field was not selected THEN reading it is an SObjectException', () => {
    const record = new SObjectValue(object, true);
    expect(() => call(execution(), 'SObject', 'Object get(String name)', record, 'name')).toThrow('SObject row was retrieved via SOQL without querying the requested field: Shipment__c.Name');
  });
  test('GIVEN a new record WHEN a checkbox was never set THEN it is false, text is null', () => {
    const record = new SObjectValue(object);
    expect([call(execution(), 'SObject', 'Object get(String name)', record, 'Flag__c'), call(execution(), 'SObject', 'Object get(String name)', record, 'Name')]).toEqual([false, null]);
  });
  test('GIVEN put of another type WHEN it is tried THEN the assignment is refused', () => {
    expect(() => call(execution(), 'SObject', 'Object put(String name, Object value)', new SObjectValue(object), 'Name', 5)).toThrow('Illegal assignment from Integer to String');
  });
  test('GIVEN a record of a trigger that may not be written WHEN it is THEN FinalException', () => {
    const record = new SObjectValue(object);
    record.readOnly = true;
    expect(() => call(execution(), 'SObject', 'Object put(String name, Object value)', record, 'Name', 'x')).toThrow('Record is read-only');
  });
});

describe('exceptions', () => {
  test('AuraHandledException keeps its text for the component; getMessage knows only setMessage', () => {
    const x = execution();
    const made: AuraHandled = call(x, 'AuraHandledException', 'new(String message)', 'Sorry');
    expect([made.shown, call(x, 'Exception', 'String getMessage()', made)]).toEqual(['Sorry', 'Script-thrown exception']);
    call(x, 'Exception', 'void setMessage(String message)', made, 'Sorry');
    expect(call(x, 'Exception', 'String getMessage()', made)).toBe('Sorry');
  });
  test('type names carry the namespace', () => {
    expect(new ApexException('DmlException').typeName).toBe('System.DmlException');
  });
});

describe('Type', () => {
  test('GIVEN a name WHEN it is looked up THEN classes, objects, collections and platform classes are found in any case', () => {
    const x = execution({ classes: [userClass('Box', {})] });
    const name = (text: string): string | null => call(x, 'Type', 'static System.Type forName(String name)', text)?.name ?? null;
    expect([name('box'), name('List<Box>'), name('system.httprequest'), name('Nope')]).toEqual(['Box', 'List<Box>', 'HttpRequest', null]);
  });
});

describe('the table of classes', () => {
  test('no class stands twice, and every enum has values', () => {
    const names = CLASSES.map((each) => each.name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    for (const each of platformClasses.values()) if (each.kind === 'enum') expect(each.values?.length).toBeGreaterThan(0);
  });
  test('GIVEN the tables WHEN the README is read THEN it lists what they hold', () => {
    const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
    for (const [name, members] of Object.entries(supportList())) expect(readme).toContain(`- ${name}${members.length > 0 ? `: ${members.join(', ')}` : ''}\n`);
  });
  test('the clock of the execution is the clock of Apex', () => {
    expect(call(execution(), 'System', 'static Long currentTimeMillis()')).toBe(BigInt(NOW));
  });
  test('equal enum values are one object', () => {
    expect(ApexEnumValue.of('E', 'A', 0)).toBe(ApexEnumValue.of('E', 'A', 0));
  });
});
