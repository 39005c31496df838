import { api, LightningElement } from 'lwc';
import locale from '@salesforce/i18n/locale';
import allLosers from '@salesforce/label/c.PRM_UI_BOARD_All_Losers';
import byHand from '@salesforce/label/c.PRM_UI_BOARD_Way_By_Hand';
import candidates from '@salesforce/label/c.PRM_UI_BOARD_Candidates';
import decided from '@salesforce/label/c.PRM_UI_BOARD_Decided';
import inQuestion from '@salesforce/label/c.PRM_UI_BOARD_In_Question';
import losers from '@salesforce/label/c.PRM_UI_BOARD_Losers';
import named from '@salesforce/label/c.PRM_UI_BOARD_Way_Named';
import nobody from '@salesforce/label/c.PRM_UI_BOARD_Nobody';
import noDecision from '@salesforce/label/c.PRM_UI_BOARD_No_Decision';
import noDecisionBody from '@salesforce/label/c.PRM_UI_BOARD_No_Decision_Body';
import partner from '@salesforce/label/c.PRM_UI_BOARD_Partner';
import picked from '@salesforce/label/c.PRM_UI_BOARD_Picked';
import reason from '@salesforce/label/c.PRM_UI_BOARD_Reason';
import roundRobin from '@salesforce/label/c.PRM_UI_BOARD_Way_Round_Robin';
import rule from '@salesforce/label/c.PRM_UI_BOARD_Rule';
import score from '@salesforce/label/c.PRM_UI_BOARD_Score';
import trialResult from '@salesforce/label/c.PRM_UI_BOARD_Would_Go_To';
import weight from '@salesforce/label/c.PRM_UI_BOARD_Weight';
import type { Explanation, Ranked } from 'c/prmDistribution';
import { fill } from 'c/prmUiText';
import { momentText } from 'c/prmUiTime';

const WAYS: Readonly<Record<string, string>> = { NAMED: named, ROUND_ROBIN: roundRobin, BY_HAND: byHand };

/** Rows of partners left out that are shown at once: the reasons repeat. */
const LOSERS_SHOWN = 10;

interface Row {
  readonly key: string;
  readonly name: string;
  readonly picked: boolean;
  readonly weight: string;
  readonly score: string;
  readonly reason: string;
}

const number = (value: number | null | undefined): string => (value === null || value === undefined ? '' : new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value));

/** Who came into question with which weight, who did not and why. */
export default class PrmRoutingRanking extends LightningElement {
  @api
  get explanation(): Explanation | undefined {
    return this.current;
  }
  set explanation(value: Explanation | undefined) {
    this.current = value;
    this.allShown = false;
  }

  /** Nothing was decided: it is what would happen. */
  @api trial = false;

  labels = { candidates, losers, noDecision, noDecisionBody, partner, picked, reason, rule, score, weight };
  allShown = false;
  private current?: Explanation;

  private rows(eligible: boolean): Row[] {
    return (this.current?.rows ?? [])
      .filter((row) => Boolean(row.eligible) === eligible)
      .map((row: Ranked, index) => ({
        key: row.partnerId ?? String(index),
        name: row.partnerName ?? '',
        picked: Boolean(row.picked),
        weight: number(row.weight),
        score: number(row.score),
        reason: row.reasonLabel ?? row.reason ?? '',
      }));
  }

  get undecided(): boolean {
    return Boolean(this.current) && !this.current?.decidedAt;
  }

  get decided(): boolean {
    return Boolean(this.current?.decidedAt);
  }

  get summary(): string {
    const { pickedName, way, reasonLabel, reason: code } = this.current ?? {};
    if (!pickedName) return fill(nobody, reasonLabel ?? code ?? '');
    if (this.trial) return fill(trialResult, pickedName);
    return fill(WAYS[way ?? ''] ?? roundRobin, pickedName);
  }

  get details(): string {
    const { eligibleCount, decidedAt } = this.current ?? {};
    return `${fill(inQuestion, eligibleCount ?? 0)} ${decidedAt && !this.trial ? fill(decided, momentText(decidedAt)) : ''}`.trim();
  }

  get ruleName(): string {
    return this.current?.ruleName ?? '';
  }

  get candidates(): Row[] {
    return this.rows(true);
  }

  get hasCandidates(): boolean {
    return this.candidates.length > 0;
  }

  get losers(): Row[] {
    const rows = this.rows(false);
    return this.allShown ? rows : rows.slice(0, LOSERS_SHOWN);
  }

  get hasLosers(): boolean {
    return this.losers.length > 0;
  }

  get hasMore(): boolean {
    return this.losers.length < this.rows(false).length;
  }

  get moreLabel(): string {
    return fill(allLosers, this.rows(false).length);
  }

  handleAll(): void {
    this.allShown = true;
  }
}
