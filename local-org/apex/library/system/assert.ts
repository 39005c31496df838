/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Assert.htm; System.assert and its kin share it */
import type { ApexValue, PlatformClass } from '../../runtime/types';
import { ApexException, concatText, equalsApex, type ApexType } from '../../runtime/values';

type Members = NonNullable<PlatformClass['members']>;

/** Fails the test with the platform's words. Not even a catch of Exception stops it. */
export function fail(message: ApexValue, detail?: string): never {
  const parts = [...(message === null || message === undefined ? [] : [concatText(message)]), ...(detail === undefined ? [] : [detail])];
  throw new ApexException('AssertException', `Assertion Failed${parts.length > 0 ? `: ${parts.join(': ')}` : ''}`);
}
export function equal(expected: ApexValue, actual: ApexValue, message?: ApexValue): void {
  if (!equalsApex(expected, actual)) fail(message, `Expected: ${concatText(expected)}, Actual: ${concatText(actual)}`);
}
export function different(notExpected: ApexValue, actual: ApexValue, message?: ApexValue): void {
  if (equalsApex(notExpected, actual)) fail(message, `Same value: ${concatText(notExpected)}`);
}

/** With and without a message at the end. */
function both(signature: string, check: (x: Parameters<Members[string]>[0], args: readonly ApexValue[], message?: ApexValue) => void): Members {
  const count = signature.includes('()') ? 0 : signature.split(',').length;
  const more = signature.replace(')', count === 0 ? 'String message)' : ', String message)');
  return { [`static void ${signature}`]: (x, ...args) => check(x, args), [`static void ${more}`]: (x, ...args) => check(x, args.slice(0, count), args[count]) };
}

export const ASSERT: PlatformClass = {
  name: 'Assert',
  members: {
    ...both('areEqual(Object expected, Object actual)', (_x, [expected, actual], message) => equal(expected, actual, message)),
    ...both('areNotEqual(Object notExpected, Object actual)', (_x, [notExpected, actual], message) => different(notExpected, actual, message)),
    ...both('isTrue(Boolean condition)', (_x, [condition], message) => condition === true || fail(message, message === undefined ? `Expected: true, Actual: ${concatText(condition)}` : undefined)),
    ...both('isFalse(Boolean condition)', (_x, [condition], message) => condition === false || fail(message, message === undefined ? `Expected: false, Actual: ${concatText(condition)}` : undefined)),
    ...both('isNull(Object value)', (_x, [value], message) => equal(null, value, message)),
    ...both('isNotNull(Object value)', (_x, [value], message) => different(null, value, message)),
    ...both('isInstanceOfType(Object instance, System.Type expectedType)', (x, [value, type], message) => {
      if (!x.runtime.isInstance(value, (type as ApexType).name)) fail(message, `Expected type: ${(type as ApexType).name}, Actual: ${value === null ? 'null' : x.runtime.typeOf(value)}`);
    }),
    ...both('isNotInstanceOfType(Object instance, System.Type notExpectedType)', (x, [value, type], message) => {
      if (x.runtime.isInstance(value, (type as ApexType).name)) fail(message, `Same type: ${(type as ApexType).name}`);
    }),
    ...both('fail()', (_x, _args, message) => fail(message)),
  },
};
