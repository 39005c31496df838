/** Fields, roll-ups and DML. */
import { guide, help, metadata, objects, reference, soapGuide, soql } from './pages';
import { testCases, throws } from './rows';

const status = (code: string): ReturnType<typeof guide> => soapGuide('sforce_api_calls_concepts_core_data_objects', code);
const FIRST = 'first error:';

const fields = testCases('records', 'ConfFieldsTest', [
  ['defaultsFillWhatWasNotSet', 'default values', help('platform.fields_default_field_values', 'Default Field Values')],
  ['givenValuesBeatDefaults', 'default values', help('platform.fields_default_field_values', 'Considerations')],
  ['newSObjectLoadsDefaultsWhenAsked', 'default values', reference('apex_class_Schema_SObjectType', 'newSObject(recordTypeId, loadDefaults)')],
  ['autoNumbersCountUp', 'auto-numbers', help('platform.custom_field_types', 'Auto Number')],
  ['uniqueTextMeetsItsDoubleInAnyCase', 'unique values', help('platform.custom_field_attributes', 'Unique')],
  ['uniqueTextThatMindsCaseTellsThemApart', 'unique values', help('platform.custom_field_attributes', 'Unique')],
  ['uniqueFieldsMayBeEmptyManyTimes', 'unique values', help('platform.custom_field_attributes', 'Unique')],
  ['aRestrictedPicklistRefusesOtherValues', 'restricted picklists', status('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST')],
  ['textBeyondItsLengthIsRefused', 'length of text fields', status('STRING_TOO_LONG')],
  ['aMissingRequiredFieldIsADmlException', 'required fields', status('REQUIRED_FIELD_MISSING'), throws('System.DmlException', `Insert failed. First exception on row 0; ${FIRST} REQUIRED_FIELD_MISSING, Required fields are missing: [Title__c]: [Title__c]`)],
  ['requiredTextMayNotBeBlankedLater', 'required fields', status('REQUIRED_FIELD_MISSING')],
  ['aValidationRuleIsADmlException', 'validation rules', help('platform.fields_about_field_validation', 'Validation Rules'), throws('System.DmlException', `Insert failed. First exception on row 0; ${FIRST} FIELD_CUSTOM_VALIDATION_EXCEPTION, A blue crate needs a weight.: [Weight__c]`)],
  ['validationRulesSeeOldValues', 'validation rules', help('platform.customize_functions_priorvalue', 'PRIORVALUE')],
  ['numbersAreRoundedToTheirScale', 'numbers of fields', help('platform.custom_field_types', 'Number')],
  ['numbersBeyondTheirDigitsAreRefused', 'numbers of fields', status('NUMBER_OUTSIDE_VALID_RANGE')],
  ['eMailAddressesAreChecked', 'e-mail fields', status('INVALID_EMAIL_ADDRESS')],
  ['formulasReadFormulas', 'formula fields', help('platform.customize_formulas', 'Formula Fields')],
  ['formulasReadRollUps', 'formula fields', help('platform.fields_about_roll_up_summary_fields', 'Roll-Up Summary Field')],
  ['formulasReadParents', 'formula fields', help('platform.customize_cross_object', 'Cross-Object Formulas')],
  ['blanksAreZeroOrBlankAsTheFormulaSays', 'formula fields', metadata('customfield', 'formulaTreatBlanksAs')],
  ['formulasAreNotFilledByTheInsert', 'inserted records keep what was set', guide('apex_dml_insert_update', 'Insert')],
  ['percentFieldsAreFractionsInFormulasAndHundredthsOutside', 'percent fields', help('platform.tips_on_building_formulas', 'Percent fields')],
  ['emptyTextIsSavedAsNull', 'empty text is null', objects('field_types', 'String fields')],
  ['describeTellsTypesAndRights', 'describe', reference('apex_methods_system_fields_describe', 'DescribeFieldResult Methods')],
]);

const rollUp = help('platform.fields_about_roll_up_summary_fields', 'Roll-Up Summary Field');

const rollUps = testCases('records', 'ConfRollUpTest', [
  ['childrenAreCountedAndSummed', 'roll-up summaries', rollUp],
  ['filtersChooseTheChildren', 'roll-up summaries', rollUp],
  ['changesAndDeletionsAreFollowed', 'roll-up summaries', rollUp],
  ['rollUpsCanBeFilteredAndSortedOn', 'roll-up summaries', rollUp],
]);

const database = (section: string): ReturnType<typeof guide> => guide('langCon_apex_dml_database', section);

const dml = testCases('records', 'ConfDmlTest', [
  ['goodRecordsPassBesideBadOnes', 'partial success', database('DML Statements vs. Database Class Methods')],
  ['oneBadRecordStopsAllOfThem', 'all or none', guide('apex_dml_bulk_exceptions', 'Bulk DML Exception Handling')],
  ['insertGivesTheRecordItsId', 'inserted records keep what was set', guide('apex_dml_insert_update', 'Insert')],
  ['updateWithoutIdIsADmlException', 'ids in DML', status('MISSING_ARGUMENT'), throws('System.DmlException', `Update failed. First exception on row 0; ${FIRST} MISSING_ARGUMENT, Id not specified in an update call: []`)],
  ['insertWithIdIsADmlException', 'ids in DML', status('INVALID_FIELD_FOR_INSERT_UPDATE'), throws('System.DmlException', `Insert failed. First exception on row 0 with id {id}; ${FIRST} INVALID_FIELD_FOR_INSERT_UPDATE, cannot specify Id in an insert call: [Id]`)],
  ['updateLeavesOtherFieldsAlone', 'updates touch what is set', guide('apex_dml_insert_update', 'Update')],
  ['upsertFindsByExternalId', 'upsert', guide('apex_dml_examples_upsert', 'Upserting Records')],
  ['upsertWithoutAFieldGoesById', 'upsert', guide('apex_dml_examples_upsert', 'How Upsert Chooses to Insert or Update')],
  ['parentsCanBeNamedByTheirExternalId', 'parents by external id', guide('apex_dml_foreign_keys', 'Relating Records by Using an External ID')],
  ['deletingTheMasterDeletesItsDetails', 'cascading deletes', guide('apex_dml_delete', 'Cascading Delete')],
  ['undeletingTheMasterBringsItsDetailsBack', 'undelete', guide('apex_dml_undelete', 'Restoring Deleted Records')],
  ['aRestrictedLookupStopsTheDelete', 'lookups of deleted records', metadata('customfield', 'deleteConstraint')],
  ['aLookupIsClearedWhenItsTargetGoes', 'lookups of deleted records', metadata('customfield', 'deleteConstraint')],
  ['savepointsUndoRecordsAndNotStatics', 'savepoints', guide('langCon_apex_transaction_control', 'Transaction Control')],
  ['rollingBackEndsLaterSavepoints', 'savepoints', guide('langCon_apex_transaction_control', 'Transaction Control')],
  ['deletingTwiceIsRefused', 'deleted records', status('ENTITY_IS_DELETED')],
  ['theSameRecordTwiceInOneUpdateIsAListException', 'doubles in one list', guide('langCon_apex_dml_limitations', 'sObjects That Cannot Be Used Together'), throws('System.ListException', 'Duplicate id in list: {id}')],
  ['setUpAndOtherRecordsDoNotMix', 'set-up and other records', guide('apex_dml_non_mix_sobjects', 'sObjects That Cannot Be Used Together in DML Operations'), throws('System.DmlException', `Insert failed. First exception on row 0; ${FIRST} MIXED_DML_OPERATION, DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): Group, original object: Crate__c: []`)],
  ['runAsBeginsAnewForSetUpRecords', 'set-up and other records', guide('apex_dml_non_mix_sobjects_test_methods', 'Mixed DML Operations in Test Methods')],
  ['auditFieldsAreFilled', 'audit fields', objects('system_fields', 'System Fields')],
]);

const kinds = testCases('records', 'ConfKindsTest', [
  ['namesAreMadeOfTheirParts', 'names of people', objects('compound_fields_name', 'Name Compound Field')],
  ['aNameWithoutItsFirstPartIsTheLast', 'names of people', objects('compound_fields_name', 'Name Compound Field')],
  ['addressesAreKeptByTheirParts', 'addresses', objects('compound_fields_address', 'Address Compound Fields')],
  ['recordTypesAreFoundByTheirName', 'record types', reference('apex_methods_system_sobject_describe', 'getRecordTypeInfosByDeveloperName()')],
  ['recordsBearTheirRecordType', 'record types', objects('sforce_api_objects_recordtype', 'RecordType')],
  ['timesAreShownInTheZoneOfTheUser', 'times in zones', reference('apex_methods_system_datetime', 'format(dateFormatString)')],
  ['daysInQueriesAreDaysOfTheUser', 'times in zones', soql('sforce_api_calls_soql_select_dateformats', 'Date Formats and Date Literals in WHERE')],
]);

export const recordCases = [...fields, ...rollUps, ...dml, ...kinds];
