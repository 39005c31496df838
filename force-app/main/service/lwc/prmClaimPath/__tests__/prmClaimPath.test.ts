import PrmClaimPath from 'c/prmClaimPath';
import { findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';

afterEach(unmountAll);

describe('path of a claim', () => {
  it.each([
    ['Draft', 0],
    ['Submitted', 1],
    ['Information Requested', 2],
    ['Appealed', 2],
    ['Partly Approved', 3],
    ['Clawed Back', 4],
  ])('names the station of %s by its status', async (status, at) => {
    const element = mount('c-prm-claim-path', PrmClaimPath, { status, statusLabel: 'Now', type: 'Claim' });
    await settled();
    const steps = findAll(element, 'li');
    expect(steps.findIndex((step) => step.getAttribute('aria-current') === 'step')).toBe(at);
    expect(textOf(steps[at]!)).toContain('Now');
    await expect(element).toBeAccessible();
  });

  it('ends with its use for a pre-authorisation', async () => {
    const element = mount('c-prm-claim-path', PrmClaimPath, { status: 'Approved', statusLabel: 'Approved', type: 'Pre-Authorisation' });
    await settled();
    expect(textOf(findAll(element, 'li')[4]!)).toContain('Path_Used');
  });
});
