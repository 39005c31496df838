import { api, LightningElement } from 'lwc';
import adjust from '@salesforce/label/c.PRM_UI_ADJ_Adjust';
import amountFault from '@salesforce/label/c.PRM_UI_ADJ_Amount_Fault';
import amountLabel from '@salesforce/label/c.PRM_UI_ADJ_Amount';
import approve from '@salesforce/label/c.PRM_UI_ADJ_Approve';
import ask from '@salesforce/label/c.PRM_UI_ADJ_Ask';
import cancel from '@salesforce/label/c.PRM_UI_ADJ_Cancel';
import decide from '@salesforce/label/c.PRM_UI_ADJ_Decide';
import internal from '@salesforce/label/c.PRM_UI_ADJ_Internal';
import lineName from '@salesforce/label/c.PRM_UI_ADJ_Line_Name';
import lineSum from '@salesforce/label/c.PRM_UI_ADJ_Line_Sum';
import questionLabel from '@salesforce/label/c.PRM_UI_ADJ_Question';
import reasonFault from '@salesforce/label/c.PRM_UI_ADJ_Reason_Fault';
import reasonLabel from '@salesforce/label/c.PRM_UI_ADJ_Reason';
import reject from '@salesforce/label/c.PRM_UI_ADJ_Reject';
import send from '@salesforce/label/c.PRM_UI_ADJ_Send';
import total from '@salesforce/label/c.PRM_UI_ADJ_Total';
import undecided from '@salesforce/label/c.PRM_UI_ADJ_Undecided';
import { approvedTotal, faultOf, firstChoice, moneyText, nextWaiting, toSend, type Choice, type Choices, type ClaimFile, type ClaimLine, type Fault, type Outcome } from 'c/prmAdjudication';
import { fill } from 'c/prmUiText';

export type Act = 'approve' | 'adjust' | 'reject' | 'ask';

interface Field extends HTMLElement {
  focus(): void;
}
interface Shown extends ClaimLine {
  readonly heading: string;
  readonly sum: string;
  readonly classes: string;
  readonly acts: readonly { act: Act; label: string; pressed: string; hint: string }[];
  readonly adjusting: boolean;
  readonly explaining: boolean;
  readonly amount: string;
  readonly typed: string;
  readonly fault?: string;
  readonly said: readonly { key: string; text: string }[];
}

const OUTCOMES: Readonly<Record<string, Outcome>> = { approve: 'Approved', adjust: 'Adjusted', reject: 'Rejected' };
const FAULTS: Readonly<Record<Fault, string>> = { undecided, amount: amountFault, reason: reasonFault };
const LABELS: Readonly<Record<string, string>> = { approve, adjust, reject };

/**
 * The lines of a claim, to be decided one by one by keys or buttons.
 * @fires PrmClaimDecision#decide with `detail.lines`
 * @fires PrmClaimDecision#ask with `detail.question`
 */
export default class PrmClaimDecision extends LightningElement {
  @api busy = false;
  /** Whether the reader may decide. */
  @api editable = false;
  @api
  get file(): ClaimFile | undefined {
    return this.held;
  }
  set file(file: ClaimFile | undefined) {
    const other = file?.item.id !== this.held?.item.id;
    this.held = file;
    if (other) this.start();
  }

  labels = { amountLabel, ask, cancel, decide, questionLabel, reasonLabel, send, total };
  choices: Choices = {};
  current?: string;
  asking = false;
  question = '';
  checked = false;
  private held?: ClaimFile;
  private focusOn?: string;

  /** Does to the current line what a key stands for. */
  @api
  act(act: Act): void {
    if (!this.editable || this.busy) return;
    if (act === 'ask') {
      this.asking = true;
      this.focusOn = '[data-question]';
      return;
    }
    const line = this.current;
    if (!line) return;
    this.choose(line, { outcome: OUTCOMES[act] });
    if (act === 'adjust') this.focusOn = `[data-amount="${line}"]`;
    else if (act === 'reject') this.focusOn = `[data-reason="${line}"]`;
    else this.goOn(line);
  }

  renderedCallback(): void {
    if (!this.focusOn) return;
    this.template?.querySelector<Field>(this.focusOn)?.focus();
    this.focusOn = undefined;
  }

  private start(): void {
    const lines = this.held?.lines ?? [];
    this.choices = Object.fromEntries(lines.map((line) => [line.id, firstChoice(line)]));
    this.current = nextWaiting(lines, this.choices) ?? lines[0]?.id;
    this.asking = false;
    this.question = '';
    this.checked = false;
  }

  get lines(): Shown[] {
    return (this.held?.lines ?? []).map((line) => this.shown(line, this.choices[line.id] ?? firstChoice(line)));
  }

  get totalText(): string {
    return moneyText(approvedTotal(this.held?.lines ?? [], this.choices), this.held?.item.currencyCode);
  }

  get blocked(): boolean {
    return this.busy || !this.editable;
  }

  handleAct(event: Event): void {
    const { line, act } = (event.currentTarget as HTMLElement).dataset;
    this.current = line;
    this.act(act as Act);
  }

  handleFocus(event: Event): void {
    this.current = (event.currentTarget as HTMLElement).dataset.line;
  }

  handleAmount(event: CustomEvent<{ name: string; value: string }>): void {
    this.choose(event.detail.name, { amount: event.detail.value });
  }

  handleReason(event: CustomEvent<{ name: string; value: string }>): void {
    this.choose(event.detail.name, { reason: event.detail.value });
  }

  handleQuestion(event: CustomEvent<{ value: string }>): void {
    this.question = event.detail.value;
  }

  handleAsk(): void {
    this.act('ask');
  }

  handleCancel(): void {
    this.asking = false;
  }

  handleSend(event: Event): void {
    event.preventDefault();
    const field = this.template?.querySelector<Field & { validate(): boolean }>('[data-question]');
    if (this.blocked || !field?.validate()) return;
    this.dispatchEvent(new CustomEvent('ask', { detail: { question: this.question } }));
  }

  handleDecide(event: Event): void {
    event.preventDefault();
    const lines = this.held?.lines ?? [];
    this.checked = true;
    const wrong = lines.find((line) => faultOf(line, this.choices[line.id] ?? firstChoice(line)));
    if (wrong) {
      this.current = wrong.id;
      this.focusOn = `[data-line="${wrong.id}"][data-act="approve"]`;
    } else if (!this.blocked) {
      this.dispatchEvent(new CustomEvent('decide', { detail: { lines: toSend(lines, this.choices) } }));
    }
  }

  private choose(line: string, change: Partial<Choice>): void {
    const before = this.choices[line];
    if (before) this.choices = { ...this.choices, [line]: { ...before, ...change } };
  }

  private goOn(line: string): void {
    const next = nextWaiting(this.held?.lines ?? [], this.choices, line);
    this.current = next ?? line;
    this.focusOn = next ? `[data-line="${next}"][data-act="approve"]` : '[data-action="decide"]';
  }

  private shown(line: ClaimLine, choice: Choice): Shown {
    const code = this.held?.item.currencyCode;
    const fault = this.checked ? faultOf(line, choice) : undefined;
    const heading = fill(lineName, line.position, line.kindLabel);
    return {
      ...line,
      heading,
      sum: fill(lineSum, line.quantity, moneyText(line.unitPrice, ''), moneyText(line.claimed, code)),
      classes: line.id === this.current ? 'line line_current' : 'line',
      acts: (['approve', 'adjust', 'reject'] as const).map((act) => ({ act, label: LABELS[act] ?? act, pressed: String(choice.outcome === OUTCOMES[act]), hint: `${LABELS[act]}: ${heading}` })),
      adjusting: choice.outcome === 'Adjusted',
      explaining: choice.outcome === 'Adjusted' || choice.outcome === 'Rejected',
      amount: choice.amount,
      typed: choice.reason,
      fault: fault && FAULTS[fault],
      said: line.reasons.map((reason, index) => ({ key: `${line.id}.${index}`, text: `${reason.sentence ?? reason.code}${reason.internal ? ` ${internal}` : ''}` })),
    };
  }
}
