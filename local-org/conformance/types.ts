/** What a conformance case is. Nothing in a case depends on the local org: the same case runs on a real one. */

/** A page of Salesforce's documentation and the part of it that a case holds to. */
export interface Source { readonly url: string; readonly section: string; }

interface CaseBase {
  readonly name: string;
  /** The rule it belongs to; at most five cases share one. */
  readonly rule: string;
  readonly source: Source;
  /** Folder under `deployments/`. */
  readonly deployment: string;
}

/** A test method passes. */
export interface PassCase extends CaseBase { readonly kind: 'pass'; readonly testClass: string; readonly method: string; }

/** A test method fails with this exception and message. */
export interface ThrowsCase extends CaseBase { readonly kind: 'throws'; readonly testClass: string; readonly method: string; readonly exception: string; /** May hold placeholders, see `judge/pattern.ts`. */ readonly message: string; }

/** A few files, deployed on top of the deployment, are refused. */
export interface RefusedCase extends CaseBase {
  readonly kind: 'refused';
  /** Source files by path under `main/default`. */
  readonly files: Readonly<Record<string, string>>;
  /** Base name of the file that is refused. */
  readonly file: string;
  /** Of Apex; metadata is refused as a whole component. The column only where it is known. */
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

/** Requests in a row, each answered as said. */
export interface RestCase extends CaseBase { readonly kind: 'rest'; readonly steps: readonly RestStep[]; }

export interface RestStep {
  /** `POST /services/data/v67.0/sobjects/Account`; `${name}` stands for what an earlier step kept. */
  readonly request: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent without, or with a wrong, session. */
  readonly session?: 'none' | 'wrong';
  readonly status: number;
  /** Shape of the answer: objects name the members that matter, lists all their elements; text may hold placeholders. */
  readonly answer?: unknown;
  /** Values kept for later steps: name to path in the answer (`id`, `records.0.Id`). */
  readonly keep?: Readonly<Record<string, string>>;
}

export type ConformanceCase = PassCase | ThrowsCase | RefusedCase | RestCase;

/** A project that cases share. */
export interface Deployment { readonly name: string; /** Given to the user that runs the cases, before they run. */ readonly permissionSets: readonly string[]; }

export interface CaseOutcome { readonly name: string; readonly outcome: 'passed' | 'failed' | 'skipped'; readonly message?: string; }

// What a case runs on: the local org here, a real one in the verification.

export interface TestOutcome { readonly testClass: string; readonly method: string; readonly passed: boolean; readonly message: string | null; }
export interface DeployError { readonly file: string; readonly line: number; readonly column: number; readonly message: string; }
export interface Answer { readonly status: number; readonly json: unknown; }

export interface DeployedOrg {
  /** Runs the test classes named, all when none is. */
  runTests(classes: readonly string[]): Promise<readonly TestOutcome[]>;
  request(step: { readonly method: string; readonly path: string; readonly body?: unknown; readonly headers: Readonly<Record<string, string>>; readonly session: 'own' | 'none' | 'wrong' }): Promise<Answer>;
  close(): Promise<void>;
}

export interface TargetOrg {
  /** Throws when the deployment itself is refused. */
  deploy(deployment: Deployment): Promise<DeployedOrg>;
  /** Deploys the deployment with more files, to be checked only; answers what is refused. Nothing stays. */
  check(deployment: Deployment, files: Readonly<Record<string, string>>): Promise<readonly DeployError[]>;
}
