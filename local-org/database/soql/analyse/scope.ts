/** What the parts of one analysis share: the object, the binds and fields met so far. */
import type { FieldModel, ObjectModel, OrgModel } from '../../../schema';
import type { AnalysedQuery } from '../../types';
import type { ExprAst, PathAst, QueryAst } from '../ast';
import { SoqlError, notModelled } from '../errors';
import { kindOf, soqlFunction } from './functions';
import { resolvePath } from './paths';
import type { TypedExpr, TypedField, TypedQuery, ValueKind } from './types';

export type Bind = AnalysedQuery['binds'][number];

export class Scope {
  readonly fields: TypedField[] = [];

  constructor(
    readonly org: OrgModel,
    readonly object: ObjectModel,
    readonly alias: string | undefined,
    /** Shared by a query and its sub-queries, in order of appearance. */
    readonly binds: Bind[],
    /** Analyses a semi-join. */
    readonly subQuery: (ast: QueryAst, binds: Bind[]) => TypedQuery
  ) {}

  field(path: PathAst): TypedField {
    const found = resolvePath(path, this);
    const { type, name, object } = found.field;
    if (type === 'address' || type === 'location') throw notModelled(`the compound field ${object}.${name} in SOQL; name its parts`, path.at);
    this.fields.push(found);
    return found;
  }

  expr(ast: ExprAst): TypedExpr {
    if (ast.kind === 'field') return this.field(ast.path);
    const fn = soqlFunction(ast.name);
    if (!fn) throw notModelled(`the SOQL function ${ast.name}`, ast.at);
    const argument = ast.path ? this.field(ast.path) : undefined;
    if (argument && fn.accepts && !fn.accepts.includes(argument.field.type)) {
      throw new SoqlError('MALFORMED_QUERY', `field ${argument.field.name} does not support aggregate operator ${fn.name}`, ast.at);
    }
    if (argument && !fn.aggregate && ast.convertTimezone && argument.field.type !== 'datetime') {
      throw new SoqlError('MALFORMED_QUERY', `convertTimezone takes a dateTime field, not ${argument.field.name}`, ast.at);
    }
    return { kind: 'call', fn, argument, convertTimezone: ast.convertTimezone, at: ast.at };
  }

  bind(name: string, expects: Bind['expects'], field?: FieldModel): void {
    this.binds.push({ name, expects, field });
  }
}

export function kindOfExpr(expr: TypedExpr): ValueKind {
  return expr.kind === 'field' ? kindOf(expr.field.type) : expr.fn.result(expr.argument?.field);
}

export function isAggregate(expr: TypedExpr): boolean {
  return expr.kind === 'call' && expr.fn.aggregate;
}

/** As the messages name an expression. */
export function nameOf(expr: TypedExpr): string {
  return expr.kind === 'field' ? expr.path[expr.path.length - 1] as string : `${expr.fn.name}(${expr.argument?.path.join('.') ?? ''})`;
}

/** Two spellings of one expression, for GROUP BY. */
export function keyOf(expr: TypedExpr): string {
  if (expr.kind === 'field') return expr.path.join('.');
  return `${expr.fn.name}(${expr.convertTimezone ? 'tz:' : ''}${expr.argument?.path.join('.') ?? ''})`;
}
