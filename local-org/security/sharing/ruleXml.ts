/** Reads sharing rules (https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_sharingrules.htm). */
import { NotModelledError, SourceError, type MetadataComponent, type ObjectModel, type OrgModel, type Position, type XmlElement } from '../../schema';
import { criteriaSql, type Criteria } from './criteria';

/** A group named by its kind and name; resolved to an id when the groups exist. */
export interface Party { readonly groupType: string; readonly name: string; readonly position: Position; }

export interface SharingRule {
  readonly name: string;
  readonly object: ObjectModel;
  readonly level: 'Read' | 'Edit';
  readonly to: Party;
  /** Owner rules: whose records. */
  readonly from?: Party;
  /** Criteria rules: which records. */
  readonly criteria?: Criteria;
  /** Rules on accounts: levels on contacts, opportunities, cases. */
  readonly children?: Readonly<Record<string, string>>;
  readonly position: Position;
  /** The rule as text: a rule that reads otherwise is a new rule. */
  readonly text: string;
}

/** Types of Group rows by the element that names them; `undefined` marks those that are refused. */
const PARTIES: Readonly<Record<string, string | undefined>> = {
  group: 'Regular', role: 'Role', roleAndSubordinates: 'RoleAndSubordinates', roleAndSubordinatesInternal: 'RoleAndSubordinatesInternal', queue: 'Queue',
  allInternalUsers: 'Organization', allPartnerUsers: 'AllPartners',
  allCustomerPortalUsers: undefined, channelProgramGroup: undefined, channelProgramGroups: undefined, guestUser: undefined, managers: undefined, managerSubordinates: undefined,
  portalRole: undefined, portalRoleAndSubordinates: undefined, territory: undefined, territoryAndSubordinates: undefined,
};

const COMMON = ['fullName', 'accessLevel', 'accountSettings', 'description', 'label', 'sharedTo'];

export function readSharingRules(org: OrgModel, component: MetadataComponent): SharingRule[] {
  const object = org.object(component.fullName);
  if (!object) throw new SourceError(`In field: sharingRules - no CustomObject named ${component.fullName} found`, component.root.position);
  return component.root.children.map((element) => {
    switch (element.name) {
      case 'sharingCriteriaRules':
        return readRule(object, element, ['booleanFilter', 'criteriaItems', 'includeRecordsOwnedByAll']);
      case 'sharingOwnerRules':
        return readRule(object, element, ['sharedFrom']);
      case 'sharingGuestRules':
        throw new NotModelledError('guest user sharing rules', element.position);
      case 'sharingTerritoryRules':
        throw new NotModelledError('territory sharing rules', element.position);
      default:
        throw new SourceError(`Element ${element.name} invalid at this location in type SharingRules.`, element.position);
    }
  });
}

function readRule(object: ObjectModel, element: XmlElement, own: readonly string[]): SharingRule {
  for (const child of element.children) if (![...COMMON, ...own].includes(child.name)) throw new SourceError(`Element ${child.name} invalid at this location in type ${element.name}.`, child.position);
  const name = need(element, 'fullName').text;
  const level = need(element, 'accessLevel');
  if (level.text !== 'Read' && level.text !== 'Edit') throw new SourceError(`'${level.text}' is not a valid value for the enum of accessLevel in sharing rule ${name}.`, level.position);
  checkModel(object, level.text, level.position);
  const criteria = element.name === 'sharingCriteriaRules' ? readCriteria(object, element) : undefined;
  const from = element.name === 'sharingOwnerRules' ? party(need(element, 'sharedFrom')) : undefined;
  const children = accountSettings(object, element);
  return {
    name, object, level: level.text, to: party(need(element, 'sharedTo')), position: element.position, text: textOf(element),
    ...(from ? { from } : {}), ...(criteria ? { criteria } : {}), ...(children ? { children } : {}),
  };
}

/** A rule widens the organisation-wide default; where that is wide enough, or the parent decides, there is nothing to share. */
function checkModel(object: ObjectModel, level: string, position: Position): void {
  const { sharingModel, externalSharingModel } = object;
  const open = (model: string): boolean => !['Private', 'Read'].includes(model) || (model === 'Read' && level === 'Read');
  if (open(sharingModel) && open(externalSharingModel)) throw new SourceError(`You cannot create a ${level} sharing rule for ${object.name}: its organization-wide default is ${sharingModel}.`, position);
}

function readCriteria(object: ObjectModel, element: XmlElement): Criteria {
  const items = element.all('criteriaItems');
  if (items.length === 0) throw new SourceError('Required field is missing: criteriaItems', element.position);
  const all = element.value('includeRecordsOwnedByAll');
  if (all === 'false') throw new NotModelledError('sharing rules that leave out records owned by high-volume users (includeRecordsOwnedByAll=false)', element.child('includeRecordsOwnedByAll')?.position);
  return criteriaSql(object, items, element.child('booleanFilter'));
}

function party(element: XmlElement): Party {
  const only = element.children[0];
  if (!only || element.children.length > 1) throw new SourceError(`${element.name} must name exactly one group.`, element.position);
  if (!(only.name in PARTIES)) throw new SourceError(`Element ${only.name} invalid at this location in type SharedTo.`, only.position);
  const groupType = PARTIES[only.name];
  if (!groupType) throw new NotModelledError(`sharing with ${only.name}`, only.position);
  const everyone: Readonly<Record<string, string>> = { Organization: 'AllInternalUsers', AllPartners: 'AllPartnerUsers' };
  return { groupType, name: everyone[groupType] ?? only.text, position: only.position };
}

function accountSettings(object: ObjectModel, element: XmlElement): Record<string, string> | undefined {
  const settings = element.child('accountSettings');
  if (object.name !== 'Account') {
    if (settings) throw new SourceError('accountSettings are for sharing rules of Account only.', settings.position);
    return undefined;
  }
  if (!settings) throw new SourceError('Required field is missing: accountSettings', element.position);
  const names: Readonly<Record<string, string>> = { caseAccessLevel: 'CaseAccessLevel', contactAccessLevel: 'ContactAccessLevel', opportunityAccessLevel: 'OpportunityAccessLevel' };
  return Object.fromEntries(Object.entries(names).map(([part, column]) => {
    const child = need(settings, part);
    if (!['None', 'Read', 'Edit'].includes(child.text)) throw new SourceError(`'${child.text}' is not a valid value for the enum of ${part}.`, child.position);
    return [column, child.text];
  }));
}

function need(element: XmlElement, part: string): XmlElement {
  const child = element.child(part);
  if (!child || (child.text === '' && child.children.length === 0)) throw new SourceError(`Required field is missing: ${part}`, element.position);
  return child;
}

function textOf(element: XmlElement): string {
  return `<${element.name}>${element.text}${element.children.map(textOf).join('')}`;
}

/** Elements of sharedTo and sharedFrom that are modelled. */
export const SUPPORTED_PARTIES: readonly string[] = Object.keys(PARTIES).filter((name) => PARTIES[name]);
