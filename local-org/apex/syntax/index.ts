/** Apex source to tree. */
export * from './ast';
export type { Parsed } from './grammar';
export { parseAnonymous, parseClass, parseTrigger } from './parse';
export { reviveTree, treeToJson } from './json';
export { Words } from './words';
