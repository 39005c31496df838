/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_limits.htm */
import { heapLimit } from '../../runtime/data';
import type { LimitCounters, PlatformClass } from '../../runtime/types';

type Members = NonNullable<PlatformClass['members']>;

/** `getX()` and `getLimitX()` of one counter. */
const counter = (name: string, key: Exclude<keyof LimitCounters, 'statements' | 'cpuStart'>): Members => ({
  [`static Integer get${name}()`]: (x) => x.limits[key],
  [`static Integer getLimit${name}()`]: (x) => x.services.caps[key],
});

export const LIMITS: PlatformClass = {
  name: 'Limits',
  members: {
    ...counter('Queries', 'queries'), ...counter('QueryRows', 'queryRows'), ...counter('DmlStatements', 'dmlStatements'), ...counter('DmlRows', 'dmlRows'), ...counter('QueueableJobs', 'queueableJobs'), ...counter('FutureCalls', 'futureCalls'),
    ...counter('Callouts', 'callouts'), ...counter('EmailInvocations', 'emailInvocations'), ...counter('SoslQueries', 'soslQueries'), ...counter('PublishImmediateDml', 'publishImmediateDml'),
    // CPU is told, not enforced: the times of this machine say nothing of the platform's.
    'static Integer getCpuTime()': (x) => Math.max(0, x.services.now() - x.limits.cpuStart),
    'static Integer getLimitCpuTime()': (x) => x.services.caps.cpuStart,
    'static Integer getLimitHeapSize()': (x) => heapLimit(x),
  },
};
