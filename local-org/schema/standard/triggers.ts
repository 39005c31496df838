/**
 * Standard objects that take Apex triggers (SOAP API Developer Guide, DescribeSObjectResult, triggerable). Prices take none, price
 * books do; rights, groups, shares and what stands for metadata take none.
 */
import type { ObjectModel } from '../types';

const TRIGGERABLE = new Set([
  'Account', 'Asset', 'Campaign', 'CampaignMember', 'Case', 'CaseComment', 'Contact', 'ContentDocument', 'ContentDocumentLink', 'ContentVersion', 'Event', 'Lead', 'Opportunity', 'OpportunityContactRole',
  'Pricebook2', 'Product2', 'Task', 'User',
]);

export const allowsTriggers = (object: ObjectModel): boolean => object.kind === 'custom' || object.kind === 'platformEvent' || TRIGGERABLE.has(object.name);
