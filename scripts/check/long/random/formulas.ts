/** Formulas by chance over the depot's shipment: compiled, computed with odd values, and run as SQL; then broken ones. */
import { Database } from 'node-sqlite3-wasm';
import { formulaCompiler, supportList, type FormulaScope, type FormulaType, type FormulaValue } from '../../../../local-org/formula';
import type { FieldModel, ObjectModel } from '../../../../local-org/schema';
import { broken, type Chance } from './chance';
import { openDepot } from './depot';
import type { Thrower } from './throwers';
import { faultOf } from './refusals';

const LITERALS: readonly string[] = ['0', '1', '-1', '2.5', '1000000', '99999999999999999999', '0.000001', '""', '"x"', '"2026-02-30"', '"a\\"b"', '"%"', '"🚚"', 'TRUE', 'FALSE', 'NULL', 'DATE(2026, 2, 28)', 'TODAY()', 'NOW()', '$User.Id', '$Permission.Deliver_Shipments', '$Label.Nothing', '$Now'];
const OPERATORS: readonly string[] = ['+', '-', '*', '/', '^', '&', '=', '<>', '!=', '==', '<', '>=', '&&', '||'];
const USES: readonly FormulaScope['use'][] = ['formulaField', 'validationRule', 'default', 'filter'];
const WANTED: readonly (FormulaType | undefined)[] = [undefined, undefined, undefined, 'text', 'number', 'boolean', 'date', 'datetime', 'time'];
const BY_TYPE: Readonly<Record<FormulaType, readonly FormulaValue[]>> = {
  text: [null, '', 'x', 'In Transit', 'a;b', '🚚', "it's", '1.5', '2026-02-30'],
  number: [null, 0, -1, 2.5, 1e15, -1e15, 1e-9],
  boolean: [true, false],
  date: [null, '2026-02-28', '1700-01-01', '4000-12-31'],
  datetime: [null, '2026-02-28T23:59:59.999Z', '1700-01-01T00:00:00.000Z'],
  time: [null, '00:00:00.000Z', '23:59:59.999Z'],
  null: [null],
};
const ROUNDS = 10;
const NOW = Date.UTC(2026, 2, 31, 22, 30);

/** Grows a formula from pieces that compile, so that most of what comes is deep and well typed. */
class FormulaMaker {
  private readonly pieces: { text: string; type: FormulaType }[] = [];

  constructor(private readonly object: ObjectModel, private readonly functions: ReturnType<typeof supportList>['supported'], private readonly typeOf: (text: string) => FormulaType | undefined, private readonly chance: Chance) {}

  make(): string {
    for (let leaf = 0; leaf < 8; leaf++) this.keep(this.chance.one(0.5) ? this.chance.of(LITERALS) : this.field());
    for (let round = 0; round < ROUNDS; round++) this.keep(this.combined());
    return this.chance.one(0.2) ? this.combined() : (this.pieces[this.pieces.length - 1]?.text ?? this.combined());
  }

  private keep(text: string): void {
    const type = this.typeOf(text);
    if (type && text.length < 900) this.pieces.push({ text, type });
  }
  private combined(): string {
    const { chance } = this;
    const kind = chance.below(5);
    if (kind === 0) {
      const left = chance.of(this.pieces);
      return `(${left.text} ${chance.of(OPERATORS)} ${this.piece(left.type)})`;
    }
    if (kind === 1) return `${chance.of(['-', 'NOT', '!', '+'])}(${this.piece('any')})`;
    const { name, parameters } = chance.of(this.functions);
    const wanted = parameters === '' ? [] : parameters.split(', ').filter((each) => !each.endsWith('?') || chance.one(0.5));
    if (chance.one(0.05)) wanted.push('any');
    return `${name}(${wanted.map((each) => this.piece(each.replace(/[.?]/g, ''))).join(', ')})`;
  }
  /** One of a type named in a parameter, or, seldom, any. */
  private piece(types: string): string {
    const { chance } = this;
    const fitting = types === 'any' || chance.one(0.05) ? this.pieces : this.pieces.filter((each) => types.split('|').includes(each.type));
    if (/picklist/i.test(types) && chance.one(0.8)) return 'Status__c';
    return fitting.length ? chance.of(fitting).text : chance.of(LITERALS);
  }
  private field(): string {
    const field = this.chance.of([...this.object.fields.values()]);
    const parent = field.reference?.relationshipName;
    return parent && this.chance.one(0.6) ? `${parent}${this.chance.of(['.Name', '.Id', ':User.Email', '.Nothing__c', '.Owner.Name'])}` : field.name;
  }
}

const quoted = (value: FormulaValue): string => (value === null ? 'NULL' : typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(Number(value)));

export async function formulas(): Promise<Thrower> {
  const platform = openDepot();
  const shipment = platform.org.object('Shipment__c');
  if (!shipment) throw new Error('The fixture has no Shipment__c');
  const functions = supportList().supported;
  const database = new Database(':memory:');
  for (const each of formulaCompiler.sqlFunctions) {
    const call = (...args: unknown[]): string | number | null => each.call(...(args as (string | number | bigint | null)[]));
    // The driver takes the number of parameters from the function itself.
    Object.defineProperty(call, 'length', { value: each.arity });
    database.function(each.name, call as Parameters<Database['function']>[1], { deterministic: each.deterministic });
  }
  const fieldAt = (path: readonly string[]): FieldModel | undefined => {
    let object: ObjectModel | undefined = shipment;
    for (const step of path.slice(0, -1)) {
      const [relation = '', target] = step.split(':');
      object = platform.org.object(target ?? object?.relationship(relation)?.reference?.to[0] ?? '');
    }
    return object?.field(path[path.length - 1] ?? '');
  };

  const run = (source: string, chance: Chance): void => {
    const wanted = chance.of(WANTED);
    const scope: FormulaScope = { org: platform.org, object: shipment, use: chance.of(USES), blanks: chance.of(['asZero', 'asBlank'] as const), ...(wanted ? { wanted } : {}) };
    const values = new Map<string, FormulaValue>();
    const valueOf = (path: readonly string[]): FormulaValue => {
      const key = path.join('.');
      if (!values.has(key)) {
        const field = fieldAt(path);
        values.set(key, path[0] === '$Permission' ? chance.one(0.5) : chance.of(BY_TYPE[field ? formulaCompiler.typeOf(field.type) : 'text']));
      }
      return values.get(key) ?? null;
    };
    formulaCompiler.compile(source, scope).evaluate({ field: valueOf, prior: valueOf, isNew: chance.one(0.5), now: NOW, timeZone: 'Europe/Berlin' });
    const { text } = formulaCompiler.toSql(source, scope, (path) => (path[0] === '$Now' ? String(NOW) : path[0] === '$TimeZone' ? "'Europe/Berlin'" : quoted(valueOf(path))));
    database.all(`SELECT ${text} AS result`);
  };
  /** Of a piece that compiles; a fault other than a refusal is found again when the whole formula runs. */
  const typeOf = (text: string): FormulaType | undefined => {
    try {
      return formulaCompiler.compile(text, { org: platform.org, object: shipment, use: 'validationRule' }).type;
    } catch (failure) {
      if (faultOf(failure)) throw new Error(`${text}: ${String(failure)}`);
      return undefined;
    }
  };
  return {
    run: async (chance, tell) => {
      const made = new FormulaMaker(shipment, functions, typeOf, chance).make();
      const shown = chance.one(0.33) ? broken(chance, made) : made;
      tell(shown);
      try {
        run(shown, chance);
        return { shown, accepted: true };
      } catch (failure) {
        const fault = faultOf(failure);
        return { shown, accepted: false, ...(fault ? { fault } : {}) };
      }
    },
    close: async () => {
      database.close();
      platform.close();
    },
  };
}
