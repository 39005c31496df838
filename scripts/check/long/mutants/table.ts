/** Mutants: small changes that each break one thing, and the command that must turn red. */

export interface Mutant {
  readonly name: string;
  /** Floor of the local org, or `package`. */
  readonly floor: string;
  readonly file: string;
  /** Text that stands exactly once in the file. */
  readonly search: string;
  readonly replace: string;
  /** Command in the tree's root; passes without the mutant, fails with it. */
  readonly test: readonly string[];
}

const jest = (path: string): readonly string[] => ['node_modules/.bin/jest', '--selectProjects=node', `--testPathPattern=${path}`, '--silent'];
const conformance = (part: string): readonly string[] => ['node_modules/.bin/tsx', 'local-org/conformance/run.ts', '--case', part];
const apex = (testClass: string): readonly string[] => ['node_modules/.bin/tsx', 'local-org/cli/main.ts', 'test', '--class', testClass];

/** Head and first query of the class that proves access to an offer. */
const OFFER_ACCESS = `public with sharing class PrmOfferAccess {
    /**
     * The offer, if the user sees it.
     * @param offerId id as it came from outside
     * @return its id, lead, partner and status
     */
    public static PRM_Lead_Offer__c offer(String offerId) {
        Id wanted = idOf(offerId, PRM_Lead_Offer__c.SObjectType);
        List<PRM_Lead_Offer__c> found = [
            SELECT Id, PRM_Lead__c, PRM_Partner__c, PRM_Status__c
            FROM PRM_Lead_Offer__c
            WHERE Id = :wanted
            WITH USER_MODE`;

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'a master-detail on an object with its own sharing is accepted', floor: 'schema', file: 'local-org/schema/build/complete.ts', test: jest('local-org/schema/tests/fields'),
    search: 'if (masters.length > 0 && !controlled) throw', replace: 'if (masters.length > 99 && !controlled) throw',
  },
  {
    name: 'lookups to objects that do not exist are accepted', floor: 'schema', file: 'local-org/schema/build/complete.ts', test: conformance('a lookup to nothing'),
    search: 'if (!target) throw new SourceError(`referenceTo value', replace: 'if (!target) return name; if (!name) throw new SourceError(`referenceTo value',
  },
  {
    name: 'blank numbers of formulas are never zero', floor: 'formula', file: 'local-org/formula/language/checker.ts', test: conformance('blanksAreZeroOrBlankAsTheFormulaSays'),
    search: "this.scope.blanks === 'asZero')", replace: "this.scope.blanks === undefined)",
  },
  {
    name: 'order with a blank holds', floor: 'formula', file: 'local-org/formula/language/operators.ts', test: jest('local-org/formula/tests'),
    search: 'return !isBlank(a) && !isBlank(b) && holds(compare(a, b));', replace: 'return isBlank(a) || isBlank(b) || holds(compare(a, b));',
  },
  {
    name: 'division by zero gives a number', floor: 'formula', file: 'local-org/formula/language/operators.ts', test: jest('local-org/formula/tests'),
    search: "if (b.isZero()) throw new FormulaFault('Division by zero'); return a.div(b);", replace: 'return b.isZero() ? a : a.div(b);',
  },
  {
    name: 'validation rules are not asked', floor: 'database', file: 'local-org/database/dml/rules.ts', test: conformance('aValidationRuleIsADmlException'),
    search: 'if (plan.rules.length === 0) return;', replace: 'if (plan.rules.length >= 0) return;',
  },
  {
    name: 'roll-ups count deleted children', floor: 'database', file: 'local-org/database/dml/rollups.ts', test: conformance('changesAndDeletionsAreFollowed'),
    search: 'joinSql([sql(`${columns.base}."IsDeleted" = 0`), sql(`${link} IN', replace: 'joinSql([sql(`${columns.base}."IsDeleted" >= 0`), sql(`${link} IN',
  },
  {
    name: 'a row that another transaction holds can be taken', floor: 'database', file: 'local-org/database/transaction/transactions.ts', test: jest('local-org/database/tests'),
    search: 'if (held.length > 0) throw new PlatformError', replace: 'if (held.length > 1e9) throw new PlatformError',
  },
  {
    name: 'guarded fields need no lock', floor: 'database', file: 'local-org/database/dml/guard.ts', test: jest('local-org/database/tests'),
    search: "if (!fields || origin.kind !== 'apex' || origin.test) return;", replace: "if (!fields || origin.kind !== 'platform') return;",
  },
  {
    name: 'every field may be read', floor: 'security', file: 'local-org/security/security.ts', test: conformance('userModeRefusesAHiddenField'),
    search: '  canReadField(userId: string, field: FieldModel): boolean {\n    return (this.rightsOf(userId).field(field) & FIELD_READ) !== 0;', replace: '  canReadField(userId: string, field: FieldModel): boolean {\n    return (this.rightsOf(userId).field(field) & FIELD_READ) >= 0;',
  },
  {
    name: 'superiors do not see what lies below them', floor: 'security', file: 'local-org/security/records/principals.ts', test: conformance('rolesSeeWhatLiesBelowThem'),
    search: 'if (!member.roleId) return [];', replace: 'if (member.roleId !== undefined) return [];',
  },
  {
    name: 'a new owner leaves manual shares', floor: 'security', file: 'local-org/security/sharing/shareRows.ts', test: conformance('aNewOwnerEndsManualSharesAndKeepsApexOnes'),
    search: "['Owner', 'Manual']", replace: "['Owner']",
  },
  {
    name: 'integers do not wrap', floor: 'apex', file: 'local-org/apex/compiler/expressions/operators.ts', test: conformance('integersWrapAtThirtyTwoBits'),
    search: 'return `(${a} ${operator} ${b} | 0)`;', replace: 'return `(${a} ${operator} ${b})`;',
  },
  {
    name: 'limits are counted and not enforced', floor: 'apex', file: 'local-org/apex/runtime/data/limits.ts', test: conformance('theQueryAfterAHundredIsALimitException'),
    search: 'if (x.limits[counter] > x.services.caps[counter]) throw', replace: 'if (x.limits[counter] < 0) throw',
  },
  {
    name: 'a wrong session is taken for the administrator', floor: 'server', file: 'local-org/server/http/listen.ts', test: conformance('without a session nothing is answered'),
    search: 'platform.security.sessionUser(token);', replace: 'platform.security.sessionUser(token) ?? platform.security.adminUserId;',
  },
  {
    name: 'pages of other sites may write', floor: 'web', file: 'local-org/web/http/session.ts', test: jest('local-org/web/tests/http'),
    search: "if ((site !== undefined && site !== 'same-origin') || (origin !== undefined && origin !== request.origin)) {", replace: "if (site === '' && origin === '') {",
  },
  {
    name: 'the start address may lead to another host', floor: 'web', file: 'local-org/web/http/session.ts', test: jest('local-org/web/tests/http'),
    search: '!/^\\/(?![/\\\\])/.test(path)', replace: '!/^\\//.test(path)',
  },
  {
    name: 'offers are changed without a lock', floor: 'package', file: 'force-app/main/leads/classes/offers/PrmOfferStore.cls', test: apex('PrmOfferAnswersTest'),
    search: 'PRM_Status__c IN :PrmLeadStatus.OPEN)\n                WITH SYSTEM_MODE\n                FOR UPDATE', replace: 'PRM_Status__c IN :PrmLeadStatus.OPEN)\n                WITH SYSTEM_MODE',
  },
  {
    name: 'the counters of the round robin are changed without a lock', floor: 'package', file: 'force-app/main/leads/classes/routing/PrmRoutingData.cls', test: apex('PrmRoutingJobTest'),
    search: 'WHERE PRM_Rule__c IN :ruleById.keySet()\n                WITH SYSTEM_MODE\n                FOR UPDATE', replace: 'WHERE PRM_Rule__c IN :ruleById.keySet()\n                WITH SYSTEM_MODE',
  },
  {
    // Either alone changes nothing for records: user mode shares whatever the class says, and system mode follows the class.
    name: 'an offer is read without proving that the user sees it', floor: 'package', file: 'force-app/main/leads/classes/offers/PrmOfferAccess.cls', test: apex('PrmOfferAnswersTest'),
    search: OFFER_ACCESS, replace: OFFER_ACCESS.replace('with sharing', 'without sharing').replace('USER_MODE', 'SYSTEM_MODE'),
  },
  {
    name: 'a lead is locked by nobody while its offer is answered', floor: 'package', file: 'force-app/main/leads/classes/offers/PrmOfferStore.cls', test: apex('PrmOfferAnswersTest'),
    search: 'WHERE Id IN :known\n                WITH SYSTEM_MODE\n                FOR UPDATE', replace: 'WHERE Id IN :known\n                WITH SYSTEM_MODE',
  },
  {
    name: 'the cap is passed by one', floor: 'package', file: 'force-app/main/leads/classes/routing/PrmEligibility.cls', test: apex('PrmRouterTest'),
    search: 'candidate.openLeads < cap;', replace: 'candidate.openLeads <= cap;',
  },
];
