/** `npm run test:long [-- NAME...]`: every long runner, or those named, one after the other; one closing line over all. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Counts, Runner } from '../runners';
import { LONG_RUNNERS } from './runners';

const REPORTS = 'reports';

/** What it says on its way is shown: long work shows progress. */
function started({ command, environment }: Runner): Promise<number | null> {
  const [program, ...args] = command as [string, ...string[]];
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...environment } });
    child.once('error', reject);
    child.once('close', resolve);
  });
}

/** A runner without a report, without a test, or that says all is well and ends badly, has failed. */
async function runOne(runner: Runner): Promise<Counts> {
  const report = join(REPORTS, runner.report);
  rmSync(report, { force: true });
  const code = await started(runner);
  const failed = (counts: Counts, note: string): Counts => ({ ...counts, failed: Math.max(1, counts.failed), notes: [...counts.notes, note] });
  if (!existsSync(report)) return failed({ passed: 0, failed: 0, skipped: 0, notes: [] }, `${runner.name} wrote no report (exit code ${code})`);
  const counts = runner.read(JSON.parse(readFileSync(report, 'utf8')));
  if (counts.passed + counts.failed === 0) return failed(counts, `${runner.name} ran no test`);
  return code !== 0 && counts.failed === 0 ? failed(counts, `${runner.name} ended with code ${code}`) : counts;
}

async function main(): Promise<number> {
  mkdirSync(REPORTS, { recursive: true });
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !LONG_RUNNERS.some((runner) => runner.name === name));
  if (unknown.length > 0) throw new Error(`There is no long runner ${unknown.join(', ')}; there are ${LONG_RUNNERS.map((runner) => runner.name).join(', ')}`);
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const runner of LONG_RUNNERS.filter((each) => asked.length === 0 || asked.includes(each.name))) {
    const since = Date.now();
    process.stdout.write(`… ${runner.name}\n`);
    const { passed, failed, skipped, notes } = await runOne(runner);
    for (const note of notes) process.stdout.write(`[${runner.name}] ${note}\n`);
    process.stdout.write(`${failed ? '✗' : '✓'} ${runner.name}: ${passed} passed, ${failed} failed, ${skipped} skipped (${((Date.now() - since) / 1000).toFixed(0)} s)\n`);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
  return total.failed > 0 ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (failure: unknown) => {
    process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
    process.exit(1);
  }
);
