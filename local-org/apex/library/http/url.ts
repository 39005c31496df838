/** URL, Request. https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_url.htm */
import { randomUUID } from 'node:crypto';
import type { Execution, PlatformClass } from '../../runtime/types';
import { ApexException, PlatformObject, required } from '../../runtime/values';

class ApexUrl extends PlatformObject {
  readonly apexType = 'URL';
  readonly url: URL;
  constructor(text: string) {
    super();
    try {
      this.url = new URL(text);
    } catch {
      throw new ApexException('StringException', `no protocol: ${text}`);
    }
  }
  override toString(): string {
    return this.url.href.replace(/\/$/, this.url.pathname === '/' && !this.url.search ? '' : '/');
  }
}
/** Where the local org listens. */
const HOME = 'http://127.0.0.1';

class ApexRequest extends PlatformObject {
  readonly apexType = 'Request';
  constructor(readonly id: string, readonly quiddity: string) {
    super();
  }
}
const requests = new WeakMap<Execution, ApexRequest>();
const QUIDDITIES: Readonly<Record<Execution['kind'], string>> = { anonymous: 'ANONYMOUS', rest: 'REST', aura: 'AURA', trigger: 'SYNCHRONOUS', queueable: 'QUEUEABLE', batch: 'BATCH_APEX', scheduled: 'SCHEDULED', future: 'FUTURE', test: 'RUNTEST_SYNC', event: 'PLATFORM_EVENT_PUBLISH_CALLBACK' };
export function requestOf(x: Execution): ApexRequest {
  let request = requests.get(x);
  if (!request) requests.set(x, (request = new ApexRequest(randomUUID().replace(/-/g, '').slice(0, 22), QUIDDITIES[x.kind])));
  return request;
}

export const URLS: readonly PlatformClass[] = [
  {
    name: 'URL',
    members: {
      'new(String spec)': (_x, spec: string) => new ApexUrl(required(spec)),
      'static URL getOrgDomainUrl()': () => new ApexUrl(HOME),
      'static URL getSalesforceBaseUrl()': () => new ApexUrl(HOME),
      'String getAuthority()': (_x, url: ApexUrl) => url.url.host,
      'String getHost()': (_x, url: ApexUrl) => url.url.hostname,
      'String getPath()': (_x, url: ApexUrl) => url.url.pathname,
      'Integer getPort()': (_x, url: ApexUrl) => (url.url.port ? Number(url.url.port) : -1),
      'String getProtocol()': (_x, url: ApexUrl) => url.url.protocol.slice(0, -1),
      'String getQuery()': (_x, url: ApexUrl) => url.url.search.slice(1) || null,
      'String getRef()': (_x, url: ApexUrl) => url.url.hash.slice(1) || null,
      'String toExternalForm()': (_x, url: ApexUrl) => url.toString(),
    },
  },
  {
    name: 'Request',
    members: {
      'static Request getCurrent()': (x) => requestOf(x),
      'System.Quiddity getQuiddity()': (x, request: ApexRequest) => x.services.enumValue('Quiddity', request.quiddity),
      'String getRequestId()': (_x, request: ApexRequest) => request.id,
    },
  },
];
