/** Kills the org at a random moment, opens its data again and looks what is there; so many times over, on one data folder. */
import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { chanceOf } from '../random/chance';
import { check, logIn, openJournal, write } from './journal';
import { PASSWORD } from './victim';

export interface Killed { readonly kills: number; readonly acknowledged: number; readonly faults: readonly string[]; }

/** The clock of death starts after so many entries at most, and runs for so long at most: an entry takes a few milliseconds. */
const MOST_ENTRIES = 30;
const LONGEST_LIFE_MS = 50;
/** Rounds in which the org is killed while it opens its data, too, and the longest time until then. */
const OPENING_SHARE = 0.2;
const LONGEST_OPENING_MS = 2_500;
/** An org that says nothing for so long after its start is ended, and the start has failed. */
const LONGEST_START_MS = 60_000;

interface Victim { readonly child: ChildProcess; readonly origin: string; readonly username: string; readonly gone: Promise<void>; }

const launch = (folder: string): ChildProcessByStdio<null, Readable, Readable> => spawn(process.execPath, ['--require', join(__dirname, '../../../../local-org/typescript.cjs'), join(__dirname, 'victim.ts'), folder], { stdio: ['ignore', 'pipe', 'pipe'] });

/** Kills one that is still opening its data. */
async function killWhileOpening(folder: string, afterMs: number): Promise<void> {
  const child = launch(folder);
  const gone = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  setTimeout(() => child.kill('SIGKILL'), afterMs);
  await gone;
}

function start(folder: string): Promise<Victim> {
  const child = launch(folder);
  const gone = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    let told = '';
    let complaint = '';
    const late = setTimeout(() => child.kill('SIGKILL'), LONGEST_START_MS);
    child.stderr.on('data', (chunk: Buffer) => void (complaint += chunk.toString('utf8')));
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString('utf8');
      const [origin, username] = told.trim().split(' ');
      if (!told.endsWith('\n') || !origin || !username) return;
      clearTimeout(late);
      resolve({ child, origin, username, gone });
    });
    void gone.then(() => reject(new Error(`The org did not open its data again: ${complaint || 'it said nothing'}`)));
  });
}

export async function killing(kills: number, seed: number, tell: (text: string) => void = () => undefined): Promise<Killed> {
  const folder = mkdtempSync(join(tmpdir(), 'org-durability-'));
  const faults: string[] = [];
  let acknowledged = 0;
  try {
    for (let round = 0; round <= kills; round++) {
      const chance = chanceOf(seed, round);
      if (round > 0 && chance.one(OPENING_SHARE)) await killWhileOpening(folder, chance.below(LONGEST_OPENING_MS));
      const victim = await start(folder);
      const caller = await logIn(victim.origin, victim.username, PASSWORD);
      if (round === 0) await openJournal(caller);
      const found = await check(caller, acknowledged);
      faults.push(...found.faults.map((fault) => `seed ${seed}, after kill ${round}: ${fault}`));
      acknowledged = found.last;
      if (round === kills || found.faults.length) {
        victim.child.kill('SIGKILL');
        await victim.gone;
        break;
      }
      const dieAfter = acknowledged + chance.below(MOST_ENTRIES);
      const life = chance.below(LONGEST_LIFE_MS);
      acknowledged = await writeUntilItDies(() => victim.child.killed, async (entry) => {
        if (entry === dieAfter + 1) setTimeout(() => victim.child.kill('SIGKILL'), life);
        await write(caller, entry);
      }, acknowledged);
      await victim.gone;
      tell(`kill ${round + 1}, ${acknowledged} entries acknowledged`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { kills, acknowledged, faults };
}

/** Writes entry after entry; gives the number of the last one that the org acknowledged. */
async function writeUntilItDies(killed: () => boolean, writeEntry: (entry: number) => Promise<void>, from: number): Promise<number> {
  for (let entry = from + 1; ; entry++) {
    try {
      await writeEntry(entry);
    } catch (failure) {
      if (!killed()) throw failure;
      return entry - 1;
    }
  }
}
