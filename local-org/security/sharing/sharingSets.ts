/**
 * Sharing sets: people outside, by profile, reach records that lead to their account or contact
 * (https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_sharingset.htm). No share rows stand behind them:
 * they are asked of each row.
 */
import type { RecordAccess, SqlValue } from '../../database';
import { NotModelledError, SourceError, type FieldModel, type MetadataComponent, type ObjectModel, type OrgModel, type XmlElement } from '../../schema';
import type { Asker, Condition, Predicates } from '../records/predicate';
import { either } from '../records/predicate';
import { checkElements, componentsOf, type Catalog } from '../rights/catalog';
import { STANDARD_PROFILES } from '../profiles/standard';
import { ident } from '../state/context';

/** Steps from a record to an account or contact: nothing for the record itself, a lookup, or a lookup of a lookup. */
interface Path { readonly fields: readonly FieldModel[]; readonly target: string }
interface Mapping { readonly object: ObjectModel; readonly level: 'Read' | 'Edit'; readonly from: Path; readonly to: Path; readonly start: 'Account' | 'Contact' }

export class SharingSets {
  /** Mappings by profile, in lower case, and object. */
  private readonly byProfile = new Map<string, Map<string, Mapping[]>>();

  constructor(org: OrgModel, catalog: Catalog) {
    for (const component of componentsOf(org, 'SharingSet')) {
      checkElements(component, ['name', 'description', 'accessMappings', 'profiles']);
      const mappings = component.root.all('accessMappings').map((element) => readMapping(org, element));
      for (const profile of profilesOf(component, catalog)) for (const mapping of mappings) this.put(profile, mapping);
    }
  }

  private put(profile: string, mapping: Mapping): void {
    const objects = this.byProfile.get(profile) ?? new Map<string, Mapping[]>();
    objects.set(mapping.object.name, [...(objects.get(mapping.object.name) ?? []), mapping]);
    this.byProfile.set(profile, objects);
  }

  condition(predicates: Predicates, asker: Asker, object: ObjectModel, access: RecordAccess, alias: string): Condition {
    if (!asker.rights.external || (access !== 'read' && access !== 'edit')) return 'none';
    const mappings = this.byProfile.get(asker.profileName.toLowerCase())?.get(object.name) ?? [];
    const wide = mappings.filter((each) => access === 'read' || each.level === 'Edit');
    return either(...wide.map((each) => through(predicates, asker, each, alias)));
  }
}

function through(predicates: Predicates, asker: Asker, mapping: Mapping, alias: string): Condition {
  const own = mapping.start === 'Account' ? asker.accountId : asker.contactId;
  if (!own) return 'none';
  const [step] = mapping.to.fields;
  const wanted = step ? `(SELECT ${ident(step.name)} FROM ${ident(mapping.start)} WHERE "Id" = ?)` : '?';
  const params: SqlValue[] = [own];
  const [first, second] = mapping.from.fields;
  if (!first) return { text: `${alias}."Id" = ${wanted}`, params };
  if (!second) return { text: `${alias}.${ident(first.name)} = ${wanted}`, params };
  const inner = predicates.fresh();
  const middle = first.reference?.to[0] ?? '';
  return { text: `EXISTS (SELECT 1 FROM ${ident(middle)} ${inner} WHERE ${inner}."Id" = ${alias}.${ident(first.name)} AND ${inner}.${ident(second.name)} = ${wanted})`, params };
}

function profilesOf(component: MetadataComponent, catalog: Catalog): string[] {
  return component.root.all('profiles').map((element) => {
    const wanted = element.text.toLowerCase();
    const standard = STANDARD_PROFILES.find((each) => each.fullName.toLowerCase() === wanted);
    const profile = [...catalog.profiles.values()].find((each) => each.name.toLowerCase() === (standard?.name.toLowerCase() ?? wanted));
    if (!profile) throw new SourceError(`In field: profiles - no Profile named ${element.text} found`, element.position);
    if (!profile.license.external) throw new SourceError(`The profile ${element.text} has the licence ${profile.license.name}, which cannot use sharing sets.`, element.position);
    return profile.name.toLowerCase();
  });
}

function readMapping(org: OrgModel, element: XmlElement): Mapping {
  for (const child of element.children) {
    if (!['accessLevel', 'object', 'objectField', 'userField'].includes(child.name)) throw new SourceError(`Element ${child.name} invalid at this location in type AccessMapping.`, child.position);
  }
  const level = need(element, 'accessLevel');
  if (level.text !== 'Read' && level.text !== 'Edit') throw new SourceError(`'${level.text}' is not a valid value for the enum of accessLevel.`, level.position);
  const named = need(element, 'object');
  const object = org.object(named.text);
  if (!object) throw new SourceError(`In field: object - no CustomObject named ${named.text} found`, named.position);
  checkModel(object, named);
  const user = need(element, 'userField');
  const [head = '', ...rest] = user.text.split('.');
  if (!/^(Account|Contact)(Id)?$/i.test(head)) throw new NotModelledError(`sharing sets by the user's ${user.text}`, user.position);
  const start = /^account/i.test(head) ? 'Account' : 'Contact';
  const to = pathOf(org, org.object(start) as ObjectModel, rest, user);
  const field = need(element, 'objectField');
  const from = pathOf(org, object, /^id$/i.test(field.text) ? [] : field.text.split('.'), field);
  if (to.fields.length > 1) throw new SourceError(`${user.text} is more than one lookup away from the user's ${start.toLowerCase()}.`, user.position);
  if (from.target !== to.target) throw new SourceError(`${object.name}.${field.text} leads to ${from.target}, and the user's ${user.text} to ${to.target}: both must be the same object.`, field.position);
  return { object, level: level.text, from, to, start };
}

/** A set widens what the default outside leaves closed; where the parent decides there is nothing to widen. */
function checkModel(object: ObjectModel, element: XmlElement): void {
  const model = object.externalSharingModel;
  if (model.startsWith('ControlledBy')) throw new NotModelledError(`sharing sets on objects whose parent controls access (${object.name})`, element.position);
  if (model !== 'Private' && model !== 'Read') throw new SourceError(`You cannot give access to ${object.name} by a sharing set: its external organization-wide default is ${model}.`, element.position);
}

function pathOf(org: OrgModel, object: ObjectModel, names: readonly string[], element: XmlElement): Path {
  const fields: FieldModel[] = [];
  let at = object;
  for (const name of names) {
    const field = at.field(name) ?? at.field(`${name}Id`) ?? at.relationship(name);
    const target = org.object(field?.reference?.to[0] ?? '');
    if (!field?.reference || !target || field.reference.to.length > 1) throw new SourceError(`In field: ${element.name} - ${at.name}.${name} is not a lookup to one object.`, element.position);
    fields.push(field);
    at = target;
  }
  if (at.name !== 'Account' && at.name !== 'Contact') throw new SourceError(`In field: ${element.name} - ${element.text} leads to ${at.name}, not to an account or contact.`, element.position);
  if (fields.length > 2) throw new SourceError(`In field: ${element.name} - ${element.text} is more than two lookups away.`, element.position);
  return { fields, target: at.name };
}

function need(element: XmlElement, part: string): XmlElement {
  const child = element.child(part);
  if (!child || child.text === '') throw new SourceError(`Required field is missing: ${part}`, element.position);
  return child;
}
