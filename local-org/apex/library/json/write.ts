/** Values of Apex as JSON text: for JSON.serialize, for Lightning components and for Apex REST. */
import type { ApexValue, CompiledClass, Execution } from '../../runtime/types';
import { ApexBlob, ApexDate, ApexDatetime, ApexDecimal, ApexDouble, ApexEnumValue, ApexException, ApexList, ApexMap, ApexSet, ApexTime, concatText, isUserObject, SObjectValue } from '../../runtime/values';

export interface WriteOptions {
  readonly suppressNulls?: boolean;
  /** As Lightning gets it: records without attributes, objects by their @AuraEnabled members, empty members left out. */
  readonly lightning?: boolean;
  readonly indent?: string;
}

export function writeJson(x: Execution, value: ApexValue, options: WriteOptions = {}): string {
  return new Writer(x, options).value(value, '');
}

class Writer {
  private readonly open = new Set<unknown>();
  constructor(private readonly x: Execution, private readonly options: WriteOptions) {}

  value(value: ApexValue, indent: string): string {
    if (value === null || value === undefined) return 'null';
    if (typeof value === 'string') return JSON.stringify(value);
    if (typeof value !== 'object') return String(value);
    if (value instanceof ApexDecimal) return value.toPlainString();
    if (value instanceof ApexDouble) return Number.isFinite(value.v) ? value.toString() : JSON.stringify(value.toString());
    if (value instanceof ApexDate || value instanceof ApexTime) return `"${value}"`;
    if (value instanceof ApexDatetime) return `"${value.toIso()}"`;
    if (value instanceof ApexBlob) return `"${Buffer.from(value.bytes).toString('base64')}"`;
    if (value instanceof ApexEnumValue) return JSON.stringify(value.name);
    return this.nested(value, indent);
  }

  private nested(value: ApexValue, indent: string): string {
    if (this.open.has(value)) throw new ApexException('JSONException', 'Direct self-reference leading to cycle');
    this.open.add(value);
    try {
      if (value instanceof ApexList || value instanceof ApexSet) return this.brackets('[]', [...value].map((item) => (inner: string) => this.value(item, inner)), indent);
      if (value instanceof ApexMap) return this.object([...value.entries.values()].filter((entry) => entry.value !== null || !this.options.suppressNulls).map((entry) => [concatText(entry.key), entry.value]), indent);
      if (value instanceof SObjectValue) return this.record(value, indent);
      if (isUserObject(value) && !(value instanceof ApexException)) return this.userObject(value, indent);
    } finally {
      this.open.delete(value);
    }
    throw new ApexException('JSONException', `Apex Type unsupported in JSON: ${this.x.runtime.typeOf(value)}`);
  }

  private brackets(pair: string, parts: readonly ((indent: string) => string)[], indent: string): string {
    if (parts.length === 0) return pair === '[]' ? '[ ]'.replace(' ', this.options.indent ? ' ' : '') : '{ }'.replace(' ', this.options.indent ? ' ' : '');
    const inner = indent + (this.options.indent ?? '');
    const [open, close] = pair as unknown as [string, string];
    const separator = this.options.indent && pair === '{}' ? `,\n${inner}` : this.options.indent ? ', ' : ',';
    const body = parts.map((part) => part(inner)).join(separator);
    return this.options.indent ? (pair === '{}' ? `${open}\n${inner}${body}\n${indent}${close}` : `${open} ${body} ${close}`) : `${open}${body}${close}`;
  }
  private object(members: readonly (readonly [string, ApexValue])[], indent: string): string {
    const colon = this.options.indent ? ' : ' : ':';
    return this.brackets('{}', members.map(([name, value]) => (inner: string) => `${JSON.stringify(name)}${colon}${value instanceof Raw ? value.write(inner) : this.value(value, inner)}`), indent);
  }

  private record(record: SObjectValue, indent: string): string {
    const { lightning, suppressNulls } = this.options;
    const members: [string, ApexValue][] = [];
    if (!lightning) {
      const url = record.id ? [['url', `/services/data/v${this.x.org.apiVersion}.0/sobjects/${record.object.name}/${record.id}`] as const] : [];
      members.push(['attributes', new Raw((inner) => this.object([['type', record.object.name], ...url], inner))]);
    }
    for (const [name, value] of record.aggregates ?? record.values) {
      if (value === null && (lightning || suppressNulls)) continue;
      members.push([name, value instanceof ApexDatetime && !lightning ? new Raw(() => `"${value.toIso().replace('Z', '+0000')}"`) : value]);
    }
    for (const [name, parent] of record.parents) if (parent !== null) members.push([name, parent]);
    for (const [name, rows] of record.children) {
      members.push([name, lightning ? rows : new Raw((inner) => this.object([['totalSize', rows.items.length], ['done', true], ['records', rows]], inner))]);
    }
    return this.object(members, indent);
  }

  private userObject(value: object, indent: string): string {
    const { lightning, suppressNulls } = this.options;
    const members: [string, ApexValue][] = [];
    for (const type of this.chain(value)) {
      for (const field of type.fields) {
        if (field.static || (!lightning && field.transient) || members.some(([name]) => name === field.name)) continue;
        if (lightning && !field.annotations.some((name) => name.toLowerCase() === 'auraenabled')) continue;
        const read = this.x.runtime.readField(this.x, value, field.name) ?? null;
        if (read !== null || !(lightning || suppressNulls)) members.push([field.name, read]);
      }
      if (lightning) this.addGetters(type, value, members);
    }
    return this.object(members, indent);
  }
  /** Methods named getX that are @AuraEnabled are properties of what Lightning gets. */
  private addGetters(type: CompiledClass, value: object, members: [string, ApexValue][]): void {
    for (const method of type.methods) {
      const name = /^get([A-Z]\w*)$/.exec(method.name)?.[1];
      if (!name || method.static || method.parameters.length > 0 || !method.annotations.some((each) => each.name.toLowerCase() === 'auraenabled')) continue;
      members.push([(name[0] as string).toLowerCase() + name.slice(1), this.x.runtime.invoke(this.x, value, method.name, [])]);
    }
  }
  /** The class of an object and those it extends, itself first. */
  private chain(value: object): CompiledClass[] {
    const types: CompiledClass[] = [];
    for (let type = this.x.runtime.findClass(this.x.runtime.typeOf(value)); type; type = type.superName ? this.x.runtime.findClass(type.superName) : undefined) types.push(type);
    if (types.length === 0) throw new ApexException('JSONException', `Apex Type unsupported in JSON: ${this.x.runtime.typeOf(value)}`);
    return types;
  }
}

/** A member written by itself. */
class Raw {
  constructor(readonly write: (indent: string) => string) {}
}
