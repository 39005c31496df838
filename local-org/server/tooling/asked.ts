/**
 * What a test run is asked to run.
 * https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/intro_rest_resources_testing_runner_async.htm
 */
import { NotModelledError, PlatformError } from '../../schema';
import type { Platform } from '../types';
import { codeIds } from './results';
import type { AskedClass } from './run';

export interface AskedRun {
  readonly classes: readonly AskedClass[];
  readonly allTests: boolean;
  readonly coverage: boolean;
  /** Failures after which the rest is left out; undefined for none. */
  readonly maxFailedTests?: number;
}

const KNOWN = new Set(['tests', 'classids', 'classnames', 'suiteids', 'suitenames', 'testlevel', 'maxfailedtests', 'skipcodecoverage', 'category']);
const LEVELS = ['RunSpecifiedTests', 'RunLocalTests', 'RunAllTestsInOrg'];

export function readAsked(platform: Platform, json: unknown): AskedRun {
  if (json === null || typeof json !== 'object' || Array.isArray(json)) throw new PlatformError('JSON_PARSER_ERROR', 'The request body must be a JSON object.');
  const given = new Map(Object.entries(json).map(([name, value]) => [name.toLowerCase(), value as unknown]));
  for (const [name, value] of given) {
    if (!KNOWN.has(name)) throw new PlatformError('JSON_PARSER_ERROR', `Unrecognized field "${name}"`);
    if ((name === 'suiteids' || name === 'suitenames') && value) throw new NotModelledError('test suites');
    if (name === 'category' && !(Array.isArray(value) && value.every((each) => each === 'Apex'))) throw new NotModelledError('tests of other categories than Apex');
  }
  const level = given.get('testlevel') ?? 'RunSpecifiedTests';
  if (!LEVELS.includes(String(level))) throw new PlatformError('INVALID_INPUT', `testLevel must be one of ${LEVELS.join(', ')}`);
  const named = classesNamed(platform, given);
  if (level !== 'RunSpecifiedTests' && named.length > 0) throw new PlatformError('INVALID_INPUT', `Leave out the classes with testLevel ${String(level)}`);
  if (level === 'RunSpecifiedTests' && named.length === 0) throw new PlatformError('INVALID_INPUT', 'Name test classes in tests, classids or classNames, or send testLevel RunLocalTests');
  const most = given.get('maxfailedtests');
  const maxFailedTests = most === undefined || most === null || Number(most) < 0 ? undefined : Number(most);
  if (Number.isNaN(maxFailedTests)) throw new PlatformError('INVALID_INPUT', 'maxFailedTests must be a number');
  const classes = level === 'RunSpecifiedTests' ? named : platform.apex.testClasses.map((name) => ({ name }));
  return { classes, allTests: level !== 'RunSpecifiedTests', coverage: given.get('skipcodecoverage') !== true && given.get('skipcodecoverage') !== 'true', ...(maxFailedTests === undefined ? {} : { maxFailedTests }) };
}

function classesNamed(platform: Platform, given: ReadonlyMap<string, unknown>): AskedClass[] {
  const { byId } = codeIds(platform);
  const tests = new Map(platform.apex.testClasses.map((name) => [name.toLowerCase(), name]));
  const listed = (value: unknown): string[] => (typeof value === 'string' ? value.split(',').map((each) => each.trim()).filter(Boolean) : []);
  const classOf = (id: string): string => byId.get(id) ?? [...byId].find(([known]) => known.slice(0, 15) === id)?.[1] ?? '';
  const asked: { name: string; methods?: string[] }[] = [...listed(given.get('classids')).map((id) => ({ name: classOf(id) || id })), ...listed(given.get('classnames')).map((name) => ({ name }))];
  const nodes = given.get('tests') ?? [];
  if (!Array.isArray(nodes)) throw new PlatformError('INVALID_INPUT', 'tests must be a list');
  for (const node of nodes as unknown[]) {
    const { classId = '', className, testMethods, tests: methods = testMethods ?? [] } = (node ?? {}) as { classId?: unknown; className?: unknown; testMethods?: unknown; tests?: unknown };
    if (!Array.isArray(methods) || !methods.every((each) => typeof each === 'string')) throw new PlatformError('INVALID_INPUT', 'testMethods must be a list of names');
    asked.push({ name: String(className ?? (classOf(String(classId)) || classId)), ...(methods.length ? { methods } : {}) });
  }
  return asked.map((each): AskedClass => {
    const name = tests.get(each.name.toLowerCase());
    if (!name) throw new PlatformError('INVALID_INPUT', `${each.name || 'A class without name or id'} is not a test class of this org`);
    return { ...each, name };
  });
}
