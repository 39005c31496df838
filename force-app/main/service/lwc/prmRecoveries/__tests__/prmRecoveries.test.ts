import PrmRecoveries from 'c/prmRecoveries';
import listRecoveries from '@salesforce/apex/PrmRecoveriesController.listRecoveries';
import report from '@salesforce/apex/PrmRecoveriesController.report';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import { find, findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { pageOf, recovery, sum } from '../../prmRecoveryRows/__tests__/data/recoveries';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock(
  '@salesforce/apex/PrmRecoveriesController.listRecoveries',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/PrmRecoveriesController.report',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('@salesforce/apex/PrmRecoveriesController.accept', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmRecoveriesController.recover', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmRecoveriesController.refuse', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmRecoveriesController.send', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Count', () => ({ default: '({0})' }), { virtual: true });

const wired = listRecoveries as unknown as TestAdapter;
const sums = report as unknown as TestAdapter;
const shown = async (items = [recovery()]): Promise<HTMLElement> => {
  const element = mount('c-prm-recoveries', PrmRecoveries);
  wired.emit(pageOf(items));
  sums.emit([sum(), sum({ currencyCode: 'USD' })]);
  await settled();
  return element;
};

afterEach(() => {
  unmountAll();
  window.history.replaceState({}, '', '/');
});

describe('recoveries', () => {
  it('stand by deadline, with what came back in a chart for each currency', async () => {
    const element = await shown();
    expect(textOf(find(element, 'h1'))).toBe('c.PRM_UI_RECOVERY_Title (1)');
    expect(wired.getLastConfig()).toMatchObject({ sortField: 'deadline', descending: false });
    const reports = find(element, 'c-prm-recovery-report');
    expect(findAll(reports, 'c-prm-ui-chart')).toHaveLength(2);
    await expect(element).toBeAccessible();
  });

  it('are sorted by the server, from the first page on, which the address says too', async () => {
    window.history.replaceState({}, '', '/?page=2');
    const element = mount('c-prm-recoveries', PrmRecoveries);
    wired.emit({ ...pageOf([recovery()]), total: 60 });
    await settled();
    expect(wired.getLastConfig()).toMatchObject({ pageNumber: 2 });
    find(element, 'c-prm-ui-list').dispatchEvent(new CustomEvent('sort', { detail: { field: 'supplier', direction: 'desc' } }));
    await settled();
    expect(wired.getLastConfig()).toMatchObject({ sortField: 'supplier', descending: true, pageNumber: 1 });
    expect(window.location.search).toBe('');
  });

  it('keep a panel whose recovery left the list by its own step', async () => {
    const element = await shown();
    find(find(element, 'c-prm-ui-list'), '[data-open]').click();
    await settled();
    const card = find<HTMLElement & { recovery: { status: string } }>(element, 'c-prm-recovery-card');
    card.dispatchEvent(new CustomEvent('step', { detail: { recovery: recovery({ status: 'Refused', next: [] }) } }));
    wired.emit(pageOf([]));
    await settled();
    expect(find<HTMLElement & { recovery: { status: string } }>(element, 'c-prm-recovery-card').recovery.status).toBe('Refused');
    find(element, 'c-prm-ui-panel').dispatchEvent(new CustomEvent('close'));
    await settled();
    expect(findAll(element, 'c-prm-recovery-card')).toHaveLength(0);
  });

  it('ask for the report of another time', async () => {
    const element = await shown();
    const from = find(find(element, 'c-prm-recovery-report'), '[data-day="from"]');
    from.dispatchEvent(new CustomEvent('valuechange', { detail: { name: 'from', value: '2026-01-01' } }));
    await settled();
    expect(sums.getLastConfig()).toMatchObject({ fromDay: '2026-01-01', toDay: null });
    sums.emit([]);
    await settled();
    expect(findAll(find(element, 'c-prm-recovery-report'), 'c-prm-ui-empty')).toHaveLength(1);
  });

  it('say that nothing is to do, and that the page failed', async () => {
    const element = await shown([]);
    expect(find<HTMLElement & { heading: string }>(element, 'c-prm-ui-empty').heading).toBe('c.PRM_UI_RECOVERY_None');
    wired.error({ message: 'Not allowed.' });
    await settled();
    expect(textOf(find(element, 'c-prm-ui-error'))).toContain('Not allowed.');
  });
});
