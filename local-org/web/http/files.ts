/**
 * Files for pages: what lightning-file-upload sends, and the download addresses of the platform, `/sfc/servlet.shepherd/...`
 * (https://developer.salesforce.com/docs/component-library/bundle/lightning-file-upload). Everything in the name of the user.
 */
import { PlatformError } from '../../schema';
import type { Row } from '../../database';
import type { OrgRequest, OrgResponse, Platform } from '../../server';
import { requireSameSite } from './session';

const caller = (request: OrgRequest): { userId: string; mode: 'user'; sharing: true } => ({ userId: request.userId, mode: 'user', sharing: true });

/** One file: its bytes are the body, what belongs to it stands in the query. */
export function upload(request: OrgRequest, platform: Platform): OrgResponse {
  requireSameSite(request);
  const name = (request.query.get('name') ?? '').trim();
  const object = platform.org.object('ContentVersion');
  if (!name || !object) throw new PlatformError('REQUIRED_FIELD_MISSING', 'A file needs a name.', ['name']);
  const row: Row = { Title: name.replace(/(.)\.[^.]+$/, '$1').slice(0, object.field('Title')?.length), PathOnClient: name, VersionData: new Uint8Array(request.body) };
  const recordId = request.query.get('recordId');
  if (recordId) row['FirstPublishLocationId'] = recordId;
  const field = request.query.get('fieldName');
  if (field) row[ownField(platform, field)] = request.query.get('fieldValue');
  return platform.database.transaction(() => {
    const [result] = platform.database.dml('insert', object, [row], caller(request), { allOrNone: true, origin: { kind: 'api' } });
    const error = result?.errors[0];
    if (!result?.success || error) throw new PlatformError(error?.code ?? 'UNKNOWN_EXCEPTION', error?.message ?? 'The file was not saved.', [...(error?.fields ?? [])]);
    const version = platform.database.query('SELECT ContentDocumentId FROM ContentVersion WHERE Id = :id', caller(request), { binds: { id: result.id } }).rows[0];
    return { status: 201, json: { contentVersionId: result.id, documentId: version?.values['ContentDocumentId'] } };
  });
}

/** file-field-name takes a custom field of the version whose name ends in `fileupload__c`. */
function ownField(platform: Platform, name: string): string {
  const field = /fileupload__c$/i.test(name) ? platform.org.object('ContentVersion')?.field(name) : undefined;
  if (!field) throw new PlatformError('INVALID_FIELD', `file-field-name must be a custom field of ContentVersion that ends in fileupload__c, and ${name} is not.`, [name]);
  return field.name;
}

/** `version/download/<068...>` and `document/download/<069...>`: as an attachment, never a page of this server. */
export function download(request: OrgRequest, platform: Platform): OrgResponse {
  const where = request.params['kind'] === 'version' ? 'Id = :id' : 'ContentDocumentId = :id AND IsLatest = true';
  const id = request.params['id'] ?? '';
  const row = platform.database.transaction(() => platform.database.query(`SELECT Title, FileExtension, VersionData FROM ContentVersion WHERE ${where}`, caller(request), { binds: { id } }).rows[0]?.values);
  const bytes = row?.['VersionData'];
  if (!row || !(bytes instanceof Uint8Array)) throw new PlatformError('NOT_FOUND', 'The requested resource does not exist');
  const fileName = [row['Title'], row['FileExtension']].filter(Boolean).join('.');
  return {
    status: 200, body: bytes,
    headers: { 'Content-Type': 'application/octet-stream', 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`, 'Content-Security-Policy': "sandbox; default-src 'none'" },
  };
}
