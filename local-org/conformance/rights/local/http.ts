/** A sample over real HTTP: what the routes answer in the same process is what a client is told. */
import type { FieldFacts } from '../model';
import { listen, serverRoutes } from '../../../server';
import type { Asked } from './asked';
import { DATA } from './rest';

const SAMPLED = ['Berth__c', 'Sighting__c'];
/** Every so manieth record. */
const STEP = 6;

export async function askOverHttp({ harbour, model, sheet }: Asked, people: readonly string[]): Promise<void> {
  const broken: string[] = [];
  const server = await listen(harbour.platform, serverRoutes, { port: 0, log: (message) => broken.push(message) });
  try {
    for (const person of people) {
      const headers = { authorization: `Bearer ${harbour.token(person)}` };
      for (const object of harbour.world.objects.filter((each) => SAMPLED.includes(each.name))) {
        const name = harbour.world.fields(object).find((each) => each.kind === 'name') as FieldFacts;
        for (const record of harbour.world.records.filter((each) => each.object === object.name).filter((_, index) => index % STEP === 0)) {
          const response = await fetch(`${server.origin}${DATA}/sobjects/${object.name}/${harbour.id(record)}`, { headers });
          const body = (await response.json()) as Record<string, unknown>;
          sheet.add({ channel: 'HTTP retrieve', person, object: object.name, subject: 'read', record: record.key, expected: model.reads(person, record, name), allowed: response.status === 200 && body['Name'] === record.key, told: `${response.status}` });
        }
      }
    }
  } finally {
    await server.close();
  }
  if (broken.length > 0) throw new Error(broken.join('\n'));
}
