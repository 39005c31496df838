/** A query whose names are looked up and whose types are checked. */
import type { FieldModel, ObjectModel } from '../../../schema';
import type { AnalysedQuery, SqlValue } from '../../types';
import type { At, Operator } from '../ast';
import type { SoqlFunction } from './functions';

/** One step upward: a reference field and the objects that it may lead to. */
export interface Hop { readonly reference: FieldModel; readonly name: string; readonly targets: readonly ObjectModel[]; }

export interface TypedField {
  readonly kind: 'field';
  readonly hops: readonly Hop[];
  /** The object that has the field; for a polymorphic step, one entry for each target that has it. */
  readonly targets: readonly { readonly object: ObjectModel; readonly field: FieldModel }[];
  readonly field: FieldModel;
  /** `Owner.Type`: the name of the object that a polymorphic reference leads to. */
  readonly typeName: boolean;
  /** Canonical names, relationships first. */
  readonly path: readonly string[];
  readonly at: At;
}

export interface TypedCall { readonly kind: 'call'; readonly fn: SoqlFunction; readonly argument?: TypedField; readonly convertTimezone: boolean; readonly at: At; }

export type TypedExpr = TypedField | TypedCall;

export type TypedValue =
  | { readonly kind: 'literal'; readonly value: SqlValue }
  | { readonly kind: 'dateLiteral'; readonly name: string; readonly n: number }
  | { readonly kind: 'bind'; readonly name: string; readonly collection: boolean }
  | { readonly kind: 'list'; readonly values: readonly TypedValue[] }
  | { readonly kind: 'query'; readonly query: TypedQuery };

export type ValueKind = 'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'id' | 'multi' | 'blob';

export type TypedCondition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly TypedCondition[] }
  | { readonly kind: 'not'; readonly part: TypedCondition }
  | { readonly kind: 'compare'; readonly left: TypedExpr; readonly type: ValueKind; readonly operator: Operator; readonly value: TypedValue };

export interface TypedSelect { readonly expr?: TypedExpr; readonly children?: TypedQuery; /** Name in the result of an aggregate query. */ readonly name: string; }

export type TypedCount = { readonly value: number } | { readonly bind: string };

export interface TypedQuery extends AnalysedQuery {
  readonly select: readonly TypedSelect[];
  readonly where?: TypedCondition;
  readonly having?: TypedCondition;
  readonly groupBy: readonly TypedExpr[];
  readonly orderBy: readonly { readonly expr: TypedExpr; readonly descending: boolean; readonly nulls?: 'FIRST' | 'LAST' }[];
  readonly limit?: TypedCount;
  readonly offset?: TypedCount;
  readonly allRows: boolean;
  /** Every field that the query names, for object and field rights. */
  readonly fields: readonly TypedField[];
  readonly at: At;
  /** On a child query: the reference of the child that leads to its parent, and the relationship's name. */
  readonly link?: { readonly reference: FieldModel; readonly name: string };
}
