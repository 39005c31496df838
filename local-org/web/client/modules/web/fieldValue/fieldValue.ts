/** A field of a record as people read it. */
import { api, LightningElement } from 'lwc';
import { context } from 'web/context';
import { urlOf } from 'web/links';
import type { FieldInfo, RecordData } from 'web/records';
import { currentResponse } from 'web/router';

export default class FieldValueView extends LightningElement {
  @api record!: RecordData;
  @api info!: FieldInfo;
  timeZone = context.timeZone;

  private is(...types: string[]): boolean { return types.includes(this.info.dataType); }

  get value(): unknown { return this.record.fields[this.info.apiName]?.value; }
  get isEmpty(): boolean { return !this.isBoolean && (this.value === null || this.value === undefined || this.value === ''); }
  get isBoolean(): boolean { return this.is('Boolean'); }
  get booleanText(): string { return this.value === true ? 'True' : 'False'; }
  get isCurrency(): boolean { return this.is('Currency'); }
  get isPercent(): boolean { return this.is('Percent'); }
  get isNumber(): boolean { return this.is('Double', 'Int', 'Long'); }
  get isDate(): boolean { return this.is('Date'); }
  get isDateTime(): boolean { return this.is('DateTime'); }
  get isTime(): boolean { return this.is('Time'); }
  get isEmail(): boolean { return this.is('Email'); }
  get isPhone(): boolean { return this.is('Phone'); }
  get isUrl(): boolean { return this.is('Url'); }
  get isRichText(): boolean { return this.info.htmlFormatted; }

  /** The record a reference points to, where this app or site has a page for it. */
  private get target(): RecordData | undefined {
    const held = this.info.relationshipName ? this.record.fields[this.info.relationshipName] : undefined;
    return (held?.value as RecordData | null | undefined) ?? undefined;
  }

  get link(): string | undefined {
    if (!this.target || !this.text) return undefined;
    const { shell } = currentResponse();
    const shown = shell.kind === 'console' || shell.routes.some((route) => route.routeType.startsWith('detail-') && route.objectApiName === this.target!.apiName);
    return shown && this.target.apiName !== 'User' ? urlOf({ type: 'standard__recordPage', attributes: { recordId: String(this.value), objectApiName: this.target.apiName, actionName: 'view' }, state: {} }) : undefined;
  }

  get text(): string {
    const name = this.target && Object.values(this.target.fields).find((field) => typeof field.value === 'string')?.value;
    return String(name ?? this.record.fields[this.info.apiName]?.displayValue ?? this.value ?? '');
  }
}
