/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_type.htm */
import type { Execution, PlatformClass } from '../../runtime/types';
import { ApexException, ApexList, ApexMap, ApexSet, ApexType, required, SObjectValue } from '../../runtime/values';

/** A user class, an object, a platform class or a collection of them by name; undefined for an unknown one. */
export function findType(x: Execution, name: string): ApexType | undefined {
  const generic = /^(list|set|map)\s*<(.+)>$/i.exec(name.trim());
  if (generic) return new ApexType(name.replace(/\s+/g, ''));
  const own = x.runtime.findClass(name);
  if (own) return new ApexType(own.name);
  const object = x.org.object(name);
  if (object) return new ApexType(object.name);
  const lower = name.toLowerCase();
  const platform = x.services.library.get(lower) ?? x.services.library.get(lower.replace(/^system\./, '')) ?? x.services.library.get(`schema.${lower}`);
  return platform && new ApexType(platform.name);
}
function newInstance(x: Execution, type: ApexType): unknown {
  const collection = /^(list|set|map)<(.+)>$/i.exec(type.name);
  if (collection) {
    const inner = collection[2] as string;
    switch ((collection[1] as string).toLowerCase()) {
      case 'list': return new ApexList([], inner);
      case 'set': return new ApexSet([], inner);
      default: return new ApexMap([], inner.slice(0, inner.indexOf(',')).trim(), inner.slice(inner.indexOf(',') + 1).trim());
    }
  }
  if (x.runtime.findClass(type.name)) return x.runtime.newInstance(x, type.name);
  const object = x.org.object(type.name);
  if (object) return new SObjectValue(object);
  const make = x.services.library.get(type.name.toLowerCase())?.members?.['new()'];
  if (!make) throw new ApexException('TypeException', `Type cannot be constructed: ${type.name}`);
  return make(x);
}

export const TYPE: PlatformClass = {
  name: 'Type',
  members: {
    'static System.Type forName(String name)': (x, name: string | null) => (name === null ? null : (findType(x, name) ?? null)),
    // There is no namespace: an empty or absent one is that of the org.
    'static System.Type forName(String namespace, String name)': (x, namespace: string | null, name: string | null) => (name === null ? null : (findType(x, namespace ? `${namespace}.${name}` : name) ?? null)),
    'String getName()': (_x, type: ApexType) => type.name,
    'Object newInstance()': (x, type: ApexType) => newInstance(x, type),
    'Boolean isAssignableFrom(System.Type source)': (x, type: ApexType, source: ApexType) => isAssignable(x, type, required(source)),
    'String toString()': (_x, type: ApexType) => type.name,
  },
};

function isAssignable(x: Execution, target: ApexType, source: ApexType): boolean {
  const wanted = target.name.toLowerCase();
  if (wanted === source.name.toLowerCase() || wanted === 'object' || (wanted === 'sobject' && x.org.object(source.name) !== undefined)) return true;
  const type = x.runtime.findClass(source.name);
  return type !== undefined && [type.superName, ...type.interfaces].some((name) => name !== undefined && isAssignable(x, target, new ApexType(name)));
}
