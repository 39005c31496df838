/** DML statements and System.runAs blocks. */
import { refusesDml } from '../../../database';
import type { Statement } from '../../syntax';
import type { Body } from '../context';
import { compileExpression } from '../expressions';
import { fail } from '../problems';
import type { ApexType } from '../types';
import { compileBlock, count } from './index';

export function dmlStatement(body: Body, node: Statement & { kind: 'dml' }): void {
  if (node.operation === 'merge') fail(node, 'The local org does not model the merge statement. See docs/local-org-gaps.md.');
  const value = compileExpression(body, node.value);
  const element = recordType(value.type);
  if (!element && value.type.kind !== 'unknown') fail(node, `DML requires SObject or SObject list type: ${value.type.name}`);
  if (element?.object && refusesDml(element.object.name, node.operation)) fail(node, `DML operation ${node.operation.toUpperCase()} not allowed on ${element.object.name}`);
  const key = externalKey(body, node, element);
  body.needsFrame = true;
  body.writer.line(`${count(body, node)} $o.dml(x, ${JSON.stringify(node.operation)}, ${value.js}, ${JSON.stringify(node.mode ?? null)}, ${JSON.stringify(key ?? null)});`, node);
}

function recordType(type: ApexType): ApexType | undefined {
  if (type.kind === 'sobject') return type;
  const element = type.is('List') ? type.args[0] : undefined;
  return element?.kind === 'sobject' ? element : undefined;
}

/** Field after `upsert rows`: `Key__c` or `Shipment__c.Key__c`. */
function externalKey(body: Body, node: Statement & { kind: 'dml' }, element: ApexType | undefined): string | undefined {
  if (!node.key) return undefined;
  const name = node.key[node.key.length - 1] as { text: string; line: number; column: number };
  const first = node.key[0] as { text: string };
  const object = node.key.length > 1 ? body.world.objectType(first.text === 'fields' ? element?.name ?? '' : first.text)?.object : element?.object;
  if (!object) return fail(name, `Upsert with a field specification requires a concrete SObject type`);
  const field = object.field(name.text);
  if (!field) return fail(name, `Field does not exist: ${name.text} on ${object.name}`);
  if (!field.externalId && field.name !== 'Id' && !field.unique) fail(name, `Invalid field for upsert, must be an External Id custom or standard indexed field: ${field.name} (${object.name})`);
  return field.name;
}

export function runAsStatement(body: Body, node: Statement & { kind: 'runAs' }): void {
  const { writer } = body;
  const [user] = node.user;
  if (!user || node.user.length !== 1) return fail(node, 'Method does not exist or incorrect signature: void runAs() from the type System');
  const value = compileExpression(body, user);
  if (value.type.name === 'Version') fail(user, 'The local org does not model System.runAs with a package version. See docs/local-org-gaps.md.');
  if (value.type.kind !== 'unknown' && value.type.name !== 'User') fail(node, `Method does not exist or incorrect signature: void runAs(${value.type.name}) from the type System`);
  body.needsFrame = true;
  const previous = body.temporary();
  writer.line(`${count(body, node)} ${previous} = $o.runAs(x, ${value.js});`, node);
  writer.line('try {');
  compileBlock(body, node.body);
  writer.line(`} finally { $o.endRunAs(x, ${previous}); }`);
}
