import PrmUiFilters from 'c/prmUiFilters';
import { enter, find, findAll, mount, press, recorded, settled, unmountAll } from '../../../../../../tests/components/dom';

const CHOICES = [
  { value: '', label: 'Open' },
  { value: 'All', label: 'All' },
];

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  unmountAll();
  jest.useRealTimers();
});

describe('filters', () => {
  it('ask once, after a pause in typing', async () => {
    // GIVEN somebody types letter by letter
    const element = mount('c-prm-ui-filters', PrmUiFilters, { choices: CHOICES });
    const asked = recorded(element, 'filter');
    await settled();
    const search = find(element, '[data-control="search"]');
    // WHEN three letters come faster than the pause
    ['h', 'ha', 'han '].forEach((text) => {
      enter(search, text);
      jest.advanceTimersByTime(100);
    });
    // THEN nothing is asked yet
    expect(asked).toEqual([]);
    // WHEN the pause comes
    jest.advanceTimersByTime(300);
    // THEN the whole word is asked for
    expect(asked).toEqual([{ search: 'han', choice: '' }]);
  });

  it('ask at once on Enter, and not again after the pause', async () => {
    const element = mount('c-prm-ui-filters', PrmUiFilters, {});
    const asked = recorded(element, 'filter');
    await settled();
    enter(find(element, '[data-control="search"]'), 'hue');
    press(find(element, '[data-control="search"]'), 'Enter');
    jest.advanceTimersByTime(1000);
    expect(asked).toEqual([{ search: 'hue', choice: '' }]);
  });

  it('keep the search when the choice changes', async () => {
    const element = mount('c-prm-ui-filters', PrmUiFilters, { choices: CHOICES, search: 'hue' });
    const asked = recorded(element, 'filter');
    await settled();
    enter(find(element, '[data-control="choice"]'), 'All');
    expect(asked).toEqual([{ search: 'hue', choice: 'All' }]);
  });

  it('offer no choice where there is none', async () => {
    const element = mount('c-prm-ui-filters', PrmUiFilters, {});
    await settled();
    expect(findAll(element, 'select')).toHaveLength(0);
  });

  it('are accessible', async () => {
    jest.useRealTimers();
    const element = mount('c-prm-ui-filters', PrmUiFilters, { choices: CHOICES, placeholder: 'Company' });
    await settled();
    await expect(element).toBeAccessible();
  });
});
