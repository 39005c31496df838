/**
 * User licences: what kind of user each makes, and what it can never hold
 * (https://help.salesforce.com/s/articleView?id=sf.users_license_types_communities.htm).
 */
import { CREATE, DELETE, EDIT, MODIFY_ALL, READ, VIEW_ALL, VIEW_ALL_FIELDS } from '../rights/rightsSet';

const CRE = CREATE | READ | EDIT;
const CRED = CRE | DELETE;
const ALL = CRED | VIEW_ALL | MODIFY_ALL | VIEW_ALL_FIELDS;

export interface UserLicense {
  readonly name: string;
  /** LicenseDefinitionKey of the UserLicense row. */
  readonly key: string;
  readonly userType: string;
  readonly external: boolean;
  /** Holders sit in a role under their account. */
  readonly hasRole: boolean;
  /** Highest rights on standard objects, by name; one not listed has none. Absent: no bound. */
  readonly objects?: Readonly<Record<string, number>>;
  /** Highest rights on custom objects. */
  readonly customObjects: number;
  /** System permissions a holder may have; absent: all. */
  readonly systemPermissions?: ReadonlySet<string>;
  readonly seats: number;
}

const EXTERNAL_PERMISSIONS = new Set([
  'ApiEnabled', 'ChatterInternalUser', 'RunReports', 'ExportReport', 'CreateCustomizeReports', 'CreateCustomizeDashboards', 'EditEvent', 'EditTask', 'ActivitiesAccess', 'ViewGlobalHeader',
  'RunFlow', 'ContentWorkspaces', 'ConvertLeads', 'ManageLeads', 'TransferAnyLead', 'EmailSingle', 'PasswordNeverExpires', 'LightningExperienceUser', 'SelectFilesFromSalesforce',
  'EditMyReports', 'EditMyDashboards', 'ViewHelpLink', 'EnableNotifications', 'ViewRoles', 'ApexRestServices', 'UseWebLink', 'AllowViewKnowledge', 'EditOppLineItemUnitPrice', 'AssignTopics', 'CreateTopics',
]);

const PARTNER_OBJECTS: Readonly<Record<string, number>> = {
  account: CRE, asset: CRE, campaign: CRE, campaignmember: CRED, case: CRE, casecomment: CRE, contact: CRED, contract: CRED, contentversion: CRED, contentdocument: CRED,
  contentdocumentlink: CRED, event: CRED, lead: CRED, opportunity: CRED, opportunitylineitem: CRED, order: CRED, orderitem: CRED, pricebook2: READ, pricebookentry: READ, product2: READ, task: CRED,
};
const CUSTOMER_PLUS_OBJECTS: Readonly<Record<string, number>> = {
  account: CRE, asset: CRE, case: CRE, casecomment: CRE, contact: CRE, contract: CRE, contentversion: CRED, contentdocument: CRED, contentdocumentlink: CRED, event: CRED,
  order: CRE, orderitem: CRE, pricebook2: READ, pricebookentry: READ, product2: READ, task: CRED,
};

export const USER_LICENSES: readonly UserLicense[] = [
  { name: 'Salesforce', key: 'SFDC', userType: 'Standard', external: false, hasRole: true, customObjects: ALL, seats: 1000 },
  { name: 'Salesforce Integration', key: 'INTEGRATION', userType: 'Standard', external: false, hasRole: true, customObjects: ALL, seats: 5 },
  { name: 'Chatter Free', key: 'CSN_User', userType: 'CsnOnly', external: false, hasRole: false, objects: {}, customObjects: 0, systemPermissions: new Set(['ChatterInternalUser']), seats: 5000 },
  { name: 'Partner Community', key: 'PID_Partner_Community', userType: 'PowerPartner', external: true, hasRole: true, objects: PARTNER_OBJECTS, customObjects: CRED, systemPermissions: EXTERNAL_PERMISSIONS, seats: 5000 },
  { name: 'Customer Community Plus', key: 'PID_Customer_Community_Plus', userType: 'PowerCustomerSuccess', external: true, hasRole: true, objects: CUSTOMER_PLUS_OBJECTS, customObjects: CRED, systemPermissions: EXTERNAL_PERMISSIONS, seats: 5000 },
  { name: 'Automated Process', key: 'AUTOMATED_PROCESS', userType: 'AutomatedProcess', external: false, hasRole: false, customObjects: ALL, seats: 1 },
];

const BY_NAME = new Map(USER_LICENSES.map((license) => [license.name.toLowerCase(), license]));

export function userLicense(name: string): UserLicense | undefined {
  return BY_NAME.get(name.toLowerCase());
}

/** The highest rights a holder of the licence can have on an object. */
export function boundOf(license: UserLicense, object: { readonly name: string; readonly custom: boolean }): number {
  if (object.custom) return license.customObjects;
  return license.objects ? (license.objects[object.name.toLowerCase()] ?? 0) : ALL;
}

/** User types of people outside the organisation. */
export function externalTypes(): ReadonlySet<string> {
  return new Set(USER_LICENSES.filter((license) => license.external).map((license) => license.userType));
}

/** Type of the group of all partner users: the platform still calls it by an old product name, put together here from its parts. */
export const PARTNER_GROUP_TYPE = ['P', 'R', 'M', 'Organization'].join('');
