/** The demo at work: what people would have clicked by now, called as them through the doors of their own pages. */
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from '../../seed/connection';
import type { Persona } from '../../seed/load/index';
import { workOnClaims } from './claims';
import { workOnLeads } from './leads';
import { People } from './people';
import { workOnRequests } from './requests';

/** Longest wait for the jobs that the load started, in milliseconds. */
const PATIENCE_MS = 30_000;
const WAITING = ["SELECT COUNT() FROM Lead WHERE PRM_Routing_Status__c = 'New'", "SELECT COUNT() FROM PRM_Warranty_Claim__c WHERE PRM_Status__c IN ('Submitted', 'Appealed') AND PRM_History__c = FALSE"];

/** Waits until the demo's leads are routed and its claims decided; then everybody does a few things. */
export async function playPeople(instanceUrl: string, personas: readonly Persona[]): Promise<void> {
  const people = new People(instanceUrl, personas);
  const { username, password } = people.staff('PRM Administrator');
  const admin = await connect({ instanceUrl, username, password });
  const settle = async (): Promise<void> => {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await wait(200)) {
      const left = await Promise.all(WAITING.map(async (soql) => (await admin.query(soql)).totalSize));
      if (left.every((count) => count === 0)) break;
    }
  };
  await settle();
  await workOnLeads(people);
  await workOnClaims(people);
  await workOnRequests(people);
  await settle();
}
