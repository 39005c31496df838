import locale from '@salesforce/i18n/locale';
import type { Page } from 'c/prmUiPaging';

/** `PrmQueueItem`: a claim that waits for a person. */
export interface QueueItem {
  readonly id: string;
  readonly name: string;
  readonly partnerName?: string | null;
  readonly productName?: string | null;
  readonly typeLabel?: string | null;
  readonly claimed?: number | null;
  readonly currencyCode?: string | null;
  readonly submittedAt?: string | null;
  readonly dueAt?: string | null;
  readonly appealed?: boolean | null;
  readonly goodwill?: boolean | null;
  readonly adjudicatorName?: string | null;
  readonly mine?: boolean | null;
  readonly flags?: number | null;
  /** Why the reader must not decide it. */
  readonly refusal?: string | null;
}

/** `PrmAdjudicationQueue.Page`. */
export type QueuePage = Page<QueueItem>;

/** `PrmRuleReason`. */
export interface Reason {
  readonly code: string;
  readonly outcome: string;
  readonly amount?: number | null;
  readonly internal?: boolean | null;
  readonly sentence?: string | null;
  readonly decides?: boolean | null;
}

/** `PrmClaimFile.Line`. */
export interface ClaimLine {
  readonly id: string;
  readonly position: number;
  readonly kindLabel: string;
  readonly subject?: string | null;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly claimed: number;
  readonly outcome: string;
  readonly outcomeLabel: string;
  readonly approved?: number | null;
  readonly reason?: string | null;
  readonly reasons: readonly Reason[];
  readonly proposed?: number | null;
}

/** `PrmClaimFile.Event`. */
export interface PieceEvent {
  readonly id: string;
  readonly day: string;
  readonly title: string;
  readonly detail?: string | null;
}

/** `PrmClaimFile.Flag`. */
export interface Flag {
  readonly id: string;
  readonly kind: string;
  readonly detail?: string | null;
  readonly score?: number | null;
  readonly state: string;
  readonly stateLabel: string;
}

/** `PrmClaimFile`. */
export interface ClaimFile {
  readonly item: QueueItem;
  readonly status: string;
  readonly serial?: string | null;
  readonly failureDate?: string | null;
  readonly repairDate?: string | null;
  readonly usage?: number | null;
  readonly complaint?: string | null;
  readonly correction?: string | null;
  readonly goodwillReason?: string | null;
  readonly appealReason?: string | null;
  readonly question?: string | null;
  readonly answer?: string | null;
  readonly proofs: number;
  readonly lines: readonly ClaimLine[];
  readonly history: readonly PieceEvent[];
  readonly flags: readonly Flag[];
}

export type Outcome = 'Approved' | 'Adjusted' | 'Rejected';

/** What the person has chosen for a line so far. */
export interface Choice {
  readonly outcome?: Outcome;
  readonly amount: string;
  readonly reason: string;
}

/** What the server is sent: `PrmAdjudicatorController.LineChoice`. */
export interface LineChoice {
  readonly lineId: string;
  readonly outcome: Outcome;
  readonly approved: number | null;
  readonly reason: string;
}

export type Choices = Readonly<Record<string, Choice>>;
export type Fault = 'undecided' | 'amount' | 'reason';

const WAITING = new Set(['Review', 'Open']);

/** "1,234.50 EUR" as the reader writes numbers. */
export function moneyText(amount: number | null | undefined, currencyCode: string | null | undefined): string {
  if (amount === null || amount === undefined) return '';
  const number = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(amount);
  return currencyCode ? `${number} ${currencyCode}` : number;
}

/** Whether a person must decide the line. */
export const isWaiting = (line: ClaimLine): boolean => WAITING.has(line.outcome);

/** What is proposed for an adjustment: what the rules would pay, else what was approved or claimed. */
export const proposedAmount = (line: ClaimLine): number => line.proposed ?? line.approved ?? line.claimed;

/** Nothing is chosen at first: lines that do not wait keep what the rules decided. */
export const firstChoice = (line: ClaimLine): Choice => ({ amount: String(proposedAmount(line)), reason: '' });

/** What is wrong with the choice of a line; nothing for one that keeps its decision. */
export function faultOf(line: ClaimLine, choice: Choice): Fault | undefined {
  if (!choice.outcome) return isWaiting(line) ? 'undecided' : undefined;
  if (choice.outcome === 'Adjusted') {
    const amount = Number(choice.amount);
    if (choice.amount.trim() === '' || !(amount >= 0) || amount > line.claimed) return 'amount';
  }
  return choice.outcome !== 'Approved' && choice.reason.trim() === '' ? 'reason' : undefined;
}

/** What is sent: lines for which something was chosen. */
export function toSend(lines: readonly ClaimLine[], choices: Choices): LineChoice[] {
  return lines.flatMap((line) => {
    const choice = choices[line.id];
    if (!choice?.outcome) return [];
    return [{ lineId: line.id, outcome: choice.outcome, approved: choice.outcome === 'Adjusted' ? Number(choice.amount) : null, reason: choice.reason.trim() }];
  });
}

/** Sum of what would be paid by the choices made, lines that are undecided left out. */
export function approvedTotal(lines: readonly ClaimLine[], choices: Choices): number {
  return lines.reduce((sum, line) => {
    const choice = choices[line.id];
    if (choice?.outcome === 'Approved') return sum + line.claimed;
    if (choice?.outcome === 'Adjusted') return sum + (Number(choice.amount) || 0);
    if (choice?.outcome === 'Rejected' || isWaiting(line)) return sum;
    return sum + (line.approved ?? 0);
  }, 0);
}

/** The line to go on with: the next after this one that waits and has no choice yet. */
export function nextWaiting(lines: readonly ClaimLine[], choices: Choices, after?: string): string | undefined {
  const from = lines.findIndex((line) => line.id === after) + 1;
  return [...lines.slice(from), ...lines.slice(0, from)].find((line) => isWaiting(line) && !choices[line.id]?.outcome)?.id;
}

/** The claim beside this one in the list. */
export function neighbourOf(items: readonly QueueItem[], id: string | undefined, step: 1 | -1): string | undefined {
  const index = items.findIndex((item) => item.id === id);
  if (index < 0) return items[0]?.id;
  return items[Math.min(Math.max(index + step, 0), items.length - 1)]?.id;
}

/** Which claim comes next when one leaves the list. */
export function following(items: readonly QueueItem[], id: string): string | undefined {
  const index = items.findIndex((item) => item.id === id);
  return (items[index + 1] ?? items[index - 1])?.id;
}

/** `PrmClaimCostController.Cost`: what the claims of one product, partner or fault cost. */
export interface Cost {
  readonly name?: string | null;
  readonly claims: number;
  readonly claimed: number;
  readonly approved: number;
}

/** `PrmClaimCostController.Costs`. */
export interface Costs {
  readonly rows: readonly Cost[];
  readonly currencyCode: string;
  readonly complete: boolean;
}
