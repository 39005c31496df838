/** Trees to text and back, for a cache: the only part that is not plain data are the sets of modifiers. */
import type { AnonymousUnit, ClassDeclaration, Member, Modifiers, TriggerDeclaration } from './ast';
import { Words } from './words';

export function treeToJson(unit: ClassDeclaration | TriggerDeclaration): string {
  return JSON.stringify(unit);
}

/** Changes `unit`, as JSON.parse made it, into a tree. */
export function reviveTree<T extends ClassDeclaration | TriggerDeclaration | AnonymousUnit>(unit: T): T {
  if (unit.kind !== 'trigger' && unit.kind !== 'anonymous') reviveModifiers(unit.modifiers);
  for (const member of unit.members) reviveMember(member);
  return unit;
}

function reviveMember(member: Member): void {
  switch (member.kind) {
    case 'class': case 'interface': case 'enum':
      reviveTree(member);
      return;
    case 'property':
      if (member.getter) reviveModifiers(member.getter.modifiers);
      if (member.setter) reviveModifiers(member.setter.modifiers);
      reviveModifiers(member.modifiers);
      return;
    case 'initialiser':
      return;
    default:
      reviveModifiers(member.modifiers);
  }
}

function reviveModifiers(modifiers: Modifiers): void {
  (modifiers as { words: Words }).words = new Words(modifiers.words);
}
