/** The runners of `npm run test:long`, as a table: what takes too long for `npm test`. */
import { join } from 'node:path';
import { readCases, readJest, type Runner } from '../runners';

const tsx = join('node_modules', '.bin', 'tsx');
const NODE = [process.execPath, '--require', './local-org/typescript.cjs'];
const random = (kind: string): Runner => ({ name: kind, command: [...NODE, 'scripts/check/long/random/run.ts', '--kind', kind, '--report', `reports/random-${kind}.json`], report: `random-${kind}.json`, read: readCases });

/** One after the other, in this order. */
export const LONG_RUNNERS: readonly Runner[] = [
  random('requests'),
  random('queries'),
  random('formulas'),
  random('metadata'),
  { name: 'durability', command: [...NODE, 'scripts/check/long/durability/run.ts', '--report', 'reports/durability.json'], report: 'durability.json', read: readCases },
  { name: 'shapes', command: [...NODE, 'scripts/check/long/shapes.ts', '--report', 'reports/shapes.json'], report: 'shapes.json', read: readCases },
  { name: 'mutants', command: [tsx, 'scripts/check/long/mutants.ts', '--report', 'reports/mutants.json'], report: 'mutants.json', read: readCases },
  { name: 'races', command: ['env', 'RACE_STRIDE=1', join('node_modules', '.bin', 'jest'), '--selectProjects', 'node', '--testPathPattern', 'tests/node/races', '--json', '--outputFile', 'reports/races.json', '--silent'], report: 'races.json', read: readJest },
  { name: 'histories of claims', command: [join('node_modules', '.bin', 'jest'), '--selectProjects', 'node', '--testPathPattern', 'tests/node/claims', '--json', '--outputFile', 'reports/jest-histories.json'], environment: { CLAIM_HISTORIES: '5000' }, report: 'jest-histories.json', read: readJest },
];
