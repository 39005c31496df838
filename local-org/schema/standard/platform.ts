/** Code, jobs, logs and the tables that describe the schema itself. */
import { area, audit, base64, bool, createdBy, createdDate, datetime, double, id, int, ref, restricted, stamp, text, type StandardField, type StandardObject } from './dsl';

const open = { internal: 'ReadWrite', external: 'ReadWrite' } as const;

const code = (own: readonly StandardField[]): StandardField[] => [
  id(),
  text('NamespacePrefix', 15, 'readOnly'),
  text('Name', 255, 'required'),
  double('ApiVersion', 18, 1, 'required'),
  restricted('Status', 'Inactive|*Active|Deleted', 'defaulted', { length: 40 }),
  bool('IsValid', { label: 'Is Valid' }),
  double('BodyCrc', 18, 0),
  area('Body', 1000000),
  int('LengthWithoutComments', 9, { label: 'Size Without Comments' }),
  ...own,
  ...audit(),
];

const EVENTS = ['BeforeInsert', 'AfterInsert', 'BeforeUpdate', 'AfterUpdate', 'BeforeDelete', 'AfterDelete', 'AfterUndelete'];

const APEX_CLASS: StandardObject = { name: 'ApexClass', keyPrefix: '01p', label: 'Apex Class', pluralLabel: 'Apex Classes', nameField: 'Name', ...open, fields: code([]) };
const APEX_TRIGGER: StandardObject = {
  name: 'ApexTrigger',
  keyPrefix: '01q',
  label: 'Apex Trigger',
  nameField: 'Name',
  ...open,
  fields: code([text('TableEnumOrId', 40, 'required'), ...EVENTS.map((event) => bool(`Usage${event}`)), bool('UsageIsBulk')]),
};

const ASYNC_APEX_JOB: StandardObject = {
  name: 'AsyncApexJob',
  keyPrefix: '707',
  label: 'Apex Job',
  ...open,
  fields: [
    id(),
    createdDate(),
    createdBy(),
    restricted('JobType', 'Future|BatchApex|BatchApexWorker|Queueable|ScheduledApex|SharingRecalculation|TestRequest|TestWorker|ApexToken', 'readOnly', { length: 40 }),
    ref('ApexClassId', 'ApexClass', {}, 'readOnly', { label: 'Class ID' }),
    restricted('Status', 'Queued|Processing|Aborted|Completed|Failed|Preparing|Holding', 'readOnly', { length: 40 }),
    int('JobItemsProcessed', 9, 'readOnly', { label: 'Batches Processed' }),
    int('TotalJobItems', 9, 'readOnly', { label: 'Total Batches' }),
    int('NumberOfErrors', 9, 'readOnly', { label: 'Failures' }),
    datetime('CompletedDate', 'readOnly'),
    text('MethodName', 255, 'readOnly'),
    text('ExtendedStatus', 255, 'readOnly', { label: 'Status Detail' }),
    ref('ParentJobId', 'AsyncApexJob', { as: 'ParentJob' }, 'readOnly', { label: 'Apex Job ID' }),
    text('LastProcessed', 15, 'readOnly'),
    int('LastProcessedOffset', 9, 'readOnly'),
    ref('CronTriggerId', 'CronTrigger', {}, 'readOnly'),
  ],
};

const CRON_TRIGGER: StandardObject = {
  name: 'CronTrigger',
  keyPrefix: '08e',
  label: 'Scheduled Job',
  ...open,
  fields: [
    id(),
    ref('CronJobDetailId', 'CronJobDetail', {}, 'readOnly', { label: 'Job ID' }),
    datetime('NextFireTime', 'readOnly'),
    datetime('PreviousFireTime', 'readOnly'),
    restricted('State', 'WAITING|ACQUIRED|EXECUTING|COMPLETE|ERROR|DELETED|PAUSED|BLOCKED|PAUSED_BLOCKED', 'readOnly', { length: 40 }),
    datetime('StartTime', 'readOnly'),
    datetime('EndTime', 'readOnly'),
    text('CronExpression', 255, 'readOnly'),
    text('TimeZoneSidKey', 40, 'readOnly', { label: 'Time Zone' }),
    ref('OwnerId', 'User', {}, 'readOnly'),
    createdBy(),
    createdDate(),
    int('TimesTriggered', 9, 'readOnly'),
    ref('LastModifiedById', 'User', {}, 'readOnly'),
  ],
};

const CRON_JOB_DETAIL: StandardObject = {
  name: 'CronJobDetail',
  keyPrefix: '08a',
  label: 'Cron Job',
  nameField: 'Name',
  ...open,
  fields: [id(), text('Name', 255, 'readOnly'), restricted('JobType', '0=Data Export|3=Dashboard Refresh|4=Analytic Snapshot|6=Scheduled Flow|7=Scheduled Apex|8=Reporting Notification|9=Batch Job', 'readOnly', { length: 40 })],
};

const APEX_LOG: StandardObject = {
  name: 'ApexLog',
  keyPrefix: '07L',
  label: 'Debug Log',
  ...open,
  fields: [
    id(),
    ref('LogUserId', 'User', {}, 'readOnly'),
    int('LogLength', 9, 'readOnly'),
    datetime('LastModifiedDate', 'readOnly', 'defaulted'),
    text('Request', 200, 'readOnly'),
    text('Operation', 200, 'readOnly'),
    text('Application', 200, 'readOnly'),
    text('Status', 255, 'readOnly'),
    int('DurationMilliseconds', 9, 'readOnly'),
    datetime('StartTime', 'readOnly'),
    text('Location', 40, 'readOnly'),
    stamp(),
  ],
};

const ENTITY_DEFINITION: StandardObject = {
  name: 'EntityDefinition',
  keyPrefix: '4ie',
  label: 'Entity Definition',
  nameField: 'DeveloperName',
  ...open,
  fields: [
    id(),
    text('DurableId', 255, 'readOnly'),
    text('DeveloperName', 255, 'readOnly'),
    text('MasterLabel', 255, 'readOnly'),
    text('Label', 255, 'readOnly'),
    text('PluralLabel', 255, 'readOnly'),
    text('KeyPrefix', 3, 'readOnly'),
    text('NamespacePrefix', 15, 'readOnly'),
    text('QualifiedApiName', 70, 'readOnly'),
    bool('IsCustomizable', 'readOnly'),
    bool('IsQueryable', 'readOnly'),
    bool('IsCustomSetting', 'readOnly'),
    restricted('InternalSharingModel', 'Private|Read|ReadWrite|ReadWriteTransfer|FullAccess|ControlledByParent|ControlledByCampaign|ControlledByLeadOrContact', 'readOnly', { length: 40 }),
    restricted('ExternalSharingModel', 'Private|Read|ReadWrite|ReadWriteTransfer|FullAccess|ControlledByParent|ControlledByCampaign|ControlledByLeadOrContact', 'readOnly', { length: 40 }),
  ],
};

const FIELD_DEFINITION: StandardObject = {
  name: 'FieldDefinition',
  keyPrefix: '4fe',
  label: 'Field Definition',
  nameField: 'DeveloperName',
  ...open,
  fields: [
    id(),
    text('DurableId', 255, 'readOnly'),
    text('QualifiedApiName', 70, 'readOnly'),
    ref('EntityDefinitionId', 'EntityDefinition', { children: 'Fields' }, 'readOnly'),
    text('DeveloperName', 255, 'readOnly'),
    text('MasterLabel', 255, 'readOnly'),
    text('Label', 255, 'readOnly'),
    text('DataType', 255, 'readOnly'),
    int('Length', 9, 'readOnly'),
    bool('IsNillable', 'readOnly'),
    bool('IsCalculated', 'readOnly'),
  ],
};

const STATIC_RESOURCE: StandardObject = {
  name: 'StaticResource',
  keyPrefix: '081',
  label: 'Static Resource',
  nameField: 'Name',
  ...open,
  fields: [
    id(),
    text('NamespacePrefix', 15, 'readOnly'),
    text('Name', 255, 'required'),
    text('ContentType', 120, 'required', { label: 'MIME Type' }),
    int('BodyLength', 9, 'readOnly', { label: 'Size' }),
    base64('Body'),
    text('Description', 255),
    restricted('CacheControl', '*Private|Public', 'defaulted', { length: 40 }),
    ...audit(),
  ],
};

export const PLATFORM: readonly StandardObject[] = [APEX_CLASS, APEX_TRIGGER, ASYNC_APEX_JOB, CRON_TRIGGER, CRON_JOB_DETAIL, APEX_LOG, ENTITY_DEFINITION, FIELD_DEFINITION, STATIC_RESOURCE];
