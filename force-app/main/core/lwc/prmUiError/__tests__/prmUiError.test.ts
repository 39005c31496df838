import PrmUiError from 'c/prmUiError';
import { find, findAll, mount, recorded, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';

afterEach(unmountAll);

describe('error panel', () => {
  it('announces every sentence of what failed', async () => {
    // GIVEN a failure with two causes
    const element = mount('c-prm-ui-error', PrmUiError, { heading: 'Not saved', error: { body: [{ message: 'Too long.' }, { message: 'Locked.' }] } });
    await settled();
    // THEN both are told where screen readers listen
    expect(find(element, '[role="alert"]')).toBeDefined();
    expect(textOf(element)).toBe('Not saved Too long. Locked.');
    await expect(element).toBeAccessible();
  });

  it('offers to try again and to be put away only where that means something', async () => {
    const plain = mount('c-prm-ui-error', PrmUiError, { error: 'no' });
    const full = mount('c-prm-ui-error', PrmUiError, { error: 'no', retryable: true, dismissible: true });
    const retried = recorded(full, 'retry');
    const dismissed = recorded(full, 'dismiss');
    await settled();
    expect(findAll(plain, 'button')).toHaveLength(0);
    find(full, '[data-action="retry"]').click();
    find(full, '[data-action="dismiss"]').click();
    expect([retried.length, dismissed.length]).toEqual([1, 1]);
    await expect(full).toBeAccessible();
  });

  it('shows nothing while nothing failed', async () => {
    const element = mount('c-prm-ui-error', PrmUiError, {});
    await settled();
    expect(textOf(element)).toBe('');
  });
});
