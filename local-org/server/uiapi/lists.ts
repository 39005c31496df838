/** UI API lists: list views of an object, and the records of a related list. */
import { NotModelledError, PlatformError, type FilterItem, type ListView, type ObjectModel } from '../../schema';
import type { OrgRequest, OrgResponse, Platform } from '../types';
import { apiCaller, bodyObject, literal, requireRecord, visibleObject } from '../rest/records';
import { recordRepresentation } from './records';

const MAX_PAGE = 2000;

/** SOQL of a list view filter by its operation. */
const OPERATIONS: Readonly<Record<string, (field: string, value: string) => string>> = {
  equals: (field, value) => `${field} = ${value}`,
  notEqual: (field, value) => `${field} != ${value}`,
  lessThan: (field, value) => `${field} < ${value}`,
  greaterThan: (field, value) => `${field} > ${value}`,
  lessOrEqual: (field, value) => `${field} <= ${value}`,
  greaterOrEqual: (field, value) => `${field} >= ${value}`,
  contains: (field, value) => `${field} LIKE ${value.replace(/^'|'$/g, (quote, at) => (at === 0 ? "'%" : "%'"))}`,
  startsWith: (field, value) => `${field} LIKE ${value.replace(/'$/, "%'")}`,
};

function condition(object: ObjectModel, filter: FilterItem): string {
  const field = object.field(filter.field);
  const operation = OPERATIONS[filter.operation];
  if (!field || !operation) throw new NotModelledError(`the list view filter ${filter.field} ${filter.operation}`);
  const bare = ['boolean', 'int', 'double', 'currency', 'percent', 'date', 'datetime'].includes(field.type);
  const spell = (value: string): string => (field.type === 'boolean' ? (value === '1' || value.toLowerCase() === 'true' ? 'TRUE' : 'FALSE') : bare ? value || 'NULL' : value === '' ? 'NULL' : literal(value));
  const parts = (filter.value ?? '').split(',').map((value) => operation(field.name, spell(value.trim())));
  return parts.length === 1 ? (parts[0] as string) : `(${parts.join(filter.operation === 'notEqual' ? ' AND ' : ' OR ')})`;
}

function where(object: ObjectModel, view: ListView, userId: string): string {
  const conditions = view.filters.map((filter) => condition(object, filter));
  if (view.filterScope === 'Mine') conditions.push(`OwnerId = ${literal(userId)}`);
  else if (view.filterScope !== 'Everything') throw new NotModelledError(`the list view scope ${view.filterScope}`);
  if (view.booleanFilter) throw new NotModelledError('filter logic of list views');
  return conditions.length ? ` WHERE ${conditions.join(' AND ')}` : '';
}

/** Every object has a list of all records when it ships none. */
function viewsOf(object: ObjectModel): readonly ListView[] {
  return object.listViews.length ? object.listViews : [{ name: 'All', label: 'All', columns: [object.nameField ?? 'Id', 'CreatedDate'].filter((name) => object.field(name)), filterScope: 'Everything', filters: [] }];
}

/** Column names of metadata list views (`NAME`, `CREATED_DATE`) to field names. */
function columnField(object: ObjectModel, column: string): string | undefined {
  if (column === 'NAME') return object.nameField;
  const compact = column.toLowerCase().replace(/_/g, '').replace(/^(lead|account|contact|opportunity|case|cases)\./, '');
  return object.field(column)?.name ?? [...object.fields.values()].find((field) => field.name.toLowerCase() === compact || field.name.toLowerCase() === `${compact}id`)?.name;
}

export function listViews(request: OrgRequest, platform: Platform): OrgResponse {
  const object = visibleObject(platform, request.userId, request.params['object'] ?? '');
  return { status: 200, json: { count: viewsOf(object).length, lists: viewsOf(object).map((view) => ({ apiName: view.name, label: view.label, objectApiName: object.name, id: view.name })) } };
}

export function listRecords(request: OrgRequest, platform: Platform): OrgResponse {
  const object = visibleObject(platform, request.userId, request.params['object'] ?? '');
  const view = viewsOf(object).find((each) => each.name.toLowerCase() === (request.params['view'] ?? '').toLowerCase());
  if (!view) throw new PlatformError('NOT_FOUND', 'The requested resource does not exist');
  const columns = view.columns.map((column) => {
    const name = columnField(object, column);
    if (!name) throw new NotModelledError(`the list view column ${column} of ${object.name}`);
    return name;
  });
  const visible = columns.filter((name) => platform.security.canReadField(request.userId, object.field(name) as never));
  const size = Math.min(MAX_PAGE, Math.max(1, Number(request.query.get('pageSize') ?? 50) || 50));
  const from = Math.max(0, Number(request.query.get('pageToken') ?? 0) || 0);
  const sort = /^(-?)([\w.]+)$/.exec(request.query.get('sortBy') ?? '');
  const sortField = sort ? object.field(sort[2] ?? '') : undefined;
  const order = sortField ? ` ORDER BY ${sortField.name} ${sort?.[1] ? 'DESC' : 'ASC'}, Id` : ' ORDER BY Id';
  const text = `FROM ${object.name}${where(object, view, request.userId)}`;
  return platform.database.transaction(() => {
    const names = [...new Set(['Id', ...visible])];
    const result = platform.database.query(`SELECT ${names.join(', ')} ${text}${order} LIMIT ${size} OFFSET ${from}`, apiCaller(request.userId));
    const count = platform.database.query(`SELECT COUNT() ${text}`, apiCaller(request.userId)).size;
    return {
      status: 200,
      json: {
        count, pageSize: size, currentPageToken: String(from), nextPageToken: from + size < count ? String(from + size) : null, previousPageToken: from > 0 ? String(Math.max(0, from - size)) : null,
        listInfo: { label: view.label, apiName: view.name, displayColumns: visible.map((name) => ({ fieldApiName: name, label: object.field(name)?.label ?? name, sortable: object.field(name)?.sortable ?? false, dataType: object.field(name)?.type })) },
        records: result.rows.map((row) => recordRepresentation(platform, request, row, result.query)),
      },
    };
  });
}

/** Records of one related list of one record. */
export function relatedListRecords(request: OrgRequest, platform: Platform): OrgResponse {
  const parentId = request.params['id'] ?? '';
  const parent = platform.org.objectOfId(parentId);
  const relation = parent?.childRelationship(request.params['list'] ?? '');
  if (!parent || !relation) throw new PlatformError('NOT_FOUND', 'The requested resource does not exist');
  const child = visibleObject(platform, request.userId, relation.childObject);
  const body = request.method === 'POST' && request.body.length ? (bodyObject(request) as { fields?: string[]; sortBy?: string[]; pageSize?: number }) : {};
  if (body.fields !== undefined && !(Array.isArray(body.fields) && body.fields.every((name) => typeof name === 'string'))) throw new PlatformError('INVALID_INPUT', 'fields must be a list of field names.');
  const asked = body.fields ?? (request.query.get('fields') ?? '').split(',').filter(Boolean);
  const names = asked.map((path) => (path.toLowerCase().startsWith(`${child.name.toLowerCase()}.`) ? path.slice(child.name.length + 1) : path));
  const fields = [...new Set(['Id', ...(names.length ? names : [child.nameField ?? 'Id'])])];
  const size = Math.min(MAX_PAGE, Number(body.pageSize ?? request.query.get('pageSize') ?? 50) || 50);
  return platform.database.transaction(() => {
    const known = requireRecord(platform, request.userId, parent, parentId);
    const result = platform.database.query(`SELECT ${fields.join(', ')} FROM ${child.name} WHERE ${relation.field} = :parent ORDER BY CreatedDate DESC LIMIT ${size}`, apiCaller(request.userId), { binds: { parent: known } });
    return { status: 200, json: { count: result.rows.length, listReference: { parentRecordId: known, parentObjectApiName: parent.name, relatedListId: relation.relationshipName }, records: result.rows.map((row) => recordRepresentation(platform, request, row, result.query)), nextPageToken: null } };
  });
}
