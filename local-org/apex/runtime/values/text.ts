/** How values become text. */
import { currentExecution } from '../current';
import type { ApexValue } from '../types';
import { ApexList, ApexMap, ApexSet } from './collections';
import { ApexDate, ApexDatetime } from './dates';
import { ApexException } from './exception';
import { isUserObject, overrides } from './identity';
import { SObjectValue } from './sobject';
import { localText } from './zone';

/** Elements of a collection that are written before `...`, as in debug logs. */
const SHOWN = 10;

/** As `'' + value`, System.debug and assertion messages write it: null is `null`, dates have a time, datetimes are in UTC. */
export function concatText(value: ApexValue): string {
  if (value === null) return 'null';
  if (typeof value !== 'object') return String(value);
  if (value instanceof ApexDate) return `${value} 00:00:00`;
  if (value instanceof ApexList) return `(${shown(value.items, value.items.length)})`;
  if (value instanceof ApexSet) return `{${shown(value, value.size)}}`;
  if (value instanceof ApexMap) return `{${shownPairs(value)}}`;
  if (value instanceof SObjectValue) return recordText(value);
  if (value instanceof ApexException) return value.toString();
  if (isUserObject(value)) return objectText(value);
  return String(value);
}

/** As String.valueOf writes it: dates bare, datetimes in the user's zone. Null stays null. */
export function valueText(value: ApexValue): string | null {
  if (value === null) return null;
  if (value instanceof ApexDate) return value.toString();
  if (value instanceof ApexDatetime) return localText(value, currentExecution()?.services.timeZone ?? 'UTC');
  return concatText(value);
}

function shown(items: Iterable<ApexValue>, size: number): string {
  const parts: string[] = [];
  for (const item of items) {
    if (parts.length === SHOWN && size > SHOWN) {
      parts.push('...');
      break;
    }
    parts.push(concatText(item));
  }
  return parts.join(', ');
}
function shownPairs(map: ApexMap): string {
  const parts: string[] = [];
  for (const { key, value } of map.entries.values()) {
    if (parts.length === SHOWN && map.size > SHOWN) {
      parts.push('...');
      break;
    }
    parts.push(`${concatText(key)}=${concatText(value)}`);
  }
  return parts.join(', ');
}
function recordText(record: SObjectValue): string {
  const parts = [...(record.aggregates ?? record.values)].filter(([, value]) => value !== null).map(([name, value]) => `${name}=${concatText(value)}`);
  return `${record.object.name}:{${parts.join(', ')}}`;
}

const writing = new Set<object>();
function objectText(value: object): string {
  const x = currentExecution();
  if (!x) return 'Object';
  if (overrides(x, value, 'toString')) return String(x.runtime.invoke(x, value, 'toString', []));
  const type = x.runtime.typeOf(value);
  const simple = type.split('.').pop() as string;
  if (writing.has(value)) return `${simple}:(already output)`;
  writing.add(value);
  try {
    const fields = (x.runtime.findClass(type)?.fields ?? []).filter((field) => !field.static);
    return `${simple}:[${fields.map((field) => `${field.name}=${concatText(x.runtime.readField(x, value, field.name) ?? null)}`).join(', ')}]`;
  } finally {
    writing.delete(value);
  }
}
