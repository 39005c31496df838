/** The tree of an Apex source: what the parser's tree says, without its layers, each node with line and column (from 1). */
import type { Words } from './words';

export interface At { readonly line: number; readonly column: number; }

/** A type as written: `Map<Id, List<Account>>` is one part `Map` with arguments; `Outer.Inner` has two parts. */
export interface TypeRef extends At {
  readonly parts: readonly { readonly name: string; readonly args: readonly TypeRef[] }[];
  /** Number of `[]` after it. */
  readonly dimensions: number;
}

export interface Name extends At { readonly text: string; }

export interface Annotation extends At { readonly name: string; readonly parameters: Readonly<Record<string, string>>; }
export interface Modifiers {
  /** Lower case, with `with sharing`, `without sharing`, `inherited sharing` as one word each. */
  readonly words: Words;
  readonly annotations: readonly Annotation[];
}

export interface Parameter extends At { readonly name: string; readonly type: TypeRef; readonly final: boolean; }

export interface MethodDeclaration extends At {
  readonly kind: 'method';
  readonly name: string;
  readonly modifiers: Modifiers;
  /** Undefined for void. */
  readonly returns?: TypeRef;
  readonly parameters: readonly Parameter[];
  readonly body?: Block;
}
export interface ConstructorDeclaration extends At { readonly kind: 'constructor'; readonly name: string; readonly modifiers: Modifiers; readonly parameters: readonly Parameter[]; readonly body: Block; }
export interface FieldDeclaration extends At { readonly kind: 'field'; readonly modifiers: Modifiers; readonly type: TypeRef; readonly variables: readonly Variable[]; }
export interface Variable extends At { readonly name: string; readonly value?: Expression; }
export interface Accessor extends At { readonly modifiers: Modifiers; /** Absent for `get;`. */ readonly body?: Block; }
export interface PropertyDeclaration extends At { readonly kind: 'property'; readonly name: string; readonly modifiers: Modifiers; readonly type: TypeRef; readonly getter?: Accessor; readonly setter?: Accessor; }
export interface InitialiserDeclaration extends At { readonly kind: 'initialiser'; readonly static: boolean; readonly body: Block; }

export interface ClassDeclaration extends At {
  readonly kind: 'class' | 'interface' | 'enum';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly extends?: TypeRef;
  /** Of an interface: what it extends. */
  readonly implements: readonly TypeRef[];
  readonly members: readonly Member[];
  readonly values: readonly Name[];
}
export type Member = MethodDeclaration | ConstructorDeclaration | FieldDeclaration | PropertyDeclaration | InitialiserDeclaration | ClassDeclaration;

export interface TriggerDeclaration extends At { readonly kind: 'trigger'; readonly name: string; readonly object: Name; readonly events: readonly string[]; readonly members: readonly Member[]; readonly body: Block; }
export interface AnonymousUnit extends At { readonly kind: 'anonymous'; readonly members: readonly Member[]; readonly body: Block; }

export interface Block extends At { readonly kind: 'block'; readonly statements: readonly Statement[]; readonly end: At; }

export type Statement =
  | Block
  | (At & { readonly kind: 'if'; readonly condition: Expression; readonly then: Statement; readonly otherwise?: Statement })
  | (At & { readonly kind: 'switch'; readonly value: Expression; readonly cases: readonly WhenCase[] })
  | (At & { readonly kind: 'for'; readonly declare?: Statement & { kind: 'local' }; readonly init: readonly Expression[]; readonly condition?: Expression; readonly update: readonly Expression[]; readonly body?: Statement })
  | (At & { readonly kind: 'forEach'; readonly type: TypeRef; readonly variable: Name; readonly value: Expression; readonly body?: Statement })
  | (At & { readonly kind: 'while'; readonly condition: Expression; readonly body?: Statement })
  | (At & { readonly kind: 'doWhile'; readonly condition: Expression; readonly body: Statement })
  | (At & { readonly kind: 'try'; readonly body: Block; readonly catches: readonly CatchClause[]; readonly finally?: Block })
  | (At & { readonly kind: 'return'; readonly value?: Expression })
  | (At & { readonly kind: 'throw'; readonly value: Expression })
  | (At & { readonly kind: 'break' | 'continue' })
  | (At & { readonly kind: 'dml'; readonly operation: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge'; readonly value: Expression; readonly second?: Expression; readonly mode?: 'user' | 'system'; readonly key?: readonly Name[] })
  | (At & { readonly kind: 'runAs'; readonly user: readonly Expression[]; readonly body: Block })
  | (At & { readonly kind: 'local'; readonly type: TypeRef; readonly variables: readonly Variable[]; readonly final: boolean })
  | (At & { readonly kind: 'expression'; readonly value: Expression });

export interface CatchClause extends At { readonly type: TypeRef; readonly variable: Name; readonly body: Block; }
export interface WhenCase extends At { readonly when: WhenValue; readonly body: Block; }
export type WhenValue =
  | { readonly kind: 'else' }
  | { readonly kind: 'type'; readonly type: TypeRef; readonly variable: Name }
  | { readonly kind: 'literals'; readonly values: readonly WhenLiteral[] };
export type WhenLiteral = At & ({ readonly kind: 'integer' | 'long' | 'string'; readonly value: string } | { readonly kind: 'null' } | { readonly kind: 'name'; readonly parts: readonly string[] });

export type BinaryOperator = '*' | '/' | '+' | '-' | '<<' | '>>' | '>>>' | '<' | '>' | '<=' | '>=' | '==' | '!=' | '===' | '!==' | '&' | '^' | '|' | '&&' | '||' | '??';

export type Expression =
  | (At & { readonly kind: 'literal'; readonly type: 'Integer' | 'Long' | 'Decimal' | 'Double' | 'String' | 'Boolean' | 'null'; readonly value: string })
  | (At & { readonly kind: 'name'; readonly name: string })
  | (At & { readonly kind: 'this' | 'super' })
  | (At & { readonly kind: 'field'; readonly target: Expression; readonly name: string; readonly safe: boolean; readonly nameAt: At })
  | (At & { readonly kind: 'call'; readonly target?: Expression; readonly name: string; readonly args: readonly Expression[]; readonly safe: boolean; readonly nameAt: At })
  | (At & { readonly kind: 'delegate'; readonly to: 'this' | 'super'; readonly args: readonly Expression[] })
  | (At & { readonly kind: 'index'; readonly target: Expression; readonly index: Expression })
  | (At & { readonly kind: 'new'; readonly type: TypeRef; readonly args: readonly Expression[] })
  | (At & { readonly kind: 'newArray'; readonly type: TypeRef; readonly size?: Expression; readonly values?: readonly Expression[] })
  | (At & { readonly kind: 'newCollection'; readonly type: TypeRef; readonly values: readonly Expression[]; readonly pairs?: readonly (readonly [Expression, Expression])[] })
  | (At & { readonly kind: 'cast'; readonly type: TypeRef; readonly value: Expression })
  | (At & { readonly kind: 'postfix'; readonly operator: '++' | '--'; readonly value: Expression })
  | (At & { readonly kind: 'prefix'; readonly operator: '+' | '-' | '++' | '--' | '~' | '!'; readonly value: Expression })
  | (At & { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression; readonly operatorAt: At })
  | (At & { readonly kind: 'instanceof'; readonly value: Expression; readonly type: TypeRef })
  | (At & { readonly kind: 'conditional'; readonly condition: Expression; readonly then: Expression; readonly otherwise: Expression })
  | (At & { readonly kind: 'assign'; readonly operator: string; readonly target: Expression; readonly value: Expression })
  | (At & { readonly kind: 'classLiteral'; readonly type?: TypeRef })
  | (At & { readonly kind: 'parenthesis'; readonly value: Expression })
  | SoqlExpression
  | (At & { readonly kind: 'sosl' });

/** A query in brackets: its text with each bind replaced by `:b0`, `:b1`..., and the expressions bound. */
export interface SoqlExpression extends At {
  readonly kind: 'soql';
  readonly text: string;
  readonly binds: readonly Expression[];
  /** Where each bind stands in `text` and how much longer the written expression was, to map positions back. */
  readonly shifts: readonly { readonly offset: number; readonly line: number; readonly column: number }[];
}

export interface SyntaxProblem extends At { readonly problem: string; }
