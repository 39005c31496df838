/** SOQL. */
import { guide, reference, soql } from './pages';
import { testCases, throws } from './rows';

const relationships = (section: string): ReturnType<typeof soql> => soql('sforce_api_calls_soql_relationships', section);
const operators = (section: string): ReturnType<typeof soql> => soql('sforce_api_calls_soql_select_comparisonoperators', section);
const exceptions = (section: string): ReturnType<typeof soql> => guide('apex_classes_exception_methods', section);
const single = guide('langCon_apex_SOQL_single_row', 'Using SOQL Queries That Return One Record');

export const queryCases = testCases('records', 'ConfQueryTest', [
  ['parentsAreReadByPath', 'SOQL relationships', relationships('Using Relationship Queries')],
  ['childrenAreReadBySubquery', 'SOQL relationships', relationships('Using Relationship Queries')],
  ['aMissingParentIsNull', 'SOQL relationships', relationships('Relationship Query Limitations')],
  ['subqueriesFilterAndLimit', 'SOQL relationships', relationships('Using Relationship Queries')],
  ['groupsAggregate', 'SOQL aggregates', soql('sforce_api_calls_soql_select_agg_functions', 'Aggregate Functions')],
  ['countOfAFieldLeavesOutNulls', 'SOQL aggregates', soql('sforce_api_calls_soql_select_count', 'COUNT(fieldName)')],
  ['havingFiltersGroups', 'SOQL aggregates', soql('sforce_api_calls_soql_select_having', 'HAVING')],
  ['nullIsAValueInConditions', 'SOQL nulls', soql('sforce_api_calls_soql_select_null', 'null Comparison Operator')],
  ['nullsComeFirstUnlessTold', 'SOQL nulls', soql('sforce_api_calls_soql_select_orderby', 'ORDER BY')],
  ['limitAndOffsetCutTheResult', 'SOQL limit and offset', soql('sforce_api_calls_soql_select_offset', 'OFFSET')],
  ['textIsComparedWithoutCase', 'SOQL comparisons', operators('=, LIKE')],
  ['listsAndSetsBindToIn', 'SOQL binds', guide('langCon_apex_SOQL_variables', 'Using Apex Variables in SOQL and SOSL Queries')],
  ['semiJoinsAndAntiJoinsAskOtherObjects', 'SOQL semi-joins', operators('Semi-Joins with IN and Anti-Joins with NOT IN')],
  ['datesAreComparedByLiteralAndFunction', 'SOQL dates', soql('sforce_api_calls_soql_select_dateformats', 'Date Formats and Date Literals')],
  ['multiSelectListsAskForMembers', 'SOQL multi-select picklists', soql('sforce_api_calls_soql_querying_multiselect_picklists', 'Querying Multi-Select Picklists')],
  ['parenthesesGroupConditions', 'SOQL logic', soql('sforce_api_calls_soql_select_logicaloperators', 'Logical Operators')],
  ['aFieldThatWasNotReadIsAnSObjectException', 'fields that were not read', exceptions('SObjectException'), throws('System.SObjectException', 'SObject row was retrieved via SOQL without querying the requested field: Crate__c.Title__c')],
  ['noRowForOneRecordIsAQueryException', 'one record from a query', single, throws('System.QueryException', 'List has no rows for assignment to SObject')],
  ['twoRowsForOneRecordAreAQueryException', 'one record from a query', single, throws('System.QueryException', 'List has more than 1 row for assignment to SObject')],
  ['dynamicQueriesBindValues', 'dynamic SOQL', reference('apex_methods_system_database', 'queryWithBinds(queryString, bindMap, accessLevel)')],
  ['dynamicQueriesBindVariables', 'dynamic SOQL', guide('apex_dynamic_soql', 'Dynamic SOQL Considerations')],
  ['aBrokenDynamicQueryIsAQueryException', 'dynamic SOQL', exceptions('QueryException')],
  ['loopsTakeRowsOneByOneAndInBatches', 'SOQL for loops', guide('langCon_apex_loops_for_SOQL', 'SOQL For Loop Formats')],
  ['deletedRowsShowOnlyInAllRows', 'deleted rows', guide('langCon_apex_SOQL_query_all_records', 'Querying All Records with a SOQL Statement')],
  ['mapsAreBuiltFromQueries', 'maps of records', guide('langCon_apex_collections_maps_sobject', 'Maps of sObjects')],
  ['setUpDataIsTheSameForEveryMethod', 'test set-up data', guide('apex_testing_testsetup_using', 'Using Test Setup Methods')],
]);
