/** The face of this floor: rights from `rights`, rows from `records` and `sharing`, people from `users`. */
import type { ObjectRights, RecordAccess, RowChange, Sql } from '../database';
import { PlatformError, type FieldModel, type ObjectModel } from '../schema';
import type { Identities } from './bootstrap/bootstrap';
import { Predicates, type Asker } from './records/predicate';
import { Principals } from './records/principals';
import type { Catalog } from './rights/catalog';
import { effectiveRights, type EffectiveRights } from './rights/effective';
import { FIELD_EDIT, FIELD_READ } from './rights/rightsSet';
import { checkOwners } from './sharing/owners';
import { SharingSets } from './sharing/sharingSets';
import { ShareRows } from './sharing/shareRows';
import { SharingRules } from './sharing/rules';
import { SetupChanges } from './users/setupChanges';
import { ident, type Context } from './state/context';
import { VersionedCache, type Versions } from './state/versions';
import type { Security, UserInfo } from './types';
import { readUser } from './users/info';
import type { Logins } from './users/logins';

export class OrgSecurity implements Security {
  private readonly rightsCache = new VersionedCache<EffectiveRights>();
  private readonly userCache = new VersionedCache<UserInfo>();
  private readonly principals: Principals;
  private readonly predicates: Predicates;
  private readonly shares: ShareRows;
  private readonly rules: SharingRules;
  private readonly setupChanges: SetupChanges;
  readonly systemUserId: string;
  readonly adminUserId: string;
  readonly organizationId: string;

  constructor(
    private readonly context: Context,
    catalog: Catalog,
    private readonly versions: Versions,
    identities: Identities,
    private readonly logins: Logins
  ) {
    ({ organizationId: this.organizationId, adminUserId: this.adminUserId, systemUserId: this.systemUserId } = identities);
    this.catalog = catalog;
    this.predicates = new Predicates(context, new SharingSets(context.org, catalog));
    this.shares = new ShareRows(context, () => this.systemUserId);
    this.rules = new SharingRules(context, this.shares);
    this.principals = new Principals(context, versions, (groups) => this.rules.membersChanged(groups));
    this.setupChanges = new SetupChanges(context, catalog, versions, identities);
  }
  private readonly catalog: Catalog;

  /** Brings shares of existing rows up to the sharing rules of the metadata. */
  start(): void {
    this.principals.refresh();
    this.rules.start();
  }

  private rightsOf(userId: string): EffectiveRights {
    return this.rightsCache.get(this.versions.read().rights, userId, () => {
      const rights = effectiveRights(this.context, this.catalog, userId);
      if (!rights) throw new PlatformError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
      return rights;
    });
  }

  private asker(userId: string): Asker {
    const { accountId, contactId, profileName } = this.user(userId);
    return { userId, rights: this.rightsOf(userId), accountId, contactId, profileName };
  }

  user(userId: string): UserInfo {
    return this.userCache.get(this.versions.read().rights, userId, () => readUser(this.context, userId));
  }

  objectRights(userId: string, object: ObjectModel): ObjectRights {
    return this.rightsOf(userId).object(object);
  }

  fieldRights(userId: string, field: FieldModel): { read: boolean; edit: boolean } {
    const bits = this.rightsOf(userId).field(field);
    return { read: (bits & FIELD_READ) !== 0, edit: (bits & FIELD_EDIT) !== 0 };
  }

  canReadField(userId: string, field: FieldModel): boolean {
    return (this.rightsOf(userId).field(field) & FIELD_READ) !== 0;
  }

  canEditField(userId: string, field: FieldModel): boolean {
    return (this.rightsOf(userId).field(field) & FIELD_EDIT) !== 0;
  }

  hasCustomPermission(userId: string, name: string): boolean {
    return this.rightsOf(userId).rights.customPermissions.has(name.toLowerCase());
  }

  hasSystemPermission(userId: string, name: string): boolean {
    return this.rightsOf(userId).has(name);
  }

  isExternal(userId: string): boolean {
    return this.rightsOf(userId).external;
  }

  canRunClass(userId: string, className: string): boolean {
    return this.rightsOf(userId).canRunClass(className);
  }

  canSeeApp(userId: string, app: string): boolean {
    return this.rightsOf(userId).rights.apps.has(app.toLowerCase());
  }

  canSeeTab(userId: string, tab: string): boolean {
    const rights = this.rightsOf(userId);
    const standard = /^standard-(.+)$/i.exec(tab);
    const object = this.context.org.object(standard?.[1] ?? '');
    // Tabs of standard objects are on for who reads the object; custom tabs only where granted.
    return rights.rights.tabs.has(tab.toLowerCase()) || (standard !== null && (object ? rights.object(object).read : /^home$/i.test(standard[1] ?? '')));
  }

  rowPredicate(userId: string, object: ObjectModel, access: RecordAccess, alias: string): Sql | undefined {
    this.principals.refresh();
    return this.predicates.sql(this.asker(userId), object, access, alias);
  }

  recordAccess(userId: string, object: ObjectModel, recordId: string): { read: boolean; edit: boolean; delete: boolean; transfer: boolean } {
    const rights = this.objectRights(userId, object);
    const may = (access: RecordAccess, granted: boolean): boolean => {
      if (!granted) return false;
      const predicate = this.rowPredicate(userId, object, access, '_r');
      const where = predicate ? ` AND ${predicate.text}` : '';
      return this.context.database.sql.all(`SELECT 1 FROM ${ident(object.name)} _r WHERE _r."Id" = ? AND _r."IsDeleted" = 0${where}`, [recordId, ...(predicate?.params ?? [])]).length > 0;
    };
    return { read: may('read', rights.read), edit: may('edit', rights.edit), delete: may('delete', rights.delete), transfer: may('transfer', rights.edit) };
  }

  afterWrite(change: RowChange): void {
    checkOwners(this.context, change, (userId) => this.objectRights(userId, change.object).read);
    this.setupChanges.afterWrite(change);
    const moved = this.shares.afterWrite(change);
    this.rules.afterWrite(change, moved);
  }

  invalidate(): void {
    this.rightsCache.clear();
    this.userCache.clear();
    this.versions.membersChanged();
  }

  setPassword(userId: string, password: string): void {
    this.logins.setPassword(userId, password);
  }

  authenticate(username: string, password: string): string | undefined {
    return this.logins.authenticate(username, password);
  }

  createSession(userId: string): string {
    return this.logins.createSession(userId);
  }

  sessionUser(token: string): string | undefined {
    return this.logins.sessionUser(token);
  }

  endSession(token: string): void {
    this.logins.endSession(token);
  }
}
