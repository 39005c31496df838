/** Asks every cell of the local org and of the model, and holds one against the other. */
import type { Cell, Sheet } from './cells';
import { Harbour } from './local/harbour';
import { askBySoql } from './local/soql';
import { RightsModel, type World } from './model';

export interface Tally { readonly cells: number; readonly allowed: number; readonly differences: readonly Cell[]; }

export function runMatrix(world: World, people = Object.keys(world.people)): ReadonlyMap<string, Tally> {
  const harbour = new Harbour(world);
  const model = new RightsModel(world);
  const tallies = new Map<string, { cells: number; allowed: number; differences: Cell[] }>();
  const sheet: Sheet = {
    add: (cell) => {
      const key = `${cell.channel} of ${cell.object}`;
      const tally = tallies.get(key) ?? { cells: 0, allowed: 0, differences: [] };
      tallies.set(key, tally);
      tally.cells++;
      if (cell.expected.allowed) tally.allowed++;
      if (cell.expected.allowed !== cell.allowed) tally.differences.push(cell);
    },
  };
  try {
    for (const person of people) askBySoql({ harbour, model, sheet }, person);
  } finally {
    harbour.close();
  }
  return tallies;
}
