/** Each `FOR UPDATE` of the package's Apex, taken away one at a time. */
import { basename } from 'node:path';
import { filesBelow, textOf } from '../../gates/files';
import { apex, nodeTests } from './commands';
import type { Mutant, TestCommand } from './types';

/** Apex without its comments, each replaced by blanks so that offsets stay; strings stay, for queries in text lock too. */
function code(text: string): string {
  return text.replace(/'(?:\\.|[^'\\\n])*'|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (found) => (found.startsWith("'") ? found : found.replace(/[^\n]/g, ' ')));
}

/** A class of test data bears the annotation too; only methods are tests. */
const TEST_METHOD = /@\s*istest(?:\s*\([^)]*\))?\s+(?:(?:private|public|global|static)\s+)+void\b|\btestmethod\b/i;

const last = (text: string, expression: RegExp): string => [...text.matchAll(expression)].pop()?.[1] ?? '';

/** Classes by the number of steps from the one named, going from class to class by name. */
function distances(from: string, classes: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const found = new Map([[from, 0]]);
  for (let edge = [from], steps = 1; edge.length > 0; steps++) {
    const next = [...classes].filter(([name, text]) => !found.has(name) && edge.some((each) => new RegExp(`\\b${each}\\b`, 'i').test(text))).map(([name]) => name);
    for (const name of next) found.set(name, steps);
    edge = next;
  }
  return found;
}

/** Commands that run the test classes that reach the class, the nearest first. */
function testsOf(name: string, classes: ReadonlyMap<string, string>): TestCommand[] {
  const near = distances(name, classes);
  const tests = [...classes].filter(([, text]) => TEST_METHOD.test(text)).map(([each]) => each);
  const steps = [...new Set(tests.flatMap((each) => near.get(each) ?? []))].sort((a, b) => a - b);
  // Those that only data or metadata lead to the class come last.
  const groups = [...steps.map((step) => tests.filter((each) => near.get(each) === step)), tests.filter((each) => !near.has(each))];
  const [nearest = [], ...others] = groups.filter((group) => group.length > 0).map((group) => group.sort());
  // Some locks no single transaction misses: after the nearest tests those in which a second one runs in between.
  return [apex(...nearest), nodeTests('tests/node/locks'), nodeTests('tests/node/races/races.test', 'records'), ...others.map((group) => apex(...group))];
}

export function lockMutants(root: string): readonly Mutant[] {
  const files = filesBelow(root, 'force-app/main', (path) => path.endsWith('.cls'));
  const classes = new Map(files.map((file) => [basename(file, '.cls'), code(textOf(root, file))]));
  return files.filter((file) => file.includes('/classes/')).flatMap((file) => {
    const name = basename(file, '.cls');
    const text = classes.get(name) as string;
    return [...text.matchAll(/\bFOR\s+UPDATE\b/gi)].map((found): Mutant => {
      const before = text.slice(0, found.index);
      const method = last(before, /\b(?!(?:if|for|while|switch|catch)\b)(\w+)\s*\([^()]*\)\s*\{/g);
      const line = before.split('\n').length;
      return { name: `the lock on ${last(before, /\bFROM\s+(\w+)/gi) || 'rows'} in ${name}.${method}, line ${line}`, floor: 'locks', file, search: found[0], at: found.index, replace: '', tests: testsOf(name, classes) };
    });
  });
}
