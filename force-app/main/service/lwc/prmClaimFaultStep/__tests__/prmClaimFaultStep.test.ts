import PrmClaimFaultStep from 'c/prmClaimFaultStep';
import { PRE_AUTHORISATION } from 'c/prmClaimForm';
import { enter, find, findAll, mount, recorded, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { TYPED } from '../../prmClaimForm/__tests__/data/drafts';

afterEach(unmountAll);

const shown = async (properties: object = {}): Promise<HTMLElement & { focusField(name: string): void }> => {
  const element = mount('c-prm-claim-fault-step', PrmClaimFaultStep, {
    draft: TYPED,
    faults: [{ value: 'a0F000000000001', label: 'F-1 · Leaks' }],
    parts: [{ value: '01t000000000001', label: 'T-1 · Impeller' }],
    usageUnit: 'Hours',
    ...properties,
  });
  await settled();
  return element;
};
const names = (element: HTMLElement): (string | undefined)[] => findAll(element, 'c-prm-ui-field').map(({ dataset }) => dataset.field);

describe('second step', () => {
  it('asks what failed, and tells each change', async () => {
    const element = await shown();
    const changes = recorded(element, 'draftchange');
    expect(names(element)).toEqual(['failureDate', 'repairDate', 'usage', 'faultCodeId', 'causalPartId', 'complaint', 'correction', 'customerName', 'claimNumber']);
    enter(find(find(element, '[data-field="usage"]'), 'input'), '130');
    enter(find(find(element, '[data-field="faultCodeId"]'), 'select'), 'a0F000000000001');
    const goodwill = find<HTMLInputElement>(element, '[data-field="goodwill"]');
    goodwill.checked = true;
    goodwill.dispatchEvent(new CustomEvent('change'));
    expect(changes).toEqual([
      { name: 'usage', value: '130' },
      { name: 'faultCodeId', value: 'a0F000000000001' },
      { name: 'goodwill', value: true },
    ]);
    await expect(element).toBeAccessible();
  });

  it('asks for no repair before the work, and for a reason with goodwill', async () => {
    expect(names(await shown({ draft: { ...TYPED, type: PRE_AUTHORISATION } }))).not.toContain('repairDate');
    expect(names(await shown({ draft: { ...TYPED, goodwill: true } }))).toContain('goodwillReason');
  });

  it('shows problems at their fields and takes the focus there', async () => {
    const element = await shown({ problems: [{ field: 'failureDate', message: 'In the future.' }] });
    expect(textOf(find(element, '[data-field="failureDate"]'))).toContain('In the future.');
    element.focusField('failureDate');
    expect((element.shadowRoot!.activeElement as HTMLElement).dataset.field).toBe('failureDate');
    await expect(element).toBeAccessible();
  });
});
