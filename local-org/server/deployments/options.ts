/**
 * What a deployment may ask for, in one table.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_rest_deploy.htm
 */
import { NotModelledError, PlatformError } from '../../schema';

export const TEST_LEVELS = ['NoTestRun', 'RunSpecifiedTests', 'RunLocalTests', 'RunAllTestsInOrg'] as const;
export type TestLevel = (typeof TEST_LEVELS)[number];

export interface DeployOptions {
  readonly allowMissingFiles: boolean;
  readonly autoUpdatePackage: boolean;
  readonly checkOnly: boolean;
  readonly ignoreWarnings: boolean;
  readonly performRetrieve: boolean;
  readonly purgeOnDelete: boolean;
  readonly rollbackOnError: boolean;
  readonly singlePackage: boolean;
  readonly runTests: readonly string[];
  readonly testLevel: TestLevel | null;
}

const SWITCHES = ['allowMissingFiles', 'autoUpdatePackage', 'checkOnly', 'ignoreWarnings', 'performRetrieve', 'purgeOnDelete', 'rollbackOnError', 'singlePackage'] as const;
export const OPTIONS: readonly string[] = [...SWITCHES, 'runTests', 'testLevel'];
/** Reserved, or gone for many releases. */
const REFUSED: readonly (typeof SWITCHES)[number][] = ['autoUpdatePackage', 'performRetrieve'];

export function readOptions(json: unknown): DeployOptions {
  const given = (json as { deployOptions?: unknown } | null)?.deployOptions;
  if (given === null || typeof given !== 'object') throw new PlatformError('INVALID_REQUEST', 'The JSON part must hold an object deployOptions.');
  const options = given as Record<string, unknown>;
  const unknown = Object.keys(options).find((name) => !OPTIONS.includes(name));
  if (unknown) throw new PlatformError('JSON_PARSER_ERROR', `Unrecognized field "${unknown}" in deployOptions`);
  for (const name of REFUSED) if (options[name] === true) throw new NotModelledError(`the deployment option ${name}`);
  const testLevel = options['testLevel'] ?? null;
  if (testLevel !== null && !TEST_LEVELS.includes(testLevel as TestLevel)) throw new PlatformError('INVALID_REQUEST', `testLevel must be one of ${TEST_LEVELS.join(', ')}`);
  const runTests = listOf(options['runTests']);
  if (testLevel === 'RunSpecifiedTests' && runTests.length === 0) throw new PlatformError('INVALID_REQUEST', 'RunSpecifiedTests needs the names of test classes in runTests');
  if (testLevel !== 'RunSpecifiedTests' && runTests.length > 0) throw new PlatformError('INVALID_REQUEST', 'runTests can be used only with a testLevel of RunSpecifiedTests');
  const switches = Object.fromEntries(SWITCHES.map((name) => [name, options[name] === true])) as Record<(typeof SWITCHES)[number], boolean>;
  return { ...switches, runTests, testLevel: testLevel as TestLevel | null };
}

function listOf(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || !value.every((each): each is string => typeof each === 'string')) throw new PlatformError('INVALID_REQUEST', 'runTests must be a list of class names');
  return value;
}
