/** Where the shares of an object lie: `X__Share` with ParentId, or `XShare` with `XId` and `XAccessLevel`. */
import type { ObjectModel, OrgModel } from '../../schema';

export interface ShareTable {
  readonly object: ObjectModel;
  readonly parent: string;
  readonly level: string;
}

const found = new WeakMap<ObjectModel, ShareTable | null>();

/** The share table of an object; undefined when everybody reads and edits its records, or its parent decides. */
export function shareTable(org: OrgModel, object: ObjectModel): ShareTable | undefined {
  let table = found.get(object);
  if (table === undefined) found.set(object, (table = find(org, object)));
  return table ?? undefined;
}

function find(org: OrgModel, object: ObjectModel): ShareTable | null {
  const share = org.object(object.custom ? object.name.replace(/__c$/i, '__Share') : `${object.name}Share`);
  if (!share || share === object || share.kind !== 'share') return null;
  const own = object.custom ? { parent: 'ParentId', level: 'AccessLevel' } : { parent: `${object.name}Id`, level: `${object.name}AccessLevel` };
  return { object: share, ...own };
}

/** The object whose records a share object shares. */
export function sharedObject(org: OrgModel, share: ObjectModel): ObjectModel | undefined {
  return org.object(share.name.endsWith('__Share') ? share.name.replace(/__Share$/, '__c') : share.name.replace(/Share$/, ''));
}
