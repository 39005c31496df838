/**
 * Which fields have rights of their own. The others everyone reads who reads the object
 * (describe calls it `permissionable`; https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_fieldpermissions.htm).
 */
import type { FieldModel, ObjectModel } from '../../schema';

const SYSTEM_FIELDS = new Set([
  'id', 'isdeleted', 'createdbyid', 'createddate', 'lastmodifiedbyid', 'lastmodifieddate', 'systemmodstamp', 'ownerid', 'lastvieweddate', 'lastreferenceddate', 'lastactivitydate',
  'recordtypeid', 'currencyisocode', 'masterrecordid', 'photourl', 'isarchived',
]);

/** Not nillable, yet with rights of their own: checkboxes that people fill. */
const PERMISSIONABLE_ALTHOUGH_FILLED = new Set(['lead.donotcall', 'lead.hasoptedoutofemail', 'lead.hasoptedoutoffax', 'contact.donotcall', 'contact.hasoptedoutofemail', 'contact.hasoptedoutoffax', 'opportunity.isprivate', 'campaign.isactive', 'product2.isactive', 'asset.iscompetitorproduct', 'user.isactive']);

/** Nillable, yet without rights of their own. */
const NEVER_PERMISSIONABLE = new Set([
  'lead.convertedaccountid', 'lead.convertedcontactid', 'lead.convertedopportunityid', 'lead.converteddate', 'lead.isconverted', 'lead.isunreadbyowner', 'lead.status', 'lead.firstname', 'lead.salutation', 'lead.middlename', 'lead.suffix',
  'contact.firstname', 'contact.salutation', 'contact.middlename', 'contact.suffix', 'case.closeddate', 'case.isclosed', 'case.status', 'case.contactid', 'opportunity.fiscal', 'campaignmember.leadid', 'campaignmember.contactid',
]);

/** Objects whose records carry no field rights at all. */
function hasFieldRights(object: ObjectModel): boolean {
  if (object.kind === 'custom' || object.kind === 'platformEvent') return true;
  return object.kind === 'standard' && STANDARD_WITH_FIELD_RIGHTS.has(object.name.toLowerCase());
}

const STANDARD_WITH_FIELD_RIGHTS = new Set([
  'account', 'asset', 'campaign', 'campaignmember', 'case', 'contact', 'contract', 'contentversion', 'event', 'lead', 'opportunity', 'opportunitylineitem', 'order', 'orderitem', 'pricebook2', 'pricebookentry', 'product2', 'task', 'user',
]);

/** The field whose rights decide: the compound for a component of an address or a location, else itself. */
export function decidingField(object: ObjectModel, field: FieldModel): FieldModel {
  return (field.componentOf && object.field(field.componentOf)) || field;
}

/** Whether rights on the field are granted field by field. */
export function isPermissionable(object: ObjectModel, field: FieldModel): boolean {
  const name = field.name.toLowerCase();
  if (!hasFieldRights(object) && !field.custom) return false;
  if (object.kind === 'customMetadata' || object.kind === 'customSetting' || object.kind === 'share') return false;
  if (field.custom) return !field.required && field.reference?.kind !== 'masterDetail';
  if (SYSTEM_FIELDS.has(name) || field.name === object.nameField || name === 'name' || name === 'lastname') return false;
  const key = `${object.name.toLowerCase()}.${name}`;
  if (NEVER_PERMISSIONABLE.has(key)) return false;
  if (PERMISSIONABLE_ALTHOUGH_FILLED.has(key)) return true;
  return !field.required && field.nillable !== false && field.reference?.kind !== 'masterDetail';
}
