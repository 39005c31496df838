/** The org itself: company, business hours, record types, networks, templates. */
import { address, area, audit, bool, createdBy, createdDate, date, datetime, deleted, double, email, id, int, modified, phone, ref, restricted, stamp, text, time, viewed, type StandardObject } from './dsl';
import { CURRENCIES, LANGUAGES, LOCALES, TIME_ZONES, WEEKDAYS } from './values';

const open = { internal: 'ReadWrite', external: 'ReadWrite' } as const;

const ORGANIZATION: StandardObject = {
  name: 'Organization',
  keyPrefix: '00D',
  nameField: 'Name',
  ...open,
  fields: [
    id(),
    text('Name', 80, 'updateOnly'),
    text('Division', 80, 'updateOnly'),
    ...address('').map((field) => ({ ...field, createable: false })),
    phone('Phone', 'updateOnly'),
    phone('Fax', 'updateOnly'),
    text('PrimaryContact', 80, 'updateOnly'),
    restricted('DefaultLocaleSidKey', LOCALES, 'updateOnly', { length: 40, label: 'Locale' }),
    restricted('TimeZoneSidKey', TIME_ZONES, 'updateOnly', { length: 40, label: 'Time Zone' }),
    restricted('LanguageLocaleKey', LANGUAGES, 'updateOnly', { length: 40, label: 'Language' }),
    ...['Account', 'Contact', 'Opportunity', 'Lead', 'Case', 'Campaign'].map((object) => restricted(`Default${object}Access`, 'None=Private|Read=Public Read Only|Edit=Public Read/Write|ReadEditTransfer=Public Read/Write/Transfer|ControlledByLeadOrContact|ControlledByParent=Controlled By Parent|All', 'readOnly', { length: 40 })),
    restricted('OrganizationType', 'Team Edition|Professional Edition|Enterprise Edition|Developer Edition|Personal Edition|Unlimited Edition|Contact Manager Edition|Base Edition', 'readOnly', { length: 40 }),
    text('NamespacePrefix', 15, 'readOnly'),
    text('InstanceName', 5, 'readOnly'),
    bool('IsSandbox', 'readOnly'),
    bool('IsReadOnly', 'readOnly'),
    datetime('TrialExpirationDate', 'readOnly'),
    int('FiscalYearStartMonth', 9, 'readOnly'),
    bool('UsesStartDateAsFiscalYearName', 'readOnly', { label: 'Fiscal Year Name by Start' }),
    int('MonthlyPageViewsUsed', 9, 'readOnly'),
    ...audit(),
  ],
};

const BUSINESS_HOURS: StandardObject = {
  name: 'BusinessHours',
  keyPrefix: '01m',
  label: 'Business Hours',
  pluralLabel: 'Business Hours',
  nameField: 'Name',
  ...open,
  fields: [
    id(),
    text('Name', 80, 'required'),
    bool('IsActive', { label: 'Active' }),
    bool('IsDefault', { label: 'Default Business Hours' }),
    ...WEEKDAYS.flatMap((day) => [time(`${day}StartTime`), time(`${day}EndTime`)]),
    restricted('TimeZoneSidKey', TIME_ZONES, 'required', { length: 40, label: 'Time Zone' }),
    ...viewed().slice(0, 1),
    ...audit(),
  ],
};

const HOLIDAY: StandardObject = {
  name: 'Holiday',
  keyPrefix: '0C0',
  label: 'Holiday',
  nameField: 'Name',
  ...open,
  fields: [
    id(),
    text('Name', 80, 'required'),
    area('Description', 255),
    bool('IsAllDay', { label: 'All Day' }),
    date('ActivityDate', { label: 'Holiday Date' }),
    int('StartTimeInMinutes', 8),
    int('EndTimeInMinutes', 8),
    bool('IsRecurrence', { label: 'Recurring Holiday' }),
    date('RecurrenceStartDate'),
    date('RecurrenceEndDateOnly'),
    restricted('RecurrenceType', 'RecursDaily|RecursEveryWeekday|RecursMonthly|RecursMonthlyNth|RecursWeekly|RecursYearly|RecursYearlyNth', { length: 40 }),
    ...audit(),
  ],
};

const RECORD_TYPE: StandardObject = {
  name: 'RecordType',
  keyPrefix: '012',
  label: 'Record Type',
  nameField: 'Name',
  ...open,
  fields: [
    id(),
    text('Name', 80, 'required'),
    text('DeveloperName', 80, 'required'),
    text('NamespacePrefix', 15, 'readOnly'),
    text('Description', 255),
    text('SobjectType', 40, 'required', 'createOnly'),
    bool('IsActive', { label: 'Active' }),
    bool('IsPersonType', 'readOnly'),
    ...audit(),
  ],
};

const NETWORK: StandardObject = {
  name: 'Network',
  keyPrefix: '0DB',
  label: 'Experience',
  nameField: 'Name',
  ...open,
  feature: 'ExperienceCloud',
  fields: [
    id(),
    text('Name', 255, 'readOnly'),
    area('Description', 1000, 'updateOnly'),
    restricted('Status', 'DownForMaintenance|Live|*UnderConstruction', 'updateOnly', { length: 40 }),
    text('UrlPathPrefix', 40, 'readOnly', { label: 'URL Path Prefix' }),
    email('EmailSenderAddress', 'updateOnly'),
    text('EmailSenderName', 40, 'updateOnly'),
    bool('OptionsSelfRegistrationEnabled', 'updateOnly'),
    bool('OptionsGuestChatterEnabled', 'updateOnly'),
    datetime('FirstActivationDate', 'readOnly'),
    createdDate(),
    createdBy(),
    ...modified(),
    stamp(),
  ],
};

const NETWORK_MEMBER: StandardObject = {
  name: 'NetworkMember',
  keyPrefix: '0DE',
  label: 'Network Member',
  ...open,
  feature: 'ExperienceCloud',
  fields: [
    id(),
    ref('NetworkId', 'Network', { children: 'NetworkMembers', onDelete: 'Cascade' }, 'readOnly'),
    ref('MemberId', 'User', { children: 'NetworkMemberUsers', onDelete: 'Cascade' }, 'readOnly'),
    ...['PreferencesDisableAllFeedsEmail', 'PreferencesDisableFollowersEmail', 'PreferencesDisableDirectMessageEmail'].map((name) => bool(name, 'updateOnly')),
    restricted('DefaultGroupNotificationFrequency', 'P|D|W|N', 'updateOnly', { length: 40 }),
    restricted('DigestFrequency', 'D|W|N', 'updateOnly', { length: 40 }),
    createdDate(),
    datetime('LastChatterActivityDate', 'readOnly'),
    stamp(),
  ],
};

const FOLDERED = 'Organization User';
const EMAIL_TEMPLATE: StandardObject = {
  name: 'EmailTemplate',
  keyPrefix: '00X',
  label: 'Email Template',
  nameField: 'Name',
  ...open,
  fields: [
    id(),
    text('Name', 80, 'required', { label: 'Email Template Name' }),
    text('DeveloperName', 80, 'required', 'unique'),
    text('NamespacePrefix', 15, 'readOnly'),
    ref('OwnerId', 'User', {}, 'defaulted'),
    ref('FolderId', FOLDERED, {}, 'required'),
    text('FolderName', 256, 'readOnly'),
    restricted('TemplateStyle', '*none|freeForm|formalLetter|promotionRight|promotionLeft|newsletter|products', 'defaulted', { length: 40 }),
    bool('IsActive', { label: 'Available For Use' }),
    restricted('TemplateType', 'text|html|custom|visualforce', 'required', { length: 40 }),
    restricted('Encoding', 'UTF-8|ISO-8859-1', { length: 40 }),
    area('Description', 1000),
    text('Subject', 255),
    area('HtmlValue', 384000, { label: 'HTML Value' }),
    area('Body', 384000, { label: 'Email Body' }),
    int('TimesUsed', 9, 'readOnly'),
    datetime('LastUsedDate', 'readOnly'),
    double('ApiVersion', 18, 1),
    ...audit(),
  ],
};

const CUSTOM_NOTIFICATION_TYPE: StandardObject = {
  name: 'CustomNotificationType',
  keyPrefix: '0ML',
  label: 'Custom Notification Type',
  nameField: 'DeveloperName',
  ...open,
  fields: [
    id(),
    deleted(),
    text('DeveloperName', 80, 'readOnly'),
    restricted('Language', 'en_US=English', 'readOnly', { length: 40 }),
    text('MasterLabel', 80, 'readOnly'),
    text('NamespacePrefix', 15, 'readOnly'),
    text('CustomNotifTypeName', 80, 'readOnly'),
    area('Description', 255, 'readOnly'),
    bool('Desktop', 'readOnly'),
    bool('Mobile', 'readOnly'),
    ...audit(),
  ],
};

const CURRENCY_TYPE: StandardObject = {
  name: 'CurrencyType',
  keyPrefix: '01L',
  label: 'Currency Type',
  ...open,
  feature: 'MultiCurrency',
  fields: [
    id(),
    restricted('IsoCode', CURRENCIES, 'required', 'createOnly', { length: 3, label: 'Currency ISO Code' }),
    double('ConversionRate', 18, 6, 'required'),
    int('DecimalPlaces', 2, 'required'),
    bool('IsActive', { label: 'Active' }),
    bool('IsCorporate', 'readOnly', { label: 'Corporate Currency' }),
    ...audit(),
  ],
};

export const SETUP: readonly StandardObject[] = [ORGANIZATION, BUSINESS_HOURS, HOLIDAY, RECORD_TYPE, NETWORK, NETWORK_MEMBER, EMAIL_TEMPLATE, CURRENCY_TYPE, CUSTOM_NOTIFICATION_TYPE];
