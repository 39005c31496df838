/** Every source of rights in the org, read once from metadata and from the tables of standard profiles. */
import { NotModelledError, SourceError, type MetadataComponent, type OrgModel } from '../../schema';
import { userLicense, type UserLicense } from '../profiles/licenses';
import { STANDARD_PROFILES, type StandardProfile } from '../profiles/standard';
import { isPermissionable } from './fieldRules';
import { readRights } from './permissionXml';
import { addRights, emptyRights, FIELD_READ, muteRights, READ, type RightsSet } from './rightsSet';

export interface ProfileEntry { readonly name: string; readonly license: UserLicense; readonly rights: RightsSet; readonly allClasses: boolean; readonly custom: boolean; }
export interface GroupEntry { readonly name: string; readonly label: string; readonly description: string | null; readonly sets: readonly string[]; readonly muting: readonly string[]; readonly rights: RightsSet; }

export interface Catalog {
  /** By the profile's name as people see it. */
  readonly profiles: ReadonlyMap<string, ProfileEntry>;
  readonly sets: ReadonlyMap<string, RightsSet>;
  readonly groups: ReadonlyMap<string, GroupEntry>;
  readonly customPermissions: ReadonlyMap<string, { readonly name: string; readonly label: string; readonly description: string | null; readonly needs: readonly string[] }>;
}

export function readCatalog(org: OrgModel): Catalog {
  const sets = new Map<string, RightsSet>();
  for (const each of componentsOf(org, 'PermissionSet')) sets.set(each.fullName, readRights(org, each, 'PermissionSet'));
  const customPermissions = new Map(componentsOf(org, 'CustomPermission').map((each) => [each.fullName, readCustomPermission(org, each)]));
  return { profiles: readProfiles(org), sets, groups: readGroups(org, sets), customPermissions };
}

export function componentsOf(org: OrgModel, type: string): readonly MetadataComponent[] {
  return [...(org.components.get(type)?.values() ?? [])];
}

/** Refuses children of a component's root that are not in the list. */
export function checkElements(component: MetadataComponent, names: readonly string[]): void {
  for (const child of component.root.children) {
    if (!names.includes(child.name)) throw new SourceError(`Element {http://soap.sforce.com/2006/04/metadata}${child.name} invalid at this location in type ${component.type}`, child.position);
  }
}

function readProfiles(org: OrgModel): Map<string, ProfileEntry> {
  const profiles = new Map<string, ProfileEntry>();
  for (const standard of STANDARD_PROFILES) profiles.set(standard.name, ofStandard(org, standard));
  for (const each of componentsOf(org, 'Profile')) {
    const deployed = readRights(org, each, 'Profile');
    const standard = STANDARD_PROFILES.find((candidate) => candidate.fullName === each.fullName || candidate.name === each.fullName);
    const base = standard && profiles.get(standard.name);
    if (base) {
      overlay(base.rights, deployed);
      continue;
    }
    const license = userLicense(deployed.license ?? 'Salesforce');
    if (!license) throw new NotModelledError(`the user licence ${deployed.license}`, each.root.position);
    profiles.set(each.fullName, { name: each.fullName, license, rights: deployed, allClasses: false, custom: true });
  }
  return profiles;
}

/** A deployed profile says what it says of the components it names, and leaves the others alone. */
function overlay(base: RightsSet, deployed: RightsSet): void {
  for (const [key, bits] of deployed.objects) base.objects.set(key, bits);
  for (const [key, bits] of deployed.fields) base.fields.set(key, bits);
  addRights(base, { ...deployed, objects: new Map(), fields: new Map() });
}

function ofStandard(org: OrgModel, profile: StandardProfile): ProfileEntry {
  const license = userLicense(profile.license);
  if (!license) throw new NotModelledError(`the user licence ${profile.license}`);
  const rights = emptyRights(profile.name, profile.name, profile.license);
  for (const [name, bits] of Object.entries(profile.objects)) rights.objects.set(name, bits);
  for (const name of profile.systemPermissions) rights.systemPermissions.add(name.toLowerCase());
  for (const object of org.objects.values()) {
    if (object.custom || profile.standardFields === 0) continue;
    for (const field of object.fields.values()) {
      if (!field.custom && isPermissionable(object, field)) rights.fields.set(`${object.name}.${field.name}`.toLowerCase(), FIELD_READ | profile.standardFields);
    }
  }
  return { name: profile.name, license, rights, allClasses: profile.allClasses, custom: false };
}

function readGroups(org: OrgModel, sets: ReadonlyMap<string, RightsSet>): Map<string, GroupEntry> {
  const muting = new Map(componentsOf(org, 'MutingPermissionSet').map((each) => [each.fullName, readRights(org, each, 'MutingPermissionSet')]));
  const groups = new Map<string, GroupEntry>();
  for (const each of componentsOf(org, 'PermissionSetGroup')) {
    checkElements(each, ['label', 'description', 'permissionSets', 'mutingPermissionSets', 'status', 'hasActivationRequired']);
    const label = each.root.value('label');
    if (!label) throw new SourceError('Required field is missing: label', each.root.position);
    if (each.root.value('hasActivationRequired') === 'true') throw new NotModelledError('permission set groups that need activation', each.root.child('hasActivationRequired')?.position);
    if (sets.has(each.fullName)) throw new SourceError(`The name ${each.fullName} is already used by a permission set.`, each.root.position);
    const rights = emptyRights(each.fullName, label);
    const pick = (part: string, type: string, from: ReadonlyMap<string, RightsSet>): RightsSet[] =>
      each.root.all(part).map((element) => {
        const found = from.get(element.text);
        if (!found) throw new SourceError(`In field: ${part} - no ${type} named ${element.text} found`, element.position);
        return found;
      });
    const members = pick('permissionSets', 'PermissionSet', sets);
    const mutes = pick('mutingPermissionSets', 'MutingPermissionSet', muting);
    for (const member of members) addRights(rights, member);
    for (const mute of mutes) muteRights(rights, mute);
    groups.set(each.fullName, { name: each.fullName, label, description: each.root.value('description') ?? null, sets: members.map((member) => member.name), muting: mutes.map((mute) => mute.name), rights });
  }
  return groups;
}

function readCustomPermission(org: OrgModel, component: MetadataComponent): { name: string; label: string; description: string | null; needs: string[] } {
  checkElements(component, ['label', 'description', 'isLicensed', 'connectedApp', 'requiredPermission']);
  const label = component.root.value('label');
  if (!label) throw new SourceError('Required field is missing: label', component.root.position);
  const app = component.root.child('connectedApp');
  if (app) throw new NotModelledError('custom permissions of connected apps', app.position);
  const needs = component.root.all('requiredPermission').flatMap((each) => {
    const name = each.value('customPermission') ?? '';
    if (!org.component('CustomPermission', name)) throw new SourceError(`In field: customPermission - no CustomPermission named ${name} found`, each.position);
    return each.value('dependency') === 'true' ? [name] : [];
  });
  return { name: component.fullName, label, description: component.root.value('description') ?? null, needs };
}

/** Whether a set grants more than reading. */
export const grantsObject = (rights: RightsSet): boolean => [...rights.objects.values()].some((bits) => bits & READ);
