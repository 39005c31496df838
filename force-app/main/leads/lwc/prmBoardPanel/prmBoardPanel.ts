import { api, LightningElement } from 'lwc';
import explain from '@salesforce/label/c.PRM_UI_BOARD_Explain';
import handOver from '@salesforce/label/c.PRM_UI_BOARD_Hand_Over';
import noteHelp from '@salesforce/label/c.PRM_UI_BOARD_Note_Help';
import noteLabel from '@salesforce/label/c.PRM_UI_BOARD_Note';
import openLead from '@salesforce/label/c.PRM_UI_BOARD_Open_Lead';
import recall from '@salesforce/label/c.PRM_UI_BOARD_Recall';
import recallAccepted from '@salesforce/label/c.PRM_UI_BOARD_Recall_Accepted';
import recallOffered from '@salesforce/label/c.PRM_UI_BOARD_Recall_Offered';
import routeAgain from '@salesforce/label/c.PRM_UI_BOARD_Route_Again';
import simulate from '@salesforce/label/c.PRM_UI_BOARD_Simulate';
import views from '@salesforce/label/c.PRM_UI_BOARD_Views';
import { NavigationMixin } from 'lightning/navigation';
import { actionsOf, factsOf, type Action, type Card } from 'c/prmDistribution';
import { companyOf } from 'c/prmOffers';
import { dropDraft, keepDraft, loadDraft } from 'c/prmUiDraft';

const LABELS: Readonly<Record<Action, string>> = { explain, handOver, recall, routeAgain, simulate };
const NOTE_LENGTH = 1000;

interface HandOverElement extends HTMLElement {
  saved(): void;
}

/**
 * Side panel of the board for one lead.
 * @fires PrmBoardPanel#view with `detail.action`: another part of the panel is wanted
 * @fires PrmBoardPanel#handover with `detail.partner` and `detail.note`
 * @fires PrmBoardPanel#recall with `detail.note`
 * @fires PrmBoardPanel#routeagain
 * @fires PrmBoardPanel#close
 */
export default class PrmBoardPanel extends NavigationMixin(LightningElement) {
  @api
  get card(): Card {
    return this.shownCard;
  }
  set card(value: Card) {
    if (value.leadId !== this.shownCard?.leadId) this.note = loadDraft(`board.${value.leadId}`).note ?? '';
    this.shownCard = value;
  }
  /** Part of the panel that is shown. */
  @api action: Action = 'explain';
  @api busy = false;
  /** What the last act threw, with its heading. */
  @api failure?: { readonly heading: string; readonly error: unknown };
  /** Partner to look for at first in the hand-over. */
  @api search = '';

  labels = { noteHelp, noteLabel, openLead, recall, routeAgain, views };
  noteLength = NOTE_LENGTH;
  note = '';
  private shownCard!: Card;

  /** Forgets what was typed, once the server has it. */
  @api
  saved(): void {
    this.template?.querySelector<HandOverElement>('c-prm-hand-over')?.saved();
    dropDraft(`board.${this.card.leadId}`);
  }

  get heading(): string {
    return companyOf(this.card);
  }

  get facts(): string {
    return factsOf(this.card);
  }

  get offered(): boolean {
    return this.card.status === 'Offered' && Boolean(this.card.dueAt);
  }

  get taken(): boolean {
    return Boolean(this.card.offerId);
  }

  get tabs(): { action: Action; label: string; pressed: string }[] {
    return actionsOf(this.card)
      .filter((action) => action !== 'routeAgain')
      .map((action) => ({ action, label: LABELS[action], pressed: String(action === this.action) }));
  }

  get canRouteAgain(): boolean {
    return actionsOf(this.card).includes('routeAgain');
  }

  get explaining(): boolean {
    return this.action === 'explain';
  }

  get handingOver(): boolean {
    return this.action === 'handOver';
  }

  get recalling(): boolean {
    return this.action === 'recall';
  }

  get simulating(): boolean {
    return this.action === 'simulate';
  }

  get recallText(): string {
    return this.card.status === 'Accepted' ? recallAccepted : recallOffered;
  }

  handleView(event: Event): void {
    this.tell('view', { action: (event.currentTarget as HTMLElement).dataset.view });
  }

  handleChoose(event: CustomEvent<Record<string, unknown>>): void {
    this.tell('handover', event.detail);
  }

  handleNote(event: CustomEvent<{ value: string }>): void {
    this.note = event.detail.value;
    keepDraft(`board.${this.card.leadId}`, { note: this.note });
  }

  handleRecall(event: Event): void {
    event.preventDefault();
    this.tell('recall', { note: this.note.trim() });
  }

  handleRouteAgain(): void {
    this.tell('routeagain');
  }

  handleOpenLead(): void {
    this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes: { recordId: this.card.leadId, objectApiName: 'Lead', actionName: 'view' } });
  }

  handleClose(): void {
    this.tell('close');
  }

  private tell(name: string, detail: Record<string, unknown> = {}): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
