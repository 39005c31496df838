/** JSON: Apex Reference Guide, class JSON; Apex Developer Guide, "JSON Support". */
import type { FieldModel, ObjectModel } from '../../../schema';
import { within } from '../../runtime/current';
import { ApexMap, ApexType, SObjectValue } from '../../runtime/values';
import { writeJson } from '..';
import { call, date, datetime, decimal, execution, list, shown, UserObject, userClass } from './support';

const field = (name: string, type: FieldModel['type'], more: Partial<FieldModel> = {}): FieldModel => ({ name, type, scale: 0, ...more }) as FieldModel;
const FIELDS = [field('Id', 'id'), field('Name', 'string'), field('Weight__c', 'double'), field('Due__c', 'date'), field('Sent__c', 'datetime'), field('Parent__c', 'reference', { reference: { to: ['Shipment__c'], relationshipName: 'Parent__r' } as unknown as NonNullable<FieldModel['reference']> })];
const SHIPMENT = {
  name: 'Shipment__c', kind: 'custom', keyPrefix: 'a01', fields: new Map(FIELDS.map((each) => [each.name.toLowerCase(), each])),
  field: (name: string) => FIELDS.find((each) => each.name.toLowerCase() === name.toLowerCase()),
  relationship: (name: string) => FIELDS.find((each) => each.reference?.relationshipName?.toLowerCase() === name.toLowerCase()),
  childRelationship: (name: string) => (name === 'Parts__r' ? { childObject: 'Shipment__c', field: 'Parent__c', relationshipName: 'Parts__r' } : undefined),
} as unknown as ObjectModel;
const STATUS = { ...userClass('Status', {}), enumValues: ['OPEN', 'DONE'] };
const BOX = userClass('Box', { name: 'String', size: 'Integer', price: 'Decimal', status: 'Status', tags: 'List<String>', inner: 'Box', transientSecret: 'String' }, [], ['name', 'size', 'price']);

function record(values: Record<string, unknown>): SObjectValue {
  const made = new SObjectValue(SHIPMENT);
  for (const [name, value] of Object.entries(values)) made.values.set(name, value);
  return made;
}
const x = (): ReturnType<typeof execution> => execution({ classes: [BOX, STATUS], objects: [SHIPMENT] });
const write = (value: unknown, signature = 'static String serialize(Object value)', ...more: unknown[]): string => call(x(), 'JSON', signature, value, ...more);
const read = (text: string, type: string): never => call(x(), 'JSON', 'static Object deserialize(String text, System.Type type)', text, new ApexType(type)) as never;

describe('JSON.serialize', () => {
  test('a record has its attributes, its fields as they were set, and datetimes with an offset', () => {
    const made = record({ Id: 'a01000000000001AAA', Weight__c: decimal('1.50'), Due__c: date('2026-01-31'), Sent__c: datetime('2026-01-31T10:00:00Z'), Name: null });
    expect(write(made)).toBe('{"attributes":{"type":"Shipment__c","url":"/services/data/v67.0/sobjects/Shipment__c/a01000000000001AAA"},"Id":"a01000000000001AAA","Weight__c":1.50,"Due__c":"2026-01-31","Sent__c":"2026-01-31T10:00:00.000+0000","Name":null}');
  });
  test('an object has its fields without the transient ones; nulls can be left out', () => {
    const box = new UserObject(BOX, { name: 'a"b', size: 2, price: decimal('1.0'), status: null, tags: list('String', 'x'), inner: null, transientSecret: 's' });
    expect(write(box)).toBe('{"name":"a\\"b","size":2,"price":1.0,"status":null,"tags":["x"],"inner":null}');
    expect(write(box, 'static String serialize(Object value, Boolean suppressNulls)', true)).toBe('{"name":"a\\"b","size":2,"price":1.0,"tags":["x"]}');
  });
  test('a map has its keys as text', () => expect(write(new ApexMap([[1, true], ['b', datetime('2026-01-31T10:00:00Z')]]))).toBe('{"1":true,"b":"2026-01-31T10:00:00.000Z"}'));
  test('pretty text is indented by two', () => expect(write(new ApexMap([['a', list('Integer', 1, 2)], ['b', null]]), 'static String serializePretty(Object value)')).toBe('{\n  "a" : [ 1, 2 ],\n  "b" : null\n}'));
  test('a cycle is refused', () => {
    const box = new UserObject(BOX, {});
    box.fields['inner'] = box;
    expect(() => write(box)).toThrow('Direct self-reference leading to cycle');
  });
  test('Lightning gets what is @AuraEnabled, records without attributes, and nothing that is empty', () => {
    const execution = x();
    const box = new UserObject(BOX, { name: 'a', size: null, price: decimal('2'), tags: list('String') });
    expect(within(execution, () => writeJson(execution, list('Object', box, record({ Name: 'b', Due__c: null })), { lightning: true }))).toBe('[{"name":"a","price":2},{"Name":"b"}]');
  });
});

describe('JSON.deserialize', () => {
  test('an object gets its fields in any case, typed, without others', () => {
    const box: UserObject = read('{"NAME":"n","size":3,"price":2.50,"status":"DONE","tags":["a"],"inner":{"name":"i"},"other":1}', 'Box');
    expect([box.fields['name'], box.fields['size'], shown(box.fields['price']), shown(box.fields['status']), shown(box.fields['tags']), box.fields['inner'].fields['name']]).toEqual(['n', 3, '2.50', 'DONE', '(a)', 'i']);
  });
  test('strict reading refuses what the class lacks', () => {
    expect(() => call(x(), 'JSON', 'static Object deserializeStrict(String text, System.Type type)', '{"other":1}', new ApexType('Box'))).toThrow(expect.objectContaining({ apexType: 'JSONException' }));
  });
  test('a record gets fields, parents and children', () => {
    const made: SObjectValue = read('{"attributes":{"type":"Shipment__c"},"name":"n","Weight__c":1.5,"Parent__r":{"Name":"p"},"Parts__r":{"records":[{"Name":"c"}]}}', 'Shipment__c');
    expect([made.getField('Name'), shown(made.getField('Weight__c')), made.getParent('Parent__r')?.getField('Name'), made.getChildren('Parts__r')?.items[0].getField('Name')]).toEqual(['n', '1.5', 'p', 'c']);
  });
  test('an unknown field of a record is refused', () => expect(() => read('{"Nope__c":1}', 'Shipment__c')).toThrow("No such column 'Nope__c' on sobject of type Shipment__c"));
  test.each([['{"a":1', 'Unexpected end-of-input'], ['{"a" 1}', 'Unexpected character'], ['', 'No content to map to Object'], ['[1,]', 'Unexpected character']])('%s is refused', (text, message) => {
    expect(() => call(x(), 'JSON', 'static Object deserializeUntyped(String text)', text)).toThrow(message);
  });
  test.each([['"x"', 'Integer'], ['1.5', 'Integer'], ['"2026-13-01"', 'Date'], ['[1]', 'Box'], ['"MAYBE"', 'Status']])('%s is no %s', (text, type) => {
    expect(() => read(text, type)).toThrow(expect.objectContaining({ apexType: 'JSONException' }));
  });
  test('without a type there are maps, lists, Integer, Long and Decimal', () => {
    const map: ApexMap = call(x(), 'JSON', 'static Object deserializeUntyped(String text)', '{"a":[1,12345678901,1.0,"\\u00fc",null],"__proto__":2}');
    const [small, large, fraction, text, nothing] = map.get('a').items;
    expect([small, large, shown(fraction), text, nothing, map.get('__proto__')]).toEqual([1, 12345678901n, '1.0', 'ü', null, 2]);
  });
});

describe('JSONGenerator and JSONParser', () => {
  test('what the generator writes the parser reads token by token', () => {
    const execution = x();
    const generator = call(execution, 'JSON', 'static JSONGenerator createGenerator(Boolean prettyPrint)', false);
    const step = (signature: string, ...args: unknown[]): unknown => call(execution, 'JSONGenerator', signature, generator, ...args);
    step('void writeStartObject()');
    step('void writeStringField(String name, String value)', 'a', 'b');
    step('void writeFieldName(String name)', 'n');
    step('void writeStartArray()');
    step('void writeNumber(Integer value)', 1);
    step('void writeEndArray()');
    step('void writeEndObject()');
    const text = step('String getAsString()') as string;
    expect(text).toBe('{"a":"b","n":[1]}');
    const parser = call(execution, 'JSON', 'static JSONParser createParser(String text)', text);
    const tokens: string[] = [];
    for (let token = call(execution, 'JSONParser', 'System.JSONToken nextToken()', parser); token !== null; token = call(execution, 'JSONParser', 'System.JSONToken nextToken()', parser)) tokens.push(token.name);
    expect(tokens).toEqual(['START_OBJECT', 'FIELD_NAME', 'VALUE_STRING', 'FIELD_NAME', 'START_ARRAY', 'VALUE_NUMBER_INT', 'END_ARRAY', 'END_OBJECT']);
  });
});
