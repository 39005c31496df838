import { api, LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import partnersToChoose from '@salesforce/apex/PrmLeadBoardController.partnersToChoose';
import hasIt from '@salesforce/label/c.PRM_UI_BOARD_Has_It';
import capOpen from '@salesforce/label/c.PRM_UI_BOARD_Open_Of_Cap';
import dropHere from '@salesforce/label/c.PRM_UI_BOARD_Drop_Here';
import noPartners from '@salesforce/label/c.PRM_UI_BOARD_No_Partners';
import noPartnersBody from '@salesforce/label/c.PRM_UI_BOARD_No_Partners_Body';
import noteHelp from '@salesforce/label/c.PRM_UI_BOARD_Note_Help';
import noteLabel from '@salesforce/label/c.PRM_UI_BOARD_Note';
import offerTo from '@salesforce/label/c.PRM_UI_BOARD_Offer_To';
import onlyOpen from '@salesforce/label/c.PRM_UI_BOARD_Open_Leads';
import partners from '@salesforce/label/c.PRM_UI_BOARD_Partners';
import searchPartners from '@salesforce/label/c.PRM_UI_BOARD_Search_Partners';
import type { PartnerChoice } from 'c/prmDistribution';
import { dropDraft, keepDraft, loadDraft } from 'c/prmUiDraft';
import type { Tone } from 'c/prmUiState';
import { fill, joined } from 'c/prmUiText';

/** What the history of an offer takes comfortably; the server keeps more. */
const NOTE_LENGTH = 1000;

interface Row {
  readonly partner: PartnerChoice;
  readonly facts: string;
  /** Why the partner cannot be given the lead. */
  readonly reason: string;
  readonly tone: Tone;
  readonly blocked: boolean;
  readonly action: string;
  readonly classes: string;
}

/**
 * Choice of a partner for a lead, by button or, in the tray, by dropping the lead.
 * @fires PrmHandOver#choose with `detail.partner` and `detail.note`
 */
export default class PrmHandOver extends LightningElement {
  @api
  get leadId(): string | undefined {
    return this.lead;
  }
  set leadId(value: string | undefined) {
    this.lead = value;
    this.note = value ? (loadDraft(this.draftName).note ?? '') : '';
  }
  /** Somebody has the lead: it is taken away, with words for the history. */
  @api noted = false;
  /** The partner who has the lead now: it cannot be given there again. */
  @api holderId?: string | null;
  /** Partners are places to drop a lead on; there is nothing to type. */
  @api tray = false;
  @api busy = false;
  /** Name to search for at first. */
  @api
  get initialSearch(): string {
    return this.search;
  }
  set initialSearch(value: string) {
    this.search = value ?? '';
  }

  labels = { dropHere, noPartners, noPartnersBody, noteHelp, noteLabel, partners, searchPartners };
  noteLength = NOTE_LENGTH;
  lead?: string;
  search = '';
  note = '';
  choices?: readonly PartnerChoice[];
  error?: unknown;
  /** The partner over which the lead hovers. */
  over = '';
  private provisioned?: Wired<readonly PartnerChoice[]>;

  @wire(partnersToChoose, { leadId: '$lead', search: '$search' })
  wiredPartners(result: Wired<readonly PartnerChoice[]>): void {
    this.provisioned = result;
    if (result.data) {
      this.choices = result.data;
      this.error = undefined;
    } else if (result.error) {
      this.error = result.error;
    }
  }

  private get draftName(): string {
    return `board.${this.lead}`;
  }

  get loading(): boolean {
    return !this.choices && !this.error;
  }

  get empty(): boolean {
    return this.choices?.length === 0;
  }

  get form(): boolean {
    return !this.tray;
  }

  get withNote(): boolean {
    return this.noted && !this.tray;
  }

  get listClasses(): string {
    return this.tray ? 'partners partners_tray' : 'partners';
  }

  get rows(): Row[] {
    return (this.choices ?? []).map((partner) => ({
      partner,
      facts: joined(' · ', partner.tierName, this.openText(partner)),
      reason: partner.id === this.holderId ? hasIt : (partner.reason ?? ''),
      tone: partner.id === this.holderId ? 'info' : 'warning',
      blocked: this.busy || !this.mayHave(partner),
      action: fill(offerTo, partner.name),
      classes: `partner${this.mayHave(partner) ? '' : ' partner_blocked'}${this.over === partner.id ? ' partner_over' : ''}`,
    }));
  }

  private openText({ openLeads, cap }: PartnerChoice): string {
    return cap === null || cap === undefined ? fill(onlyOpen, openLeads ?? 0) : fill(capOpen, openLeads ?? 0, cap);
  }

  private mayHave(partner: PartnerChoice): boolean {
    return partner.available && partner.id !== this.holderId;
  }

  private partnerOf(event: Event): PartnerChoice | undefined {
    const id = (event.currentTarget as HTMLElement).dataset.partner;
    return this.choices?.find((each) => each.id === id && this.mayHave(each));
  }

  handleFilter(event: CustomEvent<{ search: string }>): void {
    this.search = event.detail.search;
  }

  handleNote(event: CustomEvent<{ value: string }>): void {
    this.note = event.detail.value;
    keepDraft(this.draftName, { note: this.note });
  }

  handleChoose(event: Event): void {
    const partner = this.partnerOf(event);
    if (partner) this.choose(partner);
  }

  handleDragOver(event: DragEvent): void {
    const partner = this.partnerOf(event);
    this.over = partner?.id ?? '';
    // Only what is prevented here becomes a place to drop.
    if (partner) event.preventDefault();
  }

  handleDragLeave(): void {
    this.over = '';
  }

  handleDrop(event: DragEvent): void {
    event.preventDefault();
    this.over = '';
    const partner = this.partnerOf(event);
    if (partner) this.choose(partner);
  }

  handleRetry(): Promise<void> {
    this.error = undefined;
    return this.provisioned ? refreshApex(this.provisioned) : Promise.resolve();
  }

  /** Forgets the words once they are in the history. */
  @api
  saved(): void {
    dropDraft(this.draftName);
    this.note = '';
  }

  private choose(partner: PartnerChoice): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: { partner, note: this.note.trim() } }));
  }
}
