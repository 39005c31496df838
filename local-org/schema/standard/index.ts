/** The standard objects of an org of a given shape. */
import { SourceError } from '../errors';
import { ObjectBuilder } from '../build/object';
import type { OrgShape } from '../types';
import { SALES } from './sales';
import { PEOPLE } from './people';
import { SERVICE } from './service';
import { PRODUCTS } from './products';
import { ACTIVITIES } from './activities';
import { PERMISSIONS } from './permissions';
import { RIGHTS } from './rights';
import { STATUSES } from './statuses';
import { SETUP } from './setup';
import { PLATFORM } from './platform';
import { FILES } from './files';
import { TESTING } from './testing';
import { SHARES } from './shares';
import type { StandardObject } from './dsl';

/** Every standard object there is; what a shape lacks is left out by `standardObjects`. */
export const STANDARD_OBJECTS: readonly StandardObject[] = [...SALES, ...PEOPLE, ...SERVICE, ...PRODUCTS, ...ACTIVITIES, ...RIGHTS, ...PERMISSIONS, ...STATUSES, ...SETUP, ...PLATFORM, ...TESTING, ...FILES, ...SHARES];

/** Features a shape may switch on; without a list an org has Experience Cloud alone. */
export const FEATURES: readonly string[] = ['MultiCurrency', 'StateAndCountryPicklist', 'ExperienceCloud', 'ThreePartnerRoles', 'AccountRoleOptimization', 'PersonAccounts'];

export function featuresOf(shape: OrgShape | undefined): ReadonlySet<string> {
  const features = shape?.features ?? ['ExperienceCloud'];
  const unknown = features.find((each) => !FEATURES.includes(each));
  if (unknown) throw new SourceError(`The local org does not model the feature ${unknown}. It knows: ${FEATURES.join(', ')}.`);
  return new Set(features);
}

export function standardObjects(features: ReadonlySet<string>, shape: OrgShape | undefined): Map<string, ObjectBuilder> {
  const has = (each: { readonly feature?: string }): boolean => each.feature === undefined || features.has(each.feature);
  const defaults = new Map(Object.entries(shape?.defaults ?? {}).map(([name, models]) => [name.toLowerCase(), models]));
  const builders = new Map<string, ObjectBuilder>();
  for (const standard of STANDARD_OBJECTS.filter(has)) {
    const builder = builderOf(standard);
    const own = defaults.get(standard.name.toLowerCase());
    if (own) Object.assign(builder.own, { sharingModel: own.internal, externalSharingModel: own.external });
    for (const { feature, ...field } of standard.fields) if (has({ feature })) builder.add(field);
    builders.set(standard.name.toLowerCase(), builder);
  }
  const unknown = [...defaults.keys()].find((each) => !builders.has(each));
  if (unknown) throw new SourceError(`The org shape sets the sharing of ${unknown}, which is not a standard object here.`);
  for (const builder of builders.values()) dropAbsent(builder, builders);
  return builders;
}

function builderOf(standard: StandardObject): ObjectBuilder {
  const builder = new ObjectBuilder(standard.name, standard.shareOf ? 'share' : 'standard', {
    keyPrefix: standard.keyPrefix,
    ...(standard.label ? { label: standard.label, pluralLabel: standard.pluralLabel ?? `${standard.label}s` } : {}),
    ...(standard.pluralLabel ? { pluralLabel: standard.pluralLabel } : {}),
    ...(standard.nameField ? { nameField: standard.nameField } : {}),
    sharingModel: standard.internal,
    externalSharingModel: standard.external,
    ...(standard.toolingOnly ? { toolingOnly: true } : {}),
  });
  builder.compactLayoutFields = standard.compactLayoutFields ?? [];
  if (standard.shareOf) builder.shareOf = standard.shareOf;
  return builder;
}

/** What a missing feature takes away: targets of references, components of compounds. */
function dropAbsent(builder: ObjectBuilder, builders: ReadonlyMap<string, ObjectBuilder>): void {
  for (const field of builder.fields.values()) {
    if (field.reference) field.reference = { ...field.reference, to: field.reference.to.filter((name) => builders.has(name.toLowerCase())) };
    if (field.components) field.components = field.components.filter((name) => builder.field(name));
  }
}
