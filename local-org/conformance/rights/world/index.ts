/** The harbour: a small org in which every rule of the model decides something. */
import type { World } from '../model';
import { fieldsOf, OBJECTS } from './objects';
import { ACCOUNTS, GROUPS, PEOPLE, QUEUES, ROLES } from './people';
import { PROFILES, SET_GROUPS, SETS } from './permissions';
import { RECORDS, RULES_OF_SHARING } from './records';

export const HARBOUR: World = {
  objects: OBJECTS, fields: fieldsOf, profiles: PROFILES, sets: SETS, setGroups: SET_GROUPS, roles: ROLES, accounts: ACCOUNTS, groups: GROUPS, queues: QUEUES, people: PEOPLE, rules: RULES_OF_SHARING, records: RECORDS,
};
export { FORMULA, GRADE, REQUIRED } from './objects';
export { ADMINISTRATOR, OUTSIDE, OWN_PROFILE } from './permissions';
