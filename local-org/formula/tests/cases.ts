/** Formulas and results; pages are platform.customize_functions_<function>.htm on help.salesforce.com unless another is named. */
import type { FormulaValue } from '..';

export const cases: readonly (readonly [source: string, expected: FormulaValue])[] = [
  // Operators and precedence: Formula.g4 of github.com/salesforce/formula-engine
  ['1 + 2 * 3', 7], ['2 * 3 ^ 2', 36], ['2 ^ 3 ^ 2', 64], ['-2 ^ 2', 4], ['(1 + 2) * 3', 9], ['10 - 4 - 3', 3], ['0.1 + 0.2 = 0.3', true], ['0.1 + 0.2', 0.3],
  ['1 / 9 * 9', 1], ['FLOOR(1 / 9 * 9)', 1], ['1 / 0', null], ['ISBLANK(1 / 0)', null], ['BLANKVALUE(1 / 0, 42)', null], ['1 /* a /* b */ + 2', 3],
  ['"a" & "b" & Town__c', 'abHanoi'], ["'a' + Empty__c", 'a'], ['Empty__c & Empty__c', null], ['"a" = "A"', false], ['"a\\"b"', 'a"b'], ['LEN("\\\\")', 1], ['LEN("a\\nb")', 4],
  ['1 = 1 && 2 <> 3', true], ['FALSE || !FALSE', true], ['1 == 2', false], ['1 != 2', true], ['2 >= 2 && 2 <= 2 && 1 < 2', true], ['"b" > "a"', true],
  ['Due__c + 1', '2026-04-01'], ['1 + Due__c', '2026-04-01'], ['Due__c - DATE(2026, 3, 1)', 30], ['Left__c + 0.5', '2026-03-31T10:15:30.250Z'], ['Left__c - DATETIMEVALUE("2026-03-30 10:15:30.250")', 0.5],
  ['Opens__c + 1000', '08:30:16.125Z'], ['Opens__c - TIMEVALUE("08:30:15")', 125], ['TIMEVALUE("23:59:59") + 2000', '00:00:01.000Z'], ['Due__c > NoDate__c', false], ['Due__c = NULL', false], ['NoDate__c = NULL', true], ['NoDate__c <> Due__c', false], ['NoDate__c + 1', null],
  // Blanks: platform.customize_functions.htm, Tips for Working with blanks
  ['NoNumber__c + 5', null], ['NoNumber__c < 5', false], ['NoNumber__c = 0', false], ['-NoNumber__c', null], ['Empty__c = ""', true],
  // Fields
  ['weight__C * 2', 25], ['Discount__c', 0.1], ['Customer__r.Owner.Name', 'Ada'], ['customer__R.name', 'Acme'], ['Owner:User.Email', 'ada@example.com'], ['$User.Id', '005000000000001AAA'], ['$Profile.Name', 'Clerk'],
  ['$Permission.Ship_Late', true], ['$Label.Greeting', 'Hello'], ['$CustomMetadata.Rate__mdt.Standard.Value__c * 2', 5], ['TEXT($System.OriginDateTime)', '1900-01-01 00:00:00Z'],
  // Logic
  ['IF(Sent__c, "yes", "no")', 'yes'], ['IF(FALSE, 1 / 0, 2)', 2], ['IF(NULL, 1, 2)', 2], ['CASE(Status__c, "Open", 1, "Closed", 2, 3)', 1], ['CASE(WEEKDAY(Due__c), 1, "Sun", 3, "Tue", "other")', 'Tue'], ['CASE(Empty__c, "", "blank", "x")', 'blank'],
  ['CASE(NoNumber__c, 1, "one", "none")', 'none'], ['AND(TRUE, Sent__c)', true], ['AND(FALSE, 1 / 0 = 1)', false], ['OR(TRUE, 1 / 0 = 1)', true], ['OR(FALSE, FALSE)', false], ['NOT(Sent__c)', false],
  ['ISBLANK(Empty__c)', true], ['ISBLANK(NoStatus__c)', true], ['ISBLANK(NoNumber__c)', true], ['ISNULL(Empty__c)', false], ['ISNULL(NoDate__c)', true], ['BLANKVALUE(Empty__c, "x")', 'x'], ['BLANKVALUE(Weight__c, 1)', 12.5],
  ['NULLVALUE(NoNumber__c, 7)', 7], ['NULLVALUE(Empty__c, "x")', null], ['ISPICKVAL(Status__c, "Open")', true], ['ISPICKVAL(NoStatus__c, "")', true], ['INCLUDES(Goods__c, "Wood")', true], ['INCLUDES(Goods__c, "Woo")', false], ['PICKLISTCOUNT(Goods__c)', 2],
  // Text
  ['TEXT(Status__c)', 'Open'], ['TEXT(Weight__c)', '12.5'], ['TEXT(1 / 2)', '.5'], ['TEXT(0.5)', '0.5'], ['TEXT(1000000 * 1000000)', '1000000000000'], ['TEXT(Due__c)', '2026-03-31'], ['TEXT(Left__c)', '2026-03-30 22:15:30Z'], ['TEXT(Opens__c)', '08:30:15.125'],
  ['VALUE("12.50")', 12.5], ['VALUE("")', null], ['VALUE("a")', null], ['LEN(Town__c)', 5], ['LEN(Empty__c)', 0], ['LEFT(Town__c, 2)', 'Ha'], ['LEFT(Town__c, -1)', null], ['RIGHT(Town__c, 2)', 'oi'], ['RIGHT(Town__c, 0)', null], ['MID(Town__c, 2, 3)', 'ano'], ['MID(Town__c, 0, 2)', 'Ha'],
  ['TRIM("  a b ")', 'a b'], ['UPPER("straße")', 'STRASSE'], ['LOWER("ABC")', 'abc'], ['UPPER("i", "tr")', 'İ'], ['INITCAP("hello big WORLD")', 'Hello Big World'], ['REVERSE("abc")', 'cba'], ['CONTAINS(Town__c, "no")', true], ['CONTAINS(Town__c, "NO")', false], ['CONTAINS(Town__c, Empty__c)', true], ['CONTAINS(Empty__c, "a")', false],
  ['BEGINS(Town__c, "Han")', true], ['FIND("o", "foo")', 2], ['FIND("o", "foo", 3)', 3], ['FIND("x", "foo")', 0], ['FIND("x", Empty__c)', 0], ['SUBSTITUTE("a-b-c", "-", "")', 'abc'], ['SUBSTITUTE("abc", Empty__c, "x")', 'abc'], ['LPAD("7", 3, "0")', '007'], ['LPAD("abc", 2)', 'ab'], ['RPAD("7", 3, "ab")', '7ab'],
  ['"a" & BR() & "b"', 'a<br>b'], ['CASESAFEID("001A0000006Vm9u")', '001A0000006Vm9uIAC'], ['CASESAFEID("001A0000006Vm9r")', '001A0000006Vm9rIAC'], ['CONVERTID("001A0000006Vm9r")', '001A0000006Vm9rIAC'], ['HYPERLINK("https://example.com", "site")', '<a href="https://example.com" target="_blank">site</a>'],
  ['IMAGE("/a.png", "a \\"b\\"", 10, 20)', '<img src="/a.png" alt="a &#34;b&#34;" style="height:10px; width:20px;" border="0"/>'], ['HTMLENCODE("<b>")', '&#60;b&#62;'], ['JSENCODE("it\'s")', "it\\'s"], ['JSINHTMLENCODE("<")', '&#60;'], ['URLENCODE("a b&c")', 'a+b%26c'], ['ASCII("A")', 65], ['CHR(65)', 'A'], ['LEN("🚚")', 2],
  // Numbers
  ['ABS(-3)', 3], ['CEILING(2.5)', 3], ['CEILING(-2.5)', -3], ['FLOOR(2.5)', 2], ['FLOOR(-2.5)', -2], ['MCEILING(-2.5)', -2], ['MFLOOR(-2.5)', -3], ['ROUND(1.45, 1)', 1.5], ['ROUND(-1.45, 1)', -1.5], ['ROUND(225.49823, -2)', 200], ['ROUND(1.005, 2)', 1.01], ['TRUNC(2.59, 1)', 2.5], ['TRUNC(-2.9)', -2],
  ['MOD(4, 3)', 1], ['MOD(-123, 100)', -23], ['MOD(3, 0)', 3], ['MAX(1, 5, 3)', 5], ['MIN(1, 5, -3)', -3], ['MAX(NoNumber__c, 1)', null], ['SQRT(16)', 4], ['SQRT(-1)', null], ['EXP(0)', 1], ['LN(1)', 0], ['LOG(1000)', 3], ['LN(0)', null], ['2 ^ 0.5', null], ['2 ^ -1', 0.5], ['ROUND(PI(), 4)', 3.1416],
  ['SIN(0)', 0], ['COS(0)', 1], ['TAN(0)', 0], ['ASIN(0)', 0], ['ACOS(1)', 0], ['ATAN(0)', 0], ['ATAN2(0, 1)', 0], ['ISNUMBER("1.5")', true], ['ISNUMBER("1,5")', false], ['ISNUMBER(Empty__c)', false], ['ROUND(DISTANCE(Spot__c, GEOLOCATION(48.1372, 11.5755), "km"), 0)', 504], ['DISTANCE(Spot__c, Spot__c, "mi")', 0],
  // Dates
  ['DATE(2026, 2, 28)', '2026-02-28'], ['DATE(2026, 2, 30)', null], ['DATE(10000, 1, 1)', null], ['DATEVALUE("2026-1-5")', '2026-01-05'], ['DATEVALUE("5.1.2026")', null], ['DATEVALUE(Left__c)', '2026-03-31'], ['DATETIMEVALUE("2026-03-30 10:15:30")', '2026-03-30T10:15:30.000Z'], ['DATETIMEVALUE(Due__c)', '2026-03-31T00:00:00.000Z'],
  ['TIMEVALUE("17:30:45.125")', '17:30:45.125Z'], ['TIMEVALUE(Left__c)', '22:15:30.250Z'], ['TODAY()', '2026-04-01'], ['NOW()', '2026-03-31T22:30:00.000Z'], ['TIMENOW()', '22:30:00.000Z'], ['YEAR(Due__c)', 2026], ['MONTH(Due__c)', 3], ['DAY(Due__c)', 31], ['HOUR(Opens__c)', 8], ['MINUTE(Opens__c)', 30], ['SECOND(Opens__c)', 15], ['MILLISECOND(Opens__c)', 125],
  ['WEEKDAY(DATE(2026, 3, 29))', 1], ['DAYOFYEAR(Due__c)', 90], ['ISOWEEK(DATE(2027, 1, 3))', 53], ['ISOYEAR(DATE(2027, 1, 3))', 2026], ['ADDMONTHS(DATE(2026, 1, 31), 1)', '2026-02-28'], ['ADDMONTHS(DATE(2026, 2, 28), 1)', '2026-03-31'], ['ADDMONTHS(DATE(2026, 3, 15), -3)', '2025-12-15'], ['ADDMONTHS(Left__c, 1)', '2026-04-30T22:15:30.250Z'],
  ['UNIXTIMESTAMP(DATETIMEVALUE("1970-01-02 00:00:00"))', 86400], ['FROMUNIXTIME(86400.5)', '1970-01-02T00:00:00.500Z'], ['FORMATDURATION(93784)', '26:03:04'], ['FORMATDURATION(93784, TRUE)', '1:02:03:04'],
];
