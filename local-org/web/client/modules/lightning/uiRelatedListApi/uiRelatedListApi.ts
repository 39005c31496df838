/** https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-ui-api-related-list.html */
import { request } from 'web/http';
import { uiUrl } from 'web/records';
import { clientError, keyOf, wireAdapter } from 'web/wire';

export const getRelatedListRecords = wireAdapter((config) => {
  const { parentRecordId, relatedListId, fields, optionalFields, pageSize, sortBy, where, pageToken } = config;
  if (!parentRecordId || !relatedListId) return undefined;
  if (where !== undefined || sortBy !== undefined || pageToken !== undefined) return clientError('The local org does not model where, sortBy and pageToken of getRelatedListRecords. See docs/local-org-gaps.md.');
  const body = { fields: [...((fields as string[] | undefined) ?? []), ...((optionalFields as string[] | undefined) ?? [])], pageSize };
  return { key: keyOf('relatedList', { parentRecordId, relatedListId, ...body }), ask: () => request('POST', uiUrl(`related-list-records/${String(parentRecordId)}/${String(relatedListId)}`), body) };
});
