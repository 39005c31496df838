import PrmOfferInbox from 'c/prmOfferInbox';
import { refreshApex } from '@salesforce/apex';
import accept from '@salesforce/apex/PrmOfferInboxController.accept';
import decline from '@salesforce/apex/PrmOfferInboxController.decline';
import declineReasons from '@salesforce/apex/PrmOfferInboxController.declineReasons';
import listOffers from '@salesforce/apex/PrmOfferInboxController.listOffers';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import Toast from 'lightning/toast';
import { find, findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { offer, pageOf } from '../../prmOffers/__tests__/data/offers';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock(
  '@salesforce/apex/PrmOfferInboxController.listOffers',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/PrmOfferInboxController.declineReasons',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('@salesforce/apex/PrmOfferInboxController.accept', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmOfferInboxController.decline', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Accepted_Toast', () => ({ default: 'Yours: {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Declined_Toast', () => ({ default: 'Declined: {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Offer_Failed', () => ({ default: '{0}: did not work' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Count', () => ({ default: '({0})' }), { virtual: true });

const offersWire = listOffers as unknown as TestAdapter;
const reasonsWire = declineReasons as unknown as TestAdapter;
const acceptMock = accept as unknown as jest.Mock;
const declineMock = decline as unknown as jest.Mock;
const refreshMock = refreshApex as unknown as jest.Mock;
const toast = jest.spyOn(Toast, 'show').mockImplementation(() => undefined);

const OTHER = offer({ id: 'a01000000000002', company: 'Mekong Trade' });

const shown = async (items = [offer(), OTHER], total = items.length, properties = {}): Promise<HTMLElement> => {
  const element = mount('c-prm-offer-inbox', PrmOfferInbox, properties);
  offersWire.emit(pageOf(items, total));
  reasonsWire.emit([{ value: 'TOO_BUSY', label: 'Too busy' }]);
  await settled();
  return element;
};
const card = (element: HTMLElement, index = 0): HTMLElement => findAll(element, 'c-prm-offer-card')[index]!;

afterEach(() => {
  unmountAll();
  window.history.replaceState({}, '', '/');
  jest.clearAllMocks();
  acceptMock.mockReset();
  declineMock.mockReset();
});

describe('inbox of offers', () => {
  it('keeps the place of the cards while they load', async () => {
    const element = mount('c-prm-offer-inbox', PrmOfferInbox);
    await settled();
    expect(findAll(element, 'c-prm-ui-skeleton')).toHaveLength(1);
    expect(findAll(element, 'c-prm-ui-empty')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('shows a card for each offer and how many wait', async () => {
    const element = await shown([offer(), OTHER], 40);
    expect(findAll(element, 'c-prm-offer-card')).toHaveLength(2);
    expect(textOf(find(element, 'h1'))).toBe('c.PRM_UI_Offers (40)');
    expect(find(card(element), '[role="heading"]').getAttribute('aria-level')).toBe('2');
    await expect(element).toBeAccessible();
  });

  it('accepts with one click, confirms and asks for the list again', async () => {
    // GIVEN two offers
    acceptMock.mockResolvedValue(offer({ status: 'Accepted' }));
    const element = await shown();
    // WHEN the first is accepted
    find(card(element), '[data-action="accept"]').click();
    await settled();
    // THEN the server was asked for that one, a toast names the company, and the list is fresh
    expect(acceptMock).toHaveBeenCalledWith({ offerId: offer().id });
    expect(toast.mock.calls[0]![0]).toMatchObject({ label: 'Yours: Sông Hồng Foods', variant: 'success' });
    expect(refreshMock).toHaveBeenCalledTimes(1);
  });

  it('goes on to the next offer after an answer, and to the heading after the last', async () => {
    // GIVEN the first of two offers was accepted
    acceptMock.mockResolvedValue(offer({ status: 'Accepted' }));
    const element = await shown();
    find(card(element), '[data-action="accept"]').click();
    await settled();
    // WHEN the list comes without it
    offersWire.emit(pageOf([OTHER]));
    await settled();
    // THEN the focus is on the other one
    expect(element.shadowRoot!.activeElement).toBe(card(element));
    // WHEN that one is accepted as well
    find(card(element), '[data-action="accept"]').click();
    await settled();
    offersWire.emit(pageOf([]));
    await settled();
    // THEN the focus is on the heading
    expect(element.shadowRoot!.activeElement).toBe(find(element, '[data-heading]'));
  });

  it('declines with reason', async () => {
    declineMock.mockResolvedValue(offer({ status: 'Declined' }));
    const element = await shown();
    find(card(element, 1), '[data-action="decline"]').click();
    await settled();
    find(card(element, 1), '[data-reason="TOO_BUSY"]').click();
    await settled();
    expect(declineMock).toHaveBeenCalledWith({ offerId: OTHER.id, reason: 'TOO_BUSY', note: '' });
    expect(toast.mock.calls[0]![0]).toMatchObject({ label: 'Declined: Mekong Trade' });
  });

  it("says in the server's words that another was faster, and lets go of the offer", async () => {
    // GIVEN an offer that another partner has taken meanwhile
    acceptMock.mockRejectedValue({ status: 500, body: { message: 'Another partner accepted this lead before you.' } });
    const element = await shown();
    // WHEN it is accepted
    find(card(element), '[data-action="accept"]').click();
    await settled();
    // THEN the sentence stands at the company's name, nothing is confirmed, and the list is asked again
    expect(textOf(find(element, 'c-prm-ui-error'))).toContain('Sông Hồng Foods: did not work Another partner accepted this lead before you.');
    expect(toast).not.toHaveBeenCalled();
    expect(refreshMock).toHaveBeenCalledTimes(1);
    // WHEN the list comes without the offer
    offersWire.emit(pageOf([OTHER]));
    await settled();
    // THEN the sentence stays until it is put away
    expect(findAll(element, 'c-prm-offer-card')).toHaveLength(1);
    await expect(element).toBeAccessible();
    find(find(element, 'c-prm-ui-error'), '[data-action="dismiss"]').click();
    await settled();
    expect(findAll(element, 'c-prm-ui-error')).toHaveLength(0);
  });

  it('sends one answer however often it is pressed', async () => {
    // GIVEN an answer that takes its time
    let finish = (): void => undefined;
    acceptMock.mockReturnValue(
      new Promise<void>((resolve) => {
        finish = resolve;
      })
    );
    const element = await shown();
    const button = find(card(element), '[data-action="accept"]');
    // WHEN it is pressed again before the answer
    button.click();
    card(element).dispatchEvent(new CustomEvent('accept', { detail: { offerId: offer().id } }));
    await settled();
    // THEN only this card is busy, and one answer is sent
    expect(findAll<HTMLElement & { busy: boolean }>(element, 'c-prm-offer-card').map((each) => each.busy)).toEqual([true, false]);
    finish();
    await settled();
    expect(acceptMock).toHaveBeenCalledTimes(1);
  });

  it('tells an empty inbox from a search without result', async () => {
    const element = await shown([]);
    expect(textOf(find(element, 'c-prm-ui-empty'))).toContain('c.PRM_UI_No_Offers ');
    await expect(element).toBeAccessible();
    find(element, 'c-prm-ui-filters').dispatchEvent(new CustomEvent('filter', { detail: { search: 'zzz', choice: 'All' } }));
    await settled();
    expect(offersWire.getLastConfig()).toMatchObject({ search: 'zzz', status: 'All', pageNumber: 1 });
    offersWire.emit(pageOf([]));
    await settled();
    expect(textOf(find(element, 'c-prm-ui-empty'))).toContain('c.PRM_UI_No_Match ');
  });

  it('offers to try again when the offers cannot be loaded', async () => {
    const element = mount('c-prm-offer-inbox', PrmOfferInbox);
    offersWire.error({ message: 'Not now.' }, 500);
    await settled();
    expect(textOf(find(element, 'c-prm-ui-error'))).toContain('Not now.');
    await expect(element).toBeAccessible();
    find(find(element, 'c-prm-ui-error'), '[data-action="retry"]').click();
    await settled();
    expect(refreshMock).toHaveBeenCalledTimes(1);
  });

  it('goes through pages, and back when the last page has lost its rows', async () => {
    const element = await shown([offer()], 13);
    find(find(element, 'c-prm-ui-pager'), '[data-action="next"]').click();
    await settled();
    expect(offersWire.getLastConfig()).toMatchObject({ pageNumber: 2 });
    offersWire.emit({ ...pageOf([], 12), pageNumber: 2 });
    await settled();
    expect(offersWire.getLastConfig()).toMatchObject({ pageNumber: 1 });
  });

  it('asks again when the time of an offer is up', async () => {
    const element = await shown();
    card(element).dispatchEvent(new CustomEvent('expire', { detail: { offerId: offer().id } }));
    await settled();
    expect(refreshMock).toHaveBeenCalledTimes(1);
  });

  it('shows what waits alone when it is brief', async () => {
    const element = await shown([offer()], 1, { brief: true });
    expect(findAll(element, 'c-prm-ui-filters, h1')).toHaveLength(0);
    expect(findAll(element, 'h2')).toHaveLength(1);
    expect(find(card(element), '[role="heading"]').getAttribute('aria-level')).toBe('3');
    await expect(element).toBeAccessible();
  });

  it('finds its filters again in the address after a reload', async () => {
    // GIVEN somebody searched and went to the second page
    const element = mount('c-prm-offer-inbox', PrmOfferInbox);
    await settled();
    find(element, 'c-prm-ui-filters').dispatchEvent(new CustomEvent('filter', { detail: { search: 'hue', choice: 'Declined' } }));
    await settled();
    // WHEN the page is loaded anew
    unmountAll();
    mount('c-prm-offer-inbox', PrmOfferInbox);
    await settled();
    // THEN the same is asked for
    expect(offersWire.getLastConfig()).toMatchObject({ search: 'hue', status: 'Declined', pageNumber: 1 });
  });

  it('takes no filter from the address that it does not know', async () => {
    window.history.replaceState({}, '', '/?show=Everything&page=2');
    mount('c-prm-offer-inbox', PrmOfferInbox);
    await settled();
    expect(offersWire.getLastConfig()).toMatchObject({ status: '', pageNumber: 2 });
  });
});
