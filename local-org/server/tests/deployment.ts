/** Zips in metadata format, and what comes of sending them. */
import { zipSync } from 'fflate';
import { data, type TestServer } from './support';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

export const xml = (root: string, body: string): string => `${HEAD}<${root} ${NAMESPACE}>\n${body}\n</${root}>\n`;
const apexMeta = (root: string): string => xml(root, '    <apiVersion>67.0</apiVersion>\n    <status>Active</status>');

/** `package.xml` for these names by type, and the files. */
export function zipOf(files: Readonly<Record<string, string>>, members: Readonly<Record<string, readonly string[]>>, more: Readonly<Record<string, string>> = {}): Buffer {
  const all: Record<string, string> = { 'package.xml': packageXml(members), ...more };
  for (const [path, text] of Object.entries(files)) {
    all[path] = text;
    if (path.endsWith('.cls')) all[`${path}-meta.xml`] = apexMeta('ApexClass');
    if (path.endsWith('.trigger')) all[`${path}-meta.xml`] = apexMeta('ApexTrigger');
  }
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(all).map(([path, text]) => [`unpackaged/${path}`, new Uint8Array(Buffer.from(text, 'utf8'))]))));
}

export function packageXml(members: Readonly<Record<string, readonly string[]>>): string {
  const types = Object.entries(members).map(([name, names]) => `    <types>\n${names.map((each) => `        <members>${each}</members>\n`).join('')}        <name>${name}</name>\n    </types>`);
  return xml('Package', `${types.join('\n')}\n    <version>67.0</version>`);
}

/** Classes alone: `{ Greeter: 'public class Greeter {}' }`. */
export function classes(texts: Readonly<Record<string, string>>): Buffer {
  return zipOf(Object.fromEntries(Object.entries(texts).map(([name, text]) => [`classes/${name}.cls`, text])), { ApexClass: Object.keys(texts) });
}

export interface DeployMessage { readonly componentType: string; readonly fullName: string; readonly fileName: string; readonly problem: string | null; readonly lineNumber: number | null; readonly columnNumber: number | null; readonly created: boolean; readonly deleted: boolean; readonly id: string | null; }
export interface DeployResult {
  readonly status: string; readonly success: boolean; readonly done: boolean; readonly checkOnly: boolean; readonly errorMessage: string | null; readonly numberComponentsTotal: number; readonly numberComponentsDeployed: number; readonly numberTestErrors: number;
  readonly details: { readonly componentFailures: readonly DeployMessage[]; readonly componentSuccesses: readonly DeployMessage[]; readonly runTestResult: { readonly numTestsRun: number; readonly failures: readonly { name: string; methodName: string; message: string }[]; readonly codeCoverage: readonly { name: string; numLocationsNotCovered: number }[] } | null };
}

/** Sends a zip and waits for its end. */
export async function deploy(server: TestServer, zip: Buffer, options: Readonly<Record<string, unknown>> = {}): Promise<DeployResult> {
  const { status, json } = await send(server, zip, options);
  if (status !== 201) throw new Error(`Not taken: ${status} ${JSON.stringify(json)}`);
  const { id } = json as { id: string };
  for (;;) {
    const answer = (await server.call(data(`metadata/deployRequest/${id}?includeDetails=true`))).json as { deployResult: DeployResult };
    if (answer.deployResult.done) return answer.deployResult;
  }
}

export async function send(server: TestServer, zip: Buffer, options: Readonly<Record<string, unknown>>, as: { readonly token?: string; readonly options?: string } = {}): Promise<{ status: number; json: unknown }> {
  const form = new FormData();
  form.append(as.options ?? 'json', new Blob([JSON.stringify({ deployOptions: { rollbackOnError: true, ...options } })], { type: 'application/json' }));
  form.append('file', new Blob([new Uint8Array(zip)], { type: 'application/zip' }), 'deploy.zip');
  return server.call(data('metadata/deployRequest'), { method: 'POST', body: form, ...(as.token ? { token: as.token } : {}) });
}

export const toldIn = (result: DeployResult): string[] => result.details.componentFailures.map((each) => `${each.fileName}:${each.lineNumber ?? ''}:${each.columnNumber ?? ''} ${each.componentType} ${each.fullName}: ${each.problem}`);
