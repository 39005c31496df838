/** Custom metadata records: `customMetadata/Type.Record.md-meta.xml`. */
import { SourceError } from '../errors';
import { booleanOf, checkShape, requiredText, shape } from '../source/shape';
import type { CustomMetadataRecord, FieldModel, ObjectModel, XmlElement } from '../types';
import { metadataValue } from './recordValue';

const RECORD = shape('label', 'protected description', 'values');
const VALUE = shape('field value');

export function readRecord(root: XmlElement, fullName: string, objectOf: (name: string) => ObjectModel | undefined): CustomMetadataRecord {
  if (root.name !== 'CustomMetadata') throw new SourceError(`The root element must be CustomMetadata, found ${root.name}.`, root.position);
  checkShape(root, 'CustomMetadata', RECORD);
  const [typeName, developerName, ...rest] = fullName.split('.');
  if (!typeName || !developerName || rest.length) throw new SourceError(`The file of a custom metadata record is named Type.Record.md-meta.xml, found ${fullName}.`, root.position);
  const object = objectOf(`${typeName}__mdt`);
  if (!object) throw new SourceError(`The custom metadata type ${typeName}__mdt is not defined.`, root.position);
  if (!/^[A-Za-z](?!.*__)[A-Za-z0-9_]{0,39}(?<!_)$/.test(developerName))
    throw new SourceError(`The name "${developerName}" can only contain alphanumeric characters and single underscores, must begin with a letter, and holds at most 40 characters.`, root.position);
  const label = requiredText(root, 'label');
  if (label.length > 40) throw new SourceError(`The label "${label}" is longer than 40 characters.`, root.child('label')?.position);
  const given = new Map<string, string | number | boolean | null>();
  for (const element of root.all('values')) {
    const [field, value] = readValue(element, object);
    if (given.has(field.name)) throw new SourceError(`The field ${field.name} has two values.`, element.position);
    given.set(field.name, value);
  }
  return { object: object.name, developerName, label, protected: booleanOf(root, 'protected'), values: complete(given, object, root), position: root.position };
}

function readValue(element: XmlElement, object: ObjectModel): [FieldModel, string | number | boolean | null] {
  checkShape(element, 'CustomMetadataValue', VALUE);
  const name = requiredText(element, 'field');
  const field = object.field(name);
  if (!field?.custom) throw new SourceError(`The field ${object.name}.${name} does not exist.`, element.child('field')?.position);
  return [field, metadataValue(element.child('value') as XmlElement, field)];
}

/** A field without a value is null, a checkbox false; a required one is refused. */
function complete(given: ReadonlyMap<string, string | number | boolean | null>, object: ObjectModel, root: XmlElement): Map<string, string | number | boolean | null> {
  const values = new Map<string, string | number | boolean | null>();
  for (const field of object.fields.values()) {
    if (!field.custom) continue;
    const value = given.get(field.name) ?? (field.type === 'boolean' ? false : null);
    if (value === null && field.required) throw new SourceError(`Required field is missing: ${field.name}`, root.position);
    values.set(field.name, value);
  }
  return values;
}
