import PrmLeadProgress from 'c/prmLeadProgress';
import { enter, find, findAll, mount, recorded, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';

type Form = HTMLElement & { saved(): void };

const shown = async (): Promise<Form> => {
  const element = mount('c-prm-lead-progress', PrmLeadProgress, { offerId: 'a01' }) as unknown as Form;
  await settled();
  return element;
};
const control = (element: HTMLElement, name: string): HTMLElement =>
  find(
    findAll<HTMLElement & { name: string }>(element, 'c-prm-ui-field').find((field) => field.name === name)!,
    '[data-control]'
  );

afterEach(() => {
  unmountAll();
  window.localStorage.clear();
});

describe('form of progress', () => {
  it('sends what was typed', async () => {
    const element = await shown();
    const saves = recorded(element, 'save');
    enter(control(element, 'note'), 'Called, wants an offer');
    enter(control(element, 'nextStep'), 'Send it');
    enter(control(element, 'nextStepDate'), '2026-12-01');
    find(element, '[data-action="save"]').click();
    expect(saves).toEqual([{ note: 'Called, wants an offer', nextStep: 'Send it', nextStepDate: '2026-12-01' }]);
    await expect(element).toBeAccessible();
  });

  it('sends nothing while something is missing, marks it and goes there', async () => {
    // GIVEN a form without the note
    const element = await shown();
    const saves = recorded(element, 'save');
    // WHEN it is sent
    find(element, '[data-action="save"]').click();
    await settled();
    // THEN it says so on top and at the field
    expect(saves).toEqual([]);
    expect(textOf(find(element, '[role="alert"]'))).toBe('c.PRM_UI_Fix_Errors');
    expect(control(element, 'note').getAttribute('aria-invalid')).toBe('true');
    await expect(element).toBeAccessible();
  });

  it('still has what was typed when it is closed and opened again', async () => {
    // GIVEN a note that was typed and not saved
    enter(control(await shown(), 'note'), 'Half a thou');
    unmountAll();
    // WHEN the form is opened again
    const element = await shown();
    // THEN the note is there
    expect((control(element, 'note') as HTMLTextAreaElement).value).toBe('Half a thou');
  });

  it('is empty once its owner says that it is saved', async () => {
    const element = await shown();
    enter(control(element, 'note'), 'Done');
    await settled();
    element.saved();
    await settled();
    expect((control(element, 'note') as HTMLTextAreaElement).value).toBe('');
    expect(window.localStorage).toHaveLength(0);
  });
});
