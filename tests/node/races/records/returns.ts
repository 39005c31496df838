/** A part that must come back, of a claim whose appeal waits for a decision: its partner sends it while nothing is granted any more. */
import { execute } from '../../locks/boundary';
import { verdicts } from '../claims/arena';
import { call } from '../race/act';
import { rows } from '../race/people';
import { found, idOf, type Kind, type RecordWorld } from './world';

/** Granted by the rules: from 500 on parts come back. */
const GRANTED = 600;

let made = 0;

const submitted = (serial: string): string => `
Id partnerId = [SELECT Id FROM Account WHERE Name = 'West' WITH SYSTEM_MODE].Id;
PRM_Warranty_Claim__c claim = new PRM_Warranty_Claim__c(PRM_Partner__c = partnerId, PRM_Type__c = 'Claim', PRM_Status__c = 'Submitted', PRM_Version__c = 1, PRM_Round__c = 1, PRM_Serial__c = '${serial}', PRM_Currency_Code__c = 'EUR');
PrmClaimGate.open();
insert as system claim;
insert as system new PRM_Claim_Line__c(PRM_Claim__c = claim.Id, PRM_Position__c = 1, PRM_Kind__c = 'Part', PRM_Part__c = [SELECT Id FROM Product2 WHERE Name = 'Burner' WITH SYSTEM_MODE].Id, PRM_Quantity__c = 1, PRM_Unit_Price__c = 2000, PRM_Outcome__c = 'Open');
PrmClaimGate.close();`;

export function partReturn(world: RecordWorld): Kind {
  const { platform, people } = world;
  const lineOf = (claimId: string): string => idOf(platform, 'SELECT Id FROM PRM_Claim_Line__c WHERE PRM_Claim__c = :name', claimId);
  const returnOf = (claimId: string): string => idOf(platform, 'SELECT Id FROM PRM_Return_Authorisation__c WHERE PRM_Claim__c = :name', claimId);
  return {
    arena: {
      ...world,
      fresh: () => {
        const serial = `RETURN-${made++}`;
        execute(platform, submitted(serial));
        const claimId = idOf(platform, 'SELECT Id FROM PRM_Warranty_Claim__c WHERE PRM_Serial__c = :name', serial);
        const claim = `new Set<Id>{ '${claimId}' }`;
        execute(platform, verdicts(claim, 'Adjusted', GRANTED));
        expect(call(platform, people.one, 'PrmMyClaimsController.appeal', { claimId, reason: 'It was a new burner' })).toEqual({ done: true });
        execute(platform, verdicts(claim, 'Review', 0));
        return claimId;
      },
      stateOf: (claimId) => ({
        claim: found(platform, 'SELECT PRM_Status__c, PRM_Return_State__c, PRM_Approved_Total__c FROM PRM_Warranty_Claim__c WHERE Id = :id', claimId),
        returns: found(platform, 'SELECT PRM_Status__c, PRM_Tracking__c, PRM_Shipped_On__c FROM PRM_Return_Authorisation__c WHERE PRM_Claim__c = :id', claimId),
      }),
      check: () => {
        // Whoever is owed nothing owes nothing.
        const open = rows(platform, `SELECT Id FROM PRM_Return_Authorisation__c WHERE PRM_Claim__r.PRM_Status__c = 'Rejected' AND PRM_Status__c != 'Waived'`);
        expect(open).toEqual([]);
      },
    },
    acts: [
      { name: 'the adjudicator rejects', at: 0, run: (claimId) => call(platform, people.adjudicator, 'PrmAdjudicatorController.decide', { claimId, lines: [{ lineId: lineOf(claimId), outcome: 'Rejected', approved: 0, reason: 'Worn' }] }), refusals: [], follows: ['the partner sends it'] },
      { name: 'the partner sends it', at: 0, run: (claimId) => call(platform, people.one, 'PrmMyClaimsController.ship', { returnId: returnOf(claimId), carrier: 'Carrier', tracking: 'T-1' }), refusals: ['PRM_Return_Not_Movable'] },
    ],
  };
}
