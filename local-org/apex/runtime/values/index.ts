/** The values of Apex. */
export * from './collections';
export * from './dates';
export * from './decimal';
export * from './enums';
export * from './exception';
export * from './identity';
export * from './ids';
export * from './object';
export * from './rows';
export * from './sobject';
export * from './text';
export * from './tokens';
export * from './zone';
