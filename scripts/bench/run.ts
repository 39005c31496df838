/** `npm run bench [-- NAME...] [--runs N] [--write]`: the budgets of the design, median of five; exits 1 where one is missed. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { missed, type Benchmark, type Measure } from './benchmark';
import { claimCounts } from './claims';
import { leadCounts } from './leads';
import { localOrg } from './localOrg';
import { ROOT } from './org';
import { portal } from './portal';
import { seeding } from './seeding';
import { start, suite } from './starts';

const BENCHMARKS: readonly Benchmark[] = [leadCounts, claimCounts, localOrg, suite, start, portal, seeding];

const shown = (value: number): string => (Number.isInteger(value) ? value.toLocaleString('en-US') : value.toFixed(value < 10 ? 2 : 0));

function row(measure: Measure): string[] {
  const { baseline } = measure;
  return [measure.what, `${shown(measure.value)} ${measure.unit}`.trim(), measure.budget === undefined ? '' : shown(measure.budget), missed(measure) ? 'missed' : measure.budget === undefined ? '' : 'met', baseline ? `${baseline.what}: ${shown(baseline.value)} (ratio ${(measure.value / baseline.value).toFixed(2)})` : ''];
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const at = args.indexOf('--runs');
  const runs = at >= 0 ? Math.max(1, Number(args[at + 1])) : 5;
  const names = args.filter((each, index) => !each.startsWith('--') && (at < 0 || index !== at + 1));
  const unknown = names.filter((name) => !BENCHMARKS.some((each) => each.name === name));
  if (unknown.length) throw new Error(`There is no benchmark ${unknown.join(', ')}. Choose from ${[...new Set(BENCHMARKS.map((each) => each.name))].join(', ')}.`);
  const lines = ['| what | measured | budget | | beside it |', '|---|---|---|---|---|'];
  let failed = 0;
  for (const benchmark of BENCHMARKS) {
    if (names.length && !names.includes(benchmark.name)) continue;
    process.stdout.write(`… ${benchmark.name}\n`);
    for (const measure of await benchmark.run(runs, (line) => process.stdout.write(`  ${line}\n`))) {
      if (missed(measure)) failed++;
      const cells = row(measure);
      lines.push(`| ${cells.join(' | ')} |`);
      process.stdout.write(`${cells[0]?.padEnd(84)} ${cells[1]?.padStart(14)}  ${cells[2] ? `budget ${cells[2]}  ${cells[3]}` : ''}  ${cells[4] ?? ''}\n`);
    }
  }
  if (args.includes('--write')) {
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
    const file = join(ROOT, 'docs', 'benchmarks.md');
    // What people wrote below the table stays.
    const byHand = /^## [\s\S]*/m.exec(readFileSync(file, 'utf8'))?.[0] ?? '';
    writeFileSync(file, `# Benchmarks\n\nWritten by \`npm run bench -- --write\`. Medians of ${runs} on ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}, commit ${commit}. Counts are the same everywhere; times are not: compare ratios.\n\n${lines.join('\n')}\n\n${byHand}`);
  }
  process.exitCode = failed ? 1 : 0;
}

main().catch((failure: Error) => {
  process.stderr.write(`${failure.message}\n`);
  process.exitCode = 1;
});
