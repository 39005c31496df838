/** https://developer.salesforce.com/docs/component-library/bundle/lightning-record-form */
import { api, LightningElement } from 'lwc';
import { objectInfo } from 'web/records';

type Field = string | { readonly fieldApiName: string };

/** Layout types show all fields that may be shown: page layouts belong to page parts. */
const SYSTEM = new Set(['Id', 'IsDeleted', 'SystemModstamp', 'CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate']);

export default class RecordForm extends LightningElement {
  @api objectApiName!: string;
  @api recordId?: string;
  @api fields?: readonly Field[];
  @api columns = 1;
  @api density = 'auto';
  @api mode?: 'view' | 'edit' | 'readonly';
  @api recordTypeId?: string;
  all: readonly string[] = [];
  private switched?: boolean;
  private layout?: string;

  @api
  get layoutType(): string | undefined { return this.layout; }
  set layoutType(value: string | undefined) { this.layout = value; }

  async connectedCallback(): Promise<void> {
    if (this.layout && !this.fields) this.all = Object.values((await objectInfo(this.objectApiName)).fields).filter((field) => !SYSTEM.has(field.apiName) && !field.compound).map((field) => field.apiName);
  }

  get isEditing(): boolean { return this.switched ?? (this.mode === 'edit' || (this.mode === undefined && !this.recordId)); }
  get canEdit(): boolean { return this.mode !== 'readonly'; }
  get cells(): { name: string; classes: string }[] {
    const names = this.fields?.map((field) => (typeof field === 'string' ? field : field.fieldApiName)) ?? this.all;
    return names.map((name) => ({ name, classes: `slds-col slds-size_1-of-1 slds-medium-size_1-of-${this.columns}` }));
  }

  handleLoad(event: CustomEvent<unknown>): void { this.forward(event); }
  forward(event: CustomEvent<unknown>): void {
    const again = new CustomEvent(event.type, { detail: event.detail, cancelable: event.cancelable });
    this.dispatchEvent(again);
    if (again.defaultPrevented) event.preventDefault();
  }
  handleSuccess(event: CustomEvent<unknown>): void {
    this.switched = this.mode === 'edit' || !this.recordId ? undefined : false;
    this.forward(event);
  }
  handleEdit(): void { this.switched = true; }
  handleCancel(): void {
    this.switched = this.recordId && this.mode !== 'edit' ? false : undefined;
    this.dispatchEvent(new CustomEvent('cancel'));
  }
}
