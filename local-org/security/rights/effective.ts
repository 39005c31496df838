/** What a user may do, all sources together: the profile, permission sets and permission set groups. */
import type { SqlValue } from '../../database';
import type { FieldModel, ObjectModel } from '../../schema';
import { boundOf, type UserLicense } from '../profiles/licenses';
import type { Context } from '../state/context';
import { ident } from '../state/context';
import type { Catalog, ProfileEntry } from './catalog';
import { decidingField, isPermissionable } from './fieldRules';
import { setupRights } from './setupObjects';
import { addRights, emptyRights, FIELD_EDIT, FIELD_READ, MODIFY_ALL, toObjectRights, VIEW_ALL, VIEW_ALL_FIELDS, CREATE, DELETE, EDIT, READ, type RightsSet } from './rightsSet';
import type { ObjectRights } from '../../database';

const EVERYTHING = CREATE | READ | EDIT | DELETE | VIEW_ALL | MODIFY_ALL;
const FILES = new Set(['ContentDocument', 'ContentDocumentLink', 'ContentVersion']);

export class EffectiveRights {
  private readonly objectBits = new Map<ObjectModel, number>();
  private readonly objectAnswers = new Map<ObjectModel, ObjectRights>();
  private readonly fieldBits = new Map<FieldModel, number>();

  constructor(
    private readonly context: Context,
    readonly license: UserLicense,
    readonly rights: RightsSet,
    private readonly allClasses: boolean
  ) {}

  get external(): boolean {
    return this.license.external;
  }

  has(systemPermission: string): boolean {
    return this.rights.systemPermissions.has(systemPermission.toLowerCase());
  }

  object(object: ObjectModel): ObjectRights {
    let answer = this.objectAnswers.get(object);
    if (!answer) this.objectAnswers.set(object, (answer = toObjectRights(this.bits(object))));
    return answer;
  }

  bits(object: ObjectModel): number {
    let bits = this.objectBits.get(object);
    if (bits === undefined) this.objectBits.set(object, (bits = this.computeBits(object)));
    return bits;
  }

  private computeBits(object: ObjectModel): number {
    const special = setupRights(this.context.org, object, this);
    if (special !== undefined) return special;
    let bits = this.rights.objects.get(object.name.toLowerCase()) ?? 0;
    // No profile or permission set speaks of files: who may log in may keep files.
    if (FILES.has(object.name)) bits |= CREATE | READ | EDIT | DELETE;
    if (this.has('ModifyAllData')) bits |= EVERYTHING;
    else if (this.has('ViewAllData')) bits |= READ | VIEW_ALL;
    return bits & boundOf(this.license, object);
  }

  /** FIELD_READ | FIELD_EDIT, whatever the object's own rights. */
  field(field: FieldModel): number {
    let bits = this.fieldBits.get(field);
    if (bits === undefined) this.fieldBits.set(field, (bits = this.computeField(field)));
    return bits;
  }

  private computeField(field: FieldModel): number {
    const object = this.context.org.object(field.object);
    if (!object) return 0;
    const deciding = decidingField(object, field);
    if (!isPermissionable(object, deciding)) return FIELD_READ | FIELD_EDIT;
    const granted = this.rights.fields.get(`${object.name}.${deciding.name}`.toLowerCase()) ?? 0;
    const all = this.bits(object) & VIEW_ALL_FIELDS || (this.rights.objects.get(object.name.toLowerCase()) ?? 0) & VIEW_ALL_FIELDS;
    return granted | (all ? FIELD_READ : 0);
  }

  canRunClass(name: string): boolean {
    return this.allClasses || this.has('AuthorApex') || this.rights.classes.has(name.toLowerCase());
  }
}

/** A user's rights from the rows of assignments. */
export function effectiveRights(context: Context, catalog: Catalog, userId: string): EffectiveRights | undefined {
  const { sql } = context.database;
  const row = sql.all('SELECT p."Name" AS name, u."IsActive" AS active FROM "User" u JOIN "Profile" p ON p."Id" = u."ProfileId" WHERE u."Id" = ?', [userId])[0];
  const profile = row && catalog.profiles.get(String(row['name']));
  if (!profile) return undefined;
  const rights = emptyRights(profile.name, profile.name, profile.license.name);
  addRights(rights, profile.rights);
  for (const source of assigned(context, catalog, userId)) addRights(rights, source);
  dropUnmet(catalog, rights);
  return new EffectiveRights(context, profile.license, rights, profile.allClasses);
}

/** Permission sets and groups that the user holds. */
function assigned(context: Context, catalog: Catalog, userId: string): RightsSet[] {
  const { sql } = context.database;
  const object = context.org.object('PermissionSetAssignment');
  if (!object) return [];
  const alive = object.field('ExpirationDate') ? 'AND (a."ExpirationDate" IS NULL OR a."ExpirationDate" > ?)' : '';
  const when: SqlValue[] = alive ? [new Date(context.clock.now()).toISOString()] : [];
  const found: RightsSet[] = [];
  const read = (column: string, table: string, name: string, from: (name: string) => RightsSet | undefined): void => {
    if (!object.field(column) || !context.org.object(table)) return;
    const text = `SELECT s.${ident(name)} AS name FROM "PermissionSetAssignment" a JOIN ${ident(table)} s ON s."Id" = a.${ident(column)} WHERE a."AssigneeId" = ? AND a."IsDeleted" = 0 ${alive}`;
    for (const row of sql.all(text, [userId, ...when])) {
      const rights = from(String(row['name']));
      if (rights) found.push(rights);
    }
  };
  read('PermissionSetId', 'PermissionSet', 'Name', (name) => catalog.sets.get(name) ?? catalog.groups.get(name)?.rights);
  read('PermissionSetGroupId', 'PermissionSetGroup', 'DeveloperName', (name) => catalog.groups.get(name)?.rights);
  return found;
}

/** A custom permission that requires another counts only with it. */
function dropUnmet(catalog: Catalog, rights: RightsSet): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const permission of catalog.customPermissions.values()) {
      const key = permission.name.toLowerCase();
      if (rights.customPermissions.has(key) && permission.needs.some((need) => !rights.customPermissions.has(need.toLowerCase()))) changed = rights.customPermissions.delete(key);
    }
  }
}

export type { ProfileEntry };
