/** What is known of a user. */
import { PlatformError } from '../../schema';
import type { SqlValue } from '../../database';
import type { Context } from '../state/context';
import type { UserInfo } from '../types';

const text = (value: SqlValue | undefined): string => (value === null || value === undefined ? '' : String(value));
const orNull = (value: SqlValue | undefined): string | null => text(value) || null;

export function readUser(context: Context, userId: string): UserInfo {
  const row = context.database.sql.all('SELECT u.*, p."Name" AS _profile FROM "User" u LEFT JOIN "Profile" p ON p."Id" = u."ProfileId" WHERE u."Id" = ?', [userId])[0];
  if (!row) throw new PlatformError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  return {
    id: userId,
    username: text(row['Username']),
    name: text(row['Name']) || [text(row['FirstName']), text(row['LastName'])].filter(Boolean).join(' '),
    email: text(row['Email']),
    profileId: text(row['ProfileId']),
    profileName: text(row['_profile']),
    roleId: orNull(row['UserRoleId']),
    contactId: orNull(row['ContactId']),
    accountId: orNull(row['AccountId']),
    userType: text(row['UserType']) || 'Standard',
    isActive: row['IsActive'] === 1,
    timeZone: text(row['TimeZoneSidKey']) || 'UTC',
    locale: text(row['LocaleSidKey']) || 'en_US',
    language: text(row['LanguageLocaleKey']) || 'en_US',
  };
}
