/** The floors of the package and of the local org: every edge goes down (DESIGN of the house: config/domains.json). */
import { basename, dirname, join, normalize } from 'node:path';
import { readDomains, type Domain } from './domains';
import { apexCode, filesBelow, lineAt, textOf } from './files';
import type { Gate } from './gate';

const LOCAL_ORG_FLOORS = ['schema', 'formula', 'database', 'security', 'apex', 'server', 'web', 'cli', 'conformance'] as const;

interface Edge { readonly from: Domain; readonly file: string; readonly line: number; readonly name: string; readonly to: Domain; readonly api: boolean; }

/** Whether `from` may use what lies in `to`. Siblings on one floor do not name each other. */
function forbidden({ from, to, api }: Edge): string | undefined {
  if (from === to) return undefined;
  if (to.floor > from.floor) return `is on an upper floor (${to.name})`;
  if (to.floor === from.floor) return `is a sibling (${to.name})`;
  if (!api) return `does not lie in classes/api of ${to.name}`;
  return undefined;
}

function apexEdges(root: string, domains: readonly Domain[]): Edge[] {
  const owner = new Map(domains.flatMap((domain) => [...domain.classes].map(([name, { file, api }]) => [name.toLowerCase(), { domain, name, file, api }] as const)));
  const edges: Edge[] = [];
  for (const from of domains) {
    for (const file of from.files.filter((each) => /\.(cls|trigger)$/.test(each))) {
      const code = apexCode(textOf(root, file));
      for (const found of code.matchAll(/\bPrm\w+/gi)) {
        const target = owner.get(found[0].toLowerCase());
        // Tests may use the builders of lower floors wherever they lie.
        const free = file.includes('/tests/');
        if (target && target.domain !== from) edges.push({ from, file, line: lineAt(code, found.index), name: target.name, to: target.domain, api: target.api || free });
      }
    }
  }
  return edges;
}

function componentEdges(root: string, domains: readonly Domain[]): Edge[] {
  const components = new Map(domains.flatMap((domain) => [...domain.components.keys()].map((name) => [name, domain] as const)));
  const classes = new Map(domains.flatMap((domain) => [...domain.classes.keys()].map((name) => [name, domain] as const)));
  const objects = new Map(domains.flatMap((domain) => [...domain.objects].map((name) => [name, domain] as const)));
  const edges: Edge[] = [];
  for (const from of domains) {
    for (const file of from.files) {
      const uses: { name: string; to: Domain | undefined; offset: number }[] = [];
      const add = (expression: RegExp, text: string, map: ReadonlyMap<string, Domain>, spell = (name: string): string => name): void => {
        for (const found of text.matchAll(expression)) {
          const name = spell(found[1] as string);
          uses.push({ name, to: map.get(name), offset: found.index });
        }
      };
      const text = /\.(ts|html|json|xml)$/.test(file) ? textOf(root, file) : '';
      if (/\/lwc\/.*\.ts$/.test(file)) {
        add(/from\s+'c\/(\w+)'/g, text, components);
        add(/@salesforce\/apex\/(\w+)\./g, text, classes);
        add(/@salesforce\/schema\/(\w+__c)/g, text, objects);
      } else if (/\/lwc\/.*\.html$/.test(file)) add(/<c-([a-z0-9-]+)/g, text, components, camel);
      else if (file.endsWith('.field-meta.xml')) add(/<referenceTo>(\w+)<\/referenceTo>/g, text, objects);
      else if (file.endsWith('.flexipage-meta.xml')) add(/<componentName>(?:c:)?(prm\w+)<\/componentName>/g, text, components);
      else if (file.endsWith('content.json')) add(/"c:(\w+)"/g, text, components);
      for (const { name, to, offset } of uses) {
        if (to && to !== from) edges.push({ from, file, line: lineAt(text, offset), name, to, api: true });
      }
    }
  }
  return edges;
}

function camel(kebab: string): string {
  return kebab.replace(/-([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
}

function duplicates(domains: readonly Domain[]): string[] {
  const findings: string[] = [];
  const seen = new Map<string, string>();
  for (const domain of domains) {
    for (const file of domain.files) {
      const name = identity(file);
      const first = name ? seen.get(name) : undefined;
      if (first) findings.push(`${file}: defined in ${first} too; the last one would silently win`);
      else if (name) seen.set(name, file);
    }
  }
  return findings;
}

/** What makes a component one: its file name without folders; the bundle for Lightning web components. Label files and folder-based types may share names. */
function identity(file: string): string | undefined {
  if (/\.(cls|trigger|permissionset-meta\.xml|permissionsetgroup-meta\.xml|sharingRules-meta\.xml|object-meta\.xml|md-meta\.xml|customPermission-meta\.xml|queue-meta\.xml|group-meta\.xml|translation-meta\.xml|js-meta\.xml|flexipage-meta\.xml|tab-meta\.xml|app-meta\.xml)$/.test(file)) return basename(file).toLowerCase();
  if (file.endsWith('.field-meta.xml')) return file.split('/').slice(-3).join('/').toLowerCase();
  return undefined;
}

/** What judges the local org by the documentation alone knows nothing else: it imports nothing but its own files. */
const INDEPENDENT: readonly string[] = ['local-org/conformance/rights/model'];

function independenceFindings(root: string): string[] {
  return INDEPENDENT.flatMap((folder) => filesBelow(root, folder, (path) => path.endsWith('.ts')).flatMap((file) => {
    const text = textOf(root, file);
    return [...text.matchAll(/(?:from|import|require)\s*\(?\s*['"`]([^'"`]+)['"`]/g)].filter((found) => !normalize(join(dirname(file), found[1] as string)).startsWith(`${folder}/`) || !(found[1] as string).startsWith('.')).map((found) => `${file}:${lineAt(text, found.index)}: imports ${found[1]}; ${folder} imports its own files alone`);
  }));
}

/** Imports of the local org go down its floors, and into another floor through its index only. */
function localOrgFindings(root: string): string[] {
  const findings: string[] = [];
  const floor = (name: string): number => (LOCAL_ORG_FLOORS as readonly string[]).indexOf(name);
  for (const file of filesBelow(root, 'local-org', (path) => path.endsWith('.ts') && !path.includes('/web/client/') && !path.includes('/fixture'))) {
    const own = file.split('/')[1] as string;
    const inTest = file.includes('/tests/');
    const text = textOf(root, file);
    for (const found of text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)) {
      const target = normalize(join(dirname(file), found[1] as string));
      const parts = target.split('/');
      const line = lineAt(text, found.index);
      if (parts[0] !== 'local-org') findings.push(`${file}:${line}: imports ${target}, which is not part of the local org`);
      else if (parts[1] !== own && floor(own) >= 0 && !inTest) {
        if (floor(parts[1] as string) > floor(own)) findings.push(`${file}:${line}: ${own} imports the upper floor ${parts[1]}`);
        else if (parts.length > 2 && parts[2] !== 'index') findings.push(`${file}:${line}: imports ${target} past the index of ${parts[1]}`);
      }
    }
  }
  for (const file of filesBelow(root, 'force-app', (path) => /\.(ts|cls|trigger|html)$/.test(path))) {
    if (/local-org/.test(textOf(root, file))) findings.push(`${file}: names the local org`);
  }
  return findings;
}

export const architecture: Gate = {
  name: 'architecture: every edge goes down',
  run(root) {
    const findings: string[] = [];
    const domains = readDomains(root, findings);
    for (const edge of [...apexEdges(root, domains), ...componentEdges(root, domains)]) {
      const reason = forbidden(edge);
      if (reason) findings.push(`${edge.file}:${edge.line}: ${edge.from.name} uses ${edge.name}, which ${reason}`);
    }
    findings.push(...duplicates(domains), ...localOrgFindings(root), ...independenceFindings(root));
    for (const domain of domains) if (domain.name !== 'portal' && !domain.files.includes(`${domain.folder}/README.md`)) findings.push(`${domain.folder}: has no README.md`);
    return [...new Set(findings)];
  },
};
