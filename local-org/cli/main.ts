/** `npm run org -- ...`: the local org's own command line, for any SFDX project. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { PlatformError, SourceError } from '../schema';
import type { ApexTestRun } from '../apex';
import { createPlatform, type Platform } from '../server';
import { DataFolderInUse, emptyDataFolder, takeDataFolder } from './dataFolder';
import { guardedFieldsOf } from './project';
import { jsonReport, junitReport, lcovReport, textReport } from './report';
import { DoesNotCompile, serve } from './serve';
import { runFannedOut } from './testRun';

interface Common { readonly project: string; readonly json?: boolean; readonly data?: string; }

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** An error is one clear line and exit code 1; with --json it is JSON all the same. */
function fail(failure: unknown, json: boolean | undefined): void {
  const lines = failure instanceof DoesNotCompile ? failure.errors.map((error) => error.message) : [describe(failure)];
  if (json) print(JSON.stringify({ error: { messages: lines } }));
  else process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}

function describe(failure: unknown): string {
  if (failure instanceof SourceError || failure instanceof DataFolderInUse) return failure.message;
  if (failure instanceof PlatformError) return `${failure.code}: ${failure.message}`;
  return failure instanceof Error ? `${failure.message}` : String(failure);
}

function platformOf(options: Common): { platform: Platform; release(): void } {
  const projectDir = resolve(options.project);
  const folder = options.data ? takeDataFolder(resolve(options.data)) : undefined;
  const platform = createPlatform({ projectDir, cacheDir: join(projectDir, '.cache'), guardedFields: guardedFieldsOf(projectDir), ...(folder ? { dataFile: folder.databaseFile, deployedDir: folder.deployedDir } : {}) });
  return {
    platform,
    release: () => {
      platform.close();
      folder?.release();
    },
  };
}

function check(options: Common): void {
  const { platform, release } = platformOf(options);
  const errors = platform.apex.compile();
  release();
  if (errors.length) throw new DoesNotCompile(errors);
  const counts = { objects: platform.org.objects.size, apex: platform.org.apex.length, components: platform.org.lwc.size };
  print(options.json ? JSON.stringify({ ok: true, ...counts }) : `No findings: ${counts.objects} objects, ${counts.apex} Apex files, ${counts.components} components.`);
}

async function tested(platform: Platform, options: Common & { class?: string[]; workers?: string }, coverage: boolean): Promise<ApexTestRun> {
  const errors = platform.apex.compile();
  const all = platform.org.apex.filter((source) => source.kind === 'class' && /@\s*istest/i.test(source.text)).map((source) => source.name);
  if (errors.length) throw new DoesNotCompile(errors);
  const chosen = options.class?.length ? options.class : all;
  for (const name of chosen) if (!platform.org.apex.some((source) => source.name.toLowerCase() === name.toLowerCase())) throw new SourceError(`There is no class ${name}. Name one of ${all.join(', ')}.`);
  // Tests run on an org in memory; the one of a data folder is not theirs.
  return runFannedOut({ projectDir: options.project, coverage, ...(options.workers ? { workers: Number(options.workers) } : {}) }, chosen, options.data ? undefined : platform);
}

async function test(options: Common & { class?: string[]; coverage?: boolean; junit?: string; lcov?: string; limits?: boolean; workers?: string }): Promise<void> {
  const started = Date.now();
  const projectDir = resolve(options.project);
  const { platform, release } = platformOf({ ...options, project: projectDir });
  const coverage = Boolean(options.coverage ?? options.lcov);
  const run = await tested(platform, { ...options, project: projectDir }, coverage).finally(release);
  const timeMs = Date.now() - started;
  const report = jsonReport(run, timeMs, coverage);
  if (options.junit) writeFileSync(options.junit, junitReport(run, timeMs));
  if (options.lcov) writeFileSync(options.lcov, lcovReport(run));
  print(options.json ? JSON.stringify(report) : textReport(report, options.limits));
  if (report.summary.outcome !== 'Passed') process.exitCode = 1;
}

function query(text: string, options: Common & { user?: string }): void {
  const { platform, release } = platformOf(options);
  try {
    const result = platform.database.transaction(() => platform.database.query(text, { userId: userOf(platform, options.user), mode: 'user', sharing: true }));
    print(JSON.stringify(options.json ? { size: result.size, rows: result.rows } : result.rows.map((row) => row.aggregates ?? { ...row.values, ...row.parents, ...row.children }), null, options.json ? 0 : 2));
  } finally {
    release();
  }
}

function userOf(platform: Platform, username: string | undefined): string {
  if (!username) return platform.security.adminUserId;
  const found = platform.database.sql.all('SELECT "Id" FROM "User" WHERE "Username" = ?', [username])[0];
  if (!found) throw new PlatformError('NOT_FOUND', `No user ${username}.`);
  return String(found['Id']);
}

function exec(file: string, options: Common & { user?: string }): void {
  const { platform, release } = platformOf(options);
  try {
    const errors = platform.apex.compile();
    if (errors.length) throw new DoesNotCompile(errors);
    const result = platform.apex.executeAnonymous(userOf(platform, options.user), readFileSync(file === '-' ? 0 : file, 'utf8'));
    while (platform.apex.runDueJobs() > 0);
    print(options.json ? JSON.stringify(result) : result.success ? result.logs : `${result.line}:${result.column} ${result.compileProblem ?? result.exceptionMessage ?? ''}\n${result.exceptionStackTrace ?? ''}`);
    if (!result.success) process.exitCode = 1;
  } finally {
    release();
  }
}

async function deploy(options: Common & { port: string; web: boolean }): Promise<void> {
  const running = await serve({ projectDir: resolve(options.project), port: Number(options.port), web: options.web, log: (message) => process.stderr.write(`${message}\n`), ...(options.data ? { dataDir: resolve(options.data) } : {}) });
  print(options.json ? JSON.stringify({ instanceUrl: running.origin }) : `Local org ready at ${running.origin}`);
  const stop = (): void => void running.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

export function program(): Command {
  const root = new Command('org').description('Runs an SFDX project on this machine, without a Salesforce account.');
  const command = (name: string, description: string): Command =>
    root.command(name).description(description).option('--project <dir>', 'folder of sfdx-project.json', '.').option('--data <dir>', 'data folder; in memory when absent').option('--json', 'print only JSON');
  const run = <A extends unknown[]>(work: (...args: A) => void | Promise<void>) => async (...args: A): Promise<void> => {
    const options = args.find((each): each is A[number] & Common => typeof each === 'object' && each !== null && 'project' in each);
    try {
      await work(...args);
    } catch (failure) {
      fail(failure, (options as Common | undefined)?.json);
    }
  };
  command('check', 'compiles the project and reports every error').action(run(check));
  command('test', 'runs Apex tests').option('--class <name...>', 'only these classes').option('--coverage', 'count covered lines').option('--junit <file>', 'write JUnit XML').option('--lcov <file>', 'write lcov').option('--limits', 'print queries, rows, DML and statements of each test').option('--workers <n>', 'processes to use').action(run(test));
  command('query', 'runs a SOQL query').argument('<soql>').option('--user <username>', 'as this user').action(run(query));
  command('exec', 'runs anonymous Apex').argument('<file>', 'file, or - for standard input').option('--user <username>', 'as this user').action(run(exec));
  command('deploy', 'serves the project over HTTP').option('--port <n>', 'port, 0 for a free one', '8080').option('--no-web', 'no pages').action(run(deploy));
  command('reset', 'forgets all data of a data folder').action(run((options: Common) => {
    emptyDataFolder(resolve(options.data ?? join(options.project, '.local-org')));
    print(options.json ? JSON.stringify({ ok: true }) : 'The data folder is empty.');
  }));
  return root;
}

if (require.main === module) void program().parseAsync(process.argv);
