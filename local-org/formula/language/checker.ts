/** Tree to typed closures: names resolved, types checked, everything wrong refused before anything runs. */
import { NotModelledError } from '../../schema';
import type { FieldModel } from '../../schema';
import type { FormulaScope } from '../types';
import { isBlank, nameOf, Num, settle, type Env, type Kind, type Val } from '../values';
import { ANY, type Call, type FormulaFunction, type Typed } from '../functions/entry';
import { elsewhere, functions, refused } from '../functions/table';
import type { Source } from './lexer';
import { binary, unary } from './operators';
import type { Node } from './parser';
import { resolve } from './paths';

export class Checker {
  /** Field paths read, by slot. */
  readonly paths: (readonly string[])[] = [];
  usesClock = false;
  /** Names of functions used that ask what the record was before. */
  readonly changes = new Set<string>();
  private readonly slots = new Map<string, number>();

  constructor(private readonly source: Source, private readonly scope: FormulaScope) {}

  check(node: Node): Typed {
    const { at } = node;
    const fail = (problem: string): never => this.source.fail(problem, at);
    switch (node.kind) {
      case 'number': return this.number(node.text, at);
      case 'text': return literal('text', node.text, at);
      case 'boolean': return literal('boolean', node.value, at);
      case 'null': return literal('null', null, at);
      case 'field': return this.field(node.path, at);
      case 'unary': return { at, ...unary(node.operator, this.value(node.operand), fail) };
      case 'binary': return { at, ...binary(node.operator, this.value(node.left), this.value(node.right), fail) };
      case 'call': return this.call(node.name, node.args, at);
    }
  }

  private number(written: string, at: number): Typed {
    const value = new Num(written.replace(/\.(?=$|[eE])/, ''));
    if (!value.isFinite() || Math.abs(value.e) > 300) this.source.fail(`Syntax error. Found '${written}'`, at);
    return literal('number', value, at);
  }

  /** An expression where a plain value is wanted: picklists go only to certain functions. */
  value(node: Node): Typed {
    const typed = this.check(node);
    this.refusePicklist(typed);
    return typed;
  }

  refusePicklist(typed: Typed): void {
    const said: Partial<Record<Kind, [string, string]>> = { picklist: ['a picklist', 'Picklist'], multipicklist: ['a multi-select picklist', 'Multi-select picklist'], location: ['a geolocation', 'Geolocation'] };
    const words = said[typed.kind];
    if (words) this.source.fail(`Field ${typed.name ?? ''} is ${words[0]} field. ${words[1]} fields are only supported in certain functions.`, typed.at);
  }

  private field(written: readonly string[], at: number): Typed {
    const name = written.join('.');
    const position = this.source.position(at);
    const found = resolve(written, this.scope, position, (problem) => this.source.fail(problem, at));
    if ('constant' in found) {
      const value = convert(found.kind, found.field, false)(found.constant);
      return { kind: found.kind, at, name, run: () => value };
    }
    if (found.kind === 'location') return this.location(found.path, found.field, at, name);
    const slot = this.slot(found.path);
    const read = convert(found.kind, found.field, this.scope.blanks === 'asZero');
    return { kind: found.kind, at, slot, name, run: (env) => read(env.read(slot)) };
  }

  private slot(path: readonly string[]): number {
    const key = path.join('.');
    const known = this.slots.get(key);
    if (known !== undefined) return known;
    this.slots.set(key, this.paths.length);
    return this.paths.push(path) - 1;
  }

  /** A geolocation is read by its two components, and is blank when either is. */
  private location(path: readonly string[], field: FieldModel | undefined, at: number, name: string): Typed {
    const [latitude, longitude] = field?.components ?? [];
    if (latitude === undefined || longitude === undefined) throw new NotModelledError(`geolocation ${name} without components`, this.source.position(at));
    const [first, second] = [latitude, longitude].map((component) => this.slot([...path.slice(0, -1), component])) as [number, number];
    return {
      kind: 'location', at, name,
      run: (env) => {
        const [a, b] = [env.read(first), env.read(second)];
        return a === null || b === null ? null : { latitude: new Num(Number(a)), longitude: new Num(Number(b)) };
      },
    };
  }

  private call(name: string, nodes: readonly Node[], at: number): Typed {
    const entry = this.lookUp(name, at);
    const args = nodes.map((node) => this.check(node));
    this.checkCount(entry, args.length, at);
    if (entry.clock) this.usesClock = true;
    if (['ISNEW', 'ISCHANGED', 'PRIORVALUE'].includes(name)) this.changes.add(name);
    const call: Call = {
      name, at, args,
      fail: (problem, where) => this.source.fail(problem, where ?? at),
      expect: (arg, kinds) => this.expect(name, arg, kinds),
    };
    if (entry.build) return { at, ...entry.build(call), ...(name === 'PRIORVALUE' && args[0]?.name ? { name: args[0].name } : {}) };
    args.forEach((arg, index) => this.expect(name, arg, kindsOf(entry, index)));
    return { at, kind: this.resultOf(entry, args), run: strict(entry, args) };
  }

  private lookUp(name: string, at: number): FormulaFunction {
    const entry = functions.get(name);
    if (entry) {
      if (entry.uses && !entry.uses.includes(this.scope.use)) this.source.fail(`Function ${name} may not be used in this type of formula`, at);
      return entry;
    }
    if (refused.has(name)) throw new NotModelledError(`the formula function ${name}`, this.source.position(at));
    return this.source.fail(elsewhere.has(name) ? `Function ${name} may not be used in this type of formula` : `Unknown function ${name}. Check spelling.`, at);
  }

  private checkCount(entry: FormulaFunction, received: number, at: number): void {
    const least = entry.params.filter((param) => !param.endsWith('?') && !param.startsWith('...')).length;
    const most = entry.params.some((param) => param.startsWith('...')) ? Infinity : entry.params.length;
    if (received >= least && received <= most) return;
    this.source.fail(`Incorrect number of parameters for function '${entry.name}()'. Expected ${received < least ? least : most}, received ${received}`, at);
  }

  private expect(name: string, arg: Typed, kinds: readonly Kind[]): void {
    if (kinds.includes(arg.kind) || (arg.kind === 'null' && kinds.length > 0 && !kinds.includes('picklist') && !kinds.includes('multipicklist'))) return;
    if ((arg.kind === 'picklist' || arg.kind === 'multipicklist' || arg.kind === 'location') && arg.name && !kinds.includes('picklist') && !kinds.includes('multipicklist')) this.refusePicklist(arg);
    const expected = kinds.filter((kind) => kind !== 'null').map(nameOf).join(', ');
    this.source.fail(`Incorrect parameter type for function '${name}()'. Expected ${expected}, received ${nameOf(arg.kind)}`, arg.at);
  }

  private resultOf(entry: FormulaFunction, args: readonly Typed[]): Kind {
    return typeof entry.result === 'number' ? (args[entry.result]?.kind ?? 'null') : entry.result;
  }
}

function kindsOf(entry: FormulaFunction, index: number): readonly Kind[] {
  const param = (entry.params[Math.min(index, entry.params.length - 1)] ?? 'any').replace(/^\.\.\.|\?$/g, '');
  return param === 'any' ? ANY : (param.split('|') as Kind[]);
}

/** Evaluates all arguments first; one that is blank makes the result blank, unless the function looks at blanks itself. */
function strict(entry: FormulaFunction, args: readonly Typed[]): (env: Env) => Val {
  const run = entry.run as NonNullable<FormulaFunction['run']>;
  return (env) => {
    const values = args.map((arg) => settle(arg.run(env)));
    return entry.blanks !== true && values.some(isBlank) ? null : run(values, env);
  };
}

function literal(kind: Kind, value: Val, at: number): Typed {
  return { kind, at, literal: value, run: () => value };
}

/** A stored value as formulas see it: percents are fractions, and a blank number is zero where the formula says so. */
function convert(kind: Kind, field: FieldModel | undefined, zero: boolean): (value: string | number | boolean | null) => Val {
  if (kind === 'boolean') return (value) => value === true || value === 1 || value === 'true';
  if (kind !== 'number') return (value) => (value === null ? null : String(value));
  const percent = field?.type === 'percent';
  const blank = zero ? new Num(0) : null;
  return (value) => {
    if (value === null || value === '') return blank;
    const number = new Num(typeof value === 'boolean' ? Number(value) : value);
    return percent ? number.div(100) : number;
  };
}
