/** Control flow, classes, dates and JSON. */
import { guide, reference } from './pages';
import { testCases, throws } from './rows';

const switching = guide('langCon_apex_switch', 'Switch Statements');
const exceptions = (section: string): ReturnType<typeof guide> => guide('apex_classes_exception_methods', section);

const control = testCases('language', 'ConfControlTest', [
  ['switchTakesValuesListsNullAndElse', 'switch', switching],
  ['switchDoesNotFallThrough', 'switch', switching],
  ['switchOnTextMindsCase', 'switch', switching],
  ['switchOnEnumNamesValuesAlone', 'switch', switching],
  ['switchOnRecordsTellsTheirType', 'switch', switching],
  ['loopsBreakAndContinue', 'loops', guide('langCon_apex_loops', 'Loops')],
  ['finallyRunsWhateverHappens', 'try, catch, finally', guide('apex_exception_statements', 'Try-Catch-Finally Statements')],
  ['theFirstFittingCatchTakesIt', 'try, catch, finally', guide('apex_exception_catch_example', 'Catching Different Exception Types')],
  ['exceptionsKnowTypeCauseAndLine', 'what exceptions know', exceptions('Common Exception Methods')],
  ['anUncaughtExceptionFailsTheTestWithTypeAndMessage', 'what exceptions know', guide('apex_exception_custom', 'Create Custom Exceptions'), throws('ConfControlTest.BoomException', 'Fire')],
  ['aFailedAssertionCannotBeCaught', 'assertions cannot be caught', reference('apex_class_System_Assert', 'Usage'), throws('System.AssertException', 'Assertion Failed: Numbers differ: Expected: 1, Actual: 2')],
  ['enumsKnowTheirValues', 'enums', guide('langCon_apex_enums', 'Enum Methods')],
  ['anUnknownEnumNameIsANoSuchElementException', 'enums', guide('langCon_apex_enums', 'valueOf'), throws('System.NoSuchElementException', '{any}MONSOON{any}')],
]);

const classes = testCases('language', 'ConfClassesTest', [
  ['overloadsAreChosenByTheStaticType', 'overloads', guide('apex_classes_defining_methods', 'Class Methods')],
  ['overloadsPreferTheExactNumberType', 'overloads', guide('langCon_apex_rules_of_conversion', 'Rules of Conversion')],
  ['overloadsOfRecordsAreChosenByTheStaticType', 'overloads', guide('apex_classes_defining_methods', 'Class Methods')],
  ['methodsAreChosenByTheRuntimeType', 'overriding', guide('apex_classes_extending', 'Extending a Class')],
  ['abstractClassesAndInterfacesAreFilledIn', 'overriding', guide('apex_classes_interfaces', 'Interfaces')],
  ['propertiesRunTheirAccessors', 'properties', guide('apex_classes_properties', 'Apex Properties')],
  ['argumentsArePassedByValue', 'arguments are passed by value', guide('apex_classes_defining_methods', 'Passing Method Arguments by Value')],
  ['staticsBeginAnewInEachTestHere', 'statics last for a transaction', guide('apex_classes_static', 'Using Static Methods and Variables')],
  ['staticsBeginAnewInEachTestThere', 'statics last for a transaction', guide('apex_classes_static', 'Using Static Methods and Variables')],
  ['staticInitialisersRunInTheirOrder', 'statics last for a transaction', guide('apex_classes_static', 'Using Initialization Code')],
  ['namesMayBeWrittenInAnyCase', 'names in any case', guide('langCon_apex_case_sensitivity', 'Case Sensitivity')],
  ['castingToTheWrongTypeIsATypeException', 'casting', guide('apex_classes_casting', 'Classes and Casting'), throws('System.TypeException', 'Invalid conversion from runtime type String to Integer')],
  ['instanceofAsksTheRuntimeType', 'casting', guide('apex_classes_keywords_instanceof', 'Using the instanceof Keyword')],
  ['fieldsOfRecordsCanBeReadByName', 'records without a type', guide('langCon_apex_dml_sobject_access', 'Accessing sObject Fields')],
  ['anUnknownFieldNameIsAnSObjectException', 'records without a type', guide('apex_dynamic_dml', 'Setting and Retrieving Field Values'), throws('System.SObjectException', 'Invalid field Nonsense__c for Account')],
  ['typesAreFoundByName', 'types by name', reference('apex_methods_system_type', 'forName(fullyQualifiedName), newInstance')],
]);

const date = (section: string): ReturnType<typeof guide> => reference('apex_methods_system_date', section);
const datetime = (section: string): ReturnType<typeof guide> => reference('apex_methods_system_datetime', section);

const dates = testCases('language', 'ConfDatesTest', [
  ['monthsEndWhereTheyEnd', 'arithmetic of dates', date('addMonths, daysInMonth, isLeapYear')],
  ['daysAddAndSubtract', 'arithmetic of dates', guide('langCon_apex_expressions_operators_understanding', '+, -')],
  ['monthsBetweenIgnoresDays', 'arithmetic of dates', date('monthsBetween, toStartOfMonth')],
  ['datesAreWrittenAsIso', 'dates as text', date('valueOf(stringDate)')],
  ['fractionsOfADayAddToTimes', 'arithmetic of times', guide('langCon_apex_expressions_operators_understanding', '+')],
  ['timesAreMillisecondsSinceTheEpoch', 'arithmetic of times', datetime('getTime, dateGmt')],
  ['gmtFormatsFollowTheirPattern', 'times as text', datetime('formatGmt(dateFormatString)')],
  ['zonesShiftWhatIsShown', 'times as text', datetime('format(dateFormatString, timezone)')],
  ['timesOfDayWrapAtMidnight', 'arithmetic of times', reference('apex_methods_system_time', 'addHours')],
  ['textThatIsNoDateIsATypeException', 'dates as text', date('valueOf(stringDate)'), throws('System.TypeException', 'Invalid date: tomorrow')],
  ['datesCompareAndKnowTheirParts', 'dates compare', date('dayOfYear, isSameDay')],
]);

const json = (section: string): ReturnType<typeof guide> => reference('apex_class_System_Json', section);

const jsonTests = testCases('language', 'ConfJsonTest', [
  ['objectsComeBackAsTheyWent', 'JSON of objects', guide('apex_json_json', 'Roundtrip Serialization and Deserialization')],
  ['nullsAreWrittenUnlessSuppressed', 'JSON of objects', json('serialize(objectToSerialize, suppressApexObjectNulls)')],
  ['untypedValuesAreMapsListsAndPrimitives', 'JSON without a type', json('deserializeUntyped(jsonString)')],
  ['unknownAttributesAreIgnoredUnlessStrict', 'JSON of objects', json('deserialize, deserializeStrict')],
  ['collectionsOfAnyTypeAreRead', 'JSON of collections', json('deserialize(jsonString, apexType)')],
  ['brokenTextIsAJsonException', 'JSON without a type', exceptions('JSONException')],
  ['recordsCarryTheirType', 'JSON of records', guide('apex_json_json', 'Roundtrip Serialization and Deserialization')],
  ['theGeneratorWritesStepByStep', 'JSON step by step', reference('apex_class_System_JsonGenerator', 'JSONGenerator Methods')],
]);

export const classCases = [...control, ...classes, ...dates, ...jsonTests];
