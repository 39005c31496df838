/** Statements. */
import type { At, Block, CatchClause, Expression, Statement, WhenCase, WhenLiteral, WhenValue } from '../ast';
import { isId, nameOf, type Cursor } from './cursor';
import { args, expression } from './expressions';
import { leave, placeOf } from '../../../schema';

export function block(cursor: Cursor): Block {
  const place = placeOf(cursor.need('{'));
  const statements: Statement[] = [];
  while (!cursor.is('}')) statements.push(statement(cursor));
  return { kind: 'block', ...place, statements, end: placeOf(cursor.next()) };
}

export function statement(cursor: Cursor): Statement {
  const { token } = cursor;
  const place = placeOf(token);
  const read = token.kind === 'word' && Object.hasOwn(readers, token.key) ? readers[token.key] : undefined;
  if (read) {
    cursor.next();
    return read(cursor, place);
  }
  if (cursor.is('{')) return block(cursor);
  if (token.key === 'switch' && cursor.ahead(1).key === 'on') return switchStatement(cursor, place);
  if (token.key === 'system' && cursor.ahead(1).key === '.' && cursor.ahead(2).key === 'runas' && cursor.ahead(2).end - token.start === 'system.runas'.length) {
    cursor.goTo(cursor.place + 3);
    return { kind: 'runAs', ...place, user: args(cursor), body: block(cursor) };
  }
  if (declares(cursor)) {
    const declaration = local(cursor);
    cursor.need(';');
    return declaration;
  }
  const value = expression(cursor);
  cursor.need(';');
  return { kind: 'expression', ...place, value };
}

/** Whether a type and a name follow. */
export function declares(cursor: Cursor): boolean {
  if (cursor.is('final')) return true;
  const end = cursor.typeEnd(cursor.place);
  return end >= 0 && isId(cursor.at(end)) && cursor.at(end).key !== 'instanceof';
}

export function local(cursor: Cursor): Statement & { kind: 'local' } {
  const final = cursor.take('final');
  const type = cursor.type();
  return { kind: 'local', ...placeOf(type), type, variables: variables(cursor), final };
}

export function variables(cursor: Cursor): { name: string; line: number; column: number; value?: Expression }[] {
  return cursor.list(() => {
    const id = cursor.id();
    return { name: id.text, ...placeOf(id), value: cursor.take('=') ? expression(cursor) : undefined };
  });
}

function condition(cursor: Cursor): Expression {
  cursor.need('(');
  const value = expression(cursor);
  cursor.need(')');
  return value;
}

const bodyOf = (cursor: Cursor): Statement | undefined => (cursor.take(';') ? undefined : statement(cursor));

function ended<T>(cursor: Cursor, value: T): T {
  cursor.need(';');
  return value;
}

type Reader = (cursor: Cursor, place: At) => Statement;

/** By the word that begins them; that word is behind the cursor. */
const readers: Readonly<Record<string, Reader>> = {
  if(cursor, place) {
    const test = condition(cursor);
    const then = statement(cursor);
    return { kind: 'if', ...place, condition: test, then, otherwise: cursor.take('else') ? statement(cursor) : undefined };
  },
  for(cursor, place) {
    cursor.need('(');
    const declared = declares(cursor) ? cursor.typeEnd(cursor.place) : -1;
    if (declared >= 0 && cursor.at(declared + 1).key === ':') {
      const type = cursor.type();
      const variable = nameOf(cursor.id());
      cursor.next();
      const value = expression(cursor);
      cursor.need(')');
      return { kind: 'forEach', ...place, type, variable, value, body: bodyOf(cursor) };
    }
    const declare = declares(cursor) ? local(cursor) : undefined;
    const init = declare || cursor.is(';') ? [] : cursor.list(() => expression(cursor));
    cursor.need(';');
    const test = cursor.is(';') ? undefined : expression(cursor);
    cursor.need(';');
    const update = cursor.is(')') ? [] : cursor.list(() => expression(cursor));
    cursor.need(')');
    return { kind: 'for', ...place, declare, init, condition: test, update, body: bodyOf(cursor) };
  },
  while: (cursor, place) => ({ kind: 'while', ...place, condition: condition(cursor), body: bodyOf(cursor) }),
  do(cursor, place) {
    const body = block(cursor);
    cursor.need('while');
    return ended(cursor, { kind: 'doWhile', ...place, condition: condition(cursor), body });
  },
  try(cursor, place) {
    const body = block(cursor);
    const catches: CatchClause[] = [];
    while (cursor.is('catch')) catches.push(catchClause(cursor));
    const last = cursor.take('finally') ? block(cursor) : undefined;
    if (catches.length === 0 && !last) leave();
    return { kind: 'try', ...place, body, catches, finally: last };
  },
  return: (cursor, place) => ({ kind: 'return', ...place, value: cursor.take(';') ? undefined : ended(cursor, expression(cursor)) }),
  throw: (cursor, place) => ({ kind: 'throw', ...place, value: ended(cursor, expression(cursor)) }),
  break: (cursor, place) => ended(cursor, { kind: 'break', ...place }),
  continue: (cursor, place) => ended(cursor, { kind: 'continue', ...place }),
  insert: dml('insert'),
  update: dml('update'),
  upsert: dml('upsert'),
  delete: dml('delete'),
  undelete: dml('undelete'),
  merge: dml('merge'),
};

function dml(operation: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge'): Reader {
  return (cursor, place) => {
    let mode: 'user' | 'system' | undefined;
    if (cursor.is('as') && /^(user|system)$/.test(cursor.ahead(1).key) && cursor.ahead(2).key !== ';') {
      cursor.next();
      mode = cursor.next().key as 'user' | 'system';
    }
    const value = expression(cursor);
    const second = operation === 'merge' ? expression(cursor) : undefined;
    const key = operation === 'upsert' && !cursor.is(';') ? [nameOf(cursor.id())] : undefined;
    while (key && cursor.take('.')) key.push(nameOf(cursor.id()));
    return ended(cursor, { kind: 'dml', ...place, operation, value, second, mode, key });
  };
}

function catchClause(cursor: Cursor): CatchClause {
  const place = placeOf(cursor.next());
  cursor.need('(');
  const start = placeOf(cursor.token);
  const parts = [{ name: cursor.id().text, args: [] }];
  while (cursor.take('.')) parts.push({ name: cursor.id().text, args: [] });
  const variable = nameOf(cursor.id());
  cursor.need(')');
  return { ...place, type: { ...start, parts, dimensions: 0 }, variable, body: block(cursor) };
}

function switchStatement(cursor: Cursor, place: At): Statement {
  cursor.goTo(cursor.place + 2);
  const value = expression(cursor);
  cursor.need('{');
  const cases: WhenCase[] = [];
  do {
    const at = placeOf(cursor.need('when'));
    cases.push({ ...at, when: whenValue(cursor), body: block(cursor) });
  } while (!cursor.take('}'));
  return { kind: 'switch', ...place, value, cases };
}

function whenValue(cursor: Cursor): WhenValue {
  if (cursor.take('else')) return { kind: 'else' };
  if (declares(cursor)) return { kind: 'type', type: cursor.type(), variable: nameOf(cursor.id()) };
  return { kind: 'literals', values: cursor.list(() => whenLiteral(cursor)) };
}

function whenLiteral(cursor: Cursor): WhenLiteral {
  const token = cursor.next();
  const place = placeOf(token);
  if (token.kind === 'string') return { kind: 'string', ...place, value: token.text };
  if (token.key === 'null') return { kind: 'null', ...place };
  const number = token.key === '-' ? cursor.next() : token;
  if (number.kind === 'number') {
    if (/[.d]/i.test(number.text)) leave();
    const value = token === number ? number.text : `-${number.text}`;
    return /l$/i.test(value) ? { kind: 'long', ...place, value: value.slice(0, -1) } : { kind: 'integer', ...place, value };
  }
  if (!isId(token)) leave();
  const parts = [token.text];
  while (cursor.take('.')) parts.push(cursor.id().text);
  return { kind: 'name', ...place, parts };
}
