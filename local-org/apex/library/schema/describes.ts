/** Describe objects: views on the model of the org in the name of the running user. */
import type { ChildRelationship, FieldModel, ObjectModel, PicklistValue, RecordType } from '../../../schema';
import { PlatformObject } from '../../runtime/values';

export class ObjectDescribe extends PlatformObject {
  readonly apexType = 'Schema.DescribeSObjectResult';
  constructor(readonly object: ObjectModel) {
    super();
  }
  override get equalityKey(): string {
    return `describe:${this.object.name}`;
  }
  override toString(): string {
    return `Schema.DescribeSObjectResult[getKeyPrefix=${this.object.keyPrefix};getLabel=${this.object.label};getName=${this.object.name};]`;
  }
}
export class FieldDescribe extends PlatformObject {
  readonly apexType = 'Schema.DescribeFieldResult';
  constructor(readonly object: ObjectModel, readonly field: FieldModel) {
    super();
  }
  override get equalityKey(): string {
    return `describe:${this.object.name}.${this.field.name}`;
  }
  override toString(): string {
    return `Schema.DescribeFieldResult[getLabel=${this.field.label};getName=${this.field.name};]`;
  }
}
export class PicklistEntry extends PlatformObject {
  readonly apexType = 'Schema.PicklistEntry';
  constructor(readonly entry: PicklistValue) {
    super();
  }
  override get equalityKey(): string {
    return `entry:${this.entry.value}`;
  }
  override toString(): string {
    return `Schema.PicklistEntry[getLabel=${this.entry.label};getValue=${this.entry.value};isActive=${this.entry.active};isDefaultValue=${this.entry.isDefault};]`;
  }
}
export class ChildDescribe extends PlatformObject {
  readonly apexType = 'Schema.ChildRelationship';
  constructor(readonly child: ChildRelationship) {
    super();
  }
}
export class RecordTypeDescribe extends PlatformObject {
  readonly apexType = 'Schema.RecordTypeInfo';
  constructor(readonly id: string, readonly name: string, readonly developerName: string, readonly active: boolean, readonly isMaster: boolean, readonly isDefault: boolean, readonly source?: RecordType) {
    super();
  }
}
export class FieldSetDescribe extends PlatformObject {
  readonly apexType = 'Schema.FieldSet';
  constructor(readonly object: ObjectModel, readonly fieldSet: { readonly name: string; readonly label: string; readonly fields: readonly string[] }) {
    super();
  }
}
export class FieldSetMember extends PlatformObject {
  readonly apexType = 'Schema.FieldSetMember';
  constructor(readonly object: ObjectModel, readonly field: FieldModel) {
    super();
  }
}
/** `getMap()` and the token lists hang on these. */
export class FieldMapHolder extends PlatformObject {
  readonly apexType = 'Schema.SObjectTypeFields';
  constructor(readonly object: ObjectModel) {
    super();
  }
}
export class FieldSetMapHolder extends PlatformObject {
  readonly apexType = 'Schema.SObjectTypeFieldSets';
  constructor(readonly object: ObjectModel) {
    super();
  }
}
