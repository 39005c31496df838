/** A record in Apex. */
import type { FieldModel, ObjectModel } from '../../../schema';
import type { ApexValue } from '../types';
import type { ApexList } from './collections';
import { ApexException } from './exception';

export interface RecordError { readonly message: string; readonly field?: string; }

export class SObjectValue {
  /** By canonical field name. A key that is absent was neither set nor read. */
  readonly values = new Map<string, ApexValue>();
  /** By canonical relationship name. */
  readonly parents = new Map<string, SObjectValue | null>();
  readonly children = new Map<string, ApexList>();
  /** Marks of addError since the record was made or handed to a trigger. */
  errors: RecordError[] = [];
  /** Columns of an aggregate query, by alias or `expr0`; then nothing else is set. */
  aggregates?: Map<string, ApexValue>;
  /** Trigger.old, and Trigger.new in after triggers. */
  readOnly = false;
  /** Made by clone, and of which record. */
  cloned = false;
  cloneSource: string | null = null;

  constructor(readonly object: ObjectModel, /** Came from SOQL: a field that was not selected may not be read. */ public fromQuery = false) {}

  get id(): string | null {
    return (this.values.get('Id') as string | undefined) ?? null;
  }
  get apexType(): string {
    return this.object.name;
  }

  /** The field of this name, any case; SObjectException when there is none. */
  fieldNamed(name: string): FieldModel {
    const field = this.object.field(name);
    if (!field) throw new ApexException('SObjectException', `Invalid field ${name} for ${this.object.name}`);
    return field;
  }
  /** By canonical name. A checkbox that was never set is false, every other field null. */
  getField(name: string): ApexValue {
    const value = this.values.get(name);
    if (value !== undefined) return value;
    if (this.fromQuery) throw new ApexException('SObjectException', `SObject row was retrieved via SOQL without querying the requested field: ${this.object.name}.${name}`);
    return this.object.field(name)?.type === 'boolean' ? false : null;
  }
  /** By canonical name; the value must already be of the field's Apex type. */
  setField(name: string, value: ApexValue): void {
    if (this.readOnly) throw new ApexException('FinalException', 'Record is read-only');
    this.values.set(name, value);
  }
  /** The record a relationship points to, by canonical relationship name; null when it is empty. */
  getParent(relationship: string): SObjectValue | null {
    const parent = this.parents.get(relationship);
    if (parent !== undefined) return parent;
    if (this.fromQuery) throw new ApexException('SObjectException', `SObject row was retrieved via SOQL without querying the requested field: ${this.object.name}.${relationship}`);
    return null;
  }
  setParent(relationship: string, parent: SObjectValue | null): void {
    if (this.readOnly) throw new ApexException('FinalException', 'Record is read-only');
    this.parents.set(relationship, parent);
  }
  /** Rows of a sub-query, by canonical child relationship name. */
  getChildren(relationship: string): ApexList | null {
    const rows = this.children.get(relationship);
    if (rows !== undefined) return rows;
    if (this.fromQuery) throw new ApexException('SObjectException', `SObject row was retrieved via SOQL without querying the requested field: ${this.object.name}.${relationship}`);
    return null;
  }
  addError(message: string, field?: string): void {
    this.errors.push(field === undefined ? { message } : { message, field });
  }

  /** SObject.clone: without id unless asked; a shallow clone shares parents and children. */
  clone(preserveId = false, deep = false, preserveReadonlyTimestamps = false, preserveAutonumber = false): SObjectValue {
    const copy = new SObjectValue(this.object, this.fromQuery);
    copy.cloned = true;
    copy.cloneSource = this.id;
    for (const [name, value] of this.values) {
      if (name === 'Id' && !preserveId) continue;
      if (!preserveReadonlyTimestamps && TIMESTAMPS.has(name)) continue;
      if (!preserveAutonumber && this.object.field(name)?.autoNumber) continue;
      copy.values.set(name, value);
    }
    // The copy may be read where the original could: what was left out reads as empty.
    if (this.fromQuery) for (const name of this.values.keys()) if (!copy.values.has(name)) copy.values.set(name, null);
    for (const [name, parent] of this.parents) copy.parents.set(name, deep && parent ? parent.clone(true, true, true, true) : parent);
    for (const [name, rows] of this.children) copy.children.set(name, rows);
    return copy;
  }
  toString(): string {
    return `${this.object.name}:{}`;
  }
}

const TIMESTAMPS = new Set(['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate']);
