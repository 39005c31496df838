/** What lives as long as one transaction: locks, the kind of objects written, the depth of triggers. */
export class TransactionState {
  /** Ids read FOR UPDATE. */
  readonly locked = new Set<string>();
  /** Ids that this transaction itself inserted: nobody else can hold them. */
  readonly created = new Set<string>();
  /**
   * Ids locked, and ids inserted, since a test class last had a word: strict locking takes what lies between two statements of a test
   * for a transaction of its own, which it would be outside tests.
   */
  readonly step = { locked: new Set<string>(), created: new Set<string>() };
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

  nextStep(): void {
    this.step.locked.clear();
    this.step.created.clear();
  }

  clear(): void {
    this.locked.clear();
    this.created.clear();
    this.nextStep();
    this.changed.clear();
    this.written.clear();
    this.triggerRows.clear();
    this.depth = 0;
    this.savepoints = 0;
  }
}
