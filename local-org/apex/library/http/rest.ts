/** RestContext and its messages. https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_restcontext.htm */
import type { Execution, PlatformClass } from '../../runtime/types';
import { ApexBlob, ApexMap, PlatformObject, required } from '../../runtime/values';
import { property } from '../data/access';

export class RestRequestValue extends PlatformObject {
  readonly apexType = 'RestRequest';
  readonly headers = new ApexMap([], 'String', 'String');
  readonly params = new ApexMap([], 'String', 'String');
  httpMethod: string | null = null;
  requestURI: string | null = null;
  resourcePath: string | null = null;
  remoteAddress: string | null = '127.0.0.1';
  requestBody: ApexBlob | null = null;
}
export class RestResponseValue extends PlatformObject {
  readonly apexType = 'RestResponse';
  readonly headers = new ApexMap([], 'String', 'String');
  statusCode: number | null = null;
  responseBody: ApexBlob | null = null;
}

/** What RestContext holds in one transaction. */
export interface RestState { request: RestRequestValue | null; response: RestResponseValue | null; }
const states = new WeakMap<Execution, RestState>();
export function restOf(x: Execution): RestState {
  let state = states.get(x);
  if (!state) states.set(x, (state = { request: null, response: null }));
  return state;
}

export const REST: readonly PlatformClass[] = [
  {
    name: 'RestContext',
    members: {
      'static RestRequest request { get; set; }': (x, ...value: (RestRequestValue | null)[]) => (value.length > 0 ? (restOf(x).request = value[0] ?? null) : restOf(x).request),
      'static RestResponse response { get; set; }': (x, ...value: (RestResponseValue | null)[]) => (value.length > 0 ? (restOf(x).response = value[0] ?? null) : restOf(x).response),
    },
  },
  {
    name: 'RestRequest',
    members: {
      'new()': () => new RestRequestValue(),
      'Map<String,String> headers { get; }': (_x, r: RestRequestValue) => r.headers,
      'Map<String,String> params { get; }': (_x, r: RestRequestValue) => r.params,
      'String httpMethod { get; set; }': property('httpMethod'),
      'String requestURI { get; set; }': property('requestURI'),
      'String resourcePath { get; set; }': property('resourcePath'),
      'String remoteAddress { get; set; }': property('remoteAddress'),
      'Blob requestBody { get; set; }': property('requestBody'),
      'void addHeader(String name, String value)': (_x, r: RestRequestValue, name: string, value: string) => void r.headers.put(required(name), value),
      'void addParameter(String name, String value)': (_x, r: RestRequestValue, name: string, value: string) => void r.params.put(required(name), value),
    },
  },
  {
    name: 'RestResponse',
    members: {
      'new()': () => new RestResponseValue(),
      'Map<String,String> headers { get; }': (_x, r: RestResponseValue) => r.headers,
      'Integer statusCode { get; set; }': property('statusCode'),
      'Blob responseBody { get; set; }': property('responseBody'),
      'void addHeader(String name, String value)': (_x, r: RestResponseValue, name: string, value: string) => void r.headers.put(required(name), value),
    },
  },
];
