/**
 * Accounts with users of their own: the first one makes a role under the account owner's
 * (https://help.salesforce.com/s/articleView?id=sf.networks_partner_roles.htm). One role for an account.
 */
import type { Row, RowChange } from '../../database';
import { NotModelledError, PlatformError } from '../../schema';
import { putRoleGroups } from '../bootstrap/groups';
import type { SetupRows } from '../bootstrap/rows';
import type { UserLicense } from '../profiles/licenses';
import { textOf, type Context } from '../state/context';

interface AccountFacts { readonly id: string; readonly name: string; readonly ownerId: string; readonly ownerRoleId: string | null; }

const KINDS: Readonly<Record<string, { readonly portalType: string; readonly word: string; readonly flag: string }>> = {
  PowerPartner: { portalType: 'Partner', word: 'Partner', flag: 'IsPartner' },
  PowerCustomerSuccess: { portalType: 'CustomerPortal', word: 'Customer', flag: 'IsCustomerPortal' },
};

export class PartnerAccounts {
  constructor(
    private readonly context: Context,
    private readonly rows: SetupRows
  ) {}

  /** What the user of an account gets by being enabled. */
  enable(user: Row, license: UserLicense): Row {
    const kind = KINDS[license.userType];
    if (!kind) throw new NotModelledError(`users of type ${license.userType}`);
    const contactId = textOf(user, 'ContactId');
    if (!contactId) throw new PlatformError('INVALID_CROSS_REFERENCE_KEY', 'Cannot create a portal user without contact', ['ContactId']);
    const account = this.accountOf(contactId);
    const other = this.context.database.sql.all('SELECT "Id" AS id FROM "User" WHERE "ContactId" = ? AND "Id" <> ? AND "IsPortalEnabled" = 1', [contactId, textOf(user, 'Id')])[0];
    if (other) throw new PlatformError('DUPLICATE_VALUE', 'portal user already exists for contact', ['ContactId']);
    if (!account.ownerRoleId) throw new PlatformError('UNKNOWN_EXCEPTION', 'portal account owner must have a role');
    if (textOf(user, 'PortalRole') && textOf(user, 'PortalRole') !== 'Worker') throw new NotModelledError(`the account role ${textOf(user, 'PortalRole')}: accounts have one role, User`);
    const roleId = this.roleOf(account, kind);
    if (this.context.org.object('Account')?.field(kind.flag)) this.context.database.sql.run(`UPDATE "Account" SET "${kind.flag}" = 1 WHERE "Id" = ?`, [account.id]);
    return { AccountId: account.id, UserRoleId: roleId, IsPortalEnabled: true, PortalRole: 'Worker' };
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

  private roleOf(account: AccountFacts, kind: { readonly portalType: string; readonly word: string }): string {
    const known = this.context.database.sql.all('SELECT "Id" AS id FROM "UserRole" WHERE "PortalAccountId" = ? AND "PortalType" = ?', [account.id, kind.portalType])[0];
    if (known) return String(known['id']);
    const object = this.context.org.object('UserRole');
    if (!object) throw new NotModelledError('users of accounts without roles');
    // Names are cut so that the suffix stays; the developer name must be unique among roles.
    const suffix = ` ${kind.word} User`;
    const stem = account.name.replace(/[^A-Za-z0-9]/g, '').slice(0, 40) || 'Account';
    const developerName = this.unusedName(`${stem}${kind.word}User`);
    const [roleId] = this.rows.add('UserRole', [{
      Name: `${account.name.slice(0, 80 - suffix.length)}${suffix}`, DeveloperName: developerName, ParentRoleId: account.ownerRoleId, PortalType: kind.portalType, PortalRole: 'Worker', PortalAccountId: account.id,
      PortalAccountOwnerId: account.ownerId, OpportunityAccessForAccountOwner: 'Read', CaseAccessForAccountOwner: 'Read', ContactAccessForAccountOwner: 'Edit',
    }]) as [string];
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
    let moved = false;
    change.newRows.forEach((row, index) => {
      const ownerId = textOf(row, 'OwnerId');
      if (!ownerId || ownerId === textOf(change.oldRows[index], 'OwnerId')) return;
      const { sql } = this.context.database;
      const roles = sql.all('SELECT "Id" AS id FROM "UserRole" WHERE "PortalAccountId" = ?', [textOf(row, 'Id')]);
      if (roles.length === 0) return;
      const roleId = sql.all('SELECT "UserRoleId" AS role FROM "User" WHERE "Id" = ?', [ownerId])[0]?.['role'];
      if (!roleId) throw new PlatformError('UNKNOWN_EXCEPTION', 'portal account owner must have a role');
      sql.run('UPDATE "UserRole" SET "ParentRoleId" = ?, "PortalAccountOwnerId" = ? WHERE "PortalAccountId" = ?', [roleId, ownerId, textOf(row, 'Id')]);
      moved = true;
    });
    return moved;
  }
}
