/** Where control can go: missing returns and statements that are never reached. No condition is evaluated for this, as on the platform. */
import type { Block, Statement } from '../syntax';

/** Whether the statement after this one can be reached. */
export function completes(statement: Statement | undefined): boolean {
  switch (statement?.kind) {
    case 'return': case 'throw': case 'break': case 'continue':
      return false;
    case 'block':
      return blockCompletes(statement);
    case 'if':
      return !statement.otherwise || completes(statement.then) || completes(statement.otherwise);
    case 'switch':
      return !statement.cases.some((each) => each.when.kind === 'else') || statement.cases.some((each) => blockCompletes(each.body));
    case 'try':
      if (statement.finally && !blockCompletes(statement.finally)) return false;
      return blockCompletes(statement.body) || statement.catches.some((each) => blockCompletes(each.body));
    case 'runAs':
      return blockCompletes(statement.body);
    case 'doWhile':
      return completes(statement.body) || containsBreak(statement.body);
    default:
      return true;
  }
}

export function blockCompletes(block: Block): boolean {
  return block.statements.every(completes);
}

/** A break or continue that leaves or repeats this loop. */
function containsBreak(statement: Statement | undefined): boolean {
  switch (statement?.kind) {
    case 'break': case 'continue': return true;
    case 'block': return statement.statements.some(containsBreak);
    case 'if': return containsBreak(statement.then) || containsBreak(statement.otherwise);
    case 'switch': return statement.cases.some((each) => containsBreak(each.body));
    case 'try': return containsBreak(statement.body) || statement.catches.some((each) => containsBreak(each.body)) || containsBreak(statement.finally);
    case 'runAs': return containsBreak(statement.body);
    default: return false;
  }
}
