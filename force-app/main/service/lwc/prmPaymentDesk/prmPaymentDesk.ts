import { api, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import listClaims from '@salesforce/apex/PrmPaymentDeskController.listClaims';
import pay from '@salesforce/apex/PrmPaymentDeskController.pay';
import totals from '@salesforce/apex/PrmPaymentDeskController.totals';
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
import { changed } from 'c/prmUiBus';
import type PrmUiField from 'c/prmUiField';
import type { Option } from 'c/prmUiField';
import type { Column, Row } from 'c/prmUiList';
import { ListPage } from 'c/prmUiListPage';
import { fill } from 'c/prmUiText';
import { confirmDone } from 'c/prmUiToast';

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
export default class PrmPaymentDesk extends ListPage<Payment> {
  @api pageSize = 25;

  labels = { payLabel, reference, referenceHelp, search, selectAll, selectNone, title, totalsLabel };
  choices = CHOICES;
  dataKind = CLAIMS_CHANGED;
  texts = { title, none, noneBody, noMatch, noMatchBody };
  failure?: unknown;
  selected: readonly string[] = [];
  reference = '';
  busy = false;
  private sums: readonly PaymentTotal[] = [];
  private provisionedSums?: Wired<PaymentTotal[]>;

  @wire(listClaims, { pageNumber: '$pageNumber', pageSize: '$pageSize', show: '$show', search: '$search' })
  wiredClaims(result: Wired<PaymentPage>): void {
    this.take(result);
    if (result.data) this.selected = this.chosen.map(({ id }) => id);
  }

  @wire(totals)
  wiredTotals(result: Wired<PaymentTotal[]>): void {
    this.provisionedSums = result;
    if (result.data) this.sums = result.data;
  }

  get columns(): readonly Column[] {
    return this.paysHere ? OWED_COLUMNS : PAID_COLUMNS;
  }

  /** Whether what is shown can be chosen for payment. */
  get paysHere(): boolean {
    return !AFTER_PAYMENT.includes(this.show);
  }

  get rows(): Row[] {
    return this.items.map(rowOf);
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
    return this.items.filter(isPayable);
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
    return this.itemOf(this.openId)?.name ?? title;
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

  protected override async refresh(): Promise<void> {
    await Promise.all([super.refresh(), refreshApex(this.provisionedSums)]);
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
}
