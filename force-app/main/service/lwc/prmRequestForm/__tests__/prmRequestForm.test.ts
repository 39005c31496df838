import PrmRequestForm from 'c/prmRequestForm';
import choices from '@salesforce/apex/PrmRequestsController.choices';
import open from '@salesforce/apex/PrmRequestsController.open';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import { enter, find, findAll, mount, recorded, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';

jest.mock(
  '@salesforce/apex/PrmRequestsController.choices',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('@salesforce/apex/PrmRequestsController.open', () => ({ default: jest.fn() }), { virtual: true });

const openMock = open as unknown as jest.Mock;
const control = (element: HTMLElement, name: string): HTMLElement =>
  find(findAll<HTMLElement & { name: string }>(element, 'c-prm-ui-field').find((field) => field.name === name)!, '[data-control]');

const shown = async (): Promise<HTMLElement> => {
  const element = mount('c-prm-request-form', PrmRequestForm);
  (choices as unknown as TestAdapter).emit({ categories: [{ value: 'Product Fault', label: 'Product Fault' }], severities: [{ value: 'Standstill', label: 'Standstill' }] });
  await settled();
  return element;
};
const fillIn = (element: HTMLElement): void => {
  enter(control(element, 'severity'), 'Standstill');
  enter(control(element, 'category'), 'Product Fault');
  enter(control(element, 'subject'), 'Pump does not start');
};

afterEach(() => {
  unmountAll();
  window.localStorage.clear();
  jest.clearAllMocks();
});

describe('form of a service request', () => {
  it('sends what was filled in and tells the new request', async () => {
    openMock.mockResolvedValue('500000000000001AAA');
    const element = await shown();
    const opened = recorded(element, 'opened');
    fillIn(element);
    find(element, '[data-action="open"]').click();
    await settled();
    expect(openMock.mock.calls[0][0].draft).toMatchObject({ severity: 'Standstill', category: 'Product Fault', subject: 'Pump does not start' });
    expect(opened).toEqual([{ id: '500000000000001AAA' }]);
    await expect(element).toBeAccessible();
  });

  it('sends nothing while something is missing', async () => {
    const element = await shown();
    find(element, '[data-action="open"]').click();
    await settled();
    expect(openMock).not.toHaveBeenCalled();
    expect(textOf(find(element, '[role="alert"]'))).toBe('c.PRM_UI_Fix_Errors');
    await expect(element).toBeAccessible();
  });

  it('keeps the form when sending fails, and the draft over a reload', async () => {
    // GIVEN a server that is not reached
    openMock.mockRejectedValue(new Error('offline'));
    const element = await shown();
    fillIn(element);
    // WHEN the form is sent, and the page opened again
    find(element, '[data-action="open"]').click();
    await settled();
    expect(findAll(element, 'c-prm-ui-error')).toHaveLength(1);
    await expect(element).toBeAccessible();
    unmountAll();
    // THEN what was typed is there
    expect((control(await shown(), 'subject') as HTMLInputElement).value).toBe('Pump does not start');
  });
});
