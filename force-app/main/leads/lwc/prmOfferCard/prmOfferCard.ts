import { api, LightningElement } from 'lwc';
import accept from '@salesforce/label/c.PRM_UI_Accept';
import acceptNamed from '@salesforce/label/c.PRM_UI_Accept_Named';
import cancel from '@salesforce/label/c.PRM_UI_Cancel';
import decline from '@salesforce/label/c.PRM_UI_Decline';
import declineHint from '@salesforce/label/c.PRM_UI_Decline_Hint';
import declineNamed from '@salesforce/label/c.PRM_UI_Decline_Named';
import declineNote from '@salesforce/label/c.PRM_UI_Decline_Note';
import declineWhy from '@salesforce/label/c.PRM_UI_Decline_Why';
import language from '@salesforce/label/c.PRM_UI_Language';
import place from '@salesforce/label/c.PRM_UI_Place';
import poolHint from '@salesforce/label/c.PRM_UI_Pool_Hint';
import product from '@salesforce/label/c.PRM_UI_Product';
import value from '@salesforce/label/c.PRM_UI_Value';
import whyYou from '@salesforce/label/c.PRM_UI_Why_You';
import { companyOf, languageOf, placeOf, toneOf, type Choice, type Offer } from 'c/prmOffers';
import type { Tone } from 'c/prmUiState';
import { fill } from 'c/prmUiText';

/** What `PRM_Decline_Note__c` holds. */
const NOTE_LENGTH = 255;

/**
 * One lead offer.
 * @fires PrmOfferCard#accept with `detail.offerId`
 * @fires PrmOfferCard#decline with `detail.offerId`, `reason` and `note`
 * @fires PrmOfferCard#expire with `detail.offerId`, once, when its time is up
 */
export default class PrmOfferCard extends LightningElement {
  @api offer!: Offer;
  @api reasons: readonly Choice[] = [];
  /** An answer is on its way: nothing may be pressed. */
  @api busy = false;

  /** Level of the heading: one below that of the list. */
  @api headingLevel = 3;

  /** Puts the focus on the offer, as after the one before it was answered. */
  @api
  focus(): void {
    this.template?.querySelector<HTMLElement>('.card__company')?.focus();
  }

  labels = { accept, cancel, decline, declineHint, declineNote, declineWhy, language, place, poolHint, product, value, whyYou };
  noteLength = NOTE_LENGTH;
  declining = false;
  expired = false;
  note = '';
  private focusWanted?: string;

  get company(): string {
    return companyOf(this.offer);
  }

  get place(): string {
    return placeOf(this.offer);
  }

  get language(): string {
    return languageOf(this.offer);
  }

  get tone(): Tone {
    return toneOf(this.offer.status);
  }

  get waiting(): boolean {
    return this.offer.status === 'Offered';
  }

  get answerable(): boolean {
    return this.waiting && this.offer.canAnswer !== false && !this.expired;
  }

  get acceptLabel(): string {
    return fill(acceptNamed, this.company);
  }

  get declineLabel(): string {
    return fill(declineNamed, this.company);
  }

  get ariaBusy(): string {
    return String(this.busy);
  }

  renderedCallback(): void {
    if (!this.focusWanted) return;
    const target = this.template?.querySelector<HTMLElement>(this.focusWanted);
    this.focusWanted = undefined;
    target?.focus();
  }

  handleAccept(): void {
    this.tell('accept', {});
  }

  handleDecline(): void {
    this.declining = true;
    this.focusWanted = '[data-reason]';
  }

  handleCancel(): void {
    this.declining = false;
    this.focusWanted = '[data-action="decline"]';
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.handleCancel();
  }

  handleNote(event: Event): void {
    this.note = (event.target as HTMLTextAreaElement).value;
  }

  handleReason(event: Event): void {
    this.tell('decline', { reason: (event.currentTarget as HTMLElement).dataset.reason, note: this.note.trim() });
  }

  handleExpire(): void {
    this.expired = true;
    this.tell('expire', {});
  }

  private tell(name: string, detail: Record<string, unknown>): void {
    this.dispatchEvent(new CustomEvent(name, { detail: { offerId: this.offer.id, ...detail } }));
  }
}
