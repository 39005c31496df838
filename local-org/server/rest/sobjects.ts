/** `sobjects`: global describe, describe, and single records by id or external id. */
import { PlatformError, type FieldModel, type ObjectModel } from '../../schema';
import type { OrgRequest, OrgResponse, Platform, Route } from '../types';
import { partsOfBody, type BodyPart } from '../http/multipart';
import { describeGlobalEntry, describeObject } from './describe';
import { allOrNoneTransaction, apiCaller, basePath, bodyObject, outcomeOf, requireRecord, retrieve, throwFirstError, toRow, visibleObject } from './records';

const ROOT = '/services/data/:version/sobjects';

function object(request: OrgRequest, platform: Platform): ObjectModel {
  return visibleObject(platform, request.userId, request.params['object'] ?? '');
}

function externalField(request: OrgRequest, target: ObjectModel): FieldModel {
  const field = target.field(request.params['field'] ?? '');
  if (!field || !(field.externalId || field.name === 'Id')) throw new PlatformError('NOT_FOUND', 'Provided external ID field does not exist or is not accessible: ' + (request.params['field'] ?? ''));
  return field;
}

function idField(target: ObjectModel): FieldModel {
  return target.field('Id') as FieldModel;
}

function fieldsAsked(request: OrgRequest): string[] | undefined {
  const fields = request.query.get('fields');
  return fields ? fields.split(',').map((name) => name.trim()).filter(Boolean) : undefined;
}

/** What the address names may not stand in the body too. */
function bodyWithout(request: OrgRequest, name: string): unknown {
  const body = request.json();
  const twice = body !== null && typeof body === 'object' && Object.keys(body).some((each) => each.toLowerCase() === name.toLowerCase());
  if (twice) throw new PlatformError('INVALID_FIELD', `The ${name} field should not be specified in the sobject data.`, [name]);
  return body;
}

/** The record of the body: JSON alone, or JSON and bytes (https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_sobject_insert_update_blob.htm). */
function newRecord(request: OrgRequest, target: ObjectModel): unknown {
  const parts = partsOfBody(request);
  if (!parts) return request.json();
  const files = parts.filter((part) => target.field(part.name)?.type === 'base64');
  const record = parts.find((part) => !files.includes(part) && /json/i.test(part.contentType));
  if (!record || files.length !== 1 || parts.length !== 2) throw new PlatformError('INVALID_MULTIPART_REQUEST', `Send one part of application/json and one that is named like a field of bytes of ${target.name}.`);
  const json = bodyObject({ ...request, json: () => parseText(record.bytes.toString('utf8')) });
  return { ...json, [(files[0] as BodyPart).name]: (files[0] as BodyPart).bytes.toString('base64') };
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (failure) {
    throw new PlatformError('JSON_PARSER_ERROR', `The part of the record is not JSON: ${(failure as Error).message}`);
  }
}

function create(request: OrgRequest, platform: Platform): OrgResponse {
  const target = object(request, platform);
  const json = newRecord(request, target);
  const [result] = allOrNoneTransaction(platform, true, () => [...platform.database.dml('insert', target, [toRow(platform, request.userId, target, json)], apiCaller(request.userId), { allOrNone: false, origin: { kind: 'api' } })]);
  if (!result) throw new Error('An insert of one row gave no result');
  throwFirstError(result);
  return { status: 201, headers: { Location: `${basePath(request)}/sobjects/${target.name}/${result.id}` }, json: outcomeOf(result) };
}

function change(request: OrgRequest, platform: Platform, operation: 'update' | 'delete'): OrgResponse {
  const target = object(request, platform);
  const [result] = allOrNoneTransaction(platform, true, () => {
    const id = requireRecord(platform, request.userId, target, request.params['id'] ?? '');
    const row = operation === 'update' ? { ...toRow(platform, request.userId, target, bodyWithout(request, 'Id')), Id: id } : { Id: id };
    return [...platform.database.dml(operation, target, [row], apiCaller(request.userId), { allOrNone: false, origin: { kind: 'api' } })];
  });
  if (result) throwFirstError(result);
  return { status: 204 };
}

function upsert(request: OrgRequest, platform: Platform): OrgResponse {
  const target = object(request, platform);
  const field = externalField(request, target);
  const [result] = allOrNoneTransaction(platform, true, () => {
    const row = { ...toRow(platform, request.userId, target, bodyWithout(request, field.name)), ...toRow(platform, request.userId, target, { [field.name]: request.params['value'] }) };
    return [...platform.database.dml('upsert', target, [row], apiCaller(request.userId), { allOrNone: false, origin: { kind: 'api' }, externalIdField: field.name })];
  });
  if (!result) throw new Error('An upsert of one row gave no result');
  throwFirstError(result);
  return { status: result.created ? 201 : 200, json: outcomeOf(result, true) };
}

/** The file's bytes of a ContentVersion. */
function blob(request: OrgRequest, platform: Platform): OrgResponse {
  const target = object(request, platform);
  const field = target.field(request.params['blob'] ?? '');
  if (field?.type !== 'base64') throw new PlatformError('NOT_FOUND', 'The requested resource does not exist');
  return platform.database.transaction(() => {
    const id = requireRecord(platform, request.userId, target, request.params['id'] ?? '');
    const row = platform.database.query(`SELECT ${field.name} FROM ${target.name} WHERE Id = :id`, apiCaller(request.userId), { binds: { id } }).rows[0];
    const value = row?.values[field.name];
    return { status: 200, headers: { 'Content-Type': 'application/octet-stream', 'Content-Disposition': 'attachment' }, body: value instanceof Uint8Array ? value : '' };
  });
}

function setPassword(request: OrgRequest, platform: Platform): OrgResponse {
  const body: { NewPassword?: unknown } = bodyObject(request);
  if (typeof body.NewPassword !== 'string' || body.NewPassword.length < 8) throw new PlatformError('INVALID_NEW_PASSWORD', 'Your password must have a length of at least 8 characters.');
  const own = request.params['id'] === request.userId;
  if (!own && !platform.security.hasSystemPermission(request.userId, 'ManageUsers')) throw new PlatformError('INSUFFICIENT_ACCESS', 'You do not have the right to set passwords.');
  const target = platform.org.object('User') as ObjectModel;
  const password = body.NewPassword;
  platform.database.transaction(() => platform.security.setPassword(requireRecord(platform, request.userId, target, request.params['id'] ?? ''), password));
  return { status: 204 };
}

export const sobjectRoutes: readonly Route[] = [
  {
    method: 'GET', pattern: ROOT, access: 'token',
    handle: (request, platform) => ({
      status: 200,
      json: { encoding: 'UTF-8', maxBatchSize: 200, sobjects: [...platform.org.objects.values()].filter((each) => platform.security.objectRights(request.userId, each).read).map((each) => describeGlobalEntry(platform, request, each)) },
    }),
  },
  { method: 'POST', pattern: `${ROOT}/user/:id/password`, access: 'token', handle: setPassword },
  { method: 'GET', pattern: `${ROOT}/:object/describe`, access: 'token', handle: (request, platform) => ({ status: 200, json: describeObject(platform, request, object(request, platform)) }) },
  { method: 'GET', pattern: `${ROOT}/:object`, access: 'token', handle: (request, platform) => ({ status: 200, json: { objectDescribe: describeGlobalEntry(platform, request, object(request, platform)), recentItems: [] } }) },
  { method: 'POST', pattern: `${ROOT}/:object`, access: 'token', handle: create },
  { method: 'GET', pattern: `${ROOT}/:object/:id`, access: 'token', handle: (request, platform) => platform.database.transaction(() => {
    const target = object(request, platform);
    const id = requireRecord(platform, request.userId, target, request.params['id'] ?? '');
    return { status: 200, json: retrieve(platform, request, target, { field: idField(target), value: id }, fieldsAsked(request)) };
  }) },
  { method: 'PATCH', pattern: `${ROOT}/:object/:id`, access: 'token', handle: (request, platform) => change(request, platform, 'update') },
  { method: 'DELETE', pattern: `${ROOT}/:object/:id`, access: 'token', handle: (request, platform) => change(request, platform, 'delete') },
  { method: 'GET', pattern: `${ROOT}/:object/:id/:blob`, access: 'token', handle: (request, platform) => {
    const target = object(request, platform);
    if (target.field(request.params['blob'] ?? '')?.type === 'base64') return blob(request, platform);
    const byKey = { ...request, params: { ...request.params, field: request.params['id'] ?? '', value: request.params['blob'] ?? '' } };
    return { status: 200, json: platform.database.transaction(() => retrieve(platform, request, target, { field: externalField(byKey, target), value: byKey.params['value'] ?? '' }, fieldsAsked(request))) };
  } },
  { method: 'PATCH', pattern: `${ROOT}/:object/:field/:value`, access: 'token', handle: upsert },
];
