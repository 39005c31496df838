/** What lives as long as one transaction: locks, the kind of objects written, the depth of triggers. */
export class TransactionState {
  /** Ids read FOR UPDATE. */
  readonly locked = new Set<string>();
  /** Ids that this transaction itself inserted: nobody else can hold them. */
  readonly created = new Set<string>();
  /** Those of them that a test class inserted: to the code under test they are rows like any other. */
  readonly testData = new Set<string>();
  /** Ids that it changed or deleted: the platform holds these rows for it too. */
  readonly changed = new Set<string>();
  /** Objects written so far by Apex: `setup` and `data` must not mix. */
  written = new Map<'setup' | 'data', string>();
  /** Nesting of DML through triggers and roll-ups. */
  depth = 0;
  savepoints = 0;
  /** Rows of the triggers that are running, with the number of triggers that have each. */
  private readonly triggerRows = new Map<string, number>();

  enterTrigger(ids: readonly string[]): void {
    for (const id of ids) this.triggerRows.set(id, (this.triggerRows.get(id) ?? 0) + 1);
  }

  leaveTrigger(ids: readonly string[]): void {
    for (const id of ids) {
      const left = (this.triggerRows.get(id) ?? 1) - 1;
      if (left === 0) this.triggerRows.delete(id);
      else this.triggerRows.set(id, left);
    }
  }

  inTrigger(id: string): boolean {
    return this.triggerRows.has(id);
  }

  clear(): void {
    this.locked.clear();
    this.created.clear();
    this.testData.clear();
    this.changed.clear();
    this.written.clear();
    this.triggerRows.clear();
    this.depth = 0;
    this.savepoints = 0;
  }
}
