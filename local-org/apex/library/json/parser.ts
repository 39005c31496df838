/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_JsonParser.htm */
import type { Execution, PlatformClass } from '../../runtime/types';
import { ApexException, PlatformObject, required, type ApexEnumValue, type ApexType } from '../../runtime/values';
import { JsonNumber, parseJson, type Json } from './parse';
import { readJson } from './read';

interface Token { readonly type: string; readonly name: string | null; readonly value: Json; /** Index behind the last token of the value that begins here. */ end: number; }

export class JsonParser extends PlatformObject {
  readonly apexType = 'JSONParser';
  private readonly tokens: Token[] = [];
  private at = -1;
  constructor(text: string) {
    super();
    this.spread(parseJson(text), null);
  }
  private spread(value: Json, name: string | null): void {
    const start = this.tokens.length;
    if (Array.isArray(value)) {
      this.push('START_ARRAY', name, value);
      value.forEach((each) => this.spread(each, null));
      this.push('END_ARRAY', name, null);
    } else if (value !== null && typeof value === 'object' && !(value instanceof JsonNumber)) {
      this.push('START_OBJECT', name, value);
      for (const [field, inner] of Object.entries(value)) {
        this.push('FIELD_NAME', field, field);
        this.spread(inner, field);
      }
      this.push('END_OBJECT', name, null);
    } else this.push(scalar(value), name, value);
    (this.tokens[start] as Token).end = this.tokens.length;
  }
  private push(type: string, name: string | null, value: Json): void {
    this.tokens.push({ type, name, value, end: this.tokens.length + 1 });
  }
  get current(): Token | undefined {
    return this.tokens[this.at];
  }
  next(): Token | undefined {
    this.at = Math.min(this.at + 1, this.tokens.length);
    return this.current;
  }
  /** Past the value, unless it is a plain one. */
  nextValue(): Token | undefined {
    do this.next();
    while (this.current?.type === 'FIELD_NAME');
    return this.current;
  }
  skip(): void {
    if (this.current?.type.startsWith('START')) this.at = this.current.end - 1;
  }
  take(x: Execution, type: string, strict: boolean): unknown {
    if (this.at < 0) this.next();
    const token = this.current;
    if (!token) throw new ApexException('JSONException', 'No content to map to Object due to end of input');
    const value = readJson(x, token.value, type, { strict });
    this.skip();
    return value;
  }
}
function scalar(value: Json): string {
  if (value === null) return 'VALUE_NULL';
  if (typeof value === 'boolean') return value ? 'VALUE_TRUE' : 'VALUE_FALSE';
  if (typeof value === 'string') return 'VALUE_STRING';
  return (value as JsonNumber).isInteger ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT';
}

type P = JsonParser;
const token = (x: Execution, found: Token | undefined): ApexEnumValue | null => (found ? x.services.enumValue('JSONToken', found.type) : null);
const as = (type: string) => (x: Execution, parser: P): unknown => readJson(x, parser.current?.value, type);

export const JSON_PARSER: PlatformClass = {
  name: 'JSONParser',
  members: {
    'Blob getBlobValue()': as('Blob'), 'Boolean getBooleanValue()': as('Boolean'), 'Date getDateValue()': as('Date'), 'Datetime getDateTimeValue()': as('Datetime'), 'Decimal getDecimalValue()': as('Decimal'), 'Double getDoubleValue()': as('Double'),
    'Id getIdValue()': as('Id'), 'Integer getIntegerValue()': as('Integer'), 'Long getLongValue()': as('Long'), 'Time getTimeValue()': as('Time'),
    'String getCurrentName()': (_x, parser: P) => parser.current?.name ?? null,
    'System.JSONToken getCurrentToken()': (x, parser: P) => token(x, parser.current),
    'String getText()': (_x, parser: P) => textOf(parser.current),
    'Boolean hasCurrentToken()': (_x, parser: P) => parser.current !== undefined,
    'System.JSONToken nextToken()': (x, parser: P) => token(x, parser.next()),
    'System.JSONToken nextValue()': (x, parser: P) => token(x, parser.nextValue()),
    'Object readValueAs(System.Type type)': (x, parser: P, type: ApexType) => parser.take(x, required(type).name, false),
    'Object readValueAsStrict(System.Type type)': (x, parser: P, type: ApexType) => parser.take(x, required(type).name, true),
    'void skipChildren()': (_x, parser: P) => parser.skip(),
  },
};
function textOf(found: Token | undefined): string | null {
  if (!found) return null;
  switch (found.type) {
    case 'START_OBJECT': return '{';
    case 'END_OBJECT': return '}';
    case 'START_ARRAY': return '[';
    case 'END_ARRAY': return ']';
    default: return found.value instanceof JsonNumber ? found.value.text : String(found.value);
  }
}
