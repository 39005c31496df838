/**
 * Files: who owns one, and who reaches what it is linked to
 * (https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_contentdocumentlink.htm).
 */
import type { RecordAccess } from '../../database';
import { ident } from '../state/context';
import { throughAny } from './implicit';
import { both, either, type Asker, type Condition, type Predicates } from './predicate';

type Special = (predicates: Predicates, asker: Asker, access: RecordAccess, alias: string, depth: number) => Condition;

/** Files do not come down the role hierarchy. */
const owner = (asker: Asker, alias: string): Condition => ({ text: `${alias}."OwnerId" = ?`, params: [asker.userId] });

/** Seen through any link; edited by collaborators, and where the link takes its level from the record; deleted by the owner alone. */
export const file = (idColumn: string): Special => (predicates, asker, access, alias, depth) => {
  if (access === 'delete' || access === 'transfer' || !predicates.object('ContentDocumentLink')) return owner(asker, alias);
  const inner = predicates.fresh();
  const linked = linkCondition(predicates, asker, access, inner, depth + 1);
  if (linked === 'none') return owner(asker, alias);
  const more = linked === 'all' ? '' : ` AND ${linked.text}`;
  return either(owner(asker, alias), { text: `EXISTS (SELECT 1 FROM "ContentDocumentLink" ${inner} WHERE ${inner}."ContentDocumentId" = ${alias}.${ident(idColumn)} AND ${inner}."IsDeleted" = 0${more})`, params: linked === 'all' ? [] : linked.params });
};

/** Links to the user, to groups of theirs, and to records they reach; people outside see those meant for all users. */
function linkCondition(predicates: Predicates, asker: Asker, access: RecordAccess, alias: string, depth: number): Condition {
  const link = predicates.object('ContentDocumentLink');
  if (!link) return 'none';
  const level = (types: string): Condition => (access === 'read' ? 'all' : { text: `${alias}."ShareType" = '${types}'`, params: [] });
  const direct = both(level('C'), { text: `EXISTS (SELECT 1 FROM _principal WHERE user_id = ? AND direct = 1 AND group_id = ${alias}."LinkedEntityId")`, params: [asker.userId] });
  const reached = both(level('I'), throughAny(predicates, asker, link, 'LinkedEntityId', access, alias, depth));
  const outside: Condition = asker.rights.external ? { text: `${alias}."Visibility" = 'AllUsers'`, params: [] } : 'all';
  return either(direct, both(outside, reached));
}

/** A link is seen by who reaches what it leads to and by the owner of the file; taken away by the owner, and by who edits the record. */
export const contentLink: Special = (predicates, asker, access, alias, depth) => {
  const inner = predicates.fresh();
  const own: Condition = { text: `EXISTS (SELECT 1 FROM "ContentDocument" ${inner} WHERE ${inner}."Id" = ${alias}."ContentDocumentId" AND ${inner}."OwnerId" = ?)`, params: [asker.userId] };
  if (access === 'read') return either(own, linkCondition(predicates, asker, 'read', alias, depth));
  const link = predicates.object('ContentDocumentLink');
  const outside: Condition = asker.rights.external ? { text: `${alias}."Visibility" = 'AllUsers'`, params: [] } : 'all';
  const direct: Condition = { text: `EXISTS (SELECT 1 FROM _principal WHERE user_id = ? AND direct = 1 AND group_id = ${alias}."LinkedEntityId")`, params: [asker.userId] };
  return either(own, direct, link ? both(outside, throughAny(predicates, asker, link, 'LinkedEntityId', 'edit', alias, depth)) : 'none');
};
