/** Records through the UI API, shared by the platform's modules and by the standard page parts. */
import { context } from 'web/context';
import { get, request } from 'web/http';
import { refreshTags } from 'web/wire';

export interface FieldValue { readonly value: unknown; readonly displayValue: string | null; }
export interface RecordData { readonly apiName: string; readonly id: string; readonly fields: Readonly<Record<string, FieldValue>>; readonly [key: string]: unknown; }
export interface FieldInfo { readonly apiName: string; readonly label: string; readonly dataType: string; readonly inlineHelpText: string | null; readonly required: boolean; readonly createable: boolean; readonly updateable: boolean; readonly length: number; readonly precision: number; readonly scale: number; readonly htmlFormatted: boolean; readonly nameField: boolean; readonly compound: boolean; readonly relationshipName: string | null; readonly referenceToInfos: readonly { readonly apiName: string; readonly nameFields: readonly string[] }[]; readonly extraTypeInfo: string | null; readonly sortable: boolean; readonly reference: boolean; }
export interface ObjectInfo { readonly apiName: string; readonly label: string; readonly labelPlural: string; readonly createable: boolean; readonly updateable: boolean; readonly deletable: boolean; readonly nameFields: readonly string[]; readonly defaultRecordTypeId: string; readonly fields: Readonly<Record<string, FieldInfo>>; }
export interface PicklistOption { readonly label: string; readonly value: string; readonly validFor: readonly number[]; }

const ROOT = `/services/data/${context.apiVersion}/ui-api`;
export const uiUrl = (path: string, query: Readonly<Record<string, string | number | undefined>> = {}): string => {
  const params = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== undefined && value !== '').map(([name, value]) => [name, String(value)]));
  return `${ROOT}/${path}${params.size > 0 ? `?${params}` : ''}`;
};

/** Records are told apart by 15 characters: the last three repeat their case. */
export const recordTag = (id: string): string => `record:${id.slice(0, 15)}`;

type Change = { readonly id: string; readonly kind: 'created' | 'updated' | 'deleted' };
const changes = new Set<(change: Change) => void>();

/** Calls back after a record was written by this page; returns the way to stop it. */
export function onChange(listener: (change: Change) => void): () => void {
  changes.add(listener);
  return () => changes.delete(listener);
}

export async function changed(change: Change): Promise<void> {
  await refreshTags([recordTag(change.id)]);
  for (const listener of changes) listener(change);
}

export const fetchRecord = (id: string, query: Readonly<Record<string, string | undefined>>): Promise<RecordData> => get(uiUrl(`records/${id}`, query)) as Promise<RecordData>;

export async function create(apiName: string, fields: Readonly<Record<string, unknown>>): Promise<RecordData> {
  const record = (await request('POST', uiUrl('records'), { apiName, fields })) as RecordData;
  await changed({ id: record.id, kind: 'created' });
  return record;
}

export async function update(id: string, fields: Readonly<Record<string, unknown>>): Promise<RecordData> {
  const { Id: _id, ...values } = fields;
  const record = (await request('PATCH', uiUrl(`records/${id}`), { fields: values })) as RecordData;
  await changed({ id, kind: 'updated' });
  return record;
}

export async function remove(id: string): Promise<void> {
  await request('DELETE', uiUrl(`records/${id}`));
  await changed({ id, kind: 'deleted' });
}

/** Metadata changes with a deployment only, so it is asked for once. */
function once<T>(load: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const held = new Map<string, Promise<T>>();
  return (key) => {
    let value = held.get(key);
    if (!value) {
      held.set(key, (value = load(key)));
      value.catch(() => held.delete(key));
    }
    return value;
  };
}

export const objectInfo = once((apiName) => get(uiUrl(`object-info/${apiName}`)) as Promise<ObjectInfo>);

const picklists = once(async (key) => {
  const [apiName, recordType] = key.split('/');
  return ((await get(uiUrl(`object-info/${apiName}/picklist-values/${recordType}`))) as { picklistFieldValues: Record<string, { values: PicklistOption[]; defaultValue: PicklistOption | null }> }).picklistFieldValues;
});
/** Values of all picklists of an object, by field. */
export const picklistsOf = async (apiName: string): Promise<Record<string, { values: PicklistOption[]; defaultValue: PicklistOption | null }>> => picklists(`${apiName}/${(await objectInfo(apiName)).defaultRecordTypeId}`);

export interface Hit { readonly id: string; readonly name: string }

/** Records by part of their name (`q`) or by `ids`, with the name of each: those that the user may see. */
export const lookup = async (apiName: string, query: Readonly<Record<string, string>>): Promise<readonly Hit[]> => ((await get(`/web/lookup/${apiName}?${new URLSearchParams(query)}`)) as { records: readonly Hit[] }).records;

/** What a person may read of a failure: page errors first, then one line per field. */
export function messagesOf(error: unknown): string[] {
  const body = (error as { body?: unknown })?.body;
  if (Array.isArray(body)) return body.map((each: { message?: string }) => each.message ?? '').filter(Boolean);
  const { message, output } = (body ?? error ?? {}) as { message?: string; output?: { errors?: { message: string }[]; fieldErrors?: Record<string, { message: string }[]> } };
  const nested = [...(output?.errors ?? []), ...Object.values(output?.fieldErrors ?? {}).flat()].map((each) => each.message);
  return nested.length > 0 ? nested : [message ?? 'An error occurred.'];
}
