import PrmLeadPanel from 'c/prmLeadPanel';
import type PrmLeadProgress from 'c/prmLeadProgress';
import { onChanged } from 'c/prmUiBus';
import getLead from '@salesforce/apex/PrmMyLeadsController.getLead';
import logProgress from '@salesforce/apex/PrmMyLeadsController.logProgress';
import moveStage from '@salesforce/apex/PrmMyLeadsController.moveStage';
import outcomeReasons from '@salesforce/apex/PrmMyLeadsController.outcomeReasons';
import setOutcome from '@salesforce/apex/PrmMyLeadsController.setOutcome';
import stages from '@salesforce/apex/PrmMyLeadsController.stages';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import Toast from 'lightning/toast';
import { find, findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { detail, lead, REASONS, STAGES } from '../../prmLeads/__tests__/data/leads';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock(
  '@salesforce/apex/PrmMyLeadsController.getLead',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/PrmMyLeadsController.stages',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/PrmMyLeadsController.outcomeReasons',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('@salesforce/apex/PrmMyLeadsController.logProgress', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmMyLeadsController.moveStage', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmMyLeadsController.setOutcome', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Moved_Toast', () => ({ default: 'Moved to {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Outcome_Toast', () => ({ default: 'Closed: {0}' }), { virtual: true });

const leadWire = getLead as unknown as TestAdapter;
const [moveMock, logMock, outcomeMock] = [moveStage, logProgress, setOutcome].map((method) => method as unknown as jest.Mock) as [
  jest.Mock,
  jest.Mock,
  jest.Mock,
];
const toast = jest.spyOn(Toast, 'show').mockImplementation(() => undefined);
const ID = lead().id;

const shown = async (data = detail()): Promise<HTMLElement> => {
  const element = mount('c-prm-lead-panel', PrmLeadPanel, { offerId: ID });
  leadWire.emit(data);
  (stages as unknown as TestAdapter).emit(STAGES);
  (outcomeReasons as unknown as TestAdapter).emit(REASONS);
  await settled();
  return element;
};
const tell = async (element: HTMLElement, selector: string, name: string, what: unknown): Promise<void> => {
  find(element, selector).dispatchEvent(new CustomEvent(name, { detail: what }));
  await settled();
};
const TYPED = { note: 'Called', nextStep: 'Send the offer', nextStepDate: '' };

afterEach(() => {
  unmountAll();
  jest.clearAllMocks();
  [moveMock, logMock, outcomeMock].forEach((mock) => mock.mockReset());
});

type SavingForm = HTMLElement & PrmLeadProgress;

describe('panel of a lead', () => {
  it('tells whom to speak to and what is known', async () => {
    const element = await shown();
    expect(textOf(element)).toContain('Hanoi, Vietnam · GTX Pro · 10,000 to 50,000');
    expect(findAll<HTMLAnchorElement>(element, 'a').map((link) => link.getAttribute('href'))).toEqual(['mailto:lan@example.com', 'tel:+84245550100']);
    await expect(element).toBeAccessible();
  });

  it('says that no person is known', async () => {
    const element = await shown(detail({ lead: lead({ contactName: null, contactEmail: null, contactPhone: null }) }));
    expect(textOf(element)).toContain('c.PRM_UI_No_Person');
  });

  it('moves on along the path; the outcomes are not on it', async () => {
    // GIVEN a lead that may be qualified, won or lost
    moveMock.mockResolvedValue(detail({ lead: lead({ stage: 'Qualified', stageLabel: 'Qualified' }) }));
    const element = await shown();
    const path = find<HTMLElement & { stages: unknown[]; nextStages: unknown[]; stage: string }>(element, 'c-prm-lead-path');
    expect(path.nextStages).toEqual([{ value: 'Qualified', label: 'Qualified' }]);
    expect(path.stages).toHaveLength(4);
    // WHEN it is moved
    await tell(element, 'c-prm-lead-path', 'move', { stage: 'Qualified', label: 'Qualified' });
    // THEN the answer of the server is shown and confirmed
    expect(moveMock).toHaveBeenCalledWith({ offerId: ID, stage: 'Qualified', note: '' });
    expect(path.stage).toBe('Qualified');
    expect(toast.mock.calls[0]![0]).toMatchObject({ label: 'Moved to Qualified' });
  });

  it('logs progress, empties the form and tells the page', async () => {
    logMock.mockResolvedValue(detail());
    const heard = jest.fn();
    const stop = onChanged('leads.offers', heard);
    const element = await shown();
    const saved = jest.spyOn(find<SavingForm>(element, 'c-prm-lead-progress'), 'saved');
    await tell(element, 'c-prm-lead-progress', 'save', TYPED);
    expect(logMock).toHaveBeenCalledWith({ offerId: ID, note: 'Called', nextStep: 'Send the offer', nextStepDate: null });
    expect(saved).toHaveBeenCalledTimes(1);
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
  });

  it('keeps the form as it is when saving fails, and says why', async () => {
    // GIVEN a server that refuses
    logMock.mockRejectedValue({ body: { message: 'The lead was taken back.' } });
    const element = await shown();
    const saved = jest.spyOn(find<SavingForm>(element, 'c-prm-lead-progress'), 'saved');
    // WHEN progress is logged
    await tell(element, 'c-prm-lead-progress', 'save', TYPED);
    // THEN nothing typed is lost and nothing is confirmed
    expect(saved).not.toHaveBeenCalled();
    expect(toast).not.toHaveBeenCalled();
    expect(textOf(find(element, 'c-prm-ui-error'))).toContain('The lead was taken back.');
    expect(find<HTMLElement & { busy: boolean }>(element, 'c-prm-lead-progress').busy).toBe(false);
    await expect(element).toBeAccessible();
  });

  it.each([
    [{ outcome: 'Won', reason: 'SALE', wonValue: '1200.5', note: 'x' }, 1200.5],
    [{ outcome: 'Lost', reason: 'PRICE', wonValue: '', note: '' }, null],
  ])('closes the lead with %p', async (form, wonValue) => {
    outcomeMock.mockResolvedValue(detail({ lead: lead({ stage: form.outcome, open: false }), nextStages: [] }));
    const element = await shown();
    await tell(element, 'c-prm-lead-outcome', 'save', form);
    expect(outcomeMock).toHaveBeenCalledWith({ offerId: ID, outcome: form.outcome, reason: form.reason, wonValue, note: form.note });
    expect(toast.mock.calls[0]![0]).toMatchObject({ label: `Closed: ${form.outcome} stage` });
    expect(findAll(element, 'c-prm-lead-progress, c-prm-lead-outcome')).toHaveLength(0);
    expect(find<HTMLElement & { stages: unknown[] }>(element, 'c-prm-lead-path').stages).toHaveLength(5);
  });

  it('offers to try again when the lead cannot be loaded', async () => {
    const element = mount('c-prm-lead-panel', PrmLeadPanel, { offerId: ID });
    await settled();
    expect(findAll(element, 'c-prm-ui-skeleton')).toHaveLength(1);
    leadWire.error({ message: 'Not here.' }, 500);
    await settled();
    expect(textOf(find(element, 'c-prm-ui-error'))).toContain('Not here.');
    find(find(element, 'c-prm-ui-error'), '[data-action="retry"]').click();
    await settled();
    expect(findAll(element, 'c-prm-ui-error')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
