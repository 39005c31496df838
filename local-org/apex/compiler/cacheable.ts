/**
 * Cacheable methods answer the same until the cache is dropped, so they must not write: "To improve runtime performance ... don't
 * mutate data" (https://developer.salesforce.com/docs/platform/lwc/guide/apex-wire-method.html). The platform tells it when the method
 * runs; here it is told when the class is compiled, for what the class itself does.
 */
import type { At, Expression, Statement } from '../syntax';
import { fail } from './problems';
import type { ClassSymbol, MethodSymbol } from './symbols';

/** Methods of Database that write, by name in lower case. */
const WRITES = new Set(['insert', 'update', 'upsert', 'delete', 'undelete', 'merge', 'convertlead', 'insertimmediate', 'insertasync', 'updateasync', 'deleteasync', 'updateimmediate', 'deleteimmediate']);

type Node = (Expression | Statement) & At;
type Call = Expression & { kind: 'call' };

export function checkWritesNothing(method: MethodSymbol): void {
  const write = firstWrite(method, new Set());
  if (write) fail(write, `AuraEnabled(cacheable=true) methods must not write (Too many DML statements: 1): ${method.name}`);
}

/** The first statement that writes, in the method or in one of its class that it calls. */
function firstWrite(method: MethodSymbol, seen: Set<MethodSymbol>): At | undefined {
  if (seen.has(method)) return undefined;
  seen.add(method);
  const body = (method.declaration as { body?: unknown } | undefined)?.body;
  for (const node of nodes(body)) {
    if (node.kind === 'dml' || (node.kind === 'call' && isDatabaseWrite(node))) return node;
    if (node.kind !== 'call') continue;
    for (const called of calledWithin(method.owner, node)) {
      const write = firstWrite(called, seen);
      if (write) return write;
    }
  }
  return undefined;
}

/** Every expression and statement below, in source order. */
function* nodes(value: unknown): Generator<Node> {
  if (value === null || typeof value !== 'object') return;
  if (typeof (value as { kind?: unknown }).kind === 'string') yield value as Node;
  for (const part of Object.values(value)) yield* nodes(part);
}

function isDatabaseWrite(call: Call): boolean {
  return call.target?.kind === 'name' && call.target.name.toLowerCase() === 'database' && WRITES.has(call.name.toLowerCase());
}

/** Methods of the same outermost class that the call may mean: overloads are told apart by their number of parameters. */
function calledWithin(owner: ClassSymbol, call: Call): MethodSymbol[] {
  const { target } = call;
  const byName = target?.kind === 'name' && target.name.toLowerCase() === owner.outermost.declaration.name.toLowerCase();
  const owners: readonly (ClassSymbol | undefined)[] = !target || target.kind === 'this' ? [owner, owner.outer] : byName ? [owner.outermost] : [];
  return owners.flatMap((each) => each?.methods.get(call.name.toLowerCase()) ?? []).filter((each) => each.parameters.length === call.args.length);
}
