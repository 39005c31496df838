/** A copy of the tree in which mutants are tried, and commands run in it. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mutant, TestCommand } from './types';

/** A command that hangs counts as red: nothing passes that does not end. */
const LONGEST_MS = 5 * 60_000;

export interface Run { readonly red: boolean; readonly output: string; }

export const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).trim();

/** Why a mutant cannot be tried in a tree. */
export function faultIn(root: string, { file, search, at }: Mutant): string | undefined {
  const path = join(root, file);
  if (!existsSync(path)) return 'the file does not exist';
  const text = readFileSync(path, 'utf8');
  if (at !== undefined) return text.startsWith(search, at) ? undefined : 'the text does not stand there';
  const times = text.split(search).length - 1;
  return times === 1 ? undefined : `the text stands ${times} times in the file`;
}

export class Tree {
  readonly root = mkdtempSync(join(tmpdir(), 'mutants-'));

  /** The tree as it was committed last, with the installed packages beside it. What is not committed yet takes no part. */
  constructor() {
    const archive = join(this.root, 'tree.tar');
    git('archive', '--format=tar', `--output=${archive}`, 'HEAD');
    execFileSync('tar', ['-xf', archive, '-C', this.root]);
    rmSync(archive);
    symlinkSync(join(process.cwd(), 'node_modules'), join(this.root, 'node_modules'));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  run(command: TestCommand): Promise<Run> {
    const [program, ...args] = command as [string, ...string[]];
    return new Promise((resolve) => {
      // A process group of its own, so that a hanging command goes with all that it started.
      const child = spawn(program, args, { cwd: this.root, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, FORCE_COLOR: '0' } });
      const parts: Buffer[] = [];
      child.stdout.on('data', (part: Buffer) => parts.push(part));
      child.stderr.on('data', (part: Buffer) => parts.push(part));
      const timer = setTimeout(() => process.kill(-(child.pid as number), 'SIGKILL'), LONGEST_MS);
      const done = (red: boolean, more = ''): void => {
        clearTimeout(timer);
        resolve({ red, output: Buffer.concat(parts).toString('utf8') + more });
      };
      child.once('error', (failure) => done(true, String(failure)));
      child.once('close', (status) => done(status !== 0));
    });
  }

  fault(mutant: Mutant): string | undefined {
    return faultIn(this.root, mutant);
  }

  /** Runs `work` while the mutant is in its file. */
  async with<T>({ file, search, at, replace }: Mutant, work: () => Promise<T>): Promise<T> {
    const path = join(this.root, file);
    const sound = readFileSync(path, 'utf8');
    const from = at ?? sound.indexOf(search);
    try {
      writeFileSync(path, sound.slice(0, from) + replace + sound.slice(from + search.length));
      return await work();
    } finally {
      writeFileSync(path, sound);
    }
  }
}
