/** Blocks of anonymous Apex. */
import type { DatabaseEngine } from '../../database';
import type { ApexSource, OrgModel, SourceError } from '../../schema';
import type { Execution } from '../runtime/types';
import { parseAnonymous } from '../syntax';
import { bySuper, finish, newSession, unitSymbol } from './build';
import { checkClass } from './checks';
import { classRecord } from './describe';
import { emitClass } from './emit/classes';
import { emitUnit } from './emit/units';
import { CodeWriter } from './emit/writer';
import { Problems } from './problems';
import { load } from './program/loader';
import type { Program } from './program/program';
import type { World } from './resolve';

/** A compiled block. */
export interface AnonymousCode { run(x: Execution): void; }

let blocks = 0;

export function compileAnonymous(text: string, org: OrgModel, database: Pick<DatabaseEngine, 'analyse'>, world: World, program: Program): { errors: readonly SourceError[]; code?: AnonymousCode } {
  const file = 'AnonymousBlock';
  const problems = new Problems();
  const parsed = parseAnonymous(text);
  for (const problem of parsed.problems.slice(0, 1)) problems.add(file, problem, problem.problem);
  if (!parsed.unit) return { errors: problems.all };
  const source: ApexSource = { name: file, kind: 'class', file, text, apiVersion: org.apiVersion, active: true };
  const session = newSession(world, database, problems);
  const writer = new CodeWriter();
  const js = `$anonymous${++blocks}`;
  const symbol = unitSymbol(world, file, js, source, parsed.unit.members, problems, parsed.unit);
  const inner = bySuper([...symbol.inner.values()]);
  const names = new Set<string>([`${js}$run`]);
  try {
    for (const each of inner) checkClass(world, each, problems);
    for (const each of [...inner, symbol]) emitClass(session, writer, each, names);
    emitUnit(session, writer, symbol, parsed.unit.body, `function ${js}$run`, file);
  } finally {
    for (const each of inner) world.classes.delete(each.name.toLowerCase());
  }
  if (problems.all.length > 0) return { errors: problems.all };
  const used = Object.keys(program.names).filter((name) => !names.has(name));
  const { code, lines } = finish(session, writer, names, used);
  return {
    errors: [],
    code: {
      run(x) {
        const defined = load(`apex-anonymous-${blocks}.js`, code, lines, { org, library: program.library, types: program.types, counters: (_index, size) => new Float64Array(size) }, program.names);
        program.adopt(inner.map(classRecord), defined);
        program.guarded(() => defined[`${js}$run`](x));
      },
    },
  };
}
