/** Cells to field values, by the mapping. */
import type { SeedValue } from '../load/records';
import { idKey } from '../load/write';
import { plain } from '../profiles/demo/text';
import type { Mapping, Source, Step } from './mapping';
import type { Table, TableRow } from './table';

export interface ValueContext {
  readonly mapping: Mapping;
  readonly tables: ReadonlyMap<string, Table>;
  /** Day of the import, YYYY-MM-DD: the value `@today`. */
  readonly today: string;
  problem(column: string, value: string, cause: string, fix: string): void;
  warning(column: string, value: string, cause: string): void;
}

/** Text with `{column}` or `{column|plain}` (letters and digits only, for addresses) filled in. */
export function fill(template: string, row: TableRow): string {
  return template.replace(/\{(\w+)(\|plain)?\}/g, (_all, column: string, filter?: string) => (filter ? plain(row.cells[column] ?? '') : (row.cells[column] ?? '')));
}

export function recordKey(mapping: Mapping, step: Step, key: string): string {
  return step.keyField === 'PRM_Key__c' ? `${mapping.prefix}:${step.name}:${key}` : key;
}

/** The value of a field, or undefined when there is a problem, which has been told. */
export function fieldValue(source: Source, row: TableRow, context: ValueContext): SeedValue | undefined {
  if ('value' in source) return source.value === '@today' ? context.today : source.value;
  if ('template' in source) return fill(source.template, row);
  if ('step' in source) return reference(source, row, context);
  const raw = (row.cells[source.column] ?? '').trim();
  if (raw === '') {
    if (source.ifEmpty) {
      if (source.ifEmpty.warn) context.warning(source.column, raw, source.ifEmpty.warn);
      return source.ifEmpty.value === '@today' ? context.today : source.ifEmpty.value;
    }
    if (source.required) {
      context.problem(source.column, raw, `${source.column} is empty.`, 'Fill it in.');
      return undefined;
    }
    return null;
  }
  if (source.known && !context.tables.get(source.known)?.byKey.has(raw)) {
    context.problem(source.column, raw, `${raw} is not in ${context.tables.get(source.known)?.file ?? source.known}.`, `Correct the name, or add it to ${context.tables.get(source.known)?.file ?? source.known}.`);
    return undefined;
  }
  const text = follow(source.column, raw, source.via, context);
  if (text === undefined) return undefined;
  if (source.replace && text in source.replace) return source.replace[text] ?? null;
  return typed(source, text, context);
}

function follow(column: string, start: string, via: readonly { table: string; column: string }[] | undefined, context: ValueContext): string | undefined {
  let text = start;
  for (const hop of via ?? []) {
    const table = context.tables.get(hop.table);
    const row = table?.byKey.get(text);
    if (!row) {
      context.problem(column, text, `${text} is not in ${table?.file ?? hop.table}.`, `Correct the name, or add it to ${table?.file ?? hop.table}.`);
      return undefined;
    }
    text = (row.cells[hop.column] ?? '').trim();
  }
  return text;
}

function reference(source: Extract<Source, { step: string }>, row: TableRow, context: ValueContext): SeedValue | undefined {
  const target = context.mapping.steps.find((step) => step.name === source.step);
  if (!target) throw new Error(`The mapping names the step ${source.step}, which does not exist.`);
  const raw = source.row ?? (row.cells[source.column ?? ''] ?? '').trim();
  const key = source.row ? raw : follow(source.column ?? '', raw, source.via, context);
  if (key === undefined) return undefined;
  const like: TableRow = { line: row.line, cells: Object.fromEntries([...target.key.matchAll(/\{(\w+)/g)].map((match) => [match[1] as string, key])) };
  return { key: idKey(target.object, recordKey(context.mapping, target, fill(target.key, like))) };
}

function typed(source: Extract<Source, { column: string; as?: unknown }>, text: string, context: ValueContext): SeedValue | undefined {
  if (!('as' in source)) return text;
  if (source.as === 'number') {
    if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
    context.problem(source.column, text, `${text} is not a number.`, 'Write digits, with a point before decimals.');
    return undefined;
  }
  if (source.as === 'date') {
    const date = parseDate(text, source.format ?? 'YYYY-MM-DD');
    if (date) return date;
    context.problem(source.column, text, `${text} is not a day written as ${source.format ?? 'YYYY-MM-DD'}.`, `Write it as ${source.format ?? 'YYYY-MM-DD'}.`);
    return undefined;
  }
  if (source.max && [...text].length > source.max) {
    context.problem(source.column, text, `${source.column} has ${[...text].length} characters; ${source.max} fit.`, 'Shorten it.');
    return undefined;
  }
  return text;
}

/** A day by its format, as YYYY-MM-DD; undefined when there is no such day. */
export function parseDate(text: string, format: string): string | undefined {
  const names: string[] = [];
  const pattern = format.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/YYYY|MM|DD/g, (part) => {
    names.push(part);
    return part === 'YYYY' ? '(\\d{4})' : '(\\d{2})';
  });
  const found = new RegExp(`^${pattern}$`).exec(text);
  if (!found) return undefined;
  const part = (name: string): string => found[names.indexOf(name) + 1] ?? '';
  const iso = `${part('YYYY')}-${part('MM')}-${part('DD')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === iso ? iso : undefined;
}
