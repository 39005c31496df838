/** Broken metadata: one file of the depot is damaged, and the org is built from what is left. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createPlatform } from '../../../../local-org/server';
import { broken, type Chance } from './chance';
import { DEPOT } from './depot';
import type { Thrower } from './throwers';
import { faultOf } from './refusals';

const VALUES: readonly string[] = ['', 'true', 'maybe', '-1', '0', '99999999999', 'Text', 'MasterDetail', 'Nothing__c', 'Shipment__c', 'Account', 'Id', '../../etc', 'IF(', '🚚', ' x ', '&lt;b&gt;'];

/** Of one XML file: an element taken out, doubled, renamed, filled otherwise; or the text itself torn. */
function damaged(chance: Chance, text: string): string {
  const elements = [...text.matchAll(/<(\w+)>([^<]*)<\/\1>/g)];
  if (!elements.length || chance.one(0.3)) return broken(chance, text);
  const { 0: whole, 1: name = '', index } = chance.of(elements);
  const instead = chance.of(['', whole + whole, `<${name}X>${chance.of(VALUES)}</${name}X>`, `<${name}/>`, `<${name}>${chance.of(VALUES)}</${name}>`, `<${name}>${chance.of(VALUES)}</${name}>`, `<${name} x="1">${chance.of(VALUES)}</${name}>`, `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><${name}>&e;</${name}>`]);
  return text.slice(0, index) + instead + text.slice(index + whole.length);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((file) => statSync(file).isFile() && /\.(xml|cls|trigger)$/.test(file)).sort();
}

export async function metadata(): Promise<Thrower> {
  const folder = mkdtempSync(join(tmpdir(), 'broken-metadata-'));
  cpSync(DEPOT, folder, { recursive: true });
  const files = filesBelow(folder);
  return {
    run: async (chance, tell) => {
      const file = chance.of(files);
      const whole = readFileSync(file);
      const text = damaged(chance, whole.toString('utf8'));
      const shown = `${relative(folder, file)}:\n${text}`;
      tell(shown);
      writeFileSync(file, text);
      try {
        const platform = createPlatform({ projectDir: folder });
        try {
          const errors = platform.apex.compile();
          const fault = errors.map(faultOf).find(Boolean);
          return { shown, accepted: errors.length === 0, ...(fault ? { fault } : {}) };
        } finally {
          platform.close();
        }
      } catch (failure) {
        const fault = faultOf(failure);
        return { shown, accepted: false, ...(fault ? { fault } : {}) };
      } finally {
        writeFileSync(file, whole);
      }
    },
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}
