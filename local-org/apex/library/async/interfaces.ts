/** What asynchronous Apex implements and is handed. https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_async_overview.htm */
import type { PlatformClass } from '../../runtime/types';
import { ApexException, PlatformObject } from '../../runtime/values';
import { undispatched } from '../collections/iterator';
import { ApexEnumValue } from '../../runtime/values';

/** One class for the contexts of every kind of job. */
export class JobContext extends PlatformObject {
  constructor(readonly apexType: 'QueueableContextImpl' | 'SchedulableContextImpl' | 'BatchableContextImpl' | 'FinalizerContextImpl', readonly jobId: string, readonly childJobId: string | null = null, readonly failure: ApexException | null = null, readonly requestId = '') {
    super();
  }
}
const RESULTS = ['SUCCESS', 'UNHANDLED_EXCEPTION'];
const result = (context: JobContext): ApexEnumValue => ApexEnumValue.of('ParentJobResult', context.failure ? 'UNHANDLED_EXCEPTION' : 'SUCCESS', context.failure ? 1 : 0);

export const ASYNC_INTERFACES: readonly PlatformClass[] = [
  { name: 'Queueable', kind: 'interface', members: { 'void execute(QueueableContext context)': undispatched } },
  { name: 'QueueableContext', kind: 'interface', members: { 'Id getJobId()': (_x, context: JobContext) => context.jobId } },
  { name: 'QueueableContextImpl', implements: ['QueueableContext'] },
  { name: 'Schedulable', kind: 'interface', members: { 'void execute(SchedulableContext context)': undispatched } },
  { name: 'SchedulableContext', kind: 'interface', members: { 'Id getTriggerId()': (_x, context: JobContext) => context.jobId } },
  { name: 'SchedulableContextImpl', implements: ['SchedulableContext'] },
  { name: 'Finalizer', kind: 'interface', members: { 'void execute(FinalizerContext context)': undispatched } },
  {
    name: 'FinalizerContext', kind: 'interface',
    members: {
      'Id getAsyncApexJobId()': (_x, context: JobContext) => context.jobId,
      'String getRequestId()': (_x, context: JobContext) => context.requestId,
      'ParentJobResult getResult()': (_x, context: JobContext) => result(context),
      'Exception getException()': (_x, context: JobContext) => context.failure,
    },
  },
  { name: 'FinalizerContextImpl', implements: ['FinalizerContext'] },
  { name: 'ParentJobResult', kind: 'enum', values: RESULTS },
  // `start` answers a QueryLocator or an Iterable; which of them is the class's own affair.
  { name: 'Database.Batchable', typeParameters: ['T'], kind: 'interface', members: { 'void execute(Database.BatchableContext context, List<T> scope)': undispatched, 'void finish(Database.BatchableContext context)': undispatched } },
  { name: 'Database.BatchableContext', kind: 'interface', members: { 'Id getJobId()': (_x, context: JobContext) => context.jobId, 'Id getChildJobId()': (_x, context: JobContext) => context.childJobId } },
  { name: 'BatchableContextImpl', implements: ['Database.BatchableContext'] },
  { name: 'Database.Stateful', kind: 'interface' },
  { name: 'Database.AllowsCallouts', kind: 'interface' },
  { name: 'Database.RaisesPlatformEvents', kind: 'interface' },
  { name: 'Callable', kind: 'interface', members: { 'Object call(String action, Map<String,Object> args)': undispatched } },
  { name: 'StubProvider', kind: 'interface' },
];
