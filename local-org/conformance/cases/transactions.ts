/** Triggers and their order, asynchronous work, limits. */
import { guide, reference } from './pages';
import { testCases, throws } from './rows';

const order = guide('apex_triggers_order_of_execution', 'Triggers and Order of Execution');
const context = guide('apex_triggers_context_variables_considerations', 'Context Variable Considerations');
const errors = guide('apex_triggers_exceptions', 'Trigger Exceptions');
const INSERT_FAILED = 'Insert failed. First exception on row 0; first error:';

const triggers = testCases('triggers', 'ConfOrderTest', [
  ['insertRunsBeforeAndAfter', 'trigger contexts', order],
  ['updateRunsBeforeAndAfter', 'trigger contexts', order],
  ['deleteAndUndeleteRunTheirTriggers', 'trigger contexts', context],
  ['upsertRunsInsertAndUpdateTriggers', 'trigger contexts', guide('apex_triggers_merge_statements', 'Triggers and Upsert')],
  ['outsideTriggersThereIsNoContext', 'trigger contexts', guide('apex_triggers_context_variables', 'isExecuting')],
  ['beforeInsertHasNoIdAndWritesWithoutDml', 'before triggers', context],
  ['beforeUpdateSeesOldValues', 'before triggers', context],
  ['validationRulesRunAfterBeforeTriggers', 'order of execution', order],
  ['afterTriggersFindTheRecordSaved', 'order of execution', order],
  ['aTriggerThatUpdatesRunsAgain', 'order of execution', order],
  ['triggersTakeTwoHundredRecordsAtATime', 'order of execution', guide('apex_triggers_bulk_idioms', 'Triggers and Bulk Requests')],
  ['afterTriggersMayNotWriteTheirRecords', 'after triggers', context, throws('System.DmlException', `${INSERT_FAILED} CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, RelayTrigger: execution of AfterInsert\n\ncaused by: System.FinalException: Record is read-only{any}`)],
  ['anExceptionInATriggerIsADmlException', 'exceptions in triggers', errors, throws('System.DmlException', `${INSERT_FAILED} CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, RelayTrigger: execution of AfterInsert\n\ncaused by: System.IllegalArgumentException: Thrown after.{any}`)],
  ['anExceptionInATriggerUndoesTheInsert', 'exceptions in triggers', errors],
  ['addErrorIsADmlException', 'addError', errors, throws('System.DmlException', `${INSERT_FAILED} FIELD_CUSTOM_VALIDATION_EXCEPTION, Refused before.: []`)],
  ['addErrorOnAFieldNamesTheField', 'addError', reference('apex_methods_system_sobject', 'addError(errorMsg)')],
  ['addErrorBeforeDeleteKeepsTheRecord', 'addError', errors],
  ['partialSuccessRunsTriggersAgainForTheGoodOnes', 'partial success', guide('apex_dml_bulk_exceptions', 'Bulk DML Exception Handling')],
  ['allOrNothingDoesNotRunAgain', 'all or none', guide('apex_dml_bulk_exceptions', 'Bulk DML Exception Handling')],
  ['recursionEndsAtADepth', 'depth of triggers', guide('apex_gov_limits', 'Total stack depth for any Apex invocation that recursively fires triggers'), throws('System.DmlException', '{any}maximum trigger depth exceeded{any}')],
]);

const stopTest = guide('apex_testing_tools_start_stop_test', 'Using Limits, startTest, and stopTest');

const jobs = testCases('jobs', 'ConfJobsTest', [
  ['queuedJobsRunWhenTheTestStops', 'queued jobs', guide('apex_queueing_jobs', 'Testing Queueable Jobs')],
  ['queuedJobsHaveLimitsOfTheirOwn', 'queued jobs', guide('apex_queueing_jobs', 'Queueable Apex Limits')],
  ['aFailingJobFailsTheTest', 'queued jobs', stopTest, throws('ConfMarkJob.JobException', 'The job failed.')],
  ['finalizersRunAfterTheirJob', 'finalizers', guide('apex_transaction_finalizers', 'Transaction Finalizers')],
  ['jobsAreRecorded', 'queued jobs', guide('apex_queueing_jobs', 'Queueable Apex')],
  ['futureMethodsRunWhenTheTestStops', 'future methods', guide('apex_invoking_future_methods', 'Testing Future Methods')],
  ['batchesRunInSlices', 'batches', guide('apex_batch_interface', 'Testing Batch Apex')],
  ['scheduledJobsRunWhenTheTestStops', 'scheduled jobs', guide('apex_scheduler', 'Testing the Apex Scheduler')],
  ['eventsArriveWhenDelivered', 'platform events', reference('apex_class_eventbus_TestBroker', 'deliver()')],
  ['eventsArriveWhenTheTestStops', 'platform events', reference('apex_class_eventbus_TestBroker', 'TestBroker Class')],
  ['calloutsAreAnsweredByTheMock', 'callouts', guide('apex_classes_restful_http_testing_httpcalloutmock', 'Testing HTTP Callouts')],
  ['calloutsAfterDmlAreACalloutException', 'callouts', guide('apex_callouts_timeouts', 'Callout Limits and Limitations'), throws('System.CalloutException', 'You have uncommitted work pending. Please commit or rollback before calling out')],
]);

const limits = (section: string): ReturnType<typeof guide> => guide('apex_gov_limits', section);
const QUERIES = throws('System.LimitException', 'Too many SOQL queries: 101');

const limitTests = testCases('jobs', 'ConfLimitsTest', [
  ['aHundredQueriesAreAllowed', 'limit of queries', limits('Total number of SOQL queries issued')],
  ['theQueryAfterAHundredIsALimitException', 'limit of queries', limits('Total number of SOQL queries issued'), QUERIES],
  ['limitExceptionsCannotBeCaught', 'limit of queries', guide('apex_exception_statements', 'Exceptions that Can’t be Caught'), QUERIES],
  ['startTestGivesLimitsAnew', 'limits of tests', stopTest],
  ['theStatementAfterAHundredAndFiftyIsALimitException', 'limit of DML', limits('Total number of DML statements issued'), throws('System.LimitException', 'Too many DML statements: 151')],
  ['rowsAndStatementsAreCounted', 'counting', reference('apex_methods_system_limits', 'getDmlRows, getQueryRows')],
  ['theJobAfterFiftyIsALimitException', 'limit of queued jobs', limits('Maximum number of Apex jobs added to the queue with System.enqueueJob'), throws('System.LimitException', 'Too many queueable jobs added to the queue: 51')],
  ['endlessRecursionIsALimitException', 'depth of calls', limits('Total stack depth'), throws('System.LimitException', 'Maximum stack depth reached: 1001')],
  ['aHundredAndFiftyStatementsAreAllowed', 'limit of DML', limits('Total number of DML statements issued')],
  ['savepointsCountAsStatements', 'limit of DML', guide('langCon_apex_transaction_control', 'Transaction Control')],
  ['rowsBeyondTenThousandAreALimitException', 'limit of DML rows', limits('Total number of records processed as a result of DML statements'), throws('System.LimitException', 'Too many DML rows: 10001')],
  ['fiftyJobsAreAllowed', 'limit of queued jobs', limits('Maximum number of Apex jobs added to the queue with System.enqueueJob')],
  ['theFutureCallAfterFiftyIsALimitException', 'limit of future calls', limits('Maximum number of methods with the future annotation allowed per Apex invocation'), throws('System.LimitException', 'Too many future calls: 51')],
  ['aHundredCalloutsAreAllowed', 'limit of callouts', limits('Total number of callouts (HTTP requests or web services calls) in a transaction')],
  ['theCalloutAfterAHundredIsALimitException', 'limit of callouts', limits('Total number of callouts (HTTP requests or web services calls) in a transaction'), throws('System.LimitException', 'Too many callouts: 101')],
]);

export const transactionCases = [...triggers, ...jobs, ...limitTests];
