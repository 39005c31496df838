/** Keeps what the LWC compiler made of library modules: they change with a version, the project's components all the time. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Plugin } from 'vite';

type Transform = (this: unknown, code: string, id: string, options: unknown) => unknown;
interface Compiled { readonly code: string }

const isLibrary = (id: string): boolean => id.includes('/node_modules/') || id.includes('\\node_modules\\');

export class TransformCache {
  private readonly held: Record<string, string>;
  private readonly used: Record<string, string> = {};
  private changed = false;

  constructor(private readonly file: string, private readonly version: string) {
    this.held = this.read();
  }

  private read(): Record<string, string> {
    if (!existsSync(this.file)) return {};
    try {
      const { version, entries } = JSON.parse(readFileSync(this.file, 'utf8')) as { version: string; entries: Record<string, string> };
      return version === this.version ? entries : {};
    } catch {
      return {}; // cut short by a kill: compiled anew
    }
  }

  /** The plugin with its compiler asked only for what is not kept. */
  wrap(plugin: Plugin): Plugin {
    const transform = plugin.transform as Transform | undefined;
    if (typeof transform !== 'function') return plugin;
    // The plugin's own `this` is needed inside, so the cache goes in by functions.
    const known = (key: string): string | undefined => this.held[key] ?? this.used[key];
    const use = (key: string, code: string, fresh: boolean): void => {
      this.used[key] = code;
      this.changed ||= fresh;
    };
    return {
      ...plugin,
      async transform(this: unknown, code: string, id: string, options: unknown) {
        if (!isLibrary(id)) return transform.call(this, code, id, options);
        const key = createHash('sha1').update(id).update('\0').update(code).digest('base64');
        const kept = known(key);
        if (kept !== undefined) {
          use(key, kept, false);
          return { code: kept, map: null };
        }
        const result = (await transform.call(this, code, id, options)) as Compiled | undefined;
        if (result?.code !== undefined) {
          use(key, result.code, true);
        }
        return result;
      },
    } as Plugin;
  }

  /** Writes what this build used beside what earlier ones did. */
  save(): void {
    if (!this.changed) return;
    mkdirSync(dirname(this.file), { recursive: true });
    const part = `${this.file}.${process.pid}`;
    writeFileSync(part, JSON.stringify({ version: this.version, entries: { ...this.held, ...this.used } }));
    renameSync(part, this.file);
  }
}
