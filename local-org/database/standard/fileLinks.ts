/**
 * Links of files to people, groups and records
 * (https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_contentdocumentlink.htm).
 */
import { fail, good } from '../dml/item';
import type { Store } from '../store';
import type { StandardBehaviour, Step } from './types';

const PEOPLE = new Set(['User', 'Group', 'Organization', 'CollaborationGroup']);

/** With a site in the org, a file on a record is for people inside (https://help.salesforce.com/s/articleView?id=000384243). */
function defaultVisibility(store: Store, linked: unknown, external: boolean): string {
  const target = store.org.objectOfId(String(linked));
  if (!target || PEOPLE.has(target.name) || external) return 'AllUsers';
  return (store.org.components.get('Network')?.size ?? 0) > 0 ? 'InternalUsers' : 'AllUsers';
}

function derive({ machine, operation, items, request }: Step): void {
  if (operation !== 'insert') return;
  const { store } = machine;
  const external = store.access?.isExternal?.(request.caller.userId) ?? false;
  for (const { row, input } of good(items)) if (input['Visibility'] === undefined && row['Visibility'] !== 'AllUsers') row['Visibility'] = defaultVisibility(store, row['LinkedEntityId'], external);
}

function check({ machine, operation, items }: Step): void {
  if (operation !== 'insert') return;
  const seen = new Set<string>();
  for (const item of good(items)) {
    const [document, linked] = [String(item.row['ContentDocumentId']), String(item.row['LinkedEntityId'])];
    const key = `${document} ${linked}`;
    const there = machine.store.connection.get('SELECT 1 AS here FROM "ContentDocumentLink" WHERE "ContentDocumentId" = ? AND "LinkedEntityId" = ? AND "IsDeleted" = 0', [document, linked]);
    if (there || seen.has(key)) fail(item, 'DUPLICATE_VALUE', `Document with ID: ${document} is already linked with the entity with ID: ${linked}`, ['LinkedEntityId']);
    seen.add(key);
  }
}

export const CONTENT_DOCUMENT_LINK: StandardBehaviour = { derive, check, refuses: ['undelete'] };
