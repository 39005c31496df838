/** What a profile, permission set or muting set grants. Keys are API names in lower case. */
import type { ObjectRights } from '../../database';

export const CREATE = 1;
export const READ = 2;
export const EDIT = 4;
export const DELETE = 8;
export const VIEW_ALL = 16;
export const MODIFY_ALL = 32;
export const VIEW_ALL_FIELDS = 64;
export const FIELD_READ = 1;
export const FIELD_EDIT = 2;

export interface RightsSet {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  /** Name of the user licence that a user must have; null: any. */
  readonly license: string | null;
  readonly objects: Map<string, number>;
  /** `object.field` to FIELD_READ | FIELD_EDIT. */
  readonly fields: Map<string, number>;
  readonly classes: Set<string>;
  readonly customPermissions: Set<string>;
  readonly systemPermissions: Set<string>;
  readonly tabs: Set<string>;
  readonly apps: Set<string>;
  /** `object.recordtype` */
  readonly recordTypes: Set<string>;
  readonly metadataTypes: Set<string>;
  readonly customSettings: Set<string>;
  readonly credentials: Set<string>;
}

export function emptyRights(name: string, label = name, license: string | null = null, description: string | null = null): RightsSet {
  return {
    name, label, description, license,
    objects: new Map(), fields: new Map(), classes: new Set(), customPermissions: new Set(), systemPermissions: new Set(), tabs: new Set(),
    apps: new Set(), recordTypes: new Set(), metadataTypes: new Set(), customSettings: new Set(), credentials: new Set(),
  };
}

const SETS = ['classes', 'customPermissions', 'systemPermissions', 'tabs', 'apps', 'recordTypes', 'metadataTypes', 'customSettings', 'credentials'] as const;

/** Adds what `more` grants to `target`. */
export function addRights(target: RightsSet, more: RightsSet): void {
  for (const [key, bits] of more.objects) target.objects.set(key, (target.objects.get(key) ?? 0) | bits);
  for (const [key, bits] of more.fields) target.fields.set(key, (target.fields.get(key) ?? 0) | bits);
  for (const part of SETS) for (const key of more[part]) target[part].add(key);
}

/** Takes what `muting` names from `target`, and with each right those that need it. */
export function muteRights(target: RightsSet, muting: RightsSet): void {
  for (const [key, muted] of muting.objects) target.objects.set(key, withoutDependents((target.objects.get(key) ?? 0) & ~muted));
  for (const [key, muted] of muting.fields) {
    const left = (target.fields.get(key) ?? 0) & ~muted;
    target.fields.set(key, left & FIELD_READ ? left : 0);
  }
  for (const part of SETS) for (const key of muting[part]) target[part].delete(key);
}

/** Rights that each right needs: the platform refuses to save one without the others. */
export const DEPENDS_ON: readonly (readonly [right: number, needs: number])[] = [
  [CREATE, READ],
  [EDIT, READ],
  [DELETE, READ | EDIT],
  [VIEW_ALL, READ],
  [MODIFY_ALL, READ | EDIT | DELETE | VIEW_ALL],
  [VIEW_ALL_FIELDS, READ],
];

function withoutDependents(bits: number): number {
  let left = bits;
  for (let before = -1; before !== left; ) {
    before = left;
    for (const [right, needs] of DEPENDS_ON) if (left & right && (left & needs) !== needs) left &= ~right;
  }
  return left;
}

export function toObjectRights(bits: number): ObjectRights {
  return {
    create: (bits & CREATE) !== 0,
    read: (bits & READ) !== 0,
    edit: (bits & EDIT) !== 0,
    delete: (bits & DELETE) !== 0,
    viewAll: (bits & VIEW_ALL) !== 0,
    modifyAll: (bits & MODIFY_ALL) !== 0,
  };
}
