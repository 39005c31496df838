/** Work that waits, in the order in which it may run. What is here stands in the database too (`kept.ts`). */
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
  has(id: string): boolean {
    return this.waiting.some((job) => job.id === id);
  }
  remove(id: string): void {
    const at = this.waiting.findIndex((job) => job.id === id);
    if (at >= 0) this.waiting.splice(at, 1);
  }
  get nextDue(): number | undefined {
    return this.waiting.length ? Math.min(...this.waiting.map((job) => job.dueAt)) : undefined;
  }
}
