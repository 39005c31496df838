/** What generated code calls: `$o` in it. */
export { ApexException, PlatformObject } from '../values';
export * from './collections';
export * from './comparisons';
export * from './data';
export * from './exceptions';
export * from './metadata';
export * from './numbers';
export * from './objects';
export * from './records';
export * from './triggers';
