import type { Summary } from 'c/prmPartnerHome';

export const SUMMARY: Summary = {
  partnerName: 'Saigon Systems',
  tierName: 'Gold',
  offersWaiting: 4,
  offersDueSoon: 1,
  openLeads: 12,
  staleLeads: 0,
  wonThisYear: 3,
  nextDueAt: '2099-01-01T00:00:00Z',
  waiting: [
    { kind: 'offer', id: 'a01000000000008', title: 'Mekong Trade', detail: 'Hanoi, VN', dueAt: '2099-01-01T00:00:00Z' },
    { kind: 'lead', id: 'a01000000000009', title: 'Contoso', detail: null, dueAt: null },
  ],
};
