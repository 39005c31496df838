/** What a name in a formula stands for: a field of the record, of a parent, or of a global such as $User. */
import { NotModelledError, type FieldModel, type ObjectModel, type Position } from '../../schema';
import type { FormulaScope } from '../types';
import { kindOf } from '../types-of-fields';
import type { Kind } from '../values';

export type Resolved =
  | { readonly kind: Kind; readonly path: readonly string[]; readonly field?: FieldModel }
  /** Known from the metadata alone: labels, custom metadata. */
  | { readonly kind: Kind; readonly constant: string | number | boolean | null; readonly field?: FieldModel };

type Fail = (problem: string) => never;

/** Globals that are records: the object whose fields they offer. */
const RECORDS: Readonly<Record<string, string>> = { $user: 'User', $profile: 'Profile', $userrole: 'UserRole', $organization: 'Organization', $recordtype: 'RecordType' };
/** Globals that the platform documents and the local org does not model. https://help.salesforce.com/s/articleView?id=platform.dev_understanding_global_variables.htm */
const REFUSED = ['$Setup', '$Api', '$Action', '$Credential', '$Flow', '$Network', '$ObjectType', '$Page', '$Request', '$Resource', '$SControl', '$Site', '$Source'];
/** Parents may be ten steps away: https://help.salesforce.com/s/articleView?id=platform.fields_cross_object_notes.htm */
const MAX_STEPS = 10;

export function resolve(written: readonly string[], scope: FormulaScope, position: Position, fail: Fail): Resolved {
  const unknown = (): never => fail(`Field ${written.join('.')} does not exist. Check spelling.`);
  const head = (written[0] ?? '').toLowerCase();
  if (!head.startsWith('$')) {
    if (scope.use === 'default') return fail(`Field ${written.join('.')} may not be used in this type of formula`);
    if (!scope.object) return unknown();
    return resolveField(scope, scope.object, written, [], position, unknown, fail);
  }
  const refusedName = REFUSED.find((name) => name.toLowerCase() === head);
  if (refusedName) throw new NotModelledError(`${refusedName} in formulas`, position);
  const record = RECORDS[head];
  if (record) return resolveGlobalRecord(scope, written, record, position, unknown, fail);
  const second = (written[1] ?? '').toLowerCase();
  if (head === '$permission' && written.length === 2) {
    const name = [...(scope.org.components.get('CustomPermission')?.keys() ?? [])].find((each) => each.toLowerCase() === second);
    return name === undefined ? unknown() : { kind: 'boolean', path: ['$Permission', name] };
  }
  if (head === '$label' && written.length === 2) {
    const label = scope.org.labels.get(second);
    return label ? { kind: 'text', constant: label.value } : unknown();
  }
  if (head === '$system' && second === 'origindatetime' && written.length === 2) return { kind: 'datetime', constant: '1900-01-01T00:00:00.000Z' };
  if (head === '$custommetadata') return resolveMetadata(scope, written, position, unknown, fail);
  return unknown();
}

function resolveGlobalRecord(scope: FormulaScope, written: readonly string[], record: string, position: Position, unknown: () => never, fail: Fail): Resolved {
  const object = scope.org.object(record);
  if (!object) throw new NotModelledError(`$${record} in formulas: the org has no object ${record}`, position);
  const found = resolveField(scope, object, written.slice(1), [`$${record}`], position, unknown, fail);
  return found;
}

function resolveField(scope: FormulaScope, start: ObjectModel, names: readonly string[], prefix: readonly string[], position: Position, unknown: () => never, fail: Fail): Resolved {
  if (names.length === 0 || names.length > MAX_STEPS + 1) return unknown();
  let object = start;
  const path = [...prefix];
  for (const name of names.slice(0, -1)) {
    const [relationshipName, target] = name.split(':') as [string, string | undefined];
    const reference = object.relationship(relationshipName)?.reference;
    if (!reference?.relationshipName) return unknown();
    // A polymorphic parent is named with the object meant, as Owner:User; one that has a single object never is.
    const to = target === undefined ? (reference.to.length === 1 ? reference.to[0] : undefined) : reference.to.length > 1 ? reference.to.find((each) => each.toLowerCase() === target.toLowerCase()) : undefined;
    const parent = to === undefined ? undefined : scope.org.object(to);
    if (!parent) return unknown();
    path.push(target === undefined ? reference.relationshipName : `${reference.relationshipName}:${parent.name}`);
    object = parent;
  }
  const field = object.field(names[names.length - 1] as string);
  if (!field) return unknown();
  refuseUnsupported(field, scope, path, fail);
  return { kind: kindOf(field.type, position), path: [...path, field.name], field };
}

/** Long text is beyond formula fields, though not beyond validation rules; binary and address fields are beyond all. */
function refuseUnsupported(field: FieldModel, scope: FormulaScope, path: readonly string[], fail: Fail): void {
  const named = [...path, field.name].join('.');
  const unsupported = (type: string): never => fail(`You referenced an unsupported field type called "${type}" using the following field: ${named}`);
  if (scope.use === 'formulaField' && field.type === 'textarea' && field.length > 255) unsupported(field.html ? 'Rich Text Area' : 'Long Text Area');
  if (scope.use === 'formulaField' && field.type === 'encryptedstring') unsupported('Text (Encrypted)');
  if (field.type === 'base64') unsupported('Base64');
  if (field.type === 'address') unsupported('Address');
}

function resolveMetadata(scope: FormulaScope, written: readonly string[], position: Position, unknown: () => never, fail: Fail): Resolved {
  const [, type, recordName, fieldName] = written;
  if (written.length !== 4 || type === undefined || recordName === undefined || fieldName === undefined) return unknown();
  const object = scope.org.object(type);
  const field = object?.kind === 'customMetadata' ? object.field(fieldName) : undefined;
  const record = scope.org.customMetadata.find((each) => each.object.toLowerCase() === type.toLowerCase() && each.developerName.toLowerCase() === recordName.toLowerCase());
  if (!field || !record) return unknown();
  refuseUnsupported(field, scope, written.slice(0, 3), fail);
  const standard: Record<string, string> = { DeveloperName: record.developerName, MasterLabel: record.label, Label: record.label, QualifiedApiName: record.developerName };
  return { kind: kindOf(field.type, position), constant: record.values.get(field.name) ?? standard[field.name] ?? null, field };
}
