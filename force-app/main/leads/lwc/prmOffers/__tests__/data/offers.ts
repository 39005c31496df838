import type { Offer, OfferPage } from 'c/prmOffers';

const MINUTE = 60_000;

/** An offer that was made an hour ago and runs out in three. */
export const offer = (changes: Partial<Offer> = {}): Offer => ({
  id: 'a01000000000001',
  name: 'LO-0001',
  company: 'Sông Hồng Foods',
  city: 'Hanoi',
  countryCode: 'VN',
  product: 'GTX Pro',
  language: 'vi',
  valueBand: 'MEDIUM',
  valueBandLabel: '10,000 to 50,000',
  status: 'Offered',
  statusLabel: 'Offered',
  offeredAt: new Date(Date.now() - 60 * MINUTE).toISOString(),
  dueAt: new Date(Date.now() + 180 * MINUTE).toISOString(),
  explanation: 'You serve Vietnam and master GTX Pro.',
  pool: false,
  canAnswer: true,
  ...changes,
});

export const pageOf = (items: readonly Offer[], total = items.length): OfferPage => ({ items, total, pageNumber: 1, pageSize: 12 });
