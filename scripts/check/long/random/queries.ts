/** SOQL by chance: well formed from the model in two of three cases, then broken. */
import type { ObjectModel } from '../../../../local-org/schema';
import { broken, type Chance } from './chance';
import { fill, openDepot } from './depot';
import type { Thrower } from './throwers';
import { faultOf } from './refusals';

const LITERALS: readonly string[] = ['NULL', 'TRUE', 'FALSE', '0', '-1.5', '1e3', "''", "'x'", "'%a_'", "'001000000000001AAA'", '2026-02-28', '2026-02-30', '2026-02-28T10:00:00Z', '2026-02-28T10:00:00+01:00', 'TODAY', 'LAST_N_DAYS:3', 'NEXT_N_MONTHS:x', 'THIS_FISCAL_YEAR', 'EUR5', "('a', 'b')", '(1, 2)', '()', ':bound', "'\\''", "'🚚'"];
/** What fits a field of a type, operator and literal; three of four conditions are of these. */
const FITTING: Readonly<Record<string, readonly string[]>> = {
  boolean: ['= TRUE', '!= FALSE'],
  date: ['= 2026-02-28', '> TODAY', '<= LAST_N_DAYS:3', '= THIS_FISCAL_YEAR', '!= NULL'],
  datetime: ['< 2026-02-28T10:00:00Z', '>= 2026-02-28T10:00:00+01:00', '= LAST_MONTH', '!= NULL'],
  number: ['= 0', '> -1.5', '!= NULL', 'IN (1, 2)', '<= 1e3'],
  reference: ["= '001000000000001AAA'", '= NULL', "IN ('001000000000001AAA')"],
  other: ["= 'x'", "LIKE '%a_'", "NOT IN ('a', 'b')", '!= NULL', "= '\\''", "> '🚚'"],
};
const KIND_OF: Readonly<Record<string, string>> = { boolean: 'boolean', date: 'date', datetime: 'datetime', double: 'number', currency: 'number', percent: 'number', int: 'number', reference: 'reference', id: 'reference' };

const OPERATORS: readonly string[] = ['=', '!=', '<', '<=', '>', '>=', 'LIKE', 'IN', 'NOT IN', 'INCLUDES', 'EXCLUDES', '=='];
const AGGREGATES: readonly string[] = ['COUNT()', 'COUNT(Id)', 'COUNT_DISTINCT(OwnerId)', 'SUM(Weight__c)', 'AVG(Weight__c)', 'MIN(Name)', 'MAX(CreatedDate)', 'CALENDAR_YEAR(CreatedDate)', 'DAY_ONLY(CreatedDate)', 'toLabel(Status__c)', 'FORMAT(Weight__c)', 'GROUPING(Name)'];
const TAILS: readonly string[] = ['', '', '', ' LIMIT 5', ' LIMIT 0', ' LIMIT 50001', ' LIMIT -1', ' OFFSET 1', ' OFFSET 3000', ' FOR UPDATE', ' FOR VIEW', ' ALL ROWS', ' WITH USER_MODE', ' WITH SECURITY_ENFORCED', ' FOR UPDATE ORDER BY Name', ' USING SCOPE mine'];
const OBJECTS: readonly string[] = ['Shipment__c', 'Parcel__c', 'Account', 'Contact', 'User', 'Shipment__Share', 'Opportunity', 'Route_Setting__mdt', 'Group', 'PermissionSetAssignment', 'Case', 'ContentVersion', 'Nothing__c'];

const DEEPEST = 3;

/** Builds one query over the objects of a model. */
export class QueryMaker {
  constructor(private readonly objectOf: (name: string) => ObjectModel | undefined, private readonly chance: Chance) {}

  query(depth = 0, name = this.chance.of(OBJECTS), object = this.objectOf(name)): string {
    const { chance } = this;
    if (chance.one(0.5)) return this.sound(name, object, depth);
    const columns = chance.some(['plain', 'plain', 'plain', 'aggregate', 'children'], 4).map((kind) => (kind === 'aggregate' ? chance.of(AGGREGATES) + chance.of(['', ' n', ' expr0']) : kind === 'children' && depth < DEEPEST ? this.children(object, depth) : this.path(object)));
    const grouped = chance.one(0.15) ? ` GROUP BY ${chance.of([this.path(object), this.path(object), `ROLLUP(${this.path(object)})`, 'CALENDAR_YEAR(CreatedDate)'])}${chance.one(0.3) ? ` HAVING ${chance.of(AGGREGATES)} ${chance.of(OPERATORS)} ${chance.of(LITERALS)}` : ''}` : '';
    const ordered = chance.one(0.3) ? ` ORDER BY ${this.path(object)} ${chance.of(['', 'DESC', 'ASC NULLS LAST', 'NULLS'])}` : '';
    return `SELECT ${chance.one(0.05) ? 'FIELDS(ALL)' : columns.join(', ')} FROM ${name}${chance.one(0.6) ? ` WHERE ${this.condition(object, depth)}` : ''}${grouped}${ordered}${chance.of(TAILS)}`;
  }

  /** Likely to be accepted. */
  private sound(name: string, object: ObjectModel | undefined, depth: number): string {
    const { chance } = this;
    const tail = chance.of(['', ' LIMIT 5', ' ORDER BY Id', ' ORDER BY CreatedDate DESC NULLS LAST LIMIT 3', ' LIMIT 2 OFFSET 1']);
    if (depth === 0 && chance.one(0.2)) return `SELECT ${chance.of(['COUNT(Id) n', 'MAX(CreatedDate) latest', 'COUNT_DISTINCT(Id)'])}, CreatedById FROM ${name}${this.where(object, depth)} GROUP BY CreatedById${chance.of(['', ' HAVING COUNT(Id) > 0'])}`;
    const columns = [...new Set(['Id', ...chance.some([...(object?.fields.values() ?? [])].map((field) => field.name), 3)])];
    if (depth === 0 && chance.one(0.3)) columns.push(this.children(object, depth));
    return `SELECT ${columns.join(', ')} FROM ${name}${this.where(object, depth)}${tail}`;
  }

  private where(object: ObjectModel | undefined, depth: number): string {
    const { chance } = this;
    const fields = [...(object?.fields.values() ?? [])].filter((field) => field.filterable);
    if (!fields.length || chance.one(0.3)) return '';
    const parts = chance.some(fields, 3).map((field) => `${field.name} ${chance.of(FITTING[KIND_OF[field.type] ?? 'other'] ?? [])}`);
    if (depth === 0 && chance.one(0.2)) parts.push('OwnerId IN (SELECT Id FROM User WHERE IsActive = TRUE)');
    return ` WHERE ${parts.join(chance.of([' AND ', ' OR ']))}`;
  }

  private children(object: ObjectModel | undefined, depth: number): string {
    const named = object?.childRelationships.filter((each) => each.relationshipName) ?? [];
    if (!named.length) return this.path(object);
    const { relationshipName, childObject } = this.chance.of(named);
    return `(${this.query(depth + 1, relationshipName, this.objectOf(childObject))})`;
  }

  private path(object: ObjectModel | undefined, depth = 0): string {
    const { chance } = this;
    const fields = [...(object?.fields.values() ?? [])];
    if (!fields.length || chance.one(0.03)) return chance.of(['Nothing__c', 'Id', 'Name.Name', '*', 'Owner.Owner.Owner.Owner.Owner.Owner.Name']);
    const field = chance.of(fields);
    const parent = field.reference?.relationshipName;
    if (!parent || depth >= DEEPEST) return field.name;
    return `${parent}.${this.path(this.objectOf(field.reference?.to[0] ?? ''), depth + 1)}`;
  }

  private condition(object: ObjectModel | undefined, depth: number): string {
    const { chance } = this;
    if (depth < DEEPEST && chance.one(0.25)) return `(${this.condition(object, depth + 1)}) ${chance.of(['AND', 'OR', 'AND NOT'])} ${this.condition(object, depth + 1)}`;
    if (depth < DEEPEST && chance.one(0.1)) return `${this.path(object)} ${chance.of(['IN', 'NOT IN', '='])} (${this.query(depth + 1)})`;
    return `${this.path(object)} ${chance.of(OPERATORS)} ${chance.of(LITERALS)}`;
  }
}

export async function queries(): Promise<Thrower> {
  const platform = openDepot();
  fill(platform);
  const caller = { userId: platform.security.adminUserId, mode: 'user', sharing: true } as const;
  return {
    run: async (chance, tell) => {
      const made = new QueryMaker((name) => platform.org.object(name), chance).query();
      const shown = chance.one(0.33) ? broken(chance, made) : made;
      tell(shown);
      try {
        platform.database.transaction(() => platform.database.query(shown, caller));
        return { shown, accepted: true };
      } catch (failure) {
        const fault = faultOf(failure);
        return { shown, accepted: false, ...(fault ? { fault } : {}) };
      }
    },
    close: async () => platform.close(),
  };
}
