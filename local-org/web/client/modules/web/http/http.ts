/** Requests to the server, failing in the form that components know: `error.body.message`. */
export interface ServerError {
  readonly status: number;
  readonly ok: false;
  readonly statusText: string;
  readonly body: unknown;
}

const offline = (error: unknown): ServerError => ({ status: 0, ok: false, statusText: 'Network Error', body: { message: error instanceof Error ? error.message : 'The server cannot be reached.' } });

const JSON_TYPE = { accept: 'application/json', 'content-type': 'application/json' } as const;

/** A file travels as it is, everything else as JSON. */
function sent(body: unknown): RequestInit {
  if (body === undefined) return { headers: { accept: JSON_TYPE.accept } };
  return body instanceof Blob ? { headers: { accept: JSON_TYPE.accept, 'content-type': 'application/octet-stream' }, body } : { headers: JSON_TYPE, body: JSON.stringify(body) };
}

/** Sends JSON and reads JSON; an empty answer is undefined. A lost session sends the browser to the log-in page. */
export async function request(method: string, url: string, body?: unknown): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url, { method, credentials: 'same-origin', ...sent(body) });
  } catch (error) {
    throw offline(error);
  }
  const text = await response.text();
  let json: unknown;
  try {
    json = text ? JSON.parse(text) : undefined;
  } catch {
    json = { message: `The server answered ${response.status} without JSON.` };
  }
  if (response.ok) return json;
  if (response.status === 401) window.location.reload();
  // The REST APIs report a list of errors, everything else one.
  throw { status: response.status, ok: false, statusText: response.statusText || String(response.status), body: Array.isArray(json) && json.length === 1 ? json[0] : (json ?? { message: response.statusText }) } satisfies ServerError;
}

export const get = (url: string): Promise<unknown> => request('GET', url);
export const post = (url: string, body: unknown): Promise<unknown> => request('POST', url, body);
