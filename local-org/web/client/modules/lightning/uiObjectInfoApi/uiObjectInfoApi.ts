/** https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-ui-api-object-info.html */
import { get } from 'web/http';
import { objectInfo, uiUrl } from 'web/records';
import { keyOf, wireAdapter } from 'web/wire';

type ObjectId = string | { readonly objectApiName: string };
type FieldId = string | { readonly fieldApiName: string; readonly objectApiName: string };
const nameOf = (object: unknown): string => (typeof object === 'string' ? object : (object as { objectApiName: string }).objectApiName);

export const getObjectInfo = wireAdapter(({ objectApiName }) => {
  if (!objectApiName) return undefined;
  const name = nameOf(objectApiName);
  return { key: keyOf('objectInfo', { name }), ask: () => objectInfo(name) };
});

export const getObjectInfos = wireAdapter(({ objectApiNames }) => {
  if (!Array.isArray(objectApiNames)) return undefined;
  const names = (objectApiNames as ObjectId[]).map(nameOf);
  return { key: keyOf('objectInfos', { names }), ask: async () => ({ results: await Promise.all(names.map(async (name) => ({ statusCode: 200, result: await objectInfo(name) }))) }) };
});

export const getPicklistValues = wireAdapter(({ recordTypeId, fieldApiName }) => {
  if (!recordTypeId || !fieldApiName) return undefined;
  const field = fieldApiName as FieldId;
  const [object, name] = typeof field === 'string' ? field.split('.') : [field.objectApiName, field.fieldApiName];
  return { key: keyOf('picklist', { object, name, recordTypeId }), ask: () => get(uiUrl(`object-info/${object}/picklist-values/${String(recordTypeId)}/${name}`)) };
});

export const getPicklistValuesByRecordType = wireAdapter(({ objectApiName, recordTypeId }) => {
  if (!objectApiName || !recordTypeId) return undefined;
  const object = nameOf(objectApiName);
  return { key: keyOf('picklists', { object, recordTypeId }), ask: () => get(uiUrl(`object-info/${object}/picklist-values/${String(recordTypeId)}`)) };
});
