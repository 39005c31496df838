import PrmOfferCard from 'c/prmOfferCard';
import { find, findAll, mount, press, recorded, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { offer } from '../../prmOffers/__tests__/data/offers';

const REASONS = [
  { value: 'TOO_BUSY', label: 'Too busy' },
  { value: 'NOT_OUR_AREA', label: 'Not our area' },
];

const shown = async (properties: Record<string, unknown> = {}): Promise<HTMLElement> => {
  const element = mount('c-prm-offer-card', PrmOfferCard, { offer: offer(), reasons: REASONS, ...properties });
  await settled();
  return element;
};

afterEach(unmountAll);

describe('card of an offer', () => {
  it('tells company, place, product, value, time left and why', async () => {
    const element = await shown();
    const text = textOf(element);
    ['Sông Hồng Foods', 'Hanoi, Vietnam', 'GTX Pro', '10,000 to 50,000', 'You serve Vietnam and master GTX Pro.'].forEach((part) =>
      expect(text).toContain(part)
    );
    expect(findAll(element, 'c-prm-ui-countdown')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('leaves out what nobody knows', async () => {
    const element = await shown({ offer: offer({ city: null, countryCode: null, product: null, language: null, valueBandLabel: null, explanation: null }) });
    expect(findAll(element, 'dt, .why')).toHaveLength(0);
  });

  it('is accepted with one click', async () => {
    const element = await shown();
    const accepted = recorded(element, 'accept');
    find(element, '[data-action="accept"]').click();
    expect(accepted).toEqual([{ offerId: offer().id }]);
  });

  it('is declined with two clicks, the note with it', async () => {
    // GIVEN the reasons are open and have the focus
    const element = await shown();
    const declined = recorded(element, 'decline');
    find(element, '[data-action="decline"]').click();
    await settled();
    expect((element.shadowRoot!.activeElement as HTMLElement).dataset.reason).toBe('TOO_BUSY');
    await expect(element).toBeAccessible();
    // WHEN a note is added and a reason chosen
    const note = find<HTMLTextAreaElement>(element, 'textarea');
    note.value = ' until March ';
    note.dispatchEvent(new CustomEvent('change'));
    find(element, '[data-reason="NOT_OUR_AREA"]').click();
    // THEN both are sent
    expect(declined).toEqual([{ offerId: offer().id, reason: 'NOT_OUR_AREA', note: 'until March' }]);
  });

  it.each<[string, (element: HTMLElement) => void]>([
    ['Escape', (element) => press(find(element, 'textarea'), 'Escape')],
    ['Cancel', (element) => find(element, '[data-action="cancel"]').click()],
  ])('keeps the offer when declining is left by %s, and gives the focus back', async (_way, leave) => {
    const element = await shown();
    const declined = recorded(element, 'decline');
    find(element, '[data-action="decline"]').click();
    await settled();
    leave(element);
    await settled();
    expect(declined).toEqual([]);
    expect((element.shadowRoot!.activeElement as HTMLElement).dataset.action).toBe('decline');
  });

  it.each([
    ['was answered', { status: 'Accepted', statusLabel: 'Accepted' }],
    ['may not be answered by this person', { canAnswer: false }],
  ])('has no buttons when it %s', async (_why, changes) => {
    const element = await shown({ offer: offer(changes) });
    expect(findAll(element, 'button')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('takes its buttons away when the time is up', async () => {
    // GIVEN a waiting offer
    const element = await shown();
    const expired = recorded(element, 'expire');
    // WHEN its countdown ends
    find(element, 'c-prm-ui-countdown').dispatchEvent(new CustomEvent('expire'));
    await settled();
    // THEN it cannot be answered, and its owner knows
    expect(findAll(element, 'button')).toHaveLength(0);
    expect(expired).toEqual([{ offerId: offer().id }]);
  });

  it('cannot be pressed twice while its answer is on its way', async () => {
    const element = await shown({ busy: true });
    expect(findAll<HTMLButtonElement>(element, 'button').every((button) => button.disabled)).toBe(true);
  });

  it('says that others were asked too', async () => {
    expect(textOf(await shown({ offer: offer({ pool: true }) }))).toContain('c.PRM_UI_Pool_Hint');
  });
});
