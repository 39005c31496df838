/** Rows of case tables, made into cases. */
import type { PassCase, RefusedCase, Source, ThrowsCase } from '../types';

/** Method, rule, source, and how it fails when it should. */
export type TestRow = readonly [method: string, rule: string, source: Source, fails?: { readonly exception: string; readonly message: string }];

export const throws = (exception: string, message: string): { readonly exception: string; readonly message: string } => ({ exception, message });

/** Cases that are the test methods of one class. */
export function testCases(deployment: string, testClass: string, rows: readonly TestRow[]): (PassCase | ThrowsCase)[] {
  return rows.map(([method, rule, source, fails]) => {
    const base = { name: `${testClass}.${method}`, rule, source, deployment, testClass, method };
    return fails ? { ...base, kind: 'throws', ...fails } : { ...base, kind: 'pass' };
  });
}

/** Name, rule, source, text of the class, place and words of the error; no column where the platform's compiler is not known to have one. */
export type RefusedRow = readonly [name: string, rule: string, source: Source, text: string, line: number, column: number | undefined, message: string];

/** Cases that are Apex classes which do not compile; `$` in the text stands for the name of the class. */
export function refusedClasses(deployment: string, prefix: string, rows: readonly RefusedRow[]): RefusedCase[] {
  return rows.map(([name, rule, source, text, line, column, message], index) => {
    const className = `${prefix}${String(index + 1).padStart(2, '0')}`;
    const file = `${className}.cls`;
    return { kind: 'refused', name: `refused: ${name}`, rule, source, deployment, files: { [`classes/${file}`]: `${text.trim().replaceAll('$', className)}\n` }, file, line, ...(column === undefined ? {} : { column }), message: message.replaceAll('$', className) };
  });
}
