/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_iterable.htm */
import type { ApexValue, PlatformClass } from '../../runtime/types';
import { ApexException, ApexList, PlatformObject } from '../../runtime/values';

export class ApexIterator extends PlatformObject {
  readonly apexType = 'Iterator';
  private at = 0;
  constructor(private readonly items: readonly ApexValue[]) {
    super();
  }
  hasNextValue(): boolean {
    return this.at < this.items.length;
  }
  nextValue(): ApexValue {
    if (!this.hasNextValue()) throw new ApexException('NoSuchElementException', 'Iterator has no more elements');
    return this.items[this.at++];
  }
}

export const ITERATOR: PlatformClass = {
  name: 'Iterator', typeParameters: ['T'], kind: 'interface',
  members: {
    'Boolean hasNext()': (_x, iterator: ApexIterator) => iterator.hasNextValue(),
    'T next()': (_x, iterator: ApexIterator) => iterator.nextValue(),
  },
};
export const ITERABLE: PlatformClass = {
  name: 'Iterable', typeParameters: ['T'], kind: 'interface',
  members: { 'Iterator<T> iterator()': (_x, items: Iterable<ApexValue>) => new ApexIterator(items instanceof ApexList ? items.items : [...items]) },
};
export const COMPARABLE: PlatformClass = { name: 'Comparable', kind: 'interface', members: { 'Integer compareTo(Object other)': undispatched } };
export const COMPARATOR: PlatformClass = { name: 'Comparator', typeParameters: ['T'], kind: 'interface', members: { 'Integer compare(T left, T right)': undispatched } };

/** Members of interfaces that only user classes implement: the call goes to the object's own method and never arrives here. */
export function undispatched(): never {
  throw new Error('A method of an interface was called without an object that implements it.');
}
