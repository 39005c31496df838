/** Describe results, as far as clients read them; only what the user may see. */
import { allowsTriggers, type FieldModel, type ObjectModel } from '../../schema';
import type { OrgRequest, Platform } from '../types';
import { basePath } from './records';

const SOAP_TYPE: Readonly<Record<string, string>> = {
  id: 'tns:ID', reference: 'tns:ID', boolean: 'xsd:boolean', int: 'xsd:int', long: 'xsd:long', double: 'xsd:double', currency: 'xsd:double', percent: 'xsd:double',
  date: 'xsd:date', datetime: 'xsd:dateTime', time: 'xsd:time', base64: 'xsd:base64Binary', address: 'urn:address', location: 'urn:location',
};

export function describeGlobalEntry(platform: Platform, request: OrgRequest, object: ObjectModel): Record<string, unknown> {
  const rights = platform.security.objectRights(request.userId, object);
  const url = `${basePath(request)}/sobjects/${object.name}`;
  return {
    name: object.name, label: object.label, labelPlural: object.pluralLabel, keyPrefix: object.keyPrefix || null,
    custom: object.custom, customSetting: object.kind === 'customSetting', queryable: true, retrieveable: true, searchable: object.kind !== 'share', layoutable: object.kind === 'standard' || object.kind === 'custom',
    createable: rights.create, updateable: rights.edit, deletable: rights.delete, undeletable: rights.delete, mergeable: ['Account', 'Contact', 'Lead', 'Case'].includes(object.name),
    triggerable: allowsTriggers(object), feedEnabled: false, hasSubtypes: false, isSubtype: false, activateable: false, deprecatedAndHidden: false, mruEnabled: object.kind !== 'share', replicateable: true,
    urls: { sobject: url, describe: `${url}/describe`, rowTemplate: `${url}/{ID}` },
  };
}

export function describeObject(platform: Platform, request: OrgRequest, object: ObjectModel): Record<string, unknown> {
  const fields = [...object.fields.values()].filter((field) => platform.security.canReadField(request.userId, field));
  return {
    ...describeGlobalEntry(platform, request, object),
    fields: fields.map((field) => describeField(platform, request.userId, object, field)),
    childRelationships: object.childRelationships.map((child) => ({ childSObject: child.childObject, field: child.field, relationshipName: child.relationshipName ?? null, cascadeDelete: child.cascadeDelete, restrictedDelete: child.restrictedDelete, deprecatedAndHidden: false, junctionIdListNames: [], junctionReferenceTo: [] })),
    recordTypeInfos: object.recordTypes.map((type) => ({ name: type.label, developerName: type.developerName, active: type.active, available: type.active, defaultRecordTypeMapping: false, master: false })),
    supportedScopes: [{ label: `All ${object.pluralLabel.toLowerCase()}`, name: 'everything' }, { label: `My ${object.pluralLabel.toLowerCase()}`, name: 'mine' }],
    namedLayoutInfos: [], actionOverrides: [],
  };
}

function describeField(platform: Platform, userId: string, object: ObjectModel, field: FieldModel): Record<string, unknown> {
  const rights = platform.security.fieldRights(userId, field);
  return {
    name: field.name, label: field.label, type: field.type, soapType: SOAP_TYPE[field.type] ?? 'xsd:string',
    length: field.length, byteLength: field.length * 3, precision: field.precision, scale: field.scale, digits: field.type === 'int' ? 8 : 0,
    custom: field.custom, inlineHelpText: field.helpText ?? null, nillable: !field.required && field.type !== 'boolean' && field.name !== 'Id',
    createable: field.createable && rights.edit, updateable: field.updateable && rights.edit, calculated: field.calculated, calculatedFormula: field.formula ?? null,
    autoNumber: Boolean(field.autoNumber), unique: field.unique, externalId: field.externalId, caseSensitive: field.caseSensitive, idLookup: field.externalId || field.name === 'Id',
    nameField: object.nameField === field.name, namePointing: (field.reference?.to.length ?? 0) > 1, polymorphicForeignKey: (field.reference?.to.length ?? 0) > 1,
    referenceTo: field.reference?.to ?? [], relationshipName: field.reference?.relationshipName ?? null, cascadeDelete: field.reference?.kind === 'masterDetail', restrictedDelete: field.reference?.deleteConstraint === 'Restrict',
    relationshipOrder: field.reference?.kind === 'masterDetail' ? 0 : null, writeRequiresMasterRead: field.reference?.writeRequiresMasterRead ?? false,
    restrictedPicklist: field.picklist?.restricted ?? false, dependentPicklist: Boolean(field.picklist?.controllingField), controllerName: field.picklist?.controllingField ?? null,
    picklistValues: (field.picklist?.values ?? []).map((value) => ({ value: value.value, label: value.label, active: value.active, defaultValue: value.isDefault, validFor: null })),
    filterable: field.filterable, sortable: field.sortable, groupable: field.groupable, aggregatable: !field.components, permissionable: field.custom && !field.required,
    compoundFieldName: field.componentOf ?? null, htmlFormatted: field.html, defaultedOnCreate: Boolean(field.defaultFormula), defaultValue: null, defaultValueFormula: field.defaultFormula ?? null,
    formulaTreatNullNumberAsZero: field.formulaBlanks === 'asZero', extraTypeInfo: field.html ? 'richtextarea' : field.type === 'textarea' ? (field.length > 255 ? 'plaintextarea' : null) : null,
    deprecatedAndHidden: false, encrypted: false, highScaleNumber: false, mask: null, maskType: null, displayLocationInDecimal: false, queryByDistance: field.type === 'location', searchPrefilterable: false,
  };
}
