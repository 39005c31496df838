/** The commands that mutants are held against. */
import type { TestCommand } from './types';

/** A program of the tree. */
const program = (file: string, ...args: string[]): TestCommand => ['node', '--require', './local-org/typescript.cjs', file, ...args];

/** Tests of files whose path holds `path`; where `name` is given, those whose name begins so. */
export const nodeTests = (path: string, name?: string): TestCommand => ['node_modules/.bin/jest', '--selectProjects=node', `--testPathPattern=${path}`, ...(name ? [`--testNamePattern=^${name} `] : []), '--silent'];
export const conformance = (part: string): TestCommand => program('local-org/conformance/run.ts', '--case', part);
export const apex = (...testClasses: string[]): TestCommand => program('local-org/cli/main.ts', 'test', '--json', ...testClasses.flatMap((name) => ['--class', name]));
/** The rights matrix, asked of one person. */
export const rights = (person: string): TestCommand => program('local-org/conformance/rights/run.ts', '--person', person);
