/** Cases that are conversations over REST. */
import type { CaseOutcome, DeployedOrg, RestCase } from '../types';
import { difference, valueAt } from './pattern';

/** Sends the requests in turn; the first answer that is not as said ends the case. */
export async function judgeRest(each: RestCase, org: DeployedOrg): Promise<CaseOutcome> {
  const kept = new Map<string, string>();
  const filled = (text: string): string => text.replace(/\$\{(\w+)\}/g, (_all, name: string) => kept.get(name) ?? `(${name} was not kept)`);
  for (const step of each.steps) {
    const [method = '', ...rest] = filled(step.request).split(' ');
    const answer = await org.request({
      method,
      path: rest.join(' '),
      headers: step.headers ?? {},
      session: step.session ?? 'own',
      ...(step.body === undefined ? {} : { body: JSON.parse(filled(JSON.stringify(step.body))) as unknown }),
    });
    const expected = step.answer === undefined ? undefined : (JSON.parse(filled(JSON.stringify(step.answer))) as unknown);
    const wrong = answer.status !== step.status ? `status should be ${step.status} and is ${answer.status}` : expected === undefined ? undefined : difference(expected, answer.json);
    if (wrong) return { name: each.name, outcome: 'failed', message: `${step.request}: ${wrong}\nAnswer: ${JSON.stringify(answer.json)?.slice(0, 600)}` };
    for (const [name, path] of Object.entries(step.keep ?? {})) kept.set(name, String(valueAt(answer.json, path)));
  }
  return { name: each.name, outcome: 'passed' };
}
