/** Records that the platform writes along with others, in its own name: what refuses them refuses the others. */
import { fail, good } from '../dml/item';
import type { DmlOperation, Row } from '../types';
import type { Step } from './types';

/** Ids of the records; none when they were refused. */
export function writeRelated(step: Step, operation: DmlOperation, objectName: string, rows: readonly Row[]): readonly string[] {
  const { store } = step.machine;
  const object = store.org.object(objectName);
  if (!object || rows.length === 0) return [];
  const results = step.machine.run(operation, object, rows, { userId: step.request.caller.userId, mode: 'system', sharing: false }, { allOrNone: true, origin: { kind: 'platform' } });
  const cause = results.flatMap((result) => result.errors).find((error) => error.code !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK');
  if (!cause) return results.map((result) => result.id as string);
  for (const item of good(step.items)) fail(item, cause.code, cause.message, cause.fields);
  return [];
}
