/** Order of List.sort. */
import type { ApexValue, Execution } from '../../runtime/types';
import { ApexDate, ApexDatetime, ApexEnumValue, ApexException, ApexTime, concatText, isUserObject, numeric, SObjectValue } from '../../runtime/values';
import { compareText } from '../text/words';

/** Nulls first, numbers by size, text by code, dates by time, enums by ordinal, user objects by compareTo, records by name and then id. */
export function compareApex(x: Execution, left: ApexValue, right: ApexValue): number {
  if (left === right) return 0;
  if (left === null) return -1;
  if (right === null) return 1;
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right);
  if (typeof left === 'boolean' && typeof right === 'boolean') return left ? 1 : -1;
  const [leftNumber, rightNumber] = [numeric(left), numeric(right)];
  if (leftNumber && rightNumber) return leftNumber.compare(rightNumber);
  if (left instanceof ApexDate && right instanceof ApexDate) return left.days - right.days;
  if ((left instanceof ApexDatetime && right instanceof ApexDatetime) || (left instanceof ApexTime && right instanceof ApexTime)) return left.ms - right.ms;
  if (left instanceof ApexEnumValue && right instanceof ApexEnumValue) return left.ordinal - right.ordinal;
  if (left instanceof SObjectValue && right instanceof SObjectValue) return compareRecords(left, right);
  if (isUserObject(left) && x.runtime.isInstance(left, 'Comparable')) return x.runtime.invoke(x, left, 'compareTo', [right]) as number;
  throw new ApexException('ListException', `One or more of the items in this list is not Comparable.`);
}
function compareRecords(left: SObjectValue, right: SObjectValue): number {
  const name = (record: SObjectValue): string => `${record.object.label}\u0000${concatText(record.values.get(record.object.nameField ?? 'Id') ?? '')}\u0000${record.id ?? ''}`;
  return compareText(name(left), name(right));
}
