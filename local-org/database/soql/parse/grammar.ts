/** SOQL text to a query as written by the grammar, which says what is wrong where something is. */
import { ApexParserFactory, ApexSyntaxError } from '@apexdevtools/apex-parser';
import type { QueryAst } from '../ast';
import { SoqlError } from '../errors';
import { queryOf } from './clauses';

const END_OF_FILE = -1;

export function soqlByGrammar(text: string): QueryAst {
  const parser = ApexParserFactory.createParser(text, true);
  try {
    const tree = parser.query();
    // The grammar's query rule stops where it no longer understands; what is left over is the fault.
    const next = parser.getCurrentToken();
    if (next.type !== END_OF_FILE) throw new SoqlError('MALFORMED_QUERY', `unexpected token: '${next.text}'`, { line: next.line, column: next.column + 1 });
    return queryOf(tree);
  } catch (error) {
    if (error instanceof ApexSyntaxError) throw syntaxError(error, text);
    throw error;
  }
}

function syntaxError(error: ApexSyntaxError, text: string): SoqlError {
  const at = { line: error.line, column: error.column + 1 };
  const rest = (text.split('\n')[error.line - 1] ?? '').slice(error.column);
  const token = /^(\w+|'[^']*'|\S)/.exec(rest)?.[0];
  return new SoqlError('MALFORMED_QUERY', token === undefined ? 'unexpected token: <EOF>' : `unexpected token: '${token}'`, at);
}
