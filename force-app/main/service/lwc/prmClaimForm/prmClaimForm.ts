import failureFuture from '@salesforce/label/c.PRM_UI_CLAIM_Failure_Future';
import goodwillWhy from '@salesforce/label/c.PRM_UI_CLAIM_Goodwill_Why';
import lineMissing from '@salesforce/label/c.PRM_UI_CLAIM_Line_Missing';
import positive from '@salesforce/label/c.PRM_UI_CLAIM_Positive';
import repairBefore from '@salesforce/label/c.PRM_UI_CLAIM_Repair_Before';
import notANumber from '@salesforce/label/c.PRM_UI_Not_A_Number';
import required from '@salesforce/label/c.PRM_UI_Required';

export const CLAIM = 'Claim';
export const PRE_AUTHORISATION = 'Pre-Authorisation';

/** What a line is for, as the picklist has it. */
export type Kind = 'Part' | 'Labour' | 'Travel' | 'Shipping' | 'Other';
export const KINDS: readonly Kind[] = ['Part', 'Labour', 'Travel', 'Shipping', 'Other'];

/** A line as it is typed: texts stay as they are, also those that are no numbers. */
export interface DraftLine {
  /** Tells lines apart while they are typed. */
  readonly key: string;
  /** Id of the line; empty until it is saved. */
  readonly lineId: string;
  readonly kind: Kind;
  readonly partId: string;
  readonly partSerial: string;
  readonly labourCodeId: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly description: string;
}

/** A claim as it is typed. */
export interface ClaimDraft {
  readonly claimId: string;
  readonly version: number;
  readonly type: string;
  readonly preAuthorisationId: string;
  /** The request from which the claim comes. */
  readonly caseId: string;
  readonly serial: string;
  readonly failureDate: string;
  readonly repairDate: string;
  readonly usage: string;
  readonly faultCodeId: string;
  readonly causalPartId: string;
  readonly complaint: string;
  readonly correction: string;
  readonly customerName: string;
  readonly claimNumber: string;
  readonly goodwill: boolean;
  readonly goodwillReason: string;
  /** ISO 4217 code of the amounts, as the prices and the term have it. */
  readonly currencyCode: string;
  readonly lines: readonly DraftLine[];
}

/** Fields of the draft by those of the record, where problems name the latter. */
const DRAFT_FIELDS: Readonly<Record<string, string>> = {
  PRM_Type__c: 'type',
  PRM_Pre_Authorisation__c: 'preAuthorisationId',
  PRM_Serial__c: 'serial',
  PRM_Asset__c: 'serial',
  PRM_Failure_Date__c: 'failureDate',
  PRM_Repair_Date__c: 'repairDate',
  PRM_Usage__c: 'usage',
  PRM_Fault_Code__c: 'faultCodeId',
  PRM_Causal_Part__c: 'causalPartId',
  PRM_Complaint__c: 'complaint',
  PRM_Correction__c: 'correction',
  PRM_Customer_Name__c: 'customerName',
  PRM_Claim_Number__c: 'claimNumber',
  PRM_Goodwill_Reason__c: 'goodwillReason',
  PRM_Line_Count__c: 'lines',
  PRM_Kind__c: 'kind',
  PRM_Part__c: 'partId',
  PRM_Part_Serial__c: 'partSerial',
  PRM_Labour_Code__c: 'labourCodeId',
  PRM_Quantity__c: 'quantity',
  PRM_Unit_Price__c: 'unitPrice',
  PRM_Description__c: 'description',
};

/** Problems of the server, with the names of the draft. */
export const fromProblems = (problems: readonly Problem[]): Problem[] => problems.map((problem) => ({ ...problem, field: DRAFT_FIELDS[problem.field] ?? problem.field }));

/** `PrmClaimProblem`: what is wrong with a field, on a line or on the claim. */
export interface Problem {
  readonly field: string;
  /** Place of the line from 1; nothing for the claim itself. */
  readonly line?: number | null;
  readonly message: string;
}

export const EMPTY_DRAFT: ClaimDraft = {
  claimId: '',
  version: 0,
  type: CLAIM,
  preAuthorisationId: '',
  caseId: '',
  serial: '',
  failureDate: '',
  repairDate: '',
  usage: '',
  faultCodeId: '',
  causalPartId: '',
  complaint: '',
  correction: '',
  customerName: '',
  claimNumber: '',
  goodwill: false,
  goodwillReason: '',
  currencyCode: '',
  lines: [],
};

/** The steps of the wizard, in order. */
export const STEPS = ['serial', 'fault', 'lines', 'proofs', 'review'] as const;
export type Step = (typeof STEPS)[number];

const STEP_OF: Readonly<Record<string, Step>> = { serial: 'serial', type: 'serial' };

/** The step on which a problem can be mended. */
export function stepOf({ field, line }: Problem): Step {
  if (line || field === 'lines') return 'lines';
  return STEP_OF[field] ?? 'fault';
}

/** The number that was typed; nothing where it is none. */
export function numberOf(text: string): number | undefined {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || Number.isNaN(value) ? undefined : value;
}

/** Quantity times price, rounded half up to two places, as the server does. */
export function amountOf(line: DraftLine): number {
  const amount = (numberOf(line.quantity) ?? 0) * (numberOf(line.unitPrice) ?? 0);
  return Math.round((amount + Number.EPSILON) * 100) / 100;
}

export const totalOf = (lines: readonly DraftLine[]): number => Math.round(lines.reduce((sum, line) => sum + amountOf(line), 0) * 100) / 100;

/** What was typed, without what saving and asking add to it; equal for drafts that say the same. */
export const contentOf = (draft: ClaimDraft): string =>
  JSON.stringify({ ...draft, claimId: '', version: 0, currencyCode: '', lines: draft.lines.map((line) => ({ ...line, key: '', lineId: '' })) });

/** Whether anything was typed. */
export const isTyped = (draft: ClaimDraft): boolean => contentOf(draft) !== contentOf(EMPTY_DRAFT);

/** Keys must differ within a claim only. */
const nextKey = (lines: readonly DraftLine[]): string => String(lines.reduce((last, { key }) => Math.max(last, Number(key) || 0), 0) + 1);

export function withLine(draft: ClaimDraft, kind: Kind, values: Partial<DraftLine> = {}): ClaimDraft {
  const line: DraftLine = { lineId: '', partId: '', partSerial: '', labourCodeId: '', quantity: '1', unitPrice: '', description: '', ...values, key: nextKey(draft.lines), kind };
  return { ...draft, lines: [...draft.lines, line] };
}

export const withoutLine = (draft: ClaimDraft, key: string): ClaimDraft => ({ ...draft, lines: draft.lines.filter((line) => line.key !== key) });

export const changedLine = (draft: ClaimDraft, key: string, values: Partial<DraftLine>): ClaimDraft => ({
  ...draft,
  lines: draft.lines.map((line) => (line.key === key ? { ...line, ...values } : line)),
});

const missing = (draft: ClaimDraft, fields: readonly (keyof ClaimDraft)[]): Problem[] =>
  fields.filter((field) => String(draft[field]).trim() === '').map((field) => ({ field, message: required }));

function faultProblems(draft: ClaimDraft, today: string): Problem[] {
  const isClaim = draft.type === CLAIM;
  const found = missing(draft, ['failureDate', ...(isClaim ? (['repairDate'] as const) : []), 'faultCodeId', 'complaint', ...(isClaim ? (['correction'] as const) : [])]);
  if (draft.failureDate > today) found.push({ field: 'failureDate', message: failureFuture });
  if (draft.repairDate && draft.failureDate && draft.repairDate < draft.failureDate) found.push({ field: 'repairDate', message: repairBefore });
  if (draft.usage.trim() && !((numberOf(draft.usage) ?? -1) >= 0)) found.push({ field: 'usage', message: notANumber });
  if (draft.goodwill && !draft.goodwillReason.trim()) found.push({ field: 'goodwillReason', message: goodwillWhy });
  return found;
}

function lineProblems(line: DraftLine, place: number): Problem[] {
  const found: Problem[] = [];
  const tell = (field: string, message: string): void => {
    found.push({ field, line: place, message });
  };
  if (line.kind === 'Part' && !line.partId) tell('partId', required);
  if (line.kind === 'Labour' && !line.labourCodeId) tell('labourCodeId', required);
  if (line.kind === 'Other' && !line.description.trim()) tell('description', required);
  if (!((numberOf(line.quantity) ?? 0) > 0)) tell('quantity', positive);
  if (!((numberOf(line.unitPrice) ?? -1) >= 0)) tell('unitPrice', notANumber);
  return found;
}

/** What the browser can see is wrong with a step; the server sees the rest. `today` is YYYY-MM-DD where the user is. */
export function problemsOf(step: Step, draft: ClaimDraft, today: string): Problem[] {
  if (step === 'serial') return missing(draft, ['serial']);
  if (step === 'fault') return faultProblems(draft, today);
  if (step !== 'lines') return [];
  return draft.lines.length === 0 ? [{ field: 'lines', message: lineMissing }] : draft.lines.flatMap((line, index) => lineProblems(line, index + 1));
}

/** What the server takes: `PrmClaimDraft`. Empty texts are nothing, and what is no number is left for the checks to tell. */
export function toServer(draft: ClaimDraft): Record<string, unknown> {
  const text = (value: string): string | null => value.trim() || null;
  const number = (value: string): number | null => numberOf(value) ?? null;
  return {
    claimId: text(draft.claimId),
    version: draft.version,
    claimType: draft.type,
    preAuthorisationId: text(draft.preAuthorisationId),
    caseId: text(draft.caseId),
    serial: text(draft.serial),
    failureDate: text(draft.failureDate),
    repairDate: text(draft.repairDate),
    usage: number(draft.usage),
    faultCodeId: text(draft.faultCodeId),
    causalPartId: text(draft.causalPartId),
    complaint: text(draft.complaint),
    correction: text(draft.correction),
    customerName: text(draft.customerName),
    claimNumber: text(draft.claimNumber),
    goodwill: draft.goodwill,
    goodwillReason: draft.goodwill ? text(draft.goodwillReason) : null,
    currencyCode: text(draft.currencyCode),
    lines: draft.lines.map((line) => ({
      lineId: text(line.lineId),
      kind: line.kind,
      partId: text(line.partId),
      partSerial: text(line.partSerial),
      labourCodeId: text(line.labourCodeId),
      quantity: number(line.quantity),
      unitPrice: number(line.unitPrice),
      description: text(line.description),
    })),
  };
}

/** `PrmClaimDraft` as it comes back. */
type Sent = Readonly<Record<string, unknown>> & { readonly lines?: readonly Readonly<Record<string, unknown>>[] };

/** A draft as the server keeps it, to be typed on. */
export function fromServer(sent: Sent): ClaimDraft {
  const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
  const { lines: _lines, ...fields } = EMPTY_DRAFT;
  const draft = Object.fromEntries(Object.entries(fields).map(([field, empty]) => {
    const value = sent[field === 'type' ? 'claimType' : field];
    return [field, typeof empty === 'boolean' ? value === true : typeof empty === 'number' ? Number(value ?? 0) : text(value) || empty];
  })) as unknown as Omit<ClaimDraft, 'lines'>;
  const lines = (sent.lines ?? []).map((line, index) => ({
    key: String(index + 1),
    lineId: text(line.lineId),
    kind: text(line.kind) as Kind,
    partId: text(line.partId),
    partSerial: text(line.partSerial),
    labourCodeId: text(line.labourCodeId),
    quantity: text(line.quantity),
    unitPrice: text(line.unitPrice),
    description: text(line.description),
  }));
  return { ...draft, lines };
}
