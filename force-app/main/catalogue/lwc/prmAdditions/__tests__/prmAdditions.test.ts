import PrmAdditions from 'c/prmAdditions';
import listAdditions from '@salesforce/apex/PrmCatalogueController.listAdditions';
import removeAddition from '@salesforce/apex/PrmCatalogueController.removeAddition';
import saveAddition from '@salesforce/apex/PrmCatalogueController.saveAddition';
import { refreshApex } from '@salesforce/apex';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import { enter, find, findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { addition } from '../../prmCatalogueItems/__tests__/data/products';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock(
  '@salesforce/apex/PrmCatalogueController.listAdditions',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('@salesforce/apex/PrmCatalogueController.saveAddition', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmCatalogueController.removeAddition', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_CAT_Removed', () => ({ default: 'Removed: {0}' }), { virtual: true });

const PRODUCT = '01t000000000001AAA';
const saves = saveAddition as jest.Mock;
const removes = removeAddition as jest.Mock;

const shown = async (additions = [addition()]): Promise<HTMLElement> => {
  const element = mount('c-prm-additions', PrmAdditions, { productId: PRODUCT });
  (listAdditions as unknown as TestAdapter).emit(additions);
  await settled();
  return element;
};
const control = (element: HTMLElement, index: number): HTMLElement => find(findAll(element, 'c-prm-ui-field')[index]!, '[data-control]');
const submit = async (element: HTMLElement): Promise<void> => {
  find(element, 'form').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
  await settled();
};

beforeEach(() => {
  saves.mockResolvedValue([addition()]);
  removes.mockResolvedValue(null);
});

afterEach(() => {
  unmountAll();
  window.localStorage.clear();
  jest.clearAllMocks();
});

describe('additions', () => {
  it('lists what the partner added', async () => {
    const element = await shown();
    expect(textOf(find(element, '.row'))).toContain('Shelf B 12');
    await expect(element).toBeAccessible();
  });

  it('says that nothing was added', async () => {
    const element = await shown([]);
    expect(textOf(element)).toContain('c.PRM_CAT_No_Additions');
    await expect(element).toBeAccessible();
  });

  it('adds, and forgets the draft only then', async () => {
    // GIVEN a failed save
    const element = await shown([]);
    enter(control(element, 0), 'Shelf');
    enter(control(element, 1), 'B 12');
    saves.mockRejectedValueOnce({ body: { message: 'You have one.' } });
    await submit(element);
    // THEN what was typed is still there, after a reload too
    expect(textOf(find(element, 'c-prm-ui-error'))).toContain('You have one.');
    unmountAll();
    const again = await shown([]);
    expect((control(again, 0) as HTMLInputElement).value).toBe('Shelf');
    // WHEN it is saved
    await submit(again);
    // THEN it is sent once more and listed
    expect(saves).toHaveBeenLastCalledWith({ additionId: '', productId: PRODUCT, label: 'Shelf', value: 'B 12' });
    expect(findAll(again, '.row')).toHaveLength(1);
    expect(window.localStorage).toHaveLength(0);
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('asks for a name', async () => {
    const element = await shown([]);
    await submit(element);
    expect(saves).not.toHaveBeenCalled();
    expect(control(element, 0).getAttribute('aria-invalid')).toBe('true');
  });

  it('changes one, or leaves it', async () => {
    const element = await shown();
    find(element, '[data-action="change"]').click();
    await settled();
    expect((control(element, 0) as HTMLInputElement).value).toBe('Shelf');
    find(element, '[data-action="cancel"]').click();
    await settled();
    expect((control(element, 0) as HTMLInputElement).value).toBe('');
    find(element, '[data-action="change"]').click();
    await settled();
    enter(control(element, 1), 'C 1');
    await submit(element);
    expect(saves).toHaveBeenLastCalledWith({ additionId: addition().id, productId: PRODUCT, label: 'Shelf', value: 'C 1' });
    expect(findAll(element, '[data-action="cancel"]')).toHaveLength(0);
  });

  it('removes one and brings it back', async () => {
    const element = await shown();
    find(element, '[data-action="remove"]').click();
    await settled();
    expect(removes).toHaveBeenCalledWith({ additionId: addition().id });
    expect(findAll(element, '.row')).toHaveLength(0);
    expect(textOf(find(element, '.undo'))).toContain('Removed: Shelf');
    await expect(element).toBeAccessible();
    find(element, '[data-action="undo"]').click();
    await settled();
    expect(saves).toHaveBeenLastCalledWith({ additionId: '', productId: PRODUCT, label: 'Shelf', value: 'B 12' });
    expect(findAll(element, '.row')).toHaveLength(1);
    expect(findAll(element, '.undo')).toHaveLength(0);
  });

  it('keeps one that could not be removed, and can be loaded again', async () => {
    const element = await shown();
    removes.mockRejectedValueOnce({ body: { message: 'Not yours.' } });
    find(element, '[data-action="remove"]').click();
    await settled();
    expect(findAll(element, '.row')).toHaveLength(1);
    find(find(element, 'c-prm-ui-error'), '[data-action="dismiss"]').click();
    await settled();
    (listAdditions as unknown as TestAdapter).error({ message: 'Not now.' }, 500);
    await settled();
    find(find(element, 'c-prm-ui-error'), '[data-action="retry"]').click();
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });
});
