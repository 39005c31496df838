/** One page of rows, as controllers answer it. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  /** Counts from 1. */
  readonly pageNumber: number;
  readonly pageSize: number;
}

/** The page to show: the last one there is when rows left while somebody was on a page behind it. */
export function pageWithin({ items, total, pageSize }: Omit<Page<unknown>, 'pageNumber'>, pageNumber: number): number {
  return items.length > 0 ? pageNumber : Math.max(1, Math.min(pageNumber, Math.ceil(total / pageSize)));
}
