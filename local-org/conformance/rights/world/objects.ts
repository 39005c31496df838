/** The objects of the harbour: three with owners and defaults of each kind, four details. */
import type { FieldFacts, ObjectFacts } from '../model';

export const OBJECTS: readonly ObjectFacts[] = [
  { name: 'Berth__c', inside: 'Private', outside: 'Private' },
  { name: 'Cargo__c', inside: 'Read', outside: 'Private' },
  { name: 'Crane__c', inside: 'ReadWrite', outside: 'Read' },
  { name: 'Manifest__c', master: { object: 'Berth__c', field: 'Berth__c', readIsEnough: false } },
  { name: 'Sighting__c', master: { object: 'Berth__c', field: 'Berth__c', readIsEnough: true } },
  { name: 'Seal__c', master: { object: 'Manifest__c', field: 'Manifest__c', readIsEnough: false } },
  { name: 'Tally__c', master: { object: 'Cargo__c', field: 'Cargo__c', readIsEnough: false } },
];

/** Granted field by field, in this or that set; all hold text. */
export const GRANTED = ['Open__c', 'Fixed__c', 'Secret__c'] as const;
export const FORMULA = 'Total__c';
export const GRADE = 'Grade__c';
export const REQUIRED = 'Code__c';

export function fieldsOf(object: ObjectFacts): readonly FieldFacts[] {
  return [
    { name: 'Name', kind: 'name' },
    { name: REQUIRED, kind: 'required' },
    ...GRANTED.map((name) => ({ name, kind: 'open' }) as const),
    { name: GRADE, kind: 'open' },
    { name: FORMULA, kind: 'formula' },
    ...(object.master ? [{ name: object.master.field, kind: 'master' } as const] : []),
  ];
}
