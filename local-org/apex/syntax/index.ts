/** Apex source to tree. */
export * from './ast';
export { parseAnonymous, parseClass, parseTrigger, type Parsed } from './parse';
export { reviveTree, treeToJson } from './json';
