export * from './types';
export { openDatabase } from './open';
export { removeStaleLock } from './sqlite/stale-lock';
export { supportList } from './support';
export { refusesDml } from './standard';
export { closesCase, closesTask } from './standard/statuses';
export { keyPrefixesIn } from './tables/prefixes';
export { makeId, toId18 } from './tables/ids';
