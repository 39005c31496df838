/** Global merge fields of formulas: `$User.Id`, `$Label.X`, `$CustomMetadata.T__mdt.Rec.F__c` ... One entry for each. */
import type { FormulaValue } from '../formula';
import { NotModelledError } from '../schema';
import { quote } from './sqlite/connection';
import type { Store } from './store';
import { decodeValue } from './tables/storage';

type Global = (store: Store, userId: string, path: readonly string[]) => FormulaValue;

const GLOBALS: Readonly<Record<string, Global>> = {
  $user: (store, userId, path) => ofRow(store, 'User', userId, path.slice(1)),
  $profile: (store, userId, path) => ofRow(store, 'Profile', reference(store, userId, 'ProfileId'), path.slice(1)),
  $userrole: (store, userId, path) => ofRow(store, 'UserRole', reference(store, userId, 'UserRoleId'), path.slice(1)),
  $organization: (store, _userId, path) => {
    const first = store.connection.get('SELECT "Id" AS id FROM "Organization"');
    return ofRow(store, 'Organization', first ? String(first.id) : null, path.slice(1));
  },
  $label: (store, _userId, path) => {
    const label = store.org.labels.get((path[1] ?? '').toLowerCase());
    if (!label) throw new NotModelledError(`the global merge field ${path.join('.')}`);
    return label.value;
  },
  $permission: (store, userId, path) => {
    if (!store.access) return false;
    if (!store.access.hasCustomPermission) throw new NotModelledError('$Permission without a security floor');
    return store.access.hasCustomPermission(userId, path[1] ?? '');
  },
  $custommetadata: (store, _userId, path) => {
    const [, type = '', record = '', field = ''] = path;
    const found = store.org.customMetadata.find((entry) => same(entry.object, type) && same(entry.developerName, record));
    const model = store.org.object(type)?.field(field);
    if (!found || !model) throw new NotModelledError(`the global merge field ${path.join('.')}`);
    return found.values.get(model.name) ?? null;
  },
  $setup: (store, userId, path) => {
    const object = store.org.object(path[1] ?? '');
    if (!object) throw new NotModelledError(`the global merge field ${path.join('.')}`);
    // A hierarchy setting: the user's row, else the profile's, else the organisation's.
    const owners = [userId, reference(store, userId, 'ProfileId')];
    for (const owner of owners) {
      const row = owner ? store.connection.get(`SELECT "Id" AS id FROM ${quote(object.name)} WHERE "SetupOwnerId" = ? AND "IsDeleted" = 0`, [owner]) : undefined;
      if (row) return ofRow(store, object.name, String(row.id), path.slice(2));
    }
    const rest = store.connection.get(`SELECT "Id" AS id FROM ${quote(object.name)} WHERE substr("SetupOwnerId", 1, 3) = '00D' AND "IsDeleted" = 0`);
    return ofRow(store, object.name, rest ? String(rest.id) : null, path.slice(2));
  },
};

export const globalNames: readonly string[] = Object.keys(GLOBALS);

export function globalValue(store: Store, userId: string, path: readonly string[]): FormulaValue {
  const found = GLOBALS[(path[0] ?? '').toLowerCase()];
  if (!found) throw new NotModelledError(`the global merge field ${path.join('.')}`);
  return found(store, userId, path);
}

function ofRow(store: Store, objectName: string, id: string | null, path: readonly string[]): FormulaValue {
  const object = store.org.object(objectName);
  const field = object?.field(path[0] ?? '');
  const column = object && field ? store.tables.of(object).column(field.name) : undefined;
  if (!object || !column || path.length !== 1) throw new NotModelledError(`the global merge field ${objectName}.${path.join('.')}`);
  const row = id === null ? undefined : store.connection.get(`SELECT ${quote(column.name)} AS value FROM ${quote(object.name)} WHERE "Id" = ?`, [id]);
  const value = decodeValue(column.kind, row?.value);
  return value instanceof Uint8Array ? null : value;
}

function reference(store: Store, userId: string, field: string): string | null {
  const row = store.connection.get(`SELECT ${quote(field)} AS value FROM "User" WHERE "Id" = ?`, [userId]);
  return typeof row?.value === 'string' ? row.value : null;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
