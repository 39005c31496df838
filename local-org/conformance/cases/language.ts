/** Numbers, text, collections and null. */
import { guide, reference } from './pages';
import { testCases, throws } from './rows';

const primitives = (section: string): ReturnType<typeof guide> => guide('langCon_apex_primitives', section);
const operators = (section: string): ReturnType<typeof guide> => guide('langCon_apex_expressions_operators_understanding', section);
const decimal = (section: string): ReturnType<typeof guide> => reference('apex_methods_system_decimal', section);
const string = (section: string): ReturnType<typeof guide> => reference('apex_methods_system_string', section);

const numbers = testCases('language', 'ConfNumbersTest', [
  ['integersWrapAtThirtyTwoBits', 'integers have 32 bits', primitives('Integer')],
  ['operandsAndNotTheTargetDecideTheWidth', 'integers have 32 bits', guide('langCon_apex_rules_of_conversion', 'Numbers form a hierarchy')],
  ['integerDivisionDropsTheFraction', 'integer division', operators('/')],
  ['remainderTakesTheSignOfTheDividend', 'integer division', reference('apex_methods_system_math', 'mod')],
  ['divisionByZeroIsAMathException', 'division by zero', guide('apex_classes_exception_methods', 'MathException'), throws('System.MathException', 'Divide by 0')],
  ['decimalDivisionByZeroIsAMathException', 'division by zero', guide('apex_classes_exception_methods', 'MathException'), throws('System.MathException', 'Divide by 0')],
  ['decimalsKeepTheirScale', 'scale of decimals', decimal('scale')],
  ['decimalsCompareByValueAndNotByScale', 'scale of decimals', decimal('Usage')],
  ['exactDecimalsAddWithoutBinaryError', 'scale of decimals', primitives('Decimal')],
  ['roundingModesAreAsTabulated', 'rounding of decimals', decimal('Rounding Mode')],
  ['roundWithoutAModeGoesToTheEvenNeighbour', 'rounding of decimals', decimal('round()')],
  ['divideTakesScaleAndMode', 'rounding of decimals', decimal('divide(divisor, scale, roundingMode)')],
  ['stripTrailingZerosAndPrecision', 'scale of decimals', decimal('stripTrailingZeros, precision')],
  ['textThatIsNoNumberIsATypeException', 'reading numbers', reference('apex_methods_system_integer', 'valueOf(stringToInteger)'), throws('System.TypeException', 'Invalid integer: twelve')],
  ['shiftsAndBitsWorkOnIntegers', 'bit operators', operators('<<, >>, >>>, &, |, ^')],
  ['prefixAndPostfixDiffer', 'increment and decrement', operators('++, --')],
  ['logicalOperatorsStopEarly', 'logical operators stop early', operators('&&, ||')],
  ['multiplicationBindsMoreTightly', 'operator precedence', guide('langCon_apex_expressions_operators_precedence', 'Operator Precedence')],
]);

const text = testCases('language', 'ConfTextTest', [
  ['equalityOfStringsIgnoresCase', 'equality of text', operators('==')],
  ['equalsMindsCase', 'equality of text', string('equals(stringOrId)')],
  ['fifteenCharacterIdsBecomeEighteen', 'ids of 15 and 18 characters', primitives('ID')],
  ['idsOfBothLengthsAreEqual', 'ids of 15 and 18 characters', primitives('ID')],
  ['aWrongIdIsAStringException', 'ids of 15 and 18 characters', primitives('ID'), throws('System.StringException', 'Invalid id: nonsense')],
  ['idsNameTheirObject', 'ids name their object', reference('apex_methods_system_id', 'getSobjectType')],
  ['nullIsWrittenOutWhenJoined', 'concatenation', operators('+')],
  ['valuesOfAnyTypeJoinText', 'concatenation', operators('+')],
  ['substringsBeyondTheEndAreAStringException', 'substrings', string('substring(startIndex)'), throws('System.StringException', 'Starting position out of bounds: 5')],
  ['splitAndJoinAreInverse', 'splitting and joining', string('split(regExp), join(iterableObj, separator)')],
  ['blankAndEmptyKnowNull', 'blank text', string('isBlank, isEmpty')],
  ['formatFillsNumberedPlaces', 'formatting text', string('format(stringToFormat, formattingArguments)')],
  ['replaceAllTakesARegularExpression', 'regular expressions', string('replaceAll(regExp, replacement)')],
  ['searchingMindsCaseUnlessTold', 'searching text', string('contains, containsIgnoreCase, indexOf, compareTo')],
  ['quotesAreEscapedForQueries', 'escaping text', string('escapeSingleQuotes(stringToEscape)')],
  ['abbreviationPaddingAndCase', 'shaping text', string('abbreviate, leftPad, capitalize, reverse, repeat')],
  ['lengthCountsUtf16Units', 'length of text', string('length, fromCharArray')],
  ['patternsCaptureGroups', 'regular expressions', reference('apex_classes_pattern_and_matcher_matcher_methods', 'find, group')],
]);

const lists = (section: string): ReturnType<typeof guide> => guide('langCon_apex_collections_lists', section);

const collections = testCases('language', 'ConfCollectionsTest', [
  ['anIndexBeyondTheListIsAListException', 'list index', guide('apex_classes_exception_methods', 'ListException'), throws('System.ListException', 'List index out of bounds: 3')],
  ['aNegativeIndexIsAListException', 'list index', guide('apex_classes_exception_methods', 'ListException'), throws('System.ListException', 'List index out of bounds: -1')],
  ['setsOfTextMindCase', 'keys mind case', guide('langCon_apex_collections_sets', 'Sets')],
  ['mapKeysOfTextMindCase', 'keys mind case', guide('langCon_apex_collections_maps', 'Map Considerations')],
  ['collectionsAreEqualByTheirContents', 'equality of values', operators('==, ===')],
  ['objectsAreEqualByReferenceUnlessTheySayOtherwise', 'equality of values', guide('langCon_apex_collections_maps_keys_userdefined', 'Using Custom Types in Map Keys and Sets')],
  ['listsSortPrimitivesComparablesAndByComparator', 'sorting lists', guide('langCon_apex_collections_lists_sorting_custom', 'List Sorting')],
  ['listsInsertRemoveAndReplace', 'changing lists', lists('Adding to, Retrieving from, Removing')],
  ['setsCombine', 'changing sets', reference('apex_methods_system_set', 'retainAll, removeAll, add')],
  ['mapsOfRecordsComeFromLists', 'maps of records', reference('apex_methods_system_map', 'Map(recordList)')],
  ['putTellsWhatWasThere', 'changing maps', reference('apex_methods_system_map', 'put, remove')],
  ['deepCloneCopiesRecordsAndCloneDoesNot', 'copies of lists', reference('apex_methods_system_list', 'clone, deepClone')],
]);

const DEREFERENCE = throws('System.NullPointerException', 'Attempt to de-reference a null object');
const nullPointer = guide('apex_classes_exception_methods', 'NullPointerException');
const safe = guide('langCon_apex_SafeNavigationOperator', 'Safe Navigation Operator');
const coalescing = guide('langCon_apex_NullCoalescingOperator', 'Null Coalescing Operator');

const nulls = testCases('language', 'ConfNullTest', [
  ['usingNullIsANullPointerException', 'null is not used', nullPointer, DEREFERENCE],
  ['aNullConditionIsANullPointerException', 'null is not used', nullPointer, DEREFERENCE],
  ['arithmeticWithNullIsANullPointerException', 'null is not used', nullPointer, DEREFERENCE],
  ['variablesBeginAsNull', 'variables begin as null', guide('langCon_apex_variables', 'Variables')],
  ['orderingWithANullNumberIsFalse', 'ordering with null', operators('<, >')],
  ['textIsGreaterThanNull', 'ordering with null', operators('<, >')],
  ['safeNavigationAnswersNull', 'safe navigation', safe],
  ['safeNavigationLeavesTheRestOfTheChainAlone', 'safe navigation', safe],
  ['coalescingTakesTheFirstThatIsNotNull', 'null coalescing', coalescing],
  ['coalescingAsksTheRightSideOnlyWhenNeeded', 'null coalescing', coalescing],
]);

export const languageCases = [...numbers, ...text, ...collections, ...nulls];
