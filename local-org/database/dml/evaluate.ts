/** Formulas over records in memory: defaults, validation rules, formula fields of trigger rows. */
import type { FormulaContext, FormulaValue } from '../../formula';
import type { ObjectModel } from '../../schema';
import { formulaOf, formulaTarget } from '../formulas';
import { globalValue } from '../globals';
import { resolvePath } from '../soql/analyse/paths';
import type { Store } from '../store';
import type { Row, Value } from '../types';

const HERE = { line: 1, column: 1 };

/** Parents are read once for all records of a chunk. */
export class Evaluator {
  private readonly parents = new Map<string, Row | null>();
  private readonly now: number;
  private readonly zone: string;

  constructor(private readonly store: Store, private readonly userId: string) {
    this.now = store.clock.now();
    this.zone = store.timeZone(userId);
  }

  context(object: ObjectModel, row: Row, old: Row | undefined): FormulaContext {
    return {
      field: (path) => this.value(object, row, path),
      prior: (path) => this.value(object, old ?? row, path),
      isNew: old === undefined,
      now: this.now,
      timeZone: this.zone,
    };
  }

  /** Value of a formula field of this record. */
  formulaField(object: ObjectModel, row: Row, name: string): FormulaValue {
    const field = object.field(name);
    if (field?.formula === undefined) return null;
    return formulaOf(this.store.formula, this.store.org, object, field).evaluate(this.context(object, row, undefined));
  }

  private value(object: ObjectModel, row: Row, path: readonly string[]): FormulaValue {
    if (path[0]?.startsWith('$')) return globalValue(this.store, this.userId, path);
    const found = resolvePath({ names: path.map((name) => name.split(':')[0] as string), at: HERE }, { org: this.store.org, object });
    let holder = object;
    let current: Row | null = row;
    for (const [index, hop] of found.hops.entries()) {
      const id: Value | undefined = current[hop.reference.name];
      const wanted = formulaTarget(hop, path[index] as string);
      const target: ObjectModel | undefined = typeof id === 'string' && wanted.keyPrefix === id.slice(0, 3) ? wanted : undefined;
      current = target ? this.parent(target, id as string) : null;
      if (!current || !target) return null;
      holder = target;
    }
    const field = holder.field(found.field.name);
    if (!field) return null;
    if (field.formula !== undefined) return this.formulaField(holder, current, field.name);
    const value = current[field.name];
    return value === undefined || value instanceof Uint8Array ? (field.type === 'boolean' ? false : null) : value;
  }

  private parent(object: ObjectModel, id: string): Row | null {
    const known = this.parents.get(id);
    if (known !== undefined) return known;
    const table = this.store.tables.of(object);
    const stored = this.store.connection.get(`${table.selectSql} WHERE "Id" = ?`, [id]);
    const row = stored ? table.decode(stored) : null;
    this.parents.set(id, row);
    return row;
  }
}
