/** SOQL functions: one entry each. `sql` spells the call over an argument that is SQL already. */
import type { FieldModel, FieldType } from '../../../schema';
import type { ValueKind } from './types';

export interface SoqlFunction {
  readonly name: string;
  readonly aggregate: boolean;
  /** Field types it takes; absent: any. */
  readonly accepts?: readonly FieldType[];
  result(field: FieldModel | undefined): ValueKind;
  sql(argument: string, field: FieldModel | undefined): string;
}

const NUMBERS: readonly FieldType[] = ['int', 'long', 'double', 'currency', 'percent'];
const DATES: readonly FieldType[] = ['date', 'datetime'];

const aggregate = (name: string, result: SoqlFunction['result'], sql: SoqlFunction['sql'], accepts?: readonly FieldType[]): SoqlFunction => ({ name, aggregate: true, accepts, result, sql });
const ofDate = (name: string, sql: (argument: string) => string, result: ValueKind = 'number'): SoqlFunction => ({ name, aggregate: false, accepts: DATES, result: () => result, sql });

const part = (format: string) => (argument: string) => `CAST(strftime('${format}', ${argument}) AS INTEGER)`;
const month = part('%m');
const quarter = (argument: string): string => `((${month(argument)} + 2) / 3)`;

/** MIN and MAX of a text field keep its type; the model refuses what has no order. */
const ORDERED: readonly FieldType[] = [...NUMBERS, ...DATES, 'time', 'string', 'picklist', 'email', 'phone', 'url', 'id', 'reference', 'combobox'];

const FUNCTIONS: readonly SoqlFunction[] = [
  aggregate('COUNT', () => 'number', (argument) => `COUNT(${argument || '*'})`),
  aggregate('COUNT_DISTINCT', () => 'number', (argument) => `COUNT(DISTINCT ${argument})`),
  aggregate('SUM', () => 'number', (argument) => `SUM(${argument})`, NUMBERS),
  aggregate('AVG', () => 'number', (argument) => `AVG(${argument})`, NUMBERS),
  aggregate('MIN', (field) => kindOf(field?.type ?? 'string'), (argument) => `MIN(${argument})`, ORDERED),
  aggregate('MAX', (field) => kindOf(field?.type ?? 'string'), (argument) => `MAX(${argument})`, ORDERED),
  ofDate('CALENDAR_YEAR', part('%Y')),
  ofDate('CALENDAR_QUARTER', quarter),
  ofDate('CALENDAR_MONTH', month),
  // The fiscal year of an org starts in January unless an administrator moves it, which has no metadata here.
  ofDate('FISCAL_YEAR', part('%Y')),
  ofDate('FISCAL_QUARTER', quarter),
  ofDate('FISCAL_MONTH', month),
  ofDate('DAY_IN_MONTH', part('%d')),
  ofDate('DAY_IN_WEEK', (argument) => `(${part('%w')(argument)} + 1)`),
  ofDate('DAY_IN_YEAR', part('%j')),
  ofDate('DAY_ONLY', (argument) => `substr(${argument}, 1, 10)`, 'date'),
  ofDate('HOUR_IN_DAY', part('%H')),
  ofDate('WEEK_IN_MONTH', (argument) => `((${part('%d')(argument)} + 6) / 7)`),
  ofDate('WEEK_IN_YEAR', (argument) => `((${part('%j')(argument)} + 6) / 7)`),
  { name: 'TOLABEL', aggregate: false, accepts: ['picklist', 'multipicklist'], result: () => 'text', sql: labelOf },
];

const BY_NAME = new Map(FUNCTIONS.map((fn) => [fn.name, fn]));

export function soqlFunction(name: string): SoqlFunction | undefined {
  return BY_NAME.get(name.toUpperCase());
}

export const functionNames: readonly string[] = FUNCTIONS.map((fn) => fn.name);

function labelOf(argument: string, field: FieldModel | undefined): string {
  const renamed = (field?.picklist?.values ?? []).filter((entry) => entry.label !== entry.value);
  if (renamed.length === 0) return argument;
  const literal = (text: string): string => `'${text.replace(/'/g, "''")}'`;
  return `CASE ${argument} ${renamed.map((entry) => `WHEN ${literal(entry.value)} THEN ${literal(entry.label)}`).join(' ')} ELSE ${argument} END`;
}

const KINDS: Record<FieldType, ValueKind> = {
  id: 'id', reference: 'id', string: 'text', textarea: 'text', boolean: 'boolean', int: 'number', long: 'number', double: 'number', currency: 'number', percent: 'number',
  date: 'date', datetime: 'datetime', time: 'time', picklist: 'text', multipicklist: 'multi', email: 'text', phone: 'text', url: 'text', base64: 'blob',
  address: 'text', location: 'text', anyType: 'text', combobox: 'text', encryptedstring: 'text',
};

/** What a value of this field type is when it is compared. */
export function kindOf(type: FieldType): ValueKind {
  return KINDS[type];
}
