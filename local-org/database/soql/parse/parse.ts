/** SOQL text to a query as written: by the quick reading where it takes the text, else by the grammar. */
import type { QueryAst } from '../ast';
import { soqlByGrammar } from './grammar';
import { quickSoql } from './quick';

export function parseSoql(text: string): QueryAst {
  return quickSoql(text) ?? soqlByGrammar(text);
}
