/** Security.stripInaccessible. https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Security.htm */
import type { FieldModel } from '../../../schema';
import type { Execution, PlatformClass } from '../../runtime/types';
import { ApexEnumValue, ApexException, ApexList, ApexMap, ApexSet, PlatformObject, required, SObjectValue } from '../../runtime/values';

class Decision extends PlatformObject {
  readonly apexType = 'SObjectAccessDecision';
  readonly removed = new Map<string, Set<string>>();
  readonly changed: number[] = [];
  records: SObjectValue[] = [];
}
/** System fields that no right takes away. */
const FREE = new Set(['Id', 'CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp', 'IsDeleted']);

function allowed(x: Execution, access: string, field: FieldModel, record: SObjectValue): boolean {
  if (FREE.has(field.name)) return true;
  const { security } = x.services;
  switch (access) {
    case 'READABLE': return security.canReadField(x.userId, field);
    case 'CREATABLE': return field.createable && security.canEditField(x.userId, field);
    case 'UPDATABLE': return field.updateable && security.canEditField(x.userId, field);
    default: return (record.id ? field.updateable : field.createable) && security.canEditField(x.userId, field);
  }
}
function objectAllowed(x: Execution, access: string, record: SObjectValue): boolean {
  const rights = x.services.security.objectRights(x.userId, record.object);
  switch (access) {
    case 'READABLE': return rights.read;
    case 'CREATABLE': return rights.create;
    case 'UPDATABLE': return rights.edit;
    default: return rights.edit && rights.create;
  }
}
function stripped(x: Execution, access: string, record: SObjectValue, decision: Decision): SObjectValue {
  const copy = new SObjectValue(record.object, record.fromQuery);
  const drop = (name: string): void => {
    const names = decision.removed.get(record.object.name) ?? new Set();
    decision.removed.set(record.object.name, names.add(name));
  };
  for (const [name, value] of record.values) {
    const field = record.object.field(name);
    if (!field || allowed(x, access, field, record)) copy.values.set(name, value);
    else drop(name);
  }
  for (const [name, parent] of record.parents) {
    const field = record.object.relationship(name);
    if (field && !allowed(x, access, field, record)) drop(name);
    else copy.parents.set(name, parent && stripped(x, access, parent, decision));
  }
  for (const [name, rows] of record.children) copy.children.set(name, new ApexList(rows.items.map((row) => stripped(x, access, row as SObjectValue, decision)), rows.elementType));
  return copy;
}
function strip(x: Execution, access: ApexEnumValue, records: ApexList, enforceRoot: boolean): Decision {
  const decision = new Decision();
  decision.records = required(records).items.map((record: SObjectValue, index) => {
    if (enforceRoot && !objectAllowed(x, access.name, record)) throw new ApexException('NoAccessException', 'No access to entity');
    const before = [...decision.removed.values()].reduce((sum, names) => sum + names.size, 0);
    const copy = stripped(x, access.name, record, decision);
    if (copy.values.size !== record.values.size || [...decision.removed.values()].reduce((sum, names) => sum + names.size, 0) !== before) decision.changed.push(index);
    return copy;
  });
  return decision;
}

export const SECURITY: readonly PlatformClass[] = [
  {
    name: 'Security',
    members: {
      'static SObjectAccessDecision stripInaccessible(System.AccessType access, List<SObject> records)': (x, access: ApexEnumValue, records: ApexList) => strip(x, required(access), records, true),
      'static SObjectAccessDecision stripInaccessible(System.AccessType access, List<SObject> records, Boolean enforceRootObjectCRUD)': (x, access: ApexEnumValue, records: ApexList, root: boolean) => strip(x, required(access), records, root),
    },
  },
  {
    name: 'SObjectAccessDecision',
    members: {
      'List<SObject> getRecords()': (_x, decision: Decision) => new ApexList(decision.records, decision.records[0]?.object.name ?? 'SObject'),
      'Map<String,Set<String>> getRemovedFields()': (_x, decision: Decision) => new ApexMap([...decision.removed].map(([object, fields]) => [object, new ApexSet(fields, 'String')] as const), 'String', 'Set<String>'),
      'Set<Integer> getModifiedIndexes()': (_x, decision: Decision) => new ApexSet(decision.changed, 'Integer'),
    },
  },
];
