/** Types, modifiers and annotations as written. */
import type { Annotation, Modifiers, TypeRef } from './ast';
import { TreeProblem, at, child, children, childrenOf, has, need, rule, type ParserContext } from './tree';
import { Words } from './words';

export function typeRef(node: ParserContext): TypeRef {
  const parts = childrenOf(node, 'TypeName').map((part) => {
    const args = child(part, 'TypeArguments');
    return { name: (children(part)[0] as ParserContext).getText(), args: args ? typeList(need(args, 'TypeList')) : [] };
  });
  const subscripts = child(node, 'ArraySubscripts');
  return { ...at(node), parts, dimensions: subscripts ? Math.floor(children(subscripts).length / 2) : 0 };
}

export function typeList(node: ParserContext): TypeRef[] {
  return childrenOf(node, 'TypeRef').map(typeRef);
}

/** The type after `new`. */
export function createdName(node: ParserContext): TypeRef {
  const parts = childrenOf(node, 'IdCreatedNamePair').map((pair) => {
    const args = child(pair, 'TypeList');
    return { name: need(pair, 'AnyId').getText(), args: args ? typeList(args) : [] };
  });
  return { ...at(node), parts, dimensions: 0 };
}

export function qualifiedType(node: ParserContext): TypeRef {
  return { ...at(node), parts: childrenOf(node, 'Id').map((id) => ({ name: id.getText(), args: [] })), dimensions: 0 };
}

export function modifiers(nodes: readonly ParserContext[], more: readonly string[] = []): Modifiers {
  const words = new Words(more);
  const annotations: Annotation[] = [];
  for (const node of nodes) {
    const found = child(node, 'Annotation');
    if (found) {
      annotations.push(annotation(found));
      continue;
    }
    const word = children(node).map((leaf) => leaf.getText().toLowerCase()).join(' ');
    if (words.has(word)) throw new TreeProblem(`Duplicate modifier: ${word}`, at(node));
    words.add(word);
  }
  return { words, annotations };
}

function annotation(node: ParserContext): Annotation {
  const parameters: Record<string, string> = {};
  const pairs = child(node, 'ElementValuePairs');
  for (const pair of pairs ? childrenOf(pairs, 'ElementValuePair') : []) parameters[need(pair, 'Id').getText().toLowerCase()] = elementValue(need(pair, 'ElementValue'));
  const single = child(node, 'ElementValue');
  if (single) parameters['value'] = elementValue(single);
  return { ...at(node), name: (children(node)[1] as ParserContext).getText(), parameters };
}

function elementValue(node: ParserContext): string {
  const text = node.getText();
  return text.startsWith("'") ? text.slice(1, -1) : text;
}

export function modifiersOf(node: ParserContext, more: readonly string[] = []): Modifiers {
  return modifiers(childrenOf(node, 'Modifier'), more);
}

export { has, rule };
