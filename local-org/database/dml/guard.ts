/** Strict locking: fields that Apex may change only on rows it read FOR UPDATE. */
import { SourceError, type ObjectModel } from '../../schema';
import type { Store } from '../store';
import { type Item, type Request, idOf } from './item';

export class Guard {
  private readonly fields = new Map<string, string[]>();

  constructor(guarded: readonly string[]) {
    for (const entry of guarded) {
      const [object = '', field = ''] = entry.split('.');
      const key = object.toLowerCase();
      this.fields.set(key, [...(this.fields.get(key) ?? []), field]);
    }
  }

  check(store: Store, object: ObjectModel, items: readonly Item[], request: Request): void {
    const { origin } = request.options;
    const fields = this.fields.get(object.name.toLowerCase());
    if (!fields || origin.kind !== 'apex' || origin.test) return;
    for (const item of items) {
      const id = idOf(item.row);
      if (store.state.step.locked.has(id) || store.state.step.created.has(id) || store.state.inTrigger(id)) continue;
      for (const name of fields) {
        const field = object.field(name);
        if (!field || item.input[field.name] === undefined || item.input[field.name] === item.old?.[field.name]) continue;
        throw new SourceError(`${object.name}.${field.name} is guarded: read the row FOR UPDATE in this transaction before changing it`, origin.position);
      }
    }
  }
}
