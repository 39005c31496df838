/**
 * `npm run accept -- --data DIR`: what an outsider sees of a running local org with the demo, by plain jsforce. 200 leads
 * come in by one call; those that rules match are offered, fairly; the others wait with a reason; partners see their own.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { Command } from 'commander';
import type { Connection } from 'jsforce';
import { logIn, onePerPartner, orgOf, type OrgFile } from './client';
import { differences, WAYS_TO_OFFER } from './foreign';

/** Longest wait until the leads are distributed, in milliseconds. */
const PATIENCE_MS = 30_000;
/** Leads by which a partner may be away from its fair share. */
const TOLERANCE = 2;
const COUNTRIES = { DE: 'Germany', VN: 'Vietnam', CN: 'China', US: 'United States' } as const;
const PRODUCTS = ['Pump Station', 'Cold Store', 'Solar Roof', 'Fleet Charger'] as const;

interface NewLead { readonly LastName: string; readonly Company: string; readonly Email: string; readonly Country?: string; readonly PRM_Country_Code__c?: string; readonly PRM_Product__c: string; }
interface LeadRow { readonly Id: string; readonly PRM_Routing_Status__c: string; readonly PRM_Routing_Reason__c: string | null; }
interface OfferRow { readonly Id: string; readonly PRM_Lead__c: string; readonly PRM_Partner__c: string; readonly PRM_Status__c: string; readonly PRM_Due_At__c: string | null; }

/** What went wrong; nothing when the org does what it should. */
export interface Outcome { readonly lines: readonly string[]; readonly failures: readonly string[]; }

interface Group { readonly reason: string | null; readonly leads: readonly NewLead[]; }

/** 180 leads that the demo's rules match, and five for each of four reasons to wait. */
function groups(run: string): Group[] {
  let number = 0;
  const lead = (fields: Omit<NewLead, 'LastName' | 'Company' | 'Email'>): NewLead => ({ LastName: `${run} ${++number}`, Company: `Customer ${run} ${number}`, Email: `lead${number}.${run.toLowerCase()}@customer.example`, ...fields });
  const many = (count: number, fields: (index: number) => Omit<NewLead, 'LastName' | 'Company' | 'Email'>): NewLead[] => Array.from({ length: count }, (_unused, index) => lead(fields(index)));
  const product = (index: number): string => PRODUCTS[index % PRODUCTS.length] as string;
  return [
    ...Object.entries(COUNTRIES).map(([code, name]): Group => ({ reason: null, leads: many(45, (index) => ({ Country: name, PRM_Country_Code__c: code, PRM_Product__c: product(index) })) })),
    { reason: 'NO_COUNTRY', leads: many(5, (index) => ({ PRM_Product__c: product(index) })) },
    { reason: 'NO_RULE', leads: many(5, (index) => ({ Country: 'Norway', PRM_Country_Code__c: 'NO', PRM_Product__c: product(index) })) },
    { reason: 'NO_PARTNER_IN_TERRITORY', leads: many(5, (index) => ({ Country: 'Austria', PRM_Country_Code__c: 'AT', PRM_Product__c: product(index) })) },
    { reason: 'NO_COMPETENCY', leads: many(5, () => ({ Country: 'Germany', PRM_Country_Code__c: 'DE', PRM_Product__c: 'Tidal Turbine' })) },
  ];
}

const quoted = (ids: readonly string[]): string => ids.map((id) => `'${id}'`).join(', ');

async function rows<T extends object>(connection: Connection, soql: string): Promise<T[]> {
  return (await connection.query(soql, { autoFetch: true, maxFetch: 10_000 })).records as unknown as T[];
}

async function routed(connection: Connection, ids: readonly string[]): Promise<LeadRow[]> {
  for (const end = Date.now() + PATIENCE_MS; ; await wait(250)) {
    const found = await rows<LeadRow>(connection, `SELECT Id, PRM_Routing_Status__c, PRM_Routing_Reason__c FROM Lead WHERE Id IN (${quoted(ids)})`);
    if (found.every((lead) => lead.PRM_Routing_Status__c !== 'New') || Date.now() > end) return found;
  }
}

/** Leads of these countries that each partner ought to have: by weight of its tier among those who serve the country. */
async function fairShares(connection: Connection): Promise<Map<string, { name: string; share: number }>> {
  const served = await rows<{ PRM_Partner__c: string; PRM_Country_Code__c: string; PRM_Partner__r: { Name: string; PRM_Tier__r: { PRM_Weight__c: number } | null } }>(
    connection,
    "SELECT PRM_Partner__c, PRM_Country_Code__c, PRM_Partner__r.Name, PRM_Partner__r.PRM_Tier__r.PRM_Weight__c FROM PRM_Territory__c WHERE PRM_Active__c = true AND PRM_Partner__r.PRM_Partner_Status__c = 'Active'"
  );
  const shares = new Map<string, { name: string; share: number }>();
  for (const country of Object.keys(COUNTRIES)) {
    const there = served.filter((row) => row.PRM_Country_Code__c === country);
    const weight = (row: (typeof there)[number]): number => row.PRM_Partner__r.PRM_Tier__r?.PRM_Weight__c ?? 1;
    const all = there.reduce((sum, row) => sum + weight(row), 0);
    for (const row of there) shares.set(row.PRM_Partner__c, { name: row.PRM_Partner__r.Name, share: (shares.get(row.PRM_Partner__c)?.share ?? 0) + (45 * weight(row)) / all });
  }
  return shares;
}

/** Inserts the leads as `persona` and looks at what comes of them. */
export async function acceptLeads(org: OrgFile, personaName: string): Promise<Outcome> {
  const lines: string[] = [];
  const failures: string[] = [];
  const check = (holds: boolean, text: string): void => {
    lines.push(`${holds ? 'ok  ' : 'FAIL'} ${text}`);
    if (!holds) failures.push(text);
  };
  const persona = org.personas.find((each) => each.persona === personaName);
  if (!persona) throw new Error(`org.json names no ${personaName}.`);
  const connection = await logIn(org, persona);
  const wanted = groups(`A${Date.now().toString(36)}`);
  const all = wanted.flatMap((group) => group.leads.map((fields) => ({ fields, reason: group.reason })));
  const saved = await connection.sobject('Lead').create(all.map((each) => ({ ...each.fields })));
  check(saved.length === 200 && saved.every((result) => result.success), `${saved.filter((result) => result.success).length} of 200 leads saved by one call`);
  const ids = saved.flatMap((result) => (result.id ? [result.id] : []));
  const began = Date.now();
  const byId = new Map((await routed(connection, ids)).map((lead) => [lead.Id, lead]));
  lines.push(`     distributed within ${Math.ceil((Date.now() - began) / 1000)} s`);
  const status = (index: number): LeadRow | undefined => byId.get(ids[index] ?? '');
  const offered = ids.filter((id) => byId.get(id)?.PRM_Routing_Status__c === 'Offered');
  check(offered.length >= 180, `${offered.length} leads offered, 180 wanted`);
  const waiting = all.flatMap(({ reason }, index) => (reason ? [{ reason, lead: status(index) }] : []));
  for (const reason of new Set(waiting.map((each) => each.reason))) {
    const right = waiting.filter((each) => each.reason === reason && each.lead?.PRM_Routing_Status__c === 'Queued' && each.lead.PRM_Routing_Reason__c === reason);
    check(right.length === 5, `${right.length} of 5 queued with ${reason}`);
  }
  const offers = await rows<OfferRow>(connection, `SELECT Id, PRM_Lead__c, PRM_Partner__c, PRM_Status__c, PRM_Due_At__c FROM PRM_Lead_Offer__c WHERE PRM_Lead__c IN (${quoted(ids)})`);
  check(offers.length === offered.length && offers.every((offer) => offer.PRM_Status__c === 'Offered' && offer.PRM_Due_At__c), 'every offer waits for an answer and has a due time');
  for (const [partnerId, { name, share }] of await fairShares(connection)) {
    const got = offers.filter((offer) => offer.PRM_Partner__c === partnerId).length;
    check(Math.abs(got - share) <= TOLERANCE, `${name}: ${got} leads, fair share ${share}`);
  }
  for (const partner of onePerPartner(org)) {
    const theirs = await logIn(org, partner);
    const own = new Set((await rows<{ Id: string }>(theirs, 'SELECT Id FROM PRM_Lead_Offer__c')).map((row) => row.Id));
    const ownLeads = offers.filter((offer) => own.has(offer.Id));
    const partnerIds = new Set(ownLeads.map((offer) => offer.PRM_Partner__c));
    check(ownLeads.length > 0 && partnerIds.size === 1 && ownLeads.length === offers.filter((offer) => partnerIds.has(offer.PRM_Partner__c)).length, `${partner.account} reads its own ${ownLeads.length} of these offers, and no other's`);
    const foreign = offers.find((offer) => !own.has(offer.Id));
    const told = foreign ? await differences(theirs, WAYS_TO_OFFER, foreign.Id) : [];
    check(foreign !== undefined && told.length === 0, `${partner.account} cannot tell a foreign offer from one that never existed, ${WAYS_TO_OFFER.length} ways${told.map((each) => `; ${each.way}: ${each.foreign.status} ${each.foreign.body} against ${each.never.status} ${each.never.body}`).join('')}`);
  }
  return { lines, failures };
}

if (require.main === module) {
  new Command('accept')
    .option('--data <dir>', 'data folder of the running local org', '.local-org')
    .option('--persona <name>', 'who inserts the leads', 'PRM Administrator')
    .action(async ({ data, persona }: { data: string; persona: string }) => {
      const { lines, failures } = await acceptLeads(orgOf(data), persona);
      process.stdout.write(`${lines.join('\n')}\n${failures.length === 0 ? 'Accepted.' : `${failures.length} failed.`}\n`);
      process.exitCode = failures.length === 0 ? 0 : 1;
    })
    .parseAsync()
    .catch((failure: unknown) => {
      process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
      process.exit(1);
    });
}
