/** What this floor supports, read from its own tables. */
import { USER_LICENSES } from './profiles/licenses';
import { STANDARD_PROFILES } from './profiles/standard';
import { SYSTEM_PERMISSIONS } from './profiles/systemPermissions';
import { ELEMENTS } from './rights/elements';
import { SUPPORTED_OPERATIONS } from './sharing/criteria';
import { SUPPORTED_PARTIES } from './sharing/ruleXml';

export function supportList(): Readonly<Record<string, readonly string[]>> {
  return {
    Licences: USER_LICENSES.map((license) => license.name),
    Profiles: STANDARD_PROFILES.map((profile) => profile.name),
    'System permissions': SYSTEM_PERMISSIONS,
    'Elements of permission sets': Object.keys(ELEMENTS.PermissionSet),
    'Elements of profiles': Object.keys(ELEMENTS.Profile),
    'Records are shared with': SUPPORTED_PARTIES,
    'Operations of sharing criteria': SUPPORTED_OPERATIONS,
  };
}
