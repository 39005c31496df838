/**
 * Warranty claims of the demo. History came from an older system as it ended there: most paid, some with cuts, some rejected, a few
 * cancelled or clawed back. Live claims are drafts, which the loader submits: the rules decide them, each as `LIVE` says.
 */
import type { SeedRecord, SeedSet } from '../../load/records';
import { PARTNERS } from './partners';
import { bookOf, cents, CURRENCY, day, FAULTS, faultKey, LABOUR_RATE, MAKE, ownerOf, partKey, partPrice, PIECE_LIST, productKey, ref, set, soldBefore, TRAVEL_RATE, WORKS, workKey, type Fields, type Piece } from './products';

const CLAIM = 'PRM_Warranty_Claim__c';
const LINE = 'PRM_Claim_Line__c';
const HISTORY = 60;

/** A line as the partner claims it. */
interface Line { readonly kind: 'Part' | 'Labour' | 'Travel'; readonly subject?: number; readonly quantity: number; readonly price: number; }
/** What became of a line: everything, nothing, or an amount, and the sentence of the older system. */
interface Verdict { readonly outcome: 'Approved' | 'Adjusted' | 'Rejected'; readonly approved: number; readonly reason?: readonly [string, string]; }

/** How each live claim differs from one that is in order. `ask` and `appeal` say what the loader does with it after its submission. */
interface Live { readonly place: number; readonly make: 'whole' | 'hours' | 'far' | 'dear' | 'wear' | 'large'; readonly goodwill?: boolean; readonly bare?: boolean; readonly ask?: boolean; readonly appeal?: boolean; }

/** Twenty live claims; the partner goes round. In order: approved, cut, rejected, for a person to look at, asked for more. */
export const LIVE: readonly Live[] = [
  { place: 2, make: 'whole' }, { place: 1, make: 'whole' }, { place: 3, make: 'whole' }, { place: 2, make: 'whole' }, { place: 3, make: 'whole' }, { place: 6, make: 'whole' }, { place: 0, make: 'whole' },
  { place: 1, make: 'hours' }, { place: 5, make: 'far' }, { place: 3, make: 'dear' }, { place: 5, make: 'wear' }, { place: 1, make: 'hours' },
  { place: 4, make: 'whole' }, { place: 9, make: 'whole' }, { place: 7, make: 'whole', appeal: true },
  { place: 4, make: 'whole', goodwill: true }, { place: 2, make: 'large' }, { place: 1, make: 'whole', bare: true },
  { place: 6, make: 'whole', bare: true, ask: true }, { place: 3, make: 'whole', bare: true, ask: true },
];
/** Pieces of the history, by turn: every place that was sold, the last one a second time. */
const PAST_PLACES = [1, 2, 3, 5, 6, 4, 7, 0] as const;
/** What became of a claim of the history: of ten, so that about a seventh are cut and as many rejected. */
const PAST = ['paid', 'paid', 'cut', 'paid', 'paid', 'rejected', 'paid', 'paid', 'other', 'paid'] as const;
const OTHER = ['Cancelled', 'Clawed Back', 'Cancelled', 'Clawed Back', 'Cancelled', 'Closed'] as const;

const liveKey = (place: number): string => `demo:claim:live:${String(place + 1).padStart(2, '0')}`;
const pieceOf = (row: number, place: number): Piece => PIECE_LIST.find((piece) => piece.partner === PARTNERS[row]?.key && piece.place === place) as Piece;
const rowOfPartner = (piece: Piece): number => PARTNERS.findIndex(({ key }) => key === piece.partner);
/** History and live claims of one piece name different faults: a second failure of the same kind would be a repeated repair. */
const pastFault = (piece: Piece): number => piece.place % FAULTS.length;
const liveFault = (piece: Piece): number => (piece.place + 1) % FAULTS.length;

function usageOf(piece: Piece, daysInUse: number): number | null {
  return MAKE[piece.product].usage === null ? null : Math.round(daysInUse * 3);
}

function priceOf(piece: Piece, part: number): number {
  const { countryCode } = PARTNERS[rowOfPartner(piece)] as (typeof PARTNERS)[number];
  return cents(partPrice(piece.product, part) * bookOf(countryCode).share);
}

/** A part at the partner's price, the work for the fault in its standard time, and the way there. */
function linesOf(piece: Piece, fault: number, make: Live['make']): Line[] {
  const hours = WORKS[fault]?.hours ?? 1;
  const part: Line = { kind: 'Part', subject: 0, quantity: 1, price: make === 'dear' ? cents(priceOf(piece, 0) * 1.4) : priceOf(piece, 0) };
  const labour: Line = { kind: 'Labour', subject: fault, quantity: make === 'hours' ? hours * 2 : hours, price: LABOUR_RATE };
  const travel: Line = { kind: 'Travel', quantity: make === 'far' ? 340 : 40 + piece.place * 10, price: TRAVEL_RATE };
  if (make === 'wear') return [part, { kind: 'Part', subject: 2, quantity: 1, price: priceOf(piece, 2) }, labour];
  if (make === 'large') return [{ kind: 'Part', subject: 1, quantity: 16, price: priceOf(piece, 1) }, labour, travel];
  return [part, labour, travel];
}

function claimFields(piece: Piece, fault: number, number: string, failure: string, repair: string, daysInUse: number): Fields {
  const { name, key } = { name: FAULTS[fault] ?? '', key: faultKey(piece.product, fault) };
  return {
    PRM_Partner__c: ref('Account', `demo:partner:${piece.partner}`), PRM_Type__c: 'Claim', PRM_Claim_Number__c: number, PRM_Asset__c: ref('Asset', piece.key), PRM_Serial__c: piece.serial,
    PRM_Product__c: ref('Product2', productKey(piece.product)), PRM_Product_Name__c: piece.product, PRM_Failure_Date__c: failure, PRM_Repair_Date__c: repair, PRM_Usage__c: usageOf(piece, daysInUse),
    PRM_Fault_Code__c: ref('PRM_Fault_Code__c', key), PRM_Causal_Part__c: ref('Product2', partKey(piece.product, MAKE[piece.product].parts[0])),
    PRM_Complaint__c: `${piece.product}: ${name.toLowerCase()}, says the owner.`, PRM_Correction__c: `${MAKE[piece.product].parts[0]} replaced and tested.`, PRM_Customer_Name__c: ownerOf(piece), PRM_Currency_Code__c: CURRENCY, PRM_Version__c: 1,
  };
}

function lineRecords(claim: string, piece: Piece, lines: readonly Line[], verdicts?: readonly Verdict[]): SeedRecord[] {
  return lines.map(({ kind, subject, quantity, price }, place) => {
    const verdict = verdicts?.[place];
    const decided: Fields = verdict ? { PRM_Outcome__c: verdict.outcome, PRM_Approved__c: verdict.approved, ...(verdict.reason ? { PRM_Reason__c: verdict.reason[0], PRM_Reason_Text__c: verdict.reason[1], PRM_Reason_Codes__c: verdict.reason[0] } : {}) } : { PRM_Outcome__c: 'Open' };
    return {
      key: `${claim}:${place + 1}`,
      fields: {
        PRM_Claim__c: ref(CLAIM, claim), PRM_Position__c: place + 1, PRM_Kind__c: kind, PRM_Quantity__c: quantity, PRM_Unit_Price__c: price, ...decided,
        ...(kind === 'Part' ? { PRM_Part__c: ref('Product2', partKey(piece.product, MAKE[piece.product].parts[subject as 0 | 1 | 2])) } : {}),
        ...(kind === 'Labour' ? { PRM_Labour_Code__c: ref('PRM_Labour_Code__c', workKey(piece.product, subject ?? 0)) } : {}),
      },
    };
  });
}

type Ending = 'paid' | 'cut' | 'rejected' | (typeof OTHER)[number];

function verdictsOf(lines: readonly Line[], ending: Ending): Verdict[] | undefined {
  if (ending === 'Cancelled') return undefined;
  return lines.map(({ kind, quantity, price }): Verdict => {
    const claimed = cents(quantity * price);
    if (ending === 'rejected') return { outcome: 'Rejected', approved: 0, reason: ['EXPIRED_TIME', 'The warranty of the piece was over.'] };
    if (ending === 'cut' && kind === 'Labour') return { outcome: 'Adjusted', approved: cents(claimed * 0.8), reason: ['HOURS', 'More hours than the work takes.'] };
    if (ending === 'cut' && kind === 'Travel') return { outcome: 'Rejected', approved: 0, reason: ['TRAVEL', 'No way was needed: the piece came to the workshop.'] };
    return { outcome: 'Approved', approved: claimed };
  });
}

const STATUS: Readonly<Record<Ending, string>> = { paid: 'Paid', cut: 'Paid', rejected: 'Rejected', Cancelled: 'Cancelled', 'Clawed Back': 'Clawed Back', Closed: 'Closed' };

interface Made { readonly claim: SeedRecord; readonly lines: readonly SeedRecord[]; }

/** A claim of the history: it failed some weeks after its sale, within the warranty unless it was rejected. */
function past(index: number, asOf: Date): Made {
  const row = index % PARTNERS.length;
  const turn = Math.floor(index / PARTNERS.length);
  const piece = pieceOf(row, PAST_PLACES[turn] ?? 1);
  const pick = PAST[index % PAST.length] ?? 'paid';
  const ending: Ending = pick === 'other' ? (OTHER[Math.floor(index / PAST.length)] ?? 'Cancelled') : pick;
  const sold = soldBefore(piece);
  // Ten days at least since the sale; a decision and its payment lie between the failure and today.
  const span = Math.min(sold - 24, MAKE[piece.product].months * 30 - 20);
  const inUse = 4 + ((index * 37) % Math.max(1, span));
  const failed = inUse - sold;
  const lines = linesOf(piece, pastFault(piece), 'whole');
  const key = `demo:claim:past:${String(index + 1).padStart(3, '0')}`;
  const at = (after: number): string => `${day(asOf, Math.min(-1, failed + after))}T09:30:00.000Z`;
  const granted = ending !== 'rejected' && ending !== 'Cancelled';
  const paid = ending === 'paid' || ending === 'cut' || ending === 'Clawed Back';
  const claim: SeedRecord = {
    key,
    fields: {
      ...claimFields(piece, pastFault(piece), `H-${1000 + index}`, day(asOf, failed), day(asOf, Math.min(-2, failed + 2)), inUse),
      PRM_Type__c: ending === 'Closed' ? 'Pre-Authorisation' : 'Claim', PRM_Status__c: STATUS[ending], PRM_History__c: true, PRM_Round__c: 1, PRM_Rate__c: 1, PRM_Submitted_At__c: at(3),
      ...(ending === 'Cancelled' ? {} : { PRM_Decided_At__c: at(9), PRM_Return_State__c: 'Not Needed' }),
      ...(granted && !paid ? { PRM_Valid_Until__c: day(asOf, Math.min(-1, failed + 99)) } : {}),
      ...(paid ? { PRM_Paid_At__c: at(18), PRM_Payment_Reference__c: `OLD-${5000 + index}` } : {}),
      ...(ending === 'Clawed Back' ? { PRM_Clawback_Reason__c: 'An audit found that the part was never fitted.' } : {}),
      ...(ending === 'rejected' ? { PRM_Appeal_Until__c: day(asOf, -1) } : {}),
    },
  };
  return { claim, lines: lineRecords(key, piece, lines, verdictsOf(lines, ending)) };
}

function live(entry: Live, place: number, asOf: Date): Made {
  const piece = pieceOf(place % PARTNERS.length, entry.place);
  const key = liveKey(place);
  const failed = 4 + (place % 5);
  const goodwill: Fields = entry.goodwill ? { PRM_Goodwill__c: true, PRM_Goodwill_Reason__c: 'The owner keeps to every service and the warranty ended weeks ago.' } : {};
  return {
    claim: { key, fields: { ...claimFields(piece, liveFault(piece), `C-${201 + place}`, day(asOf, -failed), day(asOf, -failed + 2), soldBefore(piece) - failed), PRM_Status__c: 'Draft', ...goodwill } },
    lines: lineRecords(key, piece, linesOf(piece, liveFault(piece), entry.make)),
  };
}

/** Claims and their lines. What became of them afterwards is never put back. */
export function claims(asOf: Date): SeedSet[] {
  const history = Array.from({ length: HISTORY }, (_unused, index) => past(index, asOf));
  const fresh = LIVE.map((entry, place) => live(entry, place, asOf));
  return [history, fresh].flatMap((made) => [set(CLAIM, made.map(({ claim }) => claim), true), set(LINE, made.flatMap(({ lines }) => lines), true)]);
}

/** Keys of the live claims by what the loader does with them. */
export const liveKeys = (wanted: (entry: Live) => boolean): string[] => LIVE.flatMap((entry, place) => (wanted(entry) ? [liveKey(place)] : []));
