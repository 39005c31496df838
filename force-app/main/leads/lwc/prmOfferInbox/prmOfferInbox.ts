import { api, LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import accept from '@salesforce/apex/PrmOfferInboxController.accept';
import decline from '@salesforce/apex/PrmOfferInboxController.decline';
import declineReasons from '@salesforce/apex/PrmOfferInboxController.declineReasons';
import listOffers from '@salesforce/apex/PrmOfferInboxController.listOffers';
import accepted from '@salesforce/label/c.PRM_UI_Accepted';
import all from '@salesforce/label/c.PRM_UI_All';
import acceptedNext from '@salesforce/label/c.PRM_UI_Accepted_Next';
import acceptedToast from '@salesforce/label/c.PRM_UI_Accepted_Toast';
import count from '@salesforce/label/c.PRM_UI_Count';
import declined from '@salesforce/label/c.PRM_UI_Declined';
import declinedToast from '@salesforce/label/c.PRM_UI_Declined_Toast';
import expired from '@salesforce/label/c.PRM_UI_Expired';
import failed from '@salesforce/label/c.PRM_UI_Offer_Failed';
import noMatch from '@salesforce/label/c.PRM_UI_No_Match';
import noMatchBody from '@salesforce/label/c.PRM_UI_No_Match_Body';
import noOffers from '@salesforce/label/c.PRM_UI_No_Offers';
import noOffersBody from '@salesforce/label/c.PRM_UI_No_Offers_Body';
import offersHeading from '@salesforce/label/c.PRM_UI_Offers';
import searchOffers from '@salesforce/label/c.PRM_UI_Search_Offers';
import waiting from '@salesforce/label/c.PRM_UI_Waiting';
import { companyOf, OFFERS_CHANGED, type Choice, type Offer, type OfferPage } from 'c/prmOffers';
import { readAddress, writeAddress } from 'c/prmUiAddress';
import { changed, onChanged } from 'c/prmUiBus';
import { pageWithin } from 'c/prmUiPaging';
import { fill } from 'c/prmUiText';
import { confirmDone } from 'c/prmUiToast';

interface Failure {
  readonly heading: string;
  readonly error: unknown;
}
interface Answer {
  readonly offerId: string;
  readonly reason: string;
  readonly note: string;
}

/** What the inbox may show; empty stands for what waits. */
const STATUSES: readonly Choice[] = [
  { value: '', label: waiting },
  { value: 'Accepted', label: accepted },
  { value: 'Declined', label: declined },
  { value: 'Expired', label: expired },
  { value: 'All', label: all },
];

/** Lead offers that wait for the partner's answer: accept with one click, decline with two. */
export default class PrmOfferInbox extends LightningElement {
  @api pageSize = 12;
  /** Waiting offers only, without search. */
  @api brief = false;

  labels = { searchOffers };
  statuses = STATUSES;
  pageNumber = 1;
  status = '';
  search = '';
  offers?: OfferPage;
  loadError?: unknown;
  failure?: Failure;
  reasons: readonly Choice[] = [];
  /** Offers whose answer is on its way. */
  busyIds: readonly string[] = [];
  private provisioned?: Wired<OfferPage>;
  private stopListening?: () => void;
  /** Place in the list of the offer that was answered: where the next one is once the list is fresh. */
  private answeredIndex?: number;
  private focusIndex?: number;

  @wire(listOffers, { pageNumber: '$pageNumber', pageSize: '$pageSize', status: '$status', search: '$search' })
  wiredOffers(result: Wired<OfferPage>): void {
    this.provisioned = result;
    if (result.data) {
      this.offers = result.data;
      this.loadError = undefined;
      this.pageNumber = pageWithin(result.data, this.pageNumber);
      this.focusIndex = this.answeredIndex;
      this.answeredIndex = undefined;
    } else if (result.error) {
      this.loadError = result.error;
    }
  }

  @wire(declineReasons)
  wiredReasons({ data }: Wired<readonly Choice[]>): void {
    this.reasons = data ?? [];
  }

  connectedCallback(): void {
    if (!this.brief) this.takeAddress();
    this.stopListening = onChanged(OFFERS_CHANGED, () => this.refresh());
  }

  disconnectedCallback(): void {
    this.stopListening?.();
  }

  /** The answered card is gone, and the focus with it: it goes on to the next card, or to the heading after the last. */
  renderedCallback(): void {
    if (this.focusIndex === undefined) return;
    const cards = [...(this.template?.querySelectorAll<HTMLElement>('c-prm-offer-card') ?? [])];
    (cards[Math.min(this.focusIndex, cards.length - 1)] ?? this.template?.querySelector<HTMLElement>('[data-heading]'))?.focus();
    this.focusIndex = undefined;
  }

  /** Alone on its page the inbox has the first heading, among others a second. */
  get cardLevel(): number {
    return this.brief ? 3 : 2;
  }

  get heading(): string {
    return this.offers ? `${offersHeading} ${fill(count, this.offers.total)}` : offersHeading;
  }

  get loading(): boolean {
    return !this.offers && !this.loadError;
  }

  get cards(): { offer: Offer; busy: boolean }[] {
    return (this.offers?.items ?? []).map((offer) => ({ offer, busy: this.busyIds.includes(offer.id) }));
  }

  get empty(): boolean {
    return this.offers?.items.length === 0;
  }

  get emptyHeading(): string {
    return this.search || this.status ? noMatch : noOffers;
  }

  get emptyBody(): string {
    return this.search || this.status ? noMatchBody : noOffersBody;
  }

  get total(): number {
    return this.offers?.total ?? 0;
  }

  handleAccept(event: CustomEvent<Answer>): Promise<void> {
    const { offerId } = event.detail;
    return this.answer(offerId, async (company) => {
      await accept({ offerId });
      confirmDone(this, fill(acceptedToast, company), acceptedNext);
    });
  }

  handleDecline(event: CustomEvent<Answer>): Promise<void> {
    const { offerId, reason, note } = event.detail;
    return this.answer(offerId, async (company) => {
      await decline({ offerId, reason, note });
      confirmDone(this, fill(declinedToast, company));
    });
  }

  handleFilter({ detail }: CustomEvent<{ search: string; choice: string }>): void {
    this.search = detail.search;
    this.status = detail.choice;
    this.pageNumber = 1;
    this.keepAddress();
  }

  handlePage(event: CustomEvent<{ pageNumber: number }>): void {
    this.pageNumber = event.detail.pageNumber;
    this.keepAddress();
  }

  handleExpire(): void {
    changed(OFFERS_CHANGED);
  }

  handleRetry(): Promise<void> {
    this.loadError = undefined;
    return this.refresh();
  }

  handleDismiss(): void {
    this.failure = undefined;
  }

  private takeAddress(): void {
    const { search, show, pageNumber } = readAddress();
    this.search = search;
    this.status = STATUSES.some(({ value }) => value === show) ? show : '';
    this.pageNumber = pageNumber;
  }

  private keepAddress(): void {
    if (!this.brief) writeAddress({ search: this.search, show: this.status, pageNumber: this.pageNumber });
  }

  /** Sends an answer. Whatever comes of it, the list is asked again: the offer may be gone. */
  private async answer(offerId: string, send: (company: string) => Promise<void>): Promise<void> {
    const offer = this.offers?.items.find(({ id }) => id === offerId);
    if (!offer || this.busyIds.includes(offerId)) return;
    const company = companyOf(offer);
    this.failure = undefined;
    this.busyIds = [...this.busyIds, offerId];
    try {
      await send(company);
      this.answeredIndex = this.offers?.items.indexOf(offer);
    } catch (error) {
      this.failure = { heading: fill(failed, company), error };
    } finally {
      this.busyIds = this.busyIds.filter((id) => id !== offerId);
      changed(OFFERS_CHANGED);
    }
  }

  private async refresh(): Promise<void> {
    await refreshApex(this.provisioned);
  }
}
