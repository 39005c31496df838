/** Queries in brackets: the text as it stands, with its binds read as Apex. */
import type { Expression, SoqlExpression } from '../ast';
import type { Cursor } from './cursor';
import { leave, placeOf } from '../../../schema';

/** `LAST_N_DAYS:30`: a colon that binds nothing. */
const DATE_WITH_NUMBER = /^(?:(?:last|next)_n_\w+|n_\w+_ago)$/;

export function soql(cursor: Cursor, expression: (cursor: Cursor) => Expression): SoqlExpression {
  const place = placeOf(cursor.need('['));
  const start = cursor.token;
  if (start.key !== 'select') leave();
  const binds: Expression[] = [];
  const shifts: { offset: number; line: number; column: number }[] = [{ offset: 0, line: start.line, column: start.column }];
  let text = '';
  let from = start.start;
  while (!cursor.is(']')) {
    const token = cursor.next();
    if (token.kind === 'end' || token.key === '[' || token.key === '{' || token.key === ';') leave();
    if (token.key !== ':' || DATE_WITH_NUMBER.test(cursor.at(cursor.place - 2).key)) continue;
    text += `${cursor.text.slice(from, token.start)}:b${binds.length}`;
    binds.push(expression(cursor));
    const { end, line, column, start: lastStart, text: lastText } = cursor.last;
    if (/[^ -~]/.test(lastText)) leave();
    from = end;
    shifts.push({ offset: text.length, line, column: column + end - lastStart });
  }
  text += cursor.text.slice(from, cursor.last.end);
  cursor.next();
  return { kind: 'soql', ...place, text, binds, shifts };
}
