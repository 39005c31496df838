/** Whether a user reaches few records of an object by shares: decides how a predicate is written, never what it means. */
import { ident, type Context } from '../state/context';
import type { ShareTable } from './shareTable';

/** Shares up to which their list is made first. */
const NARROW = 2000;
/** Uses after which the answer is asked anew: shares grow. */
const USES = 200;

export class Reach {
  private readonly known = new Map<string, { narrow: boolean; left: number }>();

  constructor(private readonly context: Context) {}

  isNarrow(userId: string, table: ShareTable): boolean {
    const key = `${userId} ${table.object.name}`;
    const known = this.known.get(key);
    if (known && known.left-- > 0) return known.narrow;
    const text = `SELECT COUNT(*) AS n FROM (SELECT 1 FROM _principal p CROSS JOIN ${ident(table.object.name)} s ON s."UserOrGroupId" = p.group_id WHERE p.user_id = ? LIMIT ${NARROW + 1})`;
    const narrow = Number(this.context.database.sql.all(text, [userId])[0]?.['n']) <= NARROW;
    this.known.set(key, { narrow, left: USES });
    return narrow;
  }
}
