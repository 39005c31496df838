import type { Lead, LeadDetail, LeadPage, Step } from 'c/prmLeads';
import type { Choice } from 'c/prmOffers';

export const STAGES: readonly Choice[] = ['New', 'Contacted', 'Qualified', 'Proposal', 'Won', 'Lost'].map((value) => ({ value, label: `${value} stage` }));
export const REASONS: readonly Choice[] = [
  { value: 'SALE', label: 'Sale made' },
  { value: 'PRICE', label: 'Price' },
];

export const lead = (changes: Partial<Lead> = {}): Lead => ({
  id: 'a01000000000001',
  name: 'LO-0001',
  company: 'Sông Hồng Foods',
  city: 'Hanoi',
  countryCode: 'VN',
  product: 'GTX Pro',
  valueBandLabel: '10,000 to 50,000',
  status: 'Accepted',
  stage: 'Contacted',
  stageLabel: 'Contacted',
  contactName: 'Nguyễn Lan',
  contactEmail: 'lan@example.com',
  contactPhone: '+84 (24) 555-0100',
  nextStep: 'Send the offer',
  nextStepDate: '2099-12-01',
  acceptedAt: '2026-11-20T05:00:00Z',
  lastActivityAt: '2026-11-21T05:00:00Z',
  stale: false,
  open: true,
  ...changes,
});

export const step = (changes: Partial<Step> = {}): Step => ({
  id: 'a02000000000001',
  kind: 'Note',
  note: 'Called',
  happenedAt: '2026-11-21T05:00:00Z',
  author: 'Lan',
  ...changes,
});

export const pageOf = (items: readonly Lead[], total = items.length): LeadPage => ({ items, total, pageNumber: 1, pageSize: 25 });

export const detail = (changes: Partial<LeadDetail> = {}): LeadDetail => ({
  lead: lead(),
  progress: [step()],
  nextStages: [
    { value: 'Qualified', label: 'Qualified' },
    { value: 'Won', label: 'Won' },
    { value: 'Lost', label: 'Lost' },
  ],
  ...changes,
});
