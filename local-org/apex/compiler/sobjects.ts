/** Records in Apex: their fields and relationships as Apex types. */
import type { FieldModel, FieldType, ObjectModel } from '../../schema';
import type { World } from './resolve';
import type { ApexType } from './types';

/** Apex type of each field type (Apex Developer Guide, "sObject Types" and Object Reference, "Field Types"). */
const FIELD_TYPES: Readonly<Record<FieldType, keyof World['types'] | undefined>> = {
  id: 'Id', reference: 'Id', string: 'String', textarea: 'String', boolean: 'Boolean', int: 'Integer', long: 'Long', double: 'Decimal', currency: 'Decimal', percent: 'Decimal', date: 'Date', datetime: 'Datetime', time: 'Time',
  picklist: 'String', multipicklist: 'String', email: 'String', phone: 'String', url: 'String', base64: 'Blob', combobox: 'String', encryptedstring: 'String', anyType: 'Object', address: undefined, location: undefined,
};

export function fieldType(world: World, field: FieldModel): ApexType | undefined {
  const name = FIELD_TYPES[field.type];
  return name && (world.types[name] as ApexType);
}

export interface SObjectMember { readonly kind: 'field' | 'parent' | 'children'; readonly name: string; readonly type: ApexType; readonly field?: FieldModel; }

/** Field, parent or child relationship of a record type, by name in any case. */
export function sobjectMember(world: World, type: ApexType, name: string): SObjectMember | undefined {
  const { object } = type;
  if (!object) return name.toLowerCase() === 'id' && type.kind === 'sobject' ? { kind: 'field', name: 'Id', type: world.types.Id } : undefined;
  const field = object.field(name);
  const found = field && fieldType(world, field);
  if (field && found) return { kind: 'field', name: field.name, type: found, field };
  const reference = object.relationship(name);
  if (reference?.reference) return { kind: 'parent', name: reference.reference.relationshipName as string, type: parentType(world, reference), field: reference };
  const child = object.childRelationship(name);
  const childType = child && world.objectType(child.childObject);
  if (child && childType) return { kind: 'children', name: child.relationshipName as string, type: world.types.list(childType) };
  return undefined;
}

/** A relationship to several objects has the fields of the object Name, where the org has it. */
export function parentType(world: World, reference: FieldModel): ApexType {
  const to = reference.reference?.to ?? [];
  return (to.length === 1 ? world.objectType(to[0] as string) : world.objectType('Name')) ?? world.types.SObject;
}

/** Members of a relationship to several objects when the org model lacks the object Name: what any of the targets has. */
export function polymorphicMember(world: World, reference: FieldModel, name: string): SObjectMember | undefined {
  for (const target of reference.reference?.to ?? []) {
    const type = world.objectType(target);
    const found = type && sobjectMember(world, type, name);
    if (found) return found;
  }
  return undefined;
}

/** Static methods of custom metadata types and custom settings; no other object has any. */
export function hasGetInstance(object: ObjectModel | undefined): boolean {
  return object?.kind === 'customMetadata' || object?.kind === 'customSetting';
}
