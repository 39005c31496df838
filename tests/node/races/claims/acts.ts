/** What adjudicators, partners and payers do with a claim. */
import { call, type Act } from '../race/act';
import type { ClaimWorld, RacedClaim } from './arena';

export function claimActs(world: ClaimWorld): readonly Act<RacedClaim>[] {
  const { platform, people } = world;
  return [
    {
      name: 'decide', at: 0,
      run: ({ claimId, lineIds }) => call(platform, people.adjudicator, 'PrmAdjudicatorController.decide', { claimId, lines: lineIds.map((lineId) => ({ lineId, outcome: 'Adjusted', approved: 10, reason: 'Too dear' })) }),
      refusals: ['PRM_Adjudicate_Not_Waiting'],
    },
    {
      name: 'appeal', at: 0,
      run: ({ claimId }) => call(platform, people.partner, 'PrmMyClaimsController.appeal', { claimId, reason: 'It was a new seal' }),
      refusals: ['PRM_Claim_Not_Movable', 'PRM_Claim_Accepted_Already'], follows: ['decide'],
    },
    {
      name: 'accept', at: 0,
      run: ({ claimId }) => call(platform, people.partner, 'PrmMyClaimsController.accept', { claimId }),
      refusals: ['PRM_Claim_Nothing_To_Accept'], follows: ['decide'],
    },
    {
      name: 'edit', at: 0,
      run: (record) => call(platform, people.partner, 'PrmClaimWizardController.saveDraft', { draft: draftOf(world, record) }),
      refusals: ['PRM_Claim_Fixed'],
    },
    { name: 'pay', at: 0, run: ({ claimId }) => call(platform, people.payer, 'PrmPaymentDeskController.pay', { claimIds: [claimId], reference: 'P-1' }), refusals: ['PRM_Claim_Not_Movable', 'PRM_Claim_Appeal_Open'], follows: ['decide', 'accept'] },
  ];
}

/** The claim as its partner sees it, with another complaint and a dearer first line. */
function draftOf({ faultId, today }: ClaimWorld, { claimId, lineIds, version }: RacedClaim): unknown {
  return {
    claimId, version, claimType: 'Claim', serial: 'R-1', failureDate: today, repairDate: today, faultCodeId: faultId, complaint: 'Leaks badly', currencyCode: 'EUR',
    lines: [[1, 120], [2, 30]].map(([quantity, unitPrice], index) => ({ lineId: lineIds[index], kind: 'Other', quantity, unitPrice })),
  };
}
