/** `reset`: deletes the rows that bear a key prefix, children first, and what hangs on them alone. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from 'jsforce';
import { SeedError } from '../connection';
import { KEPT_OBJECTS, KEYED_OBJECTS, PARTLY_KEPT_OBJECTS } from './objects';

export interface Deleted {
  readonly object: string;
  readonly deleted: number;
  /** Rows that stay, and why. */
  readonly kept?: number;
  readonly because?: string;
}

/** Most records one call deletes. */
const COLLECTION = 200;
/** A job may rebuild a partner's routing profile while its parts are being deleted: so often it is deleted again. */
const ATTEMPTS = 20;
const PAUSE_MS = 250;

export async function reset(connection: Connection, prefix: string): Promise<Deleted[]> {
  if (!/^[a-z0-9-]+$/.test(prefix)) throw new SeedError(`${prefix || 'Nothing'} is no key prefix: use small letters, digits and hyphens.`);
  const like = `LIKE '${prefix}:%'`;
  const ids = async (soql: string): Promise<string[]> => (await connection.query<{ Id: string }>(soql, { autoFetch: true, maxFetch: 200_000 })).records.map((row) => row.Id);
  const peopled = await retire(connection, like);
  const deleted: Deleted[] = [];
  const remove = async (object: string, soql: string, kept?: Pick<Deleted, 'kept' | 'because'>): Promise<void> => {
    const found = await ids(soql);
    const failure = await destroy(connection, object, found);
    if (failure) throw new SeedError(`A record of ${object} could not be deleted: ${failure}`);
    deleted.push({ object, deleted: found.length, ...kept });
  };
  await remove('PRM_Routing_Decision__c', `SELECT Id FROM PRM_Routing_Decision__c WHERE PRM_Lead__r.PRM_Key__c ${like}`);
  await remove('PRM_Lead_Offer__c', `SELECT Id FROM PRM_Lead_Offer__c WHERE PRM_Lead__r.PRM_Key__c ${like}`);
  await remove('PRM_Routing_State__c', `SELECT Id FROM PRM_Routing_State__c WHERE PRM_Rule__r.PRM_Key__c ${like}`);
  for (const object of [...KEYED_OBJECTS].reverse()) {
    const because = KEPT_OBJECTS[object];
    const part = PARTLY_KEPT_OBJECTS[object];
    if (part) {
      const kept = (await ids(`SELECT Id FROM ${object} WHERE PRM_Key__c ${like} AND NOT ${part.deleted}`)).length;
      await remove(object, `SELECT Id FROM ${object} WHERE PRM_Key__c ${like} AND ${part.deleted}`, kept ? { kept, because: part.because } : undefined);
    } else if (because) deleted.push({ object, deleted: 0, kept: (await ids(`SELECT Id FROM ${object} WHERE PRM_Key__c ${like}`)).length, because });
    else if (object !== 'Account') await remove(object, `SELECT Id FROM ${object} WHERE PRM_Key__c ${like}`);
    else deleted.push(await removeAccounts(connection, like, peopled, ids));
  }
  return deleted;
}

/** No org deletes users: those of the accounts may not log in any more. Answers their accounts, which stay with them. */
async function retire(connection: Connection, like: string): Promise<ReadonlySet<string>> {
  const { fields } = await connection.describe('User');
  if (!fields.some((field) => field.name === 'ContactId')) return new Set();
  const { records } = await connection.query<{ Id: string; IsActive: boolean; Contact: { AccountId: string } }>(`SELECT Id, IsActive, Contact.AccountId FROM User WHERE Contact.Account.PRM_Key__c ${like}`, { autoFetch: true, maxFetch: 200_000 });
  const active = records.filter((row) => row.IsActive);
  for (let start = 0; start < active.length; start += COLLECTION) {
    const results = await connection.sobject('User').update(active.slice(start, start + COLLECTION).map(({ Id }) => ({ Id, IsActive: false })));
    const failed = results.find((result) => !result.success);
    if (failed) throw new SeedError(`A user could not be made inactive: ${JSON.stringify(failed.errors)}`);
  }
  return new Set(records.map((row) => row.Contact.AccountId));
}

async function removeAccounts(connection: Connection, like: string, peopled: ReadonlySet<string>, ids: (soql: string) => Promise<string[]>): Promise<Deleted> {
  const holding = await holders(connection, like);
  const found = (await ids(`SELECT Id FROM Account WHERE PRM_Key__c ${like}`)).filter((id) => !peopled.has(id) && !holding.has(id));
  const reasons = [...(peopled.size ? ['people of theirs have users, which no org deletes; the users are inactive now'] : []), ...(holding.size ? ['pieces or recoveries that are kept belong to them'] : [])];
  const kept = reasons.length ? { kept: peopled.size + holding.size, because: reasons.join('; ') } : {};
  let left = found;
  for (let attempt = 0; ; attempt++) {
    // Deleting an account deletes its contacts; said in so many words where an org does not.
    await destroy(connection, 'Contact', await contactsOf(connection, like, peopled));
    await destroy(connection, 'PRM_Routing_Profile__c', await ids(`SELECT Id FROM PRM_Routing_Profile__c WHERE PRM_Partner__r.PRM_Key__c ${like}`));
    const failure = await destroy(connection, 'Account', left);
    if (!failure) return { object: 'Account', deleted: found.length, ...kept };
    if (attempt >= ATTEMPTS) throw new SeedError(`An account could not be deleted: ${failure}`);
    await wait(PAUSE_MS);
    left = (await ids(`SELECT Id FROM Account WHERE PRM_Key__c ${like}`)).filter((id) => !peopled.has(id) && !holding.has(id));
  }
}

/** Accounts in which pieces lie, or from which something is recovered: these are kept, and so are the accounts. */
async function holders(connection: Connection, like: string): Promise<ReadonlySet<string>> {
  const { records } = await connection.query<{ AccountId: string }>(`SELECT AccountId FROM Asset WHERE Account.PRM_Key__c ${like}`, { autoFetch: true, maxFetch: 200_000 });
  const recoveries = await connection.query<{ PRM_Supplier__c: string }>(`SELECT PRM_Supplier__c FROM PRM_Supplier_Recovery__c WHERE PRM_Supplier__r.PRM_Key__c ${like}`, { autoFetch: true, maxFetch: 200_000 });
  return new Set([...records.map((row) => row.AccountId), ...recoveries.records.map((row) => row.PRM_Supplier__c)]);
}

async function contactsOf(connection: Connection, like: string, peopled: ReadonlySet<string>): Promise<string[]> {
  const { records } = await connection.query<{ Id: string; AccountId: string }>(`SELECT Id, AccountId FROM Contact WHERE Account.PRM_Key__c ${like}`, { autoFetch: true, maxFetch: 200_000 });
  return records.filter((row) => !peopled.has(row.AccountId)).map((row) => row.Id);
}

/** Deletes in calls of 200; answers the first failure, if any. */
async function destroy(connection: Connection, object: string, ids: readonly string[]): Promise<string | undefined> {
  let failure: string | undefined;
  for (let start = 0; start < ids.length; start += COLLECTION) {
    const results = await connection.sobject(object).destroy(ids.slice(start, start + COLLECTION));
    const failed = results.find((result) => !result.success);
    if (failed) failure ??= JSON.stringify(failed.errors);
  }
  return failure;
}
