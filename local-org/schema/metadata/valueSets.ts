/** Global value sets, and the standard value sets that standard picklists draw from. */
import { NotModelledError, SourceError } from '../errors';
import type { ObjectBuilder } from '../build/object';
import { booleanOf, checkShape, shape } from '../source/shape';
import type { PicklistValue, XmlElement } from '../types';
import { readValues } from './picklist';

const GLOBAL = shape('masterLabel sorted', 'fullName description', 'customValue');
const STANDARD = shape('sorted', 'fullName groupingStringEnum', 'standardValue');

/** Standard value set to the fields it feeds. Metadata API, "StandardValueSet Names and Standard Picklist Fields". */
export const STANDARD_VALUE_SETS: Readonly<Record<string, readonly string[]>> = {
  AccountType: ['Account.Type'],
  Industry: ['Account.Industry', 'Lead.Industry'],
  AccountRating: ['Account.Rating', 'Lead.Rating'],
  LeadSource: ['Lead.LeadSource', 'Contact.LeadSource', 'Opportunity.LeadSource', 'Account.AccountSource'],
  LeadStatus: ['Lead.Status'],
  OpportunityStage: ['Opportunity.StageName'],
  OpportunityType: ['Opportunity.Type'],
  CampaignStatus: ['Campaign.Status'],
  CampaignType: ['Campaign.Type'],
  CaseOrigin: ['Case.Origin'],
  CasePriority: ['Case.Priority'],
  CaseReason: ['Case.Reason'],
  CaseStatus: ['Case.Status'],
  CaseType: ['Case.Type'],
  AssetStatus: ['Asset.Status'],
  Product2Family: ['Product2.Family'],
  Salutation: ['Lead.Salutation', 'Contact.Salutation'],
  TaskPriority: ['Task.Priority'],
  TaskStatus: ['Task.Status'],
};

export function readGlobalValueSet(root: XmlElement): readonly PicklistValue[] {
  if (root.name !== 'GlobalValueSet') throw new SourceError(`The root element must be GlobalValueSet, found ${root.name}.`, root.position);
  checkShape(root, 'GlobalValueSet', GLOBAL);
  return readValues(root.all('customValue'), booleanOf(root, 'sorted'));
}

export function applyStandardValueSet(root: XmlElement, name: string, objects: ReadonlyMap<string, ObjectBuilder>): void {
  if (root.name !== 'StandardValueSet') throw new SourceError(`The root element must be StandardValueSet, found ${root.name}.`, root.position);
  const targets = STANDARD_VALUE_SETS[name];
  if (!targets) throw new NotModelledError(`the standard value set ${name}`, root.position);
  checkShape(root, 'StandardValueSet', STANDARD);
  const values = readValues(root.all('standardValue'), booleanOf(root, 'sorted'));
  const preset = values.find((each) => each.isDefault);
  for (const target of targets) {
    const [object = '', fieldName = ''] = target.split('.');
    const field = objects.get(object.toLowerCase())?.field(fieldName);
    if (!field?.picklist) continue;
    field.picklist = { ...field.picklist, values };
    if (preset) field.defaultFormula = JSON.stringify(preset.value);
    else delete field.defaultFormula;
  }
}
