/** What the killed org was told to write: a journal of transactions, each a shipment with parcels and the journal's own new total. */

/** Parcels of the entry with that number: never the same number twice running. */
export const parcelsOf = (entry: number): number => 1 + (entry % 4);

interface Caller { readonly origin: string; readonly token: string; }

const JOURNAL = 'JOURNAL';
const DATA = '/services/data/v66.0';

async function ask({ origin, token }: Caller, path: string, options: { method?: string; body?: unknown } = {}): Promise<unknown> {
  const response = await fetch(`${origin}${path}`, { method: options.method ?? 'GET', headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }, ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }) });
  const text = await response.text();
  if (response.status >= 400) throw new Error(`${options.method ?? 'GET'} ${path}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}

export async function logIn(origin: string, username: string, password: string): Promise<Caller> {
  const response = await fetch(`${origin}/services/oauth2/token`, { method: 'POST', body: new URLSearchParams({ grant_type: 'password', client_id: 'any', username, password }) });
  if (response.status !== 200) throw new Error(`Log-in was refused: ${await response.text()}`);
  return { origin, token: ((await response.json()) as { access_token: string }).access_token };
}

/** Gives the caller rights on shipments, and writes the journal's head. */
export async function openJournal(caller: Caller): Promise<void> {
  const [{ user_id: userId }, [group]] = await Promise.all([ask(caller, '/services/oauth2/userinfo') as Promise<{ user_id: string }>, all<{ Id: string }>(caller, "SELECT Id FROM PermissionSetGroup WHERE DeveloperName = 'Depot_Team'")]);
  await ask(caller, `${DATA}/sobjects/PermissionSetAssignment`, { method: 'POST', body: { AssigneeId: userId, PermissionSetGroupId: group?.Id } });
  await ask(caller, `${DATA}/sobjects/Shipment__c/Reference__c/${JOURNAL}`, { method: 'PATCH', body: { Weight__c: 0 } });
}

/** One transaction: the entry, its parcels, and the journal's total. Returns when the org said it is committed. */
export async function write(caller: Caller, entry: number): Promise<void> {
  const part = (method: string, path: string, referenceId: string, body: unknown): unknown => ({ method, url: `${DATA}/sobjects/${path}`, referenceId, body });
  const compositeRequest = [
    part('POST', 'Shipment__c', 'entry', { Reference__c: `E${entry}`, Weight__c: entry }),
    ...Array.from({ length: parcelsOf(entry) }, (_unused, at) => part('POST', 'Parcel__c', `parcel${at}`, { Name: `P${at}`, Shipment__c: '@{entry.id}', Weight__c: entry % 1000, Is_Fragile__c: true })),
    part('PATCH', `Shipment__c/Reference__c/${JOURNAL}`, 'total', { Weight__c: entry }),
  ];
  const { compositeResponse } = (await ask(caller, `${DATA}/composite`, { method: 'POST', body: { allOrNone: true, compositeRequest } })) as { compositeResponse: { httpStatusCode: number; body: unknown }[] };
  const failed = compositeResponse.find((each) => each.httpStatusCode >= 400);
  if (failed) throw new Error(`Entry ${entry} was refused: ${JSON.stringify(failed.body)}`);
}

interface Entry { readonly Reference__c: string; readonly Weight__c: number; readonly Parcel_Count__c: number; readonly Fragile_Weight__c: number; readonly Parcels__r: { readonly totalSize: number } | null; }

async function all<T>(caller: Caller, soql: string): Promise<T[]> {
  const rows: T[] = [];
  for (let path: string | undefined = `${DATA}/query?q=${encodeURIComponent(soql)}`; path; ) {
    const page = (await ask(caller, path)) as { records: T[]; nextRecordsUrl?: string };
    rows.push(...page.records);
    path = page.nextRecordsUrl;
  }
  return rows;
}

export interface Found { readonly last: number; readonly faults: readonly string[]; }

/** What is wrong with the journal when `acknowledged` entries were told to the client as committed. */
export async function check(caller: Caller, acknowledged: number): Promise<Found> {
  const rows = await all<Entry>(caller, "SELECT Reference__c, Weight__c, Parcel_Count__c, Fragile_Weight__c, (SELECT Id FROM Parcels__r) FROM Shipment__c WHERE Reference__c LIKE 'E%'");
  const [journal] = await all<{ Weight__c: number }>(caller, `SELECT Weight__c FROM Shipment__c WHERE Reference__c = '${JOURNAL}'`);
  const faults: string[] = [];
  const byEntry = new Map(rows.map((row) => [Number(row.Reference__c.slice(1)), row]));
  const last = Math.max(0, ...byEntry.keys());
  for (let entry = 1; entry <= Math.max(last, acknowledged); entry++) {
    const row = byEntry.get(entry);
    if (!row) faults.push(`entry ${entry} is lost, ${entry <= acknowledged ? 'though it was acknowledged' : 'though a later one is there'}`);
    else faults.push(...halfThere(entry, row));
  }
  if (journal ? journal.Weight__c !== last : acknowledged > 0) faults.push(`the journal's total is ${journal?.Weight__c ?? 'lost'}, its last entry ${last}`);
  if (last > acknowledged + 1) faults.push(`entry ${last} is there, only ${acknowledged} were acknowledged`);
  return { last, faults };
}

function halfThere(entry: number, row: Entry): string[] {
  const wanted = parcelsOf(entry);
  const found = [row.Weight__c, row.Parcel_Count__c, row.Fragile_Weight__c, row.Parcels__r?.totalSize ?? 0];
  const whole = [entry, wanted, wanted * (entry % 1000), wanted];
  return found.every((value, at) => value === whole[at]) ? [] : [`entry ${entry} is half there: weight, count, sum and parcels are ${found.join(', ')}, not ${whole.join(', ')}`];
}
