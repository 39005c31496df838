import { api, LightningElement } from 'lwc';
import add from '@salesforce/label/c.PRM_UI_CLAIM_Add';
import none from '@salesforce/label/c.PRM_UI_CLAIM_No_Lines';
import overCap from '@salesforce/label/c.PRM_UI_CLAIM_Over_Cap';
import removed from '@salesforce/label/c.PRM_UI_CLAIM_Line_Removed';
import total from '@salesforce/label/c.PRM_UI_CLAIM_Total';
import undo from '@salesforce/label/c.PRM_UI_CLAIM_Undo';
import { beginningOf, capOfClaim, type Cap, type Terms } from 'c/prmClaimCaps';
import { messagesOf } from 'c/prmClaimFields';
import { changedLine, EMPTY_DRAFT, totalOf, withLine, withoutLine, type ClaimDraft, type DraftLine, type Kind, type Problem } from 'c/prmClaimForm';
import { moneyText, type Choice } from 'c/prmClaims';
import { fill } from 'c/prmUiText';

interface Line extends HTMLElement {
  focusField(name?: string): void;
}

/**
 * Lines of a claim. A new line begins with what is known, so that little is left to type.
 * @fires PrmClaimLinesStep#lineschange with `detail.lines`
 */
export default class PrmClaimLinesStep extends LightningElement {
  @api draft: ClaimDraft = EMPTY_DRAFT;
  @api problems: readonly Problem[] = [];
  @api terms!: Terms;
  @api currencyCode = '';
  /** Kinds of lines with their labels. */
  @api kinds: readonly Choice[] = [];

  labels = { none, removed, total, undo };
  /** The lines before the last was taken out. */
  before?: readonly DraftLine[];
  private focusLast = false;

  /** Puts the focus on a field of the line at a place from 1. */
  @api
  focusField(name: string, line?: number): void {
    if (line) this.lineAt(line - 1)?.focusField(name);
    else this.template?.querySelector<HTMLElement>('[data-kind]')?.focus();
  }

  renderedCallback(): void {
    if (!this.focusLast) return;
    this.focusLast = false;
    this.lineAt(this.draft.lines.length - 1)?.focusField();
  }

  private lineAt(index: number): Line | undefined {
    return [...(this.template?.querySelectorAll<Line>('c-prm-claim-line') ?? [])][index];
  }

  get lines(): { line: DraftLine; position: number; kindLabel: string }[] {
    return this.draft.lines.map((line, index) => ({ line, position: index + 1, kindLabel: this.labelOf(line.kind) }));
  }

  get empty(): boolean {
    return this.draft.lines.length === 0;
  }

  get message(): string {
    return messagesOf(this.problems).lines ?? '';
  }

  get buttons(): { kind: string; label: string }[] {
    return this.kinds.map(({ value, label }) => ({ kind: value, label: fill(add, label) }));
  }

  get totalText(): string {
    return moneyText(totalOf(this.draft.lines), this.currencyCode);
  }

  private get cap(): Cap | undefined {
    return capOfClaim(this.draft, this.terms.limits);
  }

  get capText(): string {
    const { cap } = this;
    return cap ? (cap.over ? fill(overCap, cap.text) : cap.text) : '';
  }

  get capClasses(): string {
    return this.cap?.over ? 'over' : 'slds-text-color_weak';
  }

  handleAdd(event: Event): void {
    const kind = (event.currentTarget as HTMLElement).dataset.kind as Kind;
    this.before = undefined;
    this.focusLast = true;
    this.tell(withLine(this.draft, kind, beginningOf(kind, this.draft, this.terms)).lines);
  }

  handleChange({ detail }: CustomEvent<{ key: string; values: Partial<DraftLine> }>): void {
    this.tell(changedLine(this.draft, detail.key, detail.values).lines);
  }

  handleRemove({ detail }: CustomEvent<{ key: string }>): void {
    this.before = this.draft.lines;
    this.tell(withoutLine(this.draft, detail.key).lines);
  }

  handleUndo(): void {
    if (this.before) this.tell(this.before);
    this.before = undefined;
  }

  private labelOf(kind: string): string {
    return this.kinds.find(({ value }) => value === kind)?.label ?? kind;
  }

  private tell(lines: readonly DraftLine[]): void {
    this.dispatchEvent(new CustomEvent('lineschange', { detail: { lines } }));
  }
}
