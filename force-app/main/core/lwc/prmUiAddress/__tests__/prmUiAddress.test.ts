import { readAddress, writeAddress } from 'c/prmUiAddress';

const at = (search: string): void => window.history.replaceState({ kept: true }, '', `/partners/offers${search}`);

describe('address of a list', () => {
  it('comes back as it was written, in any script', () => {
    at('');
    writeAddress({ search: 'Sông & Hồng', show: 'All', pageNumber: 3 });
    expect(readAddress()).toEqual({ search: 'Sông & Hồng', show: 'All', pageNumber: 3 });
  });

  it('leaves the parameters of others and the state of the router as they are', () => {
    // GIVEN an address with more than filters
    at('?lead=a01&page=2');
    // WHEN the whole list is shown again
    writeAddress({ search: '', show: '', pageNumber: 1 });
    // THEN only the filters are gone
    expect(window.location.search).toBe('?lead=a01');
    expect(window.history.state).toEqual({ kept: true });
  });

  it.each(['?page=0', '?page=-2', '?page=1.5', '?page=x', '?page=', ''])('begins at the first page for %p', (search) => {
    at(search);
    expect(readAddress().pageNumber).toBe(1);
  });

  it('takes no endless text from a link', () => {
    at(`?search=${'x'.repeat(5000)}`);
    expect(readAddress().search).toHaveLength(80);
  });
});
