/** A record of another partner answers as one that never existed, on every way to it. */
import type { Connection } from 'jsforce';
import { raw, type Answer } from './client';

const DATA = '/services/data/v66.0';
const query = (soql: string): string => `${DATA}/query?q=${encodeURIComponent(soql)}`;

export interface Way { readonly name: string; readonly method: string; path(id: string): string; body?(id: string): unknown; }

/** Ways that hold for any object with a text or number field. */
export function waysTo(object: string, field: string, value: unknown, name = 'Name'): Way[] {
  const change = { [field]: value };
  return [
    { name: 'retrieve', method: 'GET', path: (id) => `${DATA}/sobjects/${object}/${id}` },
    { name: 'query', method: 'GET', path: (id) => query(`SELECT Id, ${name} FROM ${object} WHERE Id = '${id}'`) },
    { name: 'count', method: 'GET', path: (id) => query(`SELECT COUNT() FROM ${object} WHERE Id = '${id}'`) },
    { name: 'update', method: 'PATCH', path: (id) => `${DATA}/sobjects/${object}/${id}`, body: () => change },
    { name: 'delete', method: 'DELETE', path: (id) => `${DATA}/sobjects/${object}/${id}` },
    { name: 'retrieve of many', method: 'GET', path: (id) => `${DATA}/composite/sobjects/${object}?ids=${id}&fields=${name}` },
    { name: 'update of many', method: 'PATCH', path: () => `${DATA}/composite/sobjects`, body: (id) => ({ records: [{ attributes: { type: object }, id, ...change }] }) },
    { name: 'delete of many', method: 'DELETE', path: (id) => `${DATA}/composite/sobjects?ids=${id}` },
    { name: 'UI API retrieve', method: 'GET', path: (id) => `${DATA}/ui-api/records/${id}?fields=${object}.${name}` },
    { name: 'UI API update', method: 'PATCH', path: (id) => `${DATA}/ui-api/records/${id}`, body: () => ({ fields: change }) },
    { name: 'UI API delete', method: 'DELETE', path: (id) => `${DATA}/ui-api/records/${id}` },
  ];
}

/** A method of a controller, as the portal's pages call it; `parameter` is the one that takes the id. */
const apex = (parameter: string) => (className: string, method: string, rest: Record<string, unknown> = {}): Way => ({ name: `${className}.${method}`, method: 'POST', path: () => `/web/apex/${className}/${method}`, body: (id) => ({ [parameter]: id, ...rest }) });
const offer = apex('offerId');
const request = apex('requestId');

/** Ways to an offer: the API's, and what the portal's pages call. */
export const WAYS_TO_OFFER: readonly Way[] = [
  ...waysTo('PRM_Lead_Offer__c', 'PRM_Next_Step__c', 'taken'),
  { name: 'query by lead', method: 'GET', path: (id) => query(`SELECT Id FROM PRM_Lead_Progress__c WHERE PRM_Offer__c = '${id}'`) },
  offer('PrmOfferInboxController', 'getOffer'),
  offer('PrmOfferInboxController', 'accept'),
  offer('PrmOfferInboxController', 'decline', { reason: 'TOO_BUSY', note: '' }),
  offer('PrmMyLeadsController', 'getLead'),
  offer('PrmMyLeadsController', 'moveStage', { stage: 'Contacted', note: '' }),
  offer('PrmMyLeadsController', 'logProgress', { note: 'seen', nextStep: '', nextStepDate: null }),
  offer('PrmMyLeadsController', 'setOutcome', { outcome: 'Won', reason: 'SALE', wonValue: 1, note: '' }),
];

/** Ways to a service request: the API's, and what the portal's pages call. */
export const WAYS_TO_REQUEST: readonly Way[] = [
  ...waysTo('Case', 'Subject', 'taken', 'Subject'),
  { name: 'messages', method: 'GET', path: (id) => query(`SELECT Id FROM CaseComment WHERE ParentId = '${id}'`) },
  { name: 'new message', method: 'POST', path: () => `${DATA}/sobjects/CaseComment`, body: (id) => ({ ParentId: id, CommentBody: 'seen', IsPublished: true }) },
  request('PrmRequestsController', 'getRequest'),
  request('PrmRequestsController', 'reply', { body: 'seen' }),
  request('PrmRequestsController', 'close', { mark: 1, note: '' }),
  request('PrmRequestsController', 'reopen', { body: 'seen' }),
];

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The 18-character form of an id: three characters that say which of the first fifteen are capitals. */
export function longId(short: string): string {
  const suffix = [0, 5, 10].map((start) => LETTERS[[...short.slice(start, start + 5)].reduce((sum, character, index) => sum + (/[A-Z]/.test(character) ? 1 << index : 0), 0)]);
  return short.slice(0, 15) + suffix.join('');
}

/** An id of the same object as `like` that no record ever had. */
export const neverExisted = (like: string): string => longId(`${like.slice(0, 8)}zzzzzzz`);

export interface Difference { readonly way: string; readonly foreign: Answer; readonly never: Answer; }

/** Ways on which a foreign id is told apart from one that never existed; the id itself is left out of the comparison. */
export async function differences(connection: Connection, ways: readonly Way[], foreignId: string, neverId = neverExisted(foreignId)): Promise<Difference[]> {
  const ask = async (way: Way, id: string): Promise<Answer> => {
    const { status, body } = await raw(connection, way.method, way.path(id), way.body?.(id));
    return { status, body: body.replaceAll(id, '<id>').replaceAll(id.slice(0, 15), '<id>') };
  };
  const found: Difference[] = [];
  for (const way of ways) {
    const foreign = await ask(way, foreignId);
    const never = await ask(way, neverId);
    if (foreign.status !== never.status || foreign.body !== never.body) found.push({ way: way.name, foreign, never });
  }
  return found;
}
