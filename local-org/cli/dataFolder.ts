/** The data folder of a running org: one process at a time, and what a killed one left behind is cleared. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeStaleLock } from '../database';

export class DataFolderInUse extends Error {}

interface Holder { readonly pid: number; readonly startedAt: string; readonly processStart?: string; }

/**
 * Takes the folder for this process. Refuses while the process named in it lives; when that one is dead
 * (a killed start leaves SQLite's lock folder behind), the lock is removed and the folder taken over.
 */
export function takeDataFolder(folder: string): { databaseFile: string; /** What was deployed into the org. */ deployedDir: string; release(): void } {
  mkdirSync(folder, { recursive: true });
  const holderFile = join(folder, 'process.json');
  const databaseFile = join(folder, 'org.sqlite');
  const holder = readHolder(holderFile);
  if (holder && holder.pid !== process.pid && isSameProcess(holder)) {
    throw new DataFolderInUse(`${folder} is in use by process ${holder.pid}, started ${holder.startedAt}. Stop it first, or choose another folder with --data.`);
  }
  removeStaleLock(databaseFile);
  const own: Holder = { pid: process.pid, startedAt: new Date().toISOString(), ...withStart(process.pid) };
  writeFileSync(holderFile, JSON.stringify(own));
  return { databaseFile, deployedDir: join(folder, 'deployed'), release: () => rmSync(holderFile, { force: true }) };
}

/** Forgets all data of the folder; it must not be in use. */
export function emptyDataFolder(folder: string): void {
  const holder = readHolder(join(folder, 'process.json'));
  if (holder && holder.pid !== process.pid && isSameProcess(holder)) throw new DataFolderInUse(`${folder} is in use by process ${holder.pid}. Stop it first.`);
  for (const name of ['org.sqlite', 'org.sqlite-journal', 'org.sqlite-wal', 'org.sqlite-shm', 'org.sqlite.lock', 'org.json', 'deployed']) rmSync(join(folder, name), { recursive: true, force: true });
}

function readHolder(file: string): Holder | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    return typeof value.pid === 'number' ? { pid: value.pid, startedAt: String(value.startedAt ?? 'at an unknown time'), ...(value.processStart ? { processStart: value.processStart } : {}) } : undefined;
  } catch {
    return undefined; // half written by a killed process: nobody holds it
  }
}

/** Alive, and the very process that wrote the file: process numbers are used again after a reboot. */
function isSameProcess(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = withStart(holder.pid).processStart;
  return holder.processStart === undefined || now === undefined || now === holder.processStart;
}

/** Start time of a process in clock ticks since boot, where the system tells (proc(5), field 22). */
function withStart(pid: number): { processStart?: string } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return start ? { processStart: start } : {};
  } catch {
    return {};
  }
}
