/** Service requests of the demo: what the partners' people asked the help desk, and what it said to some of them. */
import type { SeedRecord, SeedSet } from '../../load/records';
import { PARTNERS } from './partners';
import { ownerOf, PIECE_LIST, productKey, ref, set, type Piece } from './products';
import { plain } from './text';

interface Request {
  readonly subject: string;
  readonly body: string;
  readonly category: string;
  readonly severity: 'Standstill' | 'Impaired' | 'Question';
  readonly place?: number;
  /** The help desk's answer, if it gave one. */
  readonly answer?: string;
  /** The partner's mark at closing: a request with one is closed. */
  readonly mark?: number;
}

const REQUESTS: readonly Request[] = [
  { subject: 'Controller shows error E14', body: 'Since this morning the display shows E14 and the pump does not run.', category: 'Product Fault', severity: 'Standstill', place: 0 },
  { subject: 'Compressor louder than before', body: 'The customer hears a rattle under full load. Temperature is still kept.', category: 'Product Fault', severity: 'Impaired', place: 1, answer: 'Please measure the current of each phase and tell us the values.' },
  { subject: 'Which fuse set fits?', body: 'We need the order number of the fuse set for the roof of 2024.', category: 'Spare Part', severity: 'Question', place: 2, answer: 'It is SR-P3; we put the data sheet into the catalogue.', mark: 5 },
  { subject: 'Charger stops after ten minutes', body: 'It stops with every vehicle, whatever the cable.', category: 'Product Fault', severity: 'Impaired', place: 3 },
  { subject: 'Spare motor has not arrived', body: 'Ordered two weeks ago, the customer waits.', category: 'Delivery', severity: 'Impaired', place: 4, answer: 'It left our warehouse yesterday and is with you on Friday. Is that early enough?' },
  { subject: 'Credit note does not match', body: 'The credit note is lower than what was approved.', category: 'Billing', severity: 'Question' },
  { subject: 'Door gasket leaks in the corners', body: 'Second gasket within a year, both in the lower corners.', category: 'Product Fault', severity: 'Impaired', place: 5, answer: 'The frame has to be levelled first; the manual shows it on page 31.', mark: 4 },
  { subject: 'Manual in Vietnamese', body: 'Is there a manual of the cold store in Vietnamese?', category: 'Documentation', severity: 'Question' },
  { subject: 'Inverter offline after update', body: 'After last night’s update the inverter does not come back.', category: 'Product Fault', severity: 'Standstill', place: 6, answer: 'Please switch it off for five minutes; the update then installs again.', mark: 3 },
  { subject: 'Display dark, charging works', body: 'The display stays dark, everything else works.', category: 'Product Fault', severity: 'Question', place: 7, answer: 'Can you send us a picture of the plug behind the display?' },
  { subject: 'Delivery address has changed', body: 'Please send parts to our new workshop from next month on.', category: 'Other', severity: 'Question' },
  { subject: 'Seal set: how often to change?', body: 'The customer asks for the interval in salt water.', category: 'Spare Part', severity: 'Question', place: 8 },
];

const requestKey = (place: number): string => `demo:request:${String(place + 1).padStart(2, '0')}`;

export interface Answer { readonly key: string; readonly body: string; }

/** What the help desk said; the loader says it once. */
export const ANSWERS: readonly Answer[] = REQUESTS.flatMap(({ answer }, place) => (answer ? [{ key: requestKey(place), body: answer }] : []));

function record(request: Request, place: number): SeedRecord {
  const partner = PARTNERS[place % PARTNERS.length] as (typeof PARTNERS)[number];
  const person = partner.people[Math.floor(place / PARTNERS.length) % 2] as (typeof partner.people)[number];
  const piece: Piece | undefined = request.place === undefined ? undefined : PIECE_LIST.find((each) => each.partner === partner.key && each.place === request.place);
  return {
    key: requestKey(place),
    fields: {
      Subject: request.subject, Description: request.body, Origin: 'Web', ContactId: ref('Contact', `${plain(person.last)}@${partner.key}.example`), PRM_Category__c: request.category, PRM_Severity__c: request.severity,
      ...(piece ? { PRM_Serial__c: piece.serial, AssetId: ref('Asset', piece.key), ProductId: ref('Product2', productKey(piece.product)), PRM_End_Customer__c: ownerOf(piece) } : {}),
      ...(request.mark === undefined ? {} : { Status: 'Closed', PRM_Satisfaction__c: request.mark }),
    },
  };
}

/** Requests as they were asked. What became of them afterwards is never put back. */
export function requests(): SeedSet[] {
  return [set('Case', REQUESTS.map(record), true)];
}
