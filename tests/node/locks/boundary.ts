/** The package on a local org, Apex as committed transactions, and a place between two queries where a second transaction runs. */
import { resolve } from 'node:path';
import { guardedFieldsOf } from '../../../local-org/cli/project';
import type { Clock } from '../../../local-org/database';
import { createPlatform, systemClock, type Platform } from '../../../local-org/server';

const ROOT = resolve(__dirname, '../../..');

export function packagePlatform(clock: Clock = systemClock): Platform {
  const platform = createPlatform({ projectDir: ROOT, cacheDir: `${ROOT}/.cache`, guardedFields: guardedFieldsOf(ROOT), clock });
  platform.database.prepareInterleaving();
  const errors = platform.apex.compile();
  if (errors.length > 0) throw new Error(errors.map((each) => each.message).join('\n'));
  return platform;
}

/** Gives the administrator permission sets. */
export function assign(platform: Platform, ...sets: readonly string[]): void {
  const admin = { userId: platform.security.adminUserId, mode: 'system', sharing: false } as const;
  const object = platform.org.object('PermissionSetAssignment');
  if (!object) throw new Error('The org has no PermissionSetAssignment');
  platform.database.transaction(() => {
    for (const name of sets) {
      const set = platform.database.query('SELECT Id FROM PermissionSet WHERE Name = :name', admin, { binds: { name } }).rows[0];
      if (!set) throw new Error(`There is no permission set ${name}`);
      platform.database.dml('insert', object, [{ AssigneeId: admin.userId, PermissionSetId: set.values['Id'] }], admin, { allOrNone: true, origin: { kind: 'platform' } });
    }
  });
}

/** Runs Apex as one transaction, of the administrator where nobody is named, and keeps what it did. */
export function execute(platform: Platform, text: string, userId = platform.security.adminUserId): void {
  const { compileProblem, exceptionMessage, exceptionStackTrace } = platform.apex.executeAnonymous(userId, text);
  if (compileProblem ?? exceptionMessage) throw new Error(`${compileProblem ?? exceptionMessage}\n${exceptionStackTrace ?? ''}`);
}

/** Runs `first`, and once, before its first query for which `at` holds, `second` as another transaction. Answers how often the place was reached. */
export function withSecond(platform: Platform, first: () => void, at: (query: string) => boolean, second: () => void): number {
  const { database } = platform;
  const { query } = database;
  let reached = 0;
  const watched: typeof query = (asked, caller, options) => {
    if (at(typeof asked === 'string' ? asked : asked.text) && reached++ === 0) database.interleave(second);
    return query.call(database, asked, caller, options);
  };
  Object.defineProperty(database, 'query', { value: watched, configurable: true, writable: true });
  try {
    first();
    return reached;
  } finally {
    Reflect.deleteProperty(database, 'query');
  }
}
