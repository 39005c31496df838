import PrmSerialLookup from 'c/prmSerialLookup';
import { changed } from 'c/prmUiBus';
import { refreshApex } from '@salesforce/apex';
import findSerial from '@salesforce/apex/PrmSerialController.find';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import type { Found } from 'c/prmCoverage';
import { enter, find, findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { found, unknown } from '../../prmCoverage/__tests__/data/coverage';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock(
  '@salesforce/apex/PrmSerialController.find',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);

const wire = findSerial as unknown as TestAdapter;
const control = (element: HTMLElement, index: number): HTMLElement => find(findAll(element, 'c-prm-ui-field')[index]!, '[data-control]');
const shown = async (): Promise<HTMLElement> => {
  const element = mount('c-prm-serial-lookup', PrmSerialLookup);
  await settled();
  return element;
};
const asked = async (element: HTMLElement, serial: string, answer: Found): Promise<void> => {
  enter(control(element, 0), serial);
  find(element, 'form').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
  await settled();
  wire.emit(answer);
  await settled();
};

afterEach(() => {
  unmountAll();
  window.history.replaceState({}, '', '/');
  jest.clearAllMocks();
});

describe('serial look-up', () => {
  it('shows what the serial is, its entitlement at once, and own sales', async () => {
    const element = await shown();
    await asked(element, ' px 1007 ', found());
    expect(wire.getLastConfig()).toEqual({ serial: 'px 1007', onDay: null, usage: null });
    expect(textOf(find(element, '[data-serial-found]'))).toBe('PX-1007');
    expect(textOf(find(element, 'c-prm-entitlement'))).toContain('c.PRM_COV_Covered');
    expect(textOf(find(element, 'c-prm-ui-timeline'))).toContain('Anna Owner · R 7');
    expect(window.location.search).toBe('?search=px+1007');
    await expect(element).toBeAccessible();
  });

  it('asks for the day and the usage that are given', async () => {
    const element = await shown();
    enter(control(element, 1), '2026-03-01');
    enter(control(element, 2), '120.5');
    await asked(element, 'PX', found({ sales: [] }));
    expect(wire.getLastConfig()).toEqual({ serial: 'PX', onDay: '2026-03-01', usage: 120.5 });
    expect(textOf(element)).toContain('c.PRM_COV_No_Sales');
  });

  it('proposes near serials and takes one only when it is pressed', async () => {
    // GIVEN a serial with an O for a zero
    const element = await shown();
    await asked(element, 'PX-1OO7', unknown(['PX-1007']));
    expect(findAll(element, 'c-prm-entitlement')).toHaveLength(0);
    expect(textOf(element)).toContain('c.PRM_COV_Near');
    await expect(element).toBeAccessible();
    // WHEN the near one is pressed
    find(element, '[data-serial="PX-1007"]').click();
    await settled();
    // THEN that one is asked for
    expect(wire.getLastConfig()).toMatchObject({ serial: 'PX-1007' });
    expect((control(element, 0) as HTMLInputElement).value).toBe('PX-1007');
  });

  it('tells a number of several products from an unknown one', async () => {
    const element = await shown();
    await asked(element, 'S77', unknown(['S 77', 'S-77'], true));
    expect(textOf(element)).toContain('c.PRM_COV_Several');
    await asked(element, 'nothing', unknown());
    expect(textOf(find(element, 'c-prm-ui-empty'))).toContain('c.PRM_COV_Unknown');
    await expect(element).toBeAccessible();
  });

  it('asks for nothing without a serial', async () => {
    const element = await shown();
    find(element, 'form').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
    await settled();
    expect(control(element, 0).getAttribute('aria-invalid')).toBe('true');
    expect(findAll(element, 'c-prm-ui-skeleton')).toHaveLength(0);
  });

  it('looks up what the address names, and shows an error with a way to try again', async () => {
    window.history.replaceState({}, '', '/?search=PX-9');
    const element = await shown();
    expect(wire.getLastConfig()).toMatchObject({ serial: 'PX-9' });
    expect(findAll(element, 'c-prm-ui-skeleton')).toHaveLength(1);
    wire.error({ message: 'Not now.' }, 500);
    await settled();
    find(find(element, 'c-prm-ui-error'), '[data-action="retry"]').click();
    changed('service.registered');
    expect(refreshApex).toHaveBeenCalledTimes(2);
    await expect(element).toBeAccessible();
  });
});
