/** Between the database's rows and the records of Apex. */
import type { AnalysedQuery, QueryColumn, ResultRow, Row, Value } from '../../../database';
import type { FieldModel, ObjectModel, OrgModel } from '../../../schema';
import type { ApexValue } from '../types';
import { ApexList } from './collections';
import { ApexBlob, ApexDate, ApexDatetime, ApexTime } from './dates';
import { ApexDecimal, ApexDouble } from './decimal';
import { SObjectValue } from './sobject';

/** Apex type of a field's values. */
export function apexTypeOf(field: FieldModel): string {
  switch (field.type) {
    case 'id': case 'reference': return 'Id';
    case 'boolean': return 'Boolean';
    case 'int': return 'Integer';
    case 'long': return 'Long';
    case 'double': case 'currency': case 'percent': return 'Decimal';
    case 'date': return 'Date';
    case 'datetime': return 'Datetime';
    case 'time': return 'Time';
    case 'base64': return 'Blob';
    case 'address': return 'Address';
    case 'location': return 'Location';
    case 'anyType': return 'Object';
    default: return 'String';
  }
}

/** A number of the database as Decimal with the scale of its field. */
function decimalOf(value: number, scale: number): ApexDecimal {
  const decimal = ApexDecimal.fromNumber(value);
  return decimal.scale < scale ? decimal.setScale(scale) : decimal;
}

export function fromDatabase(field: FieldModel | undefined, value: Value | undefined): ApexValue {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return new ApexBlob(value);
  switch (field?.type) {
    case 'double': case 'currency': case 'percent': return typeof value === 'number' ? decimalOf(value, field.scale) : value;
    case 'long': return BigInt(value as number);
    case 'date': return ApexDate.parse(value as string);
    case 'datetime': return ApexDatetime.parse(value as string);
    case 'time': return ApexTime.parse(value as string);
    case 'boolean': return value === true || value === 1;
    default: return value;
  }
}

/** A value of Apex as the database holds it, also a bind of a query. */
export function toDatabase(value: ApexValue): Value {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value ?? null;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof ApexDecimal) return value.toNumber();
  if (value instanceof ApexDouble) return value.v;
  if (value instanceof ApexDate) return value.toString();
  if (value instanceof ApexDatetime) return `${value.toIso().slice(0, 19)}.000Z`;
  if (value instanceof ApexTime) return value.toString();
  if (value instanceof ApexBlob) return value.bytes;
  if (value instanceof SObjectValue) return value.id;
  return String(value);
}

/** The fields set on a record, as a row to write. */
export function rowOf(record: SObjectValue): Row {
  const row: Row = {};
  for (const [name, value] of record.values) row[name] = toDatabase(value);
  return row;
}

/** A record of every field in the row: what a trigger sees. */
export function recordOf(object: ObjectModel, row: Row): SObjectValue {
  const record = new SObjectValue(object);
  for (const [name, value] of Object.entries(row)) {
    const field = object.field(name);
    if (field) record.values.set(field.name, fromDatabase(field, value));
  }
  return record;
}

/** A row of SOQL as a record, with its parents and children. */
export function recordOfResult(org: OrgModel, row: ResultRow, query?: AnalysedQuery): SObjectValue {
  if (row.aggregates) return aggregateOf(row, query);
  const object = org.object(row.object) as ObjectModel;
  const record = new SObjectValue(object, true);
  for (const [name, value] of Object.entries(row.values)) {
    const field = object.field(name);
    record.values.set(field?.name ?? name, fromDatabase(field, value));
  }
  for (const [name, parent] of Object.entries(row.parents)) record.parents.set(name, parent && recordOfResult(org, parent));
  for (const [name, children] of Object.entries(row.children)) {
    const child = object.childRelationship(name)?.childObject ?? 'SObject';
    record.children.set(object.childRelationship(name)?.relationshipName ?? name, new ApexList(children.map((each) => recordOfResult(org, each)), child));
  }
  return record;
}

/** Type of the rows of GROUP BY: no object of the org. */
export const AGGREGATE_RESULT = { name: 'AggregateResult', label: 'Aggregate Result', pluralLabel: 'Aggregate Result', kind: 'standard', custom: false, keyPrefix: '', fields: new Map(), sharingModel: 'FullAccess', externalSharingModel: 'FullAccess', recordTypes: [], validationRules: [], listViews: [], childRelationships: [], actionOverrides: [], sharingReasons: [], compactLayoutFields: [], field: () => undefined, relationship: () => undefined, childRelationship: () => undefined } as unknown as ObjectModel;

function aggregateOf(row: ResultRow, query: AnalysedQuery | undefined): SObjectValue {
  const record = new SObjectValue(AGGREGATE_RESULT);
  record.aggregates = new Map();
  const columns = query?.columns ?? [];
  Object.entries(row.aggregates ?? {}).forEach(([alias, value], index) => record.aggregates?.set(alias, aggregateValue(columns[index], value)));
  return record;
}
function aggregateValue(column: QueryColumn | undefined, value: Value): ApexValue {
  const aggregate = column?.aggregate?.toLowerCase();
  if (value === null) return null;
  if (aggregate === undefined || aggregate === 'min' || aggregate === 'max') return fromDatabase(column?.field, value);
  if (aggregate === 'sum' || aggregate === 'avg') return aggregate === 'avg' ? new ApexDouble(value as number) : decimalOf(value as number, column?.field?.scale ?? 0);
  return value;
}
