/** The runners of `npm run test:long`, as a table: what takes too long for `npm test`. */
import { join } from 'node:path';
import { readCases, readJest, type Runner } from '../runners';

const tsx = join('node_modules', '.bin', 'tsx');

/** One after the other, in this order. */
export const LONG_RUNNERS: readonly Runner[] = [
  { name: 'mutants', command: [tsx, 'scripts/check/long/mutants.ts', '--report', 'reports/mutants.json'], report: 'mutants.json', read: readCases },
  { name: 'histories of claims', command: [join('node_modules', '.bin', 'jest'), '--selectProjects', 'node', '--testPathPattern', 'tests/node/claims', '--json', '--outputFile', 'reports/jest-histories.json'], environment: { CLAIM_HISTORIES: '5000' }, report: 'jest-histories.json', read: readJest },
];
