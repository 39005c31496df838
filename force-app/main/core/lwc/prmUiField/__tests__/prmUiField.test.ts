import PrmUiField from 'c/prmUiField';
import { enter, find, findAll, mount, recorded, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';

jest.mock('@salesforce/label/c.PRM_UI_Too_Long', () => ({ default: 'At most {0}' }), { virtual: true });

const OPTIONS = [
  { value: 'A', label: 'First' },
  { value: 'B', label: 'Second' },
];

afterEach(unmountAll);

describe('field', () => {
  it.each(['text', 'textarea', 'number', 'date', 'search', 'select'])('of type %s has its label and tells what is entered', async (type) => {
    // GIVEN a field
    const element = mount('c-prm-ui-field', PrmUiField, { name: 'x', label: 'Reason', type, options: OPTIONS });
    const changes = recorded(element, 'valuechange');
    await settled();
    const value = { number: '7', date: '2026-11-22' }[type] ?? 'B';
    // WHEN somebody fills it in
    enter(find(element, '[data-control]'), value);
    // THEN its owner hears the value
    expect(changes).toEqual([{ name: 'x', value }]);
    expect(find<HTMLLabelElement>(element, 'label').htmlFor).toBe(find(element, '[data-control]').id);
    await expect(element).toBeAccessible();
  });

  it('shows the value it is given, in lists too', async () => {
    const element = mount('c-prm-ui-field', PrmUiField, { label: 'Reason', type: 'select', options: OPTIONS, value: 'B' });
    await settled();
    expect(find<HTMLSelectElement>(element, 'select').value).toBe('B');
  });

  it('shows what the server found wrong until it is changed', async () => {
    const element = mount('c-prm-ui-field', PrmUiField, { label: 'Serial', value: 'A-O1' });
    await settled();
    element.report('Did you mean A-01?');
    await settled();
    expect(find(element, '[data-control]').getAttribute('aria-invalid')).toBe('true');
    expect(textOf(element)).toContain('Did you mean A-01?');
    enter(find(element, '[data-control]'), 'A-01');
    await settled();
    expect(find(element, '[data-control]').getAttribute('aria-invalid')).toBe('false');
  });

  it('marks itself when it is required and empty, until it is filled in', async () => {
    // GIVEN an empty field that must be filled in
    const element = mount('c-prm-ui-field', PrmUiField, { label: 'Note', required: true, value: '  ' });
    await settled();
    // WHEN it is checked
    const valid = element.validate();
    await settled();
    // THEN it says so, also to screen readers
    expect(valid).toBe(false);
    const control = find(element, '[data-control]');
    expect(control.getAttribute('aria-invalid')).toBe('true');
    expect(find(element, `#${control.getAttribute('aria-describedby')}`).textContent).toBe('c.PRM_UI_Required');
    await expect(element).toBeAccessible();
    // WHEN it is filled in
    enter(control, 'Called');
    await settled();
    // THEN the mark is gone
    expect(findAll(element, '#error, .slds-has-error')).toHaveLength(0);
    expect(element.validate()).toBe(true);
  });

  it.each([
    [{ type: 'number', value: '-1' }, 'c.PRM_UI_Not_A_Number'],
    [{ type: 'text', maxLength: 3, value: 'four' }, 'At most 3'],
  ])('refuses %p', async (properties, sentence) => {
    const element = mount('c-prm-ui-field', PrmUiField, { label: 'Value', ...properties });
    await settled();
    expect(element.validate()).toBe(false);
    await settled();
    expect(textOf(element)).toContain(sentence);
  });

  it('takes the focus to its control', async () => {
    const element = mount('c-prm-ui-field', PrmUiField, { label: 'Value' });
    await settled();
    element.focus();
    expect(element.shadowRoot!.activeElement).toBe(find(element, '[data-control]'));
  });
});
