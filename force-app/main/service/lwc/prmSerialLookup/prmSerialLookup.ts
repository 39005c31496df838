import { LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import find from '@salesforce/apex/PrmSerialController.find';
import day from '@salesforce/label/c.PRM_COV_On_Day';
import dayHelp from '@salesforce/label/c.PRM_COV_On_Day_Help';
import heading from '@salesforce/label/c.PRM_COV_Look_Up';
import lookUp from '@salesforce/label/c.PRM_COV_Look_Up_Button';
import mySales from '@salesforce/label/c.PRM_COV_My_Sales';
import near from '@salesforce/label/c.PRM_COV_Near';
import noSales from '@salesforce/label/c.PRM_COV_No_Sales';
import serialHelp from '@salesforce/label/c.PRM_COV_Serial_Help';
import serialLabel from '@salesforce/label/c.PRM_COV_Serial';
import several from '@salesforce/label/c.PRM_COV_Several';
import unknown from '@salesforce/label/c.PRM_COV_Unknown';
import unknownBody from '@salesforce/label/c.PRM_COV_Unknown_Body';
import usageHelp from '@salesforce/label/c.PRM_COV_Usage_Help';
import usageLabel from '@salesforce/label/c.PRM_COV_Usage';
import { REGISTERED, type Found } from 'c/prmCoverage';
import { readAddress, writeAddress } from 'c/prmUiAddress';
import { onChanged } from 'c/prmUiBus';
import type PrmUiField from 'c/prmUiField';
import { joined } from 'c/prmUiText';
import { dayText } from 'c/prmUiTime';
import type { TimelineItem } from 'c/prmUiTimeline';

/** A serial number in any spelling: what it is, whether it is under warranty and why, and the partner's own sales of it. */
export default class PrmSerialLookup extends LightningElement {
  labels = { day, dayHelp, heading, lookUp, mySales, near, noSales, serialHelp, serialLabel, unknown, unknownBody, usageHelp, usageLabel };
  typed: Record<string, string> = { serial: '', day: '', usage: '' };
  /** What is asked; nothing before the first question. */
  serial?: string;
  onDay?: string | null;
  usage?: number | null;
  found?: Found;
  loadError?: unknown;
  private provisioned?: Wired<Found>;
  private stopListening?: () => void;

  @wire(find, { serial: '$serial', onDay: '$onDay', usage: '$usage' })
  wiredFound(result: Wired<Found>): void {
    this.provisioned = result;
    this.found = result.data;
    this.loadError = result.error;
  }

  connectedCallback(): void {
    const { search } = readAddress();
    if (search) this.ask(search);
    this.stopListening = onChanged(REGISTERED, () => refreshApex(this.provisioned));
  }

  disconnectedCallback(): void {
    this.stopListening?.();
  }

  get loading(): boolean {
    return this.serial !== undefined && !this.found && !this.loadError;
  }

  get known(): boolean {
    return Boolean(this.found?.assetId);
  }

  get notKnown(): boolean {
    return this.found !== undefined && !this.known;
  }

  get nearSerials(): readonly string[] {
    return this.found?.nearSerials ?? [];
  }

  get hasNear(): boolean {
    return this.nearSerials.length > 0;
  }

  get nearText(): string {
    return this.found?.several ? several : near;
  }

  get productText(): string {
    return joined(' · ', this.found?.productName, this.found?.productCode);
  }

  get sales(): TimelineItem[] {
    return (this.found?.sales ?? []).map((sale) => ({
      id: sale.id,
      title: joined(' · ', sale.kindLabel, dayText(sale.soldOn)),
      text: joined(' · ', sale.buyerName, sale.document),
      at: null,
      author: null,
    }));
  }

  get hasSales(): boolean {
    return this.sales.length > 0;
  }

  handleChange({ detail }: CustomEvent<{ name: string; value: string }>): void {
    this.typed = { ...this.typed, [detail.name]: detail.value };
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    const fields = [...(this.template?.querySelectorAll<HTMLElement & PrmUiField>('c-prm-ui-field') ?? [])];
    const wrong = fields.filter((field) => !field.validate());
    if (wrong[0]) wrong[0].focus();
    else this.ask(String(this.typed.serial).trim());
  }

  handleNear(event: Event): void {
    this.ask((event.currentTarget as HTMLElement).dataset.serial ?? '');
  }

  handleRetry(): Promise<void> {
    this.loadError = undefined;
    return refreshApex(this.provisioned);
  }

  private ask(serial: string): void {
    this.typed = { ...this.typed, serial };
    const { day: typedDay, usage } = this.typed;
    this.onDay = typedDay || null;
    this.usage = usage ? Number(usage) : null;
    this.serial = serial;
    writeAddress({ search: serial, show: '', pageNumber: 1 });
  }
}
