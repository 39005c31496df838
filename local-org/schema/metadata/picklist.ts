/** Picklist values: inline value sets, global and standard value sets, record types. */
import { SourceError } from '../errors';
import { booleanOf, checkShape, requiredText, shape } from '../source/shape';
import type { FieldModel, FieldType, PicklistValue, XmlElement } from '../types';

/** Global value sets by full name. */
export type ValueSets = ReadonlyMap<string, readonly PicklistValue[]>;

const VALUE_SET = shape('', 'controllingField restricted valueSetDefinition valueSetName', 'valueSettings');
const DEFINITION = shape('sorted', '', 'value');
const VALUE = shape('fullName default', 'label description color isActive allowEmail closed converted cssExposed forecastCategory highPriority probability reverseRole reviewed won groupingString');
const SETTING = shape('valueName', '', 'controllingFieldValue');
/** The platform keeps at most this many characters of one value. */
const MAXIMUM_VALUE_LENGTH = 255;

export function readPicklist(element: XmlElement, context: { object: string; valueSets: ValueSets }, type: 'picklist' | 'multipicklist'): Partial<FieldModel> & { type: FieldType } {
  const valueSet = element.child('valueSet') as XmlElement;
  checkShape(valueSet, 'ValueSet', VALUE_SET);
  const controllingField = valueSet.value('controllingField');
  const values = withControllers(valuesOf(valueSet, context.valueSets), valueSet);
  const defaults = values.filter((each) => each.isDefault);
  if (defaults.length > 1 && type === 'picklist') throw new SourceError('A picklist can have only one default value.', valueSet.position);
  return {
    type,
    // Global value sets are always restricted.
    picklist: { restricted: valueSet.child('valueSetName') ? true : booleanOf(valueSet, 'restricted'), values, ...(controllingField ? { controllingField } : {}) },
    ...(defaults.length ? { defaultFormula: JSON.stringify(defaults.map((each) => each.value).join(';')) } : {}),
  };
}

function valuesOf(valueSet: XmlElement, sets: ValueSets): readonly PicklistValue[] {
  const name = valueSet.child('valueSetName');
  const definition = valueSet.child('valueSetDefinition');
  if (name && definition) throw new SourceError('A value set has either valueSetName or valueSetDefinition, not both.', valueSet.position);
  if (name) {
    const found = sets.get(name.text);
    if (!found) throw new SourceError(`no GlobalValueSet named ${name.text} found`, name.position);
    return found;
  }
  if (!definition) throw new SourceError('Required field is missing: valueSetDefinition (in ValueSet).', valueSet.position);
  checkShape(definition, 'ValueSetValuesDefinition', DEFINITION);
  return readValues(definition.all('value'), booleanOf(definition, 'sorted'));
}

/** CustomValue elements to values; a value may occur once, whatever its case. */
export function readValues(elements: readonly XmlElement[], sorted = false): readonly PicklistValue[] {
  const seen = new Set<string>();
  const values = elements.map((element) => {
    checkShape(element, 'CustomValue', VALUE);
    // Special characters of values are percent-encoded in full names.
    const value = decodeName(requiredText(element, 'fullName'), element);
    if (value.length > MAXIMUM_VALUE_LENGTH) throw new SourceError(`The picklist value is longer than ${MAXIMUM_VALUE_LENGTH} characters.`, element.position);
    if (seen.has(value.toLowerCase())) throw new SourceError(`Duplicate picklist value: ${value}`, element.position);
    seen.add(value.toLowerCase());
    return { value, label: element.value('label') ?? value, isDefault: booleanOf(element, 'default'), active: booleanOf(element, 'isActive', true), ...(element.child('closed') ? { closed: booleanOf(element, 'closed') } : {}) };
  });
  return sorted ? values.sort((a, b) => a.label.localeCompare(b.label, 'en')) : values;
}

export function decodeName(name: string, element: XmlElement): string {
  try {
    return decodeURIComponent(name.replace(/%(?![0-9A-Fa-f]{2})/g, '%25'));
  } catch {
    throw new SourceError(`'${name}' is not a valid encoded name.`, element.position);
  }
}

function withControllers(values: readonly PicklistValue[], valueSet: XmlElement): readonly PicklistValue[] {
  const validFor = new Map<string, string[]>();
  for (const setting of valueSet.all('valueSettings')) {
    checkShape(setting, 'ValueSettings', SETTING);
    if (!valueSet.child('controllingField')) throw new SourceError('valueSettings need a controllingField.', setting.position);
    const name = requiredText(setting, 'valueName');
    if (!values.some((each) => each.value === name)) throw new SourceError(`Picklist value: ${name} not found`, setting.position);
    validFor.set(name, setting.all('controllingFieldValue').map((each) => each.text));
  }
  if (validFor.size === 0) return values;
  return values.map((each) => ({ ...each, validFor: validFor.get(each.value) ?? [] }));
}
