import { api, LightningElement } from 'lwc';
import amount from '@salesforce/label/c.PRM_UI_CLAIM_Amount';
import choose from '@salesforce/label/c.PRM_UI_CLAIM_Choose';
import distance from '@salesforce/label/c.PRM_UI_CLAIM_Kilometres';
import hours from '@salesforce/label/c.PRM_UI_CLAIM_Hours';
import overCap from '@salesforce/label/c.PRM_UI_CLAIM_Over_Cap';
import pieces from '@salesforce/label/c.PRM_UI_CLAIM_Quantity';
import remove from '@salesforce/label/c.PRM_UI_CLAIM_Remove_Line';
import { capsOf, withLabour, withPart, worksFor, type Terms } from 'c/prmClaimCaps';
import { FIELD_LABELS, messagesOf } from 'c/prmClaimFields';
import { amountOf, type DraftLine, type Kind, type Problem } from 'c/prmClaimForm';
import { moneyText, type Choice } from 'c/prmClaims';
import { fill } from 'c/prmUiText';

interface Field extends HTMLElement {
  focus(): void;
}

const QUANTITIES: Readonly<Partial<Record<Kind, string>>> = { Labour: hours, Travel: distance };

/**
 * One line: what it is for, how much of it, at which price.
 * @fires PrmClaimLine#linechange with `detail.key` and `detail.values`
 * @fires PrmClaimLine#lineremove with `detail.key`
 */
export default class PrmClaimLine extends LightningElement {
  @api line!: DraftLine;
  /** Place on the claim, from 1. */
  @api position = 1;
  @api kindLabel = '';
  @api terms!: Terms;
  @api faultCodeId = '';
  @api currencyCode = '';
  /** Problems of the whole claim; those of this line are shown. */
  @api problems: readonly Problem[] = [];

  labels = { ...FIELD_LABELS, amount, choose };

  /** Puts the focus on a field, on the first one without a name. */
  @api
  focusField(name?: string): void {
    const selector = name ? `[data-field="${name}"]` : '[data-field]';
    this.template?.querySelector<Field>(selector)?.focus();
  }

  get heading(): string {
    return `${this.position}. ${this.kindLabel}`;
  }

  get removeLabel(): string {
    return fill(remove, this.heading);
  }

  get messages(): Readonly<Record<string, string>> {
    return messagesOf(this.problems, this.position);
  }

  get isPart(): boolean {
    return this.line.kind === 'Part';
  }

  get isLabour(): boolean {
    return this.line.kind === 'Labour';
  }

  get isDescribed(): boolean {
    return !this.isPart && !this.isLabour;
  }

  get mustDescribe(): boolean {
    return this.line.kind === 'Other';
  }

  get quantityLabel(): string {
    return QUANTITIES[this.line.kind] ?? pieces;
  }

  get parts(): Choice[] {
    return this.terms.parts.map(({ id, name }) => ({ value: id, label: name }));
  }

  get works(): Choice[] {
    return worksFor(this.faultCodeId, this.terms).map(({ id, name }) => ({ value: id, label: name }));
  }

  get amountText(): string {
    return moneyText(amountOf(this.line), this.currencyCode);
  }

  get caps(): { text: string; over: boolean; overText: string }[] {
    return capsOf(this.line, this.terms).map((cap) => ({ ...cap, overText: fill(overCap, cap.text) }));
  }

  handleChange({ detail: { name, value } }: CustomEvent<{ name: string; value: string }>): void {
    const values: Readonly<Record<string, () => Partial<DraftLine>>> = {
      partId: () => withPart(value, this.terms),
      labourCodeId: () => withLabour(value, this.terms),
    };
    this.dispatchEvent(new CustomEvent('linechange', { detail: { key: this.line.key, values: values[name]?.() ?? { [name]: value } } }));
  }

  handleRemove(): void {
    this.dispatchEvent(new CustomEvent('lineremove', { detail: { key: this.line.key } }));
  }
}
