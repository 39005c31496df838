/** Leads of a test's own, told from all others by their company. */
import type { Connection } from 'jsforce';
import { setTimeout as wait } from 'node:timers/promises';

/** Longest wait for a job, in milliseconds. */
const PATIENCE_MS = 30_000;

export interface OfferRow { readonly Id: string; readonly PRM_Status__c: string; readonly PRM_Stage__c: string | null; readonly PRM_Partner__c: string; readonly PRM_Partner__r: { readonly Name: string }; readonly PRM_Sequence__c: number; }

let serial = 0;
/** A company that no other test has. */
export const company = (what: string): string => `${what} ${process.pid}-${Date.now().toString(36)}-${++serial}`;

/** Saves a lead as a website's form would, and waits until it was distributed. */
export async function leadComesIn(connection: Connection, fields: Record<string, unknown> & { readonly Company: string }): Promise<string> {
  const saved = await connection.sobject('Lead').create({ LastName: 'Moreau', FirstName: 'Camille', Email: 'camille.moreau@customer.example', Phone: '+49 30 5550', City: 'Bremen', Country: 'Germany', PRM_Country_Code__c: 'DE', PRM_Language__c: 'de', PRM_Product__c: 'Pump Station', PRM_Value__c: 25_000, ...fields });
  if (!saved.success) throw new Error(`The lead was refused: ${JSON.stringify(saved.errors)}`);
  await until(`${fields.Company} to be distributed`, async () => (await lead(connection, saved.id)).PRM_Routing_Status__c !== 'New');
  return saved.id;
}

export interface LeadRow { readonly PRM_Routing_Status__c: string; readonly PRM_Routing_Reason__c: string | null; readonly PRM_Partner__c: string | null; readonly PRM_Outcome__c: string | null; readonly IsConverted: boolean; }

export const lead = async (connection: Connection, id: string): Promise<LeadRow> =>
  (await connection.query<LeadRow & Record<string, unknown>>(`SELECT PRM_Routing_Status__c, PRM_Routing_Reason__c, PRM_Partner__c, PRM_Outcome__c, IsConverted FROM Lead WHERE Id = '${id}'`)).records[0] as LeadRow;

/** All offers of a lead, the first made first. */
export const offersOf = async (connection: Connection, leadId: string): Promise<OfferRow[]> =>
  (await connection.query<OfferRow & Record<string, unknown>>(`SELECT Id, PRM_Status__c, PRM_Stage__c, PRM_Partner__c, PRM_Partner__r.Name, PRM_Sequence__c FROM PRM_Lead_Offer__c WHERE PRM_Lead__c = '${leadId}' ORDER BY PRM_Sequence__c, PRM_Offered_At__c`)).records;

/** The offer that waits for an answer now. */
export async function openOffer(connection: Connection, leadId: string): Promise<OfferRow> {
  const open = (await offersOf(connection, leadId)).filter((offer) => offer.PRM_Status__c === 'Offered');
  if (open.length !== 1) throw new Error(`One open offer expected, ${open.length} found.`);
  return open[0] as OfferRow;
}

/** Waits for what a job brings about. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; !(await holds()); await wait(100)) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
  }
}

/** Runs anonymous Apex as the connection's user; fails with Apex's own message. */
export async function apex(connection: Connection, body: string): Promise<void> {
  const result = await connection.tooling.executeAnonymous(body);
  if (!result.success) throw new Error(result.compileProblem ?? result.exceptionMessage ?? 'Apex failed.');
}

/** A rule before all others, for one product: its offers run out first, so that they stand on top of inbox and board. */
export async function quickRule(connection: Connection, product: string, fields: Record<string, unknown> = {}): Promise<string> {
  const saved = await connection.sobject('PRM_Routing_Rule__c').create({ Name: product, PRM_Order__c: 1, PRM_Active__c: true, PRM_Countries__c: 'DE', PRM_Products__c: product, PRM_Answer_Hours__c: 1, PRM_Business_Hours__c: false, PRM_Hop_Limit__c: 5, PRM_Mode__c: 'Single', PRM_All_Partners__c: true, PRM_Require_Competency__c: false, PRM_Use_Score__c: false, ...fields });
  if (!saved.success) throw new Error(`The rule was refused: ${JSON.stringify(saved.errors)}`);
  return saved.id;
}
