/** What the steps of DML share. */
import type { ObjectModel } from '../../schema';
import type { Store } from '../store';
import type { Transactions } from '../transaction/transactions';
import type { Caller, DmlOperation, DmlOptions, DmlResult, Row } from '../types';
import type { Guard } from './guard';
import type { Plans } from './plan';

export interface Machine {
  readonly store: Store;
  readonly plans: Plans;
  readonly transactions: Transactions;
  readonly guard: Guard;
  /** DML of the platform itself: roll-ups saving parents. */
  run(operation: DmlOperation, object: ObjectModel, rows: readonly Row[], caller: Caller, options: DmlOptions): readonly DmlResult[];
}
