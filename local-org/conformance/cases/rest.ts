/** Conversations over REST. */
import type { RestCase, RestStep, Source } from '../types';
import { help, restGuide } from './pages';

const DATA = '/services/data/v67.0';
const CRATE = `${DATA}/sobjects/Crate__c`;
const query = (text: string): string => `GET ${DATA}/query?q=${text.replaceAll(' ', '+')}`;

const rest = (name: string, rule: string, source: Source, ...steps: RestStep[]): RestCase => ({ kind: 'rest', name: `REST: ${name}`, rule, source, deployment: 'records', steps });

const created = (title: string, more: Record<string, unknown> = {}): RestStep => ({ request: `POST ${CRATE}`, body: { Title__c: title, ...more }, status: 201, answer: { id: '{id}', success: true, errors: [] }, keep: { crate: 'id' } });
const removed: RestStep = { request: `DELETE ${CRATE}/\${crate}`, status: 204 };

export const restCases: readonly RestCase[] = [
  rest('a record lives from POST to DELETE', 'REST records', restGuide('dome_sobject_create', 'Create a Record'),
    created('REST life', { Weight__c: 12.5 }),
    { request: `GET ${CRATE}/\${crate}?fields=Title__c,Weight__c,Colour__c`, status: 200, answer: { attributes: { type: 'Crate__c', url: `${CRATE}/\${crate}` }, Id: '${crate}', Title__c: 'REST life', Weight__c: 12.5, Colour__c: 'Red' } },
    { request: `PATCH ${CRATE}/\${crate}`, body: { Weight__c: null }, status: 204 },
    { request: `GET ${CRATE}/\${crate}?fields=Weight__c`, status: 200, answer: { Weight__c: null } },
    removed,
    { request: `GET ${CRATE}/\${crate}`, status: 404, answer: [{ errorCode: 'NOT_FOUND' }] }),
  rest('an id that never was is not found', 'REST records', restGuide('errorcodes', 'Status Codes and Error Responses'), { request: `GET ${DATA}/sobjects/Account/001000000000000AAA`, status: 404, answer: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }] }),
  rest('an unknown object is not found', 'REST records', restGuide('errorcodes', 'Status Codes and Error Responses'), { request: `POST ${DATA}/sobjects/Nonsense__c`, body: {}, status: 404, answer: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }] }),
  rest('a missing required field names itself', 'REST errors', restGuide('errorcodes', 'Status Codes and Error Responses'), { request: `POST ${CRATE}`, body: { Weight__c: 1 }, status: 400, answer: [{ errorCode: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [Title__c]', fields: ['Title__c'] }] }),
  rest('a validation rule answers with its message', 'REST errors', restGuide('errorcodes', 'Status Codes and Error Responses'), { request: `POST ${CRATE}`, body: { Title__c: 'REST blue', Colour__c: 'Blue' }, status: 400, answer: [{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'A blue crate needs a weight.', fields: ['Weight__c'] }] }),
  rest('an unknown field is refused', 'REST errors', restGuide('errorcodes', 'Status Codes and Error Responses'), { request: `POST ${CRATE}`, body: { Title__c: 'REST field', Nonsense__c: 1 }, status: 400, answer: [{ errorCode: 'INVALID_FIELD', message: "No such column 'Nonsense__c' on sobject of type Crate__c" }] }),
  rest('without a session nothing is answered', 'REST sessions', restGuide('errorcodes', 'Status Codes and Error Responses'),
    { request: query('SELECT Id FROM Account'), session: 'wrong', status: 401, answer: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }] },
    { request: query('SELECT Id FROM Account'), session: 'none', status: 401, answer: [{ errorCode: 'INVALID_SESSION_ID' }] }),
  rest('a query answers records with attributes', 'REST queries', restGuide('dome_query', 'Execute a SOQL Query'),
    created('REST query', { Code__c: 'REST-Q' }),
    { request: query("SELECT Id, Title__c, Account__r.Name FROM Crate__c WHERE Code__c = 'REST-Q'"), status: 200, answer: { totalSize: 1, done: true, records: [{ attributes: { type: 'Crate__c', url: `${CRATE}/\${crate}` }, Id: '${crate}', Title__c: 'REST query', Account__r: null }] } },
    { request: query("SELECT COUNT() FROM Crate__c WHERE Code__c = 'REST-Q'"), status: 200, answer: { totalSize: 1, done: true, records: [] } },
    removed),
  rest('a large result comes page by page', 'REST queries', restGuide('headers_queryoptions', 'Query Options Header'),
    created('REST pages'),
    ...[0, 1].map((page): RestStep => ({
      request: `POST ${DATA}/composite/sobjects`, status: 200, body: { allOrNone: true, records: Array.from({ length: page === 0 ? 200 : 1 }, (_unused, index) => ({ attributes: { type: 'Crate_Item__c' }, Name: `Page ${page} ${index}`, Crate__c: '${crate}', Quantity__c: 1 })) },
    })),
    { request: query("SELECT Id FROM Crate_Item__c WHERE Crate__c = '${crate}'"), headers: { 'Sforce-Query-Options': 'batchSize=200' }, status: 200, answer: { totalSize: 201, done: false, nextRecordsUrl: '{any}' }, keep: { next: 'nextRecordsUrl' } },
    { request: 'GET ${next}', status: 200, answer: { totalSize: 201, done: true, records: [{ attributes: { type: 'Crate_Item__c' }, Id: '{id}' }] } },
    removed),
  rest('aggregates have attributes of their own', 'REST queries', restGuide('dome_query', 'Execute a SOQL Query'),
    created('REST aggregate', { Code__c: 'REST-A', Weight__c: 3 }),
    { request: query("SELECT SUM(Weight__c) total, COUNT(Id) FROM Crate__c WHERE Code__c = 'REST-A'"), status: 200, answer: { totalSize: 1, done: true, records: [{ attributes: { type: 'AggregateResult' }, total: 3, expr0: 1 }] } },
    removed),
  rest('a malformed query is told', 'REST queries', restGuide('errorcodes', 'Status Codes and Error Responses'), { request: query('SELECT Id FORM Account'), status: 400, answer: [{ errorCode: 'MALFORMED_QUERY' }] }),
  rest('a query of an unknown field is told', 'REST queries', restGuide('errorcodes', 'Status Codes and Error Responses'), { request: query('SELECT Nonsense__c FROM Crate__c'), status: 400, answer: [{ errorCode: 'INVALID_FIELD', message: "{any}ERROR at Row:1:Column:8\nNo such column 'Nonsense__c' on entity 'Crate__c'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names." }] }),
  rest('an external id creates once and updates after', 'REST upsert', restGuide('dome_upsert', 'Insert or Update (Upsert) a Record Using an External ID'),
    { request: `PATCH ${CRATE}/Code__c/REST-U`, body: { Title__c: 'REST upsert' }, status: 201, answer: { id: '{id}', success: true, errors: [], created: true }, keep: { crate: 'id' } },
    { request: `PATCH ${CRATE}/Code__c/REST-U`, body: { Title__c: 'REST again' }, status: 200, answer: { id: '${crate}', success: true, errors: [], created: false } },
    { request: `GET ${CRATE}/Code__c/REST-U`, status: 200, answer: { Id: '${crate}', Title__c: 'REST again' } },
    removed),
  rest('a collection passes its good records', 'REST collections', restGuide('resources_composite_sobjects_collections_create', 'Create Records Using sObject Collections'),
    { request: `POST ${DATA}/composite/sobjects`, body: { allOrNone: false, records: [{ attributes: { type: 'Crate__c' }, Title__c: 'REST good' }, { attributes: { type: 'Crate__c' } }] }, status: 200, answer: [{ id: '{id}', success: true, errors: [] }, { success: false, errors: [{ statusCode: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [Title__c]', fields: ['Title__c'] }] }], keep: { crate: '0.id' } },
    removed),
  rest('a collection of all or none keeps nothing', 'REST collections', restGuide('resources_composite_sobjects_collections_create', 'Create Records Using sObject Collections'),
    { request: `POST ${DATA}/composite/sobjects`, body: { allOrNone: true, records: [{ attributes: { type: 'Crate__c' }, Title__c: 'REST none', Code__c: 'REST-N' }, { attributes: { type: 'Crate__c' } }] }, status: 200, answer: [{ success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] }, { success: false, errors: [{ statusCode: 'REQUIRED_FIELD_MISSING' }] }] },
    { request: query("SELECT COUNT() FROM Crate__c WHERE Code__c = 'REST-N'"), status: 200, answer: { totalSize: 0 } }),
  rest('composite requests refer to one another', 'REST composite', restGuide('resources_composite_composite', 'Composite'),
    {
      request: `POST ${DATA}/composite`, status: 200,
      body: { allOrNone: true, compositeRequest: [
        { method: 'POST', url: CRATE, referenceId: 'crate', body: { Title__c: 'REST composite' } },
        { method: 'POST', url: `${DATA}/sobjects/Crate_Item__c`, referenceId: 'item', body: { Name: 'Part', Crate__c: '@{crate.id}', Quantity__c: 4 } },
      ] },
      answer: { compositeResponse: [{ httpStatusCode: 201, referenceId: 'crate', body: { id: '{id}', success: true } }, { httpStatusCode: 201, referenceId: 'item' }] },
      keep: { crate: 'compositeResponse.0.body.id' },
    },
    { request: `GET ${CRATE}/\${crate}?fields=Item_Count__c,Item_Total__c`, status: 200, answer: { Item_Count__c: 1, Item_Total__c: 4 } },
    removed),
  rest('composite of all or none keeps nothing', 'REST composite', restGuide('resources_composite_composite', 'allOrNone'),
    {
      request: `POST ${DATA}/composite`, status: 200,
      body: { allOrNone: true, compositeRequest: [
        { method: 'POST', url: CRATE, referenceId: 'good', body: { Title__c: 'REST halted', Code__c: 'REST-H' } },
        { method: 'POST', url: CRATE, referenceId: 'bad', body: {} },
      ] },
      answer: { compositeResponse: [{ httpStatusCode: 400, referenceId: 'good', body: [{ errorCode: 'PROCESSING_HALTED' }] }, { httpStatusCode: 400, referenceId: 'bad', body: [{ errorCode: 'REQUIRED_FIELD_MISSING' }] }] },
    },
    { request: query("SELECT COUNT() FROM Crate__c WHERE Code__c = 'REST-H'"), status: 200, answer: { totalSize: 0 } }),
  rest('composite passes its good requests', 'REST composite', restGuide('resources_composite_composite', 'allOrNone'),
    {
      request: `POST ${DATA}/composite`, status: 200,
      body: { allOrNone: false, compositeRequest: [
        { method: 'POST', url: CRATE, referenceId: 'bad', body: {} },
        { method: 'POST', url: CRATE, referenceId: 'good', body: { Title__c: 'REST alone' } },
        { method: 'GET', url: `${CRATE}/@{bad.id}`, referenceId: 'lost' },
      ] },
      answer: { compositeResponse: [{ httpStatusCode: 400, referenceId: 'bad' }, { httpStatusCode: 201, referenceId: 'good' }, { httpStatusCode: 400, referenceId: 'lost', body: [{ errorCode: 'PROCESSING_HALTED' }] }] },
      keep: { crate: 'compositeResponse.1.body.id' },
    },
    removed),
  rest('describe tells fields and children', 'REST describe', restGuide('dome_sobject_describe', 'Get Field and Other Metadata for an Object'), { request: `GET ${CRATE}/describe`, status: 200, answer: { name: 'Crate__c', label: 'Crate', custom: true, createable: true, keyPrefix: '{any}' } }),
  {
    ...rest('criteria rules leave share rows', 'sharing rules', help('platform.security_sharing_criteria_rules', 'Create Criteria-Based Sharing Rules'),
      { request: `POST ${DATA}/sobjects/Sheet__c`, body: { Name: 'REST sheet', Status__c: 'Open' }, status: 201, keep: { sheet: 'id' } },
      { request: query("SELECT AccessLevel, UserOrGroup.Name FROM Sheet__Share WHERE ParentId = '${sheet}' AND RowCause = 'Rule'"), status: 200, answer: { totalSize: 1, records: [{ AccessLevel: 'Read', UserOrGroup: { Name: 'Conf Readers' } }] } },
      { request: `PATCH ${DATA}/sobjects/Sheet__c/\${sheet}`, body: { Status__c: 'Closed' }, status: 204 },
      { request: query("SELECT COUNT() FROM Sheet__Share WHERE ParentId = '${sheet}' AND RowCause = 'Rule'"), status: 200, answer: { totalSize: 0 } },
      { request: `DELETE ${DATA}/sobjects/Sheet__c/\${sheet}`, status: 204 }),
    deployment: 'rights',
  },
];
