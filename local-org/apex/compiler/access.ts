/** Who may see what. */
import type { At } from '../syntax';
import type { Body } from './context';
import { fail } from './problems';
import type { Access, ClassSymbol } from './symbols';

export interface Guarded { readonly owner: ClassSymbol; readonly access: Access; readonly testVisible: boolean; }

export function isVisible(from: ClassSymbol, member: Guarded, access: Access = member.access): boolean {
  if (access === 'public' || access === 'global') return true;
  if (member.owner.outermost === from.outermost) return true;
  if (access === 'protected' && [from, from.outer].some((each) => each?.isSubclassOf(member.owner))) return true;
  return member.testVisible && from.isTest;
}

export function checkVisible(body: Body, member: Guarded & { readonly name: string }, at: At, what: 'Variable' | 'Method', shown = member.name, access?: Access): void {
  if (!isVisible(body.symbol, member, access)) fail(at, what === 'Variable' ? `Variable is not visible: ${member.owner.name}.${shown}` : `Method is not visible: ${shown} from the type ${member.owner.name}`);
}
