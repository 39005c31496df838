/** Permission sets, groups with muting, and profiles of the harbour. */
import type { FieldRight, Grants, ObjectRight, PermissionSetGroupFacts } from '../model';
import { FORMULA, GRADE, OBJECTS } from './objects';

const READ: readonly ObjectRight[] = ['read'];
const WRITE: readonly ObjectRight[] = ['create', 'read', 'edit'];
const REMOVE: readonly ObjectRight[] = [...WRITE, 'delete'];

const everywhere = (rights: readonly ObjectRight[], names = OBJECTS.map((each) => each.name)): Record<string, readonly ObjectRight[]> => Object.fromEntries(names.map((name) => [name, rights]));
const fields = (rights: Readonly<Record<string, readonly FieldRight[]>>, names = OBJECTS.map((each) => each.name)): Record<string, readonly FieldRight[]> =>
  Object.fromEntries(names.flatMap((name) => Object.entries(rights).map(([field, granted]) => [`${name}.${field}`, granted])));

const SEEN = { Open__c: ['read'], Fixed__c: ['read'], [GRADE]: ['read'], [FORMULA]: ['read'] } as const;
const FILLED = { ...SEEN, Open__c: ['read', 'edit'], [GRADE]: ['read', 'edit'] } as const;

export const SETS: Readonly<Record<string, Grants>> = {
  Harbour_Reader: { objects: everywhere(READ), fields: fields(SEEN) },
  Harbour_Editor: { objects: everywhere(WRITE), fields: fields(FILLED) },
  Harbour_Remover: { objects: everywhere(REMOVE), fields: fields(FILLED) },
  /** Fields without their objects. */
  Harbour_Secrets: { fields: fields({ Secret__c: ['read', 'edit'] }) },
  /** Objects without fields that must be granted. */
  Harbour_Registrar: { objects: everywhere(['create', 'read'], ['Berth__c', 'Cargo__c', 'Manifest__c', 'Sighting__c']) },
  Berth_Viewer: { objects: everywhere(['read', 'viewAll'], ['Berth__c']) },
  Cargo_Master: { objects: everywhere(['read', 'edit', 'delete', 'viewAll', 'modifyAll'], ['Cargo__c']) },
  Berth_Fields: { objects: everywhere(['read', 'viewAllFields'], ['Berth__c']) },
  All_Viewer: { viewAllData: true },
  All_Modifier: { viewAllData: true, modifyAllData: true },
};

export const SET_GROUPS: Readonly<Record<string, PermissionSetGroupFacts>> = {
  Harbour_Trainees: {
    sets: ['Harbour_Remover', 'Harbour_Secrets'],
    muting: {
      // With reading goes all that needs it, with editing deletion.
      objects: { Crane__c: ['read'], Cargo__c: ['edit'], Berth__c: ['delete'], Manifest__c: ['create'] },
      fields: { 'Berth__c.Secret__c': ['edit'], 'Cargo__c.Secret__c': ['read'] },
    },
  },
};

export const INSIDE = 'Standard User';
export const OUTSIDE = 'Partner Community User';
export const ADMINISTRATOR = 'System Administrator';
export const OWN_PROFILE = 'Harbour Hand';

export const PROFILES: Readonly<Record<string, Grants>> = {
  [INSIDE]: {},
  [OUTSIDE]: {},
  // The administrator modifies all data; custom fields must be granted as to anyone.
  [ADMINISTRATOR]: { viewAllData: true, modifyAllData: true },
  [OWN_PROFILE]: { objects: everywhere(WRITE, ['Berth__c', 'Crane__c', 'Sighting__c']), fields: fields({ Open__c: ['read', 'edit'], Fixed__c: ['read', 'edit'] }, ['Berth__c', 'Crane__c', 'Sighting__c']) },
};
