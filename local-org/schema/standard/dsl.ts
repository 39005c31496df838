/**
 * The words in which standard objects are written: one line a field. Lengths, flags and names are those of the Object
 * Reference (https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/).
 */
import type { FieldSpec } from '../build/field';
import { LONG_TEXT } from '../build/field';
import { COUNTRIES, CURRENCIES } from './values';
import type { FieldModel, FieldType, PicklistValue, ReferenceModel, SharingModel } from '../types';

/**
 * `required`: not nillable. `readOnly`: neither createable nor updateable. `createOnly`: not updateable.
 * `defaulted`: not nillable, the platform fills it. `feature:X`: only in orgs with the feature X.
 */
export type Flag = 'required' | 'readOnly' | 'createOnly' | 'updateOnly' | 'defaulted' | 'unique' | 'externalId' | 'unfilterable' | 'unsortable' | 'ungroupable' | `feature:${string}`;
type Extra = Flag | (Partial<FieldModel> & { readonly reference?: never });

export type StandardField = FieldSpec & { readonly feature?: string };

export interface StandardObject {
  readonly name: string;
  readonly keyPrefix: string;
  readonly label?: string;
  readonly pluralLabel?: string;
  readonly nameField?: string;
  /** Organisation-wide defaults of the base shape; set-up objects say ReadWrite, they are not shared by record. */
  readonly internal: SharingModel;
  readonly external: SharingModel;
  readonly fields: readonly StandardField[];
  readonly feature?: string;
  /** Share tables: the object whose rows they share; they exist only while its sharing model needs them. */
  readonly shareOf?: string;
  readonly compactLayoutFields?: readonly string[];
  /** Object of the Tooling API alone. */
  readonly toolingOnly?: boolean;
}

function field(type: FieldType, name: string, own: Partial<FieldModel>, extras: readonly Extra[]): StandardField {
  let spec: Partial<FieldModel> & { feature?: string } = { ...own };
  for (const extra of extras) spec = { ...spec, ...(typeof extra === 'string' ? ofFlag(extra) : extra) };
  return { ...spec, name, type };
}

function ofFlag(flag: Flag): Partial<FieldModel> & { feature?: string } {
  switch (flag) {
    case 'required':
      return { required: true, nillable: false };
    case 'readOnly':
      return { createable: false, updateable: false };
    case 'createOnly':
      return { updateable: false };
    case 'updateOnly':
      return { createable: false };
    case 'defaulted':
      return { nillable: false, defaultedOnCreate: true };
    case 'unique':
      return { unique: true };
    case 'externalId':
      return { externalId: true };
    case 'unfilterable':
      return { ...LONG_TEXT };
    case 'unsortable':
      return { sortable: false };
    case 'ungroupable':
      return { groupable: false };
    default:
      return { feature: flag.slice('feature:'.length) };
  }
}

export const text = (name: string, length: number, ...extras: Extra[]): StandardField => field('string', name, { length }, extras);
export const area = (name: string, length: number, ...extras: Extra[]): StandardField => field('textarea', name, { length, ...(length > 255 ? LONG_TEXT : {}) }, extras);
export const bool = (name: string, ...extras: Extra[]): StandardField => field('boolean', name, {}, extras);
export const int = (name: string, digits: number, ...extras: Extra[]): StandardField => field('int', name, { precision: digits }, extras);
export const long = (name: string, ...extras: Extra[]): StandardField => field('long', name, {}, extras);
export const double = (name: string, precision: number, scale: number, ...extras: Extra[]): StandardField => field('double', name, { precision, scale }, extras);
export const currency = (name: string, precision: number, scale: number, ...extras: Extra[]): StandardField => field('currency', name, { precision, scale }, extras);
export const percent = (name: string, precision: number, scale: number, ...extras: Extra[]): StandardField => field('percent', name, { precision, scale }, extras);
export const date = (name: string, ...extras: Extra[]): StandardField => field('date', name, {}, extras);
export const datetime = (name: string, ...extras: Extra[]): StandardField => field('datetime', name, {}, extras);
export const time = (name: string, ...extras: Extra[]): StandardField => field('time', name, {}, extras);
export const email = (name: string, ...extras: Extra[]): StandardField => field('email', name, { length: 80 }, extras);
export const phone = (name: string, ...extras: Extra[]): StandardField => field('phone', name, { length: 40 }, extras);
export const url = (name: string, length: number, ...extras: Extra[]): StandardField => field('url', name, { length }, extras);
export const combobox = (name: string, length: number, ...extras: Extra[]): StandardField => field('combobox', name, { length }, extras);
export const anyType = (name: string, ...extras: Extra[]): StandardField => field('anyType', name, {}, extras);
export const base64 = (name: string, ...extras: Extra[]): StandardField => field('base64', name, {}, extras);

/** Values separated by `|`; a `*` in front marks the default. `value=Label` where they differ. */
export function values(list: string): PicklistValue[] {
  return list.split('|').map((entry) => {
    const isDefault = entry.startsWith('*');
    const [value = '', label] = (isDefault ? entry.slice(1) : entry).split('=');
    return { value, label: label ?? value, isDefault, active: true };
  });
}

/** Standard picklists take any text through the API; those the platform itself reads are restricted. */
export const picklist = (name: string, list: string, ...extras: Extra[]): StandardField => picklistField(name, list, false, extras);
export const restricted = (name: string, list: string, ...extras: Extra[]): StandardField => picklistField(name, list, true, extras);

function picklistField(name: string, list: string, isRestricted: boolean, extras: readonly Extra[]): StandardField {
  const entries = list === '' ? [] : values(list);
  const preset = entries.find((each) => each.isDefault);
  // A preset fills what is left out; nobody may empty the field afterwards.
  const flags = preset ? extras.map((each) => (each === 'defaulted' ? 'required' : each)) : extras;
  return field('picklist', name, { length: 255, picklist: { restricted: isRestricted, values: entries }, ...(preset ? { defaultFormula: JSON.stringify(preset.value), defaultedOnCreate: true } : {}) }, flags);
}

interface Link {
  /** Child relationship on the target; none where the platform gives it no name. */
  readonly children?: string;
  /** Upward name where it is not the field's without `Id`. */
  readonly as?: string;
  readonly kind?: ReferenceModel['kind'];
  readonly onDelete?: ReferenceModel['deleteConstraint'];
  readonly readsMaster?: boolean;
}

/** A reference; `to` separates several targets by blanks. */
export function ref(name: string, to: string, link: Link = {}, ...extras: Extra[]): StandardField {
  const kind = link.kind ?? 'lookup';
  const upward = link.as ?? (name.endsWith('Id') ? name.slice(0, -2) : undefined);
  const reference: ReferenceModel = {
    to: to.split(' '),
    kind,
    ...(upward ? { relationshipName: upward } : {}),
    ...(link.children ? { childRelationshipName: link.children } : {}),
    deleteConstraint: link.onDelete ?? (kind === 'masterDetail' ? 'Cascade' : 'SetNull'),
    writeRequiresMasterRead: link.readsMaster ?? false,
    reparentable: true,
  };
  return { ...field('reference', name, {}, extras), reference };
}

/** A compound address and its components, as Lead, Account, Contact and User have them. */
export function address(prefix: string, label = prefix): StandardField[] {
  const part = (suffix: string, length: number): StandardField => text(`${prefix}${suffix}`, length, { componentOf: `${prefix}Address`, label: `${label} ${suffix}`.trim() });
  const compound = `${prefix}Address`;
  const names = ['Street', 'City', 'State', 'PostalCode', 'Country', 'StateCode', 'CountryCode', 'Latitude', 'Longitude'];
  const feature = 'feature:StateAndCountryPicklist';
  return [
    area(`${prefix}Street`, 255, { componentOf: compound, label: `${label} Street`.trim() }),
    part('City', 40),
    part('State', 80),
    { ...part('PostalCode', 20), label: `${label} Zip/Postal Code`.trim() },
    part('Country', 80),
    picklist(`${prefix}StateCode`, '', { componentOf: compound, label: `${label} State/Province Code`.trim(), length: 10 }, feature),
    picklist(`${prefix}CountryCode`, COUNTRIES, { componentOf: compound, label: `${label} Country Code`.trim(), length: 10 }, feature),
    double(`${prefix}Latitude`, 18, 15, { componentOf: compound }),
    double(`${prefix}Longitude`, 18, 15, { componentOf: compound }),
    restricted(`${prefix}GeocodeAccuracy`, 'Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown', { componentOf: compound, length: 40 }),
    field('address', compound, { components: names.map((each) => `${prefix}${each}`), label: `${label} Address`.trim(), sortable: false }, ['readOnly']),
  ];
}

export const id = (): StandardField => field('id', 'Id', { label: 'Record ID' }, ['readOnly', 'defaulted']);
export const deleted = (): StandardField => bool('IsDeleted', 'readOnly', { label: 'Deleted' });
export const createdDate = (): StandardField => datetime('CreatedDate', 'readOnly', 'defaulted');
export const createdBy = (): StandardField => ref('CreatedById', 'User', {}, 'readOnly', 'defaulted');
export const modified = (): StandardField[] => [datetime('LastModifiedDate', 'readOnly', 'defaulted'), ref('LastModifiedById', 'User', {}, 'readOnly', 'defaulted')];
export const stamp = (): StandardField => datetime('SystemModstamp', 'readOnly', 'defaulted');
export const audit = (): StandardField[] => [createdDate(), createdBy(), ...modified(), stamp()];
export const viewed = (): StandardField[] => [datetime('LastViewedDate', 'readOnly'), datetime('LastReferencedDate', 'readOnly')];
export const activity = (): StandardField => date('LastActivityDate', 'readOnly');
export const owner = (to = 'User'): StandardField => ref('OwnerId', to, {}, 'defaulted');
export const currencyIso = (): StandardField => restricted('CurrencyIsoCode', CURRENCIES, 'required', 'feature:MultiCurrency', { length: 3, label: 'Currency ISO Code' });
/** What every record of a business object carries. */
export const record = (): StandardField[] => [id(), deleted(), ...audit()];
