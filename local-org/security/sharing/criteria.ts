/** Criteria of sharing rules as SQL over the object's own table (alias `r`). */
import { NotModelledError, SourceError, type FieldModel, type ObjectModel, type XmlElement } from '../../schema';
import type { Sql, SqlValue } from '../../database';
import { ident } from '../state/context';

export interface Criteria extends Sql { /** Fields read, so that a change of another needs no look. */ readonly fields: readonly string[]; }

const NUMBERS = ['int', 'long', 'double', 'currency', 'percent'];
const TEXTS = ['string', 'picklist', 'email', 'phone', 'url', 'textarea', 'id', 'reference', 'multipicklist', 'combobox'];

/** Conditions by operation: `c` is the column, `n` how many values. */
const OPERATIONS: Readonly<Record<string, { readonly sql: (c: string, n: number) => string; readonly types?: readonly string[]; readonly bind?: (value: string) => string; readonly each?: boolean }>> = {
  equals: { sql: (c, n) => `${c} IN (${marks(n)})` },
  notEqual: { sql: (c, n) => `(${c} IS NULL OR ${c} NOT IN (${marks(n)}))` },
  lessThan: { sql: (c) => `${c} < ?`, each: true },
  greaterThan: { sql: (c) => `${c} > ?`, each: true },
  lessOrEqual: { sql: (c) => `${c} <= ?`, each: true },
  greaterOrEqual: { sql: (c) => `${c} >= ?`, each: true },
  contains: { sql: (c) => `instr(lower(${c}), lower(?)) > 0`, types: TEXTS, each: true },
  notContain: { sql: (c) => `(${c} IS NULL OR instr(lower(${c}), lower(?)) = 0)`, types: TEXTS },
  startsWith: { sql: (c) => `instr(lower(${c}), lower(?)) = 1`, types: TEXTS, each: true },
  includes: { sql: (c) => `instr(';' || lower(${c}) || ';', lower(?)) > 0`, types: ['multipicklist'], bind: (value) => `;${value};`, each: true },
  excludes: { sql: (c) => `(${c} IS NULL OR instr(';' || lower(${c}) || ';', lower(?)) = 0)`, types: ['multipicklist'], bind: (value) => `;${value};` },
};

const marks = (count: number): string => Array(count).fill('?').join(',');

export function criteriaSql(object: ObjectModel, items: readonly XmlElement[], filter: XmlElement | undefined): Criteria {
  const parts = items.map((item) => condition(object, item));
  const fields = items.map((item) => item.value('field') as string);
  if (!filter || filter.text === '') return { text: parts.map((part) => part.text).join(' AND '), params: parts.flatMap((part) => part.params), fields };
  const params: SqlValue[] = [];
  const text = new BooleanFilter(filter, parts.length).read((index) => {
    const part = parts[index] as Sql;
    params.push(...part.params);
    return part.text;
  });
  return { text, params, fields };
}

function condition(object: ObjectModel, item: XmlElement): Sql {
  for (const child of item.children) if (!['field', 'operation', 'value', 'valueField'].includes(child.name)) throw new SourceError(`Element ${child.name} invalid at this location in type FilterItem.`, child.position);
  const name = item.value('field') ?? '';
  const field = object.field(name);
  if (!field) throw new SourceError(`In field: field - no CustomField named ${object.name}.${name} found`, item.child('field')?.position ?? item.position);
  if (item.child('valueField')) throw new NotModelledError('sharing criteria that compare two fields', item.child('valueField')?.position);
  if (field.formula !== undefined || field.summary || field.components) throw new SourceError(`The field ${object.name}.${field.name} cannot be used in sharing criteria.`, item.child('field')?.position);
  const operation = OPERATIONS[item.value('operation') ?? ''];
  if (!operation) throw new NotModelledError(`the filter operation ${item.value('operation')} in sharing criteria`, item.child('operation')?.position ?? item.position);
  if (operation.types && !operation.types.includes(field.type)) throw new SourceError(`The operation ${item.value('operation')} cannot be used with ${object.name}.${field.name}.`, item.child('operation')?.position);
  const column = `r.${ident(field.name)}`;
  const given = item.value('value') ?? '';
  if (given === '') return { text: item.value('operation') === 'notEqual' ? `${column} IS NOT NULL` : `${column} IS NULL`, params: [] };
  const values = given.split(',').map((each) => valueOf(field, each.trim(), item)).map((value) => (operation.bind ? operation.bind(String(value)) : value));
  if (item.value('operation') === 'equals' || item.value('operation') === 'notEqual') return { text: operation.sql(column, values.length), params: values };
  // Of several values one is enough, or for a negation none may fit.
  return { text: `(${values.map(() => operation.sql(column, 1)).join(operation.each ? ' OR ' : ' AND ')})`, params: values };
}

function valueOf(field: FieldModel, text: string, item: XmlElement): SqlValue {
  const wrong = (): SourceError => new SourceError(`'${text}' is not a valid value for ${field.object}.${field.name}.`, item.child('value')?.position);
  if (field.type === 'boolean') {
    if (/^(true|1)$/i.test(text)) return 1;
    if (/^(false|0)$/i.test(text)) return 0;
    throw wrong();
  }
  if (NUMBERS.includes(field.type)) {
    if (text === '' || !Number.isFinite(Number(text))) throw wrong();
    return Number(text);
  }
  if (field.type === 'date' || field.type === 'datetime') {
    if (!/^\d{4}-\d{2}-\d{2}/.test(text)) throw new NotModelledError(`the date value ${text} in sharing criteria`, item.child('value')?.position);
    return text;
  }
  if (!TEXTS.includes(field.type)) throw new SourceError(`The field ${field.object}.${field.name} cannot be used in sharing criteria.`, item.child('field')?.position);
  return text;
}

/** `1 AND (2 OR NOT 3)` */
class BooleanFilter {
  private readonly tokens: string[];
  private next = 0;

  constructor(
    private readonly element: XmlElement,
    private readonly count: number
  ) {
    this.tokens = element.text.toUpperCase().match(/\d+|AND|OR|NOT|[()]|\S+/g) ?? [];
  }

  read(part: (index: number) => string): string {
    const text = this.either(part);
    if (this.next < this.tokens.length) this.fail();
    return text;
  }

  private either(part: (index: number) => string): string {
    let text = this.both(part);
    while (this.take('OR')) text = `(${text} OR ${this.both(part)})`;
    return text;
  }

  private both(part: (index: number) => string): string {
    let text = this.single(part);
    while (this.take('AND')) text = `(${text} AND ${this.single(part)})`;
    return text;
  }

  private single(part: (index: number) => string): string {
    if (this.take('NOT')) return `NOT ${this.single(part)}`;
    if (this.take('(')) {
      const text = this.either(part);
      if (!this.take(')')) this.fail();
      return `(${text})`;
    }
    const number = Number(this.tokens[this.next++]);
    if (!(number >= 1 && number <= this.count)) this.fail();
    return part(number - 1);
  }

  private take(token: string): boolean {
    if (this.tokens[this.next] !== token) return false;
    this.next++;
    return true;
  }

  private fail(): never {
    throw new SourceError(`The filter logic '${this.element.text}' is not valid.`, this.element.position);
  }
}

/** Operations that sharing criteria may use. */
export const SUPPORTED_OPERATIONS: readonly string[] = Object.keys(OPERATIONS);
