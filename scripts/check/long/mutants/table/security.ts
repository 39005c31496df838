/** Mutants of the security floor. */
import { conformance, nodeTests, rights } from '../commands';
import type { Mutant } from '../types';

export const SECURITY: readonly Mutant[] = [
  {
    name: 'every field may be read', floor: 'security', file: 'local-org/security/security.ts', tests: [conformance('userModeRefusesAHiddenField')],
    search: '  canReadField(userId: string, field: FieldModel): boolean {\n    return (this.rightsOf(userId).field(field) & FIELD_READ) !== 0;', replace: '  canReadField(userId: string, field: FieldModel): boolean {\n    return (this.rightsOf(userId).field(field) & FIELD_READ) >= 0;',
  },
  {
    name: 'superiors do not see what lies below them', floor: 'security', file: 'local-org/security/records/principals.ts', tests: [conformance('rolesSeeWhatLiesBelowThem')],
    search: 'if (!member.roleId) return [];', replace: 'if (member.roleId !== undefined) return [];',
  },
  {
    name: 'a new owner leaves manual shares', floor: 'security', file: 'local-org/security/sharing/shareRows.ts', tests: [conformance('aNewOwnerEndsManualSharesAndKeepsApexOnes')],
    search: "['Owner', 'Manual']", replace: "['Owner']",
  },
  {
    name: 'muted rights of a group are held', floor: 'security', file: 'local-org/security/rights/catalog.ts', tests: [rights('trainee')],
    search: 'for (const mute of mutes) muteRights(rights, mute);', replace: 'for (const mute of mutes) addRights(rights, mute);',
  },
  {
    name: 'users outside have the default of users inside', floor: 'security', file: 'local-org/security/records/predicate.ts', tests: [rights('alpha')],
    search: 'const model = rights.external ? object.externalSharingModel : object.sharingModel;', replace: 'const model = object.sharingModel;',
  },
  {
    name: 'a group without hierarchies is seen from above', floor: 'security', file: 'local-org/security/records/principals.ts', tests: [rights('director')],
    search: 'if (bosses && !own.has(group)) inherited.add(group);', replace: 'if (!own.has(group) || bosses) inherited.add(group);',
  },
  {
    name: 'details are written by who reads their master', floor: 'security', file: 'local-org/security/records/predicate.ts', tests: [rights('stranger')],
    search: 'access === \'read\' || reference.writeRequiresMasterRead ? \'read\' : \'edit\';', replace: 'access === \'read\' || reference.writeRequiresMasterRead ? \'read\' : \'read\';',
  },
  {
    name: 'a share to edit lets one delete', floor: 'security', file: 'local-org/security/records/levels.ts', tests: [rights('southClerk')],
    search: 'delete: [\'All\'],', replace: 'delete: [\'Edit\', \'All\'],',
  },
  {
    name: 'a share to edit lets one give the record away', floor: 'security', file: 'local-org/security/records/levels.ts', tests: [rights('southClerk')],
    search: 'transfer: [\'All\'],', replace: 'transfer: [\'Edit\', \'All\'],',
  },
  {
    name: 'every field may be written', floor: 'security', file: 'local-org/security/security.ts', tests: [rights('clerk')],
    search: '  canEditField(userId: string, field: FieldModel): boolean {\n    return (this.rightsOf(userId).field(field) & FIELD_EDIT) !== 0;', replace: '  canEditField(userId: string, field: FieldModel): boolean {\n    return (this.rightsOf(userId).field(field) & FIELD_EDIT) >= 0;',
  },
  {
    name: 'view all edits all', floor: 'security', file: 'local-org/security/records/predicate.ts', tests: [rights('berthViewer')],
    search: 'if (access === \'read\' && (bits & VIEW_ALL || rights.has(\'ViewAllData\'))) return \'all\';', replace: 'if (bits & VIEW_ALL || rights.has(\'ViewAllData\')) return \'all\';',
  },
  {
    name: 'rights on an object need no grant', floor: 'security', file: 'local-org/security/rights/effective.ts', tests: [rights('registrar')],
    search: 'let bits = this.rights.objects.get(object.name.toLowerCase()) ?? 0;', replace: 'let bits = (this.rights.objects.get(object.name.toLowerCase()) ?? 0) | READ;',
  },
  {
    name: 'sharing rules reach records that do not meet their criteria', floor: 'security', file: 'local-org/security/sharing/rules.ts', tests: [rights('hand')],
    search: 'AND (${rule.criteria.text})`', replace: 'OR (${rule.criteria.text})`',
  },
  {
    name: 'a session outlives its user', floor: 'security', file: 'local-org/security/users/logins.ts', tests: [nodeTests('local-org/server/tests/access')],
    search: 'JOIN "User" u ON u."Id" = s.user_id WHERE s.token = ? AND u."IsActive" = 1\'', replace: 'JOIN "User" u ON u."Id" = s.user_id WHERE s.token = ?\'',
  },
  {
    name: 'an inactive user may own a record', floor: 'security', file: 'local-org/security/sharing/owners.ts', tests: [nodeTests('local-org/security/tests/sharing')],
    search: 'if (user[\'active\'] !== 1) return', replace: 'if (user[\'active\'] === 7) return',
  },
  {
    name: 'a permission set goes to users whose licence does not allow it', floor: 'security', file: 'local-org/security/users/assignments.ts', tests: [nodeTests('local-org/security/tests')],
    search: 'if (rights) checkLicense(', replace: 'if (rights?.name === \'\') checkLicense(',
  },
];
