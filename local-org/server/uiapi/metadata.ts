/** UI API object info and picklist values. */
import { PlatformError, type FieldModel, type ObjectModel } from '../../schema';
import type { OrgRequest, OrgResponse, Platform } from '../types';
import { visibleObject } from '../rest/records';

/** Data types as object info spells them. */
const DATA_TYPE: Readonly<Record<string, string>> = {
  id: 'Reference', string: 'String', textarea: 'TextArea', boolean: 'Boolean', int: 'Int', long: 'Long', double: 'Double', currency: 'Currency', percent: 'Percent', date: 'Date', datetime: 'DateTime', time: 'Time',
  picklist: 'Picklist', multipicklist: 'MultiPicklist', reference: 'Reference', email: 'Email', phone: 'Phone', url: 'Url', base64: 'Base64', address: 'Address', location: 'Location', combobox: 'ComboBox', encryptedstring: 'EncryptedString', anyType: 'String',
};
const MASTER = '012000000000000AAA';

export function objectInfo(request: OrgRequest, platform: Platform): OrgResponse {
  const object = visibleObject(platform, request.userId, request.params['object'] ?? '');
  const rights = platform.security.objectRights(request.userId, object);
  const fields = [...object.fields.values()].filter((field) => platform.security.canReadField(request.userId, field));
  return {
    status: 200,
    json: {
      apiName: object.name, label: object.label, labelPlural: object.pluralLabel, keyPrefix: object.keyPrefix, custom: object.custom, createable: rights.create, deletable: rights.delete, updateable: rights.edit, queryable: true, searchable: true, layoutable: true, feedEnabled: false, mruEnabled: true,
      nameFields: object.nameField ? [object.nameField] : [], defaultRecordTypeId: MASTER, recordTypeInfos: { [MASTER]: { available: true, defaultRecordTypeMapping: true, master: true, name: 'Master', recordTypeId: MASTER } },
      themeInfo: { color: '0B5CAB', iconUrl: null }, dependentFields: {},
      fields: Object.fromEntries(fields.map((field) => [field.name, fieldInfo(platform, request.userId, object, field)])),
      childRelationships: object.childRelationships.filter((child) => child.relationshipName).map((child) => ({ childObjectApiName: child.childObject, fieldName: child.field, junctionIdListNames: [], junctionReferenceTo: [], relationshipName: child.relationshipName })),
    },
  };
}

function fieldInfo(platform: Platform, userId: string, object: ObjectModel, field: FieldModel): Record<string, unknown> {
  const rights = platform.security.fieldRights(userId, field);
  return {
    apiName: field.name, label: field.label, dataType: DATA_TYPE[field.type] ?? 'String', inlineHelpText: field.helpText ?? null, length: field.length, precision: field.precision, scale: field.scale,
    required: field.required && !field.defaultFormula && field.type !== 'boolean', createable: field.createable && rights.edit, updateable: field.updateable && rights.edit, calculated: field.calculated, compound: Boolean(field.components), compoundFieldName: field.componentOf ?? null, compoundComponentName: null,
    custom: field.custom, externalId: field.externalId, unique: field.unique, filterable: field.filterable, sortable: field.sortable, htmlFormatted: field.html, nameField: object.nameField === field.name, polymorphicForeignKey: (field.reference?.to.length ?? 0) > 1,
    reference: Boolean(field.reference), referenceTargetField: null, referenceToInfos: (field.reference?.to ?? []).map((name) => ({ apiName: name, nameFields: [platform.org.object(name)?.nameField].filter(Boolean) })), relationshipName: field.reference?.relationshipName ?? null,
    controllerName: field.picklist?.controllingField ?? null, controllingFields: field.picklist?.controllingField ? [field.picklist.controllingField] : [], extraTypeInfo: field.html ? 'RichTextArea' : null, filteredLookupInfo: null, highScaleNumber: false, searchPrefilterable: false, sortableEnabled: field.sortable, maskType: null,
  };
}

export function picklistValues(request: OrgRequest, platform: Platform): OrgResponse {
  const object = visibleObject(platform, request.userId, request.params['object'] ?? '');
  const one = request.params['field'];
  const readable = (field: FieldModel): boolean => Boolean(field.picklist) && platform.security.canReadField(request.userId, field);
  if (one) {
    const field = object.field(one);
    if (!field || !readable(field)) throw new PlatformError('NOT_FOUND', 'The requested resource does not exist');
    return { status: 200, json: values(request, object, field) };
  }
  const all = [...object.fields.values()].filter(readable);
  return { status: 200, json: { picklistFieldValues: Object.fromEntries(all.map((field) => [field.name, values(request, object, field)])) } };
}

function values(request: OrgRequest, object: ObjectModel, field: FieldModel): Record<string, unknown> {
  const type = object.recordTypes.find((each) => each.developerName === request.params['recordType']);
  const offered = type?.picklists.get(field.name) ?? field.picklist?.values ?? [];
  const active = offered.filter((value) => value.active).map((value) => ({ attributes: null, label: value.label, value: value.value, validFor: [] }));
  const preset = offered.find((value) => value.isDefault);
  return { controllerValues: {}, defaultValue: preset ? { attributes: null, label: preset.label, value: preset.value, validFor: [] } : null, url: request.path, values: active };
}
