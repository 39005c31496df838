/** Every component through the platform's own compiler, and its imports against what the platform is known to have. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readBundles, type Bundle } from '../../build/bundles';
import { filesBelow, textOf } from './files';
import type { Gate } from './gate';

/** Modules under `lightning/` that exist on the platform beside the published base components. */
const PLATFORM_MODULES: ReadonlySet<string> = new Set([
  'uiRecordApi', 'uiObjectInfoApi', 'uiRelatedListApi', 'uiListsApi', 'uiAppsApi', 'graphql', 'refresh', 'messageService', 'navigation', 'platformShowToastEvent', 'platformResourceLoader', 'platformWorkspaceApi', 'empApi', 'modal', 'alert', 'confirm', 'prompt', 'toast', 'toastContainer', 'flowSupport', 'pageReferenceUtils', 'logger', 'conversationToolkitApi',
  'recordForm', 'recordEditForm', 'recordViewForm', 'inputField', 'outputField', 'messages', 'recordPicker', 'fileUpload', 'filePreview', 'modalHeader', 'modalBody', 'modalFooter',
]);
const SALESFORCE_SCOPES = ['apex', 'apexContinuation', 'label', 'schema', 'user', 'i18n', 'resourceUrl', 'customPermission', 'userPermission', 'client', 'community', 'site', 'contentAssetUrl', 'messageChannel', 'accessCheck', 'featureFlag'];

interface Compiled { readonly success?: boolean; readonly diagnostics?: readonly { message: string; level: number; location?: { line: number; column: number } }[]; readonly results?: readonly { success: boolean; diagnostics: readonly { message: string; level: number; filename?: string; location?: { line: number; column: number } }[] }[]; }
type Compile = (options: { bundle: { namespace: string; name: string; type: 'platform'; files: Record<string, string>; apiVersion: number } }) => Promise<Compiled>;

function imports(root: string, bundle: Bundle, known: { components: ReadonlySet<string>; labels: ReadonlySet<string>; base: ReadonlySet<string> }): string[] {
  const findings: string[] = [];
  const unknown = (file: string, name: string, why: string): void => void findings.push(`${bundle.folder}/${file}: ${name} ${why}`);
  for (const [file, text] of Object.entries(bundle.files)) {
    if (file.endsWith('.js')) {
      for (const found of text.matchAll(/(?:from|import)\s+['"]([^'"]+)['"]/g)) {
        const name = found[1] as string;
        const [scope, rest = ''] = [name.split('/')[0] as string, name.split('/').slice(1).join('/')];
        if (name.startsWith('.') || name === 'lwc' || name === '@salesforce/apex') continue;
        if (scope === 'c') {
          if (!known.components.has(rest)) unknown(file, name, 'does not exist');
        } else if (scope === 'lightning') {
          if (!PLATFORM_MODULES.has(rest) && !known.base.has(rest)) unknown(file, name, 'is no module of the platform');
        } else if (scope === '@salesforce') {
          const [kind, detail = ''] = [rest.split('/')[0] as string, rest.split('/').slice(1).join('/')];
          if (!SALESFORCE_SCOPES.includes(kind)) unknown(file, name, 'is no module of the platform');
          if (kind === 'label' && detail.startsWith('c.') && !known.labels.has(detail.slice(2))) unknown(file, name, 'is no label of the package');
        } else unknown(file, name, 'is not on the platform');
      }
    } else if (file.endsWith('.html')) {
      for (const found of text.matchAll(/<(c|lightning)-([a-z0-9-]+)/g)) {
        const name = (found[2] as string).replace(/-([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
        const exists = found[1] === 'c' ? known.components.has(name) : known.base.has(name) || PLATFORM_MODULES.has(name);
        if (!exists) unknown(file, `<${found[1]}-${found[2]}>`, 'does not exist');
      }
    }
  }
  if (existsSync(join(root, bundle.folder, `${bundle.name}.html`)) && !bundle.files[`${bundle.name}.js`]) findings.push(`${bundle.folder}: has a template and no module`);
  return findings;
}

export const components: Gate = {
  name: "components through the platform's compiler",
  async run(root) {
    const { compile } = (await import('@lwc/sfdc-lwc-compiler')) as unknown as { compile: Compile };
    const bundles = readBundles(root);
    const labels = new Set(filesBelow(root, 'force-app', (path) => path.endsWith('.labels-meta.xml')).flatMap((file) => [...textOf(root, file).matchAll(/<fullName>(\w+)<\/fullName>/g)].map((each) => each[1] as string)));
    const base = new Set(readdirSync(join(__dirname, '../../../node_modules/lightning-base-components/src/lightning')));
    const known = { components: new Set(bundles.map((bundle) => bundle.name)), labels, base };
    const findings: string[] = [];
    for (const bundle of bundles) {
      findings.push(...imports(root, bundle, known));
      const files = Object.fromEntries(Object.entries(bundle.files).filter(([name]) => /\.(js|html|css)$/.test(name)));
      const compiled = await compile({ bundle: { namespace: 'c', name: bundle.name, type: 'platform', files, apiVersion: 66 } });
      const diagnostics = [...(compiled.diagnostics ?? []), ...(compiled.results ?? []).flatMap((result) => result.diagnostics)];
      // Levels of the compiler: 0 fatal, 1 error, 2 warning, 3 log.
      for (const each of diagnostics) if (each.level <= 2) findings.push(`${bundle.folder}:${each.location?.line ?? 1}: ${each.message}`);
    }
    return [...new Set(findings)];
  },
};
