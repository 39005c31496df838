/** Users, rights and shares: what the floors above read of the security floor. */
import type { AccessPolicy } from '../database';
import type { FieldModel, ObjectModel } from '../schema';

export interface UserInfo {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly profileId: string;
  readonly profileName: string;
  readonly roleId: string | null;
  readonly contactId: string | null;
  readonly accountId: string | null;
  readonly userType: string;
  readonly isActive: boolean;
  readonly timeZone: string;
  readonly locale: string;
  readonly language: string;
}

export interface Security extends AccessPolicy {
  user(userId: string): UserInfo;
  /** Custom permission, through profile, permission sets and groups. */
  hasCustomPermission(userId: string, name: string): boolean;
  /** System permission such as `ViewAllData`, `ModifyAllData`, `ApiEnabled`, `ViewSetup`, `AuthorApex`. */
  hasSystemPermission(userId: string, name: string): boolean;
  canRunClass(userId: string, className: string): boolean;
  canSeeApp(userId: string, app: string): boolean;
  canSeeTab(userId: string, tab: string): boolean;
  /** UserRecordAccess for one record. */
  recordAccess(userId: string, object: ObjectModel, recordId: string): { read: boolean; edit: boolean; delete: boolean; transfer: boolean };
  fieldRights(userId: string, field: FieldModel): { read: boolean; edit: boolean };
  /** Forgets what it computed of users and rights: after set-up rows changed. */
  invalidate(): void;
  /** The user that set-up and automated processes run as. */
  readonly systemUserId: string;
  readonly adminUserId: string;
  readonly organizationId: string;
  setPassword(userId: string, password: string): void;
  /** User id when the pair is right and the user active. */
  authenticate(username: string, password: string): string | undefined;
  createSession(userId: string): string;
  /** User id of a live session token; undefined when unknown or expired. */
  sessionUser(token: string): string | undefined;
  endSession(token: string): void;
}
