/** What stands before a dot: a value, a type, a namespace, or one of the platform's special names. */
import type { At, Expression } from '../../syntax';
import type { Body, Expr } from '../context';
import { checkVisible } from '../access';
import { fail } from '../problems';
import { platformProperty, readField } from '../members';
import { sobjectMember } from '../sobjects';
import type { ApexType } from '../types';
import { compileChain } from './index';
import { checkReadable, fieldInScope } from './names';

export type Target =
  | { readonly kind: 'value'; readonly expr: Expr }
  | { readonly kind: 'type'; readonly type: ApexType }
  | { readonly kind: 'namespace'; readonly name: string }
  /** `Trigger`, `Label`, `Page`, `SObjectType` and the `fields` of an object. */
  | { readonly kind: 'special'; readonly what: 'trigger' | 'label' | 'page' | 'objectDescribe' | 'tokens' | 'fieldDescribes'; readonly type?: ApexType };

export function resolveTarget(body: Body, node: Expression): Target {
  if (node.kind === 'name') {
    const local = body.scope.find(node.name);
    if (local) return { kind: 'value', expr: { type: local.type, js: local.js } };
    const found = fieldInScope(body, node.name);
    if (found) {
      checkReadable(body, found.field, node);
      return { kind: 'value', expr: readField(body, found.field, found.receiver) };
    }
    return named(body, node.name) ?? fail(node, `Variable does not exist: ${node.name}`);
  }
  if (node.kind === 'field' && !node.safe) {
    const target = resolveTarget(body, node.target);
    if (target.kind === 'value' && target.expr.described && node.name.toLowerCase() === 'fields') return { kind: 'special', what: target.expr.type.is('Schema.SObjectType') ? 'tokens' : 'fieldDescribes', type: target.expr.described };
    if (target.kind !== 'value') {
      const member = staticMember(body, target, node.name, node.nameAt);
      if (member) return member;
      return fail(target.kind === 'namespace' ? node : node.nameAt, target.kind === 'namespace' ? `Variable does not exist: ${target.name}.${node.name}` : `Variable does not exist: ${node.name}`);
    }
  }
  return { kind: 'value', expr: compileChain(body, node) };
}

const SPECIAL: Readonly<Record<string, 'trigger' | 'label' | 'page' | 'objectDescribe'>> = { trigger: 'trigger', label: 'label', page: 'page', sobjecttype: 'objectDescribe' };

/** A bare name that is no variable. */
function named(body: Body, name: string): Target | undefined {
  const type = body.world.find(name, body.symbol);
  const special = SPECIAL[name.toLowerCase()];
  if (special && !type?.symbol) return { kind: 'special', what: special, type };
  if (type) return { kind: 'type', type };
  return body.world.platform.isNamespace(name) || name.toLowerCase() === 'schema' ? { kind: 'namespace', name } : undefined;
}

/** `SObjectType.Account.fields` as a value, for its method getMap. */
export function fieldsValue(body: Body, target: Target, at: At): Expr | undefined {
  const object = target.kind === 'special' && (target.what === 'tokens' || target.what === 'fieldDescribes') ? target.type?.object : undefined;
  if (!object) return undefined;
  const describe = describeCall(body, 'Schema.SObjectType', `$o.objectToken(x, ${JSON.stringify(object.name)})`, at);
  const property = platformProperty(body.world, body.types.platform('Schema.DescribeSObjectResult'), 'fields');
  return property && { type: property.type, js: `${body.pool.member(property.property)}(x, ${describe})`, nonNull: true };
}

/** The member `name` of a type, namespace or special name: a value or a further target. */
export function staticMember(body: Body, target: Exclude<Target, { kind: 'value' }>, name: string, at: At): Target | undefined {
  if (target.kind === 'namespace') {
    const special = SPECIAL[name.toLowerCase()];
    if (special) return { kind: 'special', what: special };
    const type = body.world.find(`${target.name}.${name}`, undefined);
    return type && { kind: 'type', type };
  }
  if (target.kind === 'special') return specialMember(body, target, name, at);
  const { type } = target;
  // `System` and `Schema` are classes and namespaces at once.
  const special = type.is('System', 'Schema') ? SPECIAL[name.toLowerCase()] : undefined;
  if (special) return { kind: 'special', what: special };
  const object = type.is('Schema') ? body.world.objectType(name) : undefined;
  if (object) return { kind: 'type', type: object };
  if (type.symbol) return userMember(body, type, name, at);
  if (type.kind === 'sobject') return objectMember(body, type, name);
  const info = body.world.types.info(type);
  const value = info?.values.findIndex((each) => each.toLowerCase() === name.toLowerCase()) ?? -1;
  if (info && value >= 0) return { kind: 'value', expr: { type, js: body.pool.constant(`$o.enumValue(${JSON.stringify(info.name)}, ${JSON.stringify(info.values[value])}, ${value})`), nonNull: true } };
  const property = platformProperty(body.world, type, name);
  if (property?.property.static) return { kind: 'value', expr: { type: property.type, js: `${body.pool.member(property.property)}(x)` } };
  const nested = body.world.platform.find(`${type.base}.${name}`);
  return nested && { kind: 'type', type: body.types.platform(nested.name) };
}

function userMember(body: Body, type: ApexType, name: string, at: At): Target | undefined {
  const symbol = type.symbol as NonNullable<ApexType['symbol']>;
  if (symbol.kind === 'enum') {
    const index = symbol.declaration.values.findIndex((each) => each.text.toLowerCase() === name.toLowerCase());
    return index < 0 ? undefined : { kind: 'value', expr: { type, js: body.pool.constant(`$o.enumValue(${JSON.stringify(symbol.name)}, ${JSON.stringify(symbol.declaration.values[index]?.text)}, ${index})`), nonNull: true } };
  }
  const field = symbol.findField(name);
  if (field?.static) {
    checkVisible(body, field, at, 'Variable', field.name, field.property?.getAccess);
    return { kind: 'value', expr: readField(body, field, undefined) };
  }
  const inner = body.world.find(`${symbol.name}.${name}`);
  if (inner) {
    body.world.visible(inner, body.symbol, at);
    return { kind: 'type', type: inner };
  }
  return undefined;
}

/** `Account.SObjectType`, `Account.Name`, `Account.fields`. */
function objectMember(body: Body, type: ApexType, name: string): Target | undefined {
  const { object } = type;
  if (!object) return undefined;
  const lower = name.toLowerCase();
  if (lower === 'sobjecttype') return { kind: 'value', expr: { type: body.types.platform('Schema.SObjectType'), js: `$o.objectToken(x, ${JSON.stringify(object.name)})`, nonNull: true, described: type } };
  if (lower === 'fields') return { kind: 'special', what: 'tokens', type };
  return fieldToken(body, type, name);
}

function fieldToken(body: Body, type: ApexType, name: string): Target | undefined {
  const object = type.object as NonNullable<ApexType['object']>;
  const field = object.field(name);
  if (field) return { kind: 'value', expr: { type: body.types.platform('Schema.SObjectField'), js: `$o.fieldToken(x, ${JSON.stringify(object.name)}, ${JSON.stringify(field.name)})`, nonNull: true } };
  const member = sobjectMember(body.world, type, name);
  return member?.kind === 'parent' && member.type.object ? { kind: 'type', type: member.type } : undefined;
}

function describeCall(body: Body, owner: string, token: string, at: At): string {
  const method = body.world.platform.find(owner)?.methods.get('getdescribe')?.find((each) => each.parameters.length === 0);
  if (!method) return fail(at, `The local org does not model ${owner}.getDescribe. See docs/local-org-gaps.md.`);
  return `${body.pool.member(method)}(x, ${token})`;
}

function specialMember(body: Body, target: Target & { kind: 'special' }, name: string, at: At): Target | undefined {
  switch (target.what) {
    case 'trigger': return triggerVariable(body, name);
    case 'label': {
      const label = body.world.org.labels.get(name.toLowerCase());
      if (!label) return fail(at, `External string does not exist: ${name}`);
      return { kind: 'value', expr: { type: body.types.String, js: `$o.label(x, ${JSON.stringify(label.name)})`, nonNull: true } };
    }
    case 'page': return fail(at, `The local org does not model Visualforce pages (Page.${name}). See docs/local-org-gaps.md.`);
    case 'tokens': return fieldToken(body, target.type as ApexType, name);
    case 'fieldDescribes': {
      const token = fieldToken(body, target.type as ApexType, name);
      if (token?.kind !== 'value') return undefined;
      return { kind: 'value', expr: { type: body.types.platform('Schema.DescribeFieldResult'), js: describeCall(body, 'Schema.SObjectField', token.expr.js, at), nonNull: true } };
    }
    case 'objectDescribe': {
      const type = body.world.objectType(name);
      if (!type?.object) return undefined;
      const js = describeCall(body, 'Schema.SObjectType', `$o.objectToken(x, ${JSON.stringify(type.object.name)})`, at);
      return { kind: 'value', expr: { type: body.types.platform('Schema.DescribeSObjectResult'), js, nonNull: true, described: type } };
    }
  }
}

/** `Invoice__Share.RowCause.Agent__c`: the reasons of a share object are constants (Apex Developer Guide, "Creating Apex Managed Sharing"). */
export function rowCause(body: Body, node: Expression & { kind: 'field' }): Expr | undefined {
  const field = node.target;
  if (field.kind !== 'field' || field.name.toLowerCase() !== 'rowcause') return undefined;
  const owner = field.target;
  const name = owner.kind === 'name' && !body.scope.find(owner.name) ? owner.name : owner.kind === 'field' && owner.target.kind === 'name' && owner.target.name.toLowerCase() === 'schema' ? owner.name : undefined;
  const object = name === undefined ? undefined : body.world.objectType(name)?.object;
  if (object?.kind !== 'share') return undefined;
  const cause = object.field('RowCause')?.picklist?.values.find((each) => each.value.toLowerCase() === node.name.toLowerCase());
  return cause && { type: body.types.String, js: JSON.stringify(cause.value), nonNull: true };
}

const TRIGGER_FLAGS = new Set(['isexecuting', 'isinsert', 'isupdate', 'isdelete', 'isundelete', 'isbefore', 'isafter']);

/** Trigger context variables; outside a trigger the records are of type SObject. */
function triggerVariable(body: Body, name: string): Target | undefined {
  const { types } = body;
  const row = body.options.trigger?.object ?? types.SObject;
  const lower = name.toLowerCase();
  const read = (type: ApexType): Target => ({ kind: 'value', expr: { type, js: `$o.triggerVariable(x, ${JSON.stringify(lower)})`, nonNull: TRIGGER_FLAGS.has(lower) } });
  if (TRIGGER_FLAGS.has(lower)) return read(types.Boolean);
  if (lower === 'new' || lower === 'old') return read(types.list(row));
  if (lower === 'newmap' || lower === 'oldmap') return read(types.map(types.Id, row));
  if (lower === 'size') return read(types.Integer);
  if (lower === 'operationtype') {
    const info = body.world.platform.find('TriggerOperation');
    return info && read(types.platform(info.name));
  }
  return undefined;
}
