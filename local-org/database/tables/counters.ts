/** Counters of ids and auto-numbers. As on the platform, a rollback leaves gaps rather than giving a number twice. */
import type { Connection } from '../sqlite/connection';

export class Counters {
  private readonly values = new Map<string, number>();
  private readonly changed = new Set<string>();

  constructor(private readonly connection: Connection) {
    for (const row of connection.all('SELECT name, value FROM _counter')) this.values.set(String(row.name), Number(row.value));
  }

  next(name: string): number {
    const value = (this.values.get(name) ?? 0) + 1;
    this.values.set(name, value);
    this.changed.add(name);
    return value;
  }

  /** Counts on from here, if that is further than it has come. */
  reach(name: string, value: number): void {
    if (value <= (this.values.get(name) ?? 0)) return;
    this.values.set(name, value);
    this.changed.add(name);
  }

  /** Writes what changed; called inside the transaction, before it commits. */
  flush(): void {
    for (const name of this.changed) {
      this.connection.run('INSERT INTO _counter VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', [name, this.values.get(name) as number]);
    }
    this.changed.clear();
  }
}
