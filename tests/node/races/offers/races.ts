/** An offer is accepted, declined, runs out, is taken back and handed over: any two of these at once. */
import type { Act } from '../race/act';
import { Duels, faults, places } from '../race/duel';
import type { RaceOrg } from '../race/org';
import { offerActs } from './acts';
import { offerArena, type OfferedLead } from './arena';

const NAMES = ['accept', 'decline', 'expire', 'recall', 'hand over'];

let duels: Duels<OfferedLead>;
let acts: readonly Act<OfferedLead>[];
/** Registers the tests; `org` answers the org once they run. */
export function offerRaces(org: () => RaceOrg): void {
  beforeAll(() => {
    const arena = offerArena(org());
    duels = new Duels(arena);
    acts = offerActs(arena);
  }, 120_000);

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

const table = NAMES.flatMap((first) => NAMES.filter((second) => second !== first).map((second) => [first, second] as const)).map(([first, second], pair) => ({ first, second, pair }));

test.each(table)('GIVEN somebody who does: $first WHEN another one does: $second meanwhile or right after THEN one wins, the other is told, and all is as the winner alone leaves it', ({ first, second, pair }) => {
  const [one, other] = [first, second].map((name) => acts.find((act) => act.name === name));
  if (!one || !other) throw new Error('Such an act is not in the table');
  expect(faults(duels, one, other, places(pair))).toEqual([]);
});
}
