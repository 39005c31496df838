import PrmRequestFacts from 'c/prmRequestFacts';
import { find, findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { detail } from '../../prmServiceRequests/__tests__/data/requests';

const shown = async (own = {}, side = 'partner'): Promise<HTMLElement> => {
  const element = mount('c-prm-request-facts', PrmRequestFacts, { detail: detail(own), side });
  await settled();
  return element;
};

afterEach(unmountAll);

describe('facts of a request', () => {
  it('has the clock on top and leaves out what is not known', async () => {
    const element = await shown({ serial: null });
    expect(textOf(find(element, '.facts__due'))).toContain('c.PRM_UI_REQUEST_Answer_Due');
    expect(findAll(element, 'dt').map(textOf)).not.toContain('c.PRM_UI_REQUEST_Serial');
    expect(findAll(element, 'dt').map(textOf)).not.toContain('c.PRM_UI_REQUEST_Partner');
    await expect(element).toBeAccessible();
  });

  it('names partner and agent for the desk, and no clock where none runs', async () => {
    const element = await shown({ partnerName: 'Nordlicht', agentName: 'Charlotte', dueAt: null }, 'desk');
    expect(findAll(element, 'dd').map(textOf)).toEqual(expect.arrayContaining(['Nordlicht', 'Charlotte']));
    expect(findAll(element, '.facts__due')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
