/** Custom metadata records as rows. They follow the project: what it no longer has goes, ids stay with their names. */
import type { CustomMetadataRecord, ObjectModel } from '../../schema';
import { SourceError } from '../../schema';
import { quote } from '../sqlite/connection';
import type { Store } from '../store';
import type { Row } from '../types';
import { seedRows } from './seed';
import type { Plans } from './plan';

export function writeMetadataRows(store: Store, plans: Plans): void {
  const ids = new Map<string, Map<string, string>>();
  const objects = [...store.org.objects.values()].filter((object) => object.kind === 'customMetadata');
  const recordsOf = (object: ObjectModel): CustomMetadataRecord[] => store.org.customMetadata.filter((record) => record.object.toLowerCase() === object.name.toLowerCase());
  for (const object of objects) {
    const known = new Map(store.connection.all(`SELECT "Id" AS id, lower("DeveloperName") AS name FROM ${quote(object.name)}`).map((row) => [String(row.name), String(row.id)]));
    ids.set(object.name, new Map(recordsOf(object).map((record) => [record.developerName.toLowerCase(), known.get(record.developerName.toLowerCase()) ?? store.nextId(object)])));
  }
  for (const object of objects) {
    store.connection.run(`DELETE FROM ${quote(object.name)}`);
    seedRows(store, plans, object, recordsOf(object).map((record) => rowOf(store, object, record, ids)));
  }
}

function rowOf(store: Store, object: ObjectModel, record: CustomMetadataRecord, ids: ReadonlyMap<string, ReadonlyMap<string, string>>): Row {
  const row: Row = { Id: ids.get(object.name)?.get(record.developerName.toLowerCase()), DeveloperName: record.developerName };
  const own: Row = { MasterLabel: record.label, Label: record.label, QualifiedApiName: record.developerName, Language: 'en_US' };
  for (const name of Object.keys(own)) if (object.field(name)) row[name] = own[name];
  for (const [name, value] of record.values) {
    const field = object.field(name);
    if (!field) throw new SourceError(`No such column '${name}' on entity '${object.name}'`, record.position);
    const target = field.reference ? store.org.object(field.reference.to[0] ?? '') : undefined;
    const linked = target?.kind === 'customMetadata' && typeof value === 'string';
    row[field.name] = linked ? metadataId(target.name, value, ids, record) : value;
  }
  return row;
}

/** A metadata relationship is deployed by name and read as an id. */
function metadataId(object: string, name: string, ids: ReadonlyMap<string, ReadonlyMap<string, string>>, record: CustomMetadataRecord): string {
  const id = ids.get(object)?.get((name.split('.').pop() as string).toLowerCase());
  if (id === undefined) throw new SourceError(`No custom metadata record ${object}.${name}`, record.position);
  return id;
}
