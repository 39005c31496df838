/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_jsongenerator.htm */
import type { ApexValue, Execution, PlatformClass } from '../../runtime/types';
import { ApexException, PlatformObject } from '../../runtime/values';
import { writeJson } from './write';

type Node = { readonly kind: 'object' | 'array'; readonly parts: string[]; field?: string };

export class JsonGenerator extends PlatformObject {
  readonly apexType = 'JSONGenerator';
  private readonly stack: Node[] = [];
  private result = '';
  closed = false;
  constructor(private readonly x: Execution, private readonly pretty: boolean) {
    super();
  }
  private add(text: string): void {
    const top = this.stack[this.stack.length - 1];
    if (!top) this.result += text;
    else if (top.kind === 'array') top.parts.push(text);
    else {
      if (top.field === undefined) throw new ApexException('JSONException', 'Can not write value, expecting field name');
      top.parts.push(`${JSON.stringify(top.field)}:${text}`);
      delete top.field;
    }
  }
  value(value: ApexValue): void {
    this.add(writeJson(this.x, value));
  }
  field(name: string): void {
    const top = this.stack[this.stack.length - 1];
    if (top?.kind !== 'object') throw new ApexException('JSONException', 'Can not write a field name, expecting a value');
    top.field = name;
  }
  start(kind: Node['kind']): void {
    this.stack.push({ kind, parts: [] });
  }
  end(kind: Node['kind']): void {
    const top = this.stack.pop();
    if (top?.kind !== kind) throw new ApexException('JSONException', `Current context not an ${kind} but ${top?.kind ?? 'ROOT'}`);
    this.add(kind === 'object' ? `{${top.parts.join(',')}}` : `[${top.parts.join(',')}]`);
  }
  get text(): string {
    while (this.stack.length > 0) this.end((this.stack[this.stack.length - 1] as Node).kind);
    return this.pretty ? JSON.stringify(JSON.parse(this.result), null, 2).replace(/": /g, '" : ') : this.result;
  }
}

type G = JsonGenerator;
/** writeX and writeXField of each type. */
function writers(): NonNullable<PlatformClass['members']> {
  const members: Record<string, (x: Execution, generator: G, ...args: ApexValue[]) => void> = {};
  const types = [['Blob', 'Blob'], ['Boolean', 'Boolean'], ['Date', 'Date'], ['DateTime', 'Datetime'], ['Id', 'Id'], ['Number', 'Decimal'], ['Number', 'Double'], ['Number', 'Integer'], ['Number', 'Long'], ['String', 'String'], ['Time', 'Time'], ['Object', 'Object']] as const;
  for (const [name, type] of types) {
    members[`void write${name}(${type} value)`] = (_x, generator, value) => generator.value(value);
    members[`void write${name}Field(String name, ${type} value)`] = (_x, generator, field, value) => {
      generator.field(field);
      generator.value(value);
    };
  }
  return members;
}

export const JSON_GENERATOR: PlatformClass = {
  name: 'JSONGenerator',
  members: {
    ...writers(),
    'void close()': (_x, generator: G) => void (generator.closed = true),
    'String getAsString()': (_x, generator: G) => generator.text,
    'Boolean isClosed()': (_x, generator: G) => generator.closed,
    'void writeEndArray()': (_x, generator: G) => generator.end('array'),
    'void writeEndObject()': (_x, generator: G) => generator.end('object'),
    'void writeFieldName(String name)': (_x, generator: G, name: string) => generator.field(name),
    'void writeNull()': (_x, generator: G) => generator.value(null),
    'void writeNullField(String name)': (_x, generator: G, name: string) => {
      generator.field(name);
      generator.value(null);
    },
    'void writeStartArray()': (_x, generator: G) => generator.start('array'),
    'void writeStartObject()': (_x, generator: G) => generator.start('object'),
  },
};
