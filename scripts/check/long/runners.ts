/** The runners of `npm run test:long`, as a table: what takes too long for `npm test`. */
import { join } from 'node:path';
import { readCases, readJest, type Runner } from '../runners';

const NODE = [process.execPath, '--require', './local-org/typescript.cjs'];
const random = (kind: string): Runner => ({ name: kind, command: [...NODE, 'scripts/check/long/random/run.ts', '--kind', kind, '--report', `reports/random-${kind}.json`], report: `random-${kind}.json`, read: readCases });

/** Tests of which `npm test` runs a part, all of them. */
const whole = (name: string, pattern: string, environment: Runner['environment']): Runner => {
  const report = `jest-${name.replace(/ /g, '-')}.json`;
  return { name, command: [join('node_modules', '.bin', 'jest'), '--selectProjects', 'node', '--testPathPattern', pattern, '--json', '--outputFile', `reports/${report}`, '--silent'], environment, report, read: readJest };
};

/** One after the other, in this order. */
export const LONG_RUNNERS: readonly Runner[] = [
  random('requests'),
  random('queries'),
  random('formulas'),
  random('metadata'),
  { name: 'durability', command: [...NODE, 'scripts/check/long/durability/run.ts', '--report', 'reports/durability.json'], report: 'durability.json', read: readCases },
  { name: 'shapes', command: [...NODE, 'scripts/check/long/shapes.ts', '--report', 'reports/shapes.json'], report: 'shapes.json', read: readCases },
  { name: 'mutants', command: [...NODE, 'scripts/check/long/mutants.ts', '--report', 'reports/mutants.json'], report: 'mutants.json', read: readCases },
  { name: 'verification', command: [...NODE, 'scripts/check/long/verify.ts', '--report', 'reports/verify.json'], report: 'verify.json', read: readCases },
  whole('races', 'tests/node/races', { RACE_STRIDE: '1' }),
  whole('sources', 'local-org/apex/syntax', { SOURCE_STRIDE: '1' }),
  whole('histories of claims', 'tests/node/claims', { CLAIM_HISTORIES: '5000' }),
];
