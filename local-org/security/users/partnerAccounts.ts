/**
 * Accounts with users of their own: the first one makes a role under the account owner's
 * (https://help.salesforce.com/s/articleView?id=sf.networks_partner_roles.htm). One role for an account, three where the org says so;
 * with account role optimization the only user of an account shares a person role with those of the owner's other accounts
 * (https://help.salesforce.com/s/articleView?id=platform.networks_partners_optimize_roles.htm).
 */
import type { Row, RowChange } from '../../database';
import { NotModelledError, PlatformError } from '../../schema';
import { putRoleGroups } from '../bootstrap/groups';
import type { SetupRows } from '../bootstrap/rows';
import type { UserLicense } from '../profiles/licenses';
import { textOf, type Context } from '../state/context';

interface AccountFacts { readonly id: string; readonly name: string; readonly ownerId: string; readonly ownerRoleId: string | null; }

interface Kind { readonly portalType: string; readonly word: string; readonly flag: string; }
interface Level { readonly portalRole: string; readonly word: string; }

const ONE_LEVEL: readonly Level[] = [{ portalRole: 'Worker', word: 'User' }];
/** From the highest down. */
const THREE_LEVELS: readonly Level[] = [{ portalRole: 'Executive', word: 'Executive' }, { portalRole: 'Manager', word: 'Manager' }, ...ONE_LEVEL];

const KINDS: Readonly<Record<string, Kind>> = {
  PowerPartner: { portalType: 'Partner', word: 'Partner', flag: 'IsPartner' },
  PowerCustomerSuccess: { portalType: 'CustomerPortal', word: 'Customer', flag: 'IsCustomerPortal' },
};

export class PartnerAccounts {
  constructor(
    private readonly context: Context,
    private readonly rows: SetupRows
  ) {}

  /** Without digital experiences there are no portals, and the fields on which everything below depends are not there. */
  private get portals(): boolean {
    return this.has('ExperienceCloud');
  }

  /** What the user of an account gets by being enabled. */
  enable(user: Row, license: UserLicense): Row {
    if (!this.portals) throw new PlatformError('PORTAL_NO_ACCESS', 'no access to portal');
    const kind = KINDS[license.userType];
    if (!kind) throw new NotModelledError(`users of type ${license.userType}`);
    const contactId = textOf(user, 'ContactId');
    if (!contactId) throw new PlatformError('INVALID_CROSS_REFERENCE_KEY', 'Cannot create a portal user without contact', ['ContactId']);
    const account = this.accountOf(contactId);
    const other = this.context.database.sql.all('SELECT "Id" AS id FROM "User" WHERE "ContactId" = ? AND "Id" <> ? AND "IsPortalEnabled" = 1', [contactId, textOf(user, 'Id')])[0];
    if (other) throw new PlatformError('DUPLICATE_VALUE', 'portal user already exists for contact', ['ContactId']);
    if (!account.ownerRoleId) throw new PlatformError('UNKNOWN_EXCEPTION', 'portal account owner must have a role');
    const { roleId, portalRole } = this.roleFor(user, account, kind);
    this.context.database.sql.run(`UPDATE "Account" SET "${kind.flag}" = 1 WHERE "Id" = ?`, [account.id]);
    return { AccountId: account.id, UserRoleId: roleId, IsPortalEnabled: true, PortalRole: portalRole };
  }

  private accountOf(contactId: string): AccountFacts {
    const row = this.context.database.sql.all(
      'SELECT a."Id" AS id, a."Name" AS name, a."OwnerId" AS owner, u."UserRoleId" AS role FROM "Contact" c LEFT JOIN "Account" a ON a."Id" = c."AccountId" LEFT JOIN "User" u ON u."Id" = a."OwnerId" WHERE c."Id" = ? AND c."IsDeleted" = 0',
      [contactId]
    )[0];
    if (!row) throw new PlatformError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['ContactId']);
    if (!row['id']) throw new PlatformError('FIELD_INTEGRITY_EXCEPTION', 'The contact of a portal user must belong to an account.', ['ContactId']);
    return { id: String(row['id']), name: String(row['name']), ownerId: String(row['owner']), ownerRoleId: (row['role'] as string | null) ?? null };
  }

  /** The role of a user who is enabled: the account's, by the level asked for, or the one that only users of accounts share. */
  private roleFor(user: Row, account: AccountFacts, kind: Kind): { roleId: string; portalRole: string } {
    const levels = this.has('ThreePartnerRoles') ? THREE_LEVELS : ONE_LEVEL;
    const asked = textOf(user, 'PortalRole');
    if (asked && asked !== 'PersonAccount' && !levels.some((level) => level.portalRole === asked)) throw new NotModelledError(`the account role ${asked}: accounts have ${levels.map((level) => level.word).join(', ')}`);
    const others = this.usersOf(account, kind, textOf(user, 'Id'));
    if (this.has('AccountRoleOptimization') && others.length === 0 && (!asked || asked === 'PersonAccount')) return { roleId: this.personRole(account, kind), portalRole: 'PersonAccount' };
    if (asked === 'PersonAccount') throw new NotModelledError('the shared person role for users of accounts that have several');
    const roles = this.rolesOf(account, kind, levels);
    const lowest = roles.get('Worker') as string;
    // "the lowest level (Worker) role is assigned to all external role-based account users": networks_partners_optimize_roles.
    for (const other of others) if (other.portalRole === 'PersonAccount') this.context.database.sql.run('UPDATE "User" SET "UserRoleId" = ?, "PortalRole" = ? WHERE "Id" = ?', [lowest, 'Worker', other.id]);
    return { roleId: asked ? (roles.get(asked) as string) : lowest, portalRole: asked ?? 'Worker' };
  }

  private has(feature: string): boolean {
    return this.context.org.features?.has(feature) ?? false;
  }

  private usersOf(account: AccountFacts, kind: Kind, except: string | null): { id: string; portalRole: string | null }[] {
    const rows = this.context.database.sql.all('SELECT u."Id" AS id, u."PortalRole" AS role FROM "User" u JOIN "UserRole" r ON r."Id" = u."UserRoleId" WHERE u."AccountId" = ? AND r."PortalType" = ? AND u."IsPortalEnabled" = 1 AND u."Id" <> ?', [account.id, kind.portalType, except ?? '']);
    return rows.map((row) => ({ id: String(row['id']), portalRole: (row['role'] as string | null) ?? null }));
  }

  /** The account's roles by level, made where they are missing: each under the one above, the highest under the owner's. */
  private rolesOf(account: AccountFacts, kind: Kind, levels: readonly Level[]): ReadonlyMap<string, string> {
    const known = this.context.database.sql.all('SELECT "Id" AS id, "PortalRole" AS role FROM "UserRole" WHERE "PortalAccountId" = ? AND "PortalType" = ?', [account.id, kind.portalType]);
    const roles = new Map(known.map((row) => [String(row['role']), String(row['id'])]));
    let above = account.ownerRoleId;
    for (const { portalRole, word } of levels) {
      const roleId = roles.get(portalRole) ?? this.addRole(`${kind.word} ${word}`, account.name, { ParentRoleId: above, PortalType: kind.portalType, PortalRole: portalRole, PortalAccountId: account.id, PortalAccountOwnerId: account.ownerId });
      roles.set(portalRole, roleId);
      above = roleId;
    }
    return roles;
  }

  /** The role that the only users of this owner's accounts share. */
  private personRole(account: AccountFacts, kind: Kind): string {
    const known = this.context.database.sql.all('SELECT "Id" AS id FROM "UserRole" WHERE "PortalRole" = ? AND "PortalType" = ? AND "PortalAccountOwnerId" = ?', ['PersonAccount', kind.portalType, account.ownerId])[0];
    if (known) return String(known['id']);
    const owner = this.context.database.sql.all('SELECT "Name" AS name FROM "User" WHERE "Id" = ?', [account.ownerId])[0];
    return this.addRole(`${kind.word} Person Account`, String(owner?.['name'] ?? ''), { ParentRoleId: account.ownerRoleId, PortalType: kind.portalType, PortalRole: 'PersonAccount', PortalAccountId: null, PortalAccountOwnerId: account.ownerId });
  }

  private addRole(words: string, name: string, own: Row): string {
    if (!this.context.org.object('UserRole')) throw new NotModelledError('users of accounts without roles');
    // Names are cut so that the suffix stays; the developer name must be unique among roles.
    const suffix = ` ${words}`;
    const stem = name.replace(/[^A-Za-z0-9]/g, '').slice(0, 40) || 'Account';
    const developerName = this.unusedName(`${stem}${words.replaceAll(' ', '')}`);
    const [roleId] = this.rows.add('UserRole', [{ Name: `${name.slice(0, 80 - suffix.length)}${suffix}`, DeveloperName: developerName, ...own, OpportunityAccessForAccountOwner: 'Read', CaseAccessForAccountOwner: 'Read', ContactAccessForAccountOwner: 'Edit' }]) as [string];
    putRoleGroups(this.rows, developerName, roleId, true);
    return roleId;
  }

  private unusedName(wanted: string): string {
    for (let number = 0; ; number++) {
      const name = number === 0 ? wanted : `${wanted}${number}`;
      if (this.context.database.sql.all('SELECT 1 FROM "UserRole" WHERE "DeveloperName" = ?', [name]).length === 0) return name;
    }
  }

  /** The roles of accounts that changed hands move under the new owner's role. True when any did. */
  ownersChanged(change: RowChange): boolean {
    if (!this.portals) return false;
    let moved = false;
    change.newRows.forEach((row, index) => {
      const ownerId = textOf(row, 'OwnerId');
      if (!ownerId || ownerId === textOf(change.oldRows[index], 'OwnerId')) return;
      const { sql } = this.context.database;
      const accountId = textOf(row, 'Id');
      const roles = sql.all('SELECT "Id" AS id FROM "UserRole" WHERE "PortalAccountId" = ?', [accountId]);
      const alone = sql.all('SELECT u."Id" AS id, r."PortalType" AS type FROM "User" u JOIN "UserRole" r ON r."Id" = u."UserRoleId" WHERE u."AccountId" = ? AND u."PortalRole" = ?', [accountId, 'PersonAccount']);
      if (roles.length === 0 && alone.length === 0) return;
      const roleId = sql.all('SELECT "UserRoleId" AS role FROM "User" WHERE "Id" = ?', [ownerId])[0]?.['role'] as string | null | undefined;
      if (!roleId) throw new PlatformError('UNKNOWN_EXCEPTION', 'portal account owner must have a role');
      const levels = roles.map((each) => String(each['id']));
      sql.run(`UPDATE "UserRole" SET "PortalAccountOwnerId" = ? WHERE "PortalAccountId" = ?`, [ownerId, accountId]);
      // Of several roles the highest alone hangs under the owner's.
      sql.run(`UPDATE "UserRole" SET "ParentRoleId" = ? WHERE "PortalAccountId" = ? AND "ParentRoleId" NOT IN (${levels.map(() => '?').join(', ')})`, [roleId, accountId, ...levels]);
      for (const user of alone) {
        const kind = Object.values(KINDS).find((each) => each.portalType === user['type']) as Kind;
        sql.run('UPDATE "User" SET "UserRoleId" = ? WHERE "Id" = ?', [this.personRole({ id: accountId as string, name: '', ownerId, ownerRoleId: roleId }, kind), String(user['id'])]);
      }
      moved = true;
    });
    return moved;
  }
}
