/** The trigger context of the transaction: Trigger.new and its kin, innermost trigger first. */
import type { TriggerEvent } from '../../../database';
import type { ApexValue, Execution } from '../types';
import { ApexEnumValue, type ApexList, type ApexMap } from '../values';

export interface TriggerVariables {
  readonly event: TriggerEvent;
  readonly new: ApexList | null;
  readonly old: ApexList | null;
  readonly newMap: ApexMap | null;
  readonly oldMap: ApexMap | null;
  readonly size: number;
}

const running = new WeakMap<Execution, TriggerVariables[]>();

export function withTrigger<T>(x: Execution, variables: TriggerVariables, work: () => T): T {
  const stack = running.get(x) ?? [];
  running.set(x, stack);
  stack.push(variables);
  try {
    return work();
  } finally {
    stack.pop();
  }
}

/** Values of the enum System.TriggerOperation, in its order. */
const OPERATIONS: readonly TriggerEvent[] = ['beforeInsert', 'beforeUpdate', 'beforeDelete', 'afterInsert', 'afterUpdate', 'afterDelete', 'afterUndelete'];
const operationName = (event: TriggerEvent): string => event.replace(/[A-Z]/, (letter) => `_${letter}`).toUpperCase();

export function triggerVariable(x: Execution, name: string): ApexValue {
  const current = running.get(x)?.at(-1);
  const event = current?.event ?? '';
  switch (name) {
    case 'isexecuting': return current !== undefined;
    case 'isbefore': return event.startsWith('before');
    case 'isafter': return event.startsWith('after');
    case 'isinsert': return event.endsWith('Insert');
    case 'isupdate': return event.endsWith('Update');
    case 'isdelete': return event.endsWith('Delete') && !event.endsWith('Undelete');
    case 'isundelete': return event.endsWith('Undelete');
    case 'new': return current?.new ?? null;
    case 'old': return current?.old ?? null;
    case 'newmap': return current?.newMap ?? null;
    case 'oldmap': return current?.oldMap ?? null;
    case 'size': return current?.size ?? null;
    case 'operationtype': return current ? ApexEnumValue.of('TriggerOperation', operationName(current.event), OPERATIONS.indexOf(current.event)) : null;
    default: throw new Error(`There is no trigger context variable ${name}.`);
  }
}
