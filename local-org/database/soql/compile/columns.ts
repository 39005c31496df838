/** Fields as SQL: joins to parents, formulas, polymorphic references. */
import type { FieldModel, ObjectModel } from '../../../schema';
import { quote } from '../../sqlite/connection';
import type { Sql, SqlValue } from '../../types';
import { kindOf } from '../analyse/functions';
import { resolvePath } from '../analyse/paths';
import type { Hop, TypedExpr, TypedField } from '../analyse/types';
import { globalValue } from '../../globals';
import { formulaScope, formulaTarget } from '../../formulas';
import { type CompileContext, sqlLiteral } from './context';

interface Join { readonly alias: string; readonly text: string; readonly params: readonly SqlValue[]; }

const HERE = { line: 1, column: 1 };

/** The FROM clause of one SELECT, growing with the paths that are asked for. */
export class Columns {
  readonly base: string;
  private readonly joins = new Map<string, Join>();

  constructor(readonly context: CompileContext, readonly object: ObjectModel) {
    this.base = context.alias();
  }

  /** FROM and joins; ask only after everything else is spelled. */
  get from(): Sql {
    const joins = [...this.joins.values()];
    return {
      text: [`FROM ${quote(this.object.name)} AS ${this.base}`, ...joins.map((join) => join.text)].join(' '),
      params: joins.flatMap((join) => join.params),
    };
  }

  expr(expr: TypedExpr): string {
    if (expr.kind === 'field') return this.field(expr);
    const { argument } = expr;
    if (!argument) return expr.fn.sql('', undefined);
    const column = this.field(argument);
    const local = expr.convertTimezone ? `sf_local(${column}, ${sqlLiteral(this.context.zone)})` : column;
    return expr.fn.sql(local, argument.field);
  }

  /** Picklists sort by the order of their values in set-up, values unknown to it last. */
  orderExpr(expr: TypedExpr): string {
    const text = this.expr(expr);
    const values = expr.kind === 'field' && expr.field.type === 'picklist' ? (expr.field.picklist?.values ?? []) : [];
    if (values.length === 0) return text;
    return `CASE ${text} ${values.map((entry, index) => `WHEN ${sqlLiteral(entry.value)} THEN ${index}`).join(' ')} ELSE CASE WHEN ${text} IS NOT NULL THEN ${values.length} END END`;
  }

  /** `secured`: parents that the caller may not see count as absent. Formulas see everything. */
  field(field: TypedField, secured = true): string {
    const last = field.hops[field.hops.length - 1];
    if (!last) return this.column(this.object, field.field, this.base);
    if (field.typeName) return this.typeName(field.hops, secured);
    const spelled = field.targets.map((target) => this.column(target.object, target.field, this.join(field.hops, target.object, secured)));
    const text = spelled.length === 1 ? (spelled[0] as string) : withoutCase(`COALESCE(${spelled.join(', ')})`, field.field);
    // SOQL treats a boolean of an absent parent as false.
    return field.field.type === 'boolean' ? `COALESCE(${text}, 0)` : text;
  }

  /** Id of the parent at the end of these steps; null when absent or hidden. */
  parentId(hops: readonly Hop[]): string {
    const targets = (hops[hops.length - 1] as Hop).targets;
    const ids = targets.map((target) => `${this.join(hops, target, true)}."Id"`);
    return ids.length === 1 ? (ids[0] as string) : `COALESCE(${ids.join(', ')})`;
  }

  private typeName(hops: readonly Hop[], secured: boolean): string {
    const last = hops[hops.length - 1] as Hop;
    const reference = this.referenceColumn(hops, secured);
    // A queue is a Group; SOQL calls it Queue.
    const cases = last.targets.map((target) => `WHEN ${sqlLiteral(target.keyPrefix)} THEN ${sqlLiteral(target.name === 'Group' ? 'Queue' : target.name)}`);
    return `(CASE substr(${reference}, 1, 3) ${cases.join(' ')} END COLLATE NOCASE)`;
  }

  private referenceColumn(hops: readonly Hop[], secured: boolean): string {
    const last = hops[hops.length - 1] as Hop;
    const before = hops.slice(0, -1);
    const holder = before.length === 0 ? this.base : this.join(before, this.holderOf(before, last), secured);
    return `${holder}.${quote(last.reference.name)}`;
  }

  /** Of the objects that the steps may lead to, the one that has the next reference. */
  private holderOf(hops: readonly Hop[], next: Hop): ObjectModel {
    const { targets } = hops[hops.length - 1] as Hop;
    return targets.find((target) => target.name === next.reference.object) ?? (targets[0] as ObjectModel);
  }

  private join(hops: readonly Hop[], target: ObjectModel, secured: boolean): string {
    const key = `${secured ? 's' : 'f'}:${hops.map((hop) => hop.reference.object + '.' + hop.reference.name).join('/')}>${target.name}`;
    const known = this.joins.get(key);
    if (known) return known.alias;
    const reference = this.referenceColumn(hops, secured);
    const alias = this.context.alias();
    const { access, sharing, caller } = this.context;
    const predicate = secured && sharing ? access?.rowPredicate(caller.userId, target, 'read', alias) : undefined;
    const text = `LEFT JOIN ${quote(target.name)} AS ${alias} ON ${alias}."Id" = ${reference}${predicate ? ` AND (${predicate.text})` : ''}`;
    this.joins.set(key, { alias, text, params: predicate?.params ?? [] });
    return alias;
  }

  private column(object: ObjectModel, field: FieldModel, alias: string): string {
    if (field.formula === undefined) return `${alias}.${quote(field.name)}`;
    const { formula } = this.context.store;
    const spelled = formula.toSql(field.formula, formulaScope(this.context.store.org, object, field), (path) => this.formulaColumn(object, alias, path));
    return withoutCase(spelled.text, field);
  }

  /** A path inside a formula of `object`, whose row is `alias`. */
  private formulaColumn(object: ObjectModel, alias: string, path: readonly string[]): string {
    // A call and not a literal, so that the prepared statement serves again.
    if (path[0] === '$Now') return 'sf_now()';
    if (path[0] === '$TimeZone') return sqlLiteral(this.context.zone);
    if (path[0]?.startsWith('$')) return sqlLiteral(globalValue(this.context.store, this.context.caller.userId, path));
    const found = resolvePath({ names: path.map((name) => name.split(':')[0] as string), at: HERE }, { org: this.context.store.org, object });
    let row = alias;
    let holder = object;
    found.hops.forEach((hop, index) => {
      const target = formulaTarget(hop, path[index] as string);
      row = this.formulaJoin(row, holder, hop, target);
      holder = target;
    });
    return this.column(holder, holder.field(path[path.length - 1] as string) ?? found.field, row);
  }

  private formulaJoin(row: string, holder: ObjectModel, hop: Hop, target: ObjectModel): string {
    const key = `formula:${row}/${holder.name}.${hop.reference.name}>${target.name}`;
    const known = this.joins.get(key);
    if (known) return known.alias;
    const alias = this.context.alias();
    this.joins.set(key, { alias, text: `LEFT JOIN ${quote(target.name)} AS ${alias} ON ${alias}."Id" = ${row}.${quote(hop.reference.name)}`, params: [] });
    return alias;
  }
}

/** Text that is no bare column has lost the column's collation. */
function withoutCase(text: string, field: FieldModel): string {
  return kindOf(field.type) === 'text' && !field.caseSensitive ? `(${text} COLLATE NOCASE)` : `(${text})`;
}
