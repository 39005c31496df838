/** A local org for benchmarks: served in this process, with the demo's programme and no leads. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Connection } from 'jsforce';
import { serve, type RunningOrg } from '../../local-org/cli/serve';
import { connect } from '../seed/connection';
import { loadProfile } from '../seed/load/index';
import { becomeAdministrator } from '../seed/load/people';

export const ROOT = resolve(__dirname, '../..');

export interface BenchOrg { readonly running: RunningOrg; readonly connection: Connection; close(): Promise<void>; }

export async function benchOrg(options: { leads: number; file?: boolean }): Promise<BenchOrg> {
  const folder = options.file ? mkdtempSync(join(tmpdir(), 'bench-')) : undefined;
  const running = await serve({ projectDir: ROOT, port: 0, web: false, log: () => undefined, ...(folder ? { dataDir: folder } : {}) });
  const { security, database } = running.platform;
  database.transaction(() => security.setPassword(security.adminUserId, 'Bench-12345'));
  const connection = await connect({ instanceUrl: running.origin, username: security.user(security.adminUserId).username, password: 'Bench-12345' });
  await becomeAdministrator(connection);
  await loadProfile(connection, { profile: 'demo', leads: options.leads, passwords: false });
  drain(running);
  return {
    running,
    connection,
    close: async () => {
      await running.close();
      if (folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs everything that is queued now. */
export function drain(running: RunningOrg): void {
  while (running.platform.apex.runDueJobs() > 0);
}

/** Limits of the newest transaction whose name begins so. */
export function limitsOf(running: RunningOrg, kind: string, name: string): { queries: number; dml: number; rows: number; statements: number } {
  const found = running.platform.apex.recent.find((each) => each.kind === kind && each.name.startsWith(name));
  if (!found) throw new Error(`No transaction ${kind} ${name} among the last ones: ${running.platform.apex.recent.map((each) => `${each.kind} ${each.name}`).join(', ')}`);
  return { queries: found.limits.queries, dml: found.limits.dmlStatements, rows: found.limits.queryRows, statements: found.limits.statements };
}
