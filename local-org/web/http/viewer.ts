/** The viewer of pages, from the security floor. */
import type { UserInfo } from '../../security';
import type { Platform } from '../../server';
import type { Viewer } from '../pages';

/** Profiles whose name in metadata is not the one in the user interface. */
const METADATA_PROFILES: Readonly<Record<string, string>> = { 'system administrator': 'admin', 'standard user': 'standard', 'standard platform user': 'standardplatform' };

function hasPermissionSet({ database, security }: Platform, userId: string, names: readonly string[]): boolean {
  if (names.length === 0) return false;
  const text = 'SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = :user AND PermissionSet.Name IN :names LIMIT 1';
  return database.transaction(() => database.query(text, { userId: security.systemUserId, mode: 'system', sharing: false }, { binds: { user: userId, names: [...names] } })).rows.length > 0;
}

export function viewerOf(platform: Platform, user: UserInfo): Viewer {
  const { security, org } = platform;
  const profile = user.profileName.toLowerCase();
  return {
    isMember: ({ members }) => members.profiles.includes(METADATA_PROFILES[profile] ?? profile) || hasPermissionSet(platform, user.id, members.permissionSets),
    userId: user.id,
    profileName: user.profileName,
    external: user.contactId !== null,
    canSeeApp: (app) => security.canSeeApp(user.id, app),
    canSeeTab: (tab) => security.canSeeTab(user.id, tab),
    canReadObject: (name) => {
      const object = org.object(name);
      return object !== undefined && security.objectRights(user.id, object).read;
    },
  };
}
