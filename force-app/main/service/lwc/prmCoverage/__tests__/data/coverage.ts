import type { Coverage, CoveragePage, Entitlement, Found, Problem, Registered } from 'c/prmCoverage';

export const entitlement = (values: Partial<Entitlement> = {}): Entitlement => ({
  covered: true,
  reasonCode: 'COVERED',
  reason: 'Under warranty until 14 Jan 2028, by Two years.',
  startDate: '2026-01-15',
  until: '2028-01-14',
  usageLimit: 1000,
  usageUnit: 'Hours',
  termName: 'Two years',
  goodwillPossible: false,
  ...values,
});

export const found = (values: Partial<Found> = {}): Found => ({
  assetId: '02i000000000001AAA',
  serial: 'PX-1007',
  productName: 'Pump 3000',
  productCode: 'PU-3000',
  nearSerials: [],
  several: false,
  entitlement: entitlement(),
  sales: [{ id: 'a01', kindLabel: 'Sell-Through', soldOn: '2026-01-15', buyerName: 'Anna Owner', document: 'R 7' }],
  ...values,
});

export const unknown = (nearSerials: readonly string[] = [], several = false): Found => ({ assetId: null, nearSerials, several, entitlement: null, sales: [] });

export const problem = (values: Partial<Problem> = {}): Problem => ({ position: 1, serial: 'PX', column: 'serial', message: 'Not known.', proposals: [], ...values });

export const registered = (values: Partial<Registered> = {}): Registered => ({ registered: 1, already: 0, problems: [], ...values });

export const coverage = (values: Partial<Coverage> = {}): Coverage => ({
  id: 'a02000000000001AAA',
  serial: 'PX-1007',
  productName: 'Pump 3000',
  holderName: 'Anna Owner',
  startDate: '2026-01-15',
  endDate: '2028-01-14',
  ownerNumber: 1,
  status: 'Active',
  statusLabel: 'Active',
  ...values,
});

export const pageOf = (items: readonly Coverage[], total = items.length): CoveragePage => ({ items, total, pageNumber: 1, pageSize: 25 });
