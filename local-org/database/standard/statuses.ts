/** What the values of status picklists mean: as their value set says, else as in a new org. */
import type { OrgModel, PicklistValue } from '../../schema';
import type { Value } from '../types';

/** Metadata API, StandardValue: closed. A new org closes cases by this one status. */
export const closesCase = (value: PicklistValue): boolean => value.closed ?? value.value === 'Closed';
export const closesTask = (value: PicklistValue): boolean => value.closed ?? value.value === 'Completed';

/** Whether one of the values of `Object.Field` bears that name and meaning. */
export function means(org: OrgModel, object: string, field: string, value: Value | undefined, meaning: (value: PicklistValue) => boolean): boolean {
  const found = org.object(object)?.field(field)?.picklist?.values.find((each) => each.value === value);
  return found !== undefined && meaning(found);
}
