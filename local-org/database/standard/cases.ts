/**
 * Cases: when they are closed, whose they are, and the internal comment that comes with them
 * (https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_case.htm).
 */
import { stamp } from '../dml/build';
import { good, idOf } from '../dml/item';
import type { Row } from '../types';
import { writeRelated } from './related';
import { closesCase, means } from './statuses';
import type { StandardBehaviour, Step } from './types';

/** IsClosed follows the status at any time; the moment of closing is kept from the first close until the case is opened again. */
function derive({ machine, operation, items }: Step): void {
  const { store } = machine;
  for (const { row, old, input } of good(items)) {
    const closed = means(store.org, 'Case', 'Status', row['Status'], closesCase);
    row['IsClosed'] = closed;
    if (operation === 'insert') row['IsClosedOnCreate'] = closed;
    if (!closed) row['ClosedDate'] = null;
    else if (old?.['IsClosed'] !== true && !input['ClosedDate']) row['ClosedDate'] = stamp(store);
  }
  if (operation === 'insert') takeAccounts(machine, good(items).map((item) => item.row));
}

/** A case with a contact and no account is one of the contact's account. */
function takeAccounts({ store }: Step['machine'], rows: readonly Row[]): void {
  const open = rows.filter((row) => typeof row['ContactId'] === 'string' && (row['AccountId'] === null || row['AccountId'] === undefined));
  if (open.length === 0) return;
  const found = store.connection.all('SELECT "Id" AS id, "AccountId" AS account FROM "Contact" WHERE "IsDeleted" = 0 AND "Id" IN (SELECT value FROM json_each(?))', [JSON.stringify(open.map((row) => row['ContactId']))]);
  const accounts = new Map(found.map((row) => [row['id'], row['account']]));
  for (const row of open) row['AccountId'] = (accounts.get(row['ContactId'] as string) as string | null | undefined) ?? null;
}

/** The field Comments is a way in, not a place: what it brings becomes an internal comment. */
function follow(step: Step): void {
  const comments = good(step.items).filter((item) => typeof item.input['Comments'] === 'string' && item.input['Comments'] !== '');
  if (comments.length === 0) return;
  writeRelated(step, 'insert', 'CaseComment', comments.map((item): Row => ({ ParentId: idOf(item.row), CommentBody: item.input['Comments'] as string, IsPublished: false })));
  step.machine.store.connection.run('UPDATE "Case" SET "Comments" = NULL WHERE "Id" IN (SELECT value FROM json_each(?))', [JSON.stringify(comments.map((item) => idOf(item.row)))]);
  for (const item of comments) item.row['Comments'] = null;
}

export const CASE: StandardBehaviour = { derive, follow };
