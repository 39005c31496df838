/** Fields that the platform itself gives to objects of each kind. */
import type { ObjectBuilder } from './object';
import { audit, createdBy, createdDate, currencyIso, date, datetime, deleted, id, owner, ref, restricted, stamp, text, type StandardField } from '../standard/dsl';

/** Custom objects, events and metadata types: everything but the owner, which depends on master-detail fields. */
export function addSystemFields(object: ObjectBuilder): void {
  for (const field of fieldsOf(object)) object.add(field);
}

function fieldsOf(object: ObjectBuilder): readonly StandardField[] {
  if (object.own.kind === 'platformEvent') return eventFields();
  if (object.own.kind === 'customMetadata') return metadataFields(object.own.label);
  return [id(), deleted(), ...audit(), datetime('LastViewedDate', 'readOnly'), datetime('LastReferencedDate', 'readOnly'), ...(object.activities ? [date('LastActivityDate', 'readOnly')] : [])];
}

function eventFields(): StandardField[] {
  return [text('ReplayId', 1333, 'readOnly', { label: 'Replay ID' }), text('EventUuid', 36, 'readOnly', { label: 'Event UUID' }), createdDate(), createdBy()];
}

function metadataFields(label: string): StandardField[] {
  return [
    id(),
    text('DeveloperName', 40, 'required', 'readOnly', { label: `${label} Name` }),
    text('MasterLabel', 40, 'required', 'readOnly', { label: 'Label' }),
    text('Label', 40, 'readOnly'),
    restricted('Language', 'en_US', 'readOnly', { label: 'Master Language' }),
    text('NamespacePrefix', 15, 'readOnly'),
    text('QualifiedApiName', 70, 'readOnly'),
    stamp(),
  ];
}

/** The owner of a custom object's records; details of a master have none. */
export function addOwner(object: ObjectBuilder): void {
  object.add(owner('Group User'));
}

export function addCurrency(object: ObjectBuilder): void {
  object.add(currencyIso());
}

export function addRecordType(object: ObjectBuilder): void {
  if (!object.field('RecordTypeId')) object.add(ref('RecordTypeId', 'RecordType', {}));
}
