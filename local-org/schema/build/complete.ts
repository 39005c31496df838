/** What can be said only when all objects are known: owners, shares, child relationships, key prefixes, summaries. */
import { SourceError } from '../errors';
import type { FieldModel, SharingModel } from '../types';
import { audit, bool, id, ref, restricted, type StandardField } from '../standard/dsl';
import type { FieldDraft } from './field';
import { ObjectBuilder } from './object';
import { addCurrency, addOwner, addRecordType } from './system';

export type Objects = Map<string, ObjectBuilder>;

/** @param keyPrefixes those that objects have already, by name: ids that were given must go on naming their object */
export function complete(objects: Objects, features: ReadonlySet<string>, keyPrefixes: ReadonlyMap<string, string> = new Map()): void {
  dropUnneededShares(objects);
  for (const object of [...objects.values()]) {
    checkReferences(object, objects);
    if (object.own.kind === 'custom') completeCustom(object, features);
    if (object.recordTypes.length > 0) addRecordType(object);
    if (object.compactLayoutAssignment) assignCompactLayout(object);
  }
  linkAnyObject(objects);
  for (const object of [...objects.values()]) resolveSummaries(object, objects);
  assignKeyPrefixes(objects, keyPrefixes);
  for (const object of [...objects.values()]) if (object.own.kind === 'custom' && isShared(object.own.sharingModel, object.own.externalSharingModel)) addShare(objects, object);
  for (const object of objects.values()) addChildRelationships(object, objects);
}

/** A share table exists where some users, inside or outside, do not see or edit every record by default. */
export function isShared(internal: SharingModel, external: SharingModel): boolean {
  return [internal, external].some((model) => model === 'Private' || model === 'Read');
}

/** Standard share tables of objects that everybody may read and edit, or whose parent decides. */
function dropUnneededShares(objects: Objects): void {
  for (const [key, share] of objects) {
    const parent = share.shareOf ? objects.get(share.shareOf.toLowerCase()) : undefined;
    if (parent && !isShared(parent.own.sharingModel, parent.own.externalSharingModel)) objects.delete(key);
  }
}

function checkReferences(object: ObjectBuilder, objects: Objects): void {
  for (const field of object.fields.values()) {
    if (!field.reference || !field.custom) continue;
    const to = field.reference.to.map((name) => {
      const target = objects.get(name.toLowerCase());
      if (!target) throw new SourceError(`referenceTo value of '${name}' does not resolve to a valid sObject type`, field.position);
      return target.name;
    });
    field.reference = { ...field.reference, to };
  }
}

function completeCustom(object: ObjectBuilder, features: ReadonlySet<string>): void {
  const masters = [...object.fields.values()].filter((field) => field.reference?.kind === 'masterDetail');
  if (masters.length > 2) throw new SourceError(`${object.name} has more than two master-detail fields.`, masters[2]?.position);
  const controlled = object.own.sharingModel === 'ControlledByParent';
  if (masters.length > 0 && !controlled) throw new SourceError(`The sharing model of ${object.name} must be ControlledByParent: it has the master-detail field ${masters[0]?.name}.`, object.own.position);
  if (masters.length === 0 && controlled) throw new SourceError(`The sharing model of ${object.name} cannot be ControlledByParent: it has no master-detail field.`, object.own.position);
  if (masters.length === 0) addOwner(object);
  if (features.has('MultiCurrency')) addCurrency(object);
}

function assignCompactLayout(object: ObjectBuilder): void {
  const name = object.compactLayoutAssignment ?? '';
  const fields = object.compactLayouts.get(name);
  if (name !== 'SYSTEM' && !fields) throw new SourceError(`In field: compactLayoutAssignment - no CompactLayout named ${object.name}.${name} found`, object.own.position);
  if (fields) object.compactLayoutFields = fields;
}

/** Activities and files may hang on custom objects too: the polymorphic standard fields gain them as targets. */
function linkAnyObject(objects: Objects): void {
  const custom = [...objects.values()].filter((each) => each.own.kind === 'custom');
  const extend = (object: string, field: string, more: readonly ObjectBuilder[]): void => {
    const target = objects.get(object)?.field(field);
    if (target?.reference && more.length > 0) target.reference = { ...target.reference, to: [...target.reference.to, ...more.map((each) => each.name)] };
  };
  const active = custom.filter((each) => each.activities);
  extend('task', 'WhatId', active);
  extend('event', 'WhatId', active);
  extend('contentdocumentlink', 'LinkedEntityId', custom);
  extend('contentversion', 'FirstPublishLocationId', custom);
}

function resolveSummaries(object: ObjectBuilder, objects: Objects): void {
  for (const field of object.fields.values()) {
    const summary = field.summary;
    if (!summary) continue;
    const child = objects.get(summary.childObject.toLowerCase());
    const key = child?.field(summary.foreignKey);
    if (!child || !key) throw new SourceError(`The field ${summary.childObject}.${summary.foreignKey} does not exist.`, field.position);
    if (key.reference?.kind !== 'masterDetail' || key.reference.to[0] !== object.name)
      throw new SourceError(`${child.name}.${key.name} is not a master-detail relationship to ${object.name}.`, field.position);
    for (const filter of summary.filters) if (!child.field(filter.field)) throw new SourceError(`The field ${child.name}.${filter.field} does not exist.`, field.position);
    takeSummarizedType(field, child);
  }
}

function takeSummarizedType(field: FieldDraft, child: ObjectBuilder): void {
  const summary = field.summary;
  if (!summary?.summarizedField) return;
  const source = child.field(summary.summarizedField);
  if (!source) throw new SourceError(`The field ${child.name}.${summary.summarizedField} does not exist.`, field.position);
  const numeric = ['double', 'currency', 'percent', 'int'].includes(source.type);
  const dated = ['date', 'datetime'].includes(source.type);
  if (!(numeric || (dated && summary.operation !== 'sum'))) throw new SourceError(`The field ${child.name}.${source.name} of type ${source.type} cannot be summarized by ${summary.operation}.`, field.position);
  field.type = source.type;
  field.precision = numeric ? 18 : 0;
  field.scale = source.scale;
  field.groupable = false;
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const FIRST: Readonly<Record<string, string>> = { custom: 'a', platformEvent: 'e', customMetadata: 'm' };

/** Prefixes go by sorted name, so that the same project always has the same. */
function assignKeyPrefixes(objects: Objects, known: ReadonlyMap<string, string>): void {
  const next: Record<string, number> = {};
  const taken = new Set(known.values());
  const nextPrefix = (first: string, object: ObjectBuilder): string => {
    for (;;) {
      const number = (next[first] = (next[first] ?? -1) + 1);
      if (number >= DIGITS.length ** 2) throw new SourceError(`There are more objects than key prefixes that begin with ${first}.`, object.own.position);
      const prefix = `${first}${DIGITS.charAt(Math.floor(number / DIGITS.length))}${DIGITS.charAt(number % DIGITS.length)}`;
      if (!taken.has(prefix)) return prefix;
    }
  };
  for (const object of [...objects.values()].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const first = FIRST[object.own.kind];
    if (!first || object.own.keyPrefix) continue;
    object.own.keyPrefix = known.get(object.name) ?? nextPrefix(first, object);
  }
}

/** All share tables of custom objects have this prefix on the platform. */
export const CUSTOM_SHARE_PREFIX = '02c';

function addShare(objects: Objects, parent: ObjectBuilder): void {
  const name = parent.name.replace(/__c$/, '__Share');
  const share = new ObjectBuilder(name, 'share', { label: `Share: ${parent.own.label}`, pluralLabel: `Share: ${parent.own.label}`, keyPrefix: CUSTOM_SHARE_PREFIX, sharingModel: 'ReadWrite', externalSharingModel: 'ReadWrite' });
  for (const field of shareFields(parent)) share.add(field);
  objects.set(name.toLowerCase(), share);
}

/** Object Reference, "CustomObject__Share"; `RowCause` takes the object's sharing reasons beside the platform's. */
function shareFields(parent: ObjectBuilder): StandardField[] {
  const causes = ['Owner', '*Manual=Manual Sharing', 'Rule=Sharing Rule', 'ImplicitChild', 'ImplicitParent', 'Team=Sales Team', 'TerritoryRule', 'Territory', 'GuestRule'];
  return [
    id(),
    ref('ParentId', parent.name, { children: 'Shares', onDelete: 'Cascade' }, 'required', 'createOnly'),
    ref('UserOrGroupId', 'Group User', {}, 'required', 'createOnly', { label: 'User/Group ID' }),
    restricted('AccessLevel', 'Read=Read Only|Edit=Read/Write|All=Owner', 'required', { length: 40 }),
    restricted('RowCause', [...causes, ...parent.sharingReasons.map((each) => `${each.name}=${each.label}`)].join('|'), 'createOnly', { length: 40, label: 'Row Cause', nillable: false }),
    ...audit().filter((field) => ['LastModifiedDate', 'LastModifiedById'].includes(field.name)),
    bool('IsDeleted', 'readOnly', { label: 'Deleted' }),
  ];
}

function addChildRelationships(object: ObjectBuilder, objects: Objects): void {
  for (const field of object.fields.values()) {
    if (!field.reference) continue;
    for (const to of field.reference.to) {
      const parent = objects.get(to.toLowerCase());
      if (!parent) continue;
      const name = field.reference.childRelationshipName;
      if (name && parent.childRelationships.some((each) => each.relationshipName?.toLowerCase() === name.toLowerCase()))
        throw new SourceError(`There is already a Child Relationship named ${name.replace(/__r$/, '')} on ${parent.name}.`, field.position);
      parent.childRelationships.push(childOf(object, field, name));
    }
  }
}

function childOf(object: ObjectBuilder, field: FieldModel, name: string | undefined): ObjectBuilder['childRelationships'][number] {
  const constraint = field.reference?.deleteConstraint;
  return { childObject: object.name, field: field.name, ...(name ? { relationshipName: name } : {}), cascadeDelete: constraint === 'Cascade', restrictedDelete: constraint === 'Restrict' };
}
