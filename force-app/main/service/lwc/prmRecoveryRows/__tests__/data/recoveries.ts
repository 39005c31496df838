import type { Recovery, RecoveryPage, RecoverySum } from 'c/prmRecoveryRows';

export const recovery = (own: Partial<Recovery> = {}): Recovery => ({
  id: 'a04000000000001AAA', name: 'SR-0001', supplierName: 'Sealtech', partName: 'Seal', claimName: 'WC-0001', status: 'Open', statusLabel: 'Open', percent: 60, amount: 138, currencyCode: 'EUR', deadline: '2026-03-10', overdue: false, recovered: 0, next: ['Sent'], ...own,
});

export const pageOf = (items: readonly Recovery[]): RecoveryPage => ({ items, total: items.length, pageNumber: 1, pageSize: 25 });

export const sum = (own: Partial<RecoverySum> = {}): RecoverySum => ({
  supplierId: '001000000000001AAA', supplierName: 'Sealtech', currencyCode: 'EUR', count: 3, total: 300, notAsked: 50, waiting: 100, accepted: 40, refused: 20, lapsed: 30, recovered: 100, ...own,
});
