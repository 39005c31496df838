/** What follows when set-up rows are written: one entry an object. */
import type { Row, RowChange } from '../../database';
import { NotModelledError, PlatformError } from '../../schema';
import type { Identities } from '../bootstrap/bootstrap';
import { putRoleGroups } from '../bootstrap/groups';
import { SetupRows } from '../bootstrap/rows';
import type { Catalog } from '../rights/catalog';
import { ident, textOf, type Context } from '../state/context';
import { eachRow } from '../state/refusals';
import type { Versions } from '../state/versions';
import { checkAssignment } from './assignments';
import { PartnerAccounts } from './partnerAccounts';
import { completeUser } from './userRows';

type Consequence = (change: RowChange) => void;

/** Fields of a user on which rights or sight depend. */
const USER_FIELDS = ['ProfileId', 'UserRoleId', 'IsActive', 'UserType', 'ContactId', 'AccountId'];
/** Of these depend membership and hierarchy. */
const MEMBER_FIELDS = ['UserRoleId', 'UserType', 'ProfileId'];

export class SetupChanges {
  private readonly consequences: Readonly<Record<string, Consequence>>;

  constructor(
    private readonly context: Context,
    private readonly catalog: Catalog,
    private readonly versions: Versions,
    identities: Identities
  ) {
    const rows = new SetupRows(context);
    rows.userId = identities.adminUserId;
    const accounts = new PartnerAccounts(context, rows);
    const members: Consequence = () => versions.membersChanged();
    const refused: Consequence = (change) => {
      throw new NotModelledError(`writing ${change.object.name} by DML: permission sets come from metadata`);
    };
    this.consequences = {
      User: (change) => this.users(change, accounts),
      UserRole: (change) => {
        if (change.operation === 'insert') for (const row of change.newRows) putRoleGroups(rows, nameIt(context, 'UserRole', row), textOf(row, 'Id') as string, textOf(row, 'PortalAccountId') !== null);
        versions.membersChanged();
      },
      Group: (change) => {
        if (change.operation === 'insert') for (const row of change.newRows) nameIt(context, 'Group', row);
        versions.membersChanged();
      },
      GroupMember: members,
      PermissionSetAssignment: (change) => {
        if (change.operation === 'insert') eachRow(change, (row) => checkAssignment(context, catalog, row));
        versions.rightsChanged();
      },
      Account: (change) => {
        if (change.operation === 'update' && accounts.ownersChanged(change)) versions.membersChanged();
      },
      PermissionSet: refused, PermissionSetGroup: refused, PermissionSetGroupComponent: refused, ObjectPermissions: refused, FieldPermissions: refused, SetupEntityAccess: refused,
    };
  }

  afterWrite(change: RowChange): void {
    const name = change.object.name;
    if (Object.hasOwn(this.consequences, name)) this.consequences[name]?.(change);
  }

  private users(change: RowChange, accounts: PartnerAccounts): void {
    if (change.operation === 'delete') throw new PlatformError('DELETE_OPERATION_TOO_LARGE', 'Users cannot be deleted: deactivate them instead.');
    if (change.operation === 'insert') eachRow(change, (row) => completeUser(this.context, this.catalog, accounts, row));
    const touched = (fields: readonly string[]): boolean => change.operation === 'insert' || change.newRows.some((row, index) => fields.some((name) => differs(row, change.oldRows[index], name)));
    if (touched(MEMBER_FIELDS)) this.versions.membersChanged();
    else if (touched(USER_FIELDS)) this.versions.rightsChanged();
    else if (touched(['TimeZoneSidKey', 'LocaleSidKey', 'LanguageLocaleKey', 'FirstName', 'LastName', 'Email', 'Username'])) this.versions.rightsChanged();
  }
}

/** Roles and groups made by DML without a developer name take it from their name. */
function nameIt(context: Context, object: string, row: Row): string {
  const given = textOf(row, 'DeveloperName');
  if (given) return given;
  const made = (textOf(row, 'Name') ?? '').replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '') || 'X';
  context.database.sql.run(`UPDATE ${ident(object)} SET "DeveloperName" = ? WHERE "Id" = ?`, [made, textOf(row, 'Id')]);
  row['DeveloperName'] = made;
  return made;
}

function differs(row: Row, old: Row | undefined, field: string): boolean {
  return (row[field] ?? null) !== (old?.[field] ?? null);
}
