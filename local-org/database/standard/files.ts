/**
 * Files: a version brings its document and its links, a document knows its latest version
 * (https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_contentversion.htm).
 */
import { createHash } from 'node:crypto';
import { stamp } from '../dml/build';
import { fail, good, idOf, type Item } from '../dml/item';
import type { Row } from '../types';
import { extensionOf, fileTypeOf } from './fileTypes';
import { writeRelated } from './related';
import type { StandardBehaviour, Step } from './types';

const OF_DOCUMENT = ['Title', 'Description', 'FileType', 'FileExtension', 'ContentSize', 'SharingOption', 'SharingPrivacy', 'ContentModifiedDate'] as const;

/** Size, checksum and type of the bytes, from the bytes and the name. */
function describeBytes({ machine, items, request }: Step): void {
  for (const { row, old } of good(items)) {
    const bytes = row['VersionData'];
    if (bytes instanceof Uint8Array && bytes !== old?.['VersionData']) {
      row['ContentSize'] = bytes.byteLength;
      row['Checksum'] = createHash('md5').update(bytes).digest('hex');
      row['ContentModifiedDate'] = stamp(machine.store);
      row['ContentModifiedById'] = request.caller.userId;
    }
    const extension = extensionOf(String(row['PathOnClient'] ?? ''));
    row['FileExtension'] = extension;
    row['FileType'] = fileTypeOf(extension);
    if (!old) {
      row['IsLatest'] = true;
      row['PublishStatus'] = row['FirstPublishLocationId'] || row['ContentDocumentId'] ? 'P' : 'R';
    }
  }
}

function checkVersion({ operation, items }: Step): void {
  if (operation !== 'insert') return;
  for (const item of good(items)) {
    const needed = item.row['ContentLocation'] === 'S' ? ['PathOnClient', 'VersionData'] : [];
    const missing = needed.filter((name) => item.row[name] === null || item.row[name] === undefined);
    if (missing.length > 0) fail(item, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
    else if (item.row['ContentLocation'] !== 'S') fail(item, 'FEATURE_NOT_ENABLED', 'The local org does not model files outside of Salesforce. See docs/local-org-gaps.md.', ['ContentLocation']);
  }
}

/** The document of a first version, and the number of a later one. */
function prepareVersion(step: Step): void {
  if (step.operation !== 'insert') return;
  const { connection } = step.machine.store;
  const fresh = good(step.items).filter((item) => !item.row['ContentDocumentId']);
  const ids = writeRelated(step, 'insert', 'ContentDocument', fresh.map(({ row }): Row => ({ ...pick(row), OwnerId: row['OwnerId'], PublishStatus: row['PublishStatus'] })));
  fresh.forEach((item, index) => {
    item.row['ContentDocumentId'] = ids[index];
    item.row['VersionNumber'] = '1';
  });
  for (const item of good(step.items)) {
    if (fresh.includes(item)) continue;
    const document = item.row['ContentDocumentId'] as string;
    const last = connection.get('SELECT MAX(CAST("VersionNumber" AS INTEGER)) AS n FROM "ContentVersion" WHERE "ContentDocumentId" = ?', [document]);
    item.row['VersionNumber'] = String(Number(last?.['n'] ?? 0) + 1);
    connection.run('UPDATE "ContentVersion" SET "IsLatest" = 0 WHERE "ContentDocumentId" = ?', [document]);
  }
}

const pick = (row: Row): Row => Object.fromEntries(OF_DOCUMENT.map((name) => [name, row[name] ?? null]));

/** The document follows its latest version; a new one is linked to its owner and to where it was published. */
function followVersion(step: Step): void {
  const { store } = step.machine;
  const live = good(step.items);
  const fresh = step.operation === 'insert' ? live.filter((item) => item.row['VersionNumber'] === '1') : [];
  for (const { row } of fresh) store.connection.run('UPDATE "ContentDocument" SET "LatestPublishedVersionId" = ? WHERE "Id" = ?', [idOf(row), row['ContentDocumentId'] as string]);
  const later = live.filter((item) => !fresh.includes(item) && item.row['IsLatest'] === true && changesDocument(item));
  writeRelated(step, 'update', 'ContentDocument', later.map(({ row }): Row => ({ ...pick(row), Id: row['ContentDocumentId'], LatestPublishedVersionId: idOf(row) })));
  writeRelated(step, 'insert', 'ContentDocumentLink', fresh.flatMap(({ row }): Row[] => linksOf(row)));
}

const changesDocument = ({ row, old }: Item): boolean => !old || OF_DOCUMENT.some((name) => row[name] !== old[name]);

/** Without Visibility: the platform's own default fills it. */
function linksOf(row: Row): Row[] {
  const link = (linked: unknown, share: string): Row => ({ ContentDocumentId: row['ContentDocumentId'], LinkedEntityId: linked as string, ShareType: share });
  const place = row['FirstPublishLocationId'];
  return [link(row['OwnerId'], 'I'), ...(place && place !== row['OwnerId'] ? [link(place, 'V')] : [])];
}

export const CONTENT_VERSION: StandardBehaviour = { derive: describeBytes, check: checkVersion, prepare: prepareVersion, follow: followVersion, refuses: ['delete', 'undelete'] };
export const CONTENT_DOCUMENT: StandardBehaviour = { refuses: ['insert'], follow: renameVersion };

/** A document renamed renames its latest version: they are one thing to people. */
function renameVersion({ machine, operation, items, request }: Step): void {
  if (operation !== 'update' || request.options.origin.kind === 'platform') return;
  for (const { row, old } of good(items)) {
    if (row['Title'] === old?.['Title'] && row['Description'] === old?.['Description']) continue;
    machine.store.connection.run('UPDATE "ContentVersion" SET "Title" = ?, "Description" = ? WHERE "Id" = ?', [row['Title'] as string, (row['Description'] as string | null) ?? null, row['LatestPublishedVersionId'] as string]);
  }
}
