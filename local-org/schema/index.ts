export * from './errors';
export * from './types';
export { loadOrg, type LoadOptions } from './load';
export { supportList, type SupportList } from './supportList';
export { FEATURES } from './standard';
export { SHAPES, shapeNamed } from './shapes';
export { allowsTriggers } from './standard/triggers';
export { parseXml } from './source/xml';
export * from './deploy';
