/** The context objects that jobs are handed. */
import { JobContext } from '../library';
import { apexError } from '../runtime/ops';
import { ApexException } from '../runtime/values';

export const context = {
  queueable: (jobId: string): JobContext => new JobContext('QueueableContextImpl', jobId),
  scheduled: (triggerId: string): JobContext => new JobContext('SchedulableContextImpl', triggerId),
  batch: (jobId: string, childJobId: string | null = null): JobContext => new JobContext('BatchableContextImpl', jobId, childJobId),
  finalizer: (jobId: string, failure: unknown): JobContext => {
    const error = failure === undefined ? null : apexError(failure);
    return new JobContext('FinalizerContextImpl', jobId, null, error instanceof ApexException ? error : null);
  },
};
