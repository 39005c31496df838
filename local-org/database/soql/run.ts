/** Runs queries: analysis kept by text, one SQL statement a level, rows read without detours. */
import type { Store } from '../store';
import type { Caller, QueryOptions, QueryResult, ResultRow, Row, SqlValue, Value } from '../types';
import { analyseQuery } from './analyse/query';
import type { TypedQuery } from './analyse/types';
import { CompileContext } from './compile/context';
import { type CompiledSelect, type RecordReader, compileSelect } from './compile/select';
import { SoqlError, toPlatformError } from './errors';
import { parseSoql } from './parse/parse';
import { checkFileLinkFilter } from './file-links';
import { fillRecordAccess } from './record-access';

const KEPT_QUERIES = 2000;
const NONE: Readonly<Record<string, never>> = Object.freeze({});
type Stored = Record<string, SqlValue>;

export class QueryRunner {
  private readonly analysed = new Map<string, TypedQuery>();
  queries = 0;
  rows = 0;

  constructor(private readonly store: Store, private readonly lock: (ids: readonly string[]) => void) {}

  analyse(text: string, tooling: boolean): TypedQuery {
    const key = tooling ? `tooling ${text}` : text;
    const known = this.analysed.get(key);
    if (known) return known;
    const made = analyseQuery(parseSoql(text), this.store.org, text, tooling);
    if (this.analysed.size >= KEPT_QUERIES) this.analysed.clear();
    this.analysed.set(key, made);
    return made;
  }

  run(query: string | TypedQuery, caller: Caller, options: QueryOptions = NONE): QueryResult {
    try {
      const typed = typeof query === 'string' ? this.analyse(query, options.tooling ?? false) : query;
      return this.execute(typed, caller, options);
    } catch (error) {
      if (error instanceof SoqlError) throw toPlatformError(error, typeof query === 'string' ? query : query.text);
      throw error;
    }
  }

  private execute(query: TypedQuery, caller: Caller, options: QueryOptions): QueryResult {
    if (query.object.name === 'UserRecordAccess') fillRecordAccess(this.store, query, options);
    checkFileLinkFilter(query);
    const mode = query.mode ?? caller.mode;
    const context = new CompileContext(this.store, caller, options, mode === 'user', mode === 'user' || caller.sharing);
    const compiled = compileSelect(query, context);
    const stored = this.store.connection.all(compiled.sql.text, compiled.sql.params);
    this.queries++;
    if (query.kind === 'count') return { rows: [], size: Number(stored[0]?.n ?? 0), query };
    this.rows += stored.length;
    if (compiled.aggregates) {
      const rows = stored.map((row) => aggregateRow(row, compiled));
      return { rows, size: rows.length, query };
    }
    if (query.forUpdate) this.lock(stored.map((row) => row.c0 as string));
    const rows = this.records(query, compiled, stored, context);
    return { rows, size: rows.length, query };
  }

  private records(query: TypedQuery, compiled: CompiledSelect, stored: readonly Stored[], context: CompileContext): ResultRow[] {
    const reader = compiled.reader as RecordReader;
    const childQueries = query.select.flatMap((entry) => (entry.children ? [entry.children] : []));
    if (childQueries.length === 0 || stored.length === 0) {
      const empty = childQueries.length === 0 ? NONE : undefined;
      return stored.map((row) => this.record(row, reader, empty ?? {}));
    }
    const children = stored.map((): Record<string, ResultRow[]> => ({}));
    const ids = stored.map((row) => row.c0 as string);
    for (const child of childQueries) this.attach(child, ids, children, context);
    return stored.map((row, index) => this.record(row, reader, children[index] as Record<string, ResultRow[]>));
  }

  private attach(child: TypedQuery, ids: readonly string[], children: Record<string, ResultRow[]>[], context: CompileContext): void {
    const compiled = compileSelect(child, context, ids);
    const stored = this.store.connection.all(compiled.sql.text, compiled.sql.params);
    this.rows += stored.length;
    const rows = this.records(child, compiled, stored, context);
    const name = (child.link as { name: string }).name;
    const byParent = new Map<SqlValue, ResultRow[]>();
    rows.forEach((row, index) => {
      const parent = stored[index]?.[compiled.linkColumn as string] as SqlValue;
      const list = byParent.get(parent);
      if (list) list.push(row);
      else byParent.set(parent, [row]);
    });
    ids.forEach((id, index) => ((children[index] as Record<string, ResultRow[]>)[name] = byParent.get(id) ?? []));
  }

  private record(stored: Stored, reader: RecordReader, children: Readonly<Record<string, readonly ResultRow[]>>): ResultRow {
    const values: Row = {};
    for (const { column, name, boolean } of reader.values) values[name] = boolean ? stored[column] !== 0 && stored[column] !== null : (stored[column] as Value);
    if (reader.parents.length === 0) return { object: reader.object ?? this.objectOf(stored[reader.idColumn]), values, parents: NONE, children };
    const parents: Record<string, ResultRow | null> = {};
    for (const parent of reader.parents) {
      parents[parent.name] = stored[parent.reader.idColumn] === null ? null : this.record(stored, parent.reader, NONE);
    }
    return { object: reader.object ?? this.objectOf(stored[reader.idColumn]), values, parents, children };
  }

  private objectOf(id: SqlValue | undefined): string {
    return this.store.org.objectOfId(String(id))?.name ?? 'Name';
  }
}

function aggregateRow(stored: Stored, compiled: CompiledSelect): ResultRow {
  const values: Row = {};
  for (const { column, name, boolean } of compiled.aggregates ?? []) values[name] = boolean ? stored[column] === 1 : (stored[column] as Value);
  return { object: 'AggregateResult', values, parents: NONE, children: NONE, aggregates: values as Record<string, Value> };
}
