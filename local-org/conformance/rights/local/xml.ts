/** The world as metadata files: path below `main/default` to XML. */
import type { FieldFacts, Grants, ObjectFacts, ObjectRight, Party, World } from '../model';
import { OWN_PROFILE } from '../world';

type Xml = string | number | boolean | XmlNode | readonly (XmlNode | string)[];
interface XmlNode { readonly [name: string]: Xml; }

function write(node: XmlNode): string {
  return Object.entries(node).map(([name, value]) => (Array.isArray(value) ? (value as readonly (XmlNode | string)[]) : [value as XmlNode | string]).map((each) => `<${name}>${typeof each === 'object' ? write(each) : String(each)}</${name}>`).join('')).join('');
}

const file = (type: string, node: XmlNode): string => `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${write(node)}</${type}>\n`;
const label = (name: string): string => name.replace(/__c$/, '').replace(/_/g, ' ');

function objectFile(object: ObjectFacts): string {
  const models: XmlNode = object.master ? { sharingModel: 'ControlledByParent' } : { externalSharingModel: object.outside ?? 'Private', sharingModel: object.inside ?? 'Private' };
  const name = label(object.name);
  return file('CustomObject', { deploymentStatus: 'Deployed', description: name, label: name, nameField: { label: 'Name', type: 'Text' }, pluralLabel: `${name}s`, ...models });
}

function fieldFile(object: ObjectFacts, field: FieldFacts): string {
  const common = { fullName: field.name, description: label(field.name), inlineHelpText: label(field.name), label: label(field.name) };
  if (field.kind === 'master' && object.master) {
    const children = `${label(object.name)}s`;
    return file('CustomField', { ...common, referenceTo: object.master.object, relationshipLabel: children, relationshipName: children, relationshipOrder: 0, reparentableMasterDetail: false, type: 'MasterDetail', writeRequiresMasterRead: object.master.readIsEnough });
  }
  // What it shows comes from a field that few may read.
  if (field.kind === 'formula') return file('CustomField', { ...common, formula: '"of " &amp; Secret__c', formulaTreatBlanksAs: 'BlankAsZero', type: 'Text' });
  return file('CustomField', { ...common, length: 80, required: field.kind === 'required', type: 'Text' });
}

const FLAGS: readonly (readonly [string, ObjectRight])[] = [['allowCreate', 'create'], ['allowDelete', 'delete'], ['allowEdit', 'edit'], ['allowRead', 'read'], ['modifyAllRecords', 'modifyAll'], ['viewAllFields', 'viewAllFields'], ['viewAllRecords', 'viewAll']];

function grants({ objects, fields, viewAllData, modifyAllData }: Grants): XmlNode {
  const user = [...(viewAllData ? ['ViewAllData'] : []), ...(modifyAllData ? ['ModifyAllData'] : [])];
  return {
    fieldPermissions: Object.entries(fields ?? {}).map(([field, rights]) => ({ editable: rights.includes('edit'), field, readable: rights.includes('read') })),
    objectPermissions: Object.entries(objects ?? {}).map(([object, rights]) => ({ ...Object.fromEntries(FLAGS.map(([flag, right]) => [flag, rights.includes(right)])), object })),
    userPermissions: user.map((name) => ({ enabled: true, name })),
  };
}

function party(to: Party): XmlNode {
  if ('role' in to) return { role: to.role };
  if ('roleAndBelow' in to) return { roleAndSubordinates: to.roleAndBelow };
  if ('roleAndBelowInside' in to) return { roleAndSubordinatesInternal: to.roleAndBelowInside };
  if ('group' in to) return { group: to.group };
  if ('everyone' in to) return to.everyone === 'inside' ? { allInternalUsers: '' } : { allPartnerUsers: '' };
  throw new Error(`A sharing rule cannot name ${JSON.stringify(to)}`);
}

function sharingRules(world: World, object: string): string {
  const rules = world.rules.filter((each) => each.object === object);
  const common = ({ name, level, to }: (typeof rules)[number]): XmlNode => ({ fullName: name, accessLevel: level, label: label(name), sharedTo: party(to) });
  return file('SharingRules', {
    sharingCriteriaRules: rules.filter((each) => !each.from).map((each) => ({ ...common(each), criteriaItems: { field: 'Grade__c', operation: 'equals', value: each.grade ?? '' }, includeRecordsOwnedByAll: true })),
    sharingOwnerRules: rules.flatMap((each) => (each.from ? [{ ...common(each), sharedFrom: party(each.from) }] : [])),
  });
}

export function metadataFiles(world: World): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const object of world.objects) {
    const folder = `objects/${object.name}`;
    files[`${folder}/${object.name}.object-meta.xml`] = objectFile(object);
    for (const field of world.fields(object)) if (field.kind !== 'name') files[`${folder}/fields/${field.name}.field-meta.xml`] = fieldFile(object, field);
    files[`${folder}/listViews/All.listView-meta.xml`] = file('ListView', { fullName: 'All', columns: ['NAME', 'Open__c', 'Secret__c'], filterScope: 'Everything', label: 'All' });
    if (!object.master) files[`${folder}/sharingReasons/Harbour__c.sharingReason-meta.xml`] = file('SharingReason', { fullName: 'Harbour__c', label: 'Harbour' });
    if (world.rules.some((each) => each.object === object.name)) files[`sharingRules/${object.name}.sharingRules-meta.xml`] = sharingRules(world, object.name);
  }
  for (const [name, set] of Object.entries(world.sets)) files[`permissionsets/${name}.permissionset-meta.xml`] = file('PermissionSet', { ...grants(set), hasActivationRequired: false, label: label(name) });
  for (const [name, group] of Object.entries(world.setGroups)) {
    files[`permissionsetgroups/${name}.permissionsetgroup-meta.xml`] = file('PermissionSetGroup', { hasActivationRequired: false, label: label(name), mutingPermissionSets: [`${name}_Muted`], permissionSets: group.sets });
    files[`mutingpermissionsets/${name}_Muted.mutingpermissionset-meta.xml`] = file('MutingPermissionSet', { ...grants(group.muting), label: `${label(name)} muted` });
  }
  files[`profiles/${OWN_PROFILE}.profile-meta.xml`] = file('Profile', { custom: true, ...grants(world.profiles[OWN_PROFILE] ?? {}), userLicense: 'Salesforce' });
  for (const [name, above] of Object.entries(world.roles)) files[`roles/${name}.role-meta.xml`] = file('Role', { caseAccessLevel: 'None', contactAccessLevel: 'Edit', mayForecastManagerShare: false, name: label(name), opportunityAccessLevel: 'None', ...(above ? { parentRole: above } : {}) });
  for (const [name, group] of Object.entries(world.groups)) files[`groups/${name}.group-meta.xml`] = file('Group', { doesIncludeBosses: group.bosses, name: label(name) });
  const owned = world.objects.filter((each) => !each.master).map((each) => ({ sobjectType: each.name }));
  for (const [name, queue] of Object.entries(world.queues)) files[`queues/${name}.queue-meta.xml`] = file('Queue', { doesIncludeBosses: queue.bosses, doesSendEmailToMembers: false, name: label(name), queueSobject: owned });
  return files;
}
