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

/** Each kind with either of its acts first. */
const table = Object.keys(KINDS).flatMap((name) => [0, 1].map((first) => ({ name, first })));

test.each(table)('GIVEN $name that two people want at once WHEN act $first comes first THEN one wins and the other is told, or one follows the other', ({ name, first }) => {
  const { arena, acts } = kindOf(name);
  const [one, other] = first === 0 ? acts : ([acts[1], acts[0]] as const);
  const duels = new Duels(arena);
  for (const act of acts) expect(duels.undisturbed(act).outcome).toEqual({ done: true });
  // A place left out is where a missing lock would not show.
  expect(faults(duels, one, other, (count) => [...Array(count).keys()])).toEqual([]);
});
}
