/** EventBus. https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_eventbus_EventBus.htm */
import { callerOf, runDml } from '../../runtime/data';
import type { PlatformClass } from '../../runtime/types';
import { ApexException, ApexList, required, SObjectValue } from '../../runtime/values';
import { ApexDmlResult } from '../data/results';
import { TriggerContextValue } from './trigger-context';

function checked(record: SObjectValue | null): SObjectValue {
  if (required(record).object.kind !== 'platformEvent') throw new ApexException('TypeException', `Invalid event type: ${record?.object.name}`);
  return record as SObjectValue;
}

export const EVENTS: readonly PlatformClass[] = [
  {
    name: 'EventBus',
    members: {
      'static Database.SaveResult publish(SObject event)': (x, event: SObjectValue) => new ApexDmlResult('Database.SaveResult', runDml(x, 'insert', [checked(event)], { allOrNone: false, caller: callerOf(x, 'system') })[0] as never),
      'static List<Database.SaveResult> publish(List<SObject> events)': (x, events: ApexList) => new ApexList(runDml(x, 'insert', required(events).items.map(checked), { allOrNone: false, caller: callerOf(x, 'system') }).map((result) => new ApexDmlResult('Database.SaveResult', result)), 'Database.SaveResult'),
    },
  },
  { name: 'EventBus.RetryableException', kind: 'exception', extends: 'Exception', members: { 'new()': () => new ApexException('EventBus.RetryableException'), 'new(String message)': (_x, message: string) => new ApexException('EventBus.RetryableException', message) } },
  {
    name: 'EventBus.TriggerContext',
    members: {
      'static EventBus.TriggerContext currentContext()': (x) => TriggerContextValue.of(x),
      'Integer retries { get; }': (_x, context: TriggerContextValue) => context.retries,
      'String lastError { get; }': (_x, context: TriggerContextValue) => context.lastError,
      'void setResumeCheckpoint(String replayId)': (_x, context: TriggerContextValue, replayId: string) => void (context.checkpoint = required(replayId)),
      'String getResumeCheckpoint()': (_x, context: TriggerContextValue) => context.checkpoint,
    },
  },
];
