import type { Card, Column, Explanation, PartnerChoice, Ranked } from 'c/prmDistribution';

const HOUR = 3_600_000;
const ago = (hours: number): string => new Date(Date.now() - hours * HOUR).toISOString();

/** A lead that found nobody. */
export const queued = (changes: Partial<Card> = {}): Card => ({
  leadId: '00Q000000000001',
  name: 'Lan Nguyen',
  company: 'Sông Hồng Foods',
  countryCode: 'VN',
  product: 'GTX Pro',
  status: 'Queued',
  reason: 'NO_AGREEMENT',
  reasonLabel: 'No agreement in force',
  createdAt: ago(5),
  ...changes,
});

/** An offer that waits for an answer, an hour old, with three to go. */
export const offered = (changes: Partial<Card> = {}): Card => ({
  leadId: '00Q000000000002',
  offerId: 'a01000000000002',
  name: 'OF-00000002',
  company: 'Isar Maschinenbau',
  countryCode: 'DE',
  product: 'MG Special',
  status: 'Offered',
  partnerId: '001000000000001',
  partnerName: 'Alpenland IT',
  stage: 'New',
  createdAt: ago(1),
  offeredAt: ago(1),
  dueAt: ago(-3),
  ...changes,
});

/** Work of a partner that lies still. */
export const stale = (changes: Partial<Card> = {}): Card => offered({ leadId: '00Q000000000003', offerId: 'a01000000000003', company: 'Old Mill', status: 'Accepted', stage: 'Contacted', dueAt: null, lastActivityAt: ago(24 * 20), ...changes });

const LABELS: Readonly<Record<string, string>> = { unrouted: 'Unrouted', offered: 'Offered', accepted: 'Accepted', stale: 'Stale' };

export const column = (key: string, cards: readonly Card[] = [], total = cards.length): Column => ({ key, label: LABELS[key] ?? key, total, cards });

/** The four columns with one card in each but the third. */
export const board = (): Column[] => [column('unrouted', [queued()]), column('offered', [offered()]), column('accepted'), column('stale', [stale()])];

/** A partner who can be given a lead. */
export const partner = (changes: Partial<PartnerChoice> = {}): PartnerChoice => ({ id: '001000000000001', name: 'Alpenland IT', tierName: 'Gold', openLeads: 12, cap: 300, available: true, ...changes });

const ranked = (name: string, changes: Partial<Ranked>): Ranked => ({ partnerId: name, partnerName: name, eligible: true, picked: false, weight: 1, score: 1, ...changes });

/** Two partners in question, one left out. */
export const explanation = (changes: Partial<Explanation> = {}): Explanation => ({
  leadId: '00Q000000000002',
  ruleName: 'Germany',
  way: 'ROUND_ROBIN',
  decidedAt: ago(1),
  eligibleCount: 2,
  pickedName: 'Alpenland IT',
  rows: [
    ranked('Alpenland IT', { picked: true, weight: 2, score: 1.25 }),
    ranked('Rheinwerk', { weight: 1.5, score: 0.8 }),
    ranked('Mekong Soft', { eligible: false, reason: 'NO_PARTNER_IN_TERRITORY', reasonLabel: 'No partner in the territory', weight: null, score: null }),
  ],
  ...changes,
});
