/** Makes the tables of a model, and fits the tables of an existing file to a model that has grown. */
import { SourceError, type OrgModel } from '../../schema';
import { quote, type Connection } from '../sqlite/connection';
import { keepPrefixes } from './prefixes';
import { ObjectTable, type Column, type StorageKind, type TableSet } from './storage';

const DECLARED: Record<StorageKind, string> = { id: 'TEXT', text: 'TEXT', number: 'NUMERIC', boolean: 'INTEGER NOT NULL DEFAULT 0', blob: 'BLOB' };

/** Tables of the engine itself begin with an underscore, which no API name does. */
const OWN_TABLES = [
  'CREATE TABLE IF NOT EXISTS _column (object TEXT, field TEXT, kind TEXT, PRIMARY KEY (object, field)) WITHOUT ROWID',
  'CREATE TABLE IF NOT EXISTS _counter (name TEXT PRIMARY KEY, value INTEGER) WITHOUT ROWID',
  // What a delete took along: rows of children, and lookups that it emptied. Undelete reads it backwards.
  'CREATE TABLE IF NOT EXISTS _bin (root TEXT, object TEXT, id TEXT, field TEXT, PRIMARY KEY (root, object, id, field)) WITHOUT ROWID',
];

export function fitTables(connection: Connection, org: OrgModel, tables: TableSet): void {
  connection.exec('BEGIN');
  try {
    for (const text of OWN_TABLES) connection.exec(text);
    keepPrefixes(connection, org);
    const known = knownColumns(connection);
    const script: string[] = [];
    const added: string[][] = [];
    for (const object of org.objects.values()) fitTable(tables.of(object), known.get(object.name), script, added);
    if (script.length > 0) connection.exec(script.join(';\n'));
    connection.run("INSERT INTO _column SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)", [JSON.stringify(added)]);
    connection.exec('COMMIT');
  } catch (error) {
    connection.exec('ROLLBACK');
    throw error;
  }
}

/** Throws where a field of the model cannot hold what its column holds; changes nothing. */
export function checkFits(connection: Connection, org: OrgModel): void {
  const known = knownColumns(connection);
  for (const object of org.objects.values()) {
    const table = new ObjectTable(object);
    for (const column of table.columns) checkKind(table, column, known.get(object.name)?.get(column.name));
  }
}

function knownColumns(connection: Connection): Map<string, Map<string, string>> {
  const known = new Map<string, Map<string, string>>();
  for (const row of connection.all('SELECT object, field, kind FROM _column')) {
    let columns = known.get(String(row.object));
    if (!columns) known.set(String(row.object), (columns = new Map()));
    columns.set(String(row.field), String(row.kind));
  }
  return known;
}

function checkKind(table: ObjectTable, column: Column, before: string | undefined): void {
  if (before === undefined || before === kindOf(column)) return;
  throw new SourceError(
    `${table.object.name}.${column.name} changed its type: the data file holds it as ${before}, the metadata now needs ${kindOf(column)}. Start with a fresh data file, or keep the type.`,
    column.field.position ?? table.object.position
  );
}

function fitTable(table: ObjectTable, known: ReadonlyMap<string, string> | undefined, script: string[], added: string[][]): void {
  if (!known) {
    const columns = table.columns.map(declare);
    if (table.hiddenDeleted) columns.push('"IsDeleted" INTEGER NOT NULL DEFAULT 0');
    script.push(`CREATE TABLE ${table.sqlName} (${columns.join(', ')})`);
  }
  for (const column of table.columns) {
    const before = known?.get(column.name);
    checkKind(table, column, before);
    if (before !== undefined) continue;
    if (known) script.push(`ALTER TABLE ${table.sqlName} ADD COLUMN ${declare(column)}`);
    if (isIndexed(column)) script.push(`CREATE INDEX ${quote(`${table.object.name}.${column.name}`)} ON ${table.sqlName} (${quote(column.name)})`);
    added.push([table.object.name, column.name, kindOf(column)]);
  }
}

function declare(column: Column): string {
  if (column.name === 'Id') return '"Id" TEXT PRIMARY KEY NOT NULL';
  return `${quote(column.name)} ${DECLARED[column.kind]}${column.noCase ? ' COLLATE NOCASE' : ''}`;
}

/** Collation is part of what a column is: an index made under one does not serve the other. */
function kindOf(column: Column): string {
  return column.noCase ? `${column.kind} without case` : column.kind;
}

function isIndexed(column: Column): boolean {
  const { field } = column;
  // Nothing looks a record up by who made or changed it.
  if (field.name === 'Id' || field.name === 'CreatedById' || field.name === 'LastModifiedById') return false;
  return field.type === 'reference' || field.unique || field.externalId || field.name === 'DeveloperName';
}
