/** An org for tests: the objects of the fixture with the Apex a test gives. */
import { join } from 'node:path';
import { openDatabase, type DatabaseEngine } from '../../../database';
import { formulaCompiler } from '../../../formula';
import { loadOrg, type ApexSource, type OrgModel } from '../../../schema';
import { createSecurity, type Security } from '../../../security';
import { within } from '../../runtime/current';
import { capsOf, freshCounters } from '../../runtime/data';
import type { ApexValue, Execution } from '../../runtime/types';
import type { Services } from '../../runtime/services';
import { ApexException, concatText } from '../../runtime/values';
import { platformClasses } from '../../library';
import { compileOrg, type Compilation } from '..';

const FIXTURE = join(__dirname, 'fixture');
let fixture: OrgModel | undefined;
let database: DatabaseEngine | undefined;
let security: Security | undefined;

/** The model of the fixture with other Apex sources. */
export function orgWith(apex: readonly ApexSource[], apiVersion = 66): OrgModel {
  fixture ??= loadOrg({ projectDir: FIXTURE });
  const model = fixture;
  return new Proxy({} as OrgModel, {
    get(_target, key) {
      if (key === 'apex') return apex;
      if (key === 'apiVersion') return apiVersion;
      const value = Reflect.get(model, key, model) as unknown;
      return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(model) : value;
    },
  });
}

export interface TestOrg {
  readonly compilation: Compilation;
  /** `Foo.cls:3:13 Illegal assignment from String to Integer`. */
  readonly errors: readonly string[];
  readonly database: DatabaseEngine;
  execution(kind?: Execution['kind']): Execution;
  /** Result of a static method as text; an exception as `Type: message at trace`. */
  run(className: string, method?: string, args?: readonly ApexValue[]): string;
  anonymous(text: string): { readonly errors: readonly string[]; readonly log: readonly string[] };
}

const noService = (name: string): never => {
  throw new Error(`This test uses ${name}.`);
};

/** Compiles sources by name; names that begin with `trigger ` are triggers. */
export function apexOrg(sources: Readonly<Record<string, string>>, apiVersion = 66): TestOrg {
  const apex = Object.entries(sources).map(([name, text]): ApexSource => {
    const trigger = name.startsWith('trigger ');
    const bare = trigger ? name.slice(8) : name;
    return { name: bare, kind: trigger ? 'trigger' : 'class', file: `${bare}.${trigger ? 'trigger' : 'cls'}`, text, apiVersion, active: true };
  });
  const org = orgWith(apex, apiVersion);
  database ??= openDatabase(org, formulaCompiler);
  const engine = database;
  security ??= createSecurity(org, engine, { now: () => Date.now() });
  const users = security;
  const compilation = compileOrg(org, engine, platformClasses, { cacheDir: null });
  const log: string[] = [];
  const services: Pick<Services, 'caps' | 'timeZone' | 'locale' | 'security'> = { caps: capsOf('anonymous', false), timeZone: 'UTC', locale: 'en_US', security: users };
  const execution = (kind: Execution['kind'] = 'anonymous'): Execution => ({
    org, database: engine, userId: users.adminUserId, limits: freshCounters(0), asynchronous: false, kind, statics: new Map(), log: (_level, message) => void log.push(message), runtime: compilation.program,
    services: new Proxy(services as Services, { get: (target, key) => Reflect.get(target, key) ?? noService(String(key)) }),
    caller(mode, sharing) {
      return { userId: this.userId, mode: mode ?? 'system', sharing };
    },
  });
  const guarded = (work: () => ApexValue): string => {
    try {
      return concatText(work());
    } catch (error) {
      if (error instanceof ApexException) return `${error.typeName}: ${error.text} at ${error.stackText.replace(/\n/g, ' < ')}`;
      throw error;
    }
  };
  return {
    compilation, database: engine, execution,
    errors: compilation.errors.map((each) => each.message),
    run(className, method = 'run', args = []) {
      if (compilation.errors.length > 0) throw new Error(compilation.errors.map((each) => each.message).join('\n'));
      const x = execution();
      return within(x, () => {
        let result = '';
        try {
          // The work of a test is undone: the data of one does not show in another.
          engine.transaction(() => {
            result = guarded(() => compilation.program.invokeStatic(x, className, method, args));
            throw new Undo();
          });
        } catch (error) {
          if (!(error instanceof Undo)) throw error;
        }
        return result;
      });
    },
    anonymous(text) {
      const { errors, code } = compilation.compileAnonymous(text);
      log.length = 0;
      const x = execution();
      if (code) within(x, () => engine.transaction(() => code.run(x)));
      return { errors: errors.map((each) => each.message), log: [...log] };
    },
  };
}

class Undo extends Error {}

/** Runs statements of one static method and answers what they put into `out`. */
export function apex(statements: string, members = '', apiVersion = 66): string {
  return apexOrg({ Snippet: `public class Snippet {\n${members}\npublic static String run() { List<Object> out = new List<Object>();\n${statements}\nreturn join(out); }\nstatic String join(List<Object> parts) { String text = ''; for (Object part : parts) { text += (text == '' ? '' : ' | ') + part; } return text; } }` }, apiVersion).run('Snippet');
}
