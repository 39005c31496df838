/** Key prefixes stay with the data: an object that comes later must not take those of the ids that were given. */
import { existsSync } from 'node:fs';
import type { OrgModel } from '../../schema';
import { Connection } from '../sqlite/connection';

const TABLE = 'CREATE TABLE IF NOT EXISTS _prefix (object TEXT PRIMARY KEY, prefix TEXT NOT NULL) WITHOUT ROWID';

/** Those that a data file holds; none where it is new. */
export function keyPrefixesIn(file: string): ReadonlyMap<string, string> {
  if (!existsSync(file)) return new Map();
  const connection = new Connection(file);
  try {
    connection.exec(TABLE);
    return new Map(connection.all('SELECT object, prefix FROM _prefix').map((row) => [String(row.object), String(row.prefix)]));
  } finally {
    connection.close();
  }
}

/** Writes those of objects that are new. */
export function keepPrefixes(connection: Connection, org: OrgModel): void {
  connection.exec(TABLE);
  const rows = [...org.objects.values()].filter((object) => object.kind !== 'standard' && object.kind !== 'share').map((object) => [object.name, object.keyPrefix]);
  connection.run('INSERT OR IGNORE INTO _prefix SELECT value ->> 0, value ->> 1 FROM json_each(?)', [JSON.stringify(rows)]);
}
