/** The running org of the journeys: started by the first test file that asks, shared by those that follow in one run. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { orgOf, type OrgFile, type Persona } from '../../../scripts/accept/client';

/** Longest wait for the ready line, in milliseconds; the budget on an idle machine is a quarter of it. */
const PATIENCE_MS = 160_000;

export interface Org extends OrgFile { readonly dataDir: string; persona(name: string, account?: string): Persona; }

/** Answers the org; a test file asks in `beforeAll`, with a time limit above the wait for the start. */
export async function theOrg(): Promise<Org> {
  const folder = join(tmpdir(), `journeys-${process.pid}`);
  const dataDir = join(folder, 'data');
  const log = join(folder, 'start.log');
  const ready = (): boolean => existsSync(log) && readFileSync(log, 'utf8').includes('Local org ready at');
  if (!ready()) start(folder, dataDir, log);
  for (const end = Date.now() + PATIENCE_MS; !ready(); await wait(100)) {
    if (Date.now() > end || readFileSync(log, 'utf8').includes('The start ended.')) throw new Error(`The local org did not start:\n${readFileSync(log, 'utf8')}`);
  }
  const file = orgOf(dataDir);
  return {
    ...file,
    dataDir,
    persona(name, account) {
      const found = file.personas.find((each) => each.persona === name && (account === undefined || each.account === account));
      if (!found) throw new Error(`The demo has no ${name} of ${account ?? 'any account'}.`);
      return found;
    },
  };
}

/** A program of its own, tied to this one by its standard input alone, so that it does not keep the test run alive. */
function start(folder: string, dataDir: string, log: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const output = openSync(log, 'a');
  const project = resolve(__dirname, '../../..');
  const keeper = spawn(process.execPath, ['--require', resolve(project, 'local-org/typescript.cjs'), join(__dirname, 'keeper.ts'), folder, dataDir], { cwd: project, stdio: ['pipe', output, output] });
  (keeper.stdin as unknown as { unref(): void }).unref();
  keeper.unref();
}
