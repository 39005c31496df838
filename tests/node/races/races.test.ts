/**
 * Two different acts on one record at once. The second comes as a transaction of its own before a statement of the first, or right after its
 * end; afterwards one has won, the other was told so, and the record is as the winner alone leaves it. A new statement is a place by itself.
 * Here every fourth place of each pair, shifted by one from pair to pair: four pairs that begin with the same act meet all of its
 * statements between them. `npm run test:long` takes every place of every pair (RACE_STRIDE=1). Pairs of other records, which show that each lock is
 * needed (docs/mutants.md), meet at every place always.
 */
import { claimRaces } from './claims/races';
import { execute } from '../locks/boundary';
import { offerRaces } from './offers/races';
import { recordRaces } from './records/races';
import type { Act } from './race/act';
import { Duels, fault } from './race/duel';
import { raceOrg, type RaceOrg } from './race/org';
import { rows } from './race/people';

let org: RaceOrg;
beforeAll(() => {
  org = raceOrg();
}, 120_000);
afterAll(() => org.platform.close());

test('GIVEN an act that reads without a lock and then writes WHEN another one writes in between THEN both win, and the duel says so', () => {
  const { platform } = org;
  execute(platform, `insert as system new Account(Name = 'Unlocked');`);
  const state = (): unknown => rows(platform, `SELECT Description FROM Account WHERE Name = 'Unlocked'`)[0]?.['Description'];
  const append = (letter: string): Act<void> => ({
    name: letter, at: 0, refusals: [],
    run: () => {
      execute(platform, `Account found = [SELECT Description FROM Account WHERE Name = 'Unlocked' WITH SYSTEM_MODE]; update as system new Account(Id = found.Id, Description = (found.Description == null ? '' : found.Description) + '${letter}');`);
      return { done: true };
    },
  });
  const duels = new Duels({ ...org, fresh: () => execute(platform, `update as system new Account(Id = [SELECT Id FROM Account WHERE Name = 'Unlocked' WITH SYSTEM_MODE].Id, Description = null);`), stateOf: state, check: () => undefined });
  const { state: left, ...outcomes } = duels.at(append('a'), append('b'), 1);
  expect(left).toBe('a');
  expect(fault(duels, append('a'), append('b'), { ...outcomes, state: left })).toBe('both won');
});

describe('offers', () => offerRaces(() => org));
describe('claims', () => claimRaces(() => org));
describe('records', () => recordRaces(() => org));
