/** What an element may contain, and the checks that hold every typed reader to it. */
import { SourceError } from '../errors';
import type { XmlElement } from '../types';

/** `required` and `optional` occur once at most, `many` any number of times. */
export type Occurrence = 'required' | 'optional' | 'many';
export type Shape = Readonly<Record<string, Occurrence>>;

/** Shape from three lists of element names separated by blanks. */
export function shape(required: string, optional = '', many = ''): Shape {
  const result: Record<string, Occurrence> = {};
  const add = (names: string, occurrence: Occurrence): void => {
    for (const name of names.split(/\s+/).filter(Boolean)) result[name] = occurrence;
  };
  add(required, 'required');
  add(optional, 'optional');
  add(many, 'many');
  return result;
}

/**
 * Every child known, required ones present, single ones single, repeated ones side by side: the platform refuses the
 * rest with these words.
 */
export function checkShape(element: XmlElement, type: string, allowed: Shape): void {
  const seen = new Set<string>();
  let previous = '';
  for (const child of element.children) {
    const occurrence = allowed[child.name];
    if (!occurrence) throw new SourceError(`Element ${child.name} invalid at this location in type ${type}.`, child.position);
    if (seen.has(child.name) && (occurrence !== 'many' || previous !== child.name))
      throw new SourceError(`Element ${child.name} is duplicated at this location in type ${type}.`, child.position);
    seen.add(child.name);
    previous = child.name;
  }
  for (const [name, occurrence] of Object.entries(allowed))
    if (occurrence === 'required' && !seen.has(name)) throw new SourceError(`Required field is missing: ${name} (in ${type}).`, element.position);
}

export function requiredText(element: XmlElement, name: string): string {
  const child = element.child(name);
  if (!child) throw new SourceError(`Required field is missing: ${name}.`, element.position);
  if (child.text === '') throw new SourceError(`Element ${name} must not be empty.`, child.position);
  return child.text;
}

/** `true` or `false`; anything else is refused. */
export function booleanOf(element: XmlElement, name: string, otherwise = false): boolean {
  const child = element.child(name);
  if (!child) return otherwise;
  if (child.text === 'true') return true;
  if (child.text === 'false') return false;
  throw new SourceError(`'${child.text}' is not a valid value for the type xsd:boolean (element ${name}).`, child.position);
}

export function integerOf(element: XmlElement, name: string): number | undefined {
  const child = element.child(name);
  if (!child) return undefined;
  if (!/^-?\d+$/.test(child.text)) throw new SourceError(`'${child.text}' is not a valid value for the type xsd:int (element ${name}).`, child.position);
  return Number(child.text);
}

/** One of a list of values. */
export function oneOf<T extends string>(element: XmlElement, name: string, allowed: readonly T[]): T | undefined {
  const child = element.child(name);
  if (!child) return undefined;
  const found = allowed.find((each) => each === child.text);
  if (found === undefined) throw new SourceError(`'${child.text}' is not a valid value for ${name}. Expected one of: ${allowed.join(', ')}.`, child.position);
  return found;
}
