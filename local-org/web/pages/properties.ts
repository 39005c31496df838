/** Component properties as metadata writes them: checked against the component's own declaration, cast to its types. */
import { NotModelledError, SourceError, type LwcBundle, type OrgModel, type Position } from '../../schema';
import type { Json } from './types';

type Cast = (value: string, name: string, position: Position) => Json;

const wrong = (name: string, value: string, type: string, position: Position): SourceError => new SourceError(`The property "${name}" has the value "${value}", which is not of type ${type}.`, position);

/** Types of `<property>` in js-meta.xml. https://developer.salesforce.com/docs/platform/lwc/guide/reference-configuration-tags.html */
const CASTS: Readonly<Record<string, Cast>> = {
  string: (value) => value,
  color: (value) => value,
  boolean: (value, name, position) => {
    if (value !== 'true' && value !== 'false') throw wrong(name, value, 'Boolean', position);
    return value === 'true';
  },
  integer: (value, name, position) => {
    if (!/^-?\d+$/.test(value)) throw wrong(name, value, 'Integer', position);
    return Number(value);
  },
};

/** A value in XML or JSON, as the declared type; a JSON value that has the type already stays. */
export function castProperty(type: string, value: Json, name: string, position: Position): Json {
  const cast = CASTS[type.toLowerCase()];
  if (!cast) throw new NotModelledError(`component properties of type ${type} (property "${name}")`, position);
  if (typeof value === 'string') return cast(value, name, position);
  const expected = { string: 'string', color: 'string', boolean: 'boolean', integer: 'number' }[type.toLowerCase()];
  if (typeof value !== expected) throw wrong(name, JSON.stringify(value), type, position);
  return value;
}

const targetsOf = (target: string): string[] => target.split(',').map((part) => part.trim());

/** The component a page names; it must exist and be exposed to that kind of page. */
export function exposedComponent(org: OrgModel, name: string, targets: readonly string[], position: Position): LwcBundle {
  const bundle = org.lwc.get(name);
  if (!bundle || !bundle.isExposed || !targets.some((target) => bundle.targets.includes(target))) {
    const why = !bundle ? 'it does not exist' : !bundle.isExposed ? 'it is not exposed' : `it is not exposed to ${targets.join(' or ')}`;
    throw new SourceError(`We couldn't retrieve the design time component information for component c:${name}: ${why}.`, position);
  }
  return bundle;
}

/** Casts the properties a page gives a component. One that is not declared for this target is refused. */
export function componentProperties(bundle: LwcBundle, targets: readonly string[], values: readonly { readonly name: string; readonly value: Json; readonly position: Position }[]): Record<string, Json> {
  const declared = bundle.properties.filter((property) => targetsOf(property.target).some((target) => targets.includes(target)));
  return Object.fromEntries(
    values.map(({ name, value, position }) => {
      const property = declared.find((each) => each.name === name);
      if (!property) throw new SourceError(`The component c:${bundle.name} has no property "${name}" for ${targets.join(' or ')}.`, position);
      return [name, castProperty(property.type, value, name, position)];
    })
  );
}
