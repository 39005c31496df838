export * from './types';
export { createApex, type ApexOptions } from './platform';
export { supportList } from './library';
