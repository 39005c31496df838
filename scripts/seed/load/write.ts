/**
 * Writes sets of records: compares with what the org holds, sends only what is new or differs.
 * Up to 2,000 rows go by collections of 200, more by Bulk API 2.0.
 */
import type { Connection } from 'jsforce';
import type { SeedRecord, SeedSet, SeedValue } from './records';

/** Above this many rows one bulk job is cheaper than collections of 200. */
export const BULK_FROM = 2000;
const COLLECTION = 200;
/** Keys asked for in one query; the address stays under 16 KB. */
const KEYS_PER_QUERY = 200;
/** Above this many keys with one beginning, everything that begins so is read in pages of 2,000 instead. */
const BY_BEGINNING_FROM = 2 * KEYS_PER_QUERY;

export interface RowError { readonly key: string; readonly code: string; readonly message: string; readonly fields: readonly string[]; }
export interface WriteReport { readonly object: string; readonly inserted: number; readonly updated: number; readonly unchanged: number; readonly errors: readonly RowError[]; readonly calls: number; }

type Failure = Omit<RowError, 'key'>;
type Done = (index: number, id: string | undefined, failure?: Failure) => void;

/** Ids by object and key, filled as sets are written; parents are looked up here. */
export type Ids = Map<string, string>;

export const idKey = (object: string, key: string): string => `${object}|${key}`;

export class Writer {
  calls = 0;
  readonly ids: Ids = new Map();

  constructor(private readonly connection: Connection, private readonly progress: (object: string, done: number, all: number) => void = () => undefined) {}

  /** Writes one set. Records of the set may point to records of earlier sets, of the set's own, or of the org. */
  async write(set: SeedSet): Promise<WriteReport> {
    const before = this.calls;
    const existing = await this.existing(set);
    const errors: RowError[] = [];
    const fresh: Record<string, unknown>[] = [];
    const changed: Record<string, unknown>[] = [];
    const freshKeys: string[] = [];
    const changedKeys: string[] = [];
    let unchanged = 0;
    for (const record of set.records) {
      const row = this.resolve(set, record, errors);
      if (!row) continue;
      const held = existing.get(record.key.toLowerCase());
      if (!held) {
        fresh.push({ ...row, [set.keyField]: record.key });
        freshKeys.push(record.key);
        continue;
      }
      this.ids.set(idKey(set.object, record.key), String(held['Id']));
      const difference = set.onlyWhenNew ? {} : differing(row, held);
      if (Object.keys(difference).length === 0) unchanged++;
      else {
        changed.push({ ...difference, Id: held['Id'] });
        changedKeys.push(record.key);
      }
    }
    const inserted = await this.send(set.object, 'insert', fresh, freshKeys, errors, set.keyField);
    const updated = await this.send(set.object, 'update', changed, changedKeys, errors, 'Id');
    return { object: set.object, inserted, updated, unchanged, errors, calls: this.calls - before };
  }

  /** What the org holds under the keys of the set, with the fields that the set gives. */
  private async existing(set: SeedSet): Promise<Map<string, Record<string, unknown>>> {
    const fields = [...new Set(['Id', set.keyField, ...(set.onlyWhenNew ? [] : set.records.flatMap((record) => Object.keys(record.fields)))])];
    const select = `SELECT ${fields.join(', ')} FROM ${set.object} WHERE ${set.keyField}`;
    const found = new Map<string, Record<string, unknown>>();
    const keep = (row: Record<string, unknown>): unknown => found.set(String(row[set.keyField]).toLowerCase(), row);
    const beginning = set.records.length > BY_BEGINNING_FROM ? commonBeginning(set.records.map((record) => record.key)) : '';
    if (beginning) await this.read(`${select} LIKE ${quote(`${beginning.replace(/[\\%_]/g, '\\$&')}%`)}`, keep);
    else {
      for (let start = 0; start < set.records.length; start += KEYS_PER_QUERY) {
        const keys = set.records.slice(start, start + KEYS_PER_QUERY).map((record) => quote(record.key));
        await this.read(`${select} IN (${keys.join(', ')})`, keep);
      }
    }
    return found;
  }

  /** All rows of a query, page by page; each page is a call. */
  private async read(soql: string, keep: (row: Record<string, unknown>) => unknown): Promise<void> {
    this.calls++;
    let page = await this.connection.query<Record<string, unknown>>(soql);
    for (;;) {
      page.records.forEach(keep);
      if (page.done || !page.nextRecordsUrl) return;
      this.calls++;
      page = await this.connection.queryMore<Record<string, unknown>>(page.nextRecordsUrl);
    }
  }

  private resolve(set: SeedSet, record: SeedRecord, errors: RowError[]): Record<string, unknown> | undefined {
    const row: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(record.fields)) {
      const resolved = this.value(value);
      if (resolved === undefined) {
        errors.push({ key: record.key, code: 'MISSING_PARENT', message: `${field} names ${(value as { key: string }).key}, which is not there. Load it first or mend the key.`, fields: [field] });
        return undefined;
      }
      row[field] = resolved;
    }
    return row;
  }

  private value(value: SeedValue): unknown {
    if (value === null || typeof value !== 'object') return value;
    return this.ids.get(value.key);
  }

  private async send(object: string, operation: 'insert' | 'update', rows: Record<string, unknown>[], keys: readonly string[], errors: RowError[], mark: string): Promise<number> {
    const before = errors.length;
    const done: Done = (index, id, failure) => {
      if (failure) errors.push({ key: keys[index] as string, ...failure });
      else if (id) this.ids.set(idKey(object, keys[index] as string), id);
    };
    if (rows.length > BULK_FROM) await this.bulk(object, operation, rows, keys, mark, done);
    else {
      for (let start = 0; start < rows.length; start += COLLECTION) {
        this.calls++;
        const slice = rows.slice(start, start + COLLECTION);
        const results = operation === 'insert' ? await this.connection.sobject(object).create(slice) : await this.connection.sobject(object).update(slice as { Id: string }[]);
        results.forEach((result, index) => {
          const error = result.errors?.[0] as { statusCode?: string; errorCode?: string; message: string; fields?: string[] } | undefined;
          if (result.success) done(start + index, result.id);
          else done(start + index, undefined, { code: error?.statusCode ?? error?.errorCode ?? 'UNKNOWN', message: error?.message ?? 'The org gave no reason.', fields: error?.fields ?? [] });
        });
        this.progress(object, Math.min(start + COLLECTION, rows.length), rows.length);
      }
    }
    return rows.length - (errors.length - before);
  }

  private async bulk(object: string, operation: 'insert' | 'update', rows: Record<string, unknown>[], keys: readonly string[], mark: string, done: Done): Promise<void> {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const { stringify } = await import('csv-stringify/sync');
    const cells = (row: Record<string, unknown>): string[] => columns.map((column) => (row[column] === null ? '#N/A' : row[column] === undefined ? '' : String(row[column])));
    // Results come in an order of their own: a row is known again by its key when new, by its id when changed.
    const place = new Map(rows.map((row, index) => [String(row[mark]), index]));
    const job = this.connection.bulk2.createJob({ operation, object });
    await job.open();
    await job.uploadData(stringify([columns, ...rows.map(cells)]));
    await job.close();
    this.calls += 4; // open, upload, close, and the poll that finds the job complete
    await job.poll(500, 30 * 60_000);
    const { successfulResults, failedResults, unprocessedRecords } = await job.getAllResults();
    this.calls += 3;
    const indexOf = (result: Record<string, unknown>): number => {
      const index = place.get(String(result[mark]));
      if (index === undefined) throw new Error(`The bulk job of ${object} answered a row that was not sent: ${mark} ${String(result[mark])}.`);
      return index;
    };
    for (const result of successfulResults as Record<string, unknown>[]) done(indexOf(result), String(result['sf__Id']));
    for (const result of failedResults as Record<string, unknown>[]) done(indexOf(result), undefined, bulkError(String(result['sf__Error'])));
    if (Array.isArray(unprocessedRecords) && unprocessedRecords.length) throw new Error(`${unprocessedRecords.length} rows of ${object} were not processed by the bulk job; run the command again.`);
    this.progress(object, keys.length, keys.length);
  }
}

/** `CODE:message:FIELD,FIELD --`, as the results of a bulk job give an error. */
export function bulkError(text: string): Failure {
  const found = /^([A-Z_]+):([\s\S]*?)(?::([\w.,\s]*?))?(?: --)?$/.exec(text);
  return { code: found?.[1] ?? 'UNKNOWN', message: found?.[2] ?? text, fields: (found?.[3] ?? '').split(',').map((field) => field.trim()).filter(Boolean) };
}

/** What all keys begin with, as far as the last colon; empty when they differ before it. */
function commonBeginning(keys: readonly string[]): string {
  const [first = ''] = keys;
  const beginning = first.slice(0, first.lastIndexOf(':') + 1);
  return keys.every((key) => key.startsWith(beginning)) ? beginning : '';
}

function quote(text: string): string {
  return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}

/** The fields whose value in the org is another than wanted. */
function differing(wanted: Record<string, unknown>, held: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(wanted).filter(([field, value]) => !same(value, held[field])));
}

function same(wanted: unknown, held: unknown): boolean {
  if (wanted === held) return true;
  const empty = (value: unknown): boolean => value === null || value === undefined || value === '';
  if (empty(wanted) || empty(held)) return empty(wanted) && empty(held);
  if (typeof held === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(held)) return Date.parse(String(wanted)) === Date.parse(held.replace('+0000', 'Z'));
  return String(wanted) === String(held);
}
