/** Reads permission sets, muting sets and profiles, and refuses what a deployment would refuse. */
import { NotModelledError, SourceError, type MetadataComponent, type OrgModel, type XmlElement } from '../../schema';
import { boundOf, userLicense } from '../profiles/licenses';
import { SYSTEM_DEPENDS_ON } from '../profiles/systemPermissions';
import { ELEMENTS, flag, type Reading } from './elements';
import { CREATE, DELETE, DEPENDS_ON, EDIT, emptyRights, MODIFY_ALL, READ, VIEW_ALL, VIEW_ALL_FIELDS, type RightsSet } from './rightsSet';

const BIT_LABELS: readonly (readonly [number, string])[] = [[CREATE, 'Create'], [READ, 'Read'], [EDIT, 'Edit'], [DELETE, 'Delete'], [VIEW_ALL, 'View All'], [MODIFY_ALL, 'Modify All'], [VIEW_ALL_FIELDS, 'View All Fields']];

function labels(bits: number, object: string): string {
  return BIT_LABELS.filter(([bit]) => bits & bit).map(([, label]) => `${label} ${object}`).join(', ');
}

/** Rights that a PermissionSet, MutingPermissionSet or Profile file grants. */
export function readRights(org: OrgModel, component: MetadataComponent, kind: Reading['kind']): RightsSet {
  const { root } = component;
  if (root.name !== kind) throw new SourceError(`The root element must be ${kind}, found ${root.name}.`, root.position);
  const licenseName = root.value('license') ?? root.value('userLicense') ?? null;
  if (licenseName && !userLicense(licenseName)) throw new NotModelledError(`the user licence ${licenseName}`, root.child('license')?.position ?? root.child('userLicense')?.position);
  if (kind !== 'Profile' && !root.value('label')) throw new SourceError('Required field is missing: label', root.position);
  if (kind === 'PermissionSet' && flag(root, 'hasActivationRequired')) throw new NotModelledError('permission sets that need activation', root.child('hasActivationRequired')?.position);
  const rights = emptyRights(component.fullName, root.value('label') ?? component.fullName, licenseName, root.value('description') ?? null);
  for (const element of root.children) {
    const reader = ELEMENTS[kind][element.name];
    if (!reader) throw new SourceError(`Element {http://soap.sforce.com/2006/04/metadata}${element.name} invalid at this location in type ${kind}`, element.position);
    reader(element, { org, rights, kind });
  }
  if (kind === 'PermissionSet') {
    checkObjects(org, rights, root);
    checkSystem(rights, root);
    if (licenseName) checkLicense(org, rights, root, licenseName);
  }
  return rights;
}

function placeOf(root: XmlElement, object: string): XmlElement {
  return root.all('objectPermissions').find((each) => each.value('object')?.toLowerCase() === object.toLowerCase()) ?? root;
}

function checkObjects(org: OrgModel, rights: RightsSet, root: XmlElement): void {
  for (const [key, bits] of rights.objects) {
    const object = org.object(key);
    if (!object) continue;
    for (const [right, needs] of DEPENDS_ON) {
      if (bits & right && (bits & needs) !== needs) throw new SourceError(`Permission ${labels(right, object.name)} depends on permission(s): ${labels(needs & ~bits, object.name)}`, placeOf(root, key).position);
    }
    if (!(bits & READ)) continue;
    for (const field of object.fields.values()) {
      if (field.reference?.kind !== 'masterDetail') continue;
      for (const master of field.reference.to) {
        if (!((rights.objects.get(master.toLowerCase()) ?? 0) & READ)) throw new SourceError(`Permission Read ${object.name} depends on permission(s): Read ${master}`, placeOf(root, key).position);
      }
    }
  }
}

function checkSystem(rights: RightsSet, root: XmlElement): void {
  for (const [name, needs] of Object.entries(SYSTEM_DEPENDS_ON)) {
    if (!rights.systemPermissions.has(name.toLowerCase())) continue;
    const missing = needs.filter((need) => !rights.systemPermissions.has(need.toLowerCase()));
    const place = root.all('userPermissions').find((each) => each.value('name')?.toLowerCase() === name.toLowerCase());
    if (missing.length > 0) throw new SourceError(`Permission ${name} depends on permission(s): ${missing.join(', ')}`, place?.position ?? root.position);
  }
}

function checkLicense(org: OrgModel, rights: RightsSet, root: XmlElement, licenseName: string): void {
  const problem = licenseProblem(org, rights, licenseName);
  if (problem) throw new SourceError(`The user license doesn't allow the permission: ${problem}`, root.child('license')?.position ?? root.position);
}

/** The first right in the set that holders of the licence cannot have; undefined when there is none. */
export function licenseProblem(org: OrgModel, rights: RightsSet, licenseName: string): string | undefined {
  const license = userLicense(licenseName);
  if (!license) return undefined;
  for (const [key, bits] of rights.objects) {
    const object = org.object(key);
    const beyond = object ? bits & ~boundOf(license, object) : 0;
    if (object && beyond) return labels(beyond, object.name);
  }
  if (license.systemPermissions) {
    const allowed = new Set([...license.systemPermissions].map((name) => name.toLowerCase()));
    for (const name of rights.systemPermissions) if (!allowed.has(name)) return name;
  }
  return undefined;
}
