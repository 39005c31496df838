/** Wires floors 0 to 4 into one platform: the composition root below HTTP. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApex, type ApexPlatform } from '../apex';
import { keyPrefixesIn, openDatabase, type Clock, type DatabaseEngine } from '../database';
import { formulaCompiler } from '../formula';
import { currentDeployed, deployProjectAgain, loadOrg, type ObjectModel, type OrgModel, type OrgShape } from '../schema';
import { createSecurity, isSetupObject, type Security } from '../security';
import type { Platform } from './types';

export interface PlatformOptions {
  readonly projectDir: string;
  /** SQLite file; in memory when absent. */
  readonly dataFile?: string;
  /** Folder that keeps what is deployed into the running org; one that goes with it when absent. */
  readonly deployedDir?: string;
  /** Where compiled Apex is kept between starts; no cache when absent. */
  readonly cacheDir?: string;
  readonly shape?: OrgShape;
  readonly clock?: Clock;
  /** Fields whose change by Apex needs FOR UPDATE: strict locking. */
  readonly guardedFields?: readonly string[];
}

export const systemClock: Clock = { now: () => Date.now() };

interface Floors { readonly org: OrgModel; readonly database: DatabaseEngine; readonly security: Security; readonly apex: ApexPlatform; }
interface Sources { readonly deployed?: string; readonly succeeds?: Floors; readonly setupOf?: DatabaseEngine; }

/** Builds the org. Source errors are thrown as SourceError; Apex errors are left to `apex.compile()`. */
export function createPlatform(options: PlatformOptions): Platform {
  return new LivePlatform(options);
}

/** An org that can go over to other sources while it runs: who holds it sees the new ones. */
class LivePlatform implements Platform {
  private floors: Floors;
  readonly formula = formulaCompiler;
  readonly clock: Clock;
  private temporary?: string;

  constructor(private readonly options: PlatformOptions) {
    this.clock = options.clock ?? systemClock;
    if (options.deployedDir) deployProjectAgain(options.deployedDir, options.projectDir);
    const deployed = options.deployedDir ? currentDeployed(options.deployedDir) : undefined;
    this.floors = build(options, deployed ? { deployed } : {});
  }
  get org(): OrgModel {
    return this.floors.org;
  }
  get database(): DatabaseEngine {
    return this.floors.database;
  }
  get security(): Security {
    return this.floors.security;
  }
  get apex(): ApexPlatform {
    return this.floors.apex;
  }
  get deployedDir(): string {
    if (this.options.deployedDir) return this.options.deployedDir;
    return (this.temporary ??= mkdtempSync(join(tmpdir(), 'org-deployed-')));
  }
  withoutData(deployed = currentDeployed(this.deployedDir)): Platform {
    const { dataFile: _data, deployedDir: _folder, ...options } = this.options;
    return new Candidate(options, build(options, { setupOf: this.database, ...(deployed ? { deployed } : {}) }), this.clock);
  }
  adopt(deployed: string): void {
    const before = this.floors;
    this.floors = build(this.options, { deployed, succeeds: before });
    this.floors.apex.compile();
  }
  close(): void {
    this.database.close();
    if (this.temporary) rmSync(this.temporary, { recursive: true, force: true });
  }
}

/** An org in memory beside the running one: where a deployment is tried and where tests run. */
class Candidate implements Platform {
  readonly formula = formulaCompiler;
  readonly org: OrgModel;
  readonly database: DatabaseEngine;
  readonly security: Security;
  readonly apex: ApexPlatform;

  constructor(private readonly options: PlatformOptions, floors: Floors, readonly clock: Clock) {
    ({ org: this.org, database: this.database, security: this.security, apex: this.apex } = floors);
  }
  get deployedDir(): string {
    throw new Error('Nothing is deployed into an org that is only a trial');
  }
  withoutData(deployed?: string): Platform {
    return new Candidate(this.options, build(this.options, { setupOf: this.database, ...(deployed ? { deployed } : {}) }), this.clock);
  }
  adopt(): void {
    throw new Error('Nothing is deployed into an org that is only a trial');
  }
  close(): void {
    this.database.close();
  }
}

function build(options: PlatformOptions, { deployed, succeeds, setupOf }: Sources): Floors {
  const clock = options.clock ?? systemClock;
  const keyPrefixes = succeeds ? prefixesOf(succeeds.org) : setupOf ? prefixesOf(setupOf.org) : options.dataFile ? keyPrefixesIn(options.dataFile) : undefined;
  const org = loadOrg({ projectDir: options.projectDir, ...(keyPrefixes ? { keyPrefixes } : {}), ...(deployed ? { deployedDir: deployed } : {}), ...(options.shape ? { shape: options.shape } : {}) });
  const database = openDatabase(org, formulaCompiler, succeeds ? { succeeds: succeeds.database } : options.dataFile ? { file: options.dataFile } : {});
  database.attach({ clock });
  if (setupOf) database.receive(setupOf, [...org.objects.values()].filter(seenByTests));
  const security = createSecurity(org, database, clock);
  const apex = createApex(org, database, security, formulaCompiler, clock, { ...(options.cacheDir ? { cacheDir: options.cacheDir } : {}), ...(succeeds ? { succeeds: succeeds.apex } : {}) });
  database.attach({ access: security, triggers: apex, events: apex, clock });
  if (options.guardedFields?.length) database.guard(options.guardedFields);
  return { org, database, security, apex };
}

function prefixesOf(org: OrgModel): ReadonlyMap<string, string> {
  return new Map([...org.objects.values()].filter((object) => object.kind !== 'standard' && object.kind !== 'share').map((object) => [object.name, object.keyPrefix]));
}

/** What a run leaves behind is no set-up. */
const TRACES: ReadonlySet<string> = new Set(['AsyncApexJob', 'ApexTestQueueItem', 'ApexTestResult', 'ApexTestRunResult', 'ApexCodeCoverageAggregate', 'ApexOrgWideCoverage', 'ApexLog', 'LoginHistory', 'AuthSession', 'RecentlyViewed', 'SetupAuditTrail', 'UserRecordAccess']);

/**
 * Tests see the objects that manage the organization, and none of its data.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_testing_data_access.htm
 */
function seenByTests(object: ObjectModel): boolean {
  return object.kind === 'standard' && (object.name === 'User' || isSetupObject(object)) && !TRACES.has(object.name);
}
