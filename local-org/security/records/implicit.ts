/** Access that nobody grants: parent accounts of what one reads, one's own partner account, users, activities, files. */
import type { RecordAccess } from '../../database';
import type { ObjectModel } from '../../schema';
import { ident } from '../state/context';
import { caseComment } from './cases';
import { contentLink, file } from './files';
import { either, type Asker, type Condition, type Predicates } from './predicate';

/** Children of an account, to the column of AccountShare that says their level. */
export const ACCOUNT_CHILDREN: Readonly<Record<string, string>> = { contact: 'ContactAccessLevel', opportunity: 'OpportunityAccessLevel', case: 'CaseAccessLevel' };

/** Reading without a share: https://help.salesforce.com/s/articleView?id=sf.security_sharing_implicit.htm */
export function implicitRead(predicates: Predicates, asker: Asker, object: ObjectModel, access: RecordAccess, alias: string): Condition {
  if (access !== 'read') return 'none';
  const name = object.name.toLowerCase();
  // Users of an account outside read it and its contacts.
  const own: Condition = asker.accountId && (name === 'account' || name === 'contact') ? { text: `${alias}.${name === 'account' ? '"Id"' : '"AccountId"'} = ?`, params: [asker.accountId] } : 'none';
  return name === 'account' ? either(own, parentOfReadable(predicates, asker, alias)) : own;
}

/** Who reads a contact, opportunity or case reads its account. */
function parentOfReadable(predicates: Predicates, asker: Asker, alias: string): Condition {
  const found: Condition[] = [];
  for (const child of Object.keys(ACCOUNT_CHILDREN)) {
    const object = predicates.object(child);
    if (!object) continue;
    const model = asker.rights.external ? object.externalSharingModel : object.sharingModel;
    // The parent decides there already, and asking it again would never end. Public children open no private parent.
    if (model !== 'Private') continue;
    const inner = predicates.fresh();
    const condition = predicates.sharedAlone(asker, object, inner);
    if (condition === 'none' || condition === 'all') continue;
    found.push({ text: `EXISTS (SELECT 1 FROM ${ident(object.name)} ${inner} WHERE ${inner}."AccountId" = ${alias}."Id" AND ${inner}."IsDeleted" = 0 AND ${condition.text})`, params: condition.params });
  }
  return either(...found);
}

type Special = (predicates: Predicates, asker: Asker, access: RecordAccess, alias: string, depth: number) => Condition;

/** Inside, users see each other; outside, themselves and who is below them. Own details everyone edits. */
const user: Special = (_, asker, access, alias) => {
  const { rights } = asker;
  if (access === 'read') {
    if (!rights.external || rights.has('ViewAllUsers') || rights.has('ManageUsers')) return 'all';
    return { text: `EXISTS (SELECT 1 FROM _principal WHERE user_id = ? AND group_id = ${alias}."Id")`, params: [asker.userId] };
  }
  if (rights.has('ManageUsers') || rights.has('ManageInternalUsers')) return 'all';
  return access === 'edit' ? { text: `${alias}."Id" = ?`, params: [asker.userId] } : 'none';
};

/** Activities: the owner and superiors, and who reaches the record they are about. */
const activity = (objectName: string): Special => (predicates, asker, access, alias, depth) => {
  const object = predicates.object(objectName);
  if (!object) return 'none';
  const owned: Condition = { text: `EXISTS (SELECT 1 FROM _principal WHERE user_id = ? AND group_id = ${alias}."OwnerId")`, params: [asker.userId] };
  if (access !== 'read') return owned;
  return either(owned, ...['WhoId', 'WhatId'].map((name) => throughAny(predicates, asker, object, name, 'read', alias, depth)));
};

const NOT_RECORDS = new Set(['user', 'group', 'organization', 'collaborationgroup', 'contentworkspace']);

const mayReach = (asker: Asker, target: ObjectModel, access: RecordAccess): boolean => (access === 'edit' ? asker.rights.object(target).edit : asker.rights.bits(target) !== 0);

/** Any target of a polymorphic reference that the user reaches so. */
export function throughAny(predicates: Predicates, asker: Asker, object: ObjectModel, fieldName: string, access: RecordAccess, alias: string, depth: number): Condition {
  const field = object.field(fieldName);
  const found: Condition[] = [];
  for (const name of field?.reference?.to ?? []) {
    const target = predicates.object(name);
    // Links to people and groups are membership, not sight of a record.
    if (!field || !target || NOT_RECORDS.has(target.name.toLowerCase()) || target.name === object.name || !mayReach(asker, target, access)) continue;
    const inner = predicates.fresh();
    const condition = predicates.condition(asker, target, access, inner, depth + 1);
    if (condition === 'none') continue;
    const more = condition === 'all' ? '' : ` AND ${condition.text}`;
    found.push({ text: `EXISTS (SELECT 1 FROM ${ident(target.name)} ${inner} WHERE ${inner}."Id" = ${alias}.${ident(field.name)}${more})`, params: condition === 'all' ? [] : condition.params });
  }
  return either(...found);
}

/** Objects whose records go by rules of their own, by name in lower case. */
export const SPECIAL: Readonly<Record<string, Special>> = {
  user,
  casecomment: caseComment,
  task: activity('Task'),
  event: activity('Event'),
  contentdocument: file('Id'),
  contentversion: file('ContentDocumentId'),
  contentdocumentlink: contentLink,
};
