import { LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import askApex from '@salesforce/apex/PrmAdjudicatorController.ask';
import assign from '@salesforce/apex/PrmAdjudicatorController.assign';
import claim from '@salesforce/apex/PrmAdjudicatorController.claim';
import decideApex from '@salesforce/apex/PrmAdjudicatorController.decide';
import queue from '@salesforce/apex/PrmAdjudicatorController.queue';
import all from '@salesforce/label/c.PRM_UI_ADJ_All';
import answered from '@salesforce/label/c.PRM_UI_ADJ_Answered';
import appealed from '@salesforce/label/c.PRM_UI_ADJ_Appealed';
import asked from '@salesforce/label/c.PRM_UI_ADJ_Asked';
import decided from '@salesforce/label/c.PRM_UI_ADJ_Decided';
import emptyBody from '@salesforce/label/c.PRM_UI_ADJ_Empty_Body';
import emptyHeading from '@salesforce/label/c.PRM_UI_ADJ_Empty';
import failure from '@salesforce/label/c.PRM_UI_ADJ_Failure';
import flagCount from '@salesforce/label/c.PRM_UI_ADJ_Flag_Count';
import free from '@salesforce/label/c.PRM_UI_ADJ_Free';
import giveBack from '@salesforce/label/c.PRM_UI_ADJ_Give_Back';
import goodwill from '@salesforce/label/c.PRM_UI_ADJ_Goodwill';
import keys from '@salesforce/label/c.PRM_UI_ADJ_Keys';
import mine from '@salesforce/label/c.PRM_UI_ADJ_Mine';
import proofs from '@salesforce/label/c.PRM_UI_ADJ_Proofs';
import scopes from '@salesforce/label/c.PRM_UI_ADJ_Scopes';
import serialText from '@salesforce/label/c.PRM_UI_ADJ_Serial';
import signs from '@salesforce/label/c.PRM_UI_ADJ_Signs';
import take from '@salesforce/label/c.PRM_UI_ADJ_Take';
import title from '@salesforce/label/c.PRM_UI_ADJ_Title';
import { following, moneyText, neighbourOf, type ClaimFile, type LineChoice, type QueueItem, type QueuePage } from 'c/prmAdjudication';
import { fill, joined } from 'c/prmUiText';
import { dayText } from 'c/prmUiTime';
import { confirmDone } from 'c/prmUiToast';

type Act = 'approve' | 'adjust' | 'reject' | 'ask';
interface Decision extends HTMLElement {
  act(act: Act): void;
}

const ACTS: Readonly<Record<string, Act>> = { a: 'approve', j: 'adjust', r: 'reject', i: 'ask' };
const SCOPES: readonly (readonly [string, string])[] = [['all', all], ['free', free], ['mine', mine], ['appealed', appealed]];
const TYPING = new Set(['INPUT', 'TEXTAREA', 'SELECT']);

/** The adjudicator's queue: list, claim, and the piece's history with the flags; workable by keyboard alone. */
export default class PrmClaimQueue extends LightningElement {
  labels = { emptyBody, emptyHeading, keys, scopes, signs, title };
  scope = 'all';
  pageNumber = 1;
  page?: QueuePage;
  selected?: string;
  file?: ClaimFile;
  loadError?: unknown;
  fileError?: unknown;
  actError?: unknown;
  announcement = '';
  busy = false;
  private provisioned?: Wired<QueuePage>;
  private provisionedFile?: Wired<ClaimFile>;
  private focusSelected = false;

  @wire(queue, { scope: '$scope', pageNumber: '$pageNumber' })
  wiredQueue(result: Wired<QueuePage>): void {
    this.provisioned = result;
    if (result.data) {
      this.page = result.data;
      this.loadError = undefined;
      if (!this.items.some((item) => item.id === this.selected)) this.select(this.items[0]?.id);
    } else if (result.error) {
      this.loadError = result.error;
    }
  }

  @wire(claim, { claimId: '$selected' })
  wiredClaim(result: Wired<ClaimFile>): void {
    this.provisionedFile = result;
    if (result.data) {
      this.file = result.data;
      this.fileError = undefined;
    } else if (result.error) {
      this.fileError = result.error;
    }
  }

  renderedCallback(): void {
    if (!this.focusSelected) return;
    this.focusSelected = false;
    this.template?.querySelector<HTMLElement>(`[data-claim="${this.selected}"]`)?.focus();
  }

  get items(): readonly QueueItem[] {
    return this.page?.items ?? [];
  }

  get rows(): (QueueItem & { current: string; classes: string; money: string; marks: string })[] {
    return this.items.map((item) => ({
      ...item,
      current: String(item.id === this.selected),
      classes: item.id === this.selected ? 'row row_current' : 'row',
      money: joined(' · ', item.productName, moneyText(item.claimed, item.currencyCode)),
      marks: joined(' · ', item.appealed ? appealed : undefined, item.goodwill ? goodwill : undefined, item.flags ? fill(flagCount, item.flags) : undefined, item.adjudicatorName),
    }));
  }

  get scopeTabs(): { value: string; label: string; pressed: string }[] {
    return SCOPES.map(([value, label]) => ({ value, label, pressed: String(value === this.scope) }));
  }

  get loading(): boolean {
    return !this.page && !this.loadError;
  }

  get hasItems(): boolean {
    return this.items.length > 0;
  }

  get pageSize(): number {
    return this.page?.pageSize ?? 1;
  }

  get total(): number {
    return this.page?.total ?? 0;
  }

  get empty(): boolean {
    return this.page?.items.length === 0;
  }

  get opened(): ClaimFile | undefined {
    return this.file?.item.id === this.selected ? this.file : undefined;
  }

  get opening(): boolean {
    return Boolean(this.selected) && !this.opened && !this.fileError;
  }

  get editable(): boolean {
    return Boolean(this.opened && !this.opened.item.refusal);
  }

  get assignLabel(): string {
    return this.opened?.item.mine ? giveBack : take;
  }

  get canAssign(): boolean {
    return this.editable;
  }

  get about(): { key: string; text: string }[] {
    const file = this.opened;
    const texts = file
      ? [
          joined(' · ', file.item.partnerName, file.item.typeLabel, moneyText(file.item.claimed, file.item.currencyCode)),
          joined(' · ', fill(serialText, file.serial ?? ''), file.item.productName, dayText(file.failureDate)),
          fill(proofs, file.proofs),
          file.complaint,
          file.correction,
          file.goodwillReason ? `${goodwill}: ${file.goodwillReason}` : '',
          file.appealReason ? `${appealed}: ${file.appealReason}` : '',
          file.answer ? `${answered}: ${file.answer}` : '',
        ]
      : [];
    return texts.flatMap((text, index) => (text ? [{ key: String(index), text }] : []));
  }

  async handleScope(event: Event): Promise<void> {
    const scope = (event.currentTarget as HTMLElement).dataset.scope ?? 'all';
    // A wire whose question stays the same answers nothing.
    if (scope === this.scope && this.pageNumber === 1) {
      await this.refresh();
      return;
    }
    this.scope = scope;
    this.pageNumber = 1;
    this.page = undefined;
  }

  handlePage(event: CustomEvent<{ pageNumber: number }>): void {
    this.pageNumber = event.detail.pageNumber;
  }

  handleSelect(event: Event): void {
    this.select((event.currentTarget as HTMLElement).dataset.claim);
  }

  handleKey(event: KeyboardEvent): void {
    const source = event.composedPath()[0] as HTMLElement | undefined;
    if (event.ctrlKey || event.altKey || event.metaKey || TYPING.has(source?.tagName ?? '')) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.select(neighbourOf(this.items, this.selected, event.key === 'ArrowDown' ? 1 : -1));
      this.focusSelected = true;
      return;
    }
    const act = ACTS[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    this.template?.querySelector<Decision>('c-prm-claim-decision')?.act(act);
  }

  handleRetry(): Promise<void> {
    this.loadError = undefined;
    return this.refresh();
  }

  handleAssign(): Promise<void> {
    const item = this.opened?.item;
    return item ? this.work(() => assign({ claimId: item.id, mine: !item.mine }), '') : Promise.resolve();
  }

  handleDecide(event: CustomEvent<{ lines: readonly LineChoice[] }>): Promise<void> {
    const item = this.opened?.item;
    return item ? this.work(() => decideApex({ claimId: item.id, lines: event.detail.lines }), fill(decided, item.name)) : Promise.resolve();
  }

  handleAsk(event: CustomEvent<{ question: string }>): Promise<void> {
    const item = this.opened?.item;
    return item ? this.work(() => askApex({ claimId: item.id, question: event.detail.question }), fill(asked, item.name)) : Promise.resolve();
  }

  async handleSettled(): Promise<void> {
    await this.refresh();
  }

  get failureHeading(): string {
    return failure;
  }

  private select(id: string | undefined): void {
    if (id === this.selected) return;
    this.selected = id;
    this.fileError = undefined;
    this.actError = undefined;
  }

  /** Does something with the claim. Where it leaves the queue, the next one takes its place. */
  private async work(act: () => Promise<unknown>, done: string): Promise<void> {
    if (this.busy) return;
    const before = this.selected as string;
    this.busy = true;
    this.actError = undefined;
    try {
      await act();
      if (done) {
        const next = following(this.items, before);
        this.announcement = done;
        confirmDone(this, done);
        this.select(next);
        this.focusSelected = next !== undefined;
      }
    } catch (error) {
      this.actError = error;
    }
    this.busy = false;
    await this.refresh();
  }

  private async refresh(): Promise<void> {
    await Promise.all([this.provisioned && refreshApex(this.provisioned), this.provisionedFile && this.opened && refreshApex(this.provisionedFile)]);
  }
}
