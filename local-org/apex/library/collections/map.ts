/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_map.htm */
import type { PlatformClass } from '../../runtime/types';
import { ApexException, ApexList, ApexMap, ApexSet, concatText, equalsApex, hashApex, required, SObjectTypeToken, SObjectValue } from '../../runtime/values';

/** Records by id. */
function putRecords(map: ApexMap, records: ApexList): void {
  for (const record of required(records)) {
    const id = (record as SObjectValue | null)?.id ?? null;
    if (record === null) throw new ApexException('NullPointerException', 'Argument cannot be null.');
    if (id === null) throw new ApexException('ListException', 'Row with null Id at index: ' + records.items.indexOf(record));
    map.put(id, record);
  }
}

export const MAP: PlatformClass = {
  name: 'Map',
  typeParameters: ['K', 'V'],
  members: {
    'new()': () => new ApexMap(),
    'new(Map<K,V> other)': (_x, other: ApexMap) => new ApexMap([...required(other).entries.values()].map((entry) => [entry.key, entry.value] as const), other.keyType, other.valueType),
    'new(List<SObject> records)': (_x, records: ApexList) => {
      const map = new ApexMap([], 'Id', records.elementType);
      putRecords(map, records);
      return map;
    },
    'void clear()': (_x, map: ApexMap) => map.entries.clear(),
    'Map<K,V> clone()': (_x, map: ApexMap) => copy(map, (value) => value),
    'Boolean containsKey(K key)': (_x, map: ApexMap, key) => map.has(key),
    'Map<K,V> deepClone()': (_x, map: ApexMap) => copy(map, (value) => (value instanceof SObjectValue ? value.clone(true, true, true, true) : value)),
    'Boolean equals(Object other)': (_x, map: ApexMap, other) => equalsApex(map, other),
    'V get(K key)': (_x, map: ApexMap, key) => map.get(key),
    'Schema.SObjectType getSObjectType()': (x, map: ApexMap) => {
      const object = x.org.object(map.valueType);
      return object ? SObjectTypeToken.of(object) : null;
    },
    'Integer hashCode()': (_x, map: ApexMap) => hashApex(map),
    'Boolean isEmpty()': (_x, map: ApexMap) => map.size === 0,
    'Set<K> keySet()': (_x, map: ApexMap) => new ApexSet(map.keys(), map.keyType),
    'V put(K key, V value)': (_x, map: ApexMap, key, value) => map.put(key, value),
    'void putAll(Map<K,V> other)': (_x, map: ApexMap, other: ApexMap) => [...required(other).entries.values()].forEach((entry) => map.put(entry.key, entry.value)),
    'void putAll(List<SObject> records)': (_x, map: ApexMap, records: ApexList) => putRecords(map, records),
    'V remove(K key)': (_x, map: ApexMap, key) => map.remove(key),
    'Integer size()': (_x, map: ApexMap) => map.size,
    'String toString()': (_x, map: ApexMap) => concatText(map),
    'List<V> values()': (_x, map: ApexMap) => new ApexList([...map.values()], map.valueType),
  },
};

function copy(map: ApexMap, each: (value: unknown) => unknown): ApexMap {
  return new ApexMap([...map.entries.values()].map((entry) => [entry.key, each(entry.value)] as const), map.keyType, map.valueType);
}
