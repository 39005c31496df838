/** Runs every static gate and writes one report; `--only TEXT` runs those whose name holds the text. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { layResources } from '../build/resources';
import { architecture } from './gates/architecture';
import { components } from './gates/components';
import { conversion } from './gates/conversion';
import { documents } from './gates/documents';
import { isSkipped, type Gate } from './gates/gate';
import { hygiene, localOrgIsGeneral } from './gates/hygiene';
import { metadataTypes } from './gates/metadataTypes';
import { namedClasses, packageRules } from './gates/packageRules';
import { site } from './gates/site';
import { texts } from './gates/texts';
import { apexLs, componentTypes, lint, nodeTypes, paths, pmd } from './gates/tools';

/** In the order they run; a new gate is one entry. */
export const GATES: readonly Gate[] = [architecture, packageRules, namedClasses, metadataTypes, site, texts, components, conversion, documents, localOrgIsGeneral, hygiene, paths, nodeTypes, componentTypes, lint, apexLs, pmd];

interface Case { readonly name: string; readonly outcome: 'passed' | 'failed' | 'skipped'; readonly message?: string; }

async function main(): Promise<void> {
  const root = resolve(__dirname, '../..');
  layResources(root);
  const given = (flag: string): string | undefined => (process.argv.includes(flag) ? process.argv[process.argv.indexOf(flag) + 1] : undefined);
  const report = given('--report');
  const only = given('--only') ?? '';
  const cases: Case[] = [];
  for (const gate of GATES.filter(({ name }) => name.includes(only))) {
    const result = await gate.run(root);
    const outcome: Case = isSkipped(result) ? { name: gate.name, outcome: 'skipped', message: result.skipped } : result.length ? { name: gate.name, outcome: 'failed', message: result.slice(0, 200).join('\n') } : { name: gate.name, outcome: 'passed' };
    cases.push(outcome);
    process.stdout.write(`${outcome.outcome.padEnd(8)} ${gate.name}${outcome.message ? `\n${outcome.message}` : ''}\n`);
  }
  if (report) {
    mkdirSync(dirname(report), { recursive: true });
    writeFileSync(report, JSON.stringify({ cases }));
  }
  process.exitCode = cases.some((each) => each.outcome === 'failed') ? 1 : 0;
}

if (require.main === module) void main();
