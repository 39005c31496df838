/** Files: a document, its versions, and what it is linked to. */
import { area, audit, base64, bool, createdBy, createdDate, datetime, deleted, id, int, modified, ref, restricted, stamp, text, url, type StandardObject } from './dsl';

// Access to a file follows its owner and its links, not an organisation-wide default.
const byLink = { internal: 'Private', external: 'Private' } as const;
const LINKED = 'Account Asset Campaign Case Contact Lead Opportunity Organization Product2 Task Event User';

const VERSION: StandardObject = {
  name: 'ContentVersion',
  keyPrefix: '068',
  label: 'Content Version',
  nameField: 'Title',
  ...byLink,
  fields: [
    id(),
    ref('ContentDocumentId', 'ContentDocument', { children: 'ContentVersions', onDelete: 'Cascade' }, 'createOnly', { nillable: false, defaultedOnCreate: true }),
    bool('IsLatest', 'readOnly'),
    url('ContentUrl', 1300, { label: 'Content URL' }),
    text('VersionNumber', 20, 'readOnly'),
    text('Title', 255, 'required'),
    area('Description', 1000),
    area('ReasonForChange', 1000),
    restricted('SharingOption', '*A=Allowed|R=Restricted', 'defaulted', { length: 40, label: 'Prevent others from sharing and unsharing' }),
    restricted('SharingPrivacy', '*N=Visible to Anyone With Record Access|P=Private on Records', 'defaulted', { length: 40, label: 'File Privacy on Records' }),
    text('PathOnClient', 500, 'createOnly'),
    text('FileType', 20, 'readOnly'),
    text('FileExtension', 40, 'readOnly'),
    int('ContentSize', 9, 'readOnly', { label: 'Size' }),
    base64('VersionData'),
    text('Checksum', 50, 'readOnly'),
    ref('FirstPublishLocationId', LINKED, {}, 'createOnly'),
    restricted('Origin', 'C=Content|*H=Chatter', 'createOnly', 'defaulted', { length: 40, label: 'Content Origin' }),
    restricted('ContentLocation', '*S=Salesforce|E=External|L=Social Customer Service', 'createOnly', 'defaulted', { length: 40 }),
    restricted('PublishStatus', '*P=Public|U=Upload Interrupted|R=Personal Library', 'readOnly', { length: 40 }),
    ref('OwnerId', 'User', {}, 'defaulted'),
    ref('ContentModifiedById', 'User', {}, 'readOnly'),
    datetime('ContentModifiedDate', 'readOnly'),
    bool('IsMajorVersion', 'createOnly'),
    bool('IsAssetEnabled', 'createOnly'),
    deleted(),
    ...audit(),
  ],
};

const DOCUMENT: StandardObject = {
  name: 'ContentDocument',
  keyPrefix: '069',
  label: 'Content Document',
  nameField: 'Title',
  ...byLink,
  fields: [
    id(),
    text('Title', 255, 'updateOnly'),
    area('Description', 1000, 'updateOnly'),
    restricted('PublishStatus', '*P=Public|U=Upload Interrupted|R=Personal Library', 'readOnly', { length: 40 }),
    ref('LatestPublishedVersionId', 'ContentVersion', {}, 'readOnly'),
    text('FileType', 20, 'readOnly'),
    text('FileExtension', 40, 'readOnly'),
    int('ContentSize', 9, 'readOnly', { label: 'Size' }),
    bool('IsArchived', 'readOnly'),
    restricted('SharingOption', '*A=Allowed|R=Restricted', 'updateOnly', { length: 40 }),
    restricted('SharingPrivacy', '*N=Visible to Anyone With Record Access|P=Private on Records', 'updateOnly', { length: 40 }),
    ref('OwnerId', 'User', {}, 'updateOnly'),
    datetime('ContentModifiedDate', 'readOnly'),
    deleted(),
    createdDate(),
    createdBy(),
    ...modified(),
    stamp(),
  ],
};

const LINK: StandardObject = {
  name: 'ContentDocumentLink',
  keyPrefix: '06A',
  label: 'Content Document Link',
  ...byLink,
  fields: [
    id(),
    ref('LinkedEntityId', LINKED, { children: 'ContentDocumentLinks', onDelete: 'Cascade' }, 'required', 'createOnly'),
    ref('ContentDocumentId', 'ContentDocument', { children: 'ContentDocumentLinks', onDelete: 'Cascade' }, 'required', 'createOnly'),
    restricted('ShareType', '*V=Viewer|C=Collaborator|I=Inferred', 'defaulted', { length: 40 }),
    restricted('Visibility', 'AllUsers=All Users|*InternalUsers=Standard Users|SharedUsers=Shared Users', 'defaulted', { length: 40 }),
    deleted(),
    stamp(),
  ],
};

export const FILES: readonly StandardObject[] = [VERSION, DOCUMENT, LINK];
