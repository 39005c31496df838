/** `reset`: deletes the rows that bear a key prefix, children first, and what hangs on them alone. */
import type { Connection } from 'jsforce';
import { SeedError } from '../connection';
import { KEYED_OBJECTS } from './objects';

export async function reset(connection: Connection, prefix: string): Promise<{ object: string; deleted: number }[]> {
  if (!/^[a-z0-9-]+$/.test(prefix)) throw new SeedError(`${prefix} is no key prefix: use small letters, digits and hyphens.`);
  const like = `LIKE '${prefix}:%'`;
  const queries: [string, string][] = [
    ['PRM_Routing_Decision__c', `SELECT Id FROM PRM_Routing_Decision__c WHERE PRM_Lead__r.PRM_Key__c ${like}`],
    ['PRM_Lead_Offer__c', `SELECT Id FROM PRM_Lead_Offer__c WHERE PRM_Lead__r.PRM_Key__c ${like}`],
    ['PRM_Routing_State__c', `SELECT Id FROM PRM_Routing_State__c WHERE PRM_Rule__r.PRM_Key__c ${like}`],
    ['PRM_Routing_Profile__c', `SELECT Id FROM PRM_Routing_Profile__c WHERE PRM_Partner__r.PRM_Key__c ${like}`],
    ...[...KEYED_OBJECTS].reverse().map((object): [string, string] => [object, `SELECT Id FROM ${object} WHERE PRM_Key__c ${like}`]),
  ];
  const deleted = [];
  for (const [object, soql] of queries) {
    const ids = (await connection.query<{ Id: string }>(soql, { autoFetch: true, maxFetch: 200_000 })).records.map((row) => row.Id);
    for (let start = 0; start < ids.length; start += 200) {
      const results = await connection.sobject(object).destroy(ids.slice(start, start + 200));
      const failed = results.find((result) => !result.success);
      if (failed) throw new SeedError(`A record of ${object} could not be deleted: ${JSON.stringify(failed.errors)}`);
    }
    deleted.push({ object, deleted: ids.length });
  }
  return deleted;
}
