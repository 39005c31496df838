import type { Payment, PaymentDetail, PaymentPage } from 'c/prmPaymentRows';

export const payment = (own: Partial<Payment> = {}): Payment => ({
  id: 'a01000000000001AAA', name: 'WC-0001', claimNumber: 'GAR-7', partnerName: 'Nordlicht', status: 'Approved', statusLabel: 'Approved', amount: 230, currencyCode: 'EUR', payDueOn: '2026-03-10', overdue: false, blocked: null, clawbackMine: false, ...own,
});

export const pageOf = (items: readonly Payment[]): PaymentPage => ({ items, total: items.length, pageNumber: 1, pageSize: 25 });

export const detailOf = (own: Partial<Payment> = {}): PaymentDetail => ({
  payment: payment(own),
  claim: { lines: [], ledger: [{ id: 'l1', entry: 'Approved', entryLabel: 'Approved', amount: 230, happenedAt: '2026-03-01T10:00:00.000Z' }] } as unknown as PaymentDetail['claim'],
});
