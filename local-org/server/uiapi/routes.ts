/** UI API resources, open to pages by cookie and to clients by token. */
import type { Route } from '../types';
import { listRecords, listViews, relatedListRecords } from './lists';
import { objectInfo, picklistValues } from './metadata';
import { deleteRecord, getRecord, saveRecord } from './records';

const ROOT = '/services/data/:version/ui-api';

export const uiApiRoutes: readonly Route[] = [
  { method: 'GET', pattern: `${ROOT}/records/:id`, access: 'cookie', handle: getRecord },
  { method: 'POST', pattern: `${ROOT}/records`, access: 'cookie', handle: saveRecord },
  { method: 'PATCH', pattern: `${ROOT}/records/:id`, access: 'cookie', handle: saveRecord },
  { method: 'DELETE', pattern: `${ROOT}/records/:id`, access: 'cookie', handle: deleteRecord },
  { method: 'GET', pattern: `${ROOT}/object-info/:object`, access: 'cookie', handle: objectInfo },
  { method: 'GET', pattern: `${ROOT}/object-info/:object/picklist-values/:recordType`, access: 'cookie', handle: picklistValues },
  { method: 'GET', pattern: `${ROOT}/object-info/:object/picklist-values/:recordType/:field`, access: 'cookie', handle: picklistValues },
  { method: 'GET', pattern: `${ROOT}/list-info/:object`, access: 'cookie', handle: listViews },
  { method: 'GET', pattern: `${ROOT}/list-records/:object/:view`, access: 'cookie', handle: listRecords },
  { method: 'GET', pattern: `${ROOT}/related-list-records/:id/:list`, access: 'cookie', handle: relatedListRecords },
  { method: 'POST', pattern: `${ROOT}/related-list-records/:id/:list`, access: 'cookie', handle: relatedListRecords },
];
