/** Small projects in a folder of their own, written for one test. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadOrg, SourceError, type OrgModel, type OrgShape } from '..';

const made: string[] = [];

export function removeProjects(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Writes files (paths below force-app; a leading slash means the project folder) and gives the project folder. */
export function project(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'schema-'));
  made.push(folder);
  const all: Record<string, string> = { '/sfdx-project.json': '{"packageDirectories":[{"path":"force-app"}],"sourceApiVersion":"67.0"}', ...files };
  mkdirSync(join(folder, 'force-app'), { recursive: true });
  for (const [path, text] of Object.entries(all)) {
    const file = path.startsWith('/') ? join(folder, path) : join(folder, 'force-app', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

export const load = (files: Readonly<Record<string, string>>, shape?: OrgShape): OrgModel => loadOrg({ projectDir: project(files), ...(shape ? { shape } : {}) });

/** The error that loading gives; fails when it loads. */
export function refusal(files: Readonly<Record<string, string>>, shape?: OrgShape): SourceError {
  try {
    load(files, shape);
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
  throw new Error('The project was loaded; a refusal was expected.');
}

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
export const xml = (root: string, body: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${NAMESPACE}>\n${body}\n</${root}>\n`;

export const OBJECT_BODY = `<deploymentStatus>Deployed</deploymentStatus>
<label>Invoice</label>
<nameField><label>Invoice Name</label><type>Text</type></nameField>
<pluralLabel>Invoices</pluralLabel>
<sharingModel>Private</sharingModel>`;

/** A project with Invoice__c and the given further files. */
export const withInvoice = (files: Readonly<Record<string, string>> = {}, body = OBJECT_BODY): Record<string, string> => ({ 'objects/Invoice__c/Invoice__c.object-meta.xml': xml('CustomObject', body), ...files });

/** A project with one custom field on Invoice__c. */
export const withField = (body: string, name = 'F__c'): Record<string, string> =>
  withInvoice({ [`objects/Invoice__c/fields/${name}.field-meta.xml`]: xml('CustomField', `<fullName>${name}</fullName>\n<label>F</label>\n${body}`) });

export const apexMeta = (root: string, version = '67.0'): string => xml(root, `<apiVersion>${version}</apiVersion><status>Active</status>`);
