/** What the compiler knows while it compiles one body of code. */
import type { DatabaseEngine, TriggerEvent } from '../../database';
import type { At, Expression } from '../syntax';
import type { CodeWriter } from './emit/writer';
import type { ConstantPool } from './emit/pool';
import type { CoverageSlots } from './emit/coverage';
import { assignable, converted } from './conversions';
import { fail, type Problems } from './problems';
import type { World } from './resolve';
import type { ClassSymbol } from './symbols';
import type { ApexType, TypeTable } from './types';

/** A compiled expression. */
export interface Expr {
  readonly type: ApexType;
  /** An expression in generated code that may stand as an operand anywhere. */
  readonly js: string;
  /** Known never to be null. */
  readonly nonNull?: boolean;
  /** A query in brackets: a single record where one is wanted. */
  readonly soql?: 'rows' | 'aggregate';
  /** Condition under which a `?.` before this cut the chain short: then the whole chain is null. */
  readonly guard?: string;
  /** The reference field read, when it may point to several objects. */
  readonly polymorphic?: import('../../schema').FieldModel;
  /** A describe written with the object's name: `.fields` after it names that object's fields. */
  readonly described?: ApexType;
  /** Read through a relationship: a null parent gives null fields instead of an exception. */
  readonly relationship?: boolean;
}

export interface LocalVariable { readonly js: string; readonly type: ApexType; readonly final: boolean; readonly name: string; }

/** Locals by lower-case name; an inner scope may not declare a name of an outer one again. */
export class Scope {
  private readonly names = new Map<string, LocalVariable>();
  constructor(private readonly parent?: Scope) {}
  find(name: string): LocalVariable | undefined {
    return this.names.get(name.toLowerCase()) ?? this.parent?.find(name);
  }
  /** Every variable in sight. */
  all(): LocalVariable[] {
    return [...this.names.values(), ...(this.parent?.all() ?? [])];
  }
  declare(variable: LocalVariable): void {
    this.names.set(variable.name.toLowerCase(), variable);
  }
}

export interface TriggerContext { readonly object: ApexType; readonly events: readonly TriggerEvent[]; }

/** Shared by all bodies of one compilation. */
export interface Session {
  readonly world: World;
  readonly database: Pick<DatabaseEngine, 'analyse'>;
  readonly problems: Problems;
  readonly pool: ConstantPool;
  readonly coverage: CoverageSlots;
}

export class Body {
  scope = new Scope();
  private temporaries = 0;
  /** Set when the body calls code that depends on whose code runs. */
  needsFrame = false;
  loopDepth = 0;
  /** Set while the first statement of a constructor is compiled: it alone may be this(...) or super(...). */
  mayDelegate = false;
  /** Set when a statement was counted. */
  usesLimits = false;

  constructor(
    readonly session: Session,
    readonly writer: CodeWriter,
    /** Class the code stands in. */
    readonly symbol: ClassSymbol,
    readonly isStatic: boolean,
    readonly returns: ApexType,
    readonly options: { readonly isConstructor?: boolean; readonly trigger?: TriggerContext; readonly accessor?: string; readonly initialiser?: boolean } = {}
  ) {}

  get world(): World {
    return this.session.world;
  }
  get types(): TypeTable {
    return this.session.world.types;
  }
  get pool(): ConstantPool {
    return this.session.pool;
  }
  get file(): string {
    return this.symbol.source.file;
  }

  /** A fresh variable of the generated function. */
  temporary(): string {
    return `$t${++this.temporaries}`;
  }
  get temporaryNames(): string[] {
    return Array.from({ length: this.temporaries }, (_, i) => `$t${i + 1}`);
  }

  inLoop(work: () => void): void {
    this.loopDepth++;
    work();
    this.loopDepth--;
  }

  /** Code of the counter of a statement. */
  counters(at: At): string {
    return this.session.coverage.slot(this.symbol.outermost.name, this.file, at.line);
  }

  inScope<T>(work: () => T): T {
    const outer = this.scope;
    this.scope = new Scope(outer);
    try {
      return work();
    } finally {
      this.scope = outer;
    }
  }

  declare(name: string, type: ApexType, at: At, final = false): LocalVariable {
    if (this.scope.find(name)) fail(at, `Duplicate variable: ${name}`);
    const variable: LocalVariable = { name, js: `v_${name.toLowerCase()}`, type, final };
    this.scope.declare(variable);
    return variable;
  }

  /** The code of an expression where `wanted` is wanted; fails with the platform's message where it cannot stand. */
  coerce(expr: Expr, wanted: ApexType, at: At, problem = (): string => `Illegal assignment from ${expr.type.name} to ${wanted.name}`): string {
    if (expr.soql && (wanted.kind === 'sobject' || expr.type === wanted)) {
      const row = expr.type.args[0] as ApexType;
      if (expr.type === wanted) return expr.js;
      if (assignable(this.world, row, wanted) || (row === this.types.SObject && wanted.kind === 'sobject')) return `$o.single(x, ${expr.js})`;
    }
    if (!assignable(this.world, expr.type, wanted)) fail(at, problem());
    return converted(expr.js, expr.type, wanted);
  }

  unboxed(expr: Expr): string {
    return expr.nonNull ? expr.js : `$n(x, ${expr.js})`;
  }
}

export type ExpressionCompiler = (body: Body, node: Expression) => Expr;
