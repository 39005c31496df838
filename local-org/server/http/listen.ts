/** The HTTP server: reads a request, finds its route, checks the session, writes the answer. Loopback only. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { PlatformError } from '../../schema';
import type { OrgResponse, Platform, Route } from '../types';
import { errorResponse } from './errors';
import { openRequest } from './request';
import { startRequest } from './requestLog';
import { Router } from './router';

/** The REST API takes 50 MB a request; files come in by multipart up to 2 GB there, here up to this. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;
/** Answers above this size are compressed where the client accepts it. */
const GZIP_FROM_BYTES = 1400;

export interface ListenOptions {
  readonly port: number;
  readonly log: (message: string) => void;
  /** Called after each request, when its transaction is over: starts queued work. */
  readonly afterRequest?: () => void;
}

export interface Listening {
  readonly origin: string;
  readonly port: number;
  /** Answers by these routes from now on. */
  serve(routes: readonly Route[]): void;
  close(): Promise<void>;
}

/** Serves `routes` on 127.0.0.1. Port 0 takes a free one. */
export function listen(platform: Platform, routes: readonly Route[], options: ListenOptions): Promise<Listening> {
  let router = new Router(routes);
  let origin = '';
  const server: Server = createServer((incoming, outgoing) => {
    void answer(platform, router, incoming, origin, options)
      .then((response) => send(incoming, outgoing, response))
      .catch((failure: unknown) => {
        options.log(`Request could not be answered: ${String(failure)}`);
        outgoing.destroy();
      })
      .finally(() => options.afterRequest?.());
  });
  server.keepAliveTimeout = 30_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : options.port;
      origin = `http://127.0.0.1:${port}`;
      resolve({
        origin,
        port,
        serve: (changed) => {
          router = new Router(changed);
        },
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

async function answer(platform: Platform, router: Router, incoming: IncomingMessage, origin: string, options: ListenOptions): Promise<OrgResponse> {
  const { method = 'GET', url = '/' } = incoming;
  let userId = '';
  let done: ReturnType<typeof startRequest> | undefined;
  let response: OrgResponse;
  try {
    const headers: Record<string, string | undefined> = {};
    for (const [name, value] of Object.entries(incoming.headers)) headers[name] = Array.isArray(value) ? value.join(', ') : value;
    const opened = openRequest(platform, router, { method, url, headers }, origin);
    ({ userId } = opened);
    const body = await readBody(incoming);
    done = startRequest(platform, { method, path: url });
    response = await opened.answer(body, platform);
  } catch (failure) {
    response = errorResponse(failure, options.log);
  }
  (done ?? startRequest(platform, { method, path: url }))(userId, response.status);
  return response;
}

function readBody(incoming: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) {
        reject(new PlatformError('REQUEST_ENTITY_TOO_LARGE', `The request is larger than ${MAX_BODY_BYTES / 1024 / 1024} MB.`));
        incoming.resume();
        return;
      }
      chunks.push(chunk);
    });
    incoming.on('end', () => resolve(Buffer.concat(chunks)));
    incoming.on('error', reject);
  });
}

function send(incoming: IncomingMessage, outgoing: ServerResponse, response: OrgResponse): void {
  const headers: Record<string, string> = { 'X-Content-Type-Options': 'nosniff', ...response.headers };
  let body: Uint8Array = Buffer.alloc(0);
  if (response.json !== undefined) {
    headers['Content-Type'] ??= 'application/json;charset=UTF-8';
    body = Buffer.from(JSON.stringify(response.json));
  } else if (response.body !== undefined) {
    body = typeof response.body === 'string' ? Buffer.from(response.body) : response.body;
  }
  headers['Cache-Control'] ??= 'no-store';
  const compressible = /json|text|javascript|xml|csv/.test(headers['Content-Type'] ?? '');
  if (compressible && !headers['Content-Encoding'] && body.length > GZIP_FROM_BYTES && /\bgzip\b/.test(String(incoming.headers['accept-encoding'] ?? ''))) {
    headers['Content-Encoding'] = 'gzip';
    body = gzipSync(body, { level: 1 });
  }
  if (response.status !== 204) headers['Content-Length'] = String(body.length);
  outgoing.writeHead(response.status, headers);
  outgoing.end(incoming.method === 'HEAD' || response.status === 204 ? undefined : body);
}
