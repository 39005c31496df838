/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_set.htm */
import type { ApexValue, PlatformClass } from '../../runtime/types';
import { ApexSet, concatText, equalsApex, hashApex, required, type ApexList } from '../../runtime/values';
import { iterate } from '../text/words';
import { ApexIterator } from './iterator';

type Items = ApexList | ApexSet;
/** Each is applied to every item; true when the set changed. */
const every = (items: Items, change: (item: ApexValue) => boolean): boolean => [...required(items)].map(change).some(Boolean);
const retain = (set: ApexSet, items: Items): boolean => {
  const kept = new ApexSet(required(items), set.elementType);
  return [...set].filter((item) => !kept.has(item)).map((item) => set.delete(item)).length > 0;
};

export const SET: PlatformClass = {
  name: 'Set',
  typeParameters: ['T'],
  implements: ['Iterable<T>'],
  members: {
    'new()': () => new ApexSet(),
    'new(Integer size)': () => new ApexSet(),
    'new(List<T> items)': (_x, items: ApexList) => new ApexSet(required(items), items.elementType),
    'new(Set<T> items)': (_x, items: ApexSet) => new ApexSet(required(items), items.elementType),
    'new(Iterable<T> items)': (x, items) => new ApexSet(iterate(x, items)),
    'Boolean add(T element)': (_x, set: ApexSet, element) => set.add(element),
    'Boolean addAll(List<T> items)': (_x, set: ApexSet, items: ApexList) => every(items, (item) => set.add(item)),
    'Boolean addAll(Set<T> items)': (_x, set: ApexSet, items: ApexSet) => every(items, (item) => set.add(item)),
    'Boolean addAll(Iterable<T> items)': (x, set: ApexSet, items) => [...iterate(x, items)].map((item) => set.add(item)).some(Boolean),
    'void clear()': (_x, set: ApexSet) => set.entries.clear(),
    'Set<T> clone()': (_x, set: ApexSet) => new ApexSet(set, set.elementType),
    'Boolean contains(T element)': (_x, set: ApexSet, element) => set.has(element),
    'Boolean containsAll(List<T> items)': (_x, set: ApexSet, items: ApexList) => [...required(items)].every((item) => set.has(item)),
    'Boolean containsAll(Set<T> items)': (_x, set: ApexSet, items: ApexSet) => [...required(items)].every((item) => set.has(item)),
    'Boolean containsAll(Iterable<T> items)': (x, set: ApexSet, items) => [...iterate(x, items)].every((item) => set.has(item)),
    'Boolean equals(Object other)': (_x, set: ApexSet, other) => equalsApex(set, other),
    'Integer hashCode()': (_x, set: ApexSet) => hashApex(set),
    'Boolean isEmpty()': (_x, set: ApexSet) => set.size === 0,
    'Iterator<T> iterator()': (_x, set: ApexSet) => new ApexIterator([...set]),
    'Boolean remove(T element)': (_x, set: ApexSet, element) => set.delete(element),
    'Boolean removeAll(List<T> items)': (_x, set: ApexSet, items: ApexList) => every(items, (item) => set.delete(item)),
    'Boolean removeAll(Set<T> items)': (_x, set: ApexSet, items: ApexSet) => every(items, (item) => set.delete(item)),
    'Boolean retainAll(List<T> items)': (_x, set: ApexSet, items: ApexList) => retain(set, items),
    'Boolean retainAll(Set<T> items)': (_x, set: ApexSet, items: ApexSet) => retain(set, items),
    'Integer size()': (_x, set: ApexSet) => set.size,
    'String toString()': (_x, set: ApexSet) => concatText(set),
  },
};
