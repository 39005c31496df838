/** Calls whose target is known only at run time, and what every object can do. */
import type { ApexValue, Execution } from '../types';
import { ApexException, concatText, equalsApex, hashApex, isUserObject } from '../values';

export const text = (_x: Execution, value: ApexValue): string => concatText(value);

/** A method of a platform interface: of the user's object if it is one, else the library's. */
export function callInterface(x: Execution, target: ApexValue, name: string, args: readonly ApexValue[], own: ((x: Execution, target: ApexValue, ...args: ApexValue[]) => ApexValue) | null): ApexValue {
  const isUser = isUserObject(target) && x.runtime.findClass(x.runtime.typeOf(target)) !== undefined;
  if (isUser && x.runtime.hasMethod(target, name, args.length)) return x.runtime.invoke(x, target, name, args);
  if (own) return own(x, target, ...args);
  throw new ApexException('TypeException', `Method does not exist or incorrect signature: void ${name}() from the type ${x.runtime.typeOf(target)}`);
}

export const objectText = (_x: Execution, value: ApexValue): string => concatText(value);
export const hash = (_x: Execution, value: ApexValue): number => hashApex(value);
export const objectEquals = (_x: Execution, value: ApexValue, other: ApexValue): boolean => equalsApex(value, other);

/** A cast that needs a check. `type` knows its instances. */
export interface RuntimeType { readonly name: string; has(value: ApexValue): boolean; convert(x: Execution, value: ApexValue): ApexValue; nameOf(value: ApexValue): string; }

export const isInstance = (value: ApexValue, type: RuntimeType): boolean => value !== null && type.has(value);

export function cast(x: Execution, value: ApexValue, type: RuntimeType): ApexValue {
  if (value === null) return null;
  const converted = type.convert(x, value);
  if (converted !== undefined) return converted;
  throw new ApexException('TypeException', `Invalid conversion from runtime type ${shown(type.nameOf(value))} to ${shown(type.name)}`);
}
/** Messages call Object inside a collection ANY. */
const shown = (name: string): string => name.replace(/([<,])Object(?=[>,])/g, '$1ANY');
