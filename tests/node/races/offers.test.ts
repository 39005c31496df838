/** An offer is accepted, declined, runs out, is taken back and handed over: any two of these at once. */
import { offerActs } from './offers/acts';
import { offerArena, type OfferArena, type OfferedLead } from './offers/arena';
import type { Act } from './race/act';
import { Duels, faults, pairs } from './race/duel';

const NAMES = ['accept', 'decline', 'expire', 'recall', 'hand over'];

let arena: OfferArena;
let duels: Duels<OfferedLead>;
let acts: readonly Act<OfferedLead>[];
beforeAll(() => {
  arena = offerArena();
  duels = new Duels(arena);
  acts = offerActs(arena);
}, 120_000);
afterAll(() => arena.platform.close());

test('GIVEN an offer WHEN one thing is done with it THEN that is as it should be', () => {
  expect(acts.map((act) => act.name)).toEqual(NAMES);
  expect(acts.map((act) => [act.name, (duels.undisturbed(act).state as { lead: string[] }).lead])).toEqual([
    ['accept', ['Accepted', null, 'asked', 'person']],
    ['decline', ['New', null, 'none', 'administrator']],
    ['expire', ['New', null, 'none', 'administrator']],
    ['recall', ['New', null, 'none', 'administrator']],
    ['hand over', ['Offered', null, 'other', 'administrator']],
  ]);
});

const table = NAMES.flatMap((first) => NAMES.filter((second) => second !== first).map((second) => [first, second] as const));

test.each(table)('GIVEN somebody who does: %s WHEN another one does: %s at any moment meanwhile or right after THEN one wins, the other is told, and all is as the winner alone leaves it', (first, second) => {
  const [, one, other] = pairs(acts).find(([, each, next]) => each.name === first && next.name === second) ?? [];
  if (!one || !other) throw new Error('Such a pair is not in the table of acts');
  expect(faults(duels, one, other)).toEqual([]);
});
