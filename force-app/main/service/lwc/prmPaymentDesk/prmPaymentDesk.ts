import { api, LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import listClaims from '@salesforce/apex/PrmPaymentDeskController.listClaims';
import pay from '@salesforce/apex/PrmPaymentDeskController.pay';
import totals from '@salesforce/apex/PrmPaymentDeskController.totals';
import count from '@salesforce/label/c.PRM_UI_Count';
import amount from '@salesforce/label/c.PRM_UI_PAY_Amount';
import blocked from '@salesforce/label/c.PRM_UI_PAY_Show_Blocked';
import claim from '@salesforce/label/c.PRM_UI_PAY_Claim';
import clawback from '@salesforce/label/c.PRM_UI_PAY_Show_Clawback';
import clawedBack from '@salesforce/label/c.PRM_UI_PAY_Show_Clawed_Back';
import due from '@salesforce/label/c.PRM_UI_PAY_Due';
import noMatch from '@salesforce/label/c.PRM_UI_PAY_No_Match';
import noMatchBody from '@salesforce/label/c.PRM_UI_PAY_No_Match_Body';
import none from '@salesforce/label/c.PRM_UI_PAY_None';
import noneBody from '@salesforce/label/c.PRM_UI_PAY_None_Body';
import paid from '@salesforce/label/c.PRM_UI_PAY_Show_Paid';
import paidAt from '@salesforce/label/c.PRM_UI_PAY_Paid_At';
import paidToast from '@salesforce/label/c.PRM_UI_PAY_Paid_Toast';
import payLabel from '@salesforce/label/c.PRM_UI_PAY_Pay';
import readyShown from '@salesforce/label/c.PRM_UI_PAY_Show_Ready';
import reference from '@salesforce/label/c.PRM_UI_PAY_Reference';
import referenceHelp from '@salesforce/label/c.PRM_UI_PAY_Reference_Help';
import search from '@salesforce/label/c.PRM_UI_PAY_Search';
import selectAll from '@salesforce/label/c.PRM_UI_PAY_Select_All';
import selectedLabel from '@salesforce/label/c.PRM_UI_PAY_Selected';
import selectNone from '@salesforce/label/c.PRM_UI_PAY_Select_None';
import showDue from '@salesforce/label/c.PRM_UI_PAY_Show_Due';
import state from '@salesforce/label/c.PRM_UI_PAY_State';
import title from '@salesforce/label/c.PRM_UI_PAY_Title';
import totalBlocked from '@salesforce/label/c.PRM_UI_PAY_Total_Blocked';
import totalReady from '@salesforce/label/c.PRM_UI_PAY_Total_Ready';
import totalsLabel from '@salesforce/label/c.PRM_UI_PAY_Totals';
import { CLAIMS_CHANGED, moneyText } from 'c/prmClaims';
import { isPayable, rowOf, sumsText, type Payment, type PaymentPage, type PaymentTotal } from 'c/prmPaymentRows';
import { readAddress, writeAddress } from 'c/prmUiAddress';
import { changed, onChanged } from 'c/prmUiBus';
import type PrmUiField from 'c/prmUiField';
import type { Option } from 'c/prmUiField';
import type { Column, Row } from 'c/prmUiList';
import { pageWithin } from 'c/prmUiPaging';
import { fill } from 'c/prmUiText';
import { confirmDone } from 'c/prmUiToast';

interface List extends HTMLElement {
  focusRow(id: string): void;
}

const OWED_COLUMNS: readonly Column[] = [
  { field: 'name', label: claim },
  { field: 'amount', label: amount },
  { field: 'due', label: due, type: 'day' },
  { field: 'state', label: state, type: 'state' },
];
const PAID_COLUMNS: readonly Column[] = [
  { field: 'name', label: claim },
  { field: 'amount', label: amount },
  { field: 'paidAt', label: paidAt, type: 'moment' },
  { field: 'reference', label: reference },
  { field: 'state', label: state, type: 'state' },
];
/** What the desk may show; empty stands for all that is owed. */
const CHOICES: readonly Option[] = [
  { value: '', label: showDue },
  { value: 'Ready', label: readyShown },
  { value: 'Blocked', label: blocked },
  { value: 'Paid', label: paid },
  { value: 'Clawback', label: clawback },
  { value: 'ClawedBack', label: clawedBack },
];
const AFTER_PAYMENT: readonly string[] = ['Paid', 'Clawback', 'ClawedBack'];

/** Claims due for payment: chosen by box, paid together with one reference; what was paid, and taking it back. */
export default class PrmPaymentDesk extends LightningElement {
  @api pageSize = 25;

  labels = { payLabel, reference, referenceHelp, search, selectAll, selectNone, title, totalsLabel };
  choices = CHOICES;
  pageNumber = 1;
  show = '';
  search = '';
  claims?: PaymentPage;
  loadError?: unknown;
  failure?: unknown;
  openId = '';
  selected: readonly string[] = [];
  reference = '';
  busy = false;
  private sums: readonly PaymentTotal[] = [];
  private provisioned?: Wired<PaymentPage>;
  private provisionedSums?: Wired<PaymentTotal[]>;
  private stopListening?: () => void;
  private focusRow?: string;

  @wire(listClaims, { pageNumber: '$pageNumber', pageSize: '$pageSize', show: '$show', search: '$search' })
  wiredClaims(result: Wired<PaymentPage>): void {
    this.provisioned = result;
    if (result.data) {
      this.claims = result.data;
      this.pageNumber = pageWithin(result.data, this.pageNumber);
      this.selected = this.chosen.map(({ id }) => id);
    }
    this.loadError = result.error;
  }

  @wire(totals)
  wiredTotals(result: Wired<PaymentTotal[]>): void {
    this.provisionedSums = result;
    if (result.data) this.sums = result.data;
  }

  connectedCallback(): void {
    const address = readAddress();
    this.search = address.search;
    this.show = CHOICES.some(({ value }) => value === address.show) ? address.show : '';
    this.pageNumber = address.pageNumber;
    this.stopListening = onChanged(CLAIMS_CHANGED, () => {
      void refreshApex(this.provisioned);
      void refreshApex(this.provisionedSums);
    });
  }

  disconnectedCallback(): void {
    this.stopListening?.();
  }

  renderedCallback(): void {
    if (this.focusRow === undefined) return;
    this.template?.querySelector<List>('c-prm-ui-list')?.focusRow(this.focusRow);
    this.focusRow = undefined;
  }

  get heading(): string {
    return this.claims ? `${title} ${fill(count, this.claims.total)}` : title;
  }

  get loading(): boolean {
    return !this.claims && !this.loadError;
  }

  get columns(): readonly Column[] {
    return this.paysHere ? OWED_COLUMNS : PAID_COLUMNS;
  }

  /** Whether what is shown can be chosen for payment. */
  get paysHere(): boolean {
    return !AFTER_PAYMENT.includes(this.show);
  }

  get rows(): Row[] {
    return (this.claims?.items ?? []).map(rowOf);
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get empty(): boolean {
    return this.claims?.items.length === 0;
  }

  get emptyHeading(): string {
    return this.search || this.show ? noMatch : none;
  }

  get emptyBody(): string {
    return this.search || this.show ? noMatchBody : noneBody;
  }

  get total(): number {
    return this.claims?.total ?? 0;
  }

  get totals(): string[] {
    return this.sums.flatMap(({ currencyCode, ready, readyCount, blocked: held, blockedCount }) => [
      ...(readyCount ? [fill(totalReady, moneyText(ready, currencyCode), readyCount)] : []),
      ...(blockedCount ? [fill(totalBlocked, moneyText(held, currencyCode), blockedCount)] : []),
    ]);
  }

  get hasTotals(): boolean {
    return this.totals.length > 0;
  }

  private get payable(): Payment[] {
    return (this.claims?.items ?? []).filter(isPayable);
  }

  /** What is selected and can still be paid. */
  private get chosen(): Payment[] {
    return this.payable.filter(({ id }) => this.selected.includes(id));
  }

  get maySelect(): boolean {
    return this.paysHere && this.payable.length > 0;
  }

  get hasChosen(): boolean {
    return this.chosen.length > 0;
  }

  get chosenText(): string {
    return fill(selectedLabel, this.chosen.length, sumsText(this.chosen));
  }

  get panelHeading(): string {
    return this.claims?.items.find(({ id }) => id === this.openId)?.name ?? title;
  }

  handleFilter({ detail }: CustomEvent<{ search: string; choice: string }>): void {
    this.search = detail.search;
    this.show = detail.choice;
    this.pageNumber = 1;
    this.keepAddress();
  }

  handlePage({ detail }: CustomEvent<{ pageNumber: number }>): void {
    this.pageNumber = detail.pageNumber;
    this.keepAddress();
  }

  handleSelect({ detail }: CustomEvent<{ ids: readonly string[] }>): void {
    this.selected = detail.ids;
  }

  handleSelectAll(): void {
    this.selected = this.payable.map(({ id }) => id);
  }

  handleSelectNone(): void {
    this.selected = [];
  }

  handleReference({ detail }: CustomEvent<{ value: string }>): void {
    this.reference = detail.value;
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void this.pay();
  }

  handlePay(): Promise<void> {
    return this.pay();
  }

  handleOpen({ detail }: CustomEvent<{ id: string }>): void {
    this.openId = detail.id;
  }

  handleClose(): void {
    this.focusRow = this.openId;
    this.openId = '';
  }

  handleRetry(): Promise<void> {
    this.loadError = undefined;
    return refreshApex(this.provisioned);
  }

  private async pay(): Promise<void> {
    const field = this.template?.querySelector<HTMLElement & PrmUiField>('c-prm-ui-field');
    if (this.busy || !field) return;
    if (!field.validate()) {
      field.focus();
      return;
    }
    const claimIds = this.chosen.map(({ id }) => id);
    this.busy = true;
    this.failure = undefined;
    try {
      await pay({ claimIds, reference: this.reference });
      this.selected = [];
      this.reference = '';
      confirmDone(this, fill(paidToast, claimIds.length));
      changed(CLAIMS_CHANGED);
    } catch (error) {
      this.failure = error;
    } finally {
      this.busy = false;
    }
  }

  private keepAddress(): void {
    writeAddress({ search: this.search, show: this.show, pageNumber: this.pageNumber });
  }
}
