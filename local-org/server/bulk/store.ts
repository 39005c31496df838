/** Bulk API 2.0 ingest jobs: kept in memory, as long as the process lives. */
export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

export interface IngestJob {
  readonly id: string;
  readonly userId: string;
  readonly object: string;
  readonly operation: 'insert' | 'update' | 'upsert' | 'delete';
  readonly externalIdFieldName: string | null;
  readonly lineEnding: 'LF' | 'CRLF';
  readonly columnDelimiter: string;
  readonly createdAt: number;
  state: JobState;
  csv: string;
  errorMessage: string | null;
  header: string[];
  successes: string[][];
  failures: string[][];
  unprocessed: string[][];
}

export class JobStore {
  private readonly jobs = new Map<string, IngestJob>();
  private next = 1;

  create(values: Omit<IngestJob, 'id' | 'state' | 'csv' | 'errorMessage' | 'header' | 'successes' | 'failures' | 'unprocessed'>): IngestJob {
    const job: IngestJob = { ...values, id: `750${String(this.next++).padStart(12, '0')}AAA`, state: 'Open', csv: '', errorMessage: null, header: [], successes: [], failures: [], unprocessed: [] };
    this.jobs.set(job.id, job);
    return job;
  }

  /** A job of this user; another's answers like none. */
  find(id: string, userId: string): IngestJob | undefined {
    const job = this.jobs.get(id);
    return job?.userId === userId ? job : undefined;
  }

  delete(id: string): void {
    this.jobs.delete(id);
  }

  ofUser(userId: string): IngestJob[] {
    return [...this.jobs.values()].filter((job) => job.userId === userId);
  }
}
