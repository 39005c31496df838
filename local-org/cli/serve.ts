/** Starts an org over HTTP: load, compile, serve. */
import { join } from 'node:path';
import type { SourceError } from '../schema';
import { createPlatform, listen, onDeployment, serverRoutes, startWorker, type Platform, type Route } from '../server';
import { createWeb } from '../web';
import { takeDataFolder } from './dataFolder';
import { guardedFieldsOf } from './project';

export interface ServeOptions {
  readonly projectDir: string;
  readonly port: number;
  /** Folder for the database and what the process notes of itself; in memory when absent. */
  readonly dataDir?: string;
  readonly web: boolean;
  readonly log: (message: string) => void;
}

export interface RunningOrg { readonly origin: string; readonly platform: Platform; close(): Promise<void>; }

/** The org does not compile: every error, one line each. */
export class DoesNotCompile extends Error {
  constructor(readonly errors: readonly SourceError[]) {
    super(errors.map((error) => error.message).join('\n'));
  }
}

export async function serve(options: ServeOptions): Promise<RunningOrg> {
  const folder = options.dataDir ? takeDataFolder(options.dataDir) : undefined;
  try {
    const cacheDir = join(options.projectDir, '.cache');
    const platform = createPlatform({ projectDir: options.projectDir, cacheDir, guardedFields: guardedFieldsOf(options.projectDir), ...(folder ? { dataFile: folder.databaseFile, deployedDir: folder.deployedDir } : {}) });
    const errors = platform.apex.compile();
    if (errors.length) throw new DoesNotCompile(errors);
    const routesOf = async (org: Platform): Promise<Route[]> => [...serverRoutes, ...(options.web ? (await createWeb(org, { cacheDir: join(cacheDir, 'web'), log: options.log })).routes : [])];
    const routes = await routesOf(platform);
    const worker = startWorker(platform, options.log);
    const server = await listen(platform, routes, { port: options.port, log: options.log, afterRequest: () => worker.nudge() });
    // Components are compiled before the org goes over to them; an open page keeps those it has.
    onDeployment(platform, async (candidate) => {
      const changed = await routesOf(candidate);
      return () => server.serve(changed);
    });
    return {
      origin: server.origin,
      platform,
      close: async () => {
        worker.stop();
        await server.close();
        platform.close();
        folder?.release();
      },
    };
  } catch (failure) {
    folder?.release();
    throw failure;
  }
}
