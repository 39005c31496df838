/** Symbols of user classes: what other code may know of them. */
import type { Accessor, Annotation, At, ClassDeclaration, Expression, InitialiserDeclaration, MethodDeclaration, ConstructorDeclaration } from '../syntax';
import type { ApexSource } from '../../schema';
import type { ApexType } from './types';

export type Access = 'private' | 'protected' | 'public' | 'global';

export interface ParameterSymbol extends At { readonly name: string; readonly type: ApexType; readonly final: boolean; }

export interface MethodSymbol extends At {
  readonly owner: ClassSymbol;
  readonly name: string;
  readonly static: boolean;
  readonly access: Access;
  readonly testVisible: boolean;
  readonly abstract: boolean;
  readonly virtual: boolean;
  readonly override: boolean;
  readonly parameters: readonly ParameterSymbol[];
  readonly returns: ApexType;
  /** Name in generated code; the same for all that override each other. */
  readonly js: string;
  readonly annotations: readonly Annotation[];
  readonly declaration?: MethodDeclaration | ConstructorDeclaration;
}

export interface FieldSymbol extends At {
  readonly owner: ClassSymbol;
  readonly name: string;
  readonly type: ApexType;
  readonly static: boolean;
  readonly final: boolean;
  readonly transient: boolean;
  readonly access: Access;
  readonly testVisible: boolean;
  readonly annotations: readonly Annotation[];
  readonly value?: Expression;
  readonly js: string;
  /** Set for properties. */
  readonly property?: { readonly getter?: Accessor; readonly setter?: Accessor; readonly getAccess: Access; readonly setAccess: Access; readonly virtual: boolean; readonly abstract: boolean };
}

export class ClassSymbol {
  type!: ApexType;
  superType?: ApexType;
  interfaces: ApexType[] = [];
  readonly inner = new Map<string, ClassSymbol>();
  readonly fields = new Map<string, FieldSymbol>();
  readonly methods = new Map<string, MethodSymbol[]>();
  readonly constructors: MethodSymbol[] = [];
  readonly initialisers: InitialiserDeclaration[] = [];
  /** Fields and initialisers in source order, as they run. */
  readonly setUp: (FieldSymbol | InitialiserDeclaration)[] = [];
  /** Local identifier in generated code. */
  readonly js: string;

  constructor(readonly declaration: ClassDeclaration, readonly source: ApexSource, readonly outer: ClassSymbol | undefined, js?: string) {
    this.js = js ?? `K_${this.name.replace('.', '$')}`;
  }

  get name(): string {
    return this.outer ? `${this.outer.name}.${this.declaration.name}` : this.declaration.name;
  }
  get kind(): 'class' | 'interface' | 'enum' {
    return this.declaration.kind;
  }
  get words(): ReadonlySet<string> {
    return this.declaration.modifiers.words;
  }
  get abstract(): boolean {
    return this.words.has('abstract');
  }
  get extendable(): boolean {
    return this.words.has('virtual') || this.abstract;
  }
  get access(): Access {
    return accessOf(this.words);
  }
  get isTest(): boolean {
    return hasAnnotation(this.declaration.modifiers.annotations, 'istest') || (this.outer?.isTest ?? false);
  }
  get outermost(): ClassSymbol {
    return this.outer?.outermost ?? this;
  }
  /** Sharing keyword in force: an inner class does not take its outer class's (Apex Developer Guide, "Using the with sharing ... Keywords"). */
  get sharing(): 'with' | 'without' | 'inherited' | 'none' {
    if (this.words.has('with sharing')) return 'with';
    if (this.words.has('without sharing')) return 'without';
    if (this.words.has('inherited sharing')) return 'inherited';
    return 'none';
  }
  get superSymbol(): ClassSymbol | undefined {
    return this.superType?.symbol;
  }
  /** Static state that must be set up on first use in a transaction. */
  get hasStatics(): boolean {
    return this.initialisers.some((each) => each.static) || [...this.fields.values()].some((field) => field.static);
  }

  /** Field or property by name in this class or those it extends. */
  findField(name: string): FieldSymbol | undefined {
    return this.fields.get(name.toLowerCase()) ?? this.superSymbol?.findField(name);
  }
  /** This class and those it extends, nearest first. */
  chain(): ClassSymbol[] {
    const chain: ClassSymbol[] = [this];
    for (let each = this.superSymbol; each && !chain.includes(each); each = each.superSymbol) chain.push(each);
    return chain;
  }
  /** Every interface it has, its own, inherited and extended ones. */
  allInterfaces(): ApexType[] {
    const found = new Set<ApexType>();
    const add = (type: ApexType): void => {
      if (found.has(type)) return;
      found.add(type);
      type.symbol?.interfaces.forEach(add);
    };
    for (const each of this.chain()) each.interfaces.forEach(add);
    return [...found];
  }
  /** Platform class at the root of the chain: `Exception`. */
  platformRoot(): ApexType | undefined {
    const last = this.chain().at(-1)?.superType;
    return last?.kind === 'platform' ? last : undefined;
  }
  isSubclassOf(other: ClassSymbol): boolean {
    return this.chain().includes(other) || this.allInterfaces().some((type) => type.symbol === other);
  }
}

export function accessOf(words: ReadonlySet<string>, otherwise: Access = 'private'): Access {
  if (words.has('global') || words.has('webservice')) return 'global';
  if (words.has('public')) return 'public';
  if (words.has('protected')) return 'protected';
  return words.has('private') ? 'private' : otherwise;
}

export function hasAnnotation(annotations: readonly Annotation[], name: string): boolean {
  return annotations.some((each) => each.name.toLowerCase() === name);
}

/** Part of a generated name that stands for a type. */
export function mangle(type: ApexType): string {
  return type.name.replace(/[<>]/g, '$').replace(/[.,]/g, '_');
}
