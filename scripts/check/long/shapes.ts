/**
 * Runs the package's Apex tests in every shape of org but the base one, which `npm test` has:
 * shapes.ts [--shape NAME] [--report FILE]. One case a test; exit code 1 when one fails.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { SHAPES } from '../../../local-org/schema';
import type { JsonReport } from '../../../local-org/cli/report';

interface Case { readonly name: string; readonly outcome: 'passed' | 'failed'; readonly message?: string; }

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** A report names every test with its stack. */
const OUTPUT_BYTES = 256 * 1024 * 1024;

function casesOf(shape: string): Case[] {
  const run = spawnSync(process.execPath, ['--require', './local-org/typescript.cjs', 'local-org/cli/main.ts', 'test', '--shape', shape, '--json'], { encoding: 'utf8', maxBuffer: OUTPUT_BYTES });
  const report = parsed(run.stdout);
  if (!report?.tests?.length) return [{ name: `${shape}: the package compiles and has tests`, outcome: 'failed', message: report?.error?.messages.join('\n') ?? (run.stderr || `exit code ${run.status}`) }];
  return report.tests.map((test) => ({ name: `${shape}: ${test.class}.${test.method}`, outcome: test.outcome === 'Pass' ? 'passed' : 'failed', ...(test.outcome === 'Pass' ? {} : { message: `${test.message ?? ''}\n${test.stack ?? ''}` }) }));
}

function parsed(text: string): (Partial<JsonReport> & { error?: { messages: readonly string[] } }) | undefined {
  try {
    return JSON.parse(text) as Partial<JsonReport>;
  } catch {
    return undefined; // no report at all: told by the caller with what the run wrote instead
  }
}

const only = argument('shape');
const chosen = Object.keys(SHAPES).filter((name) => (only ? name === only : name !== 'base'));
const cases: Case[] = [];
for (const shape of chosen) {
  const found = casesOf(shape);
  const failed = found.filter((each) => each.outcome === 'failed');
  process.stdout.write(`${shape}: ${found.length - failed.length} passed, ${failed.length} failed\n${failed.map((each) => `  ${each.name}\n    ${(each.message ?? '').replaceAll('\n', '\n    ')}\n`).join('')}`);
  cases.push(...found);
}
const report = argument('report');
if (report) writeFileSync(report, `${JSON.stringify({ cases }, null, 1)}\n`);
process.exitCode = cases.length > 0 && cases.every((each) => each.outcome === 'passed') ? 0 : 1;
