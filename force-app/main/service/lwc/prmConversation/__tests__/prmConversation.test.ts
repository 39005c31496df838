import PrmConversation from 'c/prmConversation';
import { find, findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { message } from '../../prmServiceRequests/__tests__/data/requests';

const BOTH = [message(), message({ id: '00a000000000002AAA', ours: false, author: 'Jana Albrecht', body: '230 volts' })];

afterEach(unmountAll);

describe('conversation', () => {
  it.each([
    ['partner', '230 volts'],
    ['desk', 'Which voltage?'],
  ])('puts what the %s wrote to its own side', async (side, mine) => {
    const element = mount('c-prm-conversation', PrmConversation, { messages: BOTH, side });
    await settled();
    expect(findAll(element, '.message')).toHaveLength(2);
    expect(findAll(element, '.message_mine .message__body').map(textOf)).toEqual([mine]);
    await expect(element).toBeAccessible();
  });

  it('says that nobody wrote yet', async () => {
    const element = mount('c-prm-conversation', PrmConversation);
    await settled();
    expect(textOf(find(element, 'p'))).toBe('c.PRM_UI_REQUEST_No_Messages');
    await expect(element).toBeAccessible();
  });
});
