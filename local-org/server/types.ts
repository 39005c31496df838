/** HTTP routes as data: the server floor's own tables and those the web floor adds have this shape. */
import type { ApexPlatform } from '../apex';
import type { Clock, DatabaseEngine } from '../database';
import type { FormulaCompiler } from '../formula';
import type { OrgModel } from '../schema';
import type { Security } from '../security';

/** Floors 0 to 4, wired. */
export interface Platform {
  readonly org: OrgModel;
  readonly formula: FormulaCompiler;
  readonly database: DatabaseEngine;
  readonly security: Security;
  readonly apex: ApexPlatform;
  readonly clock: Clock;
  /** Folder of what is deployed into the running org. */
  readonly deployedDir: string;
  /** Another org in memory with the set-up rows of this one and none of its data, of its own sources or of those that `deployed` makes. */
  withoutData(deployed?: string): Platform;
  /** Goes over to the sources in `deployed`, data and sessions kept. They were tried before, by `withoutData`. */
  adopt(deployed: string): void;
  close(): void;
}

export interface OrgRequest {
  readonly method: string;
  readonly path: string;
  /** Named parts of the pattern, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  /** Body as JSON; a malformed one throws PlatformError JSON_PARSER_ERROR. */
  json(): unknown;
  /** The logged-in user; empty string on routes that need none. */
  readonly userId: string;
  /** Session token in use. */
  readonly token: string;
  /** Number in `/services/data/vNN.0`, else the org's own. */
  readonly apiVersion: number;
  /** `http://127.0.0.1:port` */
  readonly origin: string;
}
export interface OrgResponse { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly json?: unknown; readonly body?: string | Uint8Array; }

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
  /** `/services/data/:version/sobjects/:object/:id`; `*rest` takes the remainder. */
  readonly pattern: string;
  /** `token`: Authorization header. `cookie`: session cookie `sid` or header. `none`: open. */
  readonly access: 'token' | 'cookie' | 'none';
  /** Only names what is not modelled. */
  readonly refuses?: true;
  handle(request: OrgRequest, platform: Platform): OrgResponse | Promise<OrgResponse>;
}
