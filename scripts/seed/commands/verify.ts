/** `verify`: what must hold of loaded leads, recomputed from the rows. */
import type { Connection } from 'jsforce';
import type { Finding } from './finding';

export async function verify(connection: Connection, prefix: string): Promise<Finding[]> {
  const count = async (soql: string): Promise<number> => (await connection.query(soql)).totalSize;
  const leads = `FROM Lead WHERE PRM_Key__c LIKE '${prefix}:%'`;
  const findings: Finding[] = [];
  const none = async (what: string, soql: string, fix: string): Promise<void> => {
    const found = await count(soql);
    findings.push({ ok: found === 0, what: found === 0 ? what : `${what} (${found} do not)`, fix });
  };
  await none('Every lead has been routed', `SELECT COUNT() ${leads} AND PRM_History__c = FALSE AND PRM_Routing_Status__c = 'New'`, 'Wait for the routing job, or look at the Log Entries.');
  await none('Every queued lead says why', `SELECT COUNT() ${leads} AND PRM_Routing_Status__c = 'Queued' AND PRM_Routing_Reason__c = null`, 'Route the leads again from the board.');
  await none('Every offered or accepted lead has a partner', `SELECT COUNT() ${leads} AND PRM_Routing_Status__c IN ('Offered', 'Accepted') AND PRM_Partner__c = null`, 'Route the leads again from the board.');
  await none('No history is routed', `SELECT COUNT() FROM PRM_Lead_Offer__c WHERE PRM_Lead__r.PRM_Key__c LIKE '${prefix}:%' AND PRM_Lead__r.PRM_History__c = TRUE`, 'Reset and import again.');
  await none('No lead has two open offers of single mode', `SELECT PRM_Lead__c FROM PRM_Lead_Offer__c WHERE PRM_Lead__r.PRM_Key__c LIKE '${prefix}:%' AND PRM_Status__c IN ('Offered', 'Accepted') AND PRM_Pool__c = FALSE GROUP BY PRM_Lead__c HAVING COUNT(Id) > 1`, 'Recall one of the offers on the board.');
  return findings;
}
