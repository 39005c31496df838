/** `npm test`: every runner, two at a time, one closing line over all report files. */
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { layResources } from '../build/resources';
import { ensureChromium } from '../setup/chromium';
import { RUNNERS, type Counts, type Runner } from './runners';

const LANES = 2;
const REPORTS = 'reports';
/** Most of what a test makes dies young: room for it saves a twentieth of the processor time. In MB. */
const YOUNG = '--max-semi-space-size=64';
/** A runner that hangs is ended and counts as failed. */
const LONGEST_MS = 15 * 60_000;

interface Outcome { readonly runner: Runner; readonly counts: Counts; readonly seconds: number; }

async function runOne(runner: Runner): Promise<Outcome> {
  const started = Date.now();
  const report = join(REPORTS, runner.report);
  const log = join(REPORTS, `${runner.name}.log`);
  rmSync(report, { force: true });
  const code = await new Promise<number | null>((resolve) => {
    const [command, ...args] = runner.command as [string, ...string[]];
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, FORCE_COLOR: '0', NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} ${YOUNG}`.trim() } });
    const out = createWriteStream(log);
    // The command line of the local org prints its report; the other runners write the file themselves.
    const printed: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
    child.stdout.pipe(out, { end: false });
    child.stderr.pipe(out, { end: false });
    const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS);
    child.once('close', (status) => {
      clearTimeout(timer);
      out.end(() => {
        if (!existsSync(report) && printed.length) saveLastJson(report, Buffer.concat(printed).toString('utf8'));
        resolve(status);
      });
    });
  });
  return { runner, counts: counted(runner, report, log, code), seconds: (Date.now() - started) / 1000 };
}

function saveLastJson(file: string, text: string): void {
  const line = text.trim().split('\n').reverse().find((each) => each.startsWith('{'));
  if (line) writeFileSync(file, line);
}

/** A runner without a report, without a test, or that says all is well and ends badly, has failed. */
function counted(runner: Runner, report: string, log: string, code: number | null): Counts {
  const tail = (): string => readFileSync(log, 'utf8').split('\n').slice(-40).join('\n');
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, notes: [`${runner.name} wrote no report (exit code ${code}):\n${tail()}`] };
  const counts = runner.read(JSON.parse(readFileSync(report, 'utf8')));
  if (counts.passed + counts.failed === 0) return { ...counts, failed: 1, notes: [...counts.notes, `${runner.name} ran no test:\n${tail()}`] };
  if (code !== 0 && counts.failed === 0) return { ...counts, failed: 1, notes: [...counts.notes, `${runner.name} ended with code ${code}:\n${tail()}`] };
  return counts;
}

async function main(): Promise<void> {
  mkdirSync(REPORTS, { recursive: true });
  ensureChromium();
  layResources(process.cwd());
  const asked = process.argv.slice(2);
  const waiting = RUNNERS.filter((runner) => asked.length === 0 || asked.includes(runner.name));
  const done: Outcome[] = [];
  const lane = async (): Promise<void> => {
    for (let runner = waiting.shift(); runner; runner = waiting.shift()) {
      process.stdout.write(`… ${runner.name}\n`);
      const outcome = await runOne(runner);
      done.push(outcome);
      const { passed, failed, skipped } = outcome.counts;
      process.stdout.write(`${failed ? '✗' : '✓'} ${runner.name}: ${passed} passed, ${failed} failed, ${skipped} skipped (${outcome.seconds.toFixed(0)} s)\n`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  for (const { runner, counts } of done) for (const note of counts.notes) process.stdout.write(`[${runner.name}] ${note}\n`);
  const sum = (part: 'passed' | 'failed' | 'skipped'): number => done.reduce((total, each) => total + each.counts[part], 0);
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped\n`);
  process.exitCode = sum('failed') ? 1 : 0;
}

void main();
