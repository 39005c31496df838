/** The quick reading of queries beside the grammar: the same tree, or none. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { ApexLexer } from '@apexdevtools/apex-parser';
import { soqlByGrammar } from '../soql/parse/grammar';
import { quickSoql } from '../soql/parse/quick';
import { parseSoql } from '../soql/parse/parse';
import { refusal } from './support';

const CONFORMANCE = join(__dirname, '../../conformance');

/** Queries in brackets and in strings of the conformance cases and their sources. */
function written(): string[] {
  const files = readdirSync(CONFORMANCE, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(cls|trigger|ts)$/.test(name)).sort();
  const found = files.flatMap((name) => [...readFileSync(join(CONFORMANCE, name), 'utf8').matchAll(/\[\s*(SELECT\b[^\]]*)\]|(['"`])(SELECT\b.*?)\2/gi)]);
  return [...new Set(found.map((match) => match[1] ?? (match[3] as string)))].filter((text) => !text.includes('${'));
}

const WRITTEN = written();

/** One or two a clause; all of them plain. */
const PLAIN = [
  'SELECT Id FROM Account', 'select id, name n, owner.profile.name from account a', 'SELECT  Id ,\n\tName\r\n FROM Account \n WHERE\n Name = :name\n ', 'SELECT Account . Name FROM Contact', 'SELECT FIELDS(ALL) FROM Account LIMIT 200', 'SELECT fields(Standard), Id FROM Account', 'SELECT FIELDS(custom) FROM Account',
  'SELECT Id, (SELECT Id, LastName FROM Contacts c WHERE Email != null ORDER BY Name DESC LIMIT 5 FOR VIEW), (SELECT Id, (SELECT Id FROM Tasks) FROM Cases) FROM Account', 'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Phone = NULL) AND Id NOT IN (SELECT AccountId FROM Case LIMIT :n)',
  'SELECT COUNT() FROM Account', 'SELECT COUNT(Id) total, count_distinct(OwnerId), SUM(Amount) s, AVG(Amount), MIN(Name), Max(CreatedDate) latest FROM Opportunity', 'SELECT Name, COUNT(Id) FROM Account GROUP BY Name, CALENDAR_YEAR(CreatedDate) HAVING COUNT(Id) > 1 AND (MIN(Name) LIKE \'a%\' OR (NOT SUM(Amount) <= -2.5)) ORDER BY COUNT(Id) DESC NULLS LAST, Name ASC NULLS FIRST, Id NULLS LAST',
  'SELECT DAY_ONLY(convertTimezone(CreatedDate)) d, HOUR_IN_DAY(ConvertTimezone(CreatedDate)), FISCAL_QUARTER(CloseDate) FROM Opportunity GROUP BY DAY_ONLY(convertTimezone(CreatedDate)), HOUR_IN_DAY(ConvertTimezone(CreatedDate)), FISCAL_QUARTER(CloseDate)', 'SELECT toLabel(Status) FROM Case WHERE toLabel(Status) = \'New\' AND WEEK_IN_YEAR(CreatedDate) = 3',
  'SELECT Id FROM Case WHERE CreatedDate = TODAY OR CreatedDate > yesterday OR CreatedDate < LAST_N_DAYS:30 OR CreatedDate <> N_FISCAL_QUARTERS_AGO : -2 OR CreatedDate = THIS_FISCAL_YEAR OR CreatedDate >= Last_90_Days', 'SELECT Id FROM Case WHERE CreatedDate >= 2026-02-28T10:00:00Z AND CreatedDate<2026-02-28t10:00:00.123+01:00 AND CreatedDate != 2026-02-28T10:00:00-0330 AND Due__c=2026-02-30',
  'SELECT Id FROM A WHERE X = 1 AND X =-1.5 AND X = + 2 AND X = .5 AND X=007 AND X>-3 AND X <= 1.50', "SELECT Id FROM A WHERE N = '' AND N = 'it\\'s \\u00e9\\n \\\\ é' AND N LIKE '%_' AND B = TRUE AND B != False AND N = Null", "SELECT Id FROM A WHERE N IN ('a', 'b') AND M INCLUDES ('a;b', 'c') AND M EXCLUDES (:x) AND N NOT IN :names AND N in(null,1,TODAY)",
  'SELECT Id FROM A WHERE Id = :a.b.c AND Id IN (:a, :b) AND Id = : d ORDER BY Id LIMIT :n.m OFFSET :k ALL ROWS', 'SELECT Id FROM A WHERE ((A = 1 AND B = 2) OR (NOT C = 3)) LIMIT 10 OFFSET 20', 'SELECT Id FROM A WHERE NOT (A = 1 OR B = 2)', 'SELECT Id FROM A WITH USER_MODE', 'SELECT Id FROM A a WHERE a.Id = :b0 with system_mode ORDER BY a.Id LIMIT 1 FOR UPDATE', 'SELECT Id FROM A FOR VIEW FOR REFERENCE', 'SELECT Id FROM A LIMIT 1 FOR REFERENCE FOR UPDATE', 'SELECT Id FROM A ALL ROWS',
  "SELECT Id, Group.Name, Order.Email FROM GroupMember WHERE Group.DeveloperName = 'x' ORDER BY Group.Name", 'SELECT Id FROM Group', 'SELECT Id FROM A.B', 'SELECT Id FROM Group g WHERE g.Name = null', 'SELECT Id FROM Order ORDER BY Order.Name', 'SELECT Name, Email, Phone, Division, Metadata, abc1, $x, _y FROM User WHERE Phone = :email AND abc1 = 1',
];

/** What only the grammar judges: refused there, or taken in one of two ways. */
const UNUSUAL = [
  '', 'SELECT', 'SELECT FROM Account', 'SELECT Id FROM', 'SELECT Id FROM Account WHERE', 'SELECT Id FROM Account LIMIT', 'SELECT Id, FROM Account', 'SELECT Id Name x FROM Account', 'SELECT Id FROM Account, Contact', 'SELECT Id FROM Account c, c.Contacts d', 'SELECT TYPEOF What WHEN Account THEN Phone ELSE Name END FROM Event', 'SELECT Id FROM Account USING SCOPE mine',
  'SELECT Name, COUNT(Id) FROM Account GROUP BY ROLLUP(Name)', 'SELECT Name, COUNT(Id) FROM Account GROUP BY CUBE(Name)', 'SELECT GROUPING(Name) FROM Account GROUP BY ROLLUP(Name)', 'SELECT FORMAT(Amount) FROM Opportunity', 'SELECT FORMAT(MIN(Amount)) FROM Opportunity', 'SELECT convertCurrency(Amount) FROM Opportunity', "SELECT Id FROM Account ORDER BY DISTANCE(Location__c, GEOLOCATION(1, 2), 'mi')", "SELECT Id FROM Account WHERE FORMULA('A') = true",
  'SELECT Id FROM Account WITH SECURITY_ENFORCED', 'SELECT Id FROM Account WITH DATA CATEGORY Geography__c AT usa__c', "SELECT Id FROM Account WITH Name = 'x'", 'SELECT Id FROM Account UPDATE TRACKING', 'SELECT Id FROM Account UPDATE VIEWSTAT', 'SELECT Id FROM A WHERE X = 1 AND Y = 2 OR Z = 3', 'SELECT Id FROM A WHERE X = 1 AND NOT Y = 2', 'SELECT Id FROM A WHERE NOT X = 1 AND Y = 2', 'SELECT Id FROM A HAVING COUNT(Id) > 1', 'SELECT Id FROM A WHERE X = 1d', 'SELECT Id FROM A WHERE X = 1e3', 'SELECT Id FROM A WHERE X = 5L', 'SELECT Id FROM A WHERE X = EUR5', 'SELECT Id FROM A WHERE X = EUR5.5', 'SELECT Id FROM A WHERE X == 1', 'SELECT Id FROM A WHERE X => 1', 'SELECT Id FROM A WHERE X =--1',
  "SELECT Id FROM A WHERE X = '\\q'", "SELECT Id FROM A WHERE X LIKE 'a\\_b\\%'", "SELECT Id FROM A WHERE X = 'a", "SELECT Id FROM A WHERE X = 'a''b'", "SELECT Id FROM A WHERE X = '''\na'''", "SELECT Id FROM A WHERE X = 'a\nb'", "SELECT Id FROM A WHERE X = '\u{1F600}' AND Y = 1", 'SELECT Id /* all */ FROM A', 'SELECT Id FROM A // end', 'SELECT É FROM A', 'SELECT Id FROM A WHERE X = 10:00:00Z', 'SELECT Id FROM A WHERE X = 2026-02-28T10:00:00', 'SELECT Id FROM A WHERE X = 2026-13-45T99:00:00Z', 'SELECT Id FROM A WHERE X = 2026-02-281', 'SELECT Id FROM A WHERE X = LAST_N_DAYS', 'SELECT Id FROM A WHERE X = TODAY:3', 'SELECT Id FROM A WHERE X = LAST_N_DAYS:1.5', 'SELECT Id FROM A WHERE X = LAST_N_DAYS::n',
  'SELECT Id FROM A WHERE X = :a + b', 'SELECT Id FROM A WHERE X = :a[0]', 'SELECT Id FROM A WHERE X = :a.b(c)', 'SELECT Id FROM A WHERE X = :a?.b', "SELECT Id FROM A WHERE X = :'x'", 'SELECT Id FROM A WHERE X = :this.a', 'SELECT Id FROM A WHERE X = :(a)', 'SELECT Id FROM A WHERE X = :a < b', 'SELECT Id FROM A WHERE X = :a instanceof B', 'SELECT Id FROM A LIMIT -1', 'SELECT Id FROM A LIMIT 1.5', 'SELECT Id FROM A OFFSET 1 LIMIT 1', 'SELECT Id FROM A FOR UPDATE ORDER BY Id', 'SELECT Id FROM A ALL', 'SELECT Id FROM A FOR', 'SELECT Id FROM A ORDER BY Id NULLS', 'SELECT Id FROM A ORDER BY Id DESC ASC', 'SELECT Id, (SELECT Id FROM Bs) bs FROM A', 'SELECT Id, (SELECT Id FROM Bs OFFSET 1) FROM A', 'SELECT Id, (SELECT COUNT(Id) FROM Bs GROUP BY Id) FROM A', 'SELECT Id, (SELECT Id FROM Bs WITH USER_MODE) FROM A',
  'SELECT Id FROM A WHERE X IN ()', 'SELECT Id FROM A WHERE X IN (SELECT Id FROM B', 'SELECT Id FROM A WHERE (X = 1', 'SELECT Id FROM A WHERE X = 1)', 'SELECT Id FROM A WHERE FIELDS(ALL) = 1', 'SELECT FIELDS(Name) FROM A', 'SELECT FIELDS(ALL) x FROM A', 'SELECT Name(Id) FROM A', 'SELECT COUNT(convertTimezone(Id)) FROM A', 'SELECT SUM() FROM A', 'SELECT Id FROM Group BY', 'SELECT Id FROM A WHERE 1 = X', 'SELECT Id FROM A WHERE X NOT LIKE 1', 'SELECT Id FROM A;', 'SELECT Id FROM A LIMIT 1 LIMIT 2', 'SELECT Id FROM A WHERE X = "a"', 'SELECT system.runAs FROM A',
];

/** The quick reading's tree, held against the grammar's; undefined when the quick reading leaves the text. */
function taken(text: string): boolean {
  const quick = quickSoql(text);
  if (!quick) return false;
  const full = soqlByGrammar(text);
  // The framework takes long over trees that are equal.
  if (!isDeepStrictEqual(quick, full)) expect({ text, tree: quick }).toStrictEqual({ text, tree: full });
  return true;
}

test.each(PLAIN)('GIVEN the plain query %j WHEN it is read quickly THEN it is taken and the tree is the grammar’s', (text) => {
  expect(taken(text)).toBe(true);
});

test('GIVEN queries that are faulty, refused or could be read in two ways WHEN they are read quickly THEN the tree is the grammar’s or there is none', () => {
  expect(UNUSUAL.filter(taken)).toEqual([]);
});

test.each(['SELECT Id FROM Account WHERE', 'SELECT TYPEOF What WHEN Account THEN Phone END FROM Event', 'SELECT Id FROM A WHERE X = 2026-13-45T99:00:00Z'])('GIVEN %j, which is faulty or refused WHEN it is read THEN the grammar says what is wrong', (text) => {
  const fault = refusal(() => soqlByGrammar(text));
  expect(fault).not.toBe('nothing was refused');
  expect(refusal(() => parseSoql(text))).toBe(fault);
});

test('GIVEN the queries of the conformance cases WHEN they are read quickly THEN nearly all are taken and the trees are the grammar’s', () => {
  expect(WRITTEN.length).toBeGreaterThan(120);
  const left = WRITTEN.filter((text) => !taken(text));
  expect(left.length / WRITTEN.length).toBeLessThan(0.1);
});

/** Every word that the grammar knows, where a name or an operand can stand. */
test('GIVEN each keyword as a field, alias, object, bind and value WHEN read quickly THEN the tree is the grammar’s or there is none', () => {
  const words = (ApexLexer.literalNames as readonly (string | null)[]).flatMap((name) => /^'([a-z][a-z0-9_]*)'$/.exec(name ?? '')?.[1] ?? []);
  expect(words.length).toBeGreaterThan(180);
  let count = 0;
  for (const word of words) {
    const texts = [
      `SELECT ${word} FROM A`, `SELECT Id ${word} FROM A`, `SELECT A.${word}, ${word}.Id FROM A`, `SELECT ${word}(Id) x FROM A`, `SELECT Id FROM ${word}`, `SELECT Id FROM A ${word}`, `SELECT Id FROM A ${word} WHERE Id = 1`, `SELECT Id FROM A WHERE ${word} = 1`, `SELECT Id FROM A WHERE ${word}(Id) = 1`, `SELECT Id FROM A WHERE Id = :${word}`, `SELECT Id FROM A WHERE Id = :a.${word}`,
      `SELECT Id FROM A WHERE Id = :a ${word}`, `SELECT Id FROM A WHERE Id = ${word}`, `SELECT Id FROM A WHERE Id = ${word}:1`, `SELECT Id FROM A WHERE Id ${word} ('x')`, `SELECT Id FROM A GROUP BY ${word}`, `SELECT Id FROM A ORDER BY ${word}`, `SELECT Id FROM A ORDER BY Id ${word}`, `SELECT Id FROM A ORDER BY Id ${word} LIMIT 1`, `SELECT Id FROM A WITH ${word}`, `SELECT Id FROM A FOR ${word}`, `SELECT Id, (SELECT ${word} FROM ${word}) FROM A`,
    ];
    count += texts.filter(taken).length;
  }
  expect(count).toBeGreaterThan(words.length);
});

/** A repeatable row of numbers. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

/** How often a query is changed; `SOQL_ROUNDS` asks for more. */
const ROUNDS = Number(process.env['SOQL_ROUNDS'] ?? 1500);

test('GIVEN queries with a token left out, doubled, swapped, replaced or put in WHEN read quickly THEN none is taken that the grammar refuses or reads differently', () => {
  const next = numbers(2026);
  const queries = [...PLAIN, ...UNUSUAL, ...WRITTEN].map((text) => text.match(/'(?:[^'\\]|\\.)*'|\w+|\s+|[^\w\s]/g) ?? []).filter((tokens) => tokens.length > 3);
  const anyToken = (): string => {
    const tokens = queries[next(queries.length)] as RegExpMatchArray;
    return tokens[next(tokens.length)] as string;
  };
  let count = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const tokens = [...(queries[next(queries.length)] as RegExpMatchArray)];
    for (let changes = 1 + next(2); changes > 0; changes--) {
      const at = next(tokens.length - 1);
      const [token, after] = tokens.slice(at) as [string, string];
      const put = ([[], [token, ' ', token], [after, token], [anyToken()], [token, next(2) ? ' ' : '', anyToken()]] as const)[next(5)] as readonly string[];
      tokens.splice(at, put[0] === after ? 2 : 1, ...put);
    }
    if (taken(tokens.join(''))) count++;
  }
  expect(count).toBeGreaterThan(ROUNDS / 10);
});
