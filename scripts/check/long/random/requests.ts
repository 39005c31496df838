/** REST requests by chance over HTTP: every route of the table with fitting and unfitting parts, bodies and headers. */
import { Agent, request as send } from 'node:http';
import { listen, serverRoutes, startWorker, type Route } from '../../../../local-org/server';
import { broken, VALUES, type Chance } from './chance';
import { fill, openDepot } from './depot';
import type { Thrower } from './throwers';
import { QueryMaker } from './queries';
import { faultOfAnswer } from './refusals';

interface Answer { readonly status: number; readonly type: string; readonly text: string; }
interface Sent { readonly method: string; readonly path: string; readonly headers: Record<string, string>; readonly body: string; }

const METHODS: readonly string[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'HEAD'];
const OBJECTS: readonly string[] = ['Shipment__c', 'Parcel__c', 'Account', 'Contact', 'Opportunity', 'User', 'Group', 'Shipment__Share', 'Shipment_Moved__e', 'Route_Setting__mdt', 'ContentVersion', 'Nothing__c', 'account'];
/** Parameters of a query string that resources read. */
const QUERY: readonly string[] = ['q', 'fields', 'ids', 'allOrNone', 'pageSize', 'page', 'pageToken', 'anonymousBody', 'sortBy', 'layoutTypes', 'optionalFields', 'recordTypeId', 'start', 'end', 'searchTerm'];
/** Values in the place of a route's parameter. */
const PARTS: readonly string[] = ['v66.0', 'v1.0', 'v999.0', 'vx', 'Id', 'Name', 'Reference__c', 'R1', 'describe', 'All', '__Recent', 'Parcels__r', '012000000000000AAA', 'Status__c', '%00', '%E0%A4%A', '%2e%2e', "'", '0', 'x'.repeat(400), '001000000000ZZZAAA', 'null', 'constructor', '__proto__'];
const APEX: readonly string[] = ['Integer i = 0;', 'insert new Account(Name = null);', 'Object o = null; o.toString();', 'Nothing x;', 'System.debug([SELECT Id FROM Account]);', 'throw new DmlException();', 'Integer i = 1 / 0;', 'List<String> l = new List<String>(); l[3].trim();', '}', 'update new Account(Id = \'001000000000001AAA\');'];
const NAMES: readonly string[] = ['records', 'attributes', 'type', 'referenceId', 'compositeRequest', 'batchRequests', 'method', 'url', 'ids', 'fields', 'object', 'operation', 'state', 'externalIdFieldName', 'contentType', 'lineEnding', 'apiName', 'allOrNone', 'NewPassword', 'classNames', 'testLevel', 'tests', 'body', 'richInput', 'Name', 'Weight__c', 'Status__c', 'Account__c', 'OwnerId', 'Account__r', 'Id', 'constructor', '__proto__', 'toString'];

/** A path can hold whole characters only. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

/** Cases that go to the resources of records. */
const RECORDS_SHARE = 0.6;

class RequestMaker {
  constructor(private readonly chance: Chance, private readonly routes: readonly Route[], private readonly ids: readonly string[], private readonly fieldsOf: (object: string) => readonly string[], private readonly query: () => string) {}

  make(token: string): Sent {
    const { chance } = this;
    const route = chance.of(chance.one(RECORDS_SHARE) ? this.routes.filter((each) => /\/(sobjects|query|ui-api|composite)/.test(each.pattern)) : this.routes);
    const method = chance.one(0.9) ? route.method : chance.of(METHODS);
    let path = route.pattern.split('/').map((part) => (part.startsWith(':') || part.startsWith('*') ? this.part(part.slice(1)) : part)).join('/');
    if (chance.one(0.5)) path += `?${chance.some(QUERY, 3).map((name) => `${name}=${encoded(name === 'q' ? this.query() : name === 'anonymousBody' ? chance.of(APEX) : this.value(name))}`).join('&')}`;
    if (chance.one(0.05)) path = `/${broken(chance, path.slice(1)).replace(/[^\x21-\x7e]/g, '')}`;
    const headers: Record<string, string> = { authorization: chance.one(0.95) ? `Bearer ${token}` : chance.of(['Bearer', 'Bearer x', 'Basic x', 'OAuth 00D!x']) };
    const body = method === 'GET' || method === 'HEAD' ? '' : this.body(path);
    headers['content-type'] = chance.of(['application/json', 'application/json', 'application/json', 'text/csv', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'multipart/form-data', 'text/xml', '']);
    if (chance.one(0.1)) headers[chance.of(['sforce-query-options', 'sforce-duplicate-rule-header', 'soapaction', 'accept-encoding', 'if-modified-since', 'cookie', 'sforce-call-options'])] = chance.of(['batchSize=1', 'batchSize=-1', 'x', 'sid=x', 'sid=%E0%A4%A', 'gzip', 'allowSave=true']);
    return { method, path, headers, body };
  }

  private part(name: string): string {
    const { chance } = this;
    if (name === 'version') return chance.one(0.95) ? 'v66.0' : chance.of(PARTS);
    if (name === 'object') return chance.one(0.9) ? chance.of(OBJECTS) : encoded(broken(chance, 'Account'));
    if (name === 'id' || name === 'job') return chance.one(0.7) ? chance.of(this.ids) : chance.of(PARTS);
    return chance.of([...PARTS, ...OBJECTS, 'shipments/R1']);
  }
  private value(name: string): string {
    const { chance } = this;
    if (name === 'ids') return chance.some(this.ids, 3).join(',');
    if (name === 'fields' || name === 'optionalFields') return chance.some(['Id', 'Name', 'Account.Name', 'Shipment__c.Status__c', 'Nothing'], 3).join(',');
    return String(chance.of([...VALUES.map((value) => (typeof value === 'object' ? JSON.stringify(value) : value)), ...PARTS]));
  }
  private body(path: string): string {
    const { chance } = this;
    if (chance.one(0.05)) return '';
    if (chance.one(0.05)) return chance.of(['Name\nx\n', 'Name,Nothing__c\n"x', '--x\r\nContent-Disposition: form-data; name="json"\r\n\r\n{}\r\n--x--', '<Envelope><Body><login><username>a</username></login></Body></Envelope>', 'grant_type=password&username=a', 'null', '[]', '5']);
    const json = JSON.stringify(this.json(path));
    return chance.one(0.1) ? broken(chance, json) : json;
  }
  private json(path: string): unknown {
    const { chance } = this;
    if (/composite\/?(\?|$)/.test(path)) return { allOrNone: chance.one(0.5), compositeRequest: Array.from({ length: chance.below(5) }, (_unused, at) => ({ method: chance.of(METHODS), url: `/services/data/v66.0/${chance.of(['sobjects/Account', `sobjects/Shipment__c/${chance.of(this.ids)}`, 'query?q=SELECT+Id+FROM+Account', '@{r0.id}', 'sobjects/Account/@{r0.id}', 'composite', 'limits'])}`, referenceId: chance.one(0.9) ? `r${at}` : chance.of(['r0', '', 'a b']), ...(chance.one(0.7) ? { body: this.record() } : {}) })) };
    if (/batch/.test(path)) return { haltOnError: chance.one(0.5), batchRequests: [{ method: chance.of(METHODS), url: chance.of(['v66.0/limits', '/services/data/v66.0/sobjects/Account', 'x']), richInput: this.record() }] };
    if (/composite|ui-api/.test(path)) return chance.of([{ records: chance.some([0, 1, 2], 4).map(() => ({ attributes: { type: chance.of(OBJECTS), referenceId: 'a' }, ...this.record() })), allOrNone: chance.one(0.5) }, { apiName: chance.of(OBJECTS), fields: this.record() }, { ids: chance.some(this.ids, 3), fields: ['Name', 'Nothing'] }]);
    if (/jobs\/ingest/.test(path)) return { object: chance.of(OBJECTS), operation: chance.of(['insert', 'upsert', 'delete', 'x']), state: chance.of(['UploadComplete', 'Aborted', 'x']), contentType: 'CSV' };
    return chance.one(0.8) ? this.record() : this.junk(0);
  }
  private record(): Record<string, unknown> {
    const { chance } = this;
    const fields = this.fieldsOf(chance.of(OBJECTS));
    const record: Record<string, unknown> = {};
    for (const name of chance.some(fields.length ? fields : NAMES, 4)) record[name] = chance.one(0.2) ? chance.of(this.ids) : chance.of(VALUES);
    if (chance.one(0.5)) record['Name'] = 'By chance';
    if (chance.one(0.1)) record[chance.of(NAMES)] = this.junk(1);
    return record;
  }
  private junk(depth: number): unknown {
    const { chance } = this;
    if (depth > 3 || chance.one(0.4)) return chance.of(VALUES);
    if (chance.one(0.3)) return Array.from({ length: chance.below(4) }, () => this.junk(depth + 1));
    return Object.fromEntries(chance.some(NAMES, 4).map((name) => [name, this.junk(depth + 1)]));
  }
}

/** Routes that end the session every other case needs, or take the caller's place. */
const LEFT_OUT = /revoke|runTests|\/password/;

/** Requests change and delete: after so many the org starts anew, or most would find nothing. */
const REQUESTS_OF_ONE_ORG = 1_000;
const OWN_FAILURE = /^(Unexpected failure|A queued job could not|Request could not)/;

export async function requests(): Promise<Thrower> {
  let org = await openServer();
  let asked = 0;
  return {
    run: async (chance, tell) => {
      if (++asked % REQUESTS_OF_ONE_ORG === 0) {
        await org.close();
        org = await openServer();
      }
      const sent = org.make(chance);
      const shown = `${sent.method} ${sent.path}\n${JSON.stringify(sent.headers)}\n${sent.body}`;
      tell(shown);
      try {
        const { status, type, text } = await org.ask(sent);
        const fault = (sent.method === 'HEAD' && status !== 500 ? undefined : faultOfAnswer(status, type, text)) ?? org.log.find((line) => OWN_FAILURE.test(line));
        org.log.length = 0;
        return { shown, accepted: status < 400, ...(fault ? { fault } : {}) };
      } catch (failure) {
        return { shown, accepted: false, fault: `gave no answer: ${String(failure)}` };
      }
    },
    close: () => org.close(),
  };
}

interface OpenServer { readonly log: string[]; make(chance: Chance): Sent; ask(sent: Sent): Promise<Answer>; close(): Promise<void>; }

async function openServer(): Promise<OpenServer> {
  const platform = openDepot();
  const ids = fill(platform);
  const log: string[] = [];
  const worker = startWorker(platform, (message) => log.push(message));
  const server = await listen(platform, serverRoutes, { port: 0, log: (message) => log.push(message), afterRequest: () => worker.nudge() });
  const { adminUserId } = platform.security;
  const agent = new Agent({ keepAlive: true });
  const newToken = (): string => platform.database.transaction(() => platform.security.createSession(adminUserId));
  let token = newToken();
  const refused = serverRoutes.filter((route) => route.refuses);
  const routes = serverRoutes.filter((route) => !LEFT_OUT.test(route.pattern) && (!route.refuses || refused.indexOf(route) % 10 === 0));
  const fieldsOf = (name: string): readonly string[] => [...(platform.org.object(name)?.fields.values() ?? [])].map((field) => field.name);
  return {
    log,
    make: (chance) => {
      if (platform.security.sessionUser(token) === undefined) token = newToken();
      return new RequestMaker(chance, routes, ids, fieldsOf, () => new QueryMaker((name) => platform.org.object(name), chance).query()).make(token);
    },
    ask: (sent) => exchange(agent, server.port, sent),
    close: async () => {
      worker.stop();
      agent.destroy();
      await server.close();
      platform.close();
    },
  };
}

function exchange(agent: Agent, port: number, sent: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = send({ host: '127.0.0.1', port, method: sent.method, path: sent.path, headers: { ...sent.headers, 'content-length': String(Buffer.byteLength(sent.body)) }, agent }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, type: incoming.headers['content-type'] ?? '', text: Buffer.concat(chunks).toString('utf8') }));
      incoming.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(sent.body);
  });
}
