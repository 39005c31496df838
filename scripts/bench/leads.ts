/** Statements of the lead save and of the routing job; counts, the same on every machine. */
import type { Connection } from 'jsforce';
import type { Benchmark, Measure } from './benchmark';
import { benchOrg, drain, limitsOf, type BenchOrg } from './org';

const PARTNERS = 1000;

function leads(count: number, prefix: string): Record<string, unknown>[] {
  const countries = ['DE', 'VN', 'CN', 'US'];
  return Array.from({ length: count }, (_unused, index) => ({ LastName: `${prefix}${index}`, Company: `Bench ${prefix}`, PRM_Country_Code__c: countries[index % 4] as string, PRM_Product__c: 'Pump Station' }));
}

async function insert(connection: Connection, object: string, rows: Record<string, unknown>[]): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < rows.length; at += 200) {
    for (const result of await connection.sobject(object).create(rows.slice(at, at + 200))) {
      if (!result.success) throw new Error(JSON.stringify(result.errors));
      ids.push(result.id);
    }
  }
  return ids;
}

/** Further partners, each with what makes it eligible; profiles are built by the package's own job. */
async function addPartners(org: BenchOrg, count: number): Promise<void> {
  const ids = await insert(org.connection, 'Account', Array.from({ length: count }, (_unused, index) => ({ Name: `Bench Partner ${index}`, PRM_Is_Partner__c: true, PRM_Partner_Status__c: 'Active', PRM_Key__c: `bench:partner:${index}` })));
  const countries = ['DE', 'VN', 'CN', 'US'];
  await insert(org.connection, 'PRM_Agreement__c', ids.map((id) => ({ Name: 'Bench', PRM_Partner__c: id, PRM_Status__c: 'In Force', PRM_Valid_From__c: '2020-01-01' })));
  await insert(org.connection, 'PRM_Territory__c', ids.map((id, index) => ({ Name: 'Bench', PRM_Partner__c: id, PRM_Country_Code__c: countries[index % 4] as string, PRM_Active__c: true })));
  await insert(org.connection, 'PRM_Competency__c', ids.map((id) => ({ PRM_Partner__c: id, PRM_Skill__c: 'Pump Station', PRM_Valid_From__c: '2020-01-01' })));
  drain(org.running);
}

/** Old leads, closed long ago, written below the API: they only have to be there. */
function addHistory(org: BenchOrg, count: number): void {
  const { database } = org.running.platform;
  const object = org.running.platform.org.object('Lead');
  if (!object) throw new Error('There is no object Lead.');
  const owner = org.running.platform.security.adminUserId;
  database.transaction(() => {
    for (let at = 0; at < count; at += 1000) {
      database.seed(object, Array.from({ length: Math.min(1000, count - at) }, (_unused, index) => ({ LastName: `H${at + index}`, Name: `H${at + index}`, Company: 'History', Status: 'Closed - Not Converted', OwnerId: owner, PRM_History__c: true, IsConverted: false })));
    }
  });
}

export const leadCounts: Benchmark = {
  name: 'leads',
  async run(_runs, log) {
    const measures: Measure[] = [];
    const org = await benchOrg({ leads: 0 });
    try {
      for (const count of [1, 200]) {
        await insert(org.connection, 'Lead', leads(count, `s${count}-`));
        const { queries, dml } = limitsOf(org.running, 'trigger', 'Lead');
        measures.push({ what: `saving ${count} leads: queries`, value: queries, unit: '', budget: 3 }, { what: `saving ${count} leads: DML`, value: dml, unit: '', budget: 2 });
        drain(org.running);
      }
      log(`adding ${PARTNERS} partners`);
      await addPartners(org, PARTNERS);
      for (const [history, add] of [[1_000, 1_000], [50_000, 49_000]] as const) {
        log(`adding ${add} old leads`);
        addHistory(org, add);
        await insert(org.connection, 'Lead', leads(200, `r${history}-`));
        drain(org.running);
        const found = org.running.platform.apex.recent.find((each) => each.kind === 'queueable' && each.name === 'PrmRoutingJob' && each.limits.dmlStatements > 1);
        if (!found) throw new Error('The routing job did not run.');
        const where = `routing 200 leads, ${PARTNERS} partners, ${history} leads in the org`;
        measures.push(
          { what: `${where}: queries`, value: found.limits.queries, unit: '', budget: 25 },
          { what: `${where}: DML`, value: found.limits.dmlStatements, unit: '', budget: 10 },
          { what: `${where}: rows`, value: found.limits.queryRows, unit: '', budget: 5000 },
          { what: `${where}: Apex statements`, value: found.limits.statements, unit: '', budget: 400_000 }
        );
      }
      return measures;
    } finally {
      await org.close();
    }
  },
};
