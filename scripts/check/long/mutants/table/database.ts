/** Mutants of the database floor. */
import { conformance, nodeTests, rights } from '../commands';
import type { Mutant } from '../types';

export const DATABASE: readonly Mutant[] = [
  {
    name: 'validation rules are not asked', floor: 'database', file: 'local-org/database/dml/rules.ts', tests: [conformance('aValidationRuleIsADmlException')],
    search: 'if (plan.rules.length === 0) return;', replace: 'if (plan.rules.length >= 0) return;',
  },
  {
    name: 'roll-ups count deleted children', floor: 'database', file: 'local-org/database/dml/rollups.ts', tests: [conformance('changesAndDeletionsAreFollowed')],
    search: 'joinSql([sql(`${columns.base}."IsDeleted" = 0`), sql(`${link} IN', replace: 'joinSql([sql(`${columns.base}."IsDeleted" >= 0`), sql(`${link} IN',
  },
  {
    name: 'a row that another transaction holds can be taken', floor: 'database', file: 'local-org/database/transaction/transactions.ts', tests: [nodeTests('local-org/database/tests')],
    search: 'if (held.length > 0) throw new PlatformError', replace: 'if (held.length > 1e9) throw new PlatformError',
  },
  {
    name: 'guarded fields need no lock', floor: 'database', file: 'local-org/database/dml/guard.ts', tests: [nodeTests('local-org/database/tests')],
    search: "if (!fields || origin.kind !== 'apex' || origin.test) return;", replace: "if (!fields || origin.kind !== 'platform') return;",
  },
  {
    name: 'writing needs no right on the object', floor: 'database', file: 'local-org/database/dml/rights.ts', tests: [rights('reader')],
    search: 'if (!request.userMode || !store.access) return;', replace: 'if (store.access !== null) return;',
  },
  {
    name: 'a record that is only read may be written', floor: 'database', file: 'local-org/database/dml/rights.ts', tests: [rights('stranger')],
    search: 'else if (!writable.has(id)) fail(item, \'INSUFFICIENT_ACCESS_OR_READONLY\', \'insufficient access rights on object id\');', replace: 'else if (writable.size < 0) missing(item);',
  },
  {
    name: 'a record is given away without the right to', floor: 'database', file: 'local-org/database/dml/rights.ts', tests: [rights('southClerk')],
    search: 'for (const item of moved) if (!allowed.has(idOf(item.row))) fail(', replace: 'for (const item of moved) if (allowed.size < 0) fail(',
  },
  {
    name: 'details are made under masters that may not be edited', floor: 'database', file: 'local-org/database/dml/references.ts', tests: [rights('stranger')],
    search: 'else if (own && !writable.has(id)) fail(', replace: 'else if (own && writable.size < 0) fail(',
  },
  {
    name: 'hidden fields are read by SOQL', floor: 'database', file: 'local-org/database/soql/compile/rights.ts', tests: [rights('clerk')],
    search: '  if (!first) return;', replace: '  if (first || !first) return;',
  },
  {
    name: 'hidden objects are read by SOQL', floor: 'database', file: 'local-org/database/soql/compile/rights.ts', tests: [rights('nobody')],
    search: 'if (!access.objectRights(userId, query.object).read) throw', replace: 'if (access.objectRights(userId, query.object).modifyAll && !access.objectRights(userId, query.object).read) throw',
  },
  {
    name: 'shares with a reason are written by anyone', floor: 'database', file: 'local-org/database/dml/shares.ts', tests: [rights('clerk')],
    search: 'if (!request.sharing || !String(item.row.RowCause).endsWith(\'__c\')) return true;', replace: 'if (item) return true;',
  },
  {
    name: 'a share may give no more than the default', floor: 'database', file: 'local-org/database/dml/shares.ts', tests: [rights('loner')],
    search: '} else if (isTrivial(fields.shared, item.row[fields.level])) {', replace: '} else if (isTrivial(fields.shared, \'None\')) {',
  },
  {
    name: 'records are shared by who may not', floor: 'database', file: 'local-org/database/dml/shares.ts', tests: [rights('southClerk')],
    search: 'for (const item of live) if (!allowed.has(item.row[fields.parent] as string)) fail(', replace: 'for (const item of live) if (allowed.size < 0) fail(',
  },
  {
    name: 'unique values may meet', floor: 'database', file: 'local-org/database/dml/references.ts', tests: [conformance('uniqueTextMeetsItsDoubleInAnyCase')],
    search: 'if (other !== undefined && other !== item.row.Id && !leaving.has(other)) duplicate(', replace: 'if (other !== undefined && leaving.has(other)) duplicate(',
  },
  {
    name: 'required fields may be empty', floor: 'database', file: 'local-org/database/dml/checks.ts', tests: [conformance('aMissingRequiredFieldIsADmlException')],
    search: 'if (missing.length > 0) fail(', replace: 'if (missing.length > 99) fail(',
  },
  {
    name: 'text may be longer than its field', floor: 'database', file: 'local-org/database/dml/checks.ts', tests: [conformance('textBeyondItsLengthIsRefused')],
    search: 'if (field.length > 0 && value.length > field.length) {', replace: 'if (field.length > 0 && value.length > field.length * 1000) {',
  },
  {
    name: 'restricted picklists take any value', floor: 'database', file: 'local-org/database/dml/checks.ts', tests: [conformance('aRestrictedPicklistRefusesOtherValues')],
    search: '  if (!allowed(field, value as string)) badValue(', replace: '  if (!allowed(field, value as string) && value === \'\') badValue(',
  },
  {
    name: 'details leave their master', floor: 'database', file: 'local-org/database/dml/references.ts', tests: [nodeTests('local-org/database/tests/dml')],
    search: 'if (item.old && item.row[field.name] !== item.old[field.name]) {', replace: 'if (item.old && item.row[field.name] === undefined) {',
  },
  {
    name: 'set-up and other records mix in one transaction', floor: 'database', file: 'local-org/database/dml/mixed.ts', tests: [nodeTests('local-org/database/tests/dml')],
    search: '  if (other !== undefined) {', replace: '  if (other === \'\') {',
  },
  {
    name: 'what others look up with restrict is deleted', floor: 'database', file: 'local-org/database/dml/remove.ts', tests: [conformance('aRestrictedLookupStopsTheDelete')],
    search: '      if (rows.length > 0) {', replace: '      if (rows.length > 99) {',
  },
];
