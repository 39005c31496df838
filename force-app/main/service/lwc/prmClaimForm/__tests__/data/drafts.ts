import type { Terms } from 'c/prmClaimCaps';
import { EMPTY_DRAFT, withLine, type ClaimDraft } from 'c/prmClaimForm';

export const TERMS: Terms = {
  parts: [
    { id: '01t000000000001', name: 'T-1 · Impeller', price: 120, currencyCode: 'EUR' },
    { id: '01t000000000002', name: 'T-2 · Seal', price: null },
  ],
  labours: [
    { id: 'a0L000000000001', name: 'L-1 · Change seal', hours: 2, faultCodeIds: ['a0F000000000001'] },
    { id: 'a0L000000000002', name: 'L-2 · Change motor', hours: 5, faultCodeIds: ['a0F000000000002'] },
  ],
  limits: { currencyCode: 'EUR', labourRate: 60, labourTolerance: 1.2, partMarkup: 1.1, travelCapKm: 200, travelRate: 0.5, claimCap: 1000 },
};

/** A claim for which all is typed but its lines. */
export const TYPED: ClaimDraft = {
  ...EMPTY_DRAFT,
  serial: 'SN-1',
  failureDate: '2026-11-01',
  repairDate: '2026-11-03',
  usage: '120,5',
  faultCodeId: 'a0F000000000001',
  causalPartId: '01t000000000001',
  complaint: 'It leaks',
  correction: 'Seal changed',
};

/** The same with one part for 120.00. */
export const WITH_PART: ClaimDraft = withLine(TYPED, 'Part', { partId: '01t000000000001', unitPrice: '120' });
