/**
 * Breaks one thing at a time in a copy of the tree and sees whether its test turns red: tsx scripts/check/long/mutants.ts [--only NAME] [--report FILE].
 * Writes docs/mutants.md when all were tried. Exit code 1 when one survives.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MUTANTS, type Mutant } from './mutants/table';

/** A command that hangs counts as red: nothing passes that does not end. */
const LONGEST_MS = 5 * 60_000;

interface Verdict { readonly mutant: Mutant; readonly outcome: 'killed' | 'survived' | 'invalid'; readonly seconds: number; readonly why: string; }

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).trim();

/** The tree as it was committed last, with the installed packages beside it. What is not committed yet takes no part. */
function copyTree(): string {
  const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
  const archive = join(copy, 'tree.tar');
  git('archive', '--format=tar', `--output=${archive}`, 'HEAD');
  execFileSync('tar', ['-xf', archive, '-C', copy]);
  rmSync(archive);
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

function run(copy: string, command: readonly string[]): { readonly red: boolean; readonly output: string } {
  const [program, ...args] = command as [string, ...string[]];
  const result = spawnSync(join(copy, program), args, { cwd: copy, encoding: 'utf8', timeout: LONGEST_MS, killSignal: 'SIGKILL', maxBuffer: 64 * 1024 * 1024, env: { ...process.env, FORCE_COLOR: '0' } });
  return { red: result.status !== 0, output: `${result.stdout ?? ''}${result.stderr ?? ''}` };
}

/** Why a mutant cannot be tried: its text must stand exactly once. */
function fault(copy: string, mutant: Mutant): string | undefined {
  const file = join(copy, mutant.file);
  if (!existsSync(file)) return 'the file does not exist';
  const times = readFileSync(file, 'utf8').split(mutant.search).length - 1;
  return times === 1 ? undefined : `the text stands ${times} times in the file`;
}

function tryMutant(copy: string, mutant: Mutant, green: ReadonlyMap<string, string | undefined>): Verdict {
  const started = Date.now();
  const verdict = (outcome: Verdict['outcome'], why: string): Verdict => ({ mutant, outcome, seconds: (Date.now() - started) / 1000, why });
  const wrong = fault(copy, mutant) ?? green.get(mutant.test.join(' '));
  if (wrong) return verdict('invalid', wrong);
  const file = join(copy, mutant.file);
  const sound = readFileSync(file, 'utf8');
  try {
    writeFileSync(file, sound.replace(mutant.search, () => mutant.replace));
    return run(copy, mutant.test).red ? verdict('killed', '') : verdict('survived', 'the test passes');
  } finally {
    writeFileSync(file, sound);
  }
}

function page(commit: string, verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ mutant, outcome, seconds, why }) => `| ${mutant.floor} | ${mutant.name} | \`${mutant.file}\` | ${outcome}${why ? `: ${why}` : ''} | ${seconds.toFixed(0)} |`);
  const killed = verdicts.filter((each) => each.outcome === 'killed').length;
  return `# Mutants

Each row breaks one thing in a copy of the tree; its test must turn red. \`npx tsx scripts/check/long/mutants.ts\` tries them and writes this page.

Tried at commit ${commit}: ${killed} of ${verdicts.length} killed.

| floor | what is broken | where | outcome | seconds |
|---|---|---|---|---|
${rows.join('\n')}
`;
}

function main(): number {
  const only = argument('only');
  const chosen = MUTANTS.filter((each) => !only || each.name.includes(only) || each.floor === only);
  const commit = git('rev-parse', '--short', 'HEAD');
  const copy = copyTree();
  try {
    // A test that is red already kills nothing.
    const green = new Map<string, string | undefined>();
    for (const { test } of chosen) {
      const command = test.join(' ');
      if (green.has(command)) continue;
      const { red, output } = run(copy, test);
      green.set(command, red ? 'its test fails without the mutant' : undefined);
      process.stdout.write(`${red ? '✗' : '✓'} ${command}\n${red ? `${output.split('\n').slice(-15).join('\n')}\n` : ''}`);
    }
    const verdicts = chosen.map((mutant) => {
      const verdict = tryMutant(copy, mutant, green);
      process.stdout.write(`${verdict.outcome}: ${mutant.floor}: ${mutant.name}${verdict.why ? ` (${verdict.why})` : ''} in ${verdict.seconds.toFixed(0)} s\n`);
      return verdict;
    });
    const report = argument('report');
    if (report) writeFileSync(report, `${JSON.stringify({ cases: verdicts.map((each) => ({ name: `mutant: ${each.mutant.name}`, outcome: each.outcome === 'killed' ? 'passed' : 'failed', ...(each.why ? { message: each.why } : {}) })) }, null, 1)}\n`);
    if (!only) writeFileSync('docs/mutants.md', page(commit, verdicts));
    process.stdout.write(`${verdicts.filter((each) => each.outcome === 'killed').length} of ${verdicts.length} killed\n`);
    return verdicts.length > 0 && verdicts.every((each) => each.outcome === 'killed') ? 0 : 1;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

process.exitCode = main();
