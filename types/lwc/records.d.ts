/** Fields by reference and Lightning Data Service, as far as components use them. */
declare module '@salesforce/schema/*' {
  const field: { readonly fieldApiName: string; readonly objectApiName: string };
  export default field;
}
declare module 'lightning/uiRecordApi' {
  import type { WireAdapterConstructor } from 'lwc';

  export interface FieldReference {
    readonly fieldApiName: string;
    readonly objectApiName: string;
  }
  export interface RecordData {
    readonly id: string;
    readonly fields: Readonly<Record<string, { readonly value: unknown; readonly displayValue?: string | null }>>;
  }
  export interface WiredRecord {
    readonly data?: RecordData;
    readonly error?: unknown;
  }
  export const getRecord: WireAdapterConstructor<{ recordId?: string; fields: readonly FieldReference[] }, WiredRecord>;
  export function getFieldValue(record: RecordData, field: FieldReference): unknown;
}
