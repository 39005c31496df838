/** One process at a time holds a data folder; what a killed one left is cleared, what a living one holds is refused. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFolderInUse, emptyDataFolder, takeDataFolder } from '../dataFolder';

let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'data-folder-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const holder = (value: unknown): void => writeFileSync(join(folder, 'process.json'), typeof value === 'string' ? value : JSON.stringify(value));
const lock = (): void => void mkdirSync(join(folder, 'org.sqlite.lock'));
const locked = (): boolean => existsSync(join(folder, 'org.sqlite.lock'));
const living = (): ChildProcess => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  children.push(child);
  return child;
};
const startOf = (pid: number): string => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] as string;
};

describe('a data folder', () => {
  it('GIVEN nobody holds it WHEN it is taken and released THEN no trace of the process stays', () => {
    const taken = takeDataFolder(folder);
    expect(taken.databaseFile).toBe(join(folder, 'org.sqlite'));
    expect(JSON.parse(readFileSync(join(folder, 'process.json'), 'utf8'))).toMatchObject({ pid: process.pid });
    taken.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('GIVEN a killed process left its lock WHEN the folder is taken THEN the lock is removed', () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    holder({ pid: dead, startedAt: '2026-01-01T00:00:00Z' });
    lock();
    takeDataFolder(folder).release();
    expect(locked()).toBe(false);
  });

  it('GIVEN a living process holds it WHEN it is taken or emptied THEN a sentence names the process and what to do, and the lock stays', () => {
    const { pid = 0 } = living();
    holder({ pid, startedAt: '2026-01-01T00:00:00Z' });
    lock();
    expect(() => takeDataFolder(folder)).toThrow(DataFolderInUse);
    expect(() => takeDataFolder(folder)).toThrow(`${folder} is in use by process ${pid}, started 2026-01-01T00:00:00Z. Stop it first, or choose another folder with --data.`);
    expect(() => emptyDataFolder(folder)).toThrow(DataFolderInUse);
    expect(locked()).toBe(true);
  });

  (existsSync('/proc/self/stat') ? it : it.skip)('GIVEN the number of a dead process was given to another WHEN the folder is taken THEN the other does not count', () => {
    const { pid = 0 } = living();
    holder({ pid, startedAt: '2026-01-01T00:00:00Z', processStart: '1' });
    expect(() => takeDataFolder(folder).release()).not.toThrow();
    holder({ pid, startedAt: '2026-01-01T00:00:00Z', processStart: startOf(pid) });
    expect(() => takeDataFolder(folder)).toThrow(DataFolderInUse);
  });

  it.each([['half a line', '{"pid": 12'], ['nothing', ''], ['no number', '{"pid":"x"}']])('GIVEN %s in process.json WHEN the folder is taken THEN nobody holds it', (_name, text) => {
    holder(text);
    lock();
    takeDataFolder(folder).release();
    expect(locked()).toBe(false);
  });

  it('GIVEN files of the org and of others WHEN it is emptied THEN those of others stay', () => {
    for (const name of ['org.sqlite', 'org.sqlite-journal', 'org.json', 'mine.txt']) writeFileSync(join(folder, name), '');
    lock();
    emptyDataFolder(folder);
    expect(readdirSync(folder)).toEqual(['mine.txt']);
  });
});
