/** One custom field: `fields/X__c.field-meta.xml`, and standard fields that a project changes. */
import { SourceError } from '../errors';
import type { FieldSpec } from '../build/field';
import type { ObjectBuilder } from '../build/object';
import { booleanOf, checkShape, oneOf, requiredText, shape, type Shape } from '../source/shape';
import type { FieldModel, XmlElement } from '../types';
import { COMMON_ELEMENTS, FIELD_TYPES, fieldTypeOf, type FieldContext, type FieldTypeEntry } from './fieldTypes';
import { readPicklist, type ValueSets } from './picklist';

/** Every element that some field type knows: what is outside is unknown, what is inside may be wrong for a type. */
const ALL_ELEMENTS = new Set(['fullName label type', COMMON_ELEMENTS, 'formula formulaTreatBlanksAs', ...Object.values(FIELD_TYPES).flatMap((each) => [each.required, each.optional, each.many ?? ''])].join(' ').split(/\s+/));
const STANDARD_FIELD = shape('fullName', 'label type description inlineHelpText trackHistory trackFeedHistory trackTrending valueSet required businessStatus securityClassification');
/** The platform writes `required` and `unique` into formula fields; it gives them no effect. */
const FORMULA_ELEMENTS = 'formula formulaTreatBlanksAs required unique externalId';
const shapes = new Map<string, Shape>();

export function readField(root: XmlElement, file: { fullName: string }, object: ObjectBuilder, valueSets: ValueSets): void {
  if (root.name !== 'CustomField') throw new SourceError(`The root element must be CustomField, found ${root.name}.`, root.position);
  const fullName = requiredText(root, 'fullName');
  if (fullName !== file.fullName) throw new SourceError(`fullName is ${fullName}, the file is named ${file.fullName}.`, root.child('fullName')?.position);
  if (!fullName.endsWith('__c')) return changeStandardField(root, fullName, object, valueSets);
  object.add(customField(root, { object: object.name, fullName, isMetadataType: object.own.kind === 'customMetadata', valueSets }));
}

/** Labels hold 40 characters, API names 40 beside the suffix. */
function checkNames(root: XmlElement, fullName: string): void {
  if (!/^[A-Za-z](?!.*__.*__c$)[A-Za-z0-9_]*(?<!_)__c$/.test(fullName))
    throw new SourceError(`The field name "${fullName}" can only contain alphanumeric characters and single underscores, must begin with a letter and not end with an underscore.`, root.child('fullName')?.position);
  if (fullName.length > 43) throw new SourceError(`The field name "${fullName}" is longer than 40 characters.`, root.child('fullName')?.position);
  const label = requiredText(root, 'label');
  if (label.length > 40) throw new SourceError(`The label "${label}" is longer than 40 characters.`, root.child('label')?.position);
  const help = root.child('inlineHelpText');
  if (help && help.text.length > 510) throw new SourceError('inlineHelpText is longer than 510 characters.', help.position);
  const description = root.child('description');
  if (description && description.text.length > 1000) throw new SourceError('description is longer than 1000 characters.', description.position);
}

function customField(root: XmlElement, context: FieldContext): FieldSpec {
  const entry = fieldTypeOf(root);
  const typeName = requiredText(root, 'type');
  const formula = root.child('formula');
  for (const child of root.children) {
    if (!ALL_ELEMENTS.has(child.name)) throw new SourceError(`Element ${child.name} invalid at this location in type CustomField.`, child.position);
    if (!allowed(typeName, entry, formula !== undefined)[child.name]) throw new SourceError(`Can not specify '${child.name}' for a CustomField of type ${typeName}${formula ? ' with a formula' : ''}.`, child.position);
  }
  checkShape(root, 'CustomField', allowed(typeName, entry, formula !== undefined));
  checkNames(root, context.fullName);
  const description = root.value('description');
  const helpText = root.value('inlineHelpText');
  return {
    ...(formula ? ofFormula(root, entry, formula) : ofType(root, entry, context)),
    name: context.fullName,
    label: requiredText(root, 'label'),
    custom: true,
    ...(description ? { description } : {}),
    ...(helpText ? { helpText } : {}),
    position: root.position,
  };
}

function ofType(root: XmlElement, entry: FieldTypeEntry, context: FieldContext): Partial<FieldModel> & { type: FieldSpec['type'] } {
  const own = entry.read(root, context);
  const required = own.required ?? booleanOf(root, 'required');
  const defaultFormula = root.value('defaultValue') ?? own.defaultFormula;
  return { ...own, required, ...(defaultFormula ? { defaultFormula } : {}) };
}

function ofFormula(root: XmlElement, entry: FieldTypeEntry, formula: XmlElement): Partial<FieldModel> & { type: FieldSpec['type'] } {
  if (!entry.formula) throw new SourceError(`A formula cannot have the type ${requiredText(root, 'type')}.`, formula.position);
  if (formula.text === '') throw new SourceError('The formula must not be empty.', formula.position);
  if (formula.text.length > 3900) throw new SourceError(`Formula is too long (${formula.text.length} characters). Maximum length is 3,900 characters.`, formula.position);
  const blanks = oneOf(root, 'formulaTreatBlanksAs', ['BlankAsBlank', 'BlankAsZero'] as const) ?? 'BlankAsZero';
  return { ...entry.formula(root), formula: formula.text, formulaBlanks: blanks === 'BlankAsZero' ? 'asZero' : 'asBlank', externalId: booleanOf(root, 'externalId') };
}

function allowed(typeName: string, entry: FieldTypeEntry, formula: boolean): Shape {
  const key = `${typeName} ${formula}`;
  let found = shapes.get(key);
  if (!found) {
    const own = formula ? { required: entry.formulaRequired ?? '', optional: FORMULA_ELEMENTS } : entry;
    found = shape(`fullName label type ${own.required}`, `${COMMON_ELEMENTS} ${own.optional}`, entry.many);
    shapes.set(key, found);
  }
  return found;
}

/** Of a standard field a project may change label, help text, history tracking and, for picklists, the values. */
function changeStandardField(root: XmlElement, fullName: string, object: ObjectBuilder, valueSets: ValueSets): void {
  const field = object.field(fullName) ?? object.field(`${fullName}Id`);
  if (!field) throw new SourceError(`Could not resolve standard field's name: ${object.name}.${fullName}`, root.child('fullName')?.position);
  checkShape(root, 'CustomField', STANDARD_FIELD);
  const label = root.value('label');
  const helpText = root.value('inlineHelpText');
  if (label) field.label = label;
  if (helpText) field.helpText = helpText;
  if (root.child('valueSet')) {
    if (!field.picklist) throw new SourceError(`${object.name}.${fullName} is not a picklist.`, root.child('valueSet')?.position);
    const own = readPicklist(root, { object: object.name, valueSets }, 'picklist');
    field.picklist = { ...field.picklist, ...own.picklist, restricted: field.picklist.restricted };
    if (own.defaultFormula) field.defaultFormula = own.defaultFormula;
    else delete field.defaultFormula;
  }
}
