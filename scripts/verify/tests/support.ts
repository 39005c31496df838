/** A second local org, empty, behind HTTP, and the command as a person starts it. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { serve, type RunningOrg } from '../../../local-org/cli/serve';

const ROOT = resolve(__dirname, '../../..');
const PASSWORD = 'Second-Org-1';

export interface SecondOrg { readonly running: RunningOrg; readonly folder: string; readonly logIn: readonly string[]; readonly username: string; readonly password: string; close(): Promise<void>; }

/** A project without any metadata: what it gets comes by deployment. */
export async function secondOrg(): Promise<SecondOrg> {
  const folder = mkdtempSync(join(tmpdir(), 'second-org-'));
  mkdirSync(join(folder, 'project/force-app'), { recursive: true });
  writeFileSync(join(folder, 'project/sfdx-project.json'), JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }], name: 'second', namespace: '', sourceApiVersion: '67.0' }));
  const running = await serve({ projectDir: join(folder, 'project'), port: 0, web: false, log: (message) => process.stderr.write(`${message}\n`) });
  const { security, database } = running.platform;
  database.transaction(() => security.setPassword(security.adminUserId, PASSWORD));
  const { username } = security.user(security.adminUserId);
  return {
    running, folder, username, password: PASSWORD,
    logIn: ['--instance-url', running.origin, '--username', username, '--password', PASSWORD],
    close: async () => {
      await running.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface CommandEnd { readonly code: number | null; readonly out: string; readonly err: string; }

/** `npm run verify:org -- ...`, without npm around it. */
export function command(...args: readonly string[]): Promise<CommandEnd> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--require', join(ROOT, 'local-org/typescript.cjs'), join(ROOT, 'scripts/verify/main.ts'), ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
    child.once('error', fail);
    child.once('close', (code) => done({ code, out, err }));
  });
}
