/** A SOQL query as written, before names are looked up. */

/** Where something stands in the text; both count from 1. */
export interface At { readonly line: number; readonly column: number; }

export interface PathAst { readonly names: readonly string[]; readonly at: At; }

export type ExprAst =
  | { readonly kind: 'field'; readonly path: PathAst }
  /** `COUNT()` has no argument. `convertTimezone` marks `HOUR_IN_DAY(convertTimezone(X))`. */
  | { readonly kind: 'call'; readonly name: string; readonly path?: PathAst; readonly convertTimezone: boolean; readonly at: At };

export type ValueAst = { readonly at: At } & (
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'date' | 'datetime' | 'time'; readonly value: string }
  /** TODAY, LAST_N_DAYS:3 */
  | { readonly kind: 'dateLiteral'; readonly name: string; readonly n: number }
  | { readonly kind: 'bind'; readonly name: string }
  | { readonly kind: 'list'; readonly values: readonly ValueAst[] }
  | { readonly kind: 'query'; readonly query: QueryAst }
);

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

export type ConditionAst =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly ConditionAst[] }
  | { readonly kind: 'not'; readonly part: ConditionAst }
  | { readonly kind: 'compare'; readonly left: ExprAst; readonly operator: Operator; readonly value: ValueAst; readonly at: At };

export type SelectAst =
  | { readonly kind: 'expr'; readonly expr: ExprAst; readonly alias?: string; readonly at: At }
  | { readonly kind: 'children'; readonly query: QueryAst; readonly at: At }
  | { readonly kind: 'fields'; readonly which: 'ALL' | 'STANDARD' | 'CUSTOM'; readonly at: At };

export interface OrderAst { readonly expr: ExprAst; readonly descending: boolean; readonly nulls?: 'FIRST' | 'LAST'; readonly at: At; }

export type CountAst = { readonly value: number; readonly at: At } | { readonly bind: string; readonly at: At };

export interface QueryAst {
  readonly at: At;
  readonly select: readonly SelectAst[];
  readonly from: PathAst;
  readonly alias?: string;
  readonly where?: ConditionAst;
  readonly mode?: 'user' | 'system';
  readonly groupBy: readonly ExprAst[];
  readonly having?: ConditionAst;
  readonly orderBy: readonly OrderAst[];
  readonly limit?: CountAst;
  readonly offset?: CountAst;
  readonly allRows: boolean;
  readonly forUpdate: boolean;
}
