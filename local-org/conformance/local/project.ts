/** Deployments as folders: where they lie, and copies with more files. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const DEPLOYMENTS = join(__dirname, '..', 'deployments');

/** Calls `work` with a copy of a project that holds more files; the copy goes when it returns. */
export function withFiles<T>(projectDir: string, files: Readonly<Record<string, string>>, work: (copy: string) => T): T {
  const copy = mkdtempSync(join(tmpdir(), 'conformance-'));
  try {
    cpSync(projectDir, copy, { recursive: true, filter: (path) => !/[\\/]\.cache$/.test(path) });
    for (const [path, text] of Object.entries(files)) {
      const file = join(copy, 'force-app/main/default', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      if (/\.(cls|trigger)$/.test(path)) writeFileSync(`${file}-meta.xml`, apexMeta(path));
    }
    return work(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The version that cases are written for. */
export const API_VERSION = '67.0';

/** The metadata file beside a class or trigger. */
export function apexMeta(path: string): string {
  const root = path.endsWith('.cls') ? 'ApexClass' : 'ApexTrigger';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">\n    <apiVersion>${API_VERSION}</apiVersion>\n    <status>Active</status>\n</${root}>\n`;
}
