/** What partners, managers and the clock do with an offer. */
import { execute } from '../../locks/boundary';
import { call, NOTHING_TO_DO, type Act, type Outcome } from '../race/act';
import { rows } from '../race/people';
import { DUE, type OfferArena, type OfferedLead } from './arena';

/** Whoever comes before the time is over, and the job that finds it over. */
const IN_TIME = DUE - 60;
const OVERDUE = DUE + 60;

export function offerActs(arena: OfferArena): readonly Act<OfferedLead>[] {
  const { platform, managerId } = arena;
  return [
    {
      name: 'accept', at: IN_TIME,
      run: ({ offerId, personId }) => call(platform, personId, 'PrmOfferInboxController.accept', { offerId }),
      refusals: ['PRM_Already_Taken', 'PRM_Offer_Expired', 'PRM_Not_Found'],
    },
    {
      name: 'decline', at: IN_TIME,
      run: ({ offerId, personId }) => call(platform, personId, 'PrmOfferInboxController.decline', { offerId, reason: 'TOO_BUSY', note: '' }),
      refusals: ['PRM_Already_Answered', 'PRM_Offer_Expired', 'PRM_Not_Found'],
    },
    { name: 'expire', at: OVERDUE, run: (record) => expire(arena, record), refusals: [] },
    {
      name: 'recall', at: IN_TIME,
      run: ({ offerId }) => call(platform, managerId, 'PrmLeadBoardController.recall', { offerId, seenStatus: 'Offered', note: '' }),
      refusals: ['PRM_Already_Answered', 'PRM_Lead_Changed_Meanwhile'],
    },
    {
      name: 'hand over', at: IN_TIME,
      run: ({ leadId, offerId, otherId }) => call(platform, managerId, 'PrmLeadBoardController.handOver', { leadId, partnerId: otherId, note: '', seenOfferId: offerId, seenStatus: 'Offered' }),
      refusals: ['PRM_Lead_Changed_Meanwhile'],
    },
  ];
}


/** A job tells nobody: it leaves a mark, or finds that nothing is overdue any more. */
function expire({ platform }: OfferArena, { offerId }: OfferedLead): Outcome {
  const marks = (): readonly Record<string, unknown>[] => rows(platform, `SELECT PRM_Message__c FROM PRM_Log__c WHERE PRM_Source__c = 'PrmOfferExpiryJob' ORDER BY Id`);
  const before = marks().length;
  execute(platform, 'new PrmOfferExpiryJob().execute(null);');
  const mark = marks()[before];
  if (mark) return { done: false, told: String(mark['PRM_Message__c']) };
  const status = rows(platform, 'SELECT PRM_Status__c FROM PRM_Lead_Offer__c WHERE Id = :id', { id: offerId })[0]?.['PRM_Status__c'];
  return status === 'Expired' ? { done: true } : { done: false, told: NOTHING_TO_DO };
}
