/** From source text to tree by the full grammar. Syntax errors are collected, not thrown. */
import { ApexErrorListener, ApexParserFactory, type ApexParser } from '@apexdevtools/apex-parser';
import type { AnonymousUnit, ClassDeclaration, SyntaxProblem, TriggerDeclaration } from './ast';
import { anonymousUnit, classUnit, triggerUnit } from './declarations';
import { TreeProblem, type ParserContext } from './tree';

class Collector extends ApexErrorListener {
  readonly problems: SyntaxProblem[] = [];
  apexSyntaxError(line: number, column: number, message: string): void {
    this.problems.push({ line, column: column + 1, problem: platformWording(message) });
  }
}

/** The parser's wording in the platform's terms where both say the same thing. */
function platformWording(message: string): string {
  const missing = /^missing '(.+)' at '(.*)'$/.exec(message);
  if (missing) return `Missing '${missing[1]}' at '${missing[2] === '<EOF>' ? 'EOF' : missing[2]}'`;
  const extraneous = /^extraneous input '(.*)' expecting/.exec(message);
  if (extraneous) return `Extra '${extraneous[1]}', at`.replace(/, at$/, '') + ' unexpected';
  const mismatched = /^(?:mismatched input|no viable alternative at input) '?(.*?)'?(?: expecting .*)?$/s.exec(message);
  if (mismatched) return `Unexpected token '${lastWord(mismatched[1] ?? '')}'.`;
  return message;
}

function lastWord(text: string): string {
  const words = text.trim().split(/\s+/);
  return words[words.length - 1] ?? text;
}

export interface Parsed<T> { readonly unit?: T; readonly problems: readonly SyntaxProblem[]; }

function parse<T>(text: string, start: (parser: ApexParser) => ParserContext, convert: (tree: ParserContext, text: string) => T): Parsed<T> {
  const listener = new Collector();
  const { parser } = ApexParserFactory.createLexerAndParser(text, listener);
  const tree = start(parser);
  if (listener.problems.length > 0) return { problems: listener.problems };
  try {
    return { unit: convert(tree, text), problems: [] };
  } catch (error) {
    if (error instanceof TreeProblem) return { problems: [{ line: error.at.line, column: error.at.column, problem: error.message }] };
    throw error;
  }
}

/** A `.cls` file. */
export function classByGrammar(text: string): Parsed<ClassDeclaration> {
  return parse(text, (parser) => parser.compilationUnit() as unknown as ParserContext, classUnit);
}

/** A `.trigger` file. */
export function triggerByGrammar(text: string): Parsed<TriggerDeclaration> {
  return parse(text, (parser) => parser.triggerUnit() as unknown as ParserContext, triggerUnit);
}

/** A block of anonymous Apex. */
export function anonymousByGrammar(text: string): Parsed<AnonymousUnit> {
  return parse(text, (parser) => parser.anonymousUnit() as unknown as ParserContext, anonymousUnit);
}
