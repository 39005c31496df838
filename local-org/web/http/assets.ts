/** Files the pages load: the bundle, the design system's pictures, the project's static resources. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { PlatformError, type OrgModel } from '../../schema';
import type { OrgRequest, OrgResponse } from '../../server';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.gif': 'image/gif', '.webp': 'image/webp', '.woff': 'font/woff', '.woff2': 'font/woff2', '.html': 'text/html; charset=utf-8', '.txt': 'text/plain; charset=utf-8', '.pdf': 'application/pdf', '.csv': 'text/csv; charset=utf-8', '.xml': 'text/xml; charset=utf-8',
};
const IMMUTABLE = 'public, max-age=31536000, immutable';
const NOT_FOUND = (): PlatformError => new PlatformError('NOT_FOUND', 'The requested resource does not exist');

const typeOf = (name: string): string => TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream';

/** The file below `root`, or undefined: nothing outside the folder is ever named. */
function fileBelow(root: string, name: string): string | undefined {
  const file = resolve(root, name);
  return file.startsWith(root + sep) && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

/** Kept in memory: a few files, read for every page. */
const contents = new Map<string, Uint8Array>();
function read(file: string): Uint8Array {
  let content = contents.get(file);
  if (!content) contents.set(file, (content = readFileSync(file)));
  return content;
}

const ENCODINGS = [['br', '.br'], ['gzip', '.gz']] as const;

/** One asset of the bundle, in the best encoding the browser takes. Names carry a hash, so they never change. */
export function bundleAsset(dir: string, request: OrgRequest): OrgResponse {
  const name = request.params['name'] ?? '';
  const file = /^[\w.-]+\.(js|css)$/.test(name) ? fileBelow(dir, name) : undefined;
  if (!file) throw NOT_FOUND();
  const headers: Record<string, string> = { 'Content-Type': typeOf(name), 'Cache-Control': IMMUTABLE, Vary: 'Accept-Encoding' };
  const accepted = (request.headers['accept-encoding'] ?? '').split(',').map((part) => part.trim().split(';')[0]);
  for (const [encoding, suffix] of ENCODINGS) {
    if (accepted.includes(encoding)) return { status: 200, headers: { ...headers, 'Content-Encoding': encoding }, body: read(file + suffix) };
  }
  return { status: 200, headers, body: read(file) };
}

const DESIGN_SYSTEM = join(dirname(require.resolve('@salesforce-ux/design-system/package.json')), 'assets');

/** Sprites and pictures of the design system, as the base components address them. */
export function designSystemFile(folder: 'icons' | 'images', request: OrgRequest): OrgResponse {
  const root = join(DESIGN_SYSTEM, folder);
  const file = fileBelow(root, request.params['rest'] ?? '');
  if (!file) throw NOT_FOUND();
  return { status: 200, headers: { 'Content-Type': typeOf(file), 'Cache-Control': 'public, max-age=86400' }, body: read(file) };
}

/** Version part of resource addresses: when the resource's files last changed. */
export function resourceVersion(path: string): string {
  return Math.floor(statSync(path).mtimeMs).toString(36);
}

/** `/resource/<version>/<name>[/path inside]`: an archive's files lie in the resource's folder. */
export function staticResource(org: OrgModel, request: OrgRequest): OrgResponse {
  const resource = org.staticResources.get(request.params['name'] ?? '');
  const inside = request.params['rest'] ?? '';
  if (!resource || !existsSync(resource.path)) throw NOT_FOUND();
  const isFolder = statSync(resource.path).isDirectory();
  const file = isFolder ? fileBelow(resource.path, inside) : inside === '' ? resource.path : undefined;
  if (!file) throw NOT_FOUND();
  const type = isFolder ? typeOf(file) : resource.contentType;
  // A resource is data to its pages: as a document of its own it must not run with the user's session.
  return { status: 200, headers: { 'Content-Type': type, 'Cache-Control': 'private, max-age=31536000, immutable', 'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:" }, body: readFileSync(file) };
}
