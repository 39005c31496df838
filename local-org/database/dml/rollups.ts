/** Roll-up summary fields: worked out from the children, stored on the parent, which goes through its own save. */
import { NotModelledError, type FilterItem, type ObjectModel, type SummaryModel } from '../../schema';
import { analyseCondition } from '../soql/analyse/conditions';
import { Scope } from '../soql/analyse/scope';
import type { TypedCondition } from '../soql/analyse/types';
import type { ConditionAst, Operator, ValueAst } from '../soql/ast';
import { Columns } from '../soql/compile/columns';
import { conditionSql } from '../soql/compile/conditions';
import { CompileContext, joinSql, sql } from '../soql/compile/context';
import { kindOf } from '../soql/analyse/functions';
import { quote } from '../sqlite/connection';
import type { Store } from '../store';
import type { Caller, Row, Sql, Value } from '../types';
import { type Item, type Request, fail } from './item';
import type { Machine } from './machine';
import type { ObjectPlan, Summary } from './plan';

const HERE = { line: 1, column: 1 };

export function rollUp(machine: Machine, plan: ObjectPlan, items: readonly Item[], request: Request): void {
  if (plan.summaries.length === 0 || items.length === 0) return;
  const byParent = new Map<ObjectModel, Summary[]>();
  for (const summary of plan.summaries) byParent.set(summary.parent, [...(byParent.get(summary.parent) ?? []), summary]);
  for (const [parent, summaries] of byParent) {
    const touched = new Map<string, Item[]>();
    for (const item of items) {
      for (const id of parentsOf(machine.store, item, summaries)) touched.set(id, [...(touched.get(id) ?? []), item]);
    }
    if (touched.size > 0) saveParents(machine, plan.object, parent, summaries, touched, request);
  }
}

/** Parents whose sums this record changes. */
function parentsOf(store: Store, item: Item, summaries: readonly Summary[]): ReadonlySet<string> {
  const ids = new Set<string>();
  const deleted = item.old === item.row;
  for (const { summary, foreignKey } of summaries) {
    const now = item.row[foreignKey];
    const before = item.old?.[foreignKey];
    const read = [summary.summarizedField, ...summary.filters.map((filter) => filter.field)].map((name) => name?.split('.').pop());
    const child = store.org.object(summary.childObject);
    const changed = !item.old || deleted || now !== before || read.some((name) => name && (child?.field(name)?.formula !== undefined || item.row[child?.field(name)?.name ?? name] !== item.old?.[child?.field(name)?.name ?? name]));
    if (!changed) continue;
    if (typeof now === 'string') ids.add(now);
    if (typeof before === 'string') ids.add(before);
  }
  return ids;
}

function saveParents(machine: Machine, child: ObjectModel, parent: ObjectModel, summaries: readonly Summary[], touched: ReadonlyMap<string, Item[]>, request: Request): void {
  const ids = [...touched.keys()];
  const columns = summaries.map((summary) => quote(summary.field.name)).join(', ');
  const current = machine.store.connection.all(`SELECT "Id", ${columns} FROM ${quote(parent.name)} WHERE "IsDeleted" = 0 AND "Id" IN (SELECT value FROM json_each(?))`, [JSON.stringify(ids)]);
  const changes = new Map<string, Row>();
  const values = computed(machine.store, child, summaries, ids, request.caller);
  for (const row of current) {
    const id = String(row.Id);
    const found = values.get(id);
    for (const [index, { field, summary }] of summaries.entries()) {
      const value = found?.[index] ?? (summary.operation === 'count' || summary.operation === 'sum' ? 0 : null);
      if (value === row[field.name]) continue;
      const change = changes.get(id) ?? { Id: id };
      change[field.name] = value;
      changes.set(id, change);
    }
  }
  if (changes.size === 0) return;
  const rows = [...changes.values()];
  const caller: Caller = { userId: request.caller.userId, mode: 'system', sharing: false };
  const results = machine.run('update', parent, rows, caller, { allOrNone: false, origin: { kind: 'platform' } });
  results.forEach((result, index) => {
    for (const error of result.errors) for (const item of touched.get(rows[index]?.Id as string) ?? []) fail(item, error.code, error.message, error.fields);
  });
}

/** Values of the roll-ups, in their order, for these parents; parents without children are absent. Roll-ups by one key are read in one pass over the children. */
function computed(store: Store, child: ObjectModel, summaries: readonly Summary[], ids: readonly string[], caller: Caller): ReadonlyMap<string, readonly Value[]> {
  const byKey = new Map<string, number[]>();
  summaries.forEach(({ foreignKey }, index) => byKey.set(foreignKey, [...(byKey.get(foreignKey) ?? []), index]));
  const values = new Map<string, Value[]>();
  for (const [foreignKey, indexes] of byKey) {
    const statement = statementOf(store, child, foreignKey, indexes.map((index) => (summaries[index] as Summary).summary), ids, caller);
    for (const row of store.connection.all(statement.text, statement.params)) {
      const parent = String(row.parent);
      const held = values.get(parent) ?? summaries.map((): Value => null);
      indexes.forEach((index, at) => (held[index] = row[`v${at}`] as Value));
      values.set(parent, held);
    }
  }
  return values;
}

function statementOf(store: Store, child: ObjectModel, foreignKey: string, summaries: readonly SummaryModel[], ids: readonly string[], caller: Caller): Sql {
  const context = new CompileContext(store, { ...caller, mode: 'system', sharing: false }, {}, false, false);
  const columns = new Columns(context, child);
  const scope = new Scope(store.org, child, undefined, [], () => {
    throw new NotModelledError('a sub-query in a roll-up filter');
  });
  const link = `${columns.base}.${quote(foreignKey)}`;
  const picks = summaries.map((summary, at) => {
    const name = summary.summarizedField?.split('.').pop();
    const argument = name ? columns.field(scope.field({ names: [name], at: HERE }), false) : '*';
    const filters = summary.filters.map((filter) => conditionSql(filterCondition(filter, scope), { columns, semiJoin: () => sql('SELECT NULL') }));
    const counted = filters.length > 0 ? [sql('FILTER (WHERE'), joinSql(filters, ' AND '), sql(')')] : [];
    return joinSql([sql(`${summary.operation.toUpperCase()}(${argument})`), ...counted, sql(`AS v${at}`)], ' ');
  });
  const where = joinSql([sql(`${columns.base}."IsDeleted" = 0`), sql(`${link} IN (SELECT value FROM json_each(?))`, [JSON.stringify(ids)])], ' AND ');
  return joinSql([sql(`SELECT ${link} AS parent,`), joinSql(picks, ', '), columns.from, sql('WHERE'), where, sql(`GROUP BY ${link}`)], ' ');
}

/** Operations of filter items. `any`: a list separated by commas means one of them. */
const OPERATIONS: Readonly<Record<string, { readonly operator: Operator; readonly pattern?: (value: string) => string; readonly not?: boolean }>> = {
  equals: { operator: '=' },
  notEqual: { operator: '=', not: true },
  lessThan: { operator: '<' },
  greaterThan: { operator: '>' },
  lessOrEqual: { operator: '<=' },
  greaterOrEqual: { operator: '>=' },
  contains: { operator: 'LIKE', pattern: (value) => `%${value}%` },
  notContain: { operator: 'LIKE', pattern: (value) => `%${value}%`, not: true },
  startsWith: { operator: 'LIKE', pattern: (value) => `${value}%` },
  includes: { operator: 'INCLUDES' },
  excludes: { operator: 'INCLUDES', not: true },
};

export const filterOperations: readonly string[] = Object.keys(OPERATIONS);

function filterCondition(filter: FilterItem, scope: Scope): TypedCondition {
  const found = OPERATIONS[filter.operation];
  if (!found) throw new NotModelledError(`the filter operation ${filter.operation}`);
  if (filter.valueField) throw new NotModelledError('a roll-up filter that compares two fields');
  const name = filter.field.split('.').pop() as string;
  const path = { names: [name], at: HERE };
  const kind = kindOf(scope.field(path).field.type);
  const values = (filter.value ?? '').split(',').map((value) => value.trim());
  const parts = values.map((value): ConditionAst => {
    const literal = literalOf(found.pattern ? found.pattern(value) : value, kind);
    const list: ValueAst = found.operator === 'INCLUDES' ? { kind: 'list', values: [literal], at: HERE } : literal;
    return { kind: 'compare', left: { kind: 'field', path }, operator: found.operator, value: list, at: HERE };
  });
  const any: ConditionAst = parts.length === 1 ? (parts[0] as ConditionAst) : { kind: 'or', parts };
  return analyseCondition(found.not ? { kind: 'not', part: any } : any, scope, 'where');
}

function literalOf(value: string, kind: ReturnType<typeof kindOf>): ValueAst {
  if (value === '') return { kind: 'null', at: HERE };
  switch (kind) {
    case 'number': return { kind: 'number', value: Number(value), at: HERE };
    case 'boolean': return { kind: 'boolean', value: value.toLowerCase() === 'true' || value === '1', at: HERE };
    case 'date': return { kind: 'date', value, at: HERE };
    case 'datetime': return { kind: 'datetime', value, at: HERE };
    default: return { kind: 'string', value, at: HERE };
  }
}
