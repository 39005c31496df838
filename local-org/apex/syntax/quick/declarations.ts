/** Classes, triggers, anonymous blocks and their members. */
import type { Accessor, Annotation, AnonymousUnit, At, ClassDeclaration, Member, Modifiers, Parameter, Statement, TriggerDeclaration, TypeRef } from '../ast';
import { isId, nameOf, type Cursor } from './cursor';
import { block, statement, variables } from './statements';
import { leave, placeOf } from '../../../schema';
import { Words } from '../words';

const WORDS = new Set('global public protected private transient static abstract final webservice override virtual testmethod'.split(' '));
const SHARING = new Set(['with', 'without', 'inherited']);
const UNITS = new Set(['class', 'interface', 'enum']);

export function classUnit(cursor: Cursor): ClassDeclaration {
  const declaration = unit(cursor, modifiers(cursor));
  return cursor.token.kind === 'end' ? declaration : leave();
}

function modifiers(cursor: Cursor): Modifiers {
  const words = new Words();
  const annotations: Annotation[] = [];
  for (;;) {
    const { token } = cursor;
    if (token.key === '@' && token.kind === 'sign') {
      annotations.push(annotation(cursor));
      continue;
    }
    const sharing = SHARING.has(token.key) && cursor.ahead(1).key === 'sharing';
    if (token.kind !== 'word' || (!WORDS.has(token.key) && !sharing)) return { words, annotations };
    cursor.next();
    const word = sharing ? `${token.key} ${cursor.next().key}` : token.key;
    if (words.has(word)) leave();
    words.add(word);
  }
}

function annotation(cursor: Cursor): Annotation {
  const place = placeOf(cursor.next());
  const name = cursor.id().text;
  const parameters: Record<string, string> = {};
  if (cursor.take('(')) {
    if (isId(cursor.token)) {
      do {
        const key = cursor.id().key;
        cursor.need('=');
        parameters[key] = elementValue(cursor);
        cursor.take(',');
      } while (!cursor.is(')'));
      if (cursor.last.key === ',') leave();
    } else if (!cursor.is(')')) parameters['value'] = elementValue(cursor);
    cursor.need(')');
  }
  return { ...place, name, parameters };
}

function elementValue(cursor: Cursor): string {
  const token = cursor.next();
  if (token.kind === 'string') return token.text.slice(1, -1);
  return token.kind === 'number' || /^(true|false|null)$/.test(token.key) ? token.text : leave();
}

function unit(cursor: Cursor, modifiersOf: Modifiers): ClassDeclaration {
  const kind = cursor.next().key;
  const id = cursor.id();
  const base = { line: id.line, column: id.column, name: id.text, modifiers: modifiersOf };
  if (kind === 'class') {
    const superType = cursor.take('extends') ? cursor.type() : undefined;
    const list = cursor.take('implements') ? cursor.list(() => cursor.type()) : [];
    return { kind, ...base, values: [], extends: superType, implements: list, members: body(cursor, member) };
  }
  if (kind === 'interface') {
    const list = cursor.take('extends') ? cursor.list(() => cursor.type()) : [];
    return { kind, ...base, implements: list, members: body(cursor, interfaceMethod), values: [] };
  }
  if (kind !== 'enum') leave();
  cursor.need('{');
  const values = cursor.is('}') ? [] : cursor.list(() => nameOf(cursor.id()));
  cursor.need('}');
  return { kind: 'enum', ...base, implements: [], members: [], values };
}

function body(cursor: Cursor, read: (cursor: Cursor) => Member): Member[] {
  const members: Member[] = [];
  cursor.need('{');
  while (!cursor.take('}')) {
    if (read === member && cursor.take(';')) continue;
    members.push(read(cursor));
  }
  return members;
}

function interfaceMethod(cursor: Cursor): Member {
  const given = modifiers(cursor);
  const returns = returned(cursor);
  const id = cursor.id();
  const list = parameters(cursor);
  cursor.need(';');
  return { kind: 'method', line: id.line, column: id.column, name: id.text, modifiers: given, returns, parameters: list };
}

const returned = (cursor: Cursor): TypeRef | undefined => (cursor.take('void') ? undefined : cursor.type());

function parameters(cursor: Cursor): Parameter[] {
  cursor.need('(');
  if (cursor.take(')')) return [];
  const list = cursor.list((): Parameter => {
    const { words } = modifiers(cursor);
    const type = cursor.type();
    const id = cursor.id();
    return { name: id.text, line: id.line, column: id.column, type, final: words.has('final') };
  });
  cursor.need(')');
  return list;
}

function member(cursor: Cursor): Member {
  const place = placeOf(cursor.token);
  if (cursor.is('{')) return { kind: 'initialiser', ...place, static: false, body: block(cursor) };
  if (cursor.is('static') && cursor.ahead(1).key === '{') {
    cursor.next();
    return { kind: 'initialiser', ...place, static: true, body: block(cursor) };
  }
  const given = modifiers(cursor);
  if (isId(cursor.token) && cursor.ahead(1).key === '(') {
    const id = cursor.id();
    return { kind: 'constructor', line: id.line, column: id.column, name: id.text, modifiers: given, parameters: parameters(cursor), body: block(cursor) };
  }
  return typed(cursor, given);
}

/** Inner units, methods, properties and fields. */
function typed(cursor: Cursor, given: Modifiers): Member {
  if (UNITS.has(cursor.token.key)) return unit(cursor, given);
  const place = placeOf(cursor.token);
  const returns = returned(cursor);
  const id = cursor.token;
  const follows = cursor.ahead(1).key;
  if (follows === '(') {
    cursor.id();
    const list = parameters(cursor);
    return { kind: 'method', line: id.line, column: id.column, name: id.text, modifiers: given, returns, parameters: list, body: cursor.take(';') ? undefined : block(cursor) };
  }
  if (!returns) return leave();
  if (follows === '{') {
    cursor.id();
    return property(cursor, given, returns, { line: id.line, column: id.column, name: id.text });
  }
  const declared = variables(cursor);
  cursor.need(';');
  return { kind: 'field', ...place, modifiers: given, type: returns, variables: declared };
}

function property(cursor: Cursor, given: Modifiers, type: TypeRef, id: At & { name: string }): Member {
  let getter: Accessor | undefined;
  let setter: Accessor | undefined;
  cursor.need('{');
  while (!cursor.take('}')) {
    const own = modifiers(cursor);
    const which = cursor.next();
    const accessor: Accessor = { ...placeOf(which), modifiers: own, body: cursor.take(';') ? undefined : block(cursor) };
    if (which.key === 'get' && !getter) getter = accessor;
    else if (which.key === 'set' && !setter) setter = accessor;
    else leave();
  }
  return { kind: 'property', ...id, modifiers: given, type, getter, setter };
}

export function triggerUnit(cursor: Cursor): TriggerDeclaration {
  const place = placeOf(cursor.need('trigger'));
  const name = cursor.id().text;
  cursor.need('on');
  const object = nameOf(cursor.id());
  cursor.need('(');
  const events = cursor.list(() => {
    const [when, what] = [cursor.next().key, cursor.next().key];
    return /^(before|after) (insert|update|delete|undelete)$/.test(`${when} ${what}`) ? `${when} ${what}` : leave();
  });
  cursor.need(')');
  cursor.need('{');
  const parts = mixed(cursor, () => cursor.is('}'));
  cursor.next();
  if (cursor.token.kind !== 'end') leave();
  return { kind: 'trigger', ...place, name, object, events, members: parts.members, body: { kind: 'block', ...place, statements: parts.statements, end: place } };
}

export function anonymousUnit(cursor: Cursor): AnonymousUnit {
  const place = placeOf(cursor.token);
  const parts = mixed(cursor, () => cursor.token.kind === 'end');
  return { kind: 'anonymous', ...place, members: parts.members, body: { kind: 'block', ...place, statements: parts.statements, end: place } };
}

/** Members and statements side by side. A variable declared at the top is a local of the unit. */
function mixed(cursor: Cursor, done: () => boolean): { members: Member[]; statements: Statement[] } {
  const members: Member[] = [];
  const statements: Statement[] = [];
  while (!done()) {
    const before = cursor.place;
    const given = modifiers(cursor);
    if (UNITS.has(cursor.token.key) || isMember(cursor)) {
      const read = typed(cursor, given);
      if (read.kind === 'field') statements.push({ kind: 'local', line: read.line, column: read.column, type: read.type, variables: read.variables, final: given.words.has('final') });
      else members.push(read);
      continue;
    }
    cursor.goTo(before);
    statements.push(statement(cursor));
  }
  return { members, statements };
}

/** A type or void, and a name. */
function isMember(cursor: Cursor): boolean {
  if (cursor.is('void')) return true;
  const end = cursor.typeEnd(cursor.place);
  return end >= 0 && isId(cursor.at(end)) && cursor.at(end).key !== 'instanceof';
}
