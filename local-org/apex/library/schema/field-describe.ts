/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_fields_describe.htm */
import type { PlatformClass } from '../../runtime/types';
import { ApexList, SObjectFieldToken, SObjectTypeToken } from '../../runtime/values';
import { FieldDescribe, PicklistEntry } from './describes';
import { displayType, soapType } from './enums';

type D = FieldDescribe;

export const FIELD_DESCRIBE: readonly PlatformClass[] = [
  {
    name: 'Schema.DescribeFieldResult',
    members: {
      'Integer getByteLength()': (_x, d: D) => d.field.length * 3,
      'String getCalculatedFormula()': (_x, d: D) => d.field.formula ?? null,
      'String getCompoundFieldName()': (_x, d: D) => d.field.componentOf ?? null,
      'Schema.SObjectField getController()': (_x, d: D) => {
        const field = d.object.field(d.field.picklist?.controllingField ?? '');
        return field ? SObjectFieldToken.of(d.object, field) : null;
      },
      'String getDefaultValueFormula()': (_x, d: D) => d.field.defaultFormula ?? null,
      'Integer getDigits()': (_x, d: D) => (d.field.type === 'int' ? d.field.precision || 9 : 0),
      'String getInlineHelpText()': (_x, d: D) => d.field.helpText ?? null,
      'String getLabel()': (_x, d: D) => d.field.label,
      'Integer getLength()': (_x, d: D) => d.field.length,
      'String getLocalName()': (_x, d: D) => d.field.name,
      'String getName()': (_x, d: D) => d.field.name,
      'List<Schema.PicklistEntry> getPicklistValues()': (_x, d: D) => new ApexList((d.field.picklist?.values ?? []).map((entry) => new PicklistEntry(entry)), 'Schema.PicklistEntry'),
      'Integer getPrecision()': (_x, d: D) => d.field.precision,
      'List<Schema.SObjectType> getReferenceTo()': (x, d: D) => new ApexList((d.field.reference?.to ?? []).flatMap((name) => {
        const object = x.org.object(name);
        return object ? [SObjectTypeToken.of(object)] : [];
      }), 'Schema.SObjectType'),
      'String getRelationshipName()': (_x, d: D) => d.field.reference?.relationshipName ?? null,
      'Integer getRelationshipOrder()': (_x, d: D) => (d.field.reference?.kind === 'masterDetail' ? [...d.object.fields.values()].filter((field) => field.reference?.kind === 'masterDetail').indexOf(d.field) : null),
      'Integer getScale()': (_x, d: D) => d.field.scale,
      'Schema.SOAPType getSOAPType()': (_x, d: D) => soapType(d.field),
      'Schema.SObjectField getSObjectField()': (_x, d: D) => SObjectFieldToken.of(d.object, d.field),
      'Schema.SObjectType getSObjectType()': (_x, d: D) => SObjectTypeToken.of(d.object),
      'Schema.DisplayType getType()': (_x, d: D) => displayType(d.field),
      'Boolean isAccessible()': (x, d: D) => x.services.security.canReadField(x.userId, d.field),
      'Boolean isAutoNumber()': (_x, d: D) => d.field.autoNumber !== undefined,
      'Boolean isCalculated()': (_x, d: D) => d.field.formula !== undefined || d.field.summary !== undefined,
      'Boolean isCascadeDelete()': (_x, d: D) => d.field.reference?.deleteConstraint === 'Cascade',
      'Boolean isCaseSensitive()': (_x, d: D) => d.field.caseSensitive,
      'Boolean isCreateable()': (x, d: D) => d.field.createable && x.services.security.canEditField(x.userId, d.field),
      'Boolean isCustom()': (_x, d: D) => d.field.custom,
      'Boolean isDefaultedOnCreate()': (_x, d: D) => d.field.defaultedOnCreate ?? d.field.defaultFormula !== undefined,
      'Boolean isDependentPicklist()': (_x, d: D) => d.field.picklist?.controllingField !== undefined,
      'Boolean isEncrypted()': (_x, d: D) => d.field.type === 'encryptedstring',
      'Boolean isExternalID()': (_x, d: D) => d.field.externalId,
      'Boolean isFilterable()': (_x, d: D) => d.field.filterable,
      'Boolean isGroupable()': (_x, d: D) => d.field.groupable,
      'Boolean isHtmlFormatted()': (_x, d: D) => d.field.html,
      'Boolean isIdLookup()': (_x, d: D) => d.field.externalId || d.field.type === 'id' || d.object.nameField === d.field.name,
      'Boolean isNameField()': (_x, d: D) => d.object.nameField === d.field.name,
      'Boolean isNamePointing()': (_x, d: D) => (d.field.reference?.to.length ?? 0) > 1,
      'Boolean isNillable()': (_x, d: D) => d.field.nillable ?? !(d.field.required || d.field.type === 'boolean'),
      'Boolean isPermissionable()': (_x, d: D) => d.field.custom && !d.field.required && d.field.reference?.kind !== 'masterDetail',
      'Boolean isRestrictedDelete()': (_x, d: D) => d.field.reference?.deleteConstraint === 'Restrict',
      'Boolean isRestrictedPicklist()': (_x, d: D) => d.field.picklist?.restricted ?? false,
      'Boolean isSortable()': (_x, d: D) => d.field.sortable,
      'Boolean isUnique()': (_x, d: D) => d.field.unique,
      'Boolean isUpdateable()': (x, d: D) => d.field.updateable && x.services.security.canEditField(x.userId, d.field),
      'Boolean isWriteRequiresMasterRead()': (_x, d: D) => d.field.reference?.writeRequiresMasterRead ?? false,
    },
  },
  {
    name: 'Schema.PicklistEntry',
    members: {
      'String getLabel()': (_x, entry: PicklistEntry) => entry.entry.label,
      'String getValue()': (_x, entry: PicklistEntry) => entry.entry.value,
      'Boolean isActive()': (_x, entry: PicklistEntry) => entry.entry.active,
      'Boolean isDefaultValue()': (_x, entry: PicklistEntry) => entry.entry.isDefault,
    },
  },
];
