/** Runs of Apex tests: what is queued, how each method ended, which lines were covered. */
import { area, bool, createdBy, createdDate, datetime, id, int, ref, restricted, stamp, text, type StandardObject } from './dsl';

const open = { internal: 'ReadWrite', external: 'ReadWrite' } as const;
const STATUS = 'Holding|Queued|Preparing|Processing|Aborted|Completed|Failed';

const TEST_QUEUE_ITEM: StandardObject = {
  name: 'ApexTestQueueItem',
  keyPrefix: '709',
  label: 'Apex Test Queue Item',
  ...open,
  fields: [
    id(),
    createdDate(),
    createdBy(),
    stamp(),
    ref('ApexClassId', 'ApexClass', {}, 'required', 'createOnly', { label: 'Class ID' }),
    restricted('Status', STATUS, 'readOnly', { length: 40 }),
    text('ExtendedStatus', 1000, 'readOnly', { label: 'Detailed Status' }),
    ref('ParentJobId', 'AsyncApexJob', { as: 'ParentJob' }, 'readOnly', { label: 'Apex Job ID' }),
    ref('TestRunResultId', 'ApexTestRunResult', {}, 'readOnly'),
    bool('ShouldSkipCodeCoverage'),
  ],
};

const TEST_RUN_RESULT: StandardObject = {
  name: 'ApexTestRunResult',
  keyPrefix: '05m',
  label: 'Apex Test Run Result',
  ...open,
  fields: [
    id(),
    createdDate(),
    createdBy(),
    stamp(),
    ref('AsyncApexJobId', 'AsyncApexJob', {}, 'readOnly', { label: 'Apex Job ID' }),
    ref('UserId', 'User', {}, 'readOnly'),
    text('JobName', 40, 'readOnly'),
    bool('IsAllTests', 'readOnly'),
    text('Source', 40, 'readOnly'),
    datetime('StartTime', 'readOnly'),
    datetime('EndTime', 'readOnly'),
    int('TestTime', 9, 'readOnly'),
    restricted('Status', 'Queued|Processing|Aborted|Completed|Failed', 'readOnly', { length: 40 }),
    int('ClassesEnqueued', 9, 'readOnly'),
    int('ClassesCompleted', 9, 'readOnly'),
    int('MethodsEnqueued', 9, 'readOnly'),
    int('MethodsCompleted', 9, 'readOnly'),
    int('MethodsFailed', 9, 'readOnly'),
  ],
};

const TEST_RESULT: StandardObject = {
  name: 'ApexTestResult',
  keyPrefix: '07M',
  label: 'Apex Test Result',
  ...open,
  fields: [
    id(),
    stamp(),
    datetime('TestTimestamp', 'readOnly'),
    restricted('Outcome', 'Pass|Fail|CompileFail|Skip', 'readOnly', { length: 40 }),
    ref('ApexClassId', 'ApexClass', {}, 'readOnly', { label: 'Class ID' }),
    text('MethodName', 255, 'readOnly'),
    area('Message', 4000, 'readOnly'),
    area('StackTrace', 4000, 'readOnly'),
    ref('AsyncApexJobId', 'AsyncApexJob', {}, 'readOnly', { label: 'Apex Job ID' }),
    ref('QueueItemId', 'ApexTestQueueItem', {}, 'readOnly'),
    ref('ApexTestRunResultId', 'ApexTestRunResult', {}, 'readOnly'),
    ref('ApexLogId', 'ApexLog', {}, 'readOnly'),
    bool('IsTestSetup', 'readOnly'),
    int('RunTime', 9, 'readOnly'),
  ],
};

/** Tooling API, "ApexCodeCoverageAggregate". */
const COVERAGE: StandardObject = {
  name: 'ApexCodeCoverageAggregate',
  keyPrefix: '715',
  label: 'Apex Code Coverage Aggregate',
  toolingOnly: true,
  ...open,
  fields: [id(), createdDate(), createdBy(), stamp(), ref('ApexClassOrTriggerId', 'ApexClass ApexTrigger', {}, 'readOnly'), int('NumLinesCovered', 9, 'readOnly'), int('NumLinesUncovered', 9, 'readOnly'), area('Coverage', 1000000, 'readOnly')],
};

/** Tooling API, "ApexOrgWideCoverage". */
const ORG_COVERAGE: StandardObject = {
  name: 'ApexOrgWideCoverage',
  keyPrefix: '716',
  label: 'Apex Org Wide Coverage',
  toolingOnly: true,
  ...open,
  fields: [id(), createdDate(), createdBy(), stamp(), int('PercentCovered', 9, 'readOnly')],
};

export const TESTING: readonly StandardObject[] = [TEST_QUEUE_ITEM, TEST_RUN_RESULT, TEST_RESULT, COVERAGE, ORG_COVERAGE];
