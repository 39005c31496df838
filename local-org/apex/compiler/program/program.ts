/** A compiled org that can run. */
import type { OrgModel } from '../../../schema';
import { apexError, withTrigger, type TriggerVariables } from '../../runtime/ops';
import { framesOf } from '../../runtime/ops';
import type { ApexRuntime, ApexValue, Execution, PlatformClass } from '../../runtime/types';
import { ApexException } from '../../runtime/values';
import type { CompiledCode, TriggerRecord } from '../build';
import type { ClassRecord, MethodRecord } from '../describe';
import { load, type Names } from './loader';
import { RuntimeTypes } from './runtime-types';

/** Times each line was reached since the last reset. */
export interface LineCoverage { readonly name: string; readonly file: string; readonly lines: ReadonlyMap<number, number>; }

/** A trigger as the trigger host runs it. */
export interface CompiledTrigger extends TriggerRecord { run(x: Execution, variables: TriggerVariables): void; }

let programs = 0;

export class Program implements ApexRuntime {
  readonly triggers: readonly CompiledTrigger[];
  readonly classes: readonly ClassRecord[];
  /** Scope of anonymous Apex: all that the program defines. */
  readonly names: Names;
  readonly types: RuntimeTypes;
  private readonly byName = new Map<string, ClassRecord>();
  private readonly byConstructor = new Map<unknown, ClassRecord>();
  private readonly methodTables = new Map<ClassRecord, Map<string, MethodRecord[]>>();
  private readonly counters: Float64Array[] = [];

  constructor(readonly org: OrgModel, readonly library: ReadonlyMap<string, PlatformClass>, private readonly compiled: CompiledCode) {
    this.types = new RuntimeTypes(org, library, (value) => this.byConstructor.get(value.constructor), (name) => this.findClass(name));
    this.classes = compiled.classes;
    for (const record of compiled.classes) this.byName.set(record.name.toLowerCase(), record);
    this.names = load(`apex-org-${++programs}.js`, compiled.code, compiled.lines, { org, library, types: this.types, counters: (index, size) => (this.counters[index] = new Float64Array(size)) });
    for (const record of compiled.classes) if (this.names[record.js]) this.byConstructor.set(this.names[record.js], record);
    this.triggers = compiled.triggers.map((trigger) => ({ ...trigger, run: (x: Execution, variables: TriggerVariables) => void this.guarded(() => withTrigger(x, variables, () => this.names[trigger.js](x))) }));
  }

  /** Lets further classes (of an anonymous block) take part while it runs. */
  adopt(records: readonly ClassRecord[], names: Names): void {
    for (const record of records) {
      this.byName.set(record.name.toLowerCase(), record);
      this.byConstructor.set(names[record.js], record);
      this.names[record.js] = names[record.js];
    }
  }

  /** Runs generated code: whatever it throws leaves as an Apex exception with its Apex lines. */
  guarded<T>(work: () => T): T {
    try {
      return work() ?? (null as T);
    } catch (error) {
      throw apexError(error);
    }
  }

  findClass(name: string): ClassRecord | undefined {
    return this.byName.get(name.toLowerCase());
  }

  invoke(x: Execution, target: ApexValue, method: string, args: readonly ApexValue[]): ApexValue {
    const record = this.byConstructor.get(target?.constructor);
    const found = record && this.choose(this.methodsOf(record).get(method.toLowerCase()) ?? [], args);
    if (!found) throw new ApexException('TypeException', `Method does not exist or incorrect signature: void ${method}() from the type ${this.typeOf(target)}`);
    return this.guarded(() => (found.static ? this.names[found.js](x, ...args) : target[found.js](x, ...args)));
  }

  hasMethod(target: ApexValue, method: string, parameters: number): boolean {
    const record = this.byConstructor.get(target?.constructor);
    return record !== undefined && (this.methodsOf(record).get(method.toLowerCase()) ?? []).some((each) => each.parameters.length === parameters);
  }

  invokeStatic(x: Execution, className: string, method: string, args: readonly ApexValue[]): ApexValue {
    const record = this.findClass(className);
    const found = record && this.choose((this.methodsOf(record).get(method.toLowerCase()) ?? []).filter((each) => each.static), args);
    if (!found) throw new ApexException('TypeException', `Method does not exist or incorrect signature: void ${method}() from the type ${className}`);
    return this.guarded(() => this.names[found.js](x, ...args));
  }

  newInstance(x: Execution, className: string, args: readonly ApexValue[] = []): ApexValue {
    const record = this.findClass(className);
    if (!record || record.kind !== 'class' || record.abstract) throw new ApexException('TypeException', `Type cannot be constructed: ${className}`);
    const constructor = this.choose(record.constructors, args);
    const object = new this.names[record.js]();
    if (constructor) return this.guarded(() => object[constructor.js](x, ...args));
    if (record.constructors.length > 0 && typeof object[`${record.js}$new`] !== 'function') throw new ApexException('TypeException', `Class ${record.name} must have a public no-argument constructor`);
    return this.guarded(() => object[`${record.js}$new`](x, ...args));
  }

  /** An instance of which no constructor has run: JSON.deserialize fills it. */
  allocate(_x: Execution, className: string): ApexValue {
    const record = this.findClass(className);
    if (!record || record.kind !== 'class' || record.abstract) throw new ApexException('TypeException', `Type cannot be constructed: ${className}`);
    return new this.names[record.js]();
  }

  throwApex(x: Execution, exceptionClass: string, message: string): never {
    const record = this.findClass(exceptionClass);
    const exception: ApexException = record ? this.newInstance(x, exceptionClass, [message]) : new ApexException(exceptionClass, message);
    exception.frames = framesOf(new Error().stack);
    throw exception;
  }

  typeOf(value: ApexValue): string {
    return this.types.nameOf(value);
  }

  isInstance(value: ApexValue, type: string): boolean {
    return value !== null && this.types.type(type).has(value);
  }

  readField(x: Execution, target: ApexValue, name: string): ApexValue {
    const field = this.fieldOf(target, name);
    if (!field) return undefined;
    return this.guarded(() => (field.getter && field.readable ? target[`get$${field.js}`](x) : target[field.js]));
  }

  writeField(x: Execution, target: ApexValue, name: string, value: ApexValue): void {
    const field = this.fieldOf(target, name);
    if (!field) throw new ApexException('TypeException', `Variable does not exist: ${name}`);
    this.guarded(() => (field.setter && field.writable ? target[`set$${field.js}`](x, value) : (target[field.js] = value)));
  }

  position(): { file: string; line: number; column: number } | undefined {
    const [frame] = framesOf(new Error().stack);
    return frame && { file: frame.file ?? '', line: frame.line, column: frame.column };
  }

  coverage(): LineCoverage[] {
    return this.compiled.coverage.map((table, index) => {
      const lines = new Map<number, number>();
      table.lines.forEach((line, slot) => lines.set(line, (lines.get(line) ?? 0) + (this.counters[index]?.[slot] ?? 0)));
      return { name: table.name, file: table.file, lines };
    });
  }
  resetCoverage(): void {
    this.counters.forEach((counter) => counter.fill(0));
  }

  private fieldOf(target: ApexValue, name: string): ClassRecord['fields'][number] | undefined {
    const lower = name.toLowerCase();
    for (let record = this.byConstructor.get(target?.constructor); record; record = record.superName ? this.findClass(record.superName) : undefined) {
      const found = record.fields.find((each) => !each.static && each.name.toLowerCase() === lower);
      if (found) return found;
    }
    return undefined;
  }

  /** Methods by lower-case name, inherited ones included unless overridden. */
  private methodsOf(record: ClassRecord): Map<string, MethodRecord[]> {
    let table = this.methodTables.get(record);
    if (table) return table;
    table = new Map();
    for (let each: ClassRecord | undefined = record; each; each = each.superName ? this.findClass(each.superName) : undefined) {
      for (const method of each.methods) {
        const named = table.get(method.name.toLowerCase()) ?? [];
        if (named.some((other) => other.js === method.js)) continue;
        table.set(method.name.toLowerCase(), [...named, method]);
      }
    }
    this.methodTables.set(record, table);
    return table;
  }

  /** By number of arguments, then by what the values are. */
  private choose(candidates: readonly MethodRecord[], args: readonly ApexValue[]): MethodRecord | undefined {
    const fitting = candidates.filter((each) => each.parameters.length === args.length);
    if (fitting.length <= 1) return fitting[0];
    return fitting.find((each) => each.parameters.every((parameter, i) => args[i] === null || this.isInstance(args[i], parameter.type))) ?? fitting[0];
  }
}
