/** Values of Apex where no library method shows them. */
import type { FieldModel, ObjectModel } from '../../../schema';
import { ApexDate, ApexDecimal, ApexDouble, ApexException, ApexList, ApexMap, concatText, fromDatabase, hashText, idOf, instantOf, numeric, offsetAt, recordOf, recordOfResult, rowOf, SObjectValue, to18, toDatabase } from '../values';

const fieldOf = (name: string, type: FieldModel['type'], scale = 0): FieldModel => ({ name, type, scale }) as FieldModel;
const FIELDS = [fieldOf('Id', 'id'), fieldOf('Weight__c', 'double', 2), fieldOf('Count__c', 'int'), fieldOf('Due__c', 'date'), fieldOf('Sent__c', 'datetime'), fieldOf('Open__c', 'boolean')];
const CRATE = { name: 'Crate__c', field: (name: string) => FIELDS.find((each) => each.name.toLowerCase() === name.toLowerCase()), relationship: () => undefined, childRelationship: () => undefined } as unknown as ObjectModel;

describe('ids', () => {
  test.each([['001D000000IRFma', '001D000000IRFmaIAH'], ['a0000000000000A', 'a0000000000000AAAQ']])('%s is %s', (short, long) => expect(to18(short)).toBe(long));
  test.each(['', 'x', '001D000000IRFm!', '001D000000IRFmaIA'])('GIVEN %p WHEN it becomes an Id THEN StringException', (text) => {
    expect(() => idOf(text)).toThrow(expect.objectContaining({ apexType: 'StringException', message: `Invalid id: ${text}` }));
  });
});

describe('between rows and records', () => {
  const row = { Id: 'a01000000000001AAA', Weight__c: 1.5, Count__c: 3, Due__c: '2026-01-31', Sent__c: '2026-01-31T10:00:00.000Z', Open__c: true };
  test('GIVEN a row WHEN it becomes a record and a row again THEN nothing is lost', () => expect(rowOf(recordOf(CRATE, row))).toEqual(row));
  test('GIVEN a number with a scale WHEN it is read THEN the Decimal shows all its digits', () => expect(String(fromDatabase(FIELDS[1], 1.5))).toBe('1.50'));
  test('GIVEN a datetime with milliseconds WHEN it is written THEN they go, as in the database', () => expect(toDatabase(fromDatabase(FIELDS[4], '2026-01-31T10:00:00.999Z'))).toBe('2026-01-31T10:00:00.000Z'));
  test('GIVEN aggregates WHEN they are read THEN each has the type of its column', () => {
    const org = { object: () => CRATE } as never;
    const columns = [{ path: ['Open__c'], field: FIELDS[5] }, { path: ['Weight__c'], field: FIELDS[1], aggregate: 'SUM' }, { path: ['Due__c'], field: FIELDS[3], aggregate: 'MAX' }, { path: ['Id'], field: FIELDS[0], aggregate: 'COUNT' }];
    const result = recordOfResult(org, { object: 'Crate__c', values: {}, parents: {}, children: {}, aggregates: { Open__c: true, expr0: 4.5, expr1: '2026-01-31', expr2: 2 } }, { columns } as never);
    expect([...(result.aggregates ?? [])].map(([name, value]) => `${name}=${concatText(value)}:${typeof value}`)).toEqual(['Open__c=true:boolean', 'expr0=4.50:object', 'expr1=2026-01-31 00:00:00:object', 'expr2=2:number']);
  });
});

describe('text of values', () => {
  test.each<[unknown, string]>([
    [new ApexDouble(1), '1.0'], [new ApexDouble(12345678.5), '1.23456785E7'], [new ApexDouble(0.0001), '1.0E-4'], [ApexDecimal.fromString('0.0000001'), '1E-7'], [ApexDecimal.fromString('1e3'), '1000'],
    [new ApexMap([['a', new ApexList([null])]]), '{a=(null)}'], [new ApexDate(0), '1970-01-01 00:00:00'], [new ApexException('MathException', 'Divide by 0'), 'System.MathException: Divide by 0'],
  ])('%p is %s', (value, expected) => expect(concatText(value)).toBe(expected));
  test('GIVEN a record WHEN it becomes text THEN it shows what is set', () => {
    const record = new SObjectValue(CRATE);
    record.values.set('Count__c', 2);
    record.values.set('Due__c', null);
    expect(concatText(record)).toBe('Crate__c:{Count__c=2}');
  });
});

describe('numbers', () => {
  test('GIVEN numbers of any type WHEN they are compared THEN as Decimals', () => {
    expect([numeric(1), numeric(1n), numeric(new ApexDouble(1)), numeric('1')].map((each) => each?.toPlainString())).toEqual(['1', '1', '1', undefined]);
  });
  test('GIVEN text WHEN it is hashed THEN as Java hashes it', () => expect([hashText(''), hashText('polygenelubricants')]).toEqual([0, -2147483648]));
});

describe('zones', () => {
  test('GIVEN the end of summer time WHEN the wall shows an hour twice THEN an instant is still found', () => {
    expect(new Date(instantOf(Date.UTC(2026, 9, 25, 12), 'Europe/Berlin')).toISOString()).toBe('2026-10-25T11:00:00.000Z');
    expect(offsetAt(Date.UTC(2026, 6, 1), 'America/St_Johns')).toBe(-9_000_000);
  });
});
