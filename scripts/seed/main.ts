/** `npm run seed -- doctor|plan|load|import|export|verify|reset --target-org ALIAS|local`. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { doctor } from './commands/doctor';
import { exportData } from './commands/export';
import { plan } from './commands/plan';
import { reset } from './commands/reset';
import { verify } from './commands/verify';
import { SeedError, connectTo } from './connection';
import { writeIssues } from './import/issues';
import { readMapping } from './import/mapping';
import { printReport, routingReport, waitForPending } from './import/report';
import { runImport } from './import/run';
import { loadProfile } from './load/index';

interface Common { readonly targetOrg: string; readonly data: string; readonly json?: boolean; }

const out = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

function day(text: string): Date {
  const date = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(date.getTime())) throw new InvalidArgumentError('Write a day as YYYY-MM-DD.');
  return date;
}

async function load(options: Common & { profile: 'demo' | 'empty'; asOf?: Date; leads: string }): Promise<void> {
  const connection = await connectTo(options.targetOrg, options.data);
  const result = await loadProfile(connection, { profile: options.profile, leads: Number(options.leads), passwords: false, ...(options.asOf ? { asOf: options.asOf } : {}), ...(options.json ? {} : { log: out }) });
  const sum = (part: 'inserted' | 'updated' | 'unchanged'): number => result.reports.reduce((total, report) => total + report[part], 0);
  out(options.json ? JSON.stringify(result) : `${sum('inserted')} new, ${sum('updated')} changed, ${sum('unchanged')} as they were, in ${result.calls} calls.`);
}

async function importFiles(options: Common & { mapping: string; from: string; errors: string; asOf?: Date }): Promise<void> {
  const mapping = readMapping(options.mapping);
  const connection = await connectTo(options.targetOrg, options.data);
  const log = options.json ? undefined : out;
  const today = (options.asOf ?? new Date()).toISOString().slice(0, 10);
  const result = await runImport(connection, { mapping, folder: options.from, today, ...(log ? { log } : {}) });
  mkdirSync(dirname(options.errors), { recursive: true });
  const warnings = join(dirname(options.errors), 'warnings.csv');
  writeIssues(options.errors, result.errors);
  writeIssues(warnings, result.warnings);
  await waitForPending(connection, mapping, log);
  const report = await routingReport(connection, mapping.prefix);
  if (options.json) out(JSON.stringify({ ...result, report }));
  else {
    out(printReport(report));
    out('');
    out(`${result.rows} rows: ${result.loaded} loaded, ${result.inError} in error (${options.errors}), ${result.warnings.length} warnings (${warnings}).`);
  }
  if (result.errors.length) process.exitCode = 1;
}

const program = new Command('seed').description('Puts data into an org: a sandbox by alias, or the local org.');
const command = (name: string, description: string): Command =>
  program.command(name).description(description).requiredOption('--target-org <alias>', 'alias or user name of the Salesforce command line, or local').option('--data <dir>', 'data folder of the local org', '.local-org').option('--json', 'print only JSON');
const run = <T extends Common>(work: (options: T) => Promise<void>) => async (options: T): Promise<void> => {
  try {
    await work(options);
  } catch (failure) {
    const message = failure instanceof SeedError ? failure.message : failure instanceof Error ? failure.message : String(failure);
    if (options.json) out(JSON.stringify({ error: message }));
    else process.stderr.write(`${message}\n`);
    process.exitCode = 1;
  }
};

command('doctor', 'checks whether the org has what the data needs').action(run<Common>(async (options) => {
  const findings = await doctor(await connectTo(options.targetOrg, options.data));
  out(options.json ? JSON.stringify(findings) : findings.map((each) => `${each.ok ? '✓' : '✗'} ${each.what}${each.ok ? '' : `\n    ${each.fix}`}`).join('\n'));
  if (findings.some((each) => !each.ok)) process.exitCode = 1;
}));
command('plan', 'says what load would do, and changes nothing').option('--as-of <day>', 'day that dates count from', day).option('--leads <n>', 'number of leads', '60').action(run<Common & { asOf?: Date; leads: string }>(async (options) => {
  const steps = await plan(await connectTo(options.targetOrg, options.data), { asOf: options.asOf ?? new Date(), leads: Number(options.leads) });
  out(options.json ? JSON.stringify(steps) : steps.map((each) => `${each.object.padEnd(26)} ${each.records} records, ${each.present} there already`).join('\n'));
}));
command('load', 'loads a profile').option('--profile <name>', 'demo or empty', 'demo').option('--as-of <day>', 'day that dates count from', day).option('--leads <n>', 'number of leads', '60').action(run(load));
command('import', 'loads CSV files by a mapping').requiredOption('--mapping <file>', 'mapping file').requiredOption('--from <dir>', 'folder of the CSV files').option('--errors <file>', 'where errors go', 'reports/errors.csv').option('--as-of <day>', 'day of the import', day).action(run(importFiles));
command('export', 'writes what was loaded to CSV files').requiredOption('--to <dir>', 'folder').option('--prefix <key>', 'beginning of the keys', 'demo').action(run<Common & { to: string; prefix: string }>(async (options) => {
  const files = await exportData(await connectTo(options.targetOrg, options.data), options.to, options.prefix);
  out(options.json ? JSON.stringify(files) : files.map((each) => `${each.file}  ${each.rows} rows`).join('\n'));
}));
command('verify', 'checks what was loaded: parents, caps, states').option('--prefix <key>', 'beginning of the keys', 'demo').action(run<Common & { prefix: string }>(async (options) => {
  const findings = await verify(await connectTo(options.targetOrg, options.data), options.prefix);
  out(options.json ? JSON.stringify(findings) : findings.map((each) => `${each.ok ? '✓' : '✗'} ${each.what}${each.ok ? '' : `\n    ${each.fix}`}`).join('\n'));
  if (findings.some((each) => !each.ok)) process.exitCode = 1;
}));
command('reset', 'deletes what was loaded, and nothing else').option('--prefix <key>', 'beginning of the keys', 'demo').action(run<Common & { prefix: string }>(async (options) => {
  const deleted = await reset(await connectTo(options.targetOrg, options.data), options.prefix);
  out(options.json ? JSON.stringify(deleted) : deleted.map((each) => `${each.object.padEnd(26)} ${each.deleted} deleted${each.kept ? `, ${each.kept} stay: ${each.because}` : ''}`).join('\n'));
}));

void program.parseAsync(process.argv);
