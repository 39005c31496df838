/** Object and field rights of a person: profile, permission sets, groups less what they mute. */
import type { FieldFacts, FieldRight, Grants, ObjectFacts, ObjectRight, PermissionSetGroupFacts, World } from './facts';
import type { RuleName } from './rules';

/** What deployments refuse to grant alone, and what goes with what is muted (rule objectRights: each right with those it includes). */
const NEEDS: Readonly<Record<ObjectRight, readonly ObjectRight[]>> = {
  read: [], create: ['read'], edit: ['read'], delete: ['read', 'edit'], viewAll: ['read'], modifyAll: ['read', 'edit', 'delete', 'viewAll'], viewAllFields: ['read'],
};

export interface Verdict {
  readonly allowed: boolean;
  /** The rule that decided. */
  readonly rule: RuleName;
  /** Rules without which it would have been refused. */
  readonly besides?: readonly RuleName[];
}

export class Rights {
  private readonly objectRights = new Map<string, Map<ObjectRight, RuleName>>();
  private readonly fieldRights = new Map<string, Map<FieldRight, RuleName>>();
  readonly viewAllData: boolean = false;
  readonly modifyAllData: boolean = false;
  private readonly muted: boolean = false;

  constructor(world: World, person: string) {
    const facts = world.people[person];
    if (!facts) throw new Error(`There is nobody called ${person}`);
    const sources: [Grants, RuleName][] = [[world.profiles[facts.profile] ?? {}, 'objectRights']];
    for (const name of facts.sets) sources.push([known(world.sets, name), 'permissionSets']);
    for (const name of facts.groups) {
      const group = known(world.setGroups, name);
      this.muted = true;
      sources.push([unmuted(world, group), 'muting']);
    }
    for (const [grants, rule] of sources) {
      for (const [object, rights] of Object.entries(grants.objects ?? {})) for (const right of rights) put(this.objectRights, object, right, rule);
      for (const [field, rights] of Object.entries(grants.fields ?? {})) for (const right of rights) put(this.fieldRights, field, right, rule);
      if (grants.viewAllData) this.viewAllData = true;
      if (grants.modifyAllData) this.viewAllData = this.modifyAllData = true;
    }
  }

  object(object: ObjectFacts, right: ObjectRight): Verdict {
    const granted = this.objectRights.get(object.name)?.get(right);
    if (granted) return { allowed: true, rule: granted };
    if (right !== 'viewAllFields' && this.modifyAllData) return { allowed: true, rule: 'allData' };
    if ((right === 'read' || right === 'viewAll') && this.viewAllData) return { allowed: true, rule: 'allData' };
    return { allowed: false, rule: this.muted ? 'muting' : 'objectRights' };
  }

  /** Says nothing of the object's own rights. */
  field(object: ObjectFacts, field: FieldFacts, right: FieldRight): Verdict {
    if (field.kind === 'formula' && right === 'edit') return { allowed: false, rule: 'formulaFields' };
    if (field.kind === 'master') return { allowed: right === 'read', rule: 'fieldRights' };
    if (field.kind === 'name' || field.kind === 'required') return { allowed: true, rule: 'fieldRights' };
    const granted = this.fieldRights.get(`${object.name}.${field.name}`)?.get(right);
    if (granted) return { allowed: true, rule: field.kind === 'formula' ? 'formulaFields' : granted === 'objectRights' ? 'fieldRights' : granted };
    if (right === 'read' && this.object(object, 'viewAllFields').allowed) return { allowed: true, rule: 'viewAllFields' };
    return { allowed: false, rule: 'fieldRights' };
  }
}

/** What the sets of a group grant, less what its muting set names. */
function unmuted(world: World, group: PermissionSetGroupFacts): Grants {
  const objects: Record<string, ObjectRight[]> = {};
  const fields: Record<string, FieldRight[]> = {};
  let viewAllData = false;
  let modifyAllData = false;
  for (const name of group.sets) {
    const set = known(world.sets, name);
    for (const [object, rights] of Object.entries(set.objects ?? {})) objects[object] = [...(objects[object] ?? []), ...rights];
    for (const [field, rights] of Object.entries(set.fields ?? {})) fields[field] = [...(fields[field] ?? []), ...rights];
    viewAllData ||= set.viewAllData ?? false;
    modifyAllData ||= set.modifyAllData ?? false;
  }
  for (const [object, muted] of Object.entries(group.muting.objects ?? {})) objects[object] = without(objects[object] ?? [], muted);
  for (const [field, muted] of Object.entries(group.muting.fields ?? {})) {
    const left = (fields[field] ?? []).filter((right) => !muted.includes(right));
    fields[field] = left.includes('read') ? left : [];
  }
  return { objects, fields, viewAllData: viewAllData && !group.muting.viewAllData, modifyAllData: modifyAllData && !group.muting.modifyAllData };
}

function without(rights: readonly ObjectRight[], muted: readonly ObjectRight[]): ObjectRight[] {
  let left = rights.filter((right) => !muted.includes(right));
  for (;;) {
    const kept = left.filter((right) => NEEDS[right].every((need) => left.includes(need)));
    if (kept.length === left.length) return left;
    left = kept;
  }
}

function put<R>(into: Map<string, Map<R, RuleName>>, name: string, right: R, rule: RuleName): void {
  const rights = into.get(name) ?? new Map<R, RuleName>();
  if (!rights.has(right)) rights.set(right, rule);
  into.set(name, rights);
}

function known<T>(from: Readonly<Record<string, T>>, name: string): T {
  const found = from[name];
  if (found === undefined) throw new Error(`The world knows no ${name}`);
  return found;
}
