/** One record on its way through the order of execution. */
import type { Caller, DmlError, DmlOptions, Row } from '../types';

export interface Item {
  /** Place in the caller's list. */
  readonly index: number;
  /** What the caller gave, under canonical names. */
  readonly input: Row;
  /** The new image; on delete the image that goes. */
  row: Row;
  /** The old image; undefined on insert. */
  old: Row | undefined;
  readonly errors: DmlError[];
  created: boolean;
}

/** What one DML statement is run with. */
export interface Request {
  readonly caller: Caller;
  readonly options: DmlOptions;
  /** Object and field rights count. */
  readonly userMode: boolean;
  /** Record rights count. */
  readonly sharing: boolean;
}

export function requestOf(caller: Caller, options: DmlOptions): Request {
  const userMode = caller.mode === 'user';
  return { caller, options, userMode, sharing: userMode || caller.sharing };
}

export function newItem(index: number, input: Row): Item {
  return { index, input, row: {}, old: undefined, errors: [], created: false };
}

export function fail(item: Item, code: string, message: string, fields: readonly string[] = []): void {
  item.errors.push({ code, message, fields });
}

export const good = (items: readonly Item[]): Item[] => items.filter((item) => item.errors.length === 0);

export const idOf = (row: Row): string => row.Id as string;
