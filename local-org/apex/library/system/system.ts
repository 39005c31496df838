/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_system.htm */
import type { ApexValue, Execution, PlatformClass } from '../../runtime/types';
import { ApexDatetime, ApexException, concatText, equalsApex, hashApex, required, type ApexEnumValue } from '../../runtime/values';
import { AsyncOptionsValue, signatureText } from '../async/options';
import { dayOf } from '../time/date';
import { different, equal, fail } from './assert';

function enqueue(x: Execution, job: ApexValue, delay: number, options?: AsyncOptionsValue): string {
  if (delay < 0 || delay > 10) throw new ApexException('AsyncException', `Invalid delay: ${delay}. The delay must be between 0 and 10 minutes.`);
  return x.services.submit({ kind: 'queueable', target: required(job), delayMinutes: delay, ...(options?.MaximumQueueableStackDepth ? { maximumDepth: options.MaximumQueueableStackDepth } : {}), ...(options?.DuplicateSignature ? { signature: signatureText(options.DuplicateSignature) } : {}) });
}
function debug(x: Execution, level: string, message: ApexValue): void {
  x.log(level, concatText(message));
}

export const SYSTEM: PlatformClass = {
  name: 'System',
  members: {
    'static void abortJob(String jobId)': (x, id: string) => x.services.abort(required(id)),
    'static void assert(Boolean condition)': (_x, condition) => void (condition === true || fail(undefined)),
    'static void assert(Boolean condition, Object message)': (_x, condition, message) => void (condition === true || fail(message)),
    'static void assertEquals(Object expected, Object actual)': (_x, expected, actual) => equal(expected, actual),
    'static void assertEquals(Object expected, Object actual, Object message)': (_x, expected, actual, message) => equal(expected, actual, message),
    'static void assertNotEquals(Object notExpected, Object actual)': (_x, notExpected, actual) => different(notExpected, actual),
    'static void assertNotEquals(Object notExpected, Object actual, Object message)': (_x, notExpected, actual, message) => different(notExpected, actual, message),
    'static void attachFinalizer(Finalizer finalizer)': (x, finalizer) => x.services.attachFinalizer(required(finalizer)),
    'static Long currentTimeMillis()': (x) => BigInt(x.services.now()),
    'static void debug(Object message)': (x, message) => debug(x, 'DEBUG', message),
    'static void debug(System.LoggingLevel level, Object message)': (x, level: ApexEnumValue, message) => debug(x, level.name, message),
    'static Id enqueueJob(Queueable job)': (x, job) => enqueue(x, job, 0),
    'static Id enqueueJob(Queueable job, Integer delay)': (x, job, delay: number) => enqueue(x, job, required(delay)),
    'static Id enqueueJob(Queueable job, AsyncOptions options)': (x, job, options: AsyncOptionsValue) => enqueue(x, job, required(options).MinimumQueueableDelayInMinutes ?? 0, options),
    'static Boolean equals(Object left, Object right)': (_x, left, right) => equalsApex(left, right),
    'static Integer hashCode(Object value)': (_x, value) => hashApex(value),
    'static Boolean isBatch()': (x) => x.kind === 'batch',
    'static Boolean isFuture()': (x) => x.kind === 'future',
    'static Boolean isQueueable()': (x) => x.kind === 'queueable',
    'static Boolean isScheduled()': (x) => x.kind === 'scheduled',
    'static Boolean isRunningElasticCompute()': () => false,
    'static Datetime now()': (x) => new ApexDatetime(x.services.now()),
    'static Id schedule(String name, String cron, Schedulable job)': (x, name: string, cron: string, target) => x.services.submit({ kind: 'scheduled', name: required(name), cron: required(cron), target: required(target) }),
    'static Id scheduleBatch(Database.Batchable<Object> batch, String name, Integer minutes)': (x, target, name: string, minutes: number) => x.services.submit({ kind: 'scheduledBatch', target: required(target), name, minutes, scope: 200 }),
    'static Id scheduleBatch(Database.Batchable<Object> batch, String name, Integer minutes, Integer scope)': (x, target, name: string, minutes: number, scope: number) => x.services.submit({ kind: 'scheduledBatch', target: required(target), name, minutes, scope }),
    'static Date today()': (x) => dayOf(x, x.services.now()),
  },
};
