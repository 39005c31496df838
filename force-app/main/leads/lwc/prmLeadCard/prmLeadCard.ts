import { api, LightningElement } from 'lwc';
import actions from '@salesforce/label/c.PRM_UI_BOARD_Actions_For';
import explain from '@salesforce/label/c.PRM_UI_BOARD_Explain';
import handOver from '@salesforce/label/c.PRM_UI_BOARD_Hand_Over';
import noActivity from '@salesforce/label/c.PRM_UI_BOARD_No_Activity_Since';
import lastActivity from '@salesforce/label/c.PRM_UI_BOARD_Last_Activity';
import recall from '@salesforce/label/c.PRM_UI_BOARD_Recall';
import routeAgain from '@salesforce/label/c.PRM_UI_BOARD_Route_Again';
import simulate from '@salesforce/label/c.PRM_UI_BOARD_Simulate';
import waiting from '@salesforce/label/c.PRM_UI_BOARD_Being_Distributed';
import since from '@salesforce/label/c.PRM_UI_BOARD_Since';
import { actionsOf, factsOf, type Action, type Card } from 'c/prmDistribution';
import { companyOf } from 'c/prmOffers';
import type { Tone } from 'c/prmUiState';
import { fill } from 'c/prmUiText';
import { momentText } from 'c/prmUiTime';

const ACTION_LABELS: Readonly<Record<Action, string>> = { explain, handOver, recall, routeAgain, simulate };

/**
 * One lead on the board.
 * @fires PrmLeadCard#act with `detail.card` and `detail.action`
 * @fires PrmLeadCard#leaddrag with `detail.card` while it is dragged, and without one at the end
 */
export default class PrmLeadCard extends LightningElement {
  @api card!: Card;
  /** The partner left the lead lying. */
  @api stale = false;
  /** Something is being done with the lead: nothing may be pressed. */
  @api busy = false;

  get company(): string {
    return companyOf(this.card);
  }

  get facts(): string {
    return factsOf(this.card);
  }

  get classes(): string {
    return this.busy ? 'card card_busy' : 'card';
  }

  get draggableText(): string {
    return String(!this.busy);
  }

  get ariaBusy(): string {
    return String(this.busy);
  }

  get menuLabel(): string {
    return fill(actions, this.company);
  }

  get menu(): { value: Action; label: string }[] {
    return actionsOf(this.card).map((value) => ({ value, label: ACTION_LABELS[value] }));
  }

  get offered(): boolean {
    return this.card.status === 'Offered' && Boolean(this.card.dueAt);
  }

  get state(): { label: string; tone: Tone } {
    if (!this.card.offerId) return this.card.reasonLabel ? { label: this.card.reasonLabel, tone: 'warning' } : { label: waiting, tone: 'info' };
    return { label: this.card.stage ?? '', tone: this.stale ? 'warning' : 'neutral' };
  }

  get when(): string {
    if (!this.card.offerId) return this.card.createdAt ? fill(since, momentText(this.card.createdAt)) : '';
    if (this.card.status === 'Offered' || !this.card.lastActivityAt) return '';
    return fill(this.stale ? noActivity : lastActivity, momentText(this.card.lastActivityAt));
  }

  /** Puts the focus back where the user was before a panel opened. */
  @api
  focus(): void {
    this.template?.querySelector<HTMLElement>('[data-action="explain"]')?.focus();
  }

  handleOpen(): void {
    this.tell('explain');
  }

  handleMenu(event: CustomEvent<{ value: Action }>): void {
    this.tell(event.detail.value);
  }

  handleDragStart(event: DragEvent): void {
    event.dataTransfer?.setData('text/plain', this.company);
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
    this.dispatchEvent(new CustomEvent('leaddrag', { detail: { card: this.card } }));
  }

  handleDragEnd(): void {
    this.dispatchEvent(new CustomEvent('leaddrag', { detail: {} }));
  }

  private tell(action: Action): void {
    this.dispatchEvent(new CustomEvent('act', { detail: { card: this.card, action } }));
  }
}
