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

const claim = apex('claimId');
const slip = apex('returnId');
const recovery = apex('recoveryId');
const ruleSet = apex('ruleSetId');
const children = (object: string, field: string): Way => ({ name: `query of ${object} by ${field}`, method: 'GET', path: (id) => query(`SELECT Id FROM ${object} WHERE ${field} = '${id}'`) });
const related = (list: string): Way => ({ name: `related list ${list}`, method: 'GET', path: (id) => `${DATA}/ui-api/related-list-records/${id}/${list}` });
const draft = (name: string, fields: (id: string) => object): Way => ({ name, method: 'POST', path: () => '/web/apex/PrmClaimWizardController/saveDraft', body: (id) => ({ draft: { claimType: 'Claim', lines: [], ...fields(id) } }) });
const picked = (object: string): Way => ({ name: 'lookup', method: 'GET', path: (id) => `/web/lookup/${object}?ids=${id}` });

/** Ways to a claim: the API's, what hangs on it, and what pages of portal and console call. */
export const WAYS_TO_CLAIM: readonly Way[] = [
  ...waysTo('PRM_Warranty_Claim__c', 'PRM_Complaint__c', 'taken'),
  picked('PRM_Warranty_Claim__c'),
  ...['PRM_Claim_Line__c', 'PRM_Claim_Ledger__c', 'PRM_Return_Authorisation__c', 'PRM_Claim_Decision__c', 'PRM_Fraud_Flag__c', 'PRM_Internal_Note__c', 'PRM_Supplier_Recovery__c'].map((object) => children(object, 'PRM_Claim__c')),
  children('PRM_Warranty_Claim__c', 'PRM_Pre_Authorisation__c'),
  children('PRM_Warranty_Claim__Share', 'ParentId'),
  children('ContentDocumentLink', 'LinkedEntityId'),
  ...['PRM_Lines__r', 'PRM_Ledger__r', 'PRM_Returns__r', 'PRM_Decisions__r', 'PRM_Fraud_Flags__r', 'PRM_Internal_Notes__r', 'PRM_Recoveries__r', 'ContentDocumentLinks'].map(related),
  { name: 'new line', method: 'POST', path: () => `${DATA}/sobjects/PRM_Claim_Line__c`, body: (id) => ({ PRM_Claim__c: id, PRM_Kind__c: 'Other', PRM_Quantity__c: 1, PRM_Unit_Price__c: 1 }) },
  { name: 'new file', method: 'POST', path: () => `${DATA}/sobjects/ContentVersion`, body: (id) => ({ Title: 'Seen', PathOnClient: 'seen.txt', VersionData: 'c2Vlbg==', FirstPublishLocationId: id }) },
  claim('PrmMyClaimsController', 'getClaim'),
  claim('PrmMyClaimsController', 'answer', { text: 'seen' }),
  claim('PrmMyClaimsController', 'cancel'),
  claim('PrmMyClaimsController', 'appeal', { reason: 'seen' }),
  claim('PrmClaimWizardController', 'getDraft'),
  claim('PrmClaimWizardController', 'fromPreAuthorisation'),
  claim('PrmClaimWizardController', 'submit', { version: 1 }),
  draft('PrmClaimWizardController.saveDraft', (id) => ({ claimId: id, version: 1 })),
  draft('PrmClaimWizardController.saveDraft of a pre-authorisation', (id) => ({ preAuthorisationId: id })),
  apex('recordId')('PrmProofsController', 'listProofs'),
  apex('recordId')('PrmProofsController', 'add', { fileName: 'seen.pdf', content: 'JVBERi0xLjcgc2Vlbg==' }),
  apex('recordId')('PrmProofsController', 'attach', { documentId: '069000000000001AAA' }),
  apex('recordId')('PrmProofsController', 'remove', { documentId: '069000000000001AAA' }),
  claim('PrmAdjudicatorController', 'claim'),
  claim('PrmAdjudicatorController', 'assign', { mine: true }),
  claim('PrmAdjudicatorController', 'decide', { lines: [] }),
  claim('PrmAdjudicatorController', 'ask', { question: 'seen' }),
  claim('PrmPaymentDeskController', 'getClaim'),
  claim('PrmPaymentDeskController', 'askClawback', { reason: 'seen' }),
  claim('PrmPaymentDeskController', 'approveClawback'),
  claim('PrmPaymentDeskController', 'refuseClawback'),
  { name: 'PrmPaymentDeskController.pay', method: 'POST', path: () => '/web/apex/PrmPaymentDeskController/pay', body: (id) => ({ claimIds: [id], reference: 'seen' }) },
];

/** Ways to a return of a claim. */
export const WAYS_TO_RETURN: readonly Way[] = [
  ...waysTo('PRM_Return_Authorisation__c', 'PRM_Tracking__c', 'taken'),
  picked('PRM_Return_Authorisation__c'),
  children('PRM_Return_Line__c', 'PRM_Return__c'),
  slip('PrmMyClaimsController', 'ship', { carrier: 'seen', tracking: 'seen' }),
  slip('PrmReturnsDeskController', 'getReturn'),
  slip('PrmReturnsDeskController', 'receive', { receipts: [] }),
  slip('PrmReturnsDeskController', 'waive', { reason: 'seen' }),
];

/** Ways to what a supplier bears. */
export const WAYS_TO_RECOVERY: readonly Way[] = [
  ...waysTo('PRM_Supplier_Recovery__c', 'PRM_Note__c', 'taken'),
  recovery('PrmRecoveriesController', 'send'),
  recovery('PrmRecoveriesController', 'accept', { note: 'seen' }),
  recovery('PrmRecoveriesController', 'refuse', { note: 'seen' }),
  recovery('PrmRecoveriesController', 'recover', { amount: 1 }),
];

/** Ways to the rules by which claims are decided. */
export const WAYS_TO_RULES: readonly Way[] = [
  ...waysTo('PRM_Rule_Set__c', 'PRM_Note__c', 'taken'),
  children('PRM_Adjudication_Rule__c', 'PRM_Rule_Set__c'),
  ruleSet('PrmRuleEditorController', 'rules'),
  ruleSet('PrmRuleEditorController', 'goLive'),
  ruleSet('PrmRuleEditorController', 'discard'),
  ruleSet('PrmRuleEditorController', 'dryRun'),
];

/** Ways to a flag. */
export const WAYS_TO_FLAG: readonly Way[] = [...waysTo('PRM_Fraud_Flag__c', 'PRM_Detail__c', 'taken'), apex('flagId')('PrmAdjudicatorController', 'settleFlag', { state: 'Cleared' })];

/** Ways to a file by its document; `ownClaimId` is a claim on which the asker may add files. */
export const waysToDocument = (ownClaimId: string): Way[] => [
  ...waysTo('ContentDocument', 'Title', 'Taken', 'Title'),
  children('ContentVersion', 'ContentDocumentId'),
  { name: 'download', method: 'GET', path: (id) => `/sfc/servlet.shepherd/document/download/${id}` },
  { name: 'link', method: 'POST', path: () => `${DATA}/sobjects/ContentDocumentLink`, body: (id) => ({ ContentDocumentId: id, LinkedEntityId: ownClaimId, ShareType: 'V' }) },
  apex('documentId')('PrmProofsController', 'attach', { recordId: ownClaimId }),
  apex('documentId')('PrmProofsController', 'remove', { recordId: ownClaimId }),
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
