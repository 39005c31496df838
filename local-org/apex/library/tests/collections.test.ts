/** List, Set, Map: Apex Reference Guide, and the Apex Developer Guide on collections and on equality. */
import { within } from '../../runtime/current';
import { ApexDouble, ApexList, ApexMap, ApexSet, equalsApex } from '../../runtime/values';
import { call, decimal, execution, list, shown, table, UserObject, userClass } from './support';

describe('List', () => {
  table('List', [
    ['List<T> clone()', [list('Integer', 1, 2)], '(1, 2)'],
    ['Boolean contains(Object item)', [list('String', 'a'), 'A'], 'false'],
    ['Integer indexOf(Object item)', [list('Integer', 5, 6), 6], '1'],
    ['new(Integer size)', [2], '(null, null)'],
    ['Boolean equals(Object other)', [list('Integer', 1, 2), list('Integer', 1, 2)], 'true'],
  ]);
  test.each([['Integer', [3, null, 1], '(null, 1, 3)'], ['String', ['b', 'B', 'a'], '(B, a, b)']] as const)('GIVEN a list of %s WHEN it is sorted THEN nulls come first', (type, items, expected) => {
    const sorted = list(type, ...items);
    call(execution(), 'List', 'void sort()', sorted);
    expect(shown(sorted)).toBe(expected);
  });
  test('GIVEN objects with compareTo WHEN they are sorted THEN it decides', () => {
    const type = userClass('Parcel', { weight: 'Integer' }, ['compareTo']);
    const parcel = (weight: number): UserObject => new UserObject(type, { weight }, { compareTo: (other: UserObject) => other.fields['weight'] - weight });
    const parcels = list('Parcel', parcel(1), parcel(3), parcel(2));
    call(execution({ classes: [type] }), 'List', 'void sort()', parcels);
    expect(parcels.items.map((each: UserObject) => each.fields['weight'])).toEqual([3, 2, 1]);
  });
  test('GIVEN an index past the end WHEN it is read or removed THEN ListException', () => {
    expect(() => call(execution(), 'List', 'T get(Integer index)', list('Integer', 1), 1)).toThrow('List index out of bounds: 1');
    expect(() => call(execution(), 'List', 'T remove(Integer index)', list('Integer'), 0)).toThrow('List index out of bounds: 0');
  });
  test('GIVEN more than ten items WHEN a list becomes text THEN the rest is dots', () => {
    expect(shown(new ApexList([...Array(12).keys()]))).toBe('(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...)');
  });
});

describe('Set and Map', () => {
  table('Set', [
    ['Boolean addAll(List<T> items)', [new ApexSet([1]), list('Integer', 1)], 'false'],
    ['Boolean containsAll(List<T> items)', [new ApexSet(['a', 'b']), list('String', 'a')], 'true'],
    ['Boolean retainAll(Set<T> items)', [new ApexSet([1, 2]), new ApexSet([2])], 'true'],
  ]);
  test('GIVEN strings of different case WHEN they are keys THEN they differ', () => {
    expect(new ApexSet(['a', 'A', 'a']).size).toBe(2);
  });
  test('GIVEN an id of 15 characters WHEN it is put into a map of ids THEN the one of 18 finds it', () => {
    const map = new ApexMap([], 'Id', 'String');
    map.put('001D000000IRFma', 'x');
    expect(map.get('001D000000IRFmaIAH')).toBe('x');
  });
  test('GIVEN numbers of equal value WHEN they are keys THEN the type decides, the scale does not', () => {
    expect(new ApexSet([decimal('1.0'), decimal('1.00')]).size).toBe(1);
    expect(new ApexSet([1, '1', 1n, new ApexDouble(1)]).size).toBe(4);
  });
  test('GIVEN put on a key that is there WHEN it answers THEN with the value before, in the first order', () => {
    const map = new ApexMap([['a', 1], ['b', 2]]);
    expect(call(execution(), 'Map', 'V put(K key, V value)', map, 'a', 3)).toBe(1);
    expect(shown(map)).toBe('{a=3, b=2}');
  });
  test('GIVEN user objects with equals and hashCode WHEN they are keys THEN equal ones are one', () => {
    const type = userClass('Code', { text: 'String' }, ['equals', 'hashCode']);
    const code = (text: string): UserObject => new UserObject(type, { text }, { equals: (other: UserObject) => other.fields['text'] === text, hashCode: () => text.length });
    const plain = userClass('Plain', {});
    const x = execution({ classes: [type, plain] });
    within(x, () => {
      expect(new ApexSet([code('a'), code('a'), code('b')]).size).toBe(2);
      expect(new ApexSet([new UserObject(plain), new UserObject(plain)]).size).toBe(2);
      expect(equalsApex(code('a'), code('a'))).toBe(true);
    });
  });
});
