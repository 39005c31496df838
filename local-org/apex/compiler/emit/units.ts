/** Generated code of triggers and of anonymous blocks. */
import type { Block } from '../../syntax';
import type { Session, TriggerContext } from '../context';
import { compileStatements } from '../statements';
import type { ClassSymbol } from '../symbols';
import { emitFunction } from './functions';
import type { CodeWriter } from './writer';

/** The statements of a trigger or an anonymous block as a function of the execution. */
export function emitUnit(session: Session, writer: CodeWriter, symbol: ClassSymbol, block: Block, head: string, shown: string, trigger?: TriggerContext): void {
  emitFunction(session, writer, { symbol, isStatic: true, returns: session.world.types.void, parameters: [], head, shown, options: trigger ? { trigger } : {} }, (body) => compileStatements(body, block.statements));
}
