/** Classes, triggers and their members. */
import type { Accessor, AnonymousUnit, Block, ClassDeclaration, Member, Modifiers, Parameter, PropertyDeclaration, Statement, TriggerDeclaration, TypeRef } from './ast';
import { expression } from './expressions';
import { Source } from './source';
import { block, statement } from './statements';
import { TreeProblem, at, child, children, childrenOf, has, name, need, rule, type ParserContext } from './tree';
import { modifiersOf, typeList, typeRef } from './types';

export function classUnit(tree: ParserContext, text: string): ClassDeclaration {
  const declaration = need(tree, 'TypeDeclaration');
  return typeDeclaration(declaration, modifiersOf(declaration), new Source(text));
}

function typeDeclaration(node: ParserContext, modifiers: Modifiers, source: Source): ClassDeclaration {
  for (const each of children(node)) {
    if (rule(each) === 'ClassDeclaration') return classDeclaration(each, modifiers, source);
    if (rule(each) === 'InterfaceDeclaration') return interfaceDeclaration(each, modifiers);
    if (rule(each) === 'EnumDeclaration') return enumDeclaration(each, modifiers);
  }
  throw new TreeProblem(`Unexpected token '${node.getText()}'.`, at(node));
}

function classDeclaration(node: ParserContext, modifiers: Modifiers, source: Source): ClassDeclaration {
  const id = name(need(node, 'Id'));
  const superType = child(node, 'TypeRef');
  const list = child(node, 'TypeList');
  return {
    kind: 'class', line: id.line, column: id.column, name: id.text, modifiers, values: [],
    extends: superType && typeRef(superType), implements: list ? typeList(list) : [],
    members: childrenOf(need(node, 'ClassBody'), 'ClassBodyDeclaration').flatMap((each) => bodyDeclaration(each, source)),
  };
}

function interfaceDeclaration(node: ParserContext, modifiers: Modifiers): ClassDeclaration {
  const id = name(need(node, 'Id'));
  const list = child(node, 'TypeList');
  const members = childrenOf(need(node, 'InterfaceBody'), 'InterfaceMethodDeclaration').map((method): Member => {
    const methodId = name(need(method, 'Id'));
    return { kind: 'method', line: methodId.line, column: methodId.column, name: methodId.text, modifiers: modifiersOf(method), returns: returned(method), parameters: parameters(need(method, 'FormalParameters')) };
  });
  return { kind: 'interface', line: id.line, column: id.column, name: id.text, modifiers, implements: list ? typeList(list) : [], members, values: [] };
}

function enumDeclaration(node: ParserContext, modifiers: Modifiers): ClassDeclaration {
  const id = name(need(node, 'Id'));
  const constants = child(node, 'EnumConstants');
  return { kind: 'enum', line: id.line, column: id.column, name: id.text, modifiers, implements: [], members: [], values: constants ? childrenOf(constants, 'Id').map(name) : [] };
}

function bodyDeclaration(node: ParserContext, source: Source): Member[] {
  const body = child(node, 'Block');
  if (body) return [{ kind: 'initialiser', ...at(node), static: has(node, 'static'), body: block(body, source) }];
  const member = child(node, 'MemberDeclaration');
  return member ? [memberDeclaration(member, modifiersOf(node), source)] : [];
}

function memberDeclaration(node: ParserContext, modifiers: Modifiers, source: Source): Member {
  const what = children(node)[0] as ParserContext;
  switch (rule(what)) {
    case 'MethodDeclaration': {
      const id = name(need(what, 'Id'));
      const body = child(what, 'Block');
      return { kind: 'method', line: id.line, column: id.column, name: id.text, modifiers, returns: returned(what), parameters: parameters(need(what, 'FormalParameters')), body: body && block(body, source) };
    }
    case 'ConstructorDeclaration': {
      const id = name(need(what, 'QualifiedName'));
      return { kind: 'constructor', line: id.line, column: id.column, name: id.text, modifiers, parameters: parameters(need(what, 'FormalParameters')), body: block(need(what, 'Block'), source) };
    }
    case 'FieldDeclaration':
      return {
        kind: 'field', ...at(what), modifiers, type: typeRef(need(what, 'TypeRef')),
        variables: childrenOf(need(what, 'VariableDeclarators'), 'VariableDeclarator').map((each) => variable(each, source)),
      };
    case 'PropertyDeclaration':
      return propertyDeclaration(what, modifiers, source);
    default:
      return typeDeclaration(node, modifiers, source);
  }
}

function variable(node: ParserContext, source: Source): { name: string; line: number; column: number; value?: ReturnType<typeof expression> } {
  const id = name(need(node, 'Id'));
  const value = children(node)[2];
  return { name: id.text, line: id.line, column: id.column, value: value && expression(value, source) };
}

function propertyDeclaration(node: ParserContext, modifiers: Modifiers, source: Source): PropertyDeclaration {
  const id = name(need(node, 'Id'));
  let getter: Accessor | undefined;
  let setter: Accessor | undefined;
  for (const each of childrenOf(node, 'PropertyBlock')) {
    const got = child(each, 'Getter');
    const accessor = got ?? need(each, 'Setter');
    const body = child(accessor, 'Block');
    const built = { ...at(accessor), modifiers: modifiersOf(each), body: body && block(body, source) };
    if (got ? getter : setter) throw new TreeProblem(`Duplicate ${got ? 'getter' : 'setter'} on property: ${id.text}`, at(accessor));
    if (got) getter = built;
    else setter = built;
  }
  return { kind: 'property', line: id.line, column: id.column, name: id.text, modifiers, type: typeRef(need(node, 'TypeRef')), getter, setter };
}

function returned(node: ParserContext): TypeRef | undefined {
  const type = child(node, 'TypeRef');
  return type && typeRef(type);
}

function parameters(node: ParserContext): Parameter[] {
  const list = child(node, 'FormalParameterList');
  return (list ? childrenOf(list, 'FormalParameter') : []).map((each) => {
    const id = name(need(each, 'Id'));
    return { name: id.text, line: id.line, column: id.column, type: typeRef(need(each, 'TypeRef')), final: modifiersOf(each).words.has('final') };
  });
}

export function triggerUnit(tree: ParserContext, text: string): TriggerDeclaration {
  const source = new Source(text);
  const [id, object] = childrenOf(tree, 'Id').map(name);
  if (!id || !object) throw new TreeProblem("Unexpected token 'trigger'.", at(tree));
  const events = childrenOf(tree, 'TriggerCase').map((each) => children(each).map((leaf) => leaf.getText().toLowerCase()).join(' '));
  const parts = unitParts(childrenOf(need(tree, 'TriggerBlock'), 'TriggerBlockMember'), 'TriggerMemberDeclaration', source);
  return { kind: 'trigger', ...at(tree), name: id.text, object, events, members: parts.members, body: { kind: 'block', ...at(tree), statements: parts.statements, end: at(tree) } };
}

export function anonymousUnit(tree: ParserContext, text: string): AnonymousUnit {
  const source = new Source(text);
  const parts = unitParts(childrenOf(need(tree, 'AnonymousBlock'), 'AnonymousBlockMember'), 'AnonymousMemberDeclaration', source);
  const body: Block = { kind: 'block', ...at(tree), statements: parts.statements, end: at(tree) };
  return { kind: 'anonymous', ...at(tree), members: parts.members, body };
}

/** Members and statements of a unit that mixes them. A variable declared at the top is a local of the unit. */
function unitParts(nodes: readonly ParserContext[], declarationRule: string, source: Source): { members: Member[]; statements: Statement[] } {
  const members: Member[] = [];
  const statements: Statement[] = [];
  for (const node of nodes) {
    const declared = child(node, declarationRule);
    if (!declared) {
      statements.push(statement(need(node, 'Statement'), source));
      continue;
    }
    const member = memberDeclaration(declared, modifiersOf(node), source);
    if (member.kind === 'field') statements.push({ kind: 'local', line: member.line, column: member.column, type: member.type, variables: member.variables, final: member.modifiers.words.has('final') });
    else members.push(member);
  }
  return { members, statements };
}
