/** Records of one object as a table. */
import { api, LightningElement } from 'lwc';
import { urlOf } from 'web/links';
import { currentResponse } from 'web/router';
import { context } from 'web/context';
import type { FieldInfo, ObjectInfo, RecordData } from 'web/records';

type Column = Record<string, unknown>;

const DATE = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;

/** Column types of lightning-datatable by data type; text where none is listed. */
const COLUMN: Readonly<Record<string, (info: FieldInfo) => Column>> = {
  Boolean: () => ({ type: 'boolean' }),
  Currency: (info) => ({ type: 'currency', typeAttributes: { maximumFractionDigits: info.scale } }),
  Percent: (info) => ({ type: 'percent', typeAttributes: { step: 0.01, formatStyle: 'percent-fixed', maximumFractionDigits: info.scale } }),
  Double: (info) => ({ type: 'number', typeAttributes: { minimumFractionDigits: info.scale, maximumFractionDigits: info.scale } }),
  Int: () => ({ type: 'number' }),
  Date: () => ({ type: 'date-local', typeAttributes: DATE }),
  DateTime: () => ({ type: 'date', typeAttributes: { ...DATE, hour: '2-digit', minute: '2-digit', timeZone: context.timeZone } }),
  Email: () => ({ type: 'email' }),
  Phone: () => ({ type: 'phone' }),
  Url: () => ({ type: 'url', typeAttributes: { target: '_blank' } }),
};

export default class RecordTable extends LightningElement {
  @api info!: ObjectInfo;
  @api records: readonly RecordData[] = [];
  @api columns: readonly string[] = [];
  @api label = '';
  @api sortedBy?: string;
  @api sortedDirection: 'asc' | 'desc' = 'asc';

  get isEmpty(): boolean { return this.records.length === 0; }

  private get fields(): FieldInfo[] { return this.columns.flatMap((name) => this.info.fields[name] ?? []); }

  private get hasPage(): boolean {
    const { shell } = currentResponse();
    return shell.kind === 'console' || shell.routes.some((route) => route.routeType.startsWith('detail-') && route.objectApiName === this.info.apiName);
  }

  get tableColumns(): Column[] {
    return this.fields.map((field): Column => {
      const base = { label: field.label, fieldName: field.apiName, sortable: field.sortable && this.sortedBy !== undefined, hideDefaultActions: true };
      if (this.info.nameFields.includes(field.apiName) && this.hasPage) return { ...base, fieldName: '_url', type: 'url', typeAttributes: { label: { fieldName: field.apiName }, tooltip: { fieldName: field.apiName } } };
      return { ...base, ...(COLUMN[field.dataType]?.(field) ?? {}) };
    });
  }

  private cell(record: RecordData, field: FieldInfo): unknown {
    const held = record.fields[field.apiName];
    if (field.reference) {
      const target = field.relationshipName ? (record.fields[field.relationshipName]?.value as RecordData | null | undefined) : undefined;
      return (target && Object.values(target.fields).find(({ value }) => typeof value === 'string')?.value) ?? held?.value;
    }
    return COLUMN[field.dataType] ? held?.value : (held?.displayValue ?? held?.value);
  }

  get rows(): Record<string, unknown>[] {
    return this.records.map((record) => ({
      id: record.id,
      ...(this.hasPage ? { _url: urlOf({ type: 'standard__recordPage', attributes: { recordId: record.id, objectApiName: this.info.apiName, actionName: 'view' }, state: {} }) } : {}),
      ...Object.fromEntries(this.fields.map((field) => [field.apiName, this.cell(record, field)])),
    }));
  }

  handleSort(event: CustomEvent<{ fieldName: string; sortDirection: 'asc' | 'desc' }>): void {
    const { fieldName, sortDirection } = event.detail;
    this.dispatchEvent(new CustomEvent('sort', { detail: { field: fieldName === '_url' ? this.info.nameFields[0] : fieldName, direction: sortDirection } }));
  }
}
