/** Field paths: `Name`, `Owner.Name`, `Parcel__r.Shipment__r.Name`. */
import type { FieldModel, ObjectModel, OrgModel } from '../../../schema';
import type { PathAst } from '../ast';
import { SoqlError, noSuchColumn, noSuchRelationship } from '../errors';
import type { Hop, TypedField } from './types';

/** Steps upward that a path may take (SOQL and SOSL Reference, Understanding Relationship Query Limitations). */
const MOST_HOPS = 5;

export interface PathScope { readonly org: OrgModel; readonly object: ObjectModel; readonly alias?: string; }

export function resolvePath(path: PathAst, scope: PathScope): TypedField {
  let names = path.names;
  const first = (names[0] as string).toLowerCase();
  if (names.length > 1 && (first === scope.alias?.toLowerCase() || (first === scope.object.name.toLowerCase() && !scope.object.relationship(first)))) names = names.slice(1);
  const hops: Hop[] = [];
  let objects: readonly ObjectModel[] = [scope.object];
  for (const name of names.slice(0, -1)) {
    const holder = objects.find((object) => object.relationship(name));
    const reference = holder?.relationship(name);
    if (!reference?.reference) throw noSuchRelationship(name, path.at);
    const targets = reference.reference.to.map((to) => scope.org.object(to)).filter((object) => object !== undefined);
    if (targets.length === 0) throw noSuchRelationship(name, path.at);
    hops.push({ reference, name: reference.reference.relationshipName ?? name, targets });
    objects = targets;
  }
  if (hops.length > MOST_HOPS) {
    throw new SoqlError('INVALID_FIELD', `Invalid field path: ${path.names.join('.')}. A relationship query may go at most ${MOST_HOPS} levels up`, path.at);
  }
  const last = names[names.length - 1] as string;
  const polymorphic = objects.length > 1;
  const steps = hops.map((hop) => hop.name);
  if (polymorphic && last.toLowerCase() === 'type') {
    const field = typeField();
    return { kind: 'field', hops, targets: [], field, typeName: true, path: [...steps, 'Type'], at: path.at };
  }
  const targets = objects.flatMap((object) => {
    const field = object.field(last);
    return field ? [{ object, field }] : [];
  });
  const found = targets[0];
  if (!found) throw noSuchColumn(last, polymorphic ? 'Name' : (objects[0] as ObjectModel).name, path.at);
  return { kind: 'field', hops, targets, field: found.field, typeName: false, path: [...steps, found.field.name], at: path.at };
}

/** `Type` of the platform's Name object, which stands for every object that a polymorphic reference may lead to. */
function typeField(): FieldModel {
  return {
    object: 'Name', name: 'Type', label: 'Type', type: 'picklist', custom: false, length: 40, precision: 0, scale: 0, required: false, unique: false, caseSensitive: false,
    externalId: false, formulaBlanks: 'asBlank', createable: false, updateable: false, filterable: true, sortable: true, groupable: true, calculated: false, html: false,
  };
}
