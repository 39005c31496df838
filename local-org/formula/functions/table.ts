/** The one table of functions: what the local org evaluates, and what the platform has beyond that, refused by name. */
import { dateFunctions } from './dates';
import type { FormulaFunction } from './entry';
import { logic } from './logic';
import { numberFunctions } from './number';
import { textFunctions } from './text';

const rows: readonly FormulaFunction[] = [
  ...logic, ...textFunctions, ...numberFunctions, ...dateFunctions,
];

/** Functions by upper-case name. CONVERTID is the older name of CASESAFEID. */
export const functions: ReadonlyMap<string, FormulaFunction> = new Map(
  [...rows, ...rows.filter((row) => row.name === 'CASESAFEID').map((row) => ({ ...row, name: 'CONVERTID' }))].map((row) => [row.name, row])
);

/** Documented functions that are not modelled. */
export const refused: ReadonlySet<string> = new Set([
  'CURRENCYRATE', 'GETRECORDIDS', 'GETSESSIONID', 'IMAGEPROXYURL', 'INCLUDE', 'ISCLONE', 'JUNCTIONIDLIST', 'LINKTO', 'PARENTGROUPVAL', 'PREDICT', 'PREVGROUPVAL', 'RAND', 'REQUIRESCRIPT', 'URLFOR', 'VLOOKUP',
]);

/** Functions the platform knows but offers in none of the places where the local org compiles formulas. */
export const elsewhere: ReadonlySet<string> = new Set(['POWER', 'SUBSTR', 'CONCATENATE']);
