/** How the converters read the parser's tree: by rule name and child position, so that no converter depends on its classes. */
import type { At, Name } from './ast';

export interface ParserToken { readonly line: number; readonly column: number; readonly start: number; readonly stop: number; readonly text: string; }
export interface ParserContext {
  readonly children: (ParserContext | null)[] | null;
  readonly start: ParserToken;
  readonly stop: ParserToken | null;
  /** Set on leaves. */
  readonly symbol?: ParserToken;
  getText(): string;
}

/** A construct the tree allows and Apex (or the local org) does not. */
export class TreeProblem extends Error {
  constructor(message: string, readonly at: At) {
    super(message);
  }
}

/** Rule of a node, without the parser's suffix: `MethodDeclaration`; the empty text for a leaf. */
export function rule(node: ParserContext): string {
  if (node.symbol) return '';
  const cached = rules.get(node.constructor);
  if (cached !== undefined) return cached;
  const name = node.constructor.name.replace(/^_?/, '').replace(/Context\d*$/, '');
  rules.set(node.constructor, name);
  return name;
}
const rules = new Map<unknown, string>();

export function children(node: ParserContext): ParserContext[] {
  return (node.children ?? []) as ParserContext[];
}

export function child(node: ParserContext, wanted: string): ParserContext | undefined {
  return children(node).find((each) => rule(each) === wanted);
}

export function childrenOf(node: ParserContext, wanted: string): ParserContext[] {
  return children(node).filter((each) => rule(each) === wanted);
}

export function need(node: ParserContext, wanted: string): ParserContext {
  const found = child(node, wanted);
  if (!found) throw new TreeProblem(`Unexpected token '${node.getText()}'.`, at(node));
  return found;
}

/** The only non-leaf child, or the first of several. */
export function inner(node: ParserContext): ParserContext {
  return children(node).find((each) => !each.symbol) ?? (children(node)[0] as ParserContext);
}

/** True when a leaf of this text (any case) is a direct child. */
export function has(node: ParserContext, text: string): boolean {
  return children(node).some((each) => each.symbol !== undefined && each.symbol.text.toLowerCase() === text);
}

export function at(node: ParserContext): At {
  const token = node.symbol ?? node.start;
  return { line: token.line, column: token.column + 1 };
}

export function name(node: ParserContext): Name {
  return { ...at(node), text: node.getText() };
}
