/** Share tables of standard objects (Object Reference, "AccountShare" and its like). */
import { deleted, id, modified, ref, restricted, type StandardField, type StandardObject } from './dsl';

const LEVELS = 'Read=Read Only|Edit=Read/Write|All=Owner';
const CAUSES = 'Owner|*Manual=Manual Sharing|Rule=Sharing Rule|ImplicitChild=Account Sharing|ImplicitParent=Associated record owner or sharing|Team=Sales Team|Territory=Territory Assignment Rule|GuestRule|GuestParentImplicit';

/** Access to the parent itself first, then to the related records that an account share opens too. */
const share = (parent: string, keyPrefix: string, related: readonly StandardField[] = []): StandardObject => ({
  name: `${parent}Share`,
  keyPrefix,
  label: `${parent} Share`,
  shareOf: parent,
  internal: 'ReadWrite',
  external: 'ReadWrite',
  fields: [
    id(),
    ref(`${parent}Id`, parent, { children: 'Shares', onDelete: 'Cascade' }, 'required', 'createOnly'),
    ref('UserOrGroupId', 'Group User', { as: 'UserOrGroup', onDelete: 'Cascade' }, 'required', 'createOnly', { label: 'User/Group ID' }),
    restricted(`${parent}AccessLevel`, LEVELS, 'required', { length: 40 }),
    ...related,
    restricted('RowCause', CAUSES, 'createOnly', 'defaulted', { length: 40, label: 'Row Cause' }),
    ...modified(),
    deleted(),
  ],
});

const level = (object: string, ...flags: ('required' | 'readOnly')[]): StandardField => restricted(`${object}AccessLevel`, `None|${LEVELS}`, ...flags, { length: 40 });

export const SHARES: readonly StandardObject[] = [
  // Contact access is writable only while contacts are not controlled by their account, which the base shape has.
  share('Account', '00r', [level('Opportunity', 'required'), level('Case'), level('Contact', 'readOnly')]),
  share('Contact', '03s'),
  share('Lead', '01o'),
  share('Opportunity', '00t'),
  share('Case', '01n'),
  share('Campaign', '08s'),
  share('Asset', '70a'),
];
