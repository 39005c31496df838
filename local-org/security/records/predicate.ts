/** The condition that a row must meet for a user: organisation-wide default, shares, parent, hierarchy. */
import type { RecordAccess, Sql } from '../../database';
import { NotModelledError, type FieldModel, type ObjectModel } from '../../schema';
import type { EffectiveRights } from '../rights/effective';
import { MODIFY_ALL, VIEW_ALL } from '../rights/rightsSet';
import { isSetupObject } from '../rights/setupObjects';
import { ident, type Context } from '../state/context';
import type { SharingSets } from '../sharing/sharingSets';
import { contactOfCase } from './cases';
import { ACCOUNT_CHILDREN, implicitRead, SPECIAL } from './implicit';
import { Reach } from './reach';
import { DEFAULT_GIVES, LEVELS } from './levels';
import { sharedObject, shareTable } from './shareTable';

export interface Asker { readonly userId: string; readonly rights: EffectiveRights; readonly accountId: string | null; readonly contactId: string | null; readonly profileName: string; }

/** A condition, or one of the two that need no SQL. */
export type Condition = Sql | 'all' | 'none';

export const either = (...conditions: readonly Condition[]): Condition => {
  if (conditions.includes('all')) return 'all';
  return join(conditions.filter((each): each is Sql => each !== 'none' && each !== 'all'), ' OR ', 'none');
};
export const both = (...conditions: readonly Condition[]): Condition => {
  if (conditions.includes('none')) return 'none';
  return join(conditions.filter((each): each is Sql => each !== 'none' && each !== 'all'), ' AND ', 'all');
};

function join(parts: readonly Sql[], word: string, empty: 'all' | 'none'): Condition {
  if (parts.length === 0) return empty;
  if (parts.length === 1) return parts[0] as Sql;
  return { text: `(${parts.map((each) => each.text).join(word)})`, params: parts.flatMap((each) => each.params) };
}

/** Fields through which the parent decides, where they are not master-detail. */
const CONTROLLING: Readonly<Record<string, string>> = {
  contact: 'AccountId', opportunitylineitem: 'OpportunityId', opportunitycontactrole: 'OpportunityId', asset: 'AccountId', orderitem: 'OrderId', pricebookentry: 'Pricebook2Id',
  accountcontactrelation: 'AccountId', campaignmember: 'CampaignId', contentversion: 'ContentDocumentId',
};

const DEPTH = 6;

export class Predicates {
  private serial = 0;
  private readonly reach: Reach;

  constructor(
    private readonly context: Context,
    private readonly sets: SharingSets
  ) {
    this.reach = new Reach(context);
  }

  /** Rows of `object` under `alias` that the asker reaches with `access`. */
  condition(asker: Asker, object: ObjectModel, access: RecordAccess, alias: string, depth = 0): Condition {
    if (depth > DEPTH) throw new NotModelledError(`sharing through more than ${DEPTH} parents (${object.name})`);
    const { rights } = asker;
    if (object.kind === 'share') return this.ofShare(asker, object, access, alias, depth);
    if (object.kind === 'customMetadata' || object.kind === 'customSetting' || object.kind === 'platformEvent' || isSetupObject(object)) return 'all';
    if (rights.has('ModifyAllData')) return 'all';
    const bits = rights.bits(object);
    if (bits & MODIFY_ALL) return 'all';
    if (access === 'read' && (bits & VIEW_ALL || rights.has('ViewAllData'))) return 'all';
    const special = SPECIAL[object.name.toLowerCase()];
    if (special) return special(this, asker, access, alias, depth);
    const model = rights.external ? object.externalSharingModel : object.sharingModel;
    if (model.startsWith('ControlledBy')) return this.ofParents(asker, object, access, alias, depth);
    if (DEFAULT_GIVES[model].includes(access)) return 'all';
    return either(this.owned(asker, object, access, alias), this.shared(asker, object, access, alias), ...this.implicit(asker, object, access, alias));
  }

  /** A name for an inner table that no outer one has. */
  fresh(): string {
    return `_s${this.serial++}`;
  }

  /** Names begin anew with each predicate, so that the same question has the same text and its statement is found prepared. */
  sql(asker: Asker, object: ObjectModel, access: RecordAccess, alias: string): Sql | undefined {
    this.serial = 0;
    const condition = this.condition(asker, object, access, alias);
    if (condition === 'all') return undefined;
    return condition === 'none' ? { text: '0', params: [] } : condition;
  }

  /** Rows that the user, a subordinate or a queue of theirs owns. */
  owned(asker: Asker, object: ObjectModel, access: RecordAccess, alias: string): Condition {
    // Where there is a share table, ownership is one of its rows.
    if (!object.field('OwnerId') || (shareTable(this.context.org, object) && access !== 'delete' && access !== 'transfer')) return 'none';
    return { text: `EXISTS (SELECT 1 FROM _principal WHERE user_id = ? AND group_id = ${alias}."OwnerId")`, params: [asker.userId] };
  }

  private shared(asker: Asker, object: ObjectModel, access: RecordAccess, alias: string): Condition {
    const table = shareTable(this.context.org, object);
    if (!table) return 'none';
    if (!this.reach.isNarrow(asker.userId, table)) return this.reached(asker, table.object, table.parent, table.level, LEVELS[access], `${alias}."Id"`, alias);
    // Few shares: the list of their records is the shorter way in than asking of every row whether it is shared.
    const s = this.fresh();
    const p = this.fresh();
    // A share goes to the recycle bin with its record, and still says who may see the record there.
    const d = this.fresh();
    const wanted = LEVELS[access].map((each) => `'${each}'`).join(',');
    return {
      text: `${alias}."Id" IN (SELECT ${s}.${ident(table.parent)} FROM _principal ${p} CROSS JOIN ${ident(table.object.name)} ${s} ON ${s}."UserOrGroupId" = ${p}.group_id WHERE ${p}.user_id = ? AND ${s}.${ident(table.level)} IN (${wanted}) AND (${s}."IsDeleted" = 0 OR EXISTS (SELECT 1 FROM ${ident(object.name)} ${d} WHERE ${d}."Id" = ${s}.${ident(table.parent)} AND ${d}."IsDeleted" = 1)))`,
      params: [asker.userId],
    };
  }

  /** A share of one of the levels on the record `id`, held by the user through any principal. */
  reached(asker: Asker, share: ObjectModel, parent: string, level: string, levels: readonly string[], id: string, alias?: string): Sql {
    const s = this.fresh();
    const p = this.fresh();
    const alive = alias ? `(${s}."IsDeleted" = 0 OR ${alias}."IsDeleted" = 1)` : `${s}."IsDeleted" = 0`;
    const wanted = levels.map((each) => `'${each}'`).join(',');
    return {
      // The unary plus keeps the planner from starting at the level, which selects next to nothing.
      text: `EXISTS (SELECT 1 FROM ${ident(share.name)} ${s} JOIN _principal ${p} ON ${p}.group_id = ${s}."UserOrGroupId" AND ${p}.user_id = ? WHERE ${s}.${ident(parent)} = ${id} AND +${s}.${ident(level)} IN (${wanted}) AND ${alive})`,
      params: [asker.userId],
    };
  }

  private implicit(asker: Asker, object: ObjectModel, access: RecordAccess, alias: string): Condition[] {
    const found: Condition[] = [implicitRead(this, asker, object, access, alias), contactOfCase(asker, object, access, alias), this.sets.condition(this, asker, object, access, alias)];
    const column = ACCOUNT_CHILDREN[object.name.toLowerCase()];
    const share = column && this.context.org.object('AccountShare');
    // Who reaches the account may reach what hangs on it, at the level that the share says for it.
    if (share && share.field(column) && (access === 'read' || access === 'edit') && !asker.rights.external) found.push(this.reached(asker, share, 'AccountId', column, LEVELS[access], `${alias}."AccountId"`));
    return found;
  }

  /** The parent's rows decide: all masters must be reached. */
  private ofParents(asker: Asker, object: ObjectModel, access: RecordAccess, alias: string, depth: number): Condition {
    const masters = [...object.fields.values()].filter((field) => field.reference?.kind === 'masterDetail');
    const named = CONTROLLING[object.name.toLowerCase()];
    const links = masters.length > 0 ? masters : [...(named ? [object.field(named)] : [])];
    if (links.length === 0) throw new NotModelledError(`the parent that controls the sharing of ${object.name}`);
    return both(...links.map((link) => (link ? this.throughParent(asker, object, link, access, alias, depth) : 'none')));
  }

  throughParent(asker: Asker, object: ObjectModel, link: FieldModel, access: RecordAccess, alias: string, depth: number): Condition {
    const reference = link.reference;
    const parent = reference && this.context.org.object(reference.to[0] ?? '');
    if (!reference || !parent) throw new NotModelledError(`the parent of ${object.name} by ${link.name}`);
    // A detail is deleted by who edits its master; a master that asks for read alone is content with that.
    const needed: RecordAccess = access === 'read' || reference.writeRequiresMasterRead ? 'read' : 'edit';
    const inner = this.fresh();
    const condition = this.condition(asker, parent, needed, inner, depth + 1);
    if (condition === 'all') return 'all';
    const orphan: Condition = reference.kind === 'masterDetail' ? 'none' : both({ text: `${alias}.${ident(link.name)} IS NULL`, params: [] }, this.ownedRow(asker, object, alias));
    if (condition === 'none') return orphan;
    const own: Condition = implicitRead(this, asker, object, access, alias);
    return either({ text: `EXISTS (SELECT 1 FROM ${ident(parent.name)} ${inner} WHERE ${inner}."Id" = ${alias}.${ident(link.name)} AND ${condition.text})`, params: condition.params }, orphan, own);
  }

  private ownedRow(asker: Asker, object: ObjectModel, alias: string): Condition {
    if (!object.field('OwnerId')) return 'none';
    return { text: `EXISTS (SELECT 1 FROM _principal WHERE user_id = ? AND group_id = ${alias}."OwnerId")`, params: [asker.userId] };
  }

  /** Shares are seen by who reads the record, and written by who has full access to it. */
  private ofShare(asker: Asker, share: ObjectModel, access: RecordAccess, alias: string, depth: number): Condition {
    const object = sharedObject(this.context.org, share);
    const table = object && shareTable(this.context.org, object);
    if (!object || !table) throw new NotModelledError(`the share object ${share.name}`);
    const inner = this.fresh();
    const condition = this.condition(asker, object, access === 'read' ? 'read' : 'delete', inner, depth + 1);
    if (condition === 'all' || condition === 'none') return condition;
    return { text: `EXISTS (SELECT 1 FROM ${ident(object.name)} ${inner} WHERE ${inner}."Id" = ${alias}.${ident(table.parent)} AND ${condition.text})`, params: condition.params };
  }

  /** Ownership and shares alone, without what is implicit. */
  sharedAlone(asker: Asker, object: ObjectModel, alias: string): Condition {
    return either(this.owned(asker, object, 'read', alias), this.shared(asker, object, 'read', alias));
  }

  /** The object of this name in the model. */
  object(name: string): ObjectModel | undefined {
    return this.context.org.object(name);
  }
}
