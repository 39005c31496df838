/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_sobject_describe.htm */
import { NotModelledError, type ObjectModel } from '../../../schema';
import type { Execution, PlatformClass } from '../../runtime/types';
import { ApexList, ApexMap, SObjectFieldToken, SObjectTypeToken } from '../../runtime/values';
import { ChildDescribe, FieldMapHolder, FieldSetDescribe, FieldSetMapHolder, FieldSetMember, ObjectDescribe, RecordTypeDescribe } from './describes';
import { displayType } from './enums';

type D = ObjectDescribe;
const rights = (x: Execution, d: D): ReturnType<Execution['services']['security']['objectRights']> => x.services.security.objectRights(x.userId, d.object);

/** Record types of the object with the Master one; ids come from the RecordType rows. */
function recordTypes(x: Execution, object: ObjectModel): RecordTypeDescribe[] {
  const rows = object.recordTypes.length > 0 && x.org.object('RecordType')
    ? x.database.query('SELECT Id, DeveloperName FROM RecordType WHERE SobjectType = :name', { userId: x.userId, mode: 'system', sharing: false }, { binds: { name: object.name } }).rows
    : [];
  const infos = object.recordTypes.map((type) => {
    const row = rows.find((each) => each.values['DeveloperName'] === type.developerName);
    if (!row) throw new NotModelledError(`the record type ${object.name}.${type.developerName}: it has no row`);
    return new RecordTypeDescribe(row.values['Id'] as string, type.label, type.developerName, type.active, false, false, type);
  });
  return [...infos, new RecordTypeDescribe('012000000000000AAA', 'Master', 'Master', true, true, true)];
}
const typesBy = (x: Execution, d: D, key: 'name' | 'developerName' | 'id'): ApexMap => new ApexMap(recordTypes(x, d.object).map((info) => [info[key], info] as const), key === 'id' ? 'Id' : 'String', 'Schema.RecordTypeInfo');

export function fieldMap(object: ObjectModel): ApexMap {
  const map = new ApexMap([], 'String', 'Schema.SObjectField', true);
  for (const field of object.fields.values()) map.put(field.name.toLowerCase(), SObjectFieldToken.of(object, field));
  return map;
}

export const OBJECT_DESCRIBE: readonly PlatformClass[] = [
  {
    name: 'Schema.DescribeSObjectResult',
    members: {
      'List<Schema.ChildRelationship> getChildRelationships()': (_x, d: D) => new ApexList(d.object.childRelationships.map((child) => new ChildDescribe(child)), 'Schema.ChildRelationship'),
      'String getKeyPrefix()': (_x, d: D) => d.object.keyPrefix || null,
      'String getLabel()': (_x, d: D) => d.object.label,
      'String getLabelPlural()': (_x, d: D) => d.object.pluralLabel,
      'String getLocalName()': (_x, d: D) => d.object.name,
      'String getName()': (_x, d: D) => d.object.name,
      'List<Schema.RecordTypeInfo> getRecordTypeInfos()': (x, d: D) => new ApexList(recordTypes(x, d.object), 'Schema.RecordTypeInfo'),
      'Map<String,Schema.RecordTypeInfo> getRecordTypeInfosByName()': (x, d: D) => typesBy(x, d, 'name'),
      'Map<String,Schema.RecordTypeInfo> getRecordTypeInfosByDeveloperName()': (x, d: D) => typesBy(x, d, 'developerName'),
      'Map<Id,Schema.RecordTypeInfo> getRecordTypeInfosById()': (x, d: D) => typesBy(x, d, 'id'),
      'Schema.SObjectType getSObjectType()': (_x, d: D) => SObjectTypeToken.of(d.object),
      'Boolean isAccessible()': (x, d: D) => rights(x, d).read,
      'Boolean isCreateable()': (x, d: D) => rights(x, d).create,
      'Boolean isCustom()': (_x, d: D) => d.object.custom,
      'Boolean isCustomSetting()': (_x, d: D) => d.object.kind === 'customSetting',
      'Boolean isDeletable()': (x, d: D) => rights(x, d).delete,
      'Boolean isQueryable()': (_x, d: D) => d.object.kind !== 'platformEvent',
      'Boolean isUndeletable()': (x, d: D) => rights(x, d).delete,
      'Boolean isUpdateable()': (x, d: D) => rights(x, d).edit,
      'Schema.SObjectTypeFields fields { get; }': (_x, d: D) => new FieldMapHolder(d.object),
      'Schema.SObjectTypeFieldSets fieldSets { get; }': (_x, d: D) => new FieldSetMapHolder(d.object),
    },
  },
  { name: 'Schema.SObjectTypeFields', members: { 'Map<String,Schema.SObjectField> getMap()': (_x, holder: FieldMapHolder) => fieldMap(holder.object) } },
  {
    name: 'Schema.SObjectTypeFieldSets',
    members: { 'Map<String,Schema.FieldSet> getMap()': (_x, holder: FieldSetMapHolder) => new ApexMap((holder.object.fieldSets ?? []).map((set) => [set.name.toLowerCase(), new FieldSetDescribe(holder.object, set)] as const), 'String', 'Schema.FieldSet', true) },
  },
  {
    name: 'Schema.FieldSet',
    members: {
      'List<Schema.FieldSetMember> getFields()': (_x, set: FieldSetDescribe) => new ApexList(set.fieldSet.fields.flatMap((name) => {
        const field = set.object.field(name);
        if (!field) throw new NotModelledError(`the path ${name} in the field set ${set.fieldSet.name}`);
        return [new FieldSetMember(set.object, field)];
      }), 'Schema.FieldSetMember'),
      'String getLabel()': (_x, set: FieldSetDescribe) => set.fieldSet.label,
      'String getName()': (_x, set: FieldSetDescribe) => set.fieldSet.name,
      'Schema.SObjectType getSObjectType()': (_x, set: FieldSetDescribe) => SObjectTypeToken.of(set.object),
    },
  },
  {
    name: 'Schema.FieldSetMember',
    members: {
      'String getFieldPath()': (_x, member: FieldSetMember) => member.field.name,
      'String getLabel()': (_x, member: FieldSetMember) => member.field.label,
      'Boolean getRequired()': (_x, member: FieldSetMember) => member.field.required,
      'Boolean getDbRequired()': (_x, member: FieldSetMember) => member.field.required,
      'Schema.DisplayType getType()': (_x, member: FieldSetMember) => displayType(member.field),
      'Schema.SObjectField getSObjectField()': (_x, member: FieldSetMember) => SObjectFieldToken.of(member.object, member.field),
    },
  },
  {
    name: 'Schema.ChildRelationship',
    members: {
      'Schema.SObjectType getChildSObject()': (x, d: ChildDescribe) => {
        const child = x.org.object(d.child.childObject);
        return child ? SObjectTypeToken.of(child) : null;
      },
      'Schema.SObjectField getField()': (x, d: ChildDescribe) => {
        const child = x.org.object(d.child.childObject);
        const field = child?.field(d.child.field);
        return child && field ? SObjectFieldToken.of(child, field) : null;
      },
      'String getRelationshipName()': (_x, d: ChildDescribe) => d.child.relationshipName ?? null,
      'Boolean isCascadeDelete()': (_x, d: ChildDescribe) => d.child.cascadeDelete,
      'Boolean isRestrictedDelete()': (_x, d: ChildDescribe) => d.child.restrictedDelete,
    },
  },
  {
    name: 'Schema.RecordTypeInfo',
    members: {
      'String getDeveloperName()': (_x, info: RecordTypeDescribe) => info.developerName,
      'String getName()': (_x, info: RecordTypeDescribe) => info.name,
      'Id getRecordTypeId()': (_x, info: RecordTypeDescribe) => info.id,
      'Boolean isActive()': (_x, info: RecordTypeDescribe) => info.active,
      'Boolean isAvailable()': (_x, info: RecordTypeDescribe) => info.active,
      'Boolean isDefaultRecordTypeMapping()': (_x, info: RecordTypeDescribe) => info.isDefault,
      'Boolean isMaster()': (_x, info: RecordTypeDescribe) => info.isMaster,
    },
  },
];
