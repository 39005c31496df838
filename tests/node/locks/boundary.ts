/** The package on a local org, and a place between two of its queries where a second transaction runs. */
import { resolve } from 'node:path';
import { guardedFieldsOf } from '../../../local-org/cli/project';
import { createPlatform, type Platform } from '../../../local-org/server';

const ROOT = resolve(__dirname, '../../..');

export function packagePlatform(): Platform {
  const platform = createPlatform({ projectDir: ROOT, cacheDir: `${ROOT}/.cache`, guardedFields: guardedFieldsOf(ROOT) });
  const errors = platform.apex.compile();
  if (errors.length > 0) throw new Error(errors.map((each) => each.message).join('\n'));
  return platform;
}

/**
 * Runs an Apex test method, and once, before its first query for which `at` holds, `second` as another transaction.
 * Answers how often the place was reached.
 */
export function runWithSecond(platform: Platform, testClass: string, method: string, at: (query: string) => boolean, second: () => void): number {
  const { database } = platform;
  const { query } = database;
  let reached = 0;
  const watched: typeof query = (asked, caller, options) => {
    if (at(typeof asked === 'string' ? asked : asked.text) && reached++ === 0) database.interleave(second);
    return query.call(database, asked, caller, options);
  };
  Object.defineProperty(database, 'query', { value: watched, configurable: true, writable: true });
  try {
    const { results } = platform.apex.runTests({ classes: [testClass], methods: [method] });
    const wrong = results.filter((each) => each.outcome !== 'Pass');
    if (results.length !== 1 || wrong.length > 0) throw new Error(`${testClass}.${method}: ${wrong.map((each) => each.message).join('; ') || `${results.length} tests ran`}`);
    return reached;
  } finally {
    Reflect.deleteProperty(database, 'query');
  }
}
