import claimCap from '@salesforce/label/c.PRM_UI_CLAIM_Cap_Claim';
import hoursCap from '@salesforce/label/c.PRM_UI_CLAIM_Cap_Hours';
import kmCap from '@salesforce/label/c.PRM_UI_CLAIM_Cap_Km';
import priceCap from '@salesforce/label/c.PRM_UI_CLAIM_Cap_Price';
import rateCap from '@salesforce/label/c.PRM_UI_CLAIM_Cap_Rate';
import { numberOf, totalOf, type ClaimDraft, type DraftLine, type Kind } from 'c/prmClaimForm';
import { moneyText } from 'c/prmClaims';
import { fill } from 'c/prmUiText';

/** `PrmClaimWizardController.Part`. */
export interface Part {
  readonly id: string;
  readonly name: string;
  readonly price?: number | null;
  readonly currencyCode?: string | null;
}
/** `PrmClaimWizardController.Labour`. */
export interface Labour {
  readonly id: string;
  readonly name: string;
  readonly hours: number;
  /** Faults for which the work is allowed. */
  readonly faultCodeIds: readonly string[];
}
/** `PrmClaimWizardController.Limits`: those of the warranty term. */
export interface Limits {
  readonly currencyCode?: string | null;
  readonly labourRate?: number | null;
  readonly labourTolerance?: number | null;
  readonly partMarkup?: number | null;
  readonly travelCapKm?: number | null;
  readonly travelRate?: number | null;
  readonly claimCap?: number | null;
}
/** What is known about the piece: lists to choose from, prices and limits. */
export interface Terms {
  readonly parts: readonly Part[];
  readonly labours: readonly Labour[];
  readonly limits: Limits;
}

/** A limit in words, and whether the line goes beyond it. */
export interface Cap {
  readonly text: string;
  readonly over: boolean;
}

const beyond = (value: number, limit: number): boolean => value > limit + 1e-9;
const capped = (text: string, value: number | undefined, limit: number): Cap => ({ text, over: value !== undefined && beyond(value, limit) });
const rounded = (value: number): number => Math.round(value * 100) / 100;

type Rule = (line: DraftLine, terms: Terms) => (Cap | undefined)[];

const partCaps: Rule = (line, { parts, limits }) => {
  const part = parts.find(({ id }) => id === line.partId);
  if (part?.price === null || part?.price === undefined) return [];
  const most = rounded(part.price * (limits.partMarkup ?? 1));
  return [capped(fill(priceCap, moneyText(most, limits.currencyCode ?? part.currencyCode)), numberOf(line.unitPrice), most)];
};

const labourCaps: Rule = (line, { labours, limits }) => {
  const work = labours.find(({ id }) => id === line.labourCodeId);
  const hours = work && rounded(work.hours * (limits.labourTolerance ?? 1));
  return [hours === undefined ? undefined : capped(fill(hoursCap, hours), numberOf(line.quantity), hours), rateOf(line, limits.labourRate, limits)];
};

const travelCaps: Rule = (line, { limits }) => {
  const { travelCapKm: km } = limits;
  return [km === null || km === undefined ? undefined : capped(fill(kmCap, km), numberOf(line.quantity), km), rateOf(line, limits.travelRate, limits)];
};

function rateOf(line: DraftLine, rate: number | null | undefined, { currencyCode }: Limits): Cap | undefined {
  return rate === null || rate === undefined ? undefined : capped(fill(rateCap, moneyText(rate, currencyCode)), numberOf(line.unitPrice), rate);
}

const RULES: Readonly<Partial<Record<Kind, Rule>>> = { Part: partCaps, Labour: labourCaps, Travel: travelCaps };

/** The limits of a line, in words. */
export const capsOf = (line: DraftLine, terms: Terms): Cap[] => (RULES[line.kind]?.(line, terms) ?? []).filter((cap): cap is Cap => cap !== undefined);

/** The limit of the whole claim, where there is one. */
export function capOfClaim(draft: ClaimDraft, { claimCap: cap, currencyCode }: Limits): Cap | undefined {
  return cap === null || cap === undefined ? undefined : capped(fill(claimCap, moneyText(cap, currencyCode)), totalOf(draft.lines), cap);
}

/** What a new line begins with, so that little is left to type: the causal part, the work for the fault, prices and rates. */
export function beginningOf(kind: Kind, draft: ClaimDraft, terms: Terms): Partial<DraftLine> {
  if (kind === 'Part') return withPart(draft.lines.some((line) => line.partId === draft.causalPartId) ? '' : draft.causalPartId, terms);
  if (kind === 'Labour') return withLabour(worksFor(draft.faultCodeId, terms).find(({ id }) => !draft.lines.some((line) => line.labourCodeId === id))?.id ?? '', terms);
  if (kind === 'Travel') return { quantity: '', unitPrice: textOf(terms.limits.travelRate) };
  return {};
}

const textOf = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value));

/** A part chosen: its price comes with it. */
export const withPart = (partId: string, { parts }: Terms): Partial<DraftLine> => ({ partId, unitPrice: textOf(parts.find(({ id }) => id === partId)?.price) });

/** A work chosen: its standard hours come with it. */
export const withLabour = (labourCodeId: string, { labours, limits }: Terms): Partial<DraftLine> => ({
  labourCodeId,
  quantity: textOf(labours.find(({ id }) => id === labourCodeId)?.hours) || '1',
  unitPrice: textOf(limits.labourRate),
});

/** Works allowed for a fault; all of them while no fault is chosen, or where none is named for it. */
export function worksFor(faultCodeId: string, { labours }: Terms): readonly Labour[] {
  const allowed = labours.filter(({ faultCodeIds }) => faultCodeIds.includes(faultCodeId));
  return allowed.length > 0 ? allowed : labours;
}
