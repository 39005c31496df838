/** Access of a person to a record: the highest of what default, ownership, hierarchy, rules and shares give. */
import type { Level, ObjectFacts, OrgDefault, RecordFacts, World } from './facts';
import { People } from './people';
import { Rights, type Verdict } from './rights';
import type { RuleName } from './rules';

export type RecordAccess = 'read' | 'edit' | 'full';
interface Held { readonly access: RecordAccess; readonly rule: RuleName; }

const HEIGHT: Readonly<Record<RecordAccess, number>> = { read: 1, edit: 2, full: 3 };
const OF_LEVEL: Readonly<Record<Level, RecordAccess>> = { Read: 'read', Edit: 'edit' };
const OF_DEFAULT: Readonly<Record<OrgDefault, RecordAccess | undefined>> = { Private: undefined, Read: 'read', ReadWrite: 'edit' };

export class Records {
  readonly people: People;
  private readonly rights = new Map<string, Rights>();
  private readonly byKey: ReadonlyMap<string, RecordFacts>;
  private readonly objects: ReadonlyMap<string, ObjectFacts>;
  private readonly held = new Map<string, Held | undefined>();

  constructor(private readonly world: World) {
    this.people = new People(world);
    this.byKey = new Map(world.records.map((each) => [each.key, each]));
    this.objects = new Map(world.objects.map((each) => [each.name, each]));
  }

  rightsOf(person: string): Rights {
    let found = this.rights.get(person);
    if (!found) this.rights.set(person, (found = new Rights(this.world, person)));
    return found;
  }

  object(name: string): ObjectFacts {
    const found = this.objects.get(name);
    if (!found) throw new Error(`The world knows no object ${name}`);
    return found;
  }

  record(key: string): RecordFacts {
    const found = this.byKey.get(key);
    if (!found) throw new Error(`The world knows no record ${key}`);
    return found;
  }

  /** Record access alone: object rights are asked besides. */
  may(person: string, { key: asked }: RecordFacts, access: RecordAccess): Verdict {
    const record = this.record(asked);
    const object = this.object(record.object);
    const rights = this.rightsOf(person);
    if (rights.modifyAllData || (access === 'read' && rights.viewAllData)) return { allowed: true, rule: 'allData' };
    if (rights.object(object, 'modifyAll').allowed) return { allowed: true, rule: 'modifyAll' };
    if (access === 'read' && rights.object(object, 'viewAll').allowed) return { allowed: true, rule: 'viewAll' };
    if (object.master) return this.throughMaster(person, record, object.master.readIsEnough, access);
    const key = `${person} ${record.key}`;
    if (!this.held.has(key)) this.held.set(key, this.highest(person, record, object));
    const held = this.held.get(key);
    if (!held) return { allowed: false, rule: this.people.isOutside(person) ? 'externalDefault' : 'orgDefault' };
    if (HEIGHT[held.access] >= HEIGHT[access]) return { allowed: true, rule: held.rule };
    return { allowed: false, rule: access === 'full' ? 'fullAccess' : held.rule };
  }

  /** Rules details and writeRequiresMasterRead: to write a detail, deleting included, asks the master for edit, or for read alone. */
  private throughMaster(person: string, record: RecordFacts, readIsEnough: boolean, access: RecordAccess): Verdict {
    const { allowed } = this.may(person, this.record(record.master ?? ''), access === 'read' || readIsEnough ? 'read' : 'edit');
    return { allowed, rule: access !== 'read' && readIsEnough ? 'writeRequiresMasterRead' : 'details' };
  }

  private highest(person: string, record: RecordFacts, object: ObjectFacts): Held | undefined {
    const all = this.grants(person, record, object);
    let best: Held | undefined;
    for (const each of all) if (!best || HEIGHT[each.access] > HEIGHT[best.access]) best = each;
    // Where a lower grant stands beside it, that the higher counts is what decides.
    return best && all.some((each) => each.access !== best.access && each.rule !== 'orgDefault' && each.rule !== 'externalDefault') ? { ...best, rule: 'highest' } : best;
  }

  private grants(person: string, record: RecordFacts, object: ObjectFacts): Held[] {
    const found: Held[] = [];
    const outside = this.people.isOutside(person);
    const byDefault = OF_DEFAULT[(outside ? object.outside : object.inside) ?? 'Private'];
    if (byDefault) found.push({ access: byDefault, rule: outside ? 'externalDefault' : 'orgDefault' });
    if (record.owner === person) found.push({ access: 'full', rule: 'owner' });
    else if (record.owner && this.people.superiors(record.owner).has(person)) found.push({ access: 'full', rule: this.people.isOutside(record.owner) ? 'partnerRoles' : 'hierarchy' });
    if (record.queue && this.people.holders({ queue: record.queue }).has(person)) found.push({ access: 'full', rule: 'queue' });
    for (const rule of this.world.rules) {
      if (rule.object !== record.object) continue;
      const applies = rule.from ? record.owner !== undefined && this.people.members(rule.from).has(record.owner) : rule.grade === record.grade;
      if (applies && this.people.holders(rule.to).has(person)) found.push({ access: OF_LEVEL[rule.level], rule: 'group' in rule.to ? 'groups' : rule.from ? 'ownerRules' : 'criteriaRules' });
    }
    for (const share of record.shares) {
      if (this.people.holders(share.to).has(person)) found.push({ access: OF_LEVEL[share.level], rule: 'group' in share.to ? 'groups' : share.by === 'apex' ? 'apexShares' : 'manualShares' });
    }
    return found;
  }
}
