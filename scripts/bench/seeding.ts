/** Seeding beside plain jsforce on the same rows and the same org: rows a second, calls a thousand rows. */
import type { SeedSet } from '../seed/load/records';
import { Writer } from '../seed/load/write';
import { timed, type Benchmark } from './benchmark';
import { benchOrg, drain } from './org';

const ROWS = 1000;

export const seeding: Benchmark = {
  name: 'seeding',
  async run(runs) {
    const org = await benchOrg({ leads: 0 });
    try {
      let round = 0;
      let calls = 0;
      const set = (): SeedSet => {
        round++;
        return { object: 'Lead', keyField: 'PRM_Key__c', onlyWhenNew: true, records: Array.from({ length: ROWS }, (_unused, index) => ({ key: `bench:${round}:${index}`, fields: { LastName: `B${index}`, Company: 'Bench', PRM_History__c: true } })) };
      };
      const ours = await timed(runs, async () => {
        const writer = new Writer(org.connection);
        const report = await writer.write(set());
        if (report.inserted !== ROWS) throw new Error(JSON.stringify(report.errors[0]));
        calls = writer.calls;
      });
      const plain = await timed(runs, async () => {
        round++;
        const rows = Array.from({ length: ROWS }, (_unused, index) => ({ LastName: `B${index}`, Company: 'Bench', PRM_History__c: true, PRM_Key__c: `plain:${round}:${index}` }));
        const results = await org.connection.sobject('Lead').create(rows, { allowRecursive: true });
        if (results.some((result) => !result.success)) throw new Error('A plain insert failed.');
      });
      drain(org.running);
      const bestCalls = ROWS / 200;
      return [
        { what: 'seeding, look-up of what is there included', value: (ROWS / ours) * 1000, unit: 'rows/s', baseline: { what: 'plain jsforce collections, no look-up', value: (ROWS / plain) * 1000 } },
        { what: `API calls for ${ROWS} new rows`, value: calls, unit: '', baseline: { what: 'plain jsforce collections', value: bestCalls } },
      ];
    } finally {
      await org.close();
    }
  },
};
