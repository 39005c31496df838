/** Two people at one service request, one addition, one piece or its coverage, the files of one claim or the return of its part, at every place of what the first of them does. */
import { Duels, faults } from '../race/duel';
import type { RaceOrg } from '../race/org';
import { KINDS } from './kinds';
import { recordWorld, type Kind, type RecordWorld } from './world';

/** Registers the tests; `org` answers the org once they run. */
export function recordRaces(org: () => RaceOrg): void {
let world: RecordWorld;
beforeAll(() => {
  world = recordWorld(org());
}, 120_000);

const kinds = new Map<string, Kind>();
const kindOf = (name: string): Kind => {
  const known = kinds.get(name) ?? KINDS[name]?.(world);
  if (!known) throw new Error(`There is no kind ${name}`);
  kinds.set(name, known);
  return known;
};

test.each(Object.keys(KINDS))('GIVEN %s WHEN two people want it at once, either of them first THEN one wins and the other is told, or one follows the other', (name) => {
  const { arena, acts: [one, other] } = kindOf(name);
  const duels = new Duels(arena);
  for (const act of [one, other]) expect(duels.undisturbed(act).outcome).toEqual({ done: true });
  // A place left out is where a missing lock would not show.
  const all = (count: number): number[] => [...Array(count).keys()];
  expect([...faults(duels, one, other, all), ...faults(duels, other, one, all)]).toEqual([]);
});
}
