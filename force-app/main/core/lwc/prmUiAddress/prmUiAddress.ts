/** What a list shows, as the address of the page keeps it: a reload, a bookmark and the way back find it again. */
export interface ListAddress {
  readonly search: string;
  /** The chosen filter. */
  readonly show: string;
  readonly pageNumber: number;
}

/** Longer than any search of ours: a link from elsewhere may hold anything. */
const MAX_LENGTH = 80;

const read = (parameters: URLSearchParams, name: string): string => (parameters.get(name) ?? '').slice(0, MAX_LENGTH);

/** Reads the address. What is missing or makes no sense is the beginning of the whole list. */
export function readAddress(): ListAddress {
  const parameters = new URLSearchParams(window.location.search);
  const pageNumber = Number(read(parameters, 'page'));
  return { search: read(parameters, 'search'), show: read(parameters, 'show'), pageNumber: Number.isInteger(pageNumber) && pageNumber > 0 ? pageNumber : 1 };
}

/** Writes the address in place: no new page, no new step of the way back. Parameters of others stay. */
export function writeAddress({ search, show, pageNumber }: ListAddress): void {
  const url = new URL(window.location.href);
  const values = { search, show, page: pageNumber > 1 ? String(pageNumber) : '' };
  for (const [name, value] of Object.entries(values)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  window.history.replaceState(window.history.state, '', url);
}
