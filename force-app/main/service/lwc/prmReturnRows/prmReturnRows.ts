import announced from '@salesforce/label/c.PRM_UI_RETURN_Announced';
import announcedSerial from '@salesforce/label/c.PRM_UI_RETURN_Announced_Serial';
import backToReview from '@salesforce/label/c.PRM_UI_RETURN_Back_To_Review';
import came from '@salesforce/label/c.PRM_UI_RETURN_Came';
import cameSerial from '@salesforce/label/c.PRM_UI_RETURN_Came_Serial';
import stands from '@salesforce/label/c.PRM_UI_RETURN_Claim_Stands';
import type { Flag, Row } from 'c/prmUiList';
import type { Page } from 'c/prmUiPaging';
import type { Tone } from 'c/prmUiState';
import { fill, joined } from 'c/prmUiText';

/** Kind of data on the page's bus. */
export const RETURNS_CHANGED = 'service.returns';

/** `PrmReturnView.Item`. */
export interface Return {
  readonly id: string;
  readonly name: string;
  readonly partnerName?: string | null;
  readonly claimName?: string | null;
  readonly claimStatus?: string | null;
  readonly claimStatusLabel?: string | null;
  readonly status: string;
  readonly statusLabel: string;
  readonly dueOn?: string | null;
  readonly carrier?: string | null;
  readonly tracking?: string | null;
  readonly shippedOn?: string | null;
  readonly receivedAt?: string | null;
  readonly mismatch?: string | null;
  readonly waiveReason?: string | null;
  readonly isOpen: boolean;
}

/** `PrmReturnView.Page`. */
export type ReturnPage = Page<Return>;

/** `PrmReturnView.Line`. */
export interface ReturnLine {
  readonly id: string;
  readonly part?: string | null;
  readonly serial?: string | null;
  readonly quantity: number;
  readonly receivedQuantity?: number | null;
  readonly receivedSerial?: string | null;
  readonly note?: string | null;
}

/** `PrmReturnView.Detail`. */
export interface ReturnDetail {
  readonly item: Return;
  readonly lines: readonly ReturnLine[];
}

/** `PrmReturnReceipt`: what came of one line. */
export interface Receipt {
  readonly lineId: string;
  readonly quantity: number;
  readonly serial: string;
  readonly note: string;
}

const TONES: Readonly<Record<string, Tone>> = { Issued: 'info', Shipped: 'info', Overdue: 'error', Received: 'success', Mismatch: 'error' };

export const stateOf = ({ status, statusLabel }: Return): Flag => ({ label: statusLabel, tone: TONES[status] ?? 'neutral' });
export const shipmentOf = ({ carrier, tracking }: Return): string => joined(' ', carrier, tracking);

/** One line of the list. */
export function rowOf(each: Return): Row {
  return {
    id: each.id,
    secondary: each.partnerName ?? '',
    cells: { name: each.name, claim: each.claimName, state: stateOf(each), due: each.dueOn, shipment: shipmentOf(each) },
  };
}

export const announcedText = ({ quantity, serial }: ReturnLine): string => (serial ? fill(announcedSerial, quantity, serial) : fill(announced, quantity));

/** What came of a line; empty before it came. */
export function cameText({ receivedQuantity, receivedSerial }: ReturnLine): string {
  if (receivedQuantity === null || receivedQuantity === undefined) return '';
  return receivedSerial ? fill(cameSerial, receivedQuantity, receivedSerial) : fill(came, receivedQuantity);
}

/** What follows from a mismatch; empty where there is none. */
export function consequenceOf({ mismatch, claimName, claimStatus, claimStatusLabel }: Return): string {
  if (!mismatch) return '';
  return claimStatus === 'Under Review' ? fill(backToReview, claimName ?? '') : fill(stands, claimName ?? '', claimStatusLabel ?? '');
}

const key = (line: ReturnLine, field: string): string => `${line.id}.${field}`;

/** Names of a line's fields in the form, and in its draft. */
export const fieldsOf = (line: ReturnLine): { quantity: string; serial: string; note: string } => ({ quantity: key(line, 'quantity'), serial: key(line, 'serial'), note: key(line, 'note') });

/** What the form holds when everything came as announced. */
export const asAnnounced = (lines: readonly ReturnLine[]): Record<string, string> =>
  Object.fromEntries(
    lines.flatMap((line) => [
      [key(line, 'quantity'), String(line.quantity)],
      [key(line, 'serial'), line.serial ?? ''],
    ])
  );

/** What was typed, as the server takes it. */
export const receiptsOf = (lines: readonly ReturnLine[], values: Readonly<Record<string, string>>): Receipt[] =>
  lines.map((line) => ({
    lineId: line.id,
    quantity: Number(values[key(line, 'quantity')]),
    serial: (values[key(line, 'serial')] ?? '').trim(),
    note: (values[key(line, 'note')] ?? '').trim(),
  }));
