/** `npm start`: starts the local org with this project, seeds it over HTTP, says where to go and as whom. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { DataFolderInUse, emptyDataFolder } from '../../local-org/cli/dataFolder';
import { DoesNotCompile, serve } from '../../local-org/cli/serve';
import { SourceError } from '../../local-org/schema';
import { layResources } from '../build/resources';
import { connect } from '../seed/connection';
import { loadProfile, type Persona } from '../seed/load/index';
import { playPeople } from './activity';
import { becomeAdministrator } from '../seed/load/people';

interface StartOptions { readonly port: string; readonly data: string; readonly fresh?: boolean; readonly profile: 'demo' | 'empty'; readonly web: boolean; }

/** What `org.json` tells scripts: where the org is and who may log in. */
export interface OrgFile { readonly instanceUrl: string; readonly profile: string; readonly personas: readonly Persona[]; }

const out = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function start(options: StartOptions): Promise<void> {
  const began = Date.now();
  const projectDir = resolve(__dirname, '../..');
  const dataDir = resolve(options.data);
  if (options.fresh) emptyDataFolder(dataDir);
  mkdirSync(dataDir, { recursive: true });
  layResources(projectDir);
  const orgFile = join(dataDir, 'org.json');
  const known = readOrgFile(orgFile);
  out('Starting the local org …');
  const running = await serve({ projectDir, port: Number(options.port), dataDir, web: options.web, log: (message) => process.stderr.write(`${message}\n`) });
  const stop = (): void => void running.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  let personas: readonly Persona[];
  if (known && known.profile === options.profile) {
    personas = known.personas;
  } else {
    const admin = adminLogIn(running.platform);
    out(`Seeding profile ${options.profile} over ${running.origin} …`);
    const connection = await connect({ instanceUrl: running.origin, username: admin.username, password: admin.password });
    await becomeAdministrator(connection);
    personas = [admin, ...(await loadProfile(connection, { profile: options.profile, log: (line) => out(`  ${line}`) })).personas];
    if (options.web && options.profile === 'demo') await playPeople(running.origin, personas);
  }
  const file: OrgFile = { instanceUrl: running.origin, profile: options.profile, personas };
  writeFileSync(orgFile, JSON.stringify(file, null, 2));
  out('');
  for (const each of personas) out(`  ${each.persona.padEnd(24)} ${each.username.padEnd(44)} ${each.password.padEnd(18)} ${running.origin}${each.landing}`);
  out('');
  out(`Started in ${((Date.now() - began) / 1000).toFixed(1)} s. Stop with Ctrl+C; the data stays in ${options.data}.`);
  out(`Local org ready at ${running.origin}`);
}

/** The org's own administrator gets a password of this data folder's, never one that is the same everywhere. */
function adminLogIn(platform: Awaited<ReturnType<typeof serve>>['platform']): Persona {
  const { adminUserId } = platform.security;
  const password = `Adm-${randomBytes(6).toString('base64url')}1`;
  platform.database.transaction(() => platform.security.setPassword(adminUserId, password));
  return { persona: 'PRM Administrator', account: null, username: platform.security.user(adminUserId).username, password, landing: '/' };
}

function readOrgFile(file: string): OrgFile | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as OrgFile;
  } catch {
    return undefined; // half written by a killed start: seeding again repeats nothing
  }
}

if (require.main === module) {
  new Command('start')
    .option('--port <n>', 'port on 127.0.0.1; 0 takes a free one', '8080')
    .option('--data <dir>', 'data folder', '.local-org')
    .option('--fresh', 'forget the data first')
    .option('--profile <name>', 'demo or empty', 'demo')
    .option('--no-web', 'no pages: APIs only')
    .action((options: StartOptions) =>
      start(options).catch((failure: unknown) => {
        const lines = failure instanceof DoesNotCompile ? failure.errors.map((error) => error.message) : [failure instanceof SourceError || failure instanceof DataFolderInUse ? failure.message : explain(failure, options)];
        process.stderr.write(`${lines.join('\n')}\n`);
        process.exit(1);
      })
    )
    .parse();
}

function explain(failure: unknown, options: StartOptions): string {
  if ((failure as NodeJS.ErrnoException).code === 'EADDRINUSE') return `Port ${options.port} is taken. Choose another with --port, or --port 0 for a free one.`;
  return failure instanceof Error ? failure.message : String(failure);
}
