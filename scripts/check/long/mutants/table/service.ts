/** Mutants of catalogue and service: who decides and pays claims, what partners read of it, what a claim may ask for. */
import { apex } from '../commands';
import type { Mutant } from '../types';

const CLAIMS = 'force-app/main/service/classes/claims';
const ADJUDICATION = 'force-app/main/service/classes/adjudication';
const LOCK = 'force-app/main/catalogue/classes/PrmCentralLock.cls';

export const SERVICE: readonly Mutant[] = [
  {
    name: 'who decided first decides the appeal too', floor: 'service', file: `${CLAIMS}/PrmClaimDecider.cls`, tests: [apex('PrmHandDecisionsTest')],
    search: 'userId == claim.PRM_First_Decider__c', replace: 'userId == null',
  },
  {
    name: 'colleagues of the claimant decide', floor: 'service', file: `${CLAIMS}/PrmClaimDecider.cls`, tests: [apex('PrmHandDecisionsTest')],
    search: "UserInfo.getUserType() != 'Standard'", replace: "UserInfo.getUserType() == ''",
  },
  {
    name: 'whoever filed a claim decides it', floor: 'service', file: `${CLAIMS}/PrmClaimDecider.cls`, tests: [apex('PrmHandDecisionsTest')],
    search: 'userId == claim.CreatedById || userId == claim.PRM_Submitted_By__c', replace: 'userId == claim.CreatedById',
  },
  {
    name: 'what was cut is paid too', floor: 'service', file: `${CLAIMS}/PrmClaimLedger.cls`, tests: [apex('PrmClaimMoneyTest')],
    search: 'sum(claimId, APPROVED, lineId) - sum(claimId, PAID, lineId)', replace: 'sum(claimId, APPROVED, lineId) + sum(claimId, ADJUSTED, lineId)',
  },
  {
    name: 'a claim is paid before its parts are back', floor: 'service', file: `${CLAIMS}/PrmClaimPayments.cls`, tests: [apex('PrmReturnsTest')],
    search: '!PrmReturns.SETTLED.contains(', replace: "before.Name == '' && !PrmReturns.SETTLED.contains(",
  },
  {
    name: 'one approver takes a payment back alone', floor: 'service', file: `${CLAIMS}/PrmClaimClawback.cls`, tests: [apex('PrmClaimMoneyTest')],
    search: 'before.PRM_Clawback_Asked_By__c == UserInfo.getUserId()', replace: 'UserInfo.getUserId() == null',
  },
  {
    name: 'a claim number counts for all partners', floor: 'service', file: `${CLAIMS}/PrmClaimNumbers.cls`, tests: [apex('PrmClaimCheckTest')],
    search: "return claim.PRM_Partner__c + ':' +", replace: "return ':' +",
  },
  {
    name: 'a claim number is used twice', floor: 'service', file: `${CLAIMS}/PrmClaimNumbers.cls`, tests: [apex('PrmClaimCheckTest')],
    // The query and the field's uniqueness both refuse; without the key neither does.
    search: 'claim.PRM_Number_Key__c = key;', replace: 'claim.PRM_Number_Key__c = null;',
  },
  {
    name: 'the price of a part has no cap', floor: 'service', file: `${ADJUDICATION}/facts/PrmLineFacts.cls`, tests: [apex('PrmAdjudicationJobTest')],
    search: 'amount(line, null, allowed)', replace: 'amount(line, null, null)',
  },
  {
    name: 'partners read reasons that are kept from them', floor: 'service', file: `${ADJUDICATION}/rules/PrmLineDecision.cls`, tests: [apex('PrmRuleEngineTest')],
    search: '!reason.internal && !reason.decides', replace: '!reason.decides',
  },
  {
    name: 'the audit draws the same claims by every version', floor: 'service', file: `${ADJUDICATION}/rules/PrmHouseRules.cls`, tests: [apex('PrmRuleEngineTest')],
    search: "Blob.valueOf(claimKey + ':' + version)", replace: "Blob.valueOf(claimKey + ':')",
  },
  {
    name: 'central records have no lock', floor: 'catalogue', file: LOCK, tests: [apex('PrmCentralLockTest')],
    search: 'if (PrmInsiders.isRunningUser()) {', replace: 'if (PrmInsiders.isRunningUser() || OPENED.isEmpty()) {',
  },
  {
    name: 'the lock of central records stays open', floor: 'catalogue', file: LOCK, tests: [apex('PrmCentralLockTest')],
    search: 'OPENED.removeAll(ids);', replace: 'OPENED.addAll(ids);',
  },
];
