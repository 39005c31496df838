/** Asks every cell of the local org and of the model, and holds one against the other. */
import type { Cell, Sheet } from './cells';
import { askByDml } from './local/dml';
import { Harbour } from './local/harbour';
import { askOverHttp } from './local/http';
import { askByRest } from './local/rest';
import { askBySoql } from './local/soql';
import { RightsModel, type RuleName, type World } from './model';

export interface Tally { readonly cells: number; readonly allowed: number; /** Cells whose two answers differ. */ readonly differences: readonly Cell[]; }

export interface Matrix {
  /** By channel and object. */
  readonly tallies: ReadonlyMap<string, Tally>;
  /** Cells that each rule of the model decided. */
  readonly decided: ReadonlyMap<RuleName, number>;
}

export interface MatrixOptions {
  /** Everybody when absent. */
  readonly people?: readonly string[];
  /** What the model believes of the world, where that is to be another: for tests of the matrix itself. */
  readonly believed?: World;
}

export async function runMatrix(world: World, { people = Object.keys(world.people), believed = world }: MatrixOptions = {}): Promise<Matrix> {
  const harbour = new Harbour(world);
  const tallies = new Map<string, { cells: number; allowed: number; differences: Cell[] }>();
  const decided = new Map<RuleName, number>();
  const sheet: Sheet = {
    add: (cell) => {
      const key = `${cell.channel} of ${cell.object}`;
      const tally = tallies.get(key) ?? { cells: 0, allowed: 0, differences: [] };
      tallies.set(key, tally);
      tally.cells++;
      if (cell.expected.allowed) tally.allowed++;
      if (cell.expected.allowed !== cell.allowed) tally.differences.push(cell);
      for (const rule of [cell.expected.rule, ...(cell.expected.besides ?? [])]) decided.set(rule, (decided.get(rule) ?? 0) + 1);
    },
  };
  const asked = { harbour, model: new RightsModel(believed), sheet };
  try {
    for (const person of people) for (const ask of [askBySoql, askByDml, askByRest]) ask(asked, person);
    await askOverHttp(asked, people);
  } finally {
    harbour.close();
  }
  return { tallies, decided };
}
