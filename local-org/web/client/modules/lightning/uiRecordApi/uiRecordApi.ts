/** https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-ui-api-record.html */
import { changed, create, fetchRecord, recordTag, remove, update, type FieldValue, type ObjectInfo, type RecordData } from 'web/records';
import { clientError, keyOf, wireAdapter } from 'web/wire';

type FieldId = string | { readonly fieldApiName: string; readonly objectApiName: string };

const pathOf = (field: FieldId): string => (typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`);
const list = (value: unknown): string | undefined => (value === undefined ? undefined : (Array.isArray(value) ? (value as FieldId[]) : [value as FieldId]).map(pathOf).join(','));

export const getRecord = wireAdapter((config) => {
  const { recordId, fields, optionalFields, layoutTypes, modes } = config;
  if (recordId === undefined || recordId === null) return undefined;
  if (fields === undefined && optionalFields === undefined && layoutTypes === undefined) return clientError('getRecord: name fields, optionalFields or layoutTypes.');
  const query = { fields: list(fields), optionalFields: list(optionalFields), layoutTypes: list(layoutTypes), modes: list(modes) };
  const id = String(recordId);
  return { key: keyOf('record', { id: id.slice(0, 15), ...query }), tags: [recordTag(id)], ask: () => fetchRecord(id, query) };
});

export const getRecords = wireAdapter(({ records }) => {
  if (!Array.isArray(records)) return undefined;
  const wanted = (records as { recordIds?: string[]; fields?: FieldId[]; optionalFields?: FieldId[] }[]).flatMap(({ recordIds = [], fields, optionalFields }) => recordIds.map((id) => ({ id, query: { fields: list(fields), optionalFields: list(optionalFields) } })));
  const one = ({ id, query }: (typeof wanted)[number]): Promise<unknown> => fetchRecord(id, query).then((result) => ({ statusCode: 200, result }), (error: { status: number; body: unknown }) => ({ statusCode: error.status, result: [error.body] }));
  return { key: keyOf('records', { wanted }), tags: wanted.map(({ id }) => recordTag(id)), ask: async () => ({ hasErrors: false, results: await Promise.all(wanted.map(one)) }) };
});

function fieldOf(record: RecordData | undefined, field: FieldId): FieldValue | undefined {
  const path = pathOf(field).split('.').slice(1);
  let held: FieldValue | undefined;
  let source: RecordData | undefined | null = record;
  for (const part of path) {
    held = source?.fields[part];
    source = held?.value as RecordData | undefined | null;
  }
  return held;
}

/** The value of a field, undefined when the record does not carry it. */
export const getFieldValue = (record: RecordData | undefined, field: FieldId): unknown => fieldOf(record, field)?.value;
export const getFieldDisplayValue = (record: RecordData | undefined, field: FieldId): string | null | undefined => fieldOf(record, field)?.displayValue;

export const createRecord = ({ apiName, fields }: { apiName: string; fields: Record<string, unknown> }): Promise<RecordData> => create(apiName, fields);

export async function updateRecord({ fields }: { fields: Record<string, unknown> }): Promise<RecordData> {
  const id = fields['Id'];
  if (typeof id !== 'string') throw clientError('updateRecord: fields need Id.');
  return update(id, fields);
}

export const deleteRecord = (recordId: string): Promise<void> => remove(recordId);

/** Tells the page that records changed on the server, by Apex say: wires that show them ask again. */
export async function notifyRecordUpdateAvailable(records: readonly { readonly recordId: string }[]): Promise<void> {
  await Promise.all(records.map(({ recordId }) => changed({ id: recordId, kind: 'updated' })));
}
export const getRecordNotifyChange = (records: readonly { readonly recordId: string }[]): void => void notifyRecordUpdateAvailable(records);

const valuesOf = (record: RecordData, allowed: (name: string) => boolean): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record.fields).filter(([name, { value }]) => allowed(name) && (typeof value !== 'object' || value === null)).map(([name, { value }]) => [name, value]));

/** Values of a record that may be sent to create another: fields the user may write. */
export const generateRecordInputForCreate = (record: RecordData, info?: ObjectInfo): { apiName: string; fields: Record<string, unknown> } => ({ apiName: record.apiName, fields: valuesOf(record, (name) => name !== 'Id' && (info?.fields[name]?.createable ?? true)) });
export const generateRecordInputForUpdate = (record: RecordData, info?: ObjectInfo): { fields: Record<string, unknown> } => ({ fields: { Id: record.id, ...valuesOf(record, (name) => name !== 'Id' && (info?.fields[name]?.updateable ?? true)) } });
