import { api, LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import getReturn from '@salesforce/apex/PrmReturnsDeskController.getReturn';
import receive from '@salesforce/apex/PrmReturnsDeskController.receive';
import waive from '@salesforce/apex/PrmReturnsDeskController.waive';
import claim from '@salesforce/label/c.PRM_UI_RETURN_Claim';
import due from '@salesforce/label/c.PRM_UI_RETURN_Due';
import fillIn from '@salesforce/label/c.PRM_UI_RETURN_As_Announced';
import mismatchToast from '@salesforce/label/c.PRM_UI_RETURN_Mismatch_Toast';
import note from '@salesforce/label/c.PRM_UI_RETURN_Note';
import partner from '@salesforce/label/c.PRM_UI_RETURN_Partner';
import parts from '@salesforce/label/c.PRM_UI_RETURN_Parts';
import quantity from '@salesforce/label/c.PRM_UI_RETURN_Quantity';
import receiveHint from '@salesforce/label/c.PRM_UI_RETURN_Receive_Hint';
import receiveIt from '@salesforce/label/c.PRM_UI_RETURN_Receive';
import receivedAt from '@salesforce/label/c.PRM_UI_RETURN_Received_At';
import receivedToast from '@salesforce/label/c.PRM_UI_RETURN_Received_Toast';
import serial from '@salesforce/label/c.PRM_UI_RETURN_Serial';
import shipment from '@salesforce/label/c.PRM_UI_RETURN_Shipment';
import shippedOn from '@salesforce/label/c.PRM_UI_RETURN_Shipped_On';
import waiveField from '@salesforce/label/c.PRM_UI_RETURN_Waive_Field';
import waiveHeading from '@salesforce/label/c.PRM_UI_RETURN_Waive';
import waiveReason from '@salesforce/label/c.PRM_UI_RETURN_Waive_Reason';
import waiveSend from '@salesforce/label/c.PRM_UI_RETURN_Waive_Send';
import waivedToast from '@salesforce/label/c.PRM_UI_RETURN_Waived_Toast';
import type PrmClaimReply from 'c/prmClaimReply';
import type { Fact } from 'c/prmDeskFacts';
import { announcedText, asAnnounced, cameText, consequenceOf, fieldsOf, receiptsOf, RETURNS_CHANGED, shipmentOf, stateOf, type ReturnDetail, type ReturnLine } from 'c/prmReturnRows';
import { changed } from 'c/prmUiBus';
import { dropDraft, keepDraft, loadDraft } from 'c/prmUiDraft';
import type PrmUiField from 'c/prmUiField';
import type { Flag } from 'c/prmUiList';
import { dayText, momentText } from 'c/prmUiTime';
import { confirmDone } from 'c/prmUiToast';

const REASON_LENGTH = 255;

interface Part {
  readonly id: string;
  readonly name: string;
  readonly announced: string;
  readonly came: string;
  readonly seen: string;
  readonly fields: ReturnType<typeof fieldsOf>;
  readonly values: { readonly quantity: string; readonly serial: string; readonly note: string };
}

/** One return: what was announced, what came line by line, or why we do without. */
export default class PrmReturnReceipt extends LightningElement {
  @api recordId = '';

  labels = { fillIn, note, parts, quantity, receiveHint, receiveIt, serial, waiveField, waiveHeading, waiveSend };
  reasonLength = REASON_LENGTH;
  detail?: ReturnDetail;
  loadError?: unknown;
  failure?: unknown;
  busy = false;
  values: Readonly<Record<string, string>> = {};
  private provisioned?: Wired<ReturnDetail>;

  @wire(getReturn, { returnId: '$recordId' })
  wiredReturn(result: Wired<ReturnDetail>): void {
    this.provisioned = result;
    if (result.data) this.detail = result.data;
    this.loadError = result.error;
  }

  connectedCallback(): void {
    this.values = loadDraft(this.draftName);
  }

  private get draftName(): string {
    return `receipt.${this.recordId}`;
  }

  get waiveDraft(): string {
    return `waive.${this.recordId}`;
  }

  get loading(): boolean {
    return !this.detail && !this.loadError;
  }

  get isOpen(): boolean {
    return this.detail?.item.isOpen === true;
  }

  get state(): Flag | undefined {
    return this.detail && stateOf(this.detail.item);
  }

  get consequence(): string {
    return this.detail ? consequenceOf(this.detail.item) : '';
  }

  get facts(): Fact[] {
    const item = this.detail?.item;
    if (!item) return [];
    return [
      { label: partner, value: item.partnerName },
      { label: claim, value: item.claimName },
      { label: due, value: dayText(item.dueOn) },
      { label: shippedOn, value: dayText(item.shippedOn) },
      { label: shipment, value: shipmentOf(item) },
      { label: receivedAt, value: momentText(item.receivedAt) },
      { label: waiveReason, value: item.waiveReason },
    ];
  }

  get partLines(): Part[] {
    return (this.detail?.lines ?? []).map((line: ReturnLine) => {
      const fields = fieldsOf(line);
      const typed = (name: string): string => this.values[name] ?? '';
      return {
        id: line.id,
        name: line.part ?? '',
        announced: announcedText(line),
        came: cameText(line),
        seen: line.note ?? '',
        fields,
        values: { quantity: typed(fields.quantity), serial: typed(fields.serial), note: typed(fields.note) },
      };
    });
  }

  handleChange({ detail: { name, value } }: CustomEvent<{ name: string; value: string }>): void {
    this.keep({ ...this.values, [name]: value });
  }

  handleFillIn(): void {
    this.keep({ ...this.values, ...asAnnounced(this.detail?.lines ?? []) });
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void this.receive();
  }

  handleReceive(): Promise<void> {
    return this.receive();
  }

  handleWaive({ detail: { text } }: CustomEvent<{ text: string }>): Promise<void> {
    return this.act(async () => {
      const reply = this.template?.querySelector<HTMLElement & PrmClaimReply>('c-prm-claim-reply');
      const after = await waive({ returnId: this.recordId, reason: text });
      reply?.saved();
      this.settle(after, waivedToast);
    });
  }

  handleRetry(): Promise<void> {
    this.loadError = undefined;
    return refreshApex(this.provisioned);
  }

  private async receive(): Promise<void> {
    const fields = [...(this.template?.querySelectorAll<HTMLElement & PrmUiField>('c-prm-ui-field') ?? [])];
    const wrong = fields.filter((field) => !field.validate());
    if (wrong[0]) {
      wrong[0].focus();
      return;
    }
    await this.act(async () => {
      const after = await receive({ returnId: this.recordId, receipts: receiptsOf(this.detail?.lines ?? [], this.values) });
      this.settle(after, after.item.mismatch ? mismatchToast : receivedToast);
    });
  }

  private settle(after: ReturnDetail, toast: string): void {
    this.detail = after;
    this.values = {};
    dropDraft(this.draftName);
    confirmDone(this, toast);
  }

  private keep(values: Readonly<Record<string, string>>): void {
    this.values = values;
    keepDraft(this.draftName, values);
  }

  private async act(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = undefined;
    try {
      await work();
      changed(RETURNS_CHANGED);
      await refreshApex(this.provisioned);
    } catch (error) {
      this.failure = error;
    } finally {
      this.busy = false;
    }
  }
}
