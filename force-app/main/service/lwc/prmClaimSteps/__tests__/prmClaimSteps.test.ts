import PrmClaimSteps from 'c/prmClaimSteps';
import { findAll, mount, recorded, settled, unmountAll } from '../../../../../../tests/components/dom';

afterEach(unmountAll);

describe('steps of the wizard', () => {
  it('mark where one is and lead back to what is done', async () => {
    const element = mount('c-prm-claim-steps', PrmClaimSteps, { step: 'lines' });
    await settled();
    const changes = recorded(element, 'stepchange');
    expect(findAll(element, 'li').map((step) => step.getAttribute('aria-current'))).toEqual([null, null, 'step', null, null]);
    const back = findAll(element, 'button');
    expect(back.map(({ dataset }) => dataset.step)).toEqual(['serial', 'fault']);
    back[1]!.click();
    expect(changes).toEqual([{ step: 'fault' }]);
    await expect(element).toBeAccessible();
  });
});
