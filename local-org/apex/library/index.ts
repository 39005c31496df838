/** The platform library: every class that Apex code may name, one table each. What is not here does not exist for the compiler. */
import type { PlatformClass } from '../runtime/types';
import { ASYNC_INTERFACES } from './async/interfaces';
import { OPTIONS } from './async/options';
import { COMPARABLE, COMPARATOR, ITERABLE, ITERATOR } from './collections/iterator';
import { LIST } from './collections/list';
import { MAP } from './collections/map';
import { SET } from './collections/set';
import { ACCESS } from './data/access';
import { BUSINESS_HOURS } from './data/business-hours';
import { DATABASE } from './data/database';
import { LEAD_CONVERT } from './data/lead-convert';
import { RESULTS } from './data/results';
import { STATUS_CODE } from './data/status-codes';
import { BLOB, ENCODING_UTIL } from './encoding/blob';
import { CRYPTO } from './encoding/crypto';
import { EXCEPTIONS } from './exceptions';
import { HTTP } from './http/http';
import { REST } from './http/rest';
import { URLS } from './http/url';
import { JSON_GENERATOR } from './json/generator';
import { JSON_CLASS } from './json/json';
import { JSON_PARSER } from './json/parser';
import { EMAIL } from './messaging/email';
import { EVENTS } from './messaging/events';
import { DECIMAL, DOUBLE } from './numbers/decimals';
import { BOOLEAN, INTEGER, LONG } from './numbers/integers';
import { MATH } from './numbers/math';
import { FIELD_DESCRIBE } from './schema/field-describe';
import { OBJECT_DESCRIBE } from './schema/object-describe';
import { SCHEMA_ENUMS } from './schema/enums';
import { SCHEMA } from './schema/schema';
import { AGGREGATE, SOBJECT } from './schema/sobject';
import { SECURITY } from './security/strip';
import { ASSERT } from './system/assert';
import { ENUMS } from './system/enums';
import { LIMITS } from './system/limits';
import { SYSTEM } from './system/system';
import { TEST } from './system/test';
import { TYPE } from './system/type';
import { FEATURE_MANAGEMENT, USER_INFO } from './system/userinfo';
import { ID } from './text/id';
import { MATCHER, PATTERN } from './text/pattern';
import { STRING } from './text/string';
import { DATE } from './time/date';
import { DATETIME } from './time/datetime';
import { TIME, TIME_ZONE } from './time/time';

export const CLASSES: readonly PlatformClass[] = [
  { name: 'Object' }, STRING, ID, PATTERN, MATCHER, BOOLEAN, INTEGER, LONG, DECIMAL, DOUBLE, MATH, DATE, DATETIME, TIME, TIME_ZONE, BLOB, ENCODING_UTIL, ...CRYPTO,
  LIST, SET, MAP, ITERATOR, ITERABLE, COMPARABLE, COMPARATOR,
  SOBJECT, AGGREGATE, ...SCHEMA, ...SCHEMA_ENUMS, ...OBJECT_DESCRIBE, ...FIELD_DESCRIBE,
  DATABASE, ...ACCESS, ...RESULTS, STATUS_CODE, ...LEAD_CONVERT, BUSINESS_HOURS,
  SYSTEM, ASSERT, ...TEST, TYPE, USER_INFO, FEATURE_MANAGEMENT, LIMITS, ...ENUMS, ...EXCEPTIONS, ...OPTIONS, ...ASYNC_INTERFACES,
  JSON_CLASS, JSON_GENERATOR, JSON_PARSER, ...HTTP, ...REST, ...URLS, ...EMAIL, ...EVENTS, ...SECURITY,
];

/** By full name in lower case. */
export const platformClasses: ReadonlyMap<string, PlatformClass> = new Map(CLASSES.map((each) => [each.name.toLowerCase(), each]));

/** Name of a member in its signature: `valueOf`, `new`, `MAX_VALUE`. */
const memberName = (signature: string): string => /(\w+)\s*[({]/.exec(signature)?.[1] ?? signature;

/** Names of the members of every class, or the values of an enum, for the README. */
export function supportList(): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(CLASSES.map((each) => [each.name, each.values ?? [...new Set(Object.keys(each.members ?? {}).map(memberName))]]));
}

export { AuraHandled } from './exceptions';
export { QueryLocator } from './data/access';
export { JobContext } from './async/interfaces';
export { RestRequestValue, RestResponseValue, restOf } from './http/rest';
export { readJson, untyped } from './json/read';
export { parseJson, type Json } from './json/parse';
export { writeJson } from './json/write';
export { TriggerContextValue } from './messaging/trigger-context';
