import PrmLeadOutcome from 'c/prmLeadOutcome';
import { enter, find, findAll, mount, recorded, settled, unmountAll } from '../../../../../../tests/components/dom';
import { REASONS } from '../../prmLeads/__tests__/data/leads';

type Field = HTMLElement & { name: string };

const shown = async (): Promise<HTMLElement> => {
  const element = mount('c-prm-lead-outcome', PrmLeadOutcome, { offerId: 'a01', reasons: REASONS });
  await settled();
  return element;
};
const fieldNames = (element: HTMLElement): string[] => findAll<Field>(element, 'c-prm-ui-field').map(({ name }) => name);
const control = (element: HTMLElement, name: string): HTMLElement =>
  find(
    findAll<Field>(element, 'c-prm-ui-field').find((field) => field.name === name)!,
    '[data-control]'
  );
const choose = async (element: HTMLElement, outcome: string): Promise<void> => {
  find(element, `input[value="${outcome}"]`).dispatchEvent(new CustomEvent('change'));
  await settled();
};

afterEach(() => {
  unmountAll();
  window.localStorage.clear();
});

describe('form of the outcome', () => {
  it('asks for nothing more until won or lost is chosen', async () => {
    const element = await shown();
    expect(fieldNames(element)).toEqual([]);
    expect(findAll(element, 'button')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('asks for the value of what was won, and sends it', async () => {
    const element = await shown();
    const saves = recorded(element, 'save');
    await choose(element, 'Won');
    expect(fieldNames(element)).toEqual(['reason', 'wonValue', 'note']);
    enter(control(element, 'reason'), 'SALE');
    enter(control(element, 'wonValue'), '1200.5');
    find(element, '[data-action="close-lead"]').click();
    expect(saves).toEqual([{ outcome: 'Won', reason: 'SALE', wonValue: '1200.5', note: '' }]);
    await expect(element).toBeAccessible();
  });

  it('does not close a lead without a reason', async () => {
    // GIVEN lost without a reason
    const element = await shown();
    const saves = recorded(element, 'save');
    await choose(element, 'Lost');
    // WHEN it is sent
    find(element, '[data-action="close-lead"]').click();
    await settled();
    // THEN the reason is asked for
    expect(saves).toEqual([]);
    expect(control(element, 'reason').getAttribute('aria-invalid')).toBe('true');
    expect(findAll(element, '[role="alert"]')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('sends no value with a lead that was lost after all', async () => {
    const element = await shown();
    const saves = recorded<{ wonValue: string }>(element, 'save');
    await choose(element, 'Won');
    enter(control(element, 'wonValue'), '900');
    await choose(element, 'Lost');
    enter(control(element, 'reason'), 'PRICE');
    find(element, '[data-action="close-lead"]').click();
    expect(saves[0]).toMatchObject({ outcome: 'Lost', wonValue: '' });
  });

  it('keeps what was chosen and typed until it is saved', async () => {
    const before = await shown();
    await choose(before, 'Lost');
    enter(control(before, 'note'), 'Too dear');
    unmountAll();
    const element = await shown();
    expect((control(element, 'note') as HTMLTextAreaElement).value).toBe('Too dear');
    (element as unknown as { saved(): void }).saved();
    await settled();
    expect(fieldNames(element)).toEqual([]);
    expect(window.localStorage).toHaveLength(0);
  });
});
