import PrmClaimSerialStep from 'c/prmClaimSerialStep';
import { EMPTY_DRAFT } from 'c/prmClaimForm';
import { enter, find, findAll, mount, recorded, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';

afterEach(unmountAll);

describe('first step', () => {
  it('takes serial and type, and proposes near serials without taking one', async () => {
    // GIVEN a serial for which others are near
    const draft = { ...EMPTY_DRAFT, serial: 'SN-O' };
    const element = mount('c-prm-claim-serial-step', PrmClaimSerialStep, { draft, nearSerials: ['SN-0', 'SN-00'], problems: [{ field: 'serial', message: 'We know no SN-O.' }] });
    await settled();
    const changes = recorded(element, 'draftchange');
    const field = find<HTMLElement & { value: string }>(element, 'c-prm-ui-field');
    expect(field.value).toBe('SN-O');
    expect(textOf(field)).toContain('We know no SN-O.');
    await expect(element).toBeAccessible();
    // WHEN a near one is chosen, another is typed, the type is changed
    findAll(element, '[data-serial]')[0]!.click();
    enter(find(field, 'input'), 'SN-7');
    find(element, 'input[value="Pre-Authorisation"]').dispatchEvent(new CustomEvent('change'));
    // THEN each is told
    expect(changes).toEqual([
      { name: 'serial', value: 'SN-0' },
      { name: 'serial', value: 'SN-7' },
      { name: 'type', value: 'Pre-Authorisation' },
    ]);
  });
});
