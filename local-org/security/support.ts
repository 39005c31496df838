/** What this floor supports, read from its own tables. */
import { USER_LICENSES } from './profiles/licenses';
import { STANDARD_PROFILES } from './profiles/standard';
import { SYSTEM_PERMISSIONS } from './profiles/systemPermissions';
import { ELEMENTS } from './rights/elements';
import { SUPPORTED_OPERATIONS } from './sharing/criteria';
import { SUPPORTED_PARTIES } from './sharing/ruleXml';

export function supportList(): Readonly<Record<string, readonly string[]>> {
  return {
    licences: USER_LICENSES.map((license) => license.name),
    profiles: STANDARD_PROFILES.map((profile) => profile.name),
    systemPermissions: SYSTEM_PERMISSIONS,
    permissionSetElements: Object.keys(ELEMENTS.PermissionSet),
    profileElements: Object.keys(ELEMENTS.Profile),
    sharedWith: SUPPORTED_PARTIES,
    sharingCriteria: SUPPORTED_OPERATIONS,
  };
}
