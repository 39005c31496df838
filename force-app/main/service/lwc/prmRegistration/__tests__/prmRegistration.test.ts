import PrmRegistration from 'c/prmRegistration';
import { changed } from 'c/prmUiBus';
import { refreshApex } from '@salesforce/apex';
import listCoverages from '@salesforce/apex/PrmRegistrationController.listCoverages';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import { find, findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { coverage, pageOf } from '../../prmCoverage/__tests__/data/coverage';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock(
  '@salesforce/apex/PrmRegistrationController.listCoverages',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('@salesforce/apex/PrmRegistrationController.register', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmRegistrationController.registerCsv', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Count', () => ({ default: '({0})' }), { virtual: true });

const wire = listCoverages as unknown as TestAdapter;
const shown = async (items = [coverage()], total = items.length): Promise<HTMLElement> => {
  const element = mount('c-prm-registration', PrmRegistration);
  wire.emit(pageOf(items, total));
  await settled();
  return element;
};
const list = (element: HTMLElement): HTMLElement => find(element, 'c-prm-ui-list');

afterEach(() => {
  unmountAll();
  jest.clearAllMocks();
});

describe('registration', () => {
  it('has a form and the list of what is registered', async () => {
    const element = await shown();
    expect(findAll(element, 'c-prm-registration-form')).toHaveLength(1);
    expect(textOf(find(element, 'h3'))).toBe('c.PRM_COV_List (1)');
    expect(textOf(list(element))).toContain('PX-1007');
    await expect(element).toBeAccessible();
  });

  it('changes to an upload', async () => {
    const element = await shown();
    find(element, 'input[value="file"]').dispatchEvent(new CustomEvent('change'));
    await settled();
    expect(findAll(element, 'c-prm-registration-form')).toHaveLength(0);
    expect(findAll(element, 'c-prm-registration-upload')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('opens a coverage and gives the focus back', async () => {
    const element = await shown();
    find(list(element), `[data-id="${coverage().id}"]`).click();
    await settled();
    expect(textOf(find(element, '.facts'))).toContain('Anna Owner');
    await expect(element).toBeAccessible();
    find(element, 'c-prm-ui-panel').dispatchEvent(new CustomEvent('close'));
    await settled();
    expect((list(element).shadowRoot!.activeElement as HTMLElement).dataset.id).toBe(coverage().id);
  });

  it('searches and pages on the server, and says what would be here', async () => {
    const element = await shown([coverage()], 60);
    list(element).dispatchEvent(new CustomEvent('page', { detail: { pageNumber: 2 } }));
    await settled();
    expect(wire.getLastConfig()).toMatchObject({ pageNumber: 2 });
    find(element, 'c-prm-ui-filters').dispatchEvent(new CustomEvent('filter', { detail: { search: 'anna', choice: '' } }));
    await settled();
    expect(wire.getLastConfig()).toMatchObject({ pageNumber: 1, search: 'anna' });
    wire.emit(pageOf([]));
    await settled();
    expect(textOf(find(element, 'c-prm-ui-empty'))).toContain('c.PRM_COV_No_Match');
    unmountAll();
    expect(textOf(find(await shown([]), 'c-prm-ui-empty'))).toContain('c.PRM_COV_None');
  });

  it('is fresh after a registration, and after an error that was tried again', async () => {
    const element = await shown();
    changed('service.registered');
    wire.error({ message: 'Not now.' }, 500);
    await settled();
    find(find(element, 'c-prm-ui-error'), '[data-action="retry"]').click();
    expect(refreshApex).toHaveBeenCalledTimes(2);
    await expect(element).toBeAccessible();
  });
});
