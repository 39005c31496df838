import locale from '@salesforce/i18n/locale';
import answer from '@salesforce/label/c.PRM_UI_CLAIM_Waits_Answer';
import draft from '@salesforce/label/c.PRM_UI_CLAIM_Waits_Draft';
import ship from '@salesforce/label/c.PRM_UI_CLAIM_Waits_Ship';
import type { Flag, Row } from 'c/prmUiList';
import type { Page } from 'c/prmUiPaging';
import type { Tone } from 'c/prmUiState';
import { joined } from 'c/prmUiText';

/** Kind of data on the page's bus. */
export const CLAIMS_CHANGED = 'service.claims';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** `PrmMyClaimsController.Item`. */
export interface Claim {
  readonly id: string;
  readonly name: string;
  readonly claimNumber?: string | null;
  readonly type: string;
  readonly typeLabel: string;
  readonly status: string;
  readonly statusLabel: string;
  readonly serial?: string | null;
  readonly productName?: string | null;
  readonly customerName?: string | null;
  readonly claimed?: number | null;
  readonly approved?: number | null;
  readonly currencyCode?: string | null;
  readonly submittedAt?: string | null;
  readonly reviewDueAt?: string | null;
  readonly answerDueAt?: string | null;
  readonly payDueOn?: string | null;
  readonly paidAt?: string | null;
  /** ANSWER, SHIP or DRAFT where the partner must do something. */
  readonly waits?: string | null;
}

export type ClaimPage = Page<Claim>;

/** `PrmMyClaimsController.Line`. */
export interface ClaimLine {
  readonly id: string;
  readonly position: number;
  readonly kindLabel: string;
  readonly what?: string | null;
  readonly description?: string | null;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly claimed?: number | null;
  readonly approved?: number | null;
  readonly outcome: string;
  readonly outcomeLabel: string;
  readonly reason?: string | null;
}

/** `PrmMyClaimsController.Entry`. */
export interface LedgerEntry {
  readonly id: string;
  readonly entry: string;
  readonly entryLabel: string;
  readonly amount: number;
  readonly happenedAt: string;
}

/** `PrmMyClaimsController.ReturnSlip`. */
export interface ReturnSlip {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly statusLabel: string;
  readonly disposition: string;
  readonly dueOn?: string | null;
  readonly carrier?: string | null;
  readonly tracking?: string | null;
  readonly shippedOn?: string | null;
  readonly mismatch?: string | null;
  readonly toShip: boolean;
  readonly lines: readonly { readonly id: string; readonly part?: string | null; readonly serial?: string | null; readonly quantity: number }[];
}

/** `PrmMyClaimsController.Detail`. */
export interface ClaimDetail {
  readonly claim: Claim;
  readonly failureDate?: string | null;
  readonly repairDate?: string | null;
  readonly usage?: number | null;
  readonly fault?: string | null;
  readonly causalPart?: string | null;
  readonly complaint?: string | null;
  readonly correction?: string | null;
  readonly goodwillReason?: string | null;
  readonly question?: string | null;
  readonly answer?: string | null;
  readonly appealUntil?: string | null;
  readonly appealReason?: string | null;
  readonly validUntil?: string | null;
  readonly paymentReference?: string | null;
  readonly clawbackReason?: string | null;
  readonly canEdit: boolean;
  readonly canAnswer: boolean;
  readonly canCancel: boolean;
  readonly canAppeal: boolean;
  readonly canAccept: boolean;
  readonly canUse: boolean;
  readonly canAddProofs: boolean;
  readonly lines: readonly ClaimLine[];
  readonly ledger: readonly LedgerEntry[];
  readonly returns: readonly ReturnSlip[];
}

/** `PrmMyClaimsController.Summary`: what waits for the partner, and its money on the way. */
export interface ClaimSummary {
  readonly toAnswer: number;
  readonly toShip: number;
  readonly drafts: number;
  readonly underReview: number;
  /** Approved and not yet paid, by currency. */
  readonly onItsWay: readonly { readonly currencyCode: string; readonly amount: number }[];
  readonly waiting: readonly Claim[];
}

const TONES: Readonly<Record<string, Tone>> = {
  Submitted: 'info',
  'Under Review': 'info',
  'Information Requested': 'warning',
  Approved: 'success',
  'Partly Approved': 'warning',
  Rejected: 'error',
  Appealed: 'info',
  Paid: 'success',
  'Clawed Back': 'error',
};
const OUTCOME_TONES: Readonly<Record<string, Tone>> = { Approved: 'success', Adjusted: 'warning', Rejected: 'error', Review: 'info' };
const WAITS: Readonly<Record<string, Flag>> = {
  ANSWER: { label: answer, tone: 'warning' },
  SHIP: { label: ship, tone: 'warning' },
  DRAFT: { label: draft, tone: 'neutral' },
};

export const statusTone = (status: string): Tone => TONES[status] ?? 'neutral';
export const outcomeTone = (outcome: string): Tone => OUTCOME_TONES[outcome] ?? 'neutral';
export const waitsFlag = (waits: string | null | undefined): Flag | undefined => WAITS[waits ?? ''];

/** An amount in the reader's language with its own currency; empty for nothing. */
export function moneyText(amount: number | null | undefined, currencyCode: string | null | undefined): string {
  if (amount === null || amount === undefined) return '';
  if (!currencyCode) return new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(amount);
  return new Intl.NumberFormat(locale, { style: 'currency', currency: currencyCode, currencyDisplay: 'code' }).format(amount);
}

/** What a claim is called: the partner's own number where there is one. */
export const titleOf = (claim: Claim): string => claim.claimNumber || claim.name;

/** One line of the list. */
export function rowOf(claim: Claim): Row {
  return {
    id: claim.id,
    secondary: joined(' · ', claim.productName, claim.serial, claim.customerName),
    flag: waitsFlag(claim.waits),
    cells: {
      title: titleOf(claim),
      status: { label: claim.statusLabel, tone: statusTone(claim.status) },
      claimed: moneyText(claim.claimed, claim.currencyCode),
      approved: moneyText(claim.approved, claim.currencyCode),
      submittedAt: claim.submittedAt,
    },
  };
}
