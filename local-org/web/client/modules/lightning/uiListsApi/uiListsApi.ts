/** https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-ui-api-lists.html */
import { get } from 'web/http';
import { uiUrl } from 'web/records';
import { clientError, keyOf, wireAdapter } from 'web/wire';

export const getListRecordsByName = wireAdapter((config) => {
  const { objectApiName, listViewApiName, pageSize, pageToken, sortBy, where, searchTerm } = config;
  if (!objectApiName || !listViewApiName) return undefined;
  if (where !== undefined || searchTerm !== undefined) return clientError('The local org does not model where and searchTerm of getListRecordsByName. See docs/local-org-gaps.md.');
  const query = { pageSize: pageSize as number | undefined, pageToken: pageToken as string | undefined, sortBy: Array.isArray(sortBy) ? sortBy.join(',') : (sortBy as string | undefined) };
  return { key: keyOf('listRecords', { objectApiName, listViewApiName, ...query }), ask: () => get(uiUrl(`list-records/${String(objectApiName)}/${String(listViewApiName)}`, query)) };
});

export const getListInfosByObjectName = wireAdapter(({ objectApiName }) => {
  if (!objectApiName) return undefined;
  return { key: keyOf('listInfos', { objectApiName }), ask: () => get(uiUrl(`list-info/${String(objectApiName)}`)) };
});
