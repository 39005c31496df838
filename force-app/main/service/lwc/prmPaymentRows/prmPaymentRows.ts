import asked from '@salesforce/label/c.PRM_UI_PAY_Asked';
import blockedLabel from '@salesforce/label/c.PRM_UI_PAY_Blocked';
import overdueLabel from '@salesforce/label/c.PRM_UI_PAY_Overdue';
import ready from '@salesforce/label/c.PRM_UI_PAY_Ready';
import { moneyText, statusTone, type ClaimDetail } from 'c/prmClaims';
import type { Flag, Row } from 'c/prmUiList';
import type { Page } from 'c/prmUiPaging';
import { joined } from 'c/prmUiText';

/** `PrmPaymentView.Item`. */
export interface Payment {
  readonly id: string;
  readonly name: string;
  readonly claimNumber?: string | null;
  readonly partnerName?: string | null;
  readonly status: string;
  readonly statusLabel: string;
  readonly amount: number;
  readonly currencyCode: string;
  readonly payDueOn?: string | null;
  readonly overdue: boolean;
  /** Why it cannot be paid yet. */
  readonly blocked?: string | null;
  readonly paidAt?: string | null;
  readonly reference?: string | null;
  readonly clawbackReason?: string | null;
  readonly clawbackAskedBy?: string | null;
  readonly clawbackAskedAt?: string | null;
  readonly clawbackMine: boolean;
}

/** `PrmPaymentView.Page`. */
export type PaymentPage = Page<Payment>;

/** `PrmPaymentView.Total`. */
export interface PaymentTotal {
  readonly currencyCode: string;
  readonly ready: number;
  readonly readyCount: number;
  readonly blocked: number;
  readonly blockedCount: number;
}

/** `PrmPaymentView.Detail`. */
export interface PaymentDetail {
  readonly payment: Payment;
  readonly claim: ClaimDetail;
}

const OWED: readonly string[] = ['Approved', 'Partly Approved'];

export const isOwed = ({ status }: Payment): boolean => OWED.includes(status);
/** Whether it can be paid now. */
export const isPayable = (payment: Payment): boolean => isOwed(payment) && !payment.blocked;

/** What stands out about a claim: what blocks it, that it is late, that its money is asked back. */
export function stateOf(payment: Payment): Flag {
  if (payment.blocked) return { label: blockedLabel, tone: 'warning' };
  if (payment.overdue) return { label: overdueLabel, tone: 'error' };
  if (isOwed(payment)) return { label: ready, tone: 'success' };
  if (payment.status === 'Paid' && payment.clawbackReason) return { label: asked, tone: 'warning' };
  return { label: payment.statusLabel, tone: statusTone(payment.status) };
}

/** One line of the list. */
export function rowOf(payment: Payment): Row {
  return {
    id: payment.id,
    secondary: joined(' · ', payment.partnerName, payment.claimNumber),
    locked: !isPayable(payment),
    cells: {
      name: payment.name,
      amount: moneyText(payment.amount, payment.currencyCode),
      due: payment.payDueOn,
      state: stateOf(payment),
      paidAt: payment.paidAt,
      reference: payment.reference,
    },
  };
}

/** Sums by currency as a person writes them: "EUR 120.00, USD 10.00". Currencies are never added up. */
export function sumsText(payments: readonly Payment[]): string {
  const cents = new Map<string, number>();
  for (const { amount, currencyCode } of payments) cents.set(currencyCode, (cents.get(currencyCode) ?? 0) + Math.round(amount * 100));
  return [...cents].map(([code, sum]) => moneyText(sum / 100, code)).join(', ');
}
