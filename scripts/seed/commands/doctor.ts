/** `doctor`: what the org must have before data can be loaded. */
import type { Connection } from 'jsforce';
import { KEYED_OBJECTS } from './objects';
import type { Finding } from './finding';

const FIELDS: Readonly<Record<string, readonly string[]>> = { Lead: ['PRM_Key__c', 'PRM_Routing_Status__c', 'PRM_Partner__c'], Account: ['PRM_Key__c', 'PRM_Is_Partner__c'] };

export async function doctor(connection: Connection): Promise<Finding[]> {
  const findings: Finding[] = [];
  const global = await connection.describeGlobal();
  const present = new Set(global.sobjects.map((each) => each.name));
  for (const object of KEYED_OBJECTS) findings.push({ ok: present.has(object), what: `Object ${object} can be read`, fix: 'Install the package and assign the permission set group PRM Administrator to yourself.' });
  for (const [object, fields] of Object.entries(FIELDS)) {
    if (!present.has(object)) continue;
    const { fields: held } = await connection.describe(object);
    for (const field of fields) {
      const found = held.find((each) => each.name === field);
      findings.push({ ok: Boolean(found?.createable), what: `Field ${object}.${field} can be written`, fix: 'Assign the permission set group PRM Administrator to yourself.' });
    }
  }
  const profile = await connection.query("SELECT Id FROM Profile WHERE Name = 'Partner Community User'");
  findings.push({ ok: profile.totalSize === 1, what: 'Profile Partner Community User exists', fix: 'Switch on Digital Experiences and partner licences; without them the demo loads no portal users.' });
  const identity = await connection.identity();
  const me = await connection.query<{ UserRoleId: string | null }>(`SELECT UserRoleId FROM User WHERE Id = '${identity.user_id}'`);
  findings.push({ ok: me.totalSize === 1, what: `Logged in as ${identity.username}`, fix: 'Log in again.' });
  return findings;
}
