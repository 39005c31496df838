/** What can be told of a claim, without what differs from claim to claim. */
import type { Platform } from '../../../../local-org/server';
import { rows } from '../race/people';
import type { People, RacedClaim } from './arena';

const CLAIM = 'PRM_Status__c, PRM_Version__c, PRM_Round__c, PRM_Complaint__c, PRM_Claimed_Total__c, PRM_Approved_Total__c, PRM_Question__c, PRM_Answer__c, PRM_Appeal_Reason__c, PRM_Payment_Reference__c, PRM_Return_State__c, PRM_Decided_By__c, PRM_Adjudicator__c, PRM_First_Decider__c, PRM_Decided_At__c, PRM_Appealed_At__c, PRM_Paid_At__c, PRM_Pay_Due_On__c, PRM_Appeal_Until__c';

export function stateOf(platform: Platform, people: People, { claimId, lineIds }: RacedClaim): unknown {
  const words = new Map<unknown, string>([...Object.entries(people).map(([name, id]): [unknown, string] => [id, name]), ...lineIds.map((id, index): [unknown, string] => [id, `line ${index + 1}`])]);
  const read = (soql: string, binds: Readonly<Record<string, string>> = { id: claimId }): unknown[][] => rows(platform, soql, binds).map((row) => Object.entries(row).filter(([field]) => field !== 'Id').map(([, value]) => words.get(value) ?? value));
  return {
    claim: read(`SELECT ${CLAIM} FROM PRM_Warranty_Claim__c WHERE Id = :id`),
    lines: read('SELECT PRM_Position__c, PRM_Quantity__c, PRM_Claimed__c, PRM_Outcome__c, PRM_Approved__c, PRM_Reason_Codes__c FROM PRM_Claim_Line__c WHERE PRM_Claim__c = :id ORDER BY PRM_Position__c'),
    ledger: read('SELECT PRM_Entry__c, PRM_Line__c, PRM_Amount__c, PRM_Round__c FROM PRM_Claim_Ledger__c WHERE PRM_Claim__c = :id').map((entry) => JSON.stringify(entry)).sort(),
    decisions: read('SELECT PRM_Line__c, PRM_Outcome__c FROM PRM_Claim_Decision__c WHERE PRM_Claim__c = :id ORDER BY Id'),
    recoveries: rows(platform, 'SELECT Id FROM PRM_Supplier_Recovery__c WHERE PRM_Claim__c = :id', { id: claimId }).length,
    money: read('SELECT PRM_Direction__c, PRM_Amount__c FROM PRM_Exchange_Entry__c WHERE PRM_Evidence__c = :evidence ORDER BY Id', { evidence: `PRM_Warranty_Claim__c:${claimId}` }),
    promises: read('SELECT PRM_Kind__c, PRM_Kept__c FROM PRM_Relationship_Fact__c WHERE PRM_Evidence__c = :evidence ORDER BY PRM_Kind__c, Id', { evidence: `PRM_Warranty_Claim__c:${claimId}` }),
  };
}
