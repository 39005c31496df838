/** The domains of the package: what each contains, and on which floor it stands. */
import { basename } from 'node:path';
import { filesBelow, textOf } from './files';

interface DomainMap { readonly floors: readonly { floor: number; domains: readonly string[] }[]; }

export interface Domain {
  readonly name: string;
  readonly floor: number;
  readonly folder: string;
  readonly files: readonly string[];
  /** Apex classes by name; `api` when others may use it. */
  readonly classes: ReadonlyMap<string, { file: string; api: boolean }>;
  readonly components: ReadonlyMap<string, string>;
  readonly objects: ReadonlySet<string>;
}

/** Reads `config/domains.json` and the folders it names. A folder it does not name is a finding. */
export function readDomains(root: string, findings: string[]): Domain[] {
  const map = JSON.parse(textOf(root, 'config/domains.json')) as DomainMap;
  const floorOf = new Map(map.floors.flatMap(({ floor, domains }) => domains.map((name) => [name, floor] as const)));
  const all = [...filesBelow(root, 'force-app/main'), ...filesBelow(root, 'force-app/portal')];
  const byDomain = new Map<string, string[]>();
  for (const file of all) {
    const parts = file.split('/');
    const name = parts[1] === 'portal' ? 'portal' : (parts[2] as string);
    if (parts[1] === 'main' && parts.length === 3) continue;
    byDomain.set(name, [...(byDomain.get(name) ?? []), file]);
  }
  const domains: Domain[] = [];
  for (const [name, files] of byDomain) {
    const floor = floorOf.get(name);
    if (floor === undefined) {
      findings.push(`${files[0]}: the domain ${name} is not in config/domains.json`);
      continue;
    }
    domains.push(describe(name, floor, files));
  }
  return domains;
}

function describe(name: string, floor: number, files: readonly string[]): Domain {
  const classes = new Map<string, { file: string; api: boolean }>();
  const components = new Map<string, string>();
  const objects = new Set<string>();
  for (const file of files) {
    if (file.endsWith('.cls')) classes.set(basename(file, '.cls'), { file, api: file.includes('/classes/api/') });
    if (file.endsWith('.js-meta.xml')) components.set(basename(file, '.js-meta.xml'), file);
    if (file.endsWith('.object-meta.xml')) objects.add(basename(file, '.object-meta.xml'));
  }
  return { name, floor, folder: name === 'portal' ? 'force-app/portal' : `force-app/main/${name}`, files, classes, components, objects };
}
