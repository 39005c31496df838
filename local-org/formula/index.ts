/** The formula floor. */
import { compile } from './compiler';
import { functions, refused } from './functions/table';
import { sqlFunctions, toSql } from './sql';
import type { FormulaCompiler } from './types';
import { typeOf } from './types-of-fields';

export * from './types';
export const formulaCompiler: FormulaCompiler = { compile, toSql, sqlFunctions, typeOf };

/** What the table holds, for READMEs: supported functions with parameters, and those refused by name. */
export function supportList(): { readonly supported: readonly { readonly name: string; readonly parameters: string; readonly uses: string; readonly page: string }[]; readonly refused: readonly string[] } {
  return {
    supported: [...functions.values()].map((entry) => ({
      name: entry.name, parameters: entry.params.join(', '), uses: entry.uses?.join(', ') ?? 'everywhere',
      page: `https://help.salesforce.com/s/articleView?id=platform.customize_functions_${entry.page}.htm`,
    })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    refused: [...refused].sort(),
  };
}
