/**
 * Cases and their comments for people outside. Who is the contact of a case reaches it (CaseShare, RowCause RelatedPortalUser:
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_caseshare.htm), and of
 * its comments they read the published ones.
 */
import type { RecordAccess } from '../../database';
import type { ObjectModel } from '../../schema';
import { both, type Asker, type Condition, type Predicates } from './predicate';

export function contactOfCase(asker: Asker, object: ObjectModel, access: RecordAccess, alias: string): Condition {
  if (object.name !== 'Case' || !asker.rights.external || !asker.contactId || (access !== 'read' && access !== 'edit')) return 'none';
  return { text: `${alias}."ContactId" = ?`, params: [asker.contactId] };
}

/** Who reads the case reads and publishes its comments; outside, they read those that are published and change none. */
export function caseComment(predicates: Predicates, asker: Asker, access: RecordAccess, alias: string, depth: number): Condition {
  const object = predicates.object('CaseComment');
  const parent = object?.field('ParentId');
  if (!object || !parent) return 'none';
  const throughCase = predicates.throughParent(asker, object, parent, 'read', alias, depth);
  if (!asker.rights.external) return throughCase;
  return access === 'read' ? both(throughCase, { text: `${alias}."IsPublished" = 1`, params: [] }) : 'none';
}
