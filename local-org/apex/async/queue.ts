/** Work that waits, in the order in which it may run. Kept in memory: what a stop interrupts is queued anew by whoever sweeps. */
import type { Job } from './job';

export class JobQueue {
  readonly waiting: Job[] = [];

  add(job: Job): void {
    this.waiting.push(job);
  }
  /** Takes the first job that is due. */
  take(now: number): Job | undefined {
    const at = this.waiting.findIndex((job) => job.dueAt <= now);
    return at < 0 ? undefined : this.waiting.splice(at, 1)[0];
  }
  abort(id: string): boolean {
    const at = this.waiting.findIndex((job) => job.id === id);
    if (at >= 0) this.waiting.splice(at, 1);
    return at >= 0;
  }
  get nextDue(): number | undefined {
    return this.waiting.length ? Math.min(...this.waiting.map((job) => job.dueAt)) : undefined;
  }
}
