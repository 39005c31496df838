/** The acceptance script of an outsider, as a journey. */
import { acceptLeads } from '../../scripts/accept/leads';
import { theOrg, type Org } from './support/org';

jest.setTimeout(180_000);

let org: Org;

beforeAll(async () => {
  org = await theOrg();
});

test('GIVEN the demo WHEN a channel manager’s program saves 200 leads by one call THEN 180 are offered fairly, 20 wait with four reasons, and partners see their own alone', async () => {
  const { lines, failures } = await acceptLeads(org, 'Channel Manager');
  expect(failures).toEqual([]);
  expect(lines.filter((line) => line.startsWith('ok')).length).toBeGreaterThan(20);
});
