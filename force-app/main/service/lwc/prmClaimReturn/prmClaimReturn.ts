import { api, LightningElement } from 'lwc';
import carrier from '@salesforce/label/c.PRM_UI_CLAIM_Carrier';
import claimLabel from '@salesforce/label/c.PRM_UI_CLAIM_Claim';
import due from '@salesforce/label/c.PRM_UI_CLAIM_Return_Due';
import part from '@salesforce/label/c.PRM_UI_CLAIM_Part';
import partSerial from '@salesforce/label/c.PRM_UI_CLAIM_Part_Serial';
import print from '@salesforce/label/c.PRM_UI_CLAIM_Return_Print';
import quantity from '@salesforce/label/c.PRM_UI_CLAIM_Quantity';
import scrap from '@salesforce/label/c.PRM_UI_CLAIM_Return_Scrap';
import sent from '@salesforce/label/c.PRM_UI_CLAIM_Return_Sent';
import ship from '@salesforce/label/c.PRM_UI_CLAIM_Return_Ship';
import slipHint from '@salesforce/label/c.PRM_UI_CLAIM_Return_Hint';
import slipTitle from '@salesforce/label/c.PRM_UI_CLAIM_Return_Slip';
import tracking from '@salesforce/label/c.PRM_UI_CLAIM_Tracking';
import type { ReturnSlip } from 'c/prmClaims';
import { dropDraft, keepDraft, loadDraft } from 'c/prmUiDraft';
import type PrmUiField from 'c/prmUiField';
import type { Tone } from 'c/prmUiState';
import { fill, joined } from 'c/prmUiText';
import { dayText } from 'c/prmUiTime';

const TONES: Readonly<Record<string, Tone>> = { Issued: 'warning', Overdue: 'error', Shipped: 'info', Received: 'success', Mismatch: 'error' };

/**
 * One return: the slip to print and put into the parcel, and the form that tells how it was sent.
 * @fires PrmClaimReturn#ship with `detail.returnId`, `carrier`, `tracking`
 * @fires PrmClaimReturn#printslip when the slip is to be printed alone
 */
export default class PrmClaimReturn extends LightningElement {
  @api slip!: ReturnSlip;
  @api claimTitle = '';
  @api busy = false;

  labels = { carrier, claimLabel, part, partSerial, print, quantity, scrap, ship, slipHint, tracking };
  values: Readonly<Record<string, string>> = {};

  connectedCallback(): void {
    this.values = { carrier: '', tracking: '', ...loadDraft(this.draftName) };
  }

  /** Forgets the draft. */
  @api
  saved(): void {
    dropDraft(this.draftName);
  }

  private get draftName(): string {
    return `return.${this.slip.id}`;
  }

  get heading(): string {
    return fill(slipTitle, this.slip.name);
  }

  get tone(): Tone {
    return TONES[this.slip.status] ?? 'neutral';
  }

  get comesBack(): boolean {
    return this.slip.disposition === 'Return';
  }

  get dueText(): string {
    return this.slip.dueOn ? fill(due, dayText(this.slip.dueOn)) : '';
  }

  get sentText(): string {
    return this.slip.shippedOn ? fill(sent, dayText(this.slip.shippedOn), joined(' ', this.slip.carrier, this.slip.tracking)) : '';
  }

  handleChange({ detail: { name, value } }: CustomEvent<{ name: string; value: string }>): void {
    this.values = { ...this.values, [name]: value };
    keepDraft(this.draftName, this.values);
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    this.send();
  }

  handleShip(): void {
    this.send();
  }

  handlePrint(): void {
    this.dispatchEvent(new CustomEvent('printslip', { detail: { returnId: this.slip.id } }));
  }

  private send(): void {
    const fields = [...(this.template?.querySelectorAll<HTMLElement & PrmUiField>('c-prm-ui-field') ?? [])];
    const wrong = fields.filter((field) => !field.validate());
    if (wrong[0]) wrong[0].focus();
    else this.dispatchEvent(new CustomEvent('ship', { detail: { returnId: this.slip.id, ...this.values } }));
  }
}
