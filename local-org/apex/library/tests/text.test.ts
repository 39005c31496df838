/** Expectations from the examples of the Apex Reference Guide, classes String, Pattern, Matcher, EncodingUtil. */
import { call, execution, list, table } from './support';

describe('String methods answer as the reference shows', () => {
  table('String', [
    ['String abbreviate(Integer maxWidth)', ['Hello Maximillian', 8], 'Hello...'],
    ['String abbreviate(Integer maxWidth, Integer offset)', ['Hello Maximillian', 9, 6], '...Max...'],
    ['String capitalize()', ['hello max'], 'Hello max'],
    ['String center(Integer size, String padding)', ['hello', 9, '-'], '--hello--'],
    ['Boolean containsIgnoreCase(String part)', ['hello', 'HE'], 'true'],
    ['Boolean containsOnly(String characters)', ['abba', 'abcd'], 'true'],
    ['Integer countMatches(String part)', ['Hello World Hello', 'Hello'], '2'],
    ['String difference(String other)', ['Hello Jane', 'Hello Max'], 'Max'],
    ['String escapeCsv()', ['Max1, "Max2"'], '"Max1, ""Max2"""'],
    ['String escapeHtml4()', ['"<Black&White>"'], '&quot;&lt;Black&amp;White&gt;&quot;'],
    ['static String escapeSingleQuotes(String text)', ["Hello 'Jason'"], "Hello \\'Jason\\'"],
    ['static String format(String pattern, List<Object> args)', ["{0} isn''t {1} '{0}'", list('String', 'A', 'B')], "A isn't B {0}"],
    ['static String format(String pattern, List<Object> args)', ['{0} and {2}', list('String', 'A')], 'A and {2}'],
    ['Integer getLevenshteinDistance(String other)', ['Hello Joe', 'Hello Max'], '3'],
    ['Integer hashCode()', ['hello'], '99162322'],
    ['Boolean isAllUpperCase()', ['ABC1'], 'false'],
    ['Boolean isNumeric()', ['12.3'], 'false'],
    ['static String join(List<Object> items, String separator)', [list('Integer', 10, 20, null), '/'], '10/20/'],
    ['String left(Integer length)', ['abcdaacd', 3], 'abc'],
    ['String leftPad(Integer length, String padding)', ['abc', 5, '0'], '00abc'],
    ['String mid(Integer start, Integer length)', ['abcde', 2, 3], 'cde'],
    ['String normalizeSpace()', ['Salesforce \t force\n com'], 'Salesforce force com'],
    ['String removeEndIgnoreCase(String suffix)', ['Salesforce and force.COM', '.com'], 'Salesforce and force'],
    ['String replaceAll(String regex, String replacement)', ['a b  c5 xyz', '[a-zA-Z]+', '1'], '1 1  15 1'],
    ['String replaceAll(String regex, String replacement)', ['John Doe', '(\\w+) (\\w+)', '$2, $1'], 'Doe, John'],
    ['List<String> split(String regex)', ['boo:and:foo', 'o'], '(b, , :and:f)'],
    ['List<String> split(String regex, Integer limit)', ['boo:and:foo', ':', 2], '(boo, and:foo)'],
    ['List<String> split(String regex)', ['abc', ''], '(a, b, c)'],
    ['List<String> splitByCharacterTypeCamelCase()', ['FORCELightning.platform'], '(FORCE, Lightning, ., platform)'],
    ['String stripHtmlTags()', ['<b>hi</b> there'], 'hi there'],
    ['String substringBetween(String open, String close)', ['xx(y)zz', '(', ')'], 'y'],
    ['String substringAfterLast(String separator)', ['a.b.c', '.'], 'c'],
    ['String swapCase()', ['Force.com'], 'fORCE.COM'],
    ['String trim()', ['\t Hello! \n'], 'Hello!'],
    ['static Boolean isBlank(String text)', [' \t'], 'true'],
    ['static Boolean isBlank(String text)', [null], 'true'],
  ]);

  test('GIVEN an index past the end WHEN substring is asked THEN StringException names it', () => {
    expect(() => call(execution(), 'String', 'String substring(Integer start)', 'abc', 4)).toThrow('Starting position out of bounds: 4');
  });
  test('GIVEN a null part WHEN contains is asked THEN NullPointerException', () => {
    expect(() => call(execution(), 'String', 'Boolean contains(String part)', 'abc', null)).toThrow(expect.objectContaining({ apexType: 'NullPointerException' }));
  });
});

describe('String.valueOf and time zones', () => {
  test('GIVEN a user in Berlin WHEN a datetime becomes text THEN it shows the wall clock there', () => {
    const x = execution({ timeZone: 'Europe/Berlin' });
    expect(call(x, 'String', 'static String valueOf(Object value)', call(x, 'Datetime', 'static Datetime now()'))).toBe('2026-02-01 00:30:15');
  });
  test('GIVEN null WHEN it becomes text THEN it stays null', () => {
    expect(call(execution(), 'String', 'static String valueOf(Object value)', null)).toBeNull();
  });
});

describe('Pattern and Matcher', () => {
  const find = (regex: string, text: string): string[] => {
    const x = execution();
    const matcher = call(x, 'Pattern', 'Matcher matcher(String text)', call(x, 'Pattern', 'static Pattern compile(String regex)', regex), text);
    const found: string[] = [];
    while (call(x, 'Matcher', 'Boolean find()', matcher)) found.push(call(x, 'Matcher', 'String group()', matcher));
    return found;
  };
  test.each([
    ['a*b', 'aabfooaabfooabfoob', ['aab', 'aab', 'ab', 'b']],
    ['(?i)max', 'Max MAX', ['Max', 'MAX']],
    ['\\p{Upper}\\p{Alpha}+', 'one Two THree', ['Two', 'THree']],
    ['\\Qa.b\\E', 'a.b axb', ['a.b']],
    ['[\\w.%+-]+@[\\w.-]+\\.[a-zA-Z]{2,}', 'to a.b@example.com now', ['a.b@example.com']],
    ['x*', 'ax', ['', 'x', '']],
  ])('%s finds in %s', (regex, text, expected) => expect(find(regex, text)).toEqual(expected));

  test('matches needs the whole text', () => {
    expect(call(execution(), 'Pattern', 'static Boolean matches(String regex, String text)', '\\d+', '12a')).toBe(false);
    expect(call(execution(), 'Pattern', 'static Boolean matches(String regex, String text)', 'a|ab', 'ab')).toBe(true);
  });
  test('GIVEN groups WHEN a match was found THEN they and their bounds are told', () => {
    const x = execution();
    const matcher = call(x, 'Pattern', 'Matcher matcher(String text)', call(x, 'Pattern', 'static Pattern compile(String regex)', '(\\w)(\\d)?'), '-a');
    expect(call(x, 'Matcher', 'Boolean find()', matcher)).toBe(true);
    expect([call(x, 'Matcher', 'Integer groupCount()', matcher), call(x, 'Matcher', 'Integer start(Integer group)', matcher, 1), call(x, 'Matcher', 'String group(Integer index)', matcher, 2)]).toEqual([2, 1, null]);
  });
  test('GIVEN what JavaScript lacks WHEN it is compiled THEN it is refused by name', () => {
    expect(() => call(execution(), 'Pattern', 'static Pattern compile(String regex)', 'a++b')).toThrow('possessive quantifiers');
  });
});

describe('Encoding', () => {
  table('EncodingUtil', [['static String urlEncode(String text, String encoding)', ["a b&c=ü'~*", 'UTF-8'], 'a+b%26c%3D%C3%BC%27%7E*']]);
  test('digest of a known text', () => {
    const x = execution();
    const digest = call(x, 'Crypto', 'static Blob generateDigest(String algorithm, Blob input)', 'SHA-256', call(x, 'Blob', 'static Blob valueOf(String text)', 'abc'));
    expect(call(x, 'EncodingUtil', 'static String convertToHex(Blob bytes)', digest)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
