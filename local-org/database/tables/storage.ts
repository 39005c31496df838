/** How an object's fields lie in its table: one entry for each field type. */
import type { FieldModel, FieldType, ObjectModel } from '../../schema';
import type { Row, SqlValue, Value } from '../types';
import { quote } from '../sqlite/connection';

export type StorageKind = 'id' | 'text' | 'number' | 'boolean' | 'blob';

/** Storage of every field type; `none` has no column. */
const STORAGE: Record<FieldType, StorageKind | 'none'> = {
  id: 'id', reference: 'id', string: 'text', textarea: 'text', boolean: 'boolean', int: 'number', long: 'number', double: 'number',
  currency: 'number', percent: 'number', date: 'text', datetime: 'text', time: 'text', picklist: 'text', multipicklist: 'text',
  email: 'text', phone: 'text', url: 'text', base64: 'blob', address: 'none', location: 'none', anyType: 'text', combobox: 'text', encryptedstring: 'text',
};

export interface Column {
  readonly field: FieldModel;
  readonly name: string;
  readonly kind: StorageKind;
  /** Text compares without regard to case, as SOQL does, unless the field is unique and case-sensitive. */
  readonly noCase: boolean;
}

/** A field is stored when nothing computes it on reading; the joined person name is stored for sorting and filters. */
export function isStored(field: FieldModel): boolean {
  return field.formula === undefined && STORAGE[field.type] !== 'none';
}

export function storageKind(type: FieldType): StorageKind | 'none' {
  return STORAGE[type];
}

export class ObjectTable {
  readonly columns: readonly Column[];
  readonly insertSql: string;
  readonly selectSql: string;
  private readonly byName: ReadonlyMap<string, Column>;
  /** `IsDeleted` exists in every table, whether or not the object shows it as a field. */
  readonly hiddenDeleted: boolean;
  readonly sqlName: string;

  constructor(readonly object: ObjectModel) {
    this.columns = [...object.fields.values()].filter(isStored).map((field) => ({
      field,
      name: field.name,
      kind: STORAGE[field.type] as StorageKind,
      noCase: STORAGE[field.type] === 'text' && !field.caseSensitive,
    }));
    this.byName = new Map(this.columns.map((column) => [column.name, column]));
    this.hiddenDeleted = !this.byName.has('IsDeleted');
    this.sqlName = quote(object.name);
    const names = this.columns.map((column) => quote(column.name));
    this.insertSql = `INSERT INTO ${this.sqlName} (${names.join(',')}) VALUES (${names.map(() => '?').join(',')})`;
    this.selectSql = `SELECT ${names.join(',')} FROM ${this.sqlName}`;
  }

  column(name: string): Column | undefined {
    return this.byName.get(name);
  }

  /** Values in column order, ready for `insertSql`. */
  encode(row: Row): SqlValue[] {
    const values: SqlValue[] = new Array<SqlValue>(this.columns.length);
    for (let i = 0; i < this.columns.length; i++) {
      const column = this.columns[i] as Column;
      values[i] = encodeValue(column.kind, row[column.name]);
    }
    return values;
  }

  decode(stored: Record<string, SqlValue>): Row {
    const row: Row = {};
    for (const column of this.columns) row[column.name] = decodeValue(column.kind, stored[column.name]);
    return row;
  }
}

/** Empty text is null on the platform. */
export function encodeValue(kind: StorageKind, value: Value | undefined): SqlValue {
  if (value === undefined || value === null || value === '') return kind === 'boolean' ? 0 : null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value;
}

export function decodeValue(kind: StorageKind, value: SqlValue | undefined): Value {
  if (value === null || value === undefined) return kind === 'boolean' ? false : null;
  if (kind === 'boolean') return value !== 0;
  if (typeof value === 'bigint') return Number(value);
  return value;
}

export class TableSet {
  private readonly tables = new Map<ObjectModel, ObjectTable>();

  of(object: ObjectModel): ObjectTable {
    let table = this.tables.get(object);
    if (!table) this.tables.set(object, (table = new ObjectTable(object)));
    return table;
  }
}
