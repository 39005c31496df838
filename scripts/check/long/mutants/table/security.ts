/** Mutants of the security floor. */
import { conformance } from '../commands';
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
];
