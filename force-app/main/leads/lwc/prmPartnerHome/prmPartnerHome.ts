import { api, LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import loadSummary from '@salesforce/apex/PrmPartnerHomeController.summary';
import atAGlance from '@salesforce/label/c.PRM_UI_At_A_Glance';
import homePlain from '@salesforce/label/c.PRM_UI_Home_Plain';
import homeTitle from '@salesforce/label/c.PRM_UI_Home_Title';
import kindLead from '@salesforce/label/c.PRM_UI_Kind_Lead';
import kindOffer from '@salesforce/label/c.PRM_UI_Kind_Offer';
import nothingBody from '@salesforce/label/c.PRM_UI_Nothing_To_Do_Body';
import nothing from '@salesforce/label/c.PRM_UI_Nothing_To_Do';
import tier from '@salesforce/label/c.PRM_UI_Tier';
import tileDueSoon from '@salesforce/label/c.PRM_UI_Tile_Due_Soon';
import tileOffers from '@salesforce/label/c.PRM_UI_Tile_Offers';
import tileOpen from '@salesforce/label/c.PRM_UI_Tile_Open';
import tileStale from '@salesforce/label/c.PRM_UI_Tile_Stale';
import tileWon from '@salesforce/label/c.PRM_UI_Tile_Won';
import toDo from '@salesforce/label/c.PRM_UI_To_Do';
import { OFFERS_CHANGED } from 'c/prmOffers';
import { onChanged } from 'c/prmUiBus';
import { fill } from 'c/prmUiText';
import { NavigationMixin, type PageReference } from 'lightning/navigation';

export interface Waiting {
  /** offer or lead. */
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly detail?: string | null;
  readonly dueAt?: string | null;
}

/** `PrmPartnerHomeController.Summary`. */
export interface Summary {
  readonly partnerName?: string | null;
  readonly tierName?: string | null;
  readonly offersWaiting: number;
  readonly offersDueSoon: number;
  readonly openLeads: number;
  readonly staleLeads: number;
  readonly wonThisYear: number;
  readonly nextDueAt?: string | null;
  readonly waiting: readonly Waiting[];
}

interface Tile {
  readonly label: string;
  readonly value: number;
  readonly page: string;
  readonly classes: string;
}

/** What waits for the partner, most urgent first, and where it stands at a glance. */
export default class PrmPartnerHome extends NavigationMixin(LightningElement) {
  @api offersPage = 'Offers__c';
  @api leadsPage = 'My_Leads__c';

  /** The page shows the offers themselves: they are not listed again. */
  @api leadsOnly = false;

  labels = { atAGlance, nothing, nothingBody, toDo };
  summary?: Summary;
  loadError?: unknown;
  private provisioned?: Wired<Summary>;
  private stopListening?: () => void;

  @wire(loadSummary)
  wiredSummary(result: Wired<Summary>): void {
    this.provisioned = result;
    if (result.data) this.summary = result.data;
    this.loadError = result.error;
  }

  connectedCallback(): void {
    this.stopListening = onChanged(OFFERS_CHANGED, () => refreshApex(this.provisioned));
  }

  disconnectedCallback(): void {
    this.stopListening?.();
  }

  get loading(): boolean {
    return !this.summary && !this.loadError;
  }

  get heading(): string {
    return this.summary?.partnerName ? fill(homeTitle, this.summary.partnerName) : homePlain;
  }

  get tierText(): string {
    return this.summary?.tierName ? fill(tier, this.summary.tierName) : '';
  }

  get tiles(): Tile[] {
    if (!this.summary) return [];
    const { offersWaiting, offersDueSoon, openLeads, staleLeads, wonThisYear } = this.summary;
    const tile = (label: string, value: number, page: string, urgent = false): Tile => ({
      label,
      value,
      page,
      classes: urgent && value > 0 ? 'tile tile_urgent' : 'tile',
    });
    return [
      tile(tileOffers, offersWaiting, this.offersPage),
      tile(tileDueSoon, offersDueSoon, this.offersPage, true),
      tile(tileOpen, openLeads, this.leadsPage),
      tile(tileStale, staleLeads, this.leadsPage, true),
      tile(tileWon, wonThisYear, this.leadsPage),
    ];
  }

  get lines(): (Waiting & { key: string; action: string })[] {
    return this.waiting.map((each) => ({ ...each, key: `${each.kind}.${each.id}`, action: each.kind === 'offer' ? kindOffer : kindLead }));
  }

  get nothingWaits(): boolean {
    return !this.leadsOnly && this.waiting.length === 0;
  }

  get listed(): boolean {
    return !this.leadsOnly || this.waiting.length > 0;
  }

  private get waiting(): readonly Waiting[] {
    return (this.summary?.waiting ?? []).filter(({ kind }) => !this.leadsOnly || kind !== 'offer');
  }

  handleTile(event: Event): void {
    this.go((event.currentTarget as HTMLElement).dataset.page ?? '');
  }

  handleLine(event: Event): void {
    const { kind, id } = (event.currentTarget as HTMLElement).dataset;
    if (kind === 'offer') this.go(this.offersPage);
    else this.go(this.leadsPage, { lead: id });
  }

  handleExpire(): Promise<void> {
    return refreshApex(this.provisioned);
  }

  handleRetry(): Promise<void> {
    this.loadError = undefined;
    return refreshApex(this.provisioned);
  }

  private go(name: string, state: PageReference['state'] = {}): void {
    this[NavigationMixin.Navigate]({ type: 'comm__namedPage', attributes: { name }, state });
  }
}
