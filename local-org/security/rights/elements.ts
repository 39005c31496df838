/** The elements of permission sets, muting sets and profiles: one entry an element. */
import { NotModelledError, SourceError, type OrgModel, type XmlElement } from '../../schema';
import { systemPermission } from '../profiles/systemPermissions';
import { isPermissionable } from './fieldRules';
import { CREATE, DELETE, EDIT, FIELD_EDIT, FIELD_READ, MODIFY_ALL, READ, VIEW_ALL, VIEW_ALL_FIELDS, type RightsSet } from './rightsSet';

export interface Reading {
  readonly org: OrgModel;
  readonly rights: RightsSet;
  readonly kind: 'PermissionSet' | 'MutingPermissionSet' | 'Profile';
}
type Reader = (element: XmlElement, reading: Reading) => void;

/** The children an element may have: true must be there. A value that is neither `true` nor `false` is refused where a flag is read. */
function shape(element: XmlElement, parts: Readonly<Record<string, boolean>>): void {
  for (const child of element.children) {
    if (!(child.name in parts)) throw new SourceError(`Element {http://soap.sforce.com/2006/04/metadata}${child.name} invalid at this location in type ${element.name}`, child.position);
  }
  for (const [name, required] of Object.entries(parts)) {
    const found = element.all(name);
    if (required && !found[0]?.text) throw new SourceError(`Required field is missing: ${name}`, element.position);
    if (found.length > 1) throw new SourceError(`Element ${name} is duplicated in type ${element.name}.`, found[1]?.position);
  }
}

export function flag(element: XmlElement, name: string): boolean {
  const child = element.child(name);
  if (!child) return false;
  if (child.text === 'true' || child.text === 'false') return child.text === 'true';
  throw new SourceError(`'${child.text}' is not a valid value for the type xsd:boolean (${name}).`, child.position);
}

function unknown(element: XmlElement, part: string, type: string, name: string): SourceError {
  return new SourceError(`In field: ${part} - no ${type} named ${name} found`, element.child(part)?.position ?? element.position);
}

const OBJECT_FLAGS: readonly (readonly [string, number])[] = [
  ['allowCreate', CREATE], ['allowRead', READ], ['allowEdit', EDIT], ['allowDelete', DELETE], ['viewAllRecords', VIEW_ALL], ['modifyAllRecords', MODIFY_ALL], ['viewAllFields', VIEW_ALL_FIELDS],
];

function objectPermissions(element: XmlElement, { org, rights }: Reading): void {
  shape(element, { object: true, allowCreate: false, allowRead: false, allowEdit: false, allowDelete: false, viewAllRecords: false, modifyAllRecords: false, viewAllFields: false });
  const name = element.value('object') as string;
  const object = org.object(name);
  if (!object) throw unknown(element, 'object', 'CustomObject', name);
  if (object.kind === 'customMetadata' || object.kind === 'customSetting' || object.kind === 'share') throw new SourceError(`Object permissions cannot be set on ${object.name}.`, element.position);
  const key = object.name.toLowerCase();
  if (rights.objects.has(key)) throw new SourceError(`Duplicate objectPermissions for ${object.name}`, element.position);
  rights.objects.set(key, OBJECT_FLAGS.reduce((bits, [part, bit]) => (flag(element, part) ? bits | bit : bits), 0));
}

function fieldPermissions(element: XmlElement, { org, rights, kind }: Reading): void {
  shape(element, { field: true, editable: false, readable: false });
  const full = element.value('field') as string;
  const dot = full.indexOf('.');
  const object = dot > 0 ? org.object(full.slice(0, dot)) : undefined;
  const field = object?.field(full.slice(dot + 1));
  if (!object || !field) throw unknown(element, 'field', 'CustomField', full);
  const readable = flag(element, 'readable');
  const editable = flag(element, 'editable');
  const key = `${object.name}.${field.name}`.toLowerCase();
  if (rights.fields.has(key)) throw new SourceError(`Duplicate fieldPermissions for ${object.name}.${field.name}`, element.position);
  if (!isPermissionable(object, field) && (kind !== 'Profile' || field.custom)) throw new SourceError(`You cannot deploy to a required field: ${object.name}.${field.name}`, element.position);
  if (field.componentOf && object.field(field.componentOf) && !object.field(field.componentOf)?.name.match(/^Name$/)) throw new SourceError(`Field permissions are set on the compound field: ${object.name}.${field.componentOf}, not on ${field.name}.`, element.position);
  if (editable && !readable && kind !== 'MutingPermissionSet') throw new SourceError(`Permission Edit ${object.name}.${field.name} depends on permission(s): Read ${object.name}.${field.name}`, element.position);
  if (editable && (field.formula !== undefined || field.summary || field.autoNumber) && kind !== 'MutingPermissionSet') throw new SourceError(`Field ${object.name}.${field.name} is not editable.`, element.child('editable')?.position);
  rights.fields.set(key, (readable ? FIELD_READ : 0) | (editable ? FIELD_EDIT : 0));
}

/** An element that names one component and a flag. */
function named(part: string, flagName: string, type: string, find: (org: OrgModel, name: string) => string | undefined, into: (rights: RightsSet) => Set<string>, more: Readonly<Record<string, boolean>> = {}): Reader {
  return (element, { org, rights }) => {
    shape(element, { [part]: true, [flagName]: true, ...more });
    const name = element.value(part) as string;
    const found = find(org, name);
    if (found === undefined) throw unknown(element, part, type, name);
    if (flag(element, flagName)) into(rights).add(found.toLowerCase());
  };
}

const component = (type: string) => (org: OrgModel, name: string): string | undefined => {
  const all = org.components.get(type);
  return all && [...all.keys()].find((each) => each.toLowerCase() === name.toLowerCase());
};

const STANDARD_APPS = new Set(['standard__sales', 'standard__lightningsales', 'standard__service', 'standard__marketing', 'standard__platform', 'standard__lightningservice', 'standard__setup']);

function userPermissions(element: XmlElement, { rights }: Reading): void {
  shape(element, { name: true, enabled: true });
  const name = element.value('name') as string;
  const found = systemPermission(name);
  if (!found) throw new NotModelledError(`the user permission ${name}`, element.position);
  if (flag(element, 'enabled')) rights.systemPermissions.add(found.toLowerCase());
}

const TAB_SETTINGS: Readonly<Record<string, boolean>> = { Visible: true, Available: true, None: false, DefaultOn: true, DefaultOff: true, Hidden: false };

function tabSettings(element: XmlElement, { org, rights, kind }: Reading): void {
  shape(element, { tab: true, visibility: true });
  const tab = element.value('tab') as string;
  const standard = /^standard-(.+)$/i.exec(tab);
  const exists = standard ? !/__c$/i.test(tab) : component('CustomTab')(org, tab) !== undefined;
  if (!exists) throw unknown(element, 'tab', 'CustomTab', tab);
  const visibility = element.value('visibility') as string;
  const visible = TAB_SETTINGS[visibility];
  const ofProfile = visibility.startsWith('Default') || visibility === 'Hidden';
  if (visible === undefined || ofProfile !== (kind === 'Profile')) throw new SourceError(`'${visibility}' is not a valid value for the enum of ${element.name}.visibility`, element.child('visibility')?.position);
  if (visible) rights.tabs.add(tab.toLowerCase());
}

function recordType(element: XmlElement, { org, rights }: Reading): void {
  shape(element, { recordType: true, visible: true, default: false, personAccountDefault: false });
  const full = element.value('recordType') as string;
  const [objectName = '', typeName = ''] = full.split('.');
  const found = org.object(objectName)?.recordTypes.find((each) => each.developerName.toLowerCase() === typeName.toLowerCase());
  if (!found) throw unknown(element, 'recordType', 'RecordType', full);
  if (flag(element, 'visible')) rights.recordTypes.add(full.toLowerCase());
}

const principals: Reader = (element, { org, rights }) => {
  shape(element, { externalCredentialPrincipal: true, enabled: true });
  const name = element.value('externalCredentialPrincipal') as string;
  if (component('ExternalCredential')(org, name.split('-')[0] ?? '') === undefined) throw unknown(element, 'externalCredentialPrincipal', 'ExternalCredentialPrincipal', name);
  if (flag(element, 'enabled')) rights.credentials.add(name.toLowerCase());
};

const refuse = (what: string): Reader => (element) => {
  throw new NotModelledError(what, element.position);
};
/** Read by the caller from the root itself. */
const header: Reader = () => undefined;

const COMMON: Readonly<Record<string, Reader>> = {
  objectPermissions,
  fieldPermissions,
  userPermissions,
  tabSettings,
  recordTypeVisibilities: recordType,
  classAccesses: named('apexClass', 'enabled', 'ApexClass', (org, name) => org.apex.find((each) => each.kind === 'class' && each.name.toLowerCase() === name.toLowerCase())?.name, (rights) => rights.classes),
  customPermissions: named('name', 'enabled', 'CustomPermission', component('CustomPermission'), (rights) => rights.customPermissions),
  applicationVisibilities: named('application', 'visible', 'CustomApplication', (org, name) => (STANDARD_APPS.has(name.toLowerCase()) ? name : component('CustomApplication')(org, name)), (rights) => rights.apps, { default: false }),
  customMetadataTypeAccesses: named('name', 'enabled', 'CustomObject', (org, name) => (org.object(name)?.kind === 'customMetadata' ? org.object(name)?.name : undefined), (rights) => rights.metadataTypes),
  customSettingAccesses: named('name', 'enabled', 'CustomObject', (org, name) => (org.object(name)?.kind === 'customSetting' ? org.object(name)?.name : undefined), (rights) => rights.customSettings),
  externalCredentialPrincipalAccesses: principals,
  description: header,
  agentAccesses: refuse('agent access'),
  emailRoutingAddressAccesses: refuse('e-mail routing address access'),
  externalDataSourceAccesses: refuse('external data source access'),
  flowAccesses: refuse('flow access'),
  pageAccesses: refuse('Visualforce page access'),
  servicePresenceStatusAccesses: refuse('service presence status access'),
};

/** Elements by the kind of file. */
export const ELEMENTS: Readonly<Record<Reading['kind'], Readonly<Record<string, Reader>>>> = {
  PermissionSet: { ...COMMON, label: header, license: header, userLicense: header, hasActivationRequired: header },
  MutingPermissionSet: { ...COMMON, label: header },
  Profile: {
    ...COMMON, tabVisibilities: tabSettings, tabSettings: refuse('tabSettings in a profile (it has tabVisibilities)'), custom: header, fullName: header, userLicense: header,
    // Page layouts are chosen by the web floor from the profile's own file.
    layoutAssignments: header,
    categoryGroupVisibilities: refuse('data category visibility'), loginFlows: refuse('login flows'), loginHours: refuse('login hours'), loginIpRanges: refuse('login IP ranges'), profileActionOverrides: refuse('action overrides of profiles'),
  },
};
