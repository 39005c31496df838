/** What came of an import: leads per partner, the cap, what is queued and why; read from the org itself. */
import type { Connection } from 'jsforce';
import { SeedError } from '../connection';
import type { Mapping } from './mapping';

export interface PartnerLine { readonly partner: string; readonly open: number; readonly cap: number | null; readonly history: number; }
export interface RoutingReport { readonly partners: readonly PartnerLine[]; readonly queued: readonly { reason: string; count: number }[]; readonly byStatus: readonly { status: string; count: number }[]; }

const POLL_MS = 500;
/** Longest wait for work that makes no progress. */
const STALLED_MS = 120_000;
/** A line of progress at most this often. */
const TELL_MS = 5_000;

/** Waits until nothing is pending any more; stops with a sentence when nothing moves for two minutes. */
export async function waitForPending(connection: Connection, mapping: Mapping, log?: (line: string) => void): Promise<void> {
  if (!mapping.pending) return;
  const began = Date.now();
  let first = 0;
  let last = -1;
  let moved = began;
  let told = began;
  for (;;) {
    const { totalSize } = await connection.query(`SELECT COUNT() FROM ${mapping.pending.object} WHERE ${mapping.pending.where}`);
    if (totalSize === 0) {
      if (first > 0) log?.(`Routing done in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
      return;
    }
    if (last < 0) log?.(`Routing: ${totalSize} of ${mapping.pending.object} wait …`);
    first = Math.max(first, totalSize);
    if (totalSize !== last) {
      last = totalSize;
      moved = Date.now();
    } else if (Date.now() - moved > STALLED_MS) throw new SeedError(`${totalSize} records still wait and nothing moves. Look at the Log Entries and at Apex Jobs in the org.`);
    if (Date.now() - told >= TELL_MS) {
      log?.(`  ${first - totalSize} of ${first} routed`);
      told = Date.now();
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

export async function routingReport(connection: Connection, prefix: string): Promise<RoutingReport> {
  const where = `PRM_Key__c LIKE '${prefix}:%'`;
  const all = async <T extends object>(soql: string): Promise<T[]> => (await connection.query<T>(soql, { autoFetch: true, maxFetch: 100_000 })).records;
  const held = await all<{ partner: string; name: string; history: boolean; n: number }>(`SELECT PRM_Partner__c partner, PRM_Partner__r.Name name, PRM_History__c history, COUNT(Id) n FROM Lead WHERE ${where} AND PRM_Partner__c != null GROUP BY PRM_Partner__c, PRM_Partner__r.Name, PRM_History__c`);
  const caps = await all<{ PRM_Partner__c: string; PRM_Cap__c: number | null }>(`SELECT PRM_Partner__c, PRM_Cap__c FROM PRM_Routing_Pool_Member__c WHERE ${where}`);
  const queued = await all<{ reason: string; n: number }>(`SELECT PRM_Routing_Reason__c reason, COUNT(Id) n FROM Lead WHERE ${where} AND PRM_Routing_Status__c = 'Queued' GROUP BY PRM_Routing_Reason__c`);
  const status = await all<{ status: string | null; n: number }>(`SELECT PRM_Routing_Status__c status, COUNT(Id) n FROM Lead WHERE ${where} GROUP BY PRM_Routing_Status__c`);
  const partners = new Map<string, PartnerLine>();
  for (const row of held) {
    const line = partners.get(row.partner) ?? { partner: row.name, open: 0, history: 0, cap: caps.find((cap) => cap.PRM_Partner__c === row.partner)?.PRM_Cap__c ?? null };
    partners.set(row.partner, row.history ? { ...line, history: line.history + row.n } : { ...line, open: line.open + row.n });
  }
  return {
    partners: [...partners.values()].sort((a, b) => a.partner.localeCompare(b.partner)),
    queued: queued.map((row) => ({ reason: row.reason, count: row.n })),
    byStatus: status.map((row) => ({ status: row.status ?? '(none)', count: row.n })),
  };
}

export function printReport(report: RoutingReport): string {
  const lines = ['', 'Partner                    open leads   cap   history'];
  for (const each of report.partners) lines.push(`${each.partner.padEnd(26)} ${String(each.open).padStart(10)} ${String(each.cap ?? '–').padStart(5)} ${String(each.history).padStart(9)}${each.cap !== null && each.open >= each.cap ? '  cap reached' : ''}`);
  lines.push('', 'Queued because');
  for (const each of report.queued) lines.push(`${each.reason.padEnd(26)} ${String(each.count).padStart(10)}`);
  return lines.join('\n');
}
