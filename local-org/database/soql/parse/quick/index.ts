/**
 * Reads SOQL in one pass, hundreds of times faster than the grammar when that is cold. It takes a query whole or not at all: what
 * it does not take, and so every query with an error, goes to the grammar, which is the one that judges.
 */
import { quickly } from '../../../../schema';
import type { QueryAst } from '../../ast';
import { query } from './clauses';
import { Cursor } from './cursor';

export const quickSoql = (text: string): QueryAst | undefined => quickly(() => query(new Cursor(text)));
