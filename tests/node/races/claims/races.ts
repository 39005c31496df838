/** A claim is decided, appealed, accepted, edited and paid: any two of these at once. */
import type { Act } from '../race/act';
import { Duels, faults, places } from '../race/duel';
import type { RaceOrg } from '../race/org';
import { claimActs } from './acts';
import { claimArena, claimWorld, type RacedClaim, type Stand } from './arena';

/** Where a claim stands, and what can be done with it there. */
const POSSIBLE: Readonly<Record<Stand, readonly string[]>> = { asked: ['edit'], reviewed: ['decide'], granted: ['appeal', 'accept'], settled: ['pay'] };
const NAMES = ['decide', 'appeal', 'accept', 'edit', 'pay'];
const stands = Object.keys(POSSIBLE) as Stand[];

let acts: readonly Act<RacedClaim>[];
const duels = new Map<Stand, Duels<RacedClaim>>();
const duelsOf = (stand: Stand): Duels<RacedClaim> => {
  const found = duels.get(stand);
  if (!found) throw new Error(`There is no arena for ${stand}`);
  return found;
};

/** Registers the tests; `org` answers the org once they run. */
export function claimRaces(org: () => RaceOrg): void {
beforeAll(() => {
  const world = claimWorld(org());
  acts = claimActs(world);
  for (const stand of stands) duels.set(stand, new Duels(claimArena(world, stand)));
}, 120_000);
test.each(stands)('GIVEN a claim that is %s WHEN nobody else is at it THEN just what can be done there is done', (stand) => {
  expect(acts.map((act) => act.name)).toEqual(NAMES);
  expect(acts.filter((act) => duelsOf(stand).undisturbed(act).outcome.done).map((act) => act.name)).toEqual(POSSIBLE[stand]);
});

/** Two different acts, of which at least one can be done. */
const table = stands
  .flatMap((stand) => NAMES.flatMap((first) => NAMES.filter((second) => second !== first && [first, second].some((name) => POSSIBLE[stand].includes(name))).map((second) => ({ stand, first, second }))))
  .map((row, pair) => ({ ...row, pair }));

test.each(table)('GIVEN a claim that is $stand, and somebody who does: $first WHEN another one does: $second meanwhile or right after THEN one wins, the other is told, and money balances', ({ stand, first, second, pair }) => {
  const [one, other] = [first, second].map((name) => acts.find((act) => act.name === name));
  if (!one || !other) throw new Error('Such an act is not in the table');
  expect(faults(duelsOf(stand), one, other, places(pair))).toEqual([]);
});
}
