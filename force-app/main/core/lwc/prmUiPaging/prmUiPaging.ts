/** The page to show: the last one there is when rows left while somebody was on a page behind it. */
export function pageWithin(
  { items, total, pageSize }: { readonly items: readonly unknown[]; readonly total: number; readonly pageSize: number },
  pageNumber: number
): number {
  return items.length > 0 ? pageNumber : Math.max(1, Math.min(pageNumber, Math.ceil(total / pageSize)));
}
