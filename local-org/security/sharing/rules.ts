/** Sharing rules at work: the rule rows of written records, and of all records when rules or members change. */
import type { Row, RowChange } from '../../database';
import { SourceError, type ObjectModel } from '../../schema';
import { PARTNER_GROUP_TYPE } from '../profiles/licenses';
import { shareTable } from '../records/shareTable';
import { componentsOf } from '../rights/catalog';
import { IN_LIST, ident, textOf, within, type Context } from '../state/context';
import { readSharingRules, type Party, type SharingRule } from './ruleXml';
import type { Grant, ShareRows } from './shareRows';

interface Rule extends SharingRule { readonly granteeId: string; readonly sourceId: string | null; }

/** Records evaluated at once when all of an object are. */
const SLICE = 2000;
const ORDER: readonly string[] = ['None', 'Read', 'Edit', 'All'];

export class SharingRules {
  private readonly byObject = new Map<string, Rule[]>();

  constructor(
    private readonly context: Context,
    private readonly shares: ShareRows
  ) {
    for (const component of componentsOf(context.org, 'SharingRules')) {
      for (const rule of readSharingRules(context.org, component)) {
        const rules = this.byObject.get(rule.object.name) ?? [];
        if (rules.some((other) => other.name === rule.name)) throw new SourceError(`The sharing rule ${rule.name} is defined twice.`, rule.position);
        rules.push({ ...rule, granteeId: this.groupId(rule.to), sourceId: rule.from ? this.groupId(rule.from) : null });
        this.byObject.set(rule.object.name, rules);
      }
    }
  }

  private groupId(party: Party): string {
    const type = party.groupType === 'AllPartners' ? PARTNER_GROUP_TYPE : party.groupType;
    const row = this.context.database.sql.all('SELECT "Id" AS id FROM "Group" WHERE "Type" = ? AND "DeveloperName" = ?', [type, party.name])[0];
    if (!row) throw new SourceError(`In field: ${party.groupType} - no ${party.groupType.startsWith('Role') ? 'Role' : 'Group'} named ${party.name} found`, party.position);
    return String(row['id']);
  }

  /** Evaluates anew the objects whose rules are not those that the stored rows were made from. */
  start(): void {
    const { sql } = this.context.database;
    sql.run('CREATE TABLE IF NOT EXISTS _sharing_rule (object TEXT PRIMARY KEY, text TEXT NOT NULL)');
    const before = new Map(sql.all('SELECT object, text FROM _sharing_rule').map((row) => [String(row['object']), String(row['text'])]));
    const names = new Set([...before.keys(), ...this.byObject.keys()]);
    for (const name of names) {
      const text = (this.byObject.get(name) ?? []).map((rule) => rule.text).join('\n');
      if (before.get(name) === text) continue;
      const object = this.context.org.object(name);
      if (object) this.evaluateAll(object);
      sql.run('INSERT INTO _sharing_rule VALUES (?, ?) ON CONFLICT (object) DO UPDATE SET text = excluded.text', [name, text]);
    }
  }

  afterWrite(change: RowChange, moved: readonly Row[]): void {
    const rules = this.byObject.get(change.object.name);
    if (!rules || change.operation === 'delete' || change.operation === 'undelete') return;
    const fields = new Set(rules.flatMap((rule) => rule.criteria?.fields ?? []).map((name) => change.object.field(name)?.name ?? name));
    const rows = change.operation === 'insert' ? change.newRows : change.newRows.filter((row, index) => moved.includes(row) || [...fields].some((name) => row[name] !== change.oldRows[index]?.[name]));
    const ids = rows.flatMap((row) => textOf(row, 'Id') ?? []);
    if (ids.length > 0) this.evaluate(change.object, rules, ids);
  }

  /** Groups whose members changed: rules on the records of their members are evaluated anew. */
  membersChanged(groupIds: readonly string[]): void {
    const changed = new Set(groupIds);
    for (const rules of this.byObject.values()) {
      const first = rules[0];
      if (first && rules.some((rule) => rule.sourceId && changed.has(rule.sourceId))) this.evaluateAll(first.object);
    }
  }

  private evaluateAll(object: ObjectModel): void {
    const ids = this.context.database.sql.all(`SELECT "Id" AS id FROM ${ident(object.name)}`).map((row) => String(row['id']));
    within(this.context, () => {
      for (let at = 0; at < ids.length; at += SLICE) this.evaluate(object, this.byObject.get(object.name) ?? [], ids.slice(at, at + SLICE));
    });
  }

  private evaluate(object: ObjectModel, rules: readonly Rule[], ids: readonly string[]): void {
    const table = shareTable(this.context.org, object);
    if (!table) return;
    this.shares.remove(table, ids, ['Rule']);
    const grants = new Map<string, Grant>();
    for (const rule of rules) {
      for (const recordId of this.matching(object, rule, ids)) {
        const key = `${recordId} ${rule.granteeId}`;
        const before = grants.get(key);
        grants.set(key, { recordId, grantee: rule.granteeId, cause: 'Rule', level: higher(before?.level, rule.level), ...(rule.children ? { children: merge(before?.children, rule.children) } : {}) });
      }
    }
    this.shares.add(table, [...grants.values()]);
  }

  private matching(object: ObjectModel, rule: Rule, ids: readonly string[]): string[] {
    const { sql } = this.context.database;
    const list = JSON.stringify(ids);
    const found = rule.criteria
      ? sql.all(`SELECT r."Id" AS id FROM ${ident(object.name)} r WHERE r."Id" IN ${IN_LIST} AND (${rule.criteria.text})`, [list, ...rule.criteria.params])
      : sql.all(
          `SELECT r."Id" AS id FROM ${ident(object.name)} r WHERE r."Id" IN ${IN_LIST} AND (r."OwnerId" = ? OR EXISTS (SELECT 1 FROM _principal WHERE user_id = r."OwnerId" AND group_id = ? AND direct = 1))`,
          [list, rule.sourceId, rule.sourceId]
        );
    return found.map((row) => String(row['id']));
  }
}

function higher(a: string | undefined, b: string): string {
  return a && ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b;
}

function merge(a: Readonly<Record<string, string>> | undefined, b: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(b).map(([name, level]) => [name, higher(a?.[name], level)]));
}
