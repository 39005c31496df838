/**
 * Standard profiles and the rights they come with. Base rights on standard objects only: a custom object or field deployed
 * by metadata is granted to no profile until a profile or permission set names it, the administrator's included
 * (https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_profile.htm).
 */
import { CREATE, DELETE, EDIT, FIELD_EDIT, READ } from '../rights/rightsSet';
import { SYSTEM_PERMISSIONS } from './systemPermissions';

const CRE = CREATE | READ | EDIT;
const CRED = CRE | DELETE;

export interface StandardProfile {
  readonly name: string;
  /** File name in metadata. */
  readonly fullName: string;
  readonly license: string;
  readonly objects: Readonly<Record<string, number>>;
  readonly systemPermissions: readonly string[];
  /** Rights on the standard fields of standard objects: FIELD_EDIT, or 0. */
  readonly standardFields: number;
  readonly allClasses: boolean;
}

const USER_BASE = ['ActivitiesAccess', 'ApiEnabled', 'ChatterInternalUser', 'EnableNotifications', 'LightningExperienceUser', 'ShowCompanyNameAsUserBadge', 'ViewHelpLink'];

export const STANDARD_PROFILES: readonly StandardProfile[] = [
  {
    name: 'System Administrator', fullName: 'Admin', license: 'Salesforce', objects: {}, standardFields: FIELD_EDIT, allClasses: true,
    // Rights that only licences add, or that narrow instead of widening, are nobody's by default.
    systemPermissions: SYSTEM_PERMISSIONS.filter((name) => !['ApiUserOnly', 'BulkApiHardDelete', 'QueryAllFiles', 'ForceTwoFactor', 'TwoFactorApi', 'PreventClassicExperience', 'ViewOnlyEmbeddedAppUser', 'PasswordNeverExpires', 'UseAnyApiClient'].includes(name)),
  },
  {
    name: 'Standard User', fullName: 'Standard', license: 'Salesforce', standardFields: FIELD_EDIT, allClasses: false,
    objects: {
      account: CRED, asset: CRED, campaign: READ, campaignmember: CRED, case: CRE, casecomment: CRE, contact: CRED, contract: CRE, contentversion: CRED, contentdocument: CRED,
      contentdocumentlink: CRED, event: CRED, lead: CRE, opportunity: CRED, opportunitylineitem: CRED, opportunitycontactrole: CRED, order: CRED, orderitem: CRED, pricebook2: READ, pricebookentry: READ, product2: READ, task: CRED,
    },
    systemPermissions: [...USER_BASE, 'ConvertLeads', 'CreateCustomizeFilters', 'CreateCustomizeReports', 'EditEvent', 'EditOppLineItemUnitPrice', 'EditTask', 'EmailSingle', 'ExportReport', 'RunFlow', 'RunReports', 'ViewRoles', 'ViewSetup'],
  },
  { name: 'Minimum Access - Salesforce', fullName: 'Minimum Access - Salesforce', license: 'Salesforce', objects: {}, standardFields: 0, allClasses: false, systemPermissions: ['ActivitiesAccess', 'ChatterInternalUser', 'LightningExperienceUser', 'ViewHelpLink'] },
  { name: 'Minimum Access - API Only Integrations', fullName: 'Minimum Access - API Only Integrations', license: 'Salesforce Integration', objects: {}, standardFields: 0, allClasses: false, systemPermissions: ['ApiEnabled', 'ApiUserOnly'] },
  {
    name: 'Partner Community User', fullName: 'Partner Community User', license: 'Partner Community', standardFields: FIELD_EDIT, allClasses: false,
    objects: { account: CRE, asset: READ, campaign: READ, case: CRE, casecomment: CRE, contact: CRE, contentversion: CRED, contentdocument: CRED, contentdocumentlink: CRED, event: CRED, lead: CRE, opportunity: CRE, opportunitylineitem: CRED, pricebook2: READ, pricebookentry: READ, product2: READ, task: CRED },
    systemPermissions: ['ActivitiesAccess', 'ChatterInternalUser', 'EditEvent', 'EditTask', 'RunFlow', 'ViewHelpLink'],
  },
  {
    name: 'Customer Community Plus User', fullName: 'Customer Community Plus User', license: 'Customer Community Plus', standardFields: FIELD_EDIT, allClasses: false,
    objects: { account: READ, asset: READ, case: CRE, casecomment: CRE, contact: READ, contentversion: CRED, contentdocument: CRED, contentdocumentlink: CRED, product2: READ, task: CRE },
    systemPermissions: ['ActivitiesAccess', 'ChatterInternalUser', 'RunFlow'],
  },
  { name: 'Chatter Free User', fullName: 'Chatter Free User', license: 'Chatter Free', objects: {}, standardFields: 0, allClasses: false, systemPermissions: ['ChatterInternalUser'] },
  // The platform's own user: system processes are not bounded by a profile.
  { name: 'Automated Process', fullName: 'Automated Process', license: 'Automated Process', objects: {}, standardFields: FIELD_EDIT, allClasses: true, systemPermissions: SYSTEM_PERMISSIONS },
];
