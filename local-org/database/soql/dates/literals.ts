/**
 * Date literals as half-open ranges of days [from, to).
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_dateformats.htm
 */

export interface DayRange { readonly from: string; readonly to: string; }
type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';
/** Units to move the start of the current unit, and how many units the range spans. `n` is the number after the colon. */
type Rule = { readonly unit: Unit; readonly from: (n: number) => number; readonly span: (n: number) => number };

const one = (): number => 1;
const rule = (unit: Unit, from: Rule['from'], span: Rule['span'] = one): Rule => ({ unit, from, span });

function unitRules(unit: Unit, word: string, words: string): [string, Rule][] {
  return [
    [`THIS_${word}`, rule(unit, () => 0)],
    [`LAST_${word}`, rule(unit, () => -1)],
    [`NEXT_${word}`, rule(unit, () => 1)],
    [`LAST_N_${words}`, rule(unit, (n) => -n, (n) => n)],
    [`NEXT_N_${words}`, rule(unit, () => 1, (n) => n)],
    [`N_${words}_AGO`, rule(unit, (n) => -n)],
  ];
}

const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['TODAY', rule('day', () => 0)],
  ['YESTERDAY', rule('day', () => -1)],
  ['TOMORROW', rule('day', () => 1)],
  // The day counts include today at the far end of LAST and leave it out of NEXT.
  ['LAST_90_DAYS', rule('day', () => -90, () => 91)],
  ['NEXT_90_DAYS', rule('day', () => 1, () => 90)],
  ['LAST_N_DAYS', rule('day', (n) => -n, (n) => n + 1)],
  ['NEXT_N_DAYS', rule('day', () => 1, (n) => n)],
  ['N_DAYS_AGO', rule('day', (n) => -n)],
  ...unitRules('week', 'WEEK', 'WEEKS'),
  ...unitRules('month', 'MONTH', 'MONTHS'),
  ...unitRules('quarter', 'QUARTER', 'QUARTERS'),
  ...unitRules('year', 'YEAR', 'YEARS'),
  ...unitRules('quarter', 'FISCAL_QUARTER', 'FISCAL_QUARTERS'),
  ...unitRules('year', 'FISCAL_YEAR', 'FISCAL_YEARS'),
]);

export const dateLiteralNames: readonly string[] = [...RULES.keys()];

export function isDateLiteral(name: string): boolean {
  return RULES.has(name);
}

/** The range of a literal, seen from the day `today`. */
export function dayRange(name: string, n: number, today: string): DayRange {
  const found = RULES.get(name);
  if (!found) throw new Error(`Unknown date literal ${name}`);
  const start = startOfUnit(today, found.unit);
  const from = addUnits(start, found.unit, found.from(n));
  return { from, to: addUnits(from, found.unit, found.span(n)) };
}

function startOfUnit(day: string, unit: Unit): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (unit === 'week') date.setUTCDate(date.getUTCDate() - date.getUTCDay());
  else if (unit === 'month') date.setUTCDate(1);
  else if (unit === 'quarter') date.setUTCMonth(date.getUTCMonth() - (date.getUTCMonth() % 3), 1);
  else if (unit === 'year') date.setUTCMonth(0, 1);
  return dayOf(date);
}

function addUnits(day: string, unit: Unit, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (unit === 'day') date.setUTCDate(date.getUTCDate() + count);
  else if (unit === 'week') date.setUTCDate(date.getUTCDate() + 7 * count);
  else if (unit === 'month') date.setUTCMonth(date.getUTCMonth() + count);
  else if (unit === 'quarter') date.setUTCMonth(date.getUTCMonth() + 3 * count);
  else date.setUTCFullYear(date.getUTCFullYear() + count);
  return dayOf(date);
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
