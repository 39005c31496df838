/** source-deploy-retrieve takes the whole source and loses nothing of it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { basename } from 'node:path';
import { filesBelow } from './files';
import type { Gate } from './gate';

/** Source suffix to the name the component bears in a manifest; types whose folder is the component are counted by folder. */
const COUNTED: readonly { readonly type: string; readonly of: RegExp; name(file: string): string }[] = [
  { type: 'ApexClass', of: /\.cls$/, name: (file) => basename(file, '.cls') },
  { type: 'ApexTrigger', of: /\.trigger$/, name: (file) => basename(file, '.trigger') },
  { type: 'LightningComponentBundle', of: /\.js-meta\.xml$/, name: (file) => basename(file, '.js-meta.xml') },
  { type: 'CustomField', of: /\.field-meta\.xml$/, name: (file) => `${file.split('/').slice(-3)[0]}.${basename(file, '.field-meta.xml')}` },
  { type: 'PermissionSet', of: /\.permissionset-meta\.xml$/, name: (file) => basename(file, '.permissionset-meta.xml') },
  { type: 'PermissionSetGroup', of: /\.permissionsetgroup-meta\.xml$/, name: (file) => basename(file, '.permissionsetgroup-meta.xml') },
  { type: 'CustomMetadata', of: /\.md-meta\.xml$/, name: (file) => basename(file, '.md-meta.xml') },
  { type: 'FlexiPage', of: /\.flexipage-meta\.xml$/, name: (file) => basename(file, '.flexipage-meta.xml') },
  { type: 'CustomTab', of: /\.tab-meta\.xml$/, name: (file) => basename(file, '.tab-meta.xml') },
  { type: 'CustomApplication', of: /\.app-meta\.xml$/, name: (file) => basename(file, '.app-meta.xml') },
  { type: 'CustomPermission', of: /\.customPermission-meta\.xml$/, name: (file) => basename(file, '.customPermission-meta.xml') },
  { type: 'Queue', of: /\.queue-meta\.xml$/, name: (file) => basename(file, '.queue-meta.xml') },
];

export const conversion: Gate = {
  name: 'source-deploy-retrieve converts the whole source',
  async run(root) {
    const { ComponentSet, MetadataConverter } = await import('@salesforce/source-deploy-retrieve');
    const out = mkdtempSync(join(tmpdir(), 'convert-'));
    try {
      const set = ComponentSet.fromSource(['force-app/main', 'force-app/portal'].map((folder) => join(root, folder)).filter((folder) => filesBelow(folder, '.').length));
      await new MetadataConverter().convert(set, 'metadata', { type: 'directory', outputDirectory: out, genUniqueDir: false });
      const manifest = readFileSync(join(out, 'package.xml'), 'utf8');
      const members = new Map<string, Set<string>>();
      for (const found of manifest.matchAll(/<types>([\s\S]*?)<\/types>/g)) {
        const block = found[1] as string;
        const type = /<name>(\w+)<\/name>/.exec(block)?.[1] ?? '';
        members.set(type, new Set([...block.matchAll(/<members>([^<]+)<\/members>/g)].map((each) => each[1] as string)));
      }
      const written = filesBelow(out, '.').map((file) => readFileSync(join(out, file), 'utf8'));
      const findings: string[] = [];
      for (const { type, of, name } of COUNTED) {
        for (const file of filesBelow(root, 'force-app', (path) => of.test(path))) {
          const wanted = name(file);
          if (members.get(type)?.has(wanted)) continue;
          // Children of objects travel inside their object's file.
          if (type === 'CustomField' && written.some((text) => text.includes(`<fullName>${wanted.split('.')[1]}</fullName>`))) continue;
          findings.push(`${file}: ${type} ${wanted} is lost by the conversion`);
        }
      }
      const labels = filesBelow(root, 'force-app', (path) => path.endsWith('.labels-meta.xml')).flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/<fullName>(\w+)<\/fullName>/g)].map((each) => each[1] as string));
      const converted = written.filter((text) => text.includes('<CustomLabels')).join('');
      for (const label of labels) if (!converted.includes(`<fullName>${label}</fullName>`)) findings.push(`label ${label} is lost by the conversion`);
      return findings;
    } catch (failure) {
      return [`The conversion failed: ${(failure as Error).message}`];
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  },
};
