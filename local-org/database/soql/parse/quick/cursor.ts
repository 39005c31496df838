/** A place in the tokens, and the steps that every clause takes. */
import { leave, placeOf, TokenCursor } from '../../../../schema';
import type { PathAst } from '../../ast';
import { tokensOf, type Token } from './tokens';

/** Words of Apex that name nothing, and words of SOQL that the grammar takes for names in some places: those it must judge. */
const RESERVED = new Set(
  (
    'abstract break catch class continue delete do else enum extends final finally for global if implements instanceof insert interface merge new null on override ' +
    'private protected public return static super switch testmethod this throw try undelete update upsert virtual void webservice when while with list map system true false ' +
    'select count from as using scope where order by limit and or not avg count_distinct min max sum typeof end then like in includes excludes asc desc nulls first last group ' +
    'all rows view having rollup tolabel offset data category at above below above_or_below security_enforced system_mode user_mode reference cube format tracking viewstat ' +
    'custom standard distance geolocation grouping convertcurrency formula calendar_month calendar_quarter calendar_year day_in_month day_in_week day_in_year day_only ' +
    'fiscal_month fiscal_quarter fiscal_year hour_in_day week_in_month week_in_year converttimezone fields highlight spell_correction ' +
    'yesterday today tomorrow last_90_days next_90_days'
  ).split(' ')
);
/** Names of date literals, which the grammar takes for names too. */
const DATE_LITERAL = /^(?:(?:last|this|next)_(?:week|month|(?:fiscal_)?(?:quarter|year))|(?:last|next)_n_\w+|n_\w+_ago)$/;

export class Cursor extends TokenCursor<Token> {
  constructor(text: string) {
    super(tokensOf(text));
  }

  isName(): boolean {
    return this.token.kind === 'word' && !RESERVED.has(this.token.key) && !DATE_LITERAL.test(this.token.key);
  }
  name(): string {
    return this.isName() ? this.next().text : leave();
  }
  /** Names between dots. `Group` and `Order` are objects as well as clauses: names where a dot follows. */
  path(): PathAst {
    return this.objectPath(this.ahead(1).key === '.');
  }
  /** After FROM no clause can stand, so that both are names there. */
  objectPath(clauseWords = true): PathAst {
    const { token } = this;
    const names = [clauseWords && (token.key === 'group' || token.key === 'order') ? this.next().text : this.name()];
    while (this.take('.')) names.push(this.name());
    return { names, at: placeOf(token) };
  }
}
