/** Users and what they may do: profiles, permission sets, groups, roles. Records of these objects are not shared row by row. */
import { address, area, audit, bool, createdDate, datetime, email, id, int, phone, picklist, ref, restricted, stamp, text, url, currencyIso, modified, createdBy, viewed, type StandardObject } from './dsl';
import { ENCODINGS, LANGUAGES, LOCALES, TIME_ZONES } from './values';

const USER_TYPES = 'Standard|PowerPartner=Partner|PowerCustomerSuccess=Customer Portal Manager|CustomerSuccess=Customer Portal User|Guest|CspLitePortal=High Volume Portal|CsnOnly=CSN Only|SelfService=Self Service|AutomatedProcess=Automated Process|CloudIntegrationUser=Cloud Integration User';
const open = { internal: 'ReadWrite', external: 'ReadWrite' } as const;

export const USER: StandardObject = {
  name: 'User',
  keyPrefix: '005',
  label: 'User',
  pluralLabel: 'Users',
  nameField: 'Name',
  internal: 'Read',
  external: 'Private',
  compactLayoutFields: ['Name', 'Title', 'Email', 'Phone'],
  fields: [
    id(),
    text('Username', 80, 'required', 'unique'),
    text('LastName', 80, 'required', { componentOf: 'Name' }),
    text('FirstName', 40, { componentOf: 'Name' }),
    text('Name', 121, 'readOnly', { components: ['FirstName', 'LastName'], label: 'Full Name', nillable: false }),
    text('CompanyName', 80),
    text('Division', 80),
    text('Department', 80),
    text('Title', 80),
    ...address(''),
    { ...email('Email', 'required'), length: 128 },
    bool('EmailPreferencesAutoBcc', { label: 'AutoBcc' }),
    email('SenderEmail', { label: 'Email Sender Address' }),
    text('SenderName', 80, { label: 'Email Sender Name' }),
    area('Signature', 1333, { label: 'Email Signature' }),
    phone('Phone'),
    phone('Fax'),
    phone('MobilePhone', { label: 'Mobile' }),
    text('Alias', 8, 'required'),
    text('CommunityNickname', 40, 'unique', 'defaulted', { label: 'Nickname' }),
    bool('IsActive', { label: 'Active', defaultFormula: 'true' }),
    restricted('TimeZoneSidKey', TIME_ZONES, 'required', { length: 40, label: 'Time Zone' }),
    ref('UserRoleId', 'UserRole', { children: 'Users' }, { label: 'Role ID' }),
    restricted('LocaleSidKey', LOCALES, 'required', { length: 40, label: 'Locale' }),
    bool('ReceivesInfoEmails', { label: 'Info Emails' }),
    bool('ReceivesAdminInfoEmails', { label: 'Admin Info Emails' }),
    restricted('EmailEncodingKey', ENCODINGS, 'required', { length: 40, label: 'Email Encoding' }),
    ref('ProfileId', 'Profile', { children: 'Users' }, 'required'),
    restricted('UserType', USER_TYPES, 'readOnly', { length: 40 }),
    restricted('LanguageLocaleKey', LANGUAGES, 'required', { length: 40, label: 'Language' }),
    text('EmployeeNumber', 20),
    ref('DelegatedApproverId', 'Group User', {}),
    ref('ManagerId', 'User', { children: 'ManagedUsers', as: 'Manager', kind: 'hierarchy' }),
    datetime('LastLoginDate', 'readOnly', { label: 'Last Login' }),
    datetime('LastPasswordChangeDate', 'readOnly', { label: 'Last Password Change or Reset' }),
    createdDate(),
    createdBy(),
    ...modified(),
    stamp(),
    int('NumberOfFailedLogins', 8, 'readOnly', { label: 'Failed Login Attempts' }),
    ...['UserPermissionsMarketingUser', 'UserPermissionsOfflineUser', 'UserPermissionsInteractionUser', 'UserPermissionsSupportUser', 'UserPermissionsKnowledgeUser', 'UserPermissionsSFContentUser', 'UserPreferencesLightningExperiencePreferred', 'UserPreferencesShowTitleToExternalUsers', 'UserPreferencesShowEmailToExternalUsers', 'UserPreferencesHideS1BrowserUI'].map((name) => bool(name)),
    bool('ForecastEnabled', { label: 'Allow Forecasting' }),
    ref('ContactId', 'Contact', { children: 'Users' }, 'createOnly'),
    ref('AccountId', 'Account', { children: 'Users' }, 'readOnly'),
    phone('Extension'),
    text('FederationIdentifier', 512, { label: 'SAML Federation ID' }),
    area('AboutMe', 1000),
    url('FullPhotoUrl', 1024, 'readOnly', { label: 'Url for full-sized Photo' }),
    url('SmallPhotoUrl', 1024, 'readOnly', { label: 'Photo' }),
    bool('IsExtIndicatorVisible', 'readOnly', { label: 'Show external indicator' }),
    bool('IsPortalEnabled', { label: 'Is Portal Enabled' }),
    bool('IsProfilePhotoActive', 'readOnly', { label: 'Has Profile Photo' }),
    picklist('DigestFrequency', '*D=Daily|W=Weekly|N=Never', 'defaulted', { length: 40, label: 'Chatter Email Highlights Frequency' }),
    picklist('DefaultGroupNotificationFrequency', 'P=Email on Each Post|D=Daily Digests|W=Weekly Digests|*N=Never', 'defaulted', { length: 40 }),
    picklist('PortalRole', 'Executive|Manager|User=Worker|PersonAccount=Person Account', { length: 40, label: 'Portal Role Level' }, 'feature:ExperienceCloud'),
    ...viewed(),
    { ...currencyIso(), label: 'User Currency' },
    picklist('DefaultCurrencyIsoCode', '', 'feature:MultiCurrency', { length: 3, label: 'Default Currency ISO Code' }),
  ],
};

const PROFILE: StandardObject = {
  name: 'Profile',
  keyPrefix: '00e',
  nameField: 'Name',
  ...open,
  fields: [
    id(),
    text('Name', 255, 'required'),
    ref('UserLicenseId', 'UserLicense', {}, 'required', 'createOnly'),
    restricted('UserType', USER_TYPES, 'readOnly', { length: 40 }),
    area('Description', 255),
    ...['PermissionsViewAllData', 'PermissionsModifyAllData', 'PermissionsApiEnabled', 'PermissionsAuthorApex', 'PermissionsViewSetup', 'PermissionsManageUsers', 'PermissionsCustomizeApplication'].map((name) => bool(name)),
    ...audit(),
    ...viewed(),
  ],
};

const USER_LICENSE: StandardObject = {
  name: 'UserLicense',
  keyPrefix: '100',
  nameField: 'Name',
  ...open,
  fields: [
    id(),
    text('LicenseDefinitionKey', 40, 'readOnly'),
    int('TotalLicenses', 9, 'readOnly'),
    restricted('Status', '*Active|Disabled', 'readOnly', { length: 40 }),
    int('UsedLicenses', 9, 'readOnly'),
    text('Name', 40, 'readOnly'),
    text('MasterLabel', 40, 'readOnly'),
    createdDate(),
    ...modified().slice(0, 1),
    stamp(),
  ],
};

const USER_ROLE: StandardObject = {
  name: 'UserRole',
  keyPrefix: '00E',
  label: 'Role',
  nameField: 'Name',
  ...open,
  fields: [
    id(),
    text('Name', 80, 'required'),
    ref('ParentRoleId', 'UserRole', { as: 'ParentRole' }),
    text('RollupDescription', 80, { label: 'Description' }),
    ...['Opportunity', 'Case', 'Contact'].map((object) => restricted(`${object}AccessForAccountOwner`, '*None|Read|Edit', 'defaulted', { length: 40 })),
    ref('ForecastUserId', 'User', {}, 'readOnly'),
    bool('MayForecastManagerShare', 'readOnly'),
    ref('PortalAccountId', 'Account', {}, 'readOnly'),
    restricted('PortalType', 'None|CustomerPortal=Customer Portal|Partner', 'readOnly', { length: 40 }),
    restricted('PortalRole', 'Executive|Manager|Worker=User|PersonAccount', 'readOnly', { length: 40 }),
    ref('PortalAccountOwnerId', 'User', {}, 'readOnly'),
    text('DeveloperName', 80, 'defaulted'),
    ...modified(),
    stamp(),
  ],
};

const GROUP: StandardObject = {
  name: 'Group',
  keyPrefix: '00G',
  nameField: 'Name',
  ...open,
  fields: [
    id(),
    text('Name', 40, 'required'),
    text('DeveloperName', 80, 'defaulted'),
    ref('RelatedId', 'User UserRole', {}, 'readOnly'),
    restricted('Type', '*Regular=Public Group|Role|RoleAndSubordinates=Role and Subordinates|RoleAndSubordinatesInternal=Role and Internal Subordinates|Organization|Queue|AllCustomerPortal|Manager|ManagerAndSubordinatesInternal|Guest|Territory|TerritoryAndSubordinates|Collaboration=Chatter Group|ChannelProgramGroup', 'createOnly', { length: 40 }),
    email('Email'),
    ref('OwnerId', 'Organization User', {}, 'readOnly'),
    bool('DoesSendEmailToMembers', { label: 'Send Email to Members' }),
    bool('DoesIncludeBosses', { label: 'Include Bosses', defaultFormula: 'true' }),
    area('Description', 1000),
    ...audit(),
  ],
};

const GROUP_MEMBER: StandardObject = {
  name: 'GroupMember',
  keyPrefix: '011',
  ...open,
  fields: [id(), ref('GroupId', 'Group', { children: 'GroupMembers', onDelete: 'Cascade' }, 'required', 'createOnly'), ref('UserOrGroupId', 'Group User', { as: 'UserOrGroup', onDelete: 'Cascade' }, 'required', 'createOnly'), stamp()],
};

const QUEUE_SOBJECT: StandardObject = {
  name: 'QueueSobject',
  keyPrefix: '03g',
  label: 'Queue Sobject',
  ...open,
  fields: [id(), ref('QueueId', 'Group', { children: 'QueueSobjects', onDelete: 'Cascade' }, 'required', 'createOnly'), text('SobjectType', 40, 'required', 'createOnly'), ref('CreatedById', 'User', {}, 'readOnly', 'defaulted'), stamp()],
};

const USER_RECORD_ACCESS: StandardObject = {
  name: 'UserRecordAccess',
  keyPrefix: '0BH',
  ...open,
  fields: [
    id(),
    ref('UserId', 'User', {}, 'readOnly'),
    text('RecordId', 18, 'readOnly'),
    ...['HasReadAccess', 'HasEditAccess', 'HasDeleteAccess', 'HasTransferAccess', 'HasAllAccess'].map((name) => bool(name, 'readOnly')),
    restricted('MaxAccessLevel', 'None|Read|Edit|Delete|Transfer|All', 'readOnly', { length: 40 }),
  ],
};

export const RIGHTS: readonly StandardObject[] = [USER, PROFILE, USER_LICENSE, USER_ROLE, GROUP, GROUP_MEMBER, QUEUE_SOBJECT, USER_RECORD_ACCESS];
