import type { Claim, ClaimDetail, ClaimPage, ClaimSummary, ReturnSlip } from 'c/prmClaims';

export const claim = (fields: Partial<Claim> = {}): Claim => ({
  id: 'a01000000000001',
  name: 'WC-0001',
  claimNumber: 'C-100',
  type: 'Claim',
  typeLabel: 'Claim',
  status: 'Information Requested',
  statusLabel: 'Information requested',
  serial: 'SN-1',
  productName: 'Pump 500',
  customerName: 'Hansa Werft',
  claimed: 230,
  approved: null,
  currencyCode: 'EUR',
  submittedAt: '2026-11-20T08:00:00.000Z',
  reviewDueAt: '2026-11-30T08:00:00.000Z',
  answerDueAt: '2036-11-28T08:00:00.000Z',
  waits: 'ANSWER',
  ...fields,
});

export const pageOf = (items: readonly Claim[], total = items.length): ClaimPage => ({ items, total, pageNumber: 1, pageSize: 25 });

export const slip = (fields: Partial<ReturnSlip> = {}): ReturnSlip => ({
  id: 'a02000000000001',
  name: 'RA-0001',
  status: 'Issued',
  statusLabel: 'Issued',
  disposition: 'Return',
  dueOn: '2026-12-10',
  toShip: true,
  lines: [{ id: 'a03000000000001', part: 'T-1 · Impeller', serial: 'P-77', quantity: 1 }],
  ...fields,
});

export const detail = (fields: Partial<ClaimDetail> = {}): ClaimDetail => ({
  claim: claim(),
  failureDate: '2026-11-01',
  repairDate: '2026-11-03',
  usage: 120.5,
  fault: 'F-1 · Leaks',
  causalPart: 'T-1 · Impeller',
  complaint: 'It leaks',
  correction: 'Seal changed',
  question: 'Which seal?',
  canEdit: true,
  canAnswer: true,
  canCancel: true,
  canAppeal: false,
  canAccept: false,
  canUse: false,
  canAddProofs: true,
  lines: [
    { id: 'a04000000000001', position: 1, kindLabel: 'Part', what: 'T-1 · Impeller', quantity: 1, unitPrice: 120, claimed: 120, approved: 100, outcome: 'Adjusted', outcomeLabel: 'Adjusted', reason: 'Cut to the list price.' },
    { id: 'a04000000000002', position: 2, kindLabel: 'Travel', description: 'Two trips', quantity: 220, unitPrice: 0.5, claimed: 110, outcome: 'Open', outcomeLabel: 'Open' },
  ],
  ledger: [
    { id: 'a05000000000001', entry: 'Claimed', entryLabel: 'Claimed', amount: 230, happenedAt: '2026-11-20T08:00:00.000Z' },
    { id: 'a05000000000002', entry: 'Approved', entryLabel: 'Approved', amount: 210, happenedAt: '2026-11-21T08:00:00.000Z' },
    { id: 'a05000000000003', entry: 'Approved', entryLabel: 'Approved', amount: -10, happenedAt: '2026-11-22T08:00:00.000Z' },
    { id: 'a05000000000004', entry: 'Paid', entryLabel: 'Paid', amount: 150, happenedAt: '2026-11-23T08:00:00.000Z' },
  ],
  returns: [],
  ...fields,
});

export const SUMMARY: ClaimSummary = {
  toAnswer: 1,
  toShip: 2,
  drafts: 0,
  underReview: 3,
  onItsWay: [
    { currencyCode: 'EUR', amount: 1200 },
    { currencyCode: 'VND', amount: 500000 },
  ],
  waiting: [claim(), claim({ id: 'a01000000000002', claimNumber: 'C-101', status: 'Draft', statusLabel: 'Draft', waits: 'DRAFT' })],
};
