/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_list.htm */
import type { ApexValue, PlatformClass } from '../../runtime/types';
import { ApexList, ApexSet, concatText, equalsApex, hashApex, required, SObjectTypeToken, SObjectValue } from '../../runtime/values';
import { iterate } from '../text/words';
import { ApexIterator } from './iterator';
import { compareApex } from './order';

export const LIST: PlatformClass = {
  name: 'List',
  typeParameters: ['T'],
  implements: ['Iterable<T>'],
  members: {
    'new()': () => new ApexList(),
    'new(Integer size)': (_x, size: number) => new ApexList(Array<null>(size).fill(null)),
    'new(List<T> items)': (_x, items: ApexList) => new ApexList([...required(items)], items.elementType),
    'new(Set<T> items)': (_x, items: ApexSet) => new ApexList([...required(items)], items.elementType),
    'new(Iterable<T> items)': (x, items) => new ApexList([...iterate(x, items)]),
    'void add(T element)': (_x, list: ApexList, element) => list.add(element),
    'void add(Integer index, T element)': (_x, list: ApexList, index: number, element) => list.insert(index, element),
    'void addAll(List<T> items)': (_x, list: ApexList, items: ApexList) => [...required(items)].forEach((item) => list.add(item)),
    'void addAll(Set<T> items)': (_x, list: ApexList, items: ApexSet) => [...required(items)].forEach((item) => list.add(item)),
    'void addAll(Iterable<T> items)': (x, list: ApexList, items) => [...iterate(x, items)].forEach((item) => list.add(item)),
    'void clear()': (_x, list: ApexList) => void (list.items.length = 0),
    'List<T> clone()': (_x, list: ApexList) => new ApexList([...list.items], list.elementType),
    'Boolean contains(Object item)': (_x, list: ApexList, item) => list.items.some((each) => equalsApex(each, item)),
    'List<T> deepClone()': (_x, list: ApexList) => deepClone(list, false, false, false),
    'List<T> deepClone(Boolean preserveId)': (_x, list: ApexList, preserveId: boolean) => deepClone(list, preserveId, false, false),
    'List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps)': (_x, list: ApexList, preserveId: boolean, timestamps: boolean) => deepClone(list, preserveId, timestamps, false),
    'List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)': (_x, list: ApexList, preserveId: boolean, timestamps: boolean, autonumber: boolean) => deepClone(list, preserveId, timestamps, autonumber),
    'Boolean equals(Object other)': (_x, list: ApexList, other) => equalsApex(list, other),
    'T get(Integer index)': (_x, list: ApexList, index: number) => list.get(required(index)),
    'Schema.SObjectType getSObjectType()': (x, list: ApexList) => {
      const object = x.org.object(list.elementType);
      return object ? SObjectTypeToken.of(object) : null;
    },
    'Integer hashCode()': (_x, list: ApexList) => hashApex(list),
    'Integer indexOf(Object item)': (_x, list: ApexList, item) => list.items.findIndex((each) => equalsApex(each, item)),
    'Boolean isEmpty()': (_x, list: ApexList) => list.items.length === 0,
    'Iterator<T> iterator()': (_x, list: ApexList) => new ApexIterator(list.items),
    'T remove(Integer index)': (_x, list: ApexList, index: number) => list.remove(required(index)),
    'void set(Integer index, T element)': (_x, list: ApexList, index: number, element) => list.set(required(index), element),
    'Integer size()': (_x, list: ApexList) => list.items.length,
    'void sort()': (x, list: ApexList) => void list.items.sort((left, right) => compareApex(x, left, right)),
    'void sort(System.Comparator<T> comparator)': (x, list: ApexList, comparator) => void list.items.sort((left, right) => x.runtime.invoke(x, comparator, 'compare', [left, right]) as number),
    'String toString()': (_x, list: ApexList) => concatText(list),
  },
};

function deepClone(list: ApexList, preserveId: boolean, timestamps: boolean, autonumber: boolean): ApexList {
  return new ApexList(list.items.map((item: ApexValue) => (item instanceof SObjectValue ? item.clone(preserveId, true, timestamps, autonumber) : item)), list.elementType);
}
