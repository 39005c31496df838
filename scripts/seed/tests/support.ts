/** A local org over HTTP for a test file, its log-in, and folders with CSV files made from the pipeline. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Connection } from 'jsforce';
import { serve, type RunningOrg } from '../../../local-org/cli/serve';
import { connect } from '../connection';
import { readMapping, type Mapping } from '../import/mapping';
import { becomeAdministrator } from '../load/people';

export const PROJECT = resolve(__dirname, '../../..');
const PIPELINE = join(__dirname, 'data', 'pipeline');
const PASSWORD = 'Adm-inistrator-1';

export interface SeedRun { readonly exitCode: number; readonly stdout: string; readonly stderr: string; }

export interface TestOrg {
  readonly running: RunningOrg;
  readonly connection: Connection;
  /** Folder with an org.json, as `--data` names it. */
  readonly dataDir: string;
  count(soql: string): Promise<number>;
  /** Runs `npm run seed -- ...` against this org, in a process of its own. */
  seed(command: string, ...args: string[]): Promise<SeedRun>;
  close(): Promise<void>;
}

/** Starts the org with the package, without pages, and logs in as its administrator. */
export async function startTestOrg(): Promise<TestOrg> {
  const running = await serve({ projectDir: PROJECT, port: 0, web: false, log: () => undefined });
  const { platform } = running;
  const { adminUserId } = platform.security;
  platform.database.transaction(() => platform.security.setPassword(adminUserId, PASSWORD));
  const { username } = platform.security.user(adminUserId);
  const connection = await connect({ instanceUrl: running.origin, username, password: PASSWORD });
  await becomeAdministrator(connection);
  const dataDir = mkdtempSync(join(tmpdir(), 'seed-org-'));
  writeFileSync(join(dataDir, 'org.json'), JSON.stringify({ instanceUrl: running.origin, personas: [{ persona: 'PRM Administrator', account: null, username, password: PASSWORD, landing: '/' }] }));
  return {
    running, connection, dataDir,
    count: async (soql) => (await connection.query(soql)).totalSize,
    seed: (command, ...args) => runSeed([command, '--target-org', 'local', '--data', dataDir, ...args]),
    close: async () => {
      await running.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The command as a person types it. */
export function runSeed(args: readonly string[]): Promise<SeedRun> {
  return new Promise((resolved) => {
    execFile(process.execPath, ['--require', join(PROJECT, 'local-org/typescript.cjs'), join(PROJECT, 'scripts/seed/main.ts'), ...args], { cwd: PROJECT, maxBuffer: 64 * 1024 * 1024 }, (failure, stdout, stderr) =>
      resolved({ exitCode: failure ? Number((failure as { code?: unknown }).code ?? 1) : 0, stdout, stderr })
    );
  });
}

/** The shipped mapping for the small pipeline of the tests: its own key prefix, its own products, a cap that binds. */
export function pipelineMapping(prefix: string, cap: number): Mapping {
  const shipped = readFileSync(join(PROJECT, 'scripts/seed/mappings/crm-sales.json'), 'utf8');
  const text = shipped
    .replace(/crm-sales/g, prefix)
    .replace(/"GTX Basic;[^"]*"/, '"Kettle One;Kettle Pro;Lathe S;Lathe XL"')
    .replace(/("PRM_Cap__c": \{ "value": )300/g, `$1${cap}`);
  const folder = mkdtempSync(join(tmpdir(), 'seed-mapping-'));
  const file = join(folder, 'mapping.json');
  writeFileSync(file, text);
  try {
    return readMapping(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A copy of the pipeline's files with changes, in a folder of its own. A change gets a file's lines, header first. */
export function pipelineFolder(changes: Readonly<Record<string, (lines: string[]) => readonly string[]>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'seed-pipeline-'));
  cpSync(PIPELINE, folder, { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const path = join(folder, file);
    writeFileSync(path, `${change(readFileSync(path, 'utf8').trimEnd().split('\n')).join('\n')}\n`);
  }
  return folder;
}
