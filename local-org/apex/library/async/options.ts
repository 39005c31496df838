/** AsyncOptions and QueueableDuplicateSignature. https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_AsyncOptions.htm */
import type { PlatformClass } from '../../runtime/types';
import { concatText, PlatformObject, type ApexValue } from '../../runtime/values';
import { property } from '../data/access';

export class AsyncOptionsValue extends PlatformObject {
  readonly apexType = 'AsyncOptions';
  MaximumQueueableStackDepth: number | null = null;
  MinimumQueueableDelayInMinutes: number | null = null;
  DuplicateSignature: DuplicateSignature | null = null;
}
export class DuplicateSignature extends PlatformObject {
  readonly apexType = 'QueueableDuplicateSignature';
  constructor(readonly parts: readonly string[]) {
    super();
  }
}
class SignatureBuilder extends PlatformObject {
  readonly apexType = 'QueueableDuplicateSignature.Builder';
  readonly parts: string[] = [];
  add(kind: string, value: ApexValue): this {
    this.parts.push(`${kind}:${concatText(value)}`);
    return this;
  }
}
export const signatureText = (signature: DuplicateSignature): string => signature.parts.join('|');

export const OPTIONS: readonly PlatformClass[] = [
  {
    name: 'AsyncOptions',
    members: {
      'new()': () => new AsyncOptionsValue(),
      'Integer MaximumQueueableStackDepth { get; set; }': property('MaximumQueueableStackDepth'),
      'Integer MinimumQueueableDelayInMinutes { get; set; }': property('MinimumQueueableDelayInMinutes'),
      'QueueableDuplicateSignature DuplicateSignature { get; set; }': property('DuplicateSignature'),
    },
  },
  { name: 'QueueableDuplicateSignature', members: { 'static QueueableDuplicateSignature.Builder Builder()': () => new SignatureBuilder() } },
  {
    name: 'QueueableDuplicateSignature.Builder',
    members: {
      'new()': () => new SignatureBuilder(),
      'QueueableDuplicateSignature.Builder addId(Id value)': (_x, builder: SignatureBuilder, value) => builder.add('id', value),
      'QueueableDuplicateSignature.Builder addInteger(Integer value)': (_x, builder: SignatureBuilder, value) => builder.add('integer', value),
      'QueueableDuplicateSignature.Builder addString(String value)': (_x, builder: SignatureBuilder, value) => builder.add('string', value),
      'QueueableDuplicateSignature build()': (_x, builder: SignatureBuilder) => new DuplicateSignature(builder.parts),
    },
  },
];
