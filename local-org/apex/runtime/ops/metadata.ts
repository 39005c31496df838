/** Records of custom metadata types. They are read without a query that counts (Custom Metadata Type Methods) and count toward no limit. */
import type { DatabaseEngine, ResultRow } from '../../../database';
import type { Execution } from '../types';
import { ApexException, ApexMap, SObjectValue, recordOfResult } from '../values';

/** No transaction writes these rows: an org that goes over to other sources has an engine of its own. */
const known = new WeakMap<object, Map<string, readonly ResultRow[]>>();

function rowsOf(x: Execution, name: string): readonly ResultRow[] {
  const object = x.org.object(name);
  if (!object) throw new ApexException('TypeException', `Invalid type: ${name}`);
  const read = (): readonly ResultRow[] => {
    const columns = [...object.fields.values()].filter((each) => !each.components).map((each) => each.name);
    return (x.database as Pick<DatabaseEngine, 'query'>).query(`SELECT ${columns.join(', ')} FROM ${object.name}`, { userId: x.userId, mode: 'system', sharing: false }).rows;
  };
  // A formula may look at the clock or at the user.
  if ([...object.fields.values()].some((each) => each.calculated)) return read();
  let byObject = known.get(x.database);
  if (!byObject) known.set(x.database, (byObject = new Map()));
  let rows = byObject.get(object.name);
  if (!rows) byObject.set(object.name, (rows = read()));
  return rows;
}

/** Records of their own for each caller, who may change them. */
export const metadataAll = (x: Execution, name: string): ApexMap => new ApexMap(rowsOf(x, name).map((row) => [String(row.values['DeveloperName']), recordOfResult(x.org, row)] as const), 'String', name);

export function metadataInstance(x: Execution, name: string, key: string | null): SObjectValue | null {
  const row = rowsOf(x, name).find(({ values }) => values['DeveloperName'] === key || values['Id'] === key || values['QualifiedApiName'] === key);
  return row ? recordOfResult(x.org, row) : null;
}
