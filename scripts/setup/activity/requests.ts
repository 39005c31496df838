/** Service requests: the help desk takes one and asks back, and tells another that it is done. */
import type { Page, People } from './people';

/** What the demo's requests say in a line. */
const ASKED_BACK = 'Controller shows error E14';
const SOLVED = 'Spare motor has not arrived';

export async function workOnRequests(people: People): Promise<void> {
  const agent = people.staff('Channel Manager');
  const find = async (search: string): Promise<string> => (await people.call<Page>(agent, 'PrmHelpDeskController.listQueue', { pageNumber: 1, pageSize: 10, show: '', search })).items[0]?.id ?? '';
  const asked = await find(ASKED_BACK);
  await people.call(agent, 'PrmHelpDeskController.take', { requestId: asked });
  await people.call(agent, 'PrmHelpDeskController.reply', { requestId: asked, body: 'Which firmware does the controller show when it starts?', asks: true, closes: false });
  await people.call(agent, 'PrmHelpDeskController.note', { requestId: asked, body: 'The third E14 this month. Ask development about firmware 4.2.' });
  await people.call(agent, 'PrmHelpDeskController.reply', { requestId: await find(SOLVED), body: 'The motor was handed over this morning.', asks: false, closes: true });
}
