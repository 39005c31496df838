import { api, LightningElement } from 'lwc';
import accept from '@salesforce/apex/PrmRecoveriesController.accept';
import recover from '@salesforce/apex/PrmRecoveriesController.recover';
import refuse from '@salesforce/apex/PrmRecoveriesController.refuse';
import send from '@salesforce/apex/PrmRecoveriesController.send';
import acceptIt from '@salesforce/label/c.PRM_UI_RECOVERY_Accept';
import acceptedToast from '@salesforce/label/c.PRM_UI_RECOVERY_Accepted_Toast';
import amount from '@salesforce/label/c.PRM_UI_RECOVERY_Amount';
import claim from '@salesforce/label/c.PRM_UI_RECOVERY_Claim';
import deadline from '@salesforce/label/c.PRM_UI_RECOVERY_Deadline';
import money from '@salesforce/label/c.PRM_UI_RECOVERY_Money';
import note from '@salesforce/label/c.PRM_UI_RECOVERY_Note';
import noteFact from '@salesforce/label/c.PRM_UI_RECOVERY_Note_Fact';
import noteHelp from '@salesforce/label/c.PRM_UI_RECOVERY_Note_Help';
import part from '@salesforce/label/c.PRM_UI_RECOVERY_Part';
import recoverIt from '@salesforce/label/c.PRM_UI_RECOVERY_Recover';
import recoveredAmount from '@salesforce/label/c.PRM_UI_RECOVERY_Recovered_Amount';
import recoveredOn from '@salesforce/label/c.PRM_UI_RECOVERY_Recovered_On';
import recoveredToast from '@salesforce/label/c.PRM_UI_RECOVERY_Recovered_Toast';
import refuseIt from '@salesforce/label/c.PRM_UI_RECOVERY_Refuse';
import refusedToast from '@salesforce/label/c.PRM_UI_RECOVERY_Refused_Toast';
import required from '@salesforce/label/c.PRM_UI_Required';
import sendIt from '@salesforce/label/c.PRM_UI_RECOVERY_Send';
import sentOn from '@salesforce/label/c.PRM_UI_RECOVERY_Sent_On';
import sentToast from '@salesforce/label/c.PRM_UI_RECOVERY_Sent_Toast';
import share from '@salesforce/label/c.PRM_UI_RECOVERY_Share';
import supplier from '@salesforce/label/c.PRM_UI_RECOVERY_Supplier';
import { moneyText } from 'c/prmClaims';
import type { Fact } from 'c/prmDeskFacts';
import { RECOVERIES_CHANGED, stateOf, type Recovery } from 'c/prmRecoveryRows';
import { changed } from 'c/prmUiBus';
import { dropDraft, keepDraft, loadDraft } from 'c/prmUiDraft';
import type PrmUiField from 'c/prmUiField';
import type { Flag } from 'c/prmUiList';
import { fill } from 'c/prmUiText';
import { dayText } from 'c/prmUiTime';
import { confirmDone } from 'c/prmUiToast';

/**
 * One recovery with the steps that may be taken next.
 * @fires PrmRecoveryCard#step with `detail.recovery` as it stands after a step
 */
export default class PrmRecoveryCard extends LightningElement {
  @api recovery!: Recovery;

  labels = { acceptIt, note, noteHelp, recoverIt, refuseIt, sendIt };
  failure?: unknown;
  busy = false;
  values: Readonly<Record<string, string>> = {};
  noteProblem = '';
  amountProblem = '';

  connectedCallback(): void {
    this.values = { note: '', amount: '', ...loadDraft(this.draftName) };
  }

  private get draftName(): string {
    return `recovery.${this.recovery.id}`;
  }

  get state(): Flag {
    return stateOf(this.recovery);
  }

  get facts(): Fact[] {
    const { supplierName, partName, claimName, percent, amount: asked, currencyCode, recovered, ...rest } = this.recovery;
    return [
      { label: supplier, value: supplierName },
      { label: part, value: partName },
      { label: claim, value: claimName },
      { label: amount, value: [moneyText(asked, currencyCode), percent ? fill(share, percent) : ''].filter(Boolean).join(' · ') },
      { label: deadline, value: dayText(rest.deadline) },
      { label: sentOn, value: dayText(rest.sentOn) },
      { label: noteFact, value: rest.note },
      { label: recoveredAmount, value: recovered ? moneyText(recovered, currencyCode) : '' },
      { label: recoveredOn, value: dayText(rest.recoveredOn) },
    ];
  }

  get moneyLabel(): string {
    return fill(money, this.recovery.currencyCode);
  }

  get maySend(): boolean {
    return this.recovery.next.includes('Sent');
  }

  get mayAccept(): boolean {
    return this.recovery.next.includes('Accepted');
  }

  get mayRefuse(): boolean {
    return this.recovery.next.includes('Refused');
  }

  get mayRecover(): boolean {
    return this.recovery.next.includes('Recovered');
  }

  handleChange({ detail: { name, value } }: CustomEvent<{ name: string; value: string }>): void {
    this.values = { ...this.values, [name]: value };
    this.noteProblem = '';
    this.amountProblem = '';
    keepDraft(this.draftName, this.values);
  }

  handleSend(): Promise<void> {
    return this.act(sentToast, () => send({ recoveryId: this.recovery.id }));
  }

  async handleAccept(): Promise<void> {
    if (this.field('note').validate()) await this.act(acceptedToast, () => accept({ recoveryId: this.recovery.id, note: this.typed('note') }));
  }

  /** A refusal without the supplier's words helps nobody; an acceptance needs none. */
  async handleRefuse(): Promise<void> {
    const field = this.field('note');
    if (this.typed('note') === '') {
      this.noteProblem = required;
      field.focus();
    } else if (field.validate()) await this.act(refusedToast, () => refuse({ recoveryId: this.recovery.id, note: this.typed('note') }));
  }

  async handleRecover(): Promise<void> {
    const field = this.field('amount');
    if (this.typed('amount') === '') {
      this.amountProblem = required;
      field.focus();
    } else if (field.validate()) await this.act(recoveredToast, () => recover({ recoveryId: this.recovery.id, amount: Number(this.typed('amount')) }));
    else field.focus();
  }

  private typed(name: string): string {
    return (this.values[name] ?? '').trim();
  }

  private field(name: string): HTMLElement & PrmUiField {
    return this.template?.querySelector<HTMLElement & PrmUiField>(`c-prm-ui-field[data-field="${name}"]`) as HTMLElement & PrmUiField;
  }

  private async act(toast: string, work: () => Promise<Recovery>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = undefined;
    try {
      const recovery = await work();
      dropDraft(this.draftName);
      this.values = { note: '', amount: '' };
      this.dispatchEvent(new CustomEvent('step', { detail: { recovery } }));
      confirmDone(this, toast);
      changed(RECOVERIES_CHANGED);
    } catch (error) {
      this.failure = error;
    } finally {
      this.busy = false;
    }
  }
}
