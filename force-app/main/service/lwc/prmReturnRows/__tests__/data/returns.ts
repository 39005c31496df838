import type { Return, ReturnDetail, ReturnLine, ReturnPage } from 'c/prmReturnRows';

export const each = (own: Partial<Return> = {}): Return => ({
  id: 'a02000000000001AAA', name: 'RA-0001', partnerName: 'Nordlicht', claimName: 'WC-0001', claimStatus: 'Approved', claimStatusLabel: 'Approved', status: 'Shipped', statusLabel: 'Shipped', dueOn: '2026-03-10', carrier: 'DHL', tracking: 'T-1', isOpen: true, ...own,
});

export const line = (own: Partial<ReturnLine> = {}): ReturnLine => ({ id: 'a03000000000001AAA', part: 'Seal', serial: 'PS-1', quantity: 2, ...own });
export const pageOf = (items: readonly Return[]): ReturnPage => ({ items, total: items.length, pageNumber: 1, pageSize: 25 });
export const detailOf = (own: Partial<Return> = {}, lines: readonly ReturnLine[] = [line()]): ReturnDetail => ({ item: each(own), lines });
