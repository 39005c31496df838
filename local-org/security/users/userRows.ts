/** Users as they are written: the licence of the profile decides what kind of user each is. */
import type { Row } from '../../database';
import { PlatformError } from '../../schema';
import type { Catalog } from '../rights/catalog';
import { ident, textOf, type Context } from '../state/context';
import type { PartnerAccounts } from './partnerAccounts';

/** Gives a new user what its profile's licence decides, or refuses it. */
export function completeUser(context: Context, catalog: Catalog, accounts: PartnerAccounts, row: Row): void {
  const profile = context.database.sql.all('SELECT "Name" AS name FROM "Profile" WHERE "Id" = ?', [textOf(row, 'ProfileId')])[0];
  const license = catalog.profiles.get(String(profile?.['name']))?.license;
  if (!license) throw new PlatformError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['ProfileId']);
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(textOf(row, 'Username') ?? '')) throw new PlatformError('INVALID_EMAIL_ADDRESS', 'Username: The username must be in the form of an email address (for example, john@acme.com)', ['Username']);
  const more: Row = { UserType: license.userType };
  if (license.external) Object.assign(more, accounts.enable(row, license));
  else if (textOf(row, 'ContactId')) throw new PlatformError('FIELD_INTEGRITY_EXCEPTION', 'Only users with a portal license can have a contact.', ['ContactId']);
  if (!textOf(row, 'CommunityNickname')) more['CommunityNickname'] = (textOf(row, 'Username') as string).split('@')[0]?.slice(0, 40) ?? null;
  write(context, row, more);
}

/** Sets columns that no caller may set, in the row and in the image that triggers will see. */
export function write(context: Context, row: Row, values: Row): void {
  const object = context.org.object('User');
  const entries = Object.entries(values).filter(([name]) => object?.field(name));
  context.database.sql.run(`UPDATE "User" SET ${entries.map(([name]) => `${ident(name)} = ?`).join(', ')} WHERE "Id" = ?`, [...entries.map(([, value]) => (typeof value === 'boolean' ? Number(value) : ((value ?? null) as string | null))), textOf(row, 'Id')]);
  for (const [name, value] of entries) row[name] = value ?? null;
}
