/**
 * Two different acts on one record at once. The second comes as a transaction of its own before a statement of the first, or right after its
 * end; afterwards one has won, the other was told so, and the record is as the winner alone leaves it. A new statement is a place by itself.
 * Here every fourth place of each pair, shifted by one from pair to pair: four pairs that begin with the same act meet all of its
 * statements between them. `npm run test:long` takes every place of every pair (RACE_STRIDE=1).
 */
import { claimRaces } from './claims/races';
import { offerRaces } from './offers/races';
import { raceOrg, type RaceOrg } from './race/org';

let org: RaceOrg;
beforeAll(() => {
  org = raceOrg();
}, 120_000);
afterAll(() => org.platform.close());

describe('offers', () => offerRaces(() => org));
describe('claims', () => claimRaces(() => org));
