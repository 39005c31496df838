/** From the sources of an org to generated code: parse, declare, link, check, emit. */
import type { DatabaseEngine, TriggerEvent } from '../../database';
import { allowsTriggers, type ApexSource, type OrgModel } from '../../schema';
import { Words, type ClassDeclaration, type Member, type TriggerDeclaration } from '../syntax';
import { parseSource, type ParseSource } from './cache';
import { checkClass } from './checks';
import { linkMembers, linkSupers, declareClass } from './declare';
import { classRecord, type ClassRecord } from './describe';
import type { Session } from './context';
import { emitClass, type Exports } from './emit/classes';
import { CoverageSlots, type CoverageTable } from './emit/coverage';
import { ConstantPool } from './emit/pool';
import { emitUnit } from './emit/units';
import { CodeWriter, type LineMap } from './emit/writer';
import { Problems, fail } from './problems';
import type { Library } from './platform';
import { World } from './resolve';
import { ClassSymbol } from './symbols';

export interface TriggerRecord { readonly name: string; readonly object: string; readonly events: readonly TriggerEvent[]; readonly file: string; readonly apiVersion: number; readonly active: boolean; readonly js: string; }

/** Everything a program is made of, as plain data. */
export interface CompiledCode {
  readonly code: string;
  readonly lines: LineMap;
  readonly classes: readonly ClassRecord[];
  readonly triggers: readonly TriggerRecord[];
  readonly coverage: readonly CoverageTable[];
}

type Database = Pick<DatabaseEngine, 'analyse'>;

export function newSession(world: World, database: Database, problems: Problems): Session {
  return { world, database, problems, pool: new ConstantPool(), coverage: new CoverageSlots() };
}

/** Symbols of all classes, without their bodies checked: what anonymous Apex needs. */
export function declareOrg(org: OrgModel, library: Library, problems: Problems, parse: ParseSource = parseSource): { world: World; triggers: { source: ApexSource; unit: TriggerDeclaration }[] } {
  const world = new World(org, library);
  const triggers: { source: ApexSource; unit: TriggerDeclaration }[] = [];
  const symbols: ClassSymbol[] = [];
  for (const source of org.apex) {
    const parsed = parse(source);
    for (const problem of parsed.problems.slice(0, 1)) problems.add(source.file, problem, problem.problem);
    if (!parsed.unit) continue;
    if (parsed.unit.kind === 'trigger') triggers.push({ source, unit: parsed.unit });
    else symbols.push(declareClass(world, parsed.unit, source, problems));
  }
  const all = symbols.flatMap((symbol) => [symbol, ...symbol.inner.values()]);
  link(world, all, problems);
  return { world, triggers };
}

export function link(world: World, symbols: readonly ClassSymbol[], problems: Problems): void {
  symbols.forEach((symbol) => linkSupers(world, symbol, problems));
  // Fields of super classes decide the names of fields below them.
  [...symbols].sort((a, b) => a.chain().length - b.chain().length).forEach((symbol) => linkMembers(world, symbol, problems));
}

export function compile(org: OrgModel, database: Database, library: Library, parse?: ParseSource): { problems: Problems; compiled: CompiledCode; world: World } {
  const problems = new Problems();
  const { world, triggers } = declareOrg(org, library, problems, parse);
  const session = newSession(world, database, problems);
  const writer = new CodeWriter();
  const names: Exports = new Set();
  const symbols = bySuper([...world.classes.values()]);
  for (const symbol of symbols) checkClass(world, symbol, problems);
  for (const symbol of symbols) emitClass(session, writer, symbol, names);
  const records = triggers.flatMap(({ source, unit }) => problems.within(source.file, () => trigger(session, writer, source, unit, names)) ?? []);
  return { problems, world, compiled: { ...finish(session, writer, names), classes: symbols.map(classRecord), triggers: records, coverage: session.coverage.all } };
}

/** Super classes first: generated classes extend what is defined before them. */
export function bySuper(symbols: readonly ClassSymbol[]): ClassSymbol[] {
  return [...symbols].sort((a, b) => a.chain().length - b.chain().length);
}

/** Puts constants and counters before the code and moves the line map by as many lines. */
export function finish(session: Session, writer: CodeWriter, names: Iterable<string>, scope: readonly string[] = []): { code: string; lines: LineMap } {
  const header = [`(function ($r, $o, $n, $s) { 'use strict';`, ...(scope.length > 0 ? [`const { ${scope.join(', ')} } = $s;`] : []), ...session.pool.declarations, ...session.coverage.declarations];
  const code = [...header, writer.text, `return { ${[...names].join(', ')} };`, '})'].join('\n');
  const { methods, files, entries } = writer.map;
  return { code, lines: { methods, files, entries: [...header.flatMap(() => [-1, 0]), ...entries] } };
}

const EVENTS: Readonly<Record<string, TriggerEvent>> = {
  'before insert': 'beforeInsert', 'before update': 'beforeUpdate', 'before delete': 'beforeDelete', 'after insert': 'afterInsert', 'after update': 'afterUpdate', 'after delete': 'afterDelete', 'after undelete': 'afterUndelete',
};

/** A class that stands for a unit without one: its methods are static, its code is the unit's. */
export function unitSymbol(world: World, name: string, js: string, source: ApexSource, members: readonly Member[], problems: Problems, at: { line: number; column: number }): ClassSymbol {
  const declaration: ClassDeclaration = { kind: 'class', name, line: at.line, column: at.column, modifiers: { words: new Words(['public']), annotations: [] }, implements: [], values: [], members: members.map(asStatic) };
  const symbol = new ClassSymbol(declaration, source, undefined, js);
  symbol.type = world.types.ofClass(symbol);
  for (const member of declaration.members) if (member.kind === 'class' || member.kind === 'interface' || member.kind === 'enum') symbol.inner.set(member.name.toLowerCase(), declareClass(world, member, source, problems, symbol));
  link(world, [symbol, ...symbol.inner.values()], problems);
  return symbol;
}

function asStatic(member: Member): Member {
  return member.kind === 'method' ? { ...member, modifiers: { ...member.modifiers, words: new Words([...member.modifiers.words, 'static']) } } : member;
}

function trigger(session: Session, writer: CodeWriter, source: ApexSource, unit: TriggerDeclaration, names: Exports): TriggerRecord[] {
  const { world, problems } = session;
  const object = world.objectType(unit.object.text);
  if (!object?.object) fail(unit.object, `Invalid type: ${unit.object.text}`);
  if (!allowsTriggers(object.object)) fail(unit.object, `SObject type does not allow triggers: ${object.object.name}`);
  const events = unit.events.map((each) => EVENTS[each] ?? fail(unit, `Invalid trigger event: ${each}`));
  const js = `$trigger$${unit.name}`;
  const symbol = unitSymbol(world, unit.name, js, source, unit.members, problems, unit);
  emitClass(session, writer, symbol, names);
  names.add(`${js}$run`);
  emitUnit(session, writer, symbol, unit.body, `function ${js}$run`, `Trigger.${unit.name}`, { object, events });
  return [{ name: unit.name, object: (object.object as NonNullable<typeof object.object>).name, events, file: source.file, apiVersion: source.apiVersion, active: source.active, js: `${js}$run` }];
}
