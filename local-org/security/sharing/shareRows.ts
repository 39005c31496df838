/** Keeps the share rows of records: one of the owner for each record, made and moved in sets. */
import type { Row, RowChange, SqlValue } from '../../database';
import type { ObjectModel } from '../../schema';
import { shareTable, type ShareTable } from '../records/shareTable';
import { IN_LIST, ident, insertMany, textOf, type Context } from '../state/context';

export interface Grant { readonly recordId: string; readonly grantee: string; readonly level: string; readonly cause: string; /** Levels of an account's children. */ readonly children?: Readonly<Record<string, string>>; }

export class ShareRows {
  constructor(
    private readonly context: Context,
    private readonly systemUserId: () => string
  ) {}

  /** What a written record needs: the owner's row; on a new owner the manual and rule rows go, those of Apex reasons stay. */
  afterWrite(change: RowChange): readonly Row[] {
    const table = shareTable(this.context.org, change.object);
    if (!table || !change.object.field('OwnerId')) return [];
    if (change.operation === 'insert') {
      this.addOwners(table, change.object, change.newRows);
      return change.newRows;
    }
    if (change.operation !== 'update') return [];
    const moved = change.newRows.filter((row, index) => textOf(row, 'OwnerId') !== null && textOf(row, 'OwnerId') !== textOf(change.oldRows[index], 'OwnerId'));
    if (moved.length > 0) {
      this.remove(table, moved.map((row) => textOf(row, 'Id') as string), ['Owner', 'Manual']);
      this.addOwners(table, change.object, moved);
    }
    return moved;
  }

  private addOwners(table: ShareTable, object: ObjectModel, rows: readonly Row[]): void {
    const grants = rows.flatMap((row) => {
      const recordId = textOf(row, 'Id');
      const grantee = textOf(row, 'OwnerId');
      return recordId && grantee ? [{ recordId, grantee, level: 'All', cause: 'Owner' }] : [];
    });
    const levels = object.name === 'Account' ? this.childLevels(grants.map((each) => each.grantee)) : undefined;
    this.add(table, levels ? grants.map((each) => ({ ...each, children: levels.get(each.grantee) ?? NO_CHILDREN })) : grants);
  }

  /** Levels that the role of an account's owner gives on contacts, opportunities and cases. */
  private childLevels(owners: readonly string[]): Map<string, Record<string, string>> {
    const role = this.context.org.object('UserRole');
    const levels = new Map<string, Record<string, string>>();
    const column = (part: string): string => (role?.field(`${part}AccessForAccountOwner`) ? `r."${part}AccessForAccountOwner"` : "'Edit'");
    const text = `SELECT u."Id" AS id, ${column('Contact')} AS contact, ${column('Opportunity')} AS opportunity, ${column('Case')} AS kase FROM "User" u JOIN "UserRole" r ON r."Id" = u."UserRoleId" WHERE u."Id" IN ${IN_LIST}`;
    for (const row of this.context.database.sql.all(text, [JSON.stringify(owners)])) {
      levels.set(String(row['id']), { ContactAccessLevel: String(row['contact'] ?? 'Edit'), OpportunityAccessLevel: String(row['opportunity'] ?? 'None'), CaseAccessLevel: String(row['kase'] ?? 'None') });
    }
    return levels;
  }

  add(table: ShareTable, grants: readonly Grant[]): void {
    const share = table.object;
    const columns = ['Id', table.parent, 'UserOrGroupId', table.level, 'RowCause', 'LastModifiedDate', 'LastModifiedById', 'ContactAccessLevel', 'OpportunityAccessLevel', 'CaseAccessLevel'].filter((name, index) => index < 5 || share.field(name));
    const now = new Date(this.context.clock.now()).toISOString().replace(/\.\d+Z$/, '.000Z');
    const user = this.systemUserId();
    const rows = grants.map((grant) =>
      columns.map((name): string | null => {
        switch (name) {
          case 'Id':
            return this.context.database.nextId(share);
          case table.parent:
            return grant.recordId;
          case 'UserOrGroupId':
            return grant.grantee;
          case table.level:
            return grant.level;
          case 'RowCause':
            return grant.cause;
          case 'LastModifiedDate':
            return now;
          case 'LastModifiedById':
            return user;
          default:
            return (grant.children ?? NO_CHILDREN)[name] ?? 'None';
        }
      })
    );
    insertMany(this.context, ident(share.name), columns, rows);
  }

  remove(table: ShareTable, recordIds: readonly string[], causes: readonly string[]): void {
    this.context.database.sql.run(
      `DELETE FROM ${ident(table.object.name)} WHERE ${ident(table.parent)} IN ${IN_LIST} AND "RowCause" IN (${causes.map(() => '?').join(',')})`,
      [JSON.stringify(recordIds), ...causes] as SqlValue[]
    );
  }
}

const NO_CHILDREN: Readonly<Record<string, string>> = { ContactAccessLevel: 'None', OpportunityAccessLevel: 'None', CaseAccessLevel: 'None' };
