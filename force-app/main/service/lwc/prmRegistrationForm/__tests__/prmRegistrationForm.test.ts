import PrmRegistrationForm from 'c/prmRegistrationForm';
import { onChanged } from 'c/prmUiBus';
import register from '@salesforce/apex/PrmRegistrationController.register';
import { enter, find, findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { problem, registered } from '../../prmCoverage/__tests__/data/coverage';

jest.mock('@salesforce/apex/PrmRegistrationController.register', () => ({ default: jest.fn() }), { virtual: true });

type Field = HTMLElement & { name: string };
const sends = register as jest.Mock;

const shown = async (): Promise<HTMLElement> => {
  const element = mount('c-prm-registration-form', PrmRegistrationForm);
  await settled();
  return element;
};
const control = (element: HTMLElement, name: string): HTMLInputElement =>
  find(
    findAll<Field>(element, 'c-prm-ui-field').find((field) => field.name === name)!,
    '[data-control]'
  ) as HTMLInputElement;
const submit = async (element: HTMLElement): Promise<void> => {
  find(element, 'form').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
  await settled();
};
const fillIn = (element: HTMLElement): void => {
  enter(control(element, 'serial'), 'px1007');
  enter(control(element, 'owner'), 'Anna Owner');
  enter(control(element, 'sold_on'), '2026-06-01');
};

afterEach(() => {
  unmountAll();
  window.localStorage.clear();
  jest.resetAllMocks();
});

describe('registration form', () => {
  it('registers, tells others, and is empty again', async () => {
    const element = await shown();
    const told = jest.fn();
    const stop = onChanged('service.registered', told);
    sends.mockResolvedValue(registered());
    fillIn(element);
    enter(control(element, 'in_service_on'), '2026-06-05');
    await submit(element);
    expect(sends).toHaveBeenCalledWith({
      values: { serial: 'px1007', owner: 'Anna Owner', email: '', country: '', sold_on: '2026-06-01', in_service_on: '2026-06-05', document: '', transfer: '' },
    });
    expect(told).toHaveBeenCalledTimes(1);
    expect(control(element, 'serial').value).toBe('');
    expect(window.localStorage).toHaveLength(0);
    await expect(element).toBeAccessible();
    stop();
  });

  it('puts what is wrong at its field, proposes near serials, and loses nothing', async () => {
    // GIVEN a serial with an O for a zero
    const element = await shown();
    sends.mockResolvedValueOnce(registered({ registered: 0, problems: [problem({ message: 'Did you mean PX-1007?', proposals: ['PX-1007'] })] }));
    fillIn(element);
    await submit(element);
    // THEN the field says so, with the focus
    expect(control(element, 'serial').getAttribute('aria-invalid')).toBe('true');
    expect(textOf(element)).toContain('Did you mean PX-1007?');
    expect(control(element, 'owner').value).toBe('Anna Owner');
    await expect(element).toBeAccessible();
    // WHEN the near one is pressed and sent
    sends.mockResolvedValueOnce(registered());
    find(element, '[data-serial="PX-1007"]').click();
    await settled();
    await submit(element);
    // THEN that one is registered
    expect(sends).toHaveBeenLastCalledWith({ values: expect.objectContaining({ serial: 'PX-1007' }) });
  });

  it('registers a transfer, which has no first day of use', async () => {
    const element = await shown();
    sends.mockResolvedValue(registered({ registered: 0, problems: [problem({ column: 'transfer', message: 'Not transferable.' })] }));
    enter(control(element, 'in_service_on'), '2026-06-05');
    fillIn(element);
    const box = find<HTMLInputElement>(element, '[data-control="transfer"]');
    box.checked = true;
    box.dispatchEvent(new CustomEvent('change'));
    await settled();
    expect(findAll<Field>(element, 'c-prm-ui-field').map(({ name }) => name)).not.toContain('in_service_on');
    await submit(element);
    expect(sends).toHaveBeenLastCalledWith({ values: expect.objectContaining({ transfer: 'yes', in_service_on: '' }) });
    expect(textOf(find(element, 'c-prm-ui-error'))).toContain('Not transferable.');
    find(find(element, 'c-prm-ui-error'), '[data-action="dismiss"]').click();
    await settled();
    expect(findAll(element, 'c-prm-ui-error')).toHaveLength(0);
  });

  it('asks for what is needed, and keeps what was typed through a reload and a failure', async () => {
    const element = await shown();
    await submit(element);
    expect(sends).not.toHaveBeenCalled();
    fillIn(element);
    sends.mockRejectedValueOnce({ body: { message: 'Not now.' } });
    await submit(element);
    expect(textOf(find(element, 'c-prm-ui-error'))).toContain('Not now.');
    unmountAll();
    const again = await shown();
    expect(control(again, 'owner').value).toBe('Anna Owner');
    sends.mockResolvedValue(registered({ registered: 0, already: 1 }));
    await submit(again);
    expect(control(again, 'owner').value).toBe('');
  });
});
