/** Where a trigger on platform events stands. */
import type { Execution } from '../../runtime/types';
import { PlatformObject } from '../../runtime/values';

const contexts = new WeakMap<Execution, TriggerContextValue>();

export class TriggerContextValue extends PlatformObject {
  readonly apexType = 'EventBus.TriggerContext';
  /** Replay id of the last event that is done, when the trigger set one. */
  checkpoint: string | null = null;
  constructor(readonly retries = 0, readonly lastError: string | null = null) {
    super();
  }
  static of(x: Execution): TriggerContextValue {
    let context = contexts.get(x);
    if (!context) contexts.set(x, (context = new TriggerContextValue()));
    return context;
  }
  static set(x: Execution, context: TriggerContextValue): void {
    contexts.set(x, context);
  }
}
