/** Names of the floors below that the harbour uses. */
export type { Caller, DmlOperation, Row } from '../../../database';
export { PlatformError } from '../../../schema';
export type { ObjectModel } from '../../../schema';
