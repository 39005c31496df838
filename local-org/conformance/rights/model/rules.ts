/** The rules of the platform that the model is made of, each with the page and section that states it. */

export interface Rule { readonly says: string; readonly url: string; readonly section: string; }

const help = (page: string): string => `https://help.salesforce.com/s/articleView?id=${page}.htm&type=5`;
const apex = (page: string): string => `https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/${page}.htm`;
const security = (page: string): string => `https://developer.salesforce.com/docs/atlas.en-us.securityImplGuide.meta/securityImplGuide/${page}.htm`;
const metadata = (page: string): string => `https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/${page}.htm`;

export const RULES = {
  objectRights: { says: 'Read, create, edit and delete are granted by object; none is had without a grant.', url: help('platform.users_profiles_object_perms'), section: 'Object Permissions' },
  permissionSets: { says: 'Permission sets add to the profile and to each other.', url: help('platform.perm_sets_overview'), section: 'Permission Sets' },
  muting: { says: 'A muted permission is missing from its permission set group alone, and so are those that need it.', url: help('platform.perm_set_groups_muting'), section: 'Muting Permission Sets' },
  fieldRights: { says: 'A field is read or edited by whom it is granted; required, name and master-detail fields have no rights of their own.', url: help('platform.users_fields_fls'), section: 'Field-Level Security' },
  formulaFields: { says: 'A formula field is read with a right of its own, shows what it computes from hidden fields, and is never written.', url: security('admin_fls'), section: 'Field-Level Security: roll-up summary and formula fields' },
  viewAllFields: { says: 'View All Fields reads every field of the object.', url: help('platform.users_profiles_view_all_mod_all'), section: 'View All Fields' },
  viewAll: { says: 'View All Records reads every record of the object, whatever sharing says.', url: help('platform.users_profiles_object_perms'), section: 'Respects or Overrides Sharing' },
  modifyAll: { says: 'Modify All Records reads, edits, deletes and transfers every record of the object.', url: help('platform.users_profiles_object_perms'), section: 'Respects or Overrides Sharing' },
  allData: { says: 'View All Data and Modify All Data do so for every object; fields must still be granted.', url: help('platform.users_profiles_view_all_mod_all'), section: 'View All Data, Modify All Data' },
  orgDefault: { says: 'Organisation-wide defaults give every user access to records of others.', url: help('platform.security_sharing_owd_about'), section: 'Organization-Wide Sharing Defaults' },
  externalDefault: { says: 'Users outside have a default of their own.', url: help('platform.security_owd_external'), section: 'External Organization-Wide Defaults Overview' },
  owner: { says: 'The owner views, edits, transfers, shares and deletes the record.', url: apex('apex_bulk_sharing_understanding'), section: 'Types of Sharing: Record Ownership' },
  queue: { says: 'Members of a queue own its records together; those above them share in it where the queue says so.', url: metadata('meta_queue'), section: 'Fields: doesIncludeBosses' },
  hierarchy: { says: 'Who stands above a user in the role hierarchy has the same access to what that user owns or is given.', url: apex('apex_bulk_sharing_understanding'), section: 'Types of Sharing: Role Hierarchy' },
  partnerRoles: { says: 'The role of a partner account stands below the role of the account owner.', url: help('platform.networks_partner_roles_overview'), section: 'Partner User Roles' },
  ownerRules: { says: 'An owner-based rule shares what members of one party own with another party.', url: security('security_sharing_rule_types'), section: 'Owner-Based Sharing Rules' },
  criteriaRules: { says: 'A criteria-based rule shares records by the values of their fields.', url: security('security_sharing_rule_types'), section: 'Criteria-Based Sharing Rules' },
  groups: { says: 'A public group holds users, roles and other groups; access climbs the hierarchy only where the group grants it so.', url: help('platform.creating_and_editing_groups'), section: 'Grant Access Using Hierarchies' },
  manualShares: { says: 'A record can be shared by hand with users and groups, by whoever has full access to it.', url: apex('apex_bulk_sharing_understanding'), section: 'Types of Sharing: User Managed Sharing' },
  trivialShares: { says: 'A share must give more than the organisation-wide default.', url: apex('apex_bulk_sharing_creating_with_apex'), section: 'Sharing a Record Using Apex: AccessLevel' },
  apexShares: { says: 'Shares with a reason are written by Apex; otherwise by users with Modify All Data alone.', url: apex('apex_bulk_sharing_understanding'), section: 'Types of Sharing: Apex Managed Sharing' },
  highest: { says: 'Grants add up and restrict nothing: the highest counts.', url: help('platform.security_sharing_owd_about'), section: 'Organization-Wide Sharing Defaults: additional access' },
  fullAccess: { says: 'Deleting, transferring and sharing need full access, which no share gives.', url: apex('apex_bulk_sharing_understanding'), section: 'Types of Sharing: User Managed Sharing' },
  details: { says: 'A detail is seen with its master, and written with edit access to the master.', url: help('platform.relationships_considerations'), section: 'Master-Detail Relationships' },
  writeRequiresMasterRead: { says: 'Where the relationship asks for read access alone, who reads the master writes its details.', url: 'https://developer.salesforce.com/docs/platform/api-metadata/references/meta-types/metadata-customfield.html', section: 'Fields: writeRequiresMasterRead' },
  systemMode: { says: 'In system mode with sharing, object and field rights do not count and record access does.', url: apex('apex_classes_keywords_sharing'), section: 'Use the with sharing, without sharing, and inherited sharing Keywords' },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof RULES;
