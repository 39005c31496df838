/** Callouts: answered by mocks in tests, refused outside. https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_restful_http.htm */
import { NotModelledError } from '../../../schema';
import { use } from '../../runtime/data';
import type { Execution, PlatformClass } from '../../runtime/types';
import { ApexBlob, ApexException, ApexList, PlatformObject, required } from '../../runtime/values';
import { undispatched } from '../collections/iterator';

class ApexHttp extends PlatformObject {
  readonly apexType = 'Http';
}
/** Headers, body and status of a request or response. */
export class HttpMessage extends PlatformObject {
  method = '';
  endpoint = '';
  timeout = 10_000;
  statusCode = 0;
  status = '';
  body: ApexBlob | null = null;
  readonly headers = new Map<string, { readonly name: string; readonly value: string }>();
  constructor(readonly apexType: 'HttpRequest' | 'HttpResponse') {
    super();
  }
  get text(): string {
    return this.body?.text ?? '';
  }
  override toString(): string {
    return this.apexType === 'HttpRequest' ? `System.HttpRequest[Endpoint=${this.endpoint}, Method=${this.method}]` : `System.HttpResponse[Status=${this.status}, StatusCode=${this.statusCode}]`;
  }
}

function send(x: Execution, request: HttpMessage): HttpMessage {
  use(x, 'callouts');
  if (!required(request).endpoint) throw new ApexException('CalloutException', 'Endpoint cannot be null');
  if (!request.method) throw new ApexException('CalloutException', 'Method cannot be null');
  if (x.limits.dmlStatements > 0) throw new ApexException('CalloutException', 'You have uncommitted work pending. Please commit or rollback before calling out');
  if (!x.test) throw new NotModelledError('callouts outside tests');
  const mock = x.test.mocks.get('httpcalloutmock');
  if (mock === undefined) throw new ApexException('TypeException', 'Methods defined as TestMethod do not support Web service callouts');
  return x.runtime.invoke(x, mock, 'respond', [request]) as HttpMessage;
}

type M = HttpMessage;
const MESSAGE: NonNullable<PlatformClass['members']> = {
  'String getBody()': (_x, m: M) => m.text,
  'Blob getBodyAsBlob()': (_x, m: M) => m.body,
  'String getHeader(String key)': (_x, m: M, key: string) => m.headers.get(required(key).toLowerCase())?.value ?? null,
  'void setBody(String body)': (_x, m: M, body: string) => void (m.body = ApexBlob.fromText(required(body))),
  'void setBodyAsBlob(Blob body)': (_x, m: M, body: ApexBlob) => void (m.body = body),
  'void setHeader(String key, String value)': (_x, m: M, key: string, value: string) => void m.headers.set(required(key).toLowerCase(), { name: key, value: required(value) }),
  'String toString()': (_x, m: M) => m.toString(),
};

export const HTTP: readonly PlatformClass[] = [
  { name: 'Http', members: { 'new()': () => new ApexHttp(), 'HttpResponse send(HttpRequest request)': (x, _http, request: M) => send(x, request) } },
  {
    name: 'HttpRequest',
    members: {
      'new()': () => new HttpMessage('HttpRequest'),
      ...MESSAGE,
      'String getEndpoint()': (_x, m: M) => m.endpoint,
      'String getMethod()': (_x, m: M) => m.method,
      'void setEndpoint(String endpoint)': (_x, m: M, endpoint: string) => void (m.endpoint = required(endpoint)),
      'void setMethod(String method)': (_x, m: M, method: string) => void (m.method = required(method)),
      'void setTimeout(Integer milliseconds)': (_x, m: M, ms: number) => {
        if (required(ms) < 1 || ms > 120_000) throw new ApexException('CalloutException', 'Timeout must be between 1 and 120000 milliseconds');
        m.timeout = ms;
      },
      'void setClientCertificateName(String name)': () => {
        throw new NotModelledError('client certificates');
      },
    },
  },
  {
    name: 'HttpResponse',
    members: {
      'new()': () => new HttpMessage('HttpResponse'),
      ...MESSAGE,
      'List<String> getHeaderKeys()': (_x, m: M) => new ApexList([...m.headers.values()].map((header) => header.name), 'String'),
      'String getStatus()': (_x, m: M) => m.status,
      'Integer getStatusCode()': (_x, m: M) => m.statusCode,
      'void setStatus(String status)': (_x, m: M, status: string) => void (m.status = status),
      'void setStatusCode(Integer code)': (_x, m: M, code: number) => void (m.statusCode = code),
    },
  },
  { name: 'HttpCalloutMock', kind: 'interface', members: { 'HttpResponse respond(HttpRequest request)': undispatched } },
  { name: 'WebServiceMock', kind: 'interface' },
];
