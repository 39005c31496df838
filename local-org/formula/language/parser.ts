/** Tokens to a tree: a Pratt parser. */
import { NotModelledError } from '../../schema';
import { tokenize, type Source, type Token } from './lexer';

export type Node = { readonly at: number } & (
  | { readonly kind: 'number' | 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'field'; readonly path: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Node }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Node; readonly right: Node }
);

/**
 * Binding powers, all left-associative. That `*` and `/` bind tighter than `^`, and unary signs tightest, is the platform's own
 * grammar (Formula.g4 of https://github.com/salesforce/formula-engine): `2 * 3 ^ 2` is 36.
 */
const POWERS: Readonly<Record<string, number>> = {
  '||': 1, '&&': 2, '=': 3, '==': 3, '<>': 3, '!=': 3, '<': 4, '>': 4, '<=': 4, '>=': 4, '+': 5, '-': 5, '&': 5, '^': 6, '*': 7, '/': 7,
};
const UNARY = 8;
/** One spelling for operators that have two. */
const CANONICAL: Readonly<Record<string, string>> = { '==': '=', '!=': '<>' };
/** Formulas nested deeper than this are refused rather than risk the stack. */
const MAX_DEPTH = 300;
/** https://help.salesforce.com/s/articleView?id=platform.formula_field_limits.htm */
const MAX_LENGTH = 3900;

export function parse(source: Source): Node {
  const length = source.text.length;
  if (length > MAX_LENGTH) source.fail(`Formula is too long (${length.toLocaleString('en-US')} characters). Maximum length is 3,900 characters.`, 0);
  return new Parser(source, tokenize(source)).formula();
}

class Parser {
  private next = 0;
  private depth = 0;

  constructor(private readonly source: Source, private readonly tokens: readonly Token[]) {}

  formula(): Node {
    if (this.peek().kind === 'end') this.source.fail('Syntax error. Formula is empty', 0);
    const node = this.expression(0);
    const rest = this.peek();
    if (rest.kind !== 'end') this.source.fail([')', ','].includes(rest.text) ? `Syntax error. Extra '${rest.text}'` : `Syntax error. Extra ${rest.text}`, rest.at);
    return node;
  }

  private peek(): Token { return this.tokens[this.next] as Token; }
  private take(): Token { return this.tokens[this.next++] as Token; }
  private is(text: string): boolean { const token = this.peek(); return token.kind === 'operator' && token.text === text; }

  private expression(power: number): Node {
    if (++this.depth > MAX_DEPTH) throw new NotModelledError(`formulas nested more than ${MAX_DEPTH} deep`, this.source.position(this.peek().at));
    let left = this.operand();
    // A long chain of operators nests to the left, and deepens the tree as brackets do.
    for (let links = 0; ; links++) {
      const token = this.peek();
      const binding = token.kind === 'operator' ? POWERS[token.text] : undefined;
      if (binding === undefined || binding <= power) break;
      if (links > MAX_DEPTH * 4) throw new NotModelledError(`more than ${MAX_DEPTH * 4} operators in a row`, this.source.position(token.at));
      this.take();
      const right = this.expression(binding);
      left = { kind: 'binary', operator: CANONICAL[token.text] ?? token.text, left, right, at: token.at };
    }
    this.depth--;
    return left;
  }

  private operand(): Node {
    const token = this.peek();
    if (token.kind === 'end') this.source.fail('Syntax error. Found end of formula', token.at);
    this.take();
    if (token.kind === 'number' || token.kind === 'text') return { kind: token.kind, text: token.text, at: token.at };
    if (token.kind === 'name') return this.named(token);
    if (token.text === '(') {
      const inner = this.expression(0);
      this.close();
      return inner;
    }
    if (['-', '+', '!'].includes(token.text)) return { kind: 'unary', operator: token.text, operand: this.expression(UNARY), at: token.at };
    return this.source.fail(`Syntax error. Found '${token.text}'`, token.at);
  }

  private named(token: Token): Node {
    const word = token.text.toUpperCase();
    if (this.is('(')) {
      this.take();
      return { kind: 'call', name: word, args: this.args(), at: token.at };
    }
    if (word === 'TRUE' || word === 'FALSE') return { kind: 'boolean', value: word === 'TRUE', at: token.at };
    if (word === 'NULL') return { kind: 'null', at: token.at };
    return { kind: 'field', path: token.text.split('.'), at: token.at };
  }

  private args(): Node[] {
    const args: Node[] = [];
    if (this.is(')')) { this.take(); return args; }
    for (;;) {
      args.push(this.expression(0));
      if (!this.is(',')) break;
      this.take();
    }
    this.close();
    return args;
  }

  private close(): void {
    if (this.is(')')) { this.take(); return; }
    const found = this.peek();
    this.source.fail("Syntax error. Missing ')'", found.at);
  }
}
