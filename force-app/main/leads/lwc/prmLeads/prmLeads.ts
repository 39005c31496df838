import accepted from '@salesforce/label/c.PRM_UI_Step_Accepted';
import handedOver from '@salesforce/label/c.PRM_UI_Step_Handed_Over';
import note from '@salesforce/label/c.PRM_UI_Step_Note';
import outcome from '@salesforce/label/c.PRM_UI_Step_Outcome';
import overdue from '@salesforce/label/c.PRM_UI_Overdue';
import stage from '@salesforce/label/c.PRM_UI_Step_Stage';
import stale from '@salesforce/label/c.PRM_UI_Stale';
import { companyOf, placeOf, type Choice } from 'c/prmOffers';
import type { Flag, Row } from 'c/prmUiList';
import type { Page } from 'c/prmUiPaging';
import type { Tone } from 'c/prmUiState';
import { fill, joined } from 'c/prmUiText';
import type { TimelineItem } from 'c/prmUiTimeline';

/** `PrmMyLeadsController.Item`; the id is the offer's. */
export interface Lead {
  readonly id: string;
  readonly name: string;
  readonly company?: string | null;
  readonly city?: string | null;
  readonly countryCode?: string | null;
  readonly product?: string | null;
  readonly valueBandLabel?: string | null;
  readonly status: string;
  readonly stage: string;
  readonly stageLabel: string;
  readonly contactName?: string | null;
  readonly contactEmail?: string | null;
  readonly contactPhone?: string | null;
  readonly nextStep?: string | null;
  readonly nextStepDate?: string | null;
  readonly acceptedAt?: string | null;
  readonly lastActivityAt?: string | null;
  readonly stale?: boolean;
  readonly open?: boolean;
  readonly outcomeReason?: string | null;
  readonly wonValue?: number | null;
}

export type LeadPage = Page<Lead>;

/** `PrmMyLeadsController.Step`. */
export interface Step {
  readonly id: string;
  readonly kind: string;
  readonly fromStage?: string | null;
  readonly toStage?: string | null;
  readonly note?: string | null;
  readonly happenedAt?: string | null;
  readonly author?: string | null;
}

export interface LeadDetail {
  readonly lead: Lead;
  readonly progress: readonly Step[];
  readonly nextStages: readonly Choice[];
}

export const WON = 'Won';
export const LOST = 'Lost';
const OUTCOMES: readonly string[] = [WON, LOST];

/** Stages that work leads to; Won and Lost are outcomes and have a form of their own. */
export const withoutOutcomes = (choices: readonly Choice[]): Choice[] => choices.filter(({ value }) => !OUTCOMES.includes(value));

const STAGE_TONES: Readonly<Record<string, Tone>> = { [WON]: 'success', [LOST]: 'error', New: 'neutral' };
const stageTone = (name: string): Tone => STAGE_TONES[name] ?? 'info';

/** A calendar day as text compares like the day itself. `today` is YYYY-MM-DD. */
function flagOf(lead: Lead, today: string): Flag | undefined {
  if (lead.nextStepDate && lead.nextStepDate < today) return { label: overdue, tone: 'error' };
  return lead.stale ? { label: stale, tone: 'warning' } : undefined;
}

/** One line of the list. */
export function rowOf(lead: Lead, today: string): Row {
  return {
    id: lead.id,
    secondary: joined(' · ', placeOf(lead), lead.product),
    flag: lead.open === false ? undefined : flagOf(lead, today),
    cells: {
      company: companyOf(lead),
      stage: { label: lead.stageLabel, tone: stageTone(lead.stage) },
      nextStep: lead.nextStep,
      nextStepDate: lead.nextStepDate,
      value: lead.valueBandLabel,
      lastActivityAt: lead.lastActivityAt,
    },
  };
}

/** What kind of step it was, in words. Stages are named as the list of stages names them. */
function titleOf(step: Step, stages: readonly Choice[]): string {
  const to = stages.find(({ value }) => value === step.toStage)?.label ?? step.toStage ?? '';
  const titles: Readonly<Record<string, string>> = {
    Note: note,
    Stage: fill(stage, to),
    Outcome: fill(outcome, to),
    Accepted: accepted,
    'Handed Over': handedOver,
  };
  return titles[step.kind] ?? step.kind;
}

/** Steps as a timeline, newest first. */
export function timelineOf(steps: readonly Step[], stages: readonly Choice[]): TimelineItem[] {
  return [...steps]
    .sort((a, b) => (b.happenedAt ?? '').localeCompare(a.happenedAt ?? ''))
    .map((step) => ({ id: step.id, title: titleOf(step, stages), text: step.note, at: step.happenedAt, author: step.author }));
}
