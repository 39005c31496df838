/** What the compilation of one statement needs: the caller, values of binds, fresh aliases. */
import type { Store } from '../../store';
import type { AccessPolicy, Caller, QueryOptions, Sql, SqlValue } from '../../types';
import { localDay } from '../dates/zones';

export class CompileContext {
  private aliases = 0;
  private zoneName: string | undefined;
  private todayName: string | undefined;

  constructor(
    readonly store: Store,
    readonly caller: Caller,
    readonly options: QueryOptions,
    /** Object and field rights count. */
    readonly userMode: boolean,
    /** Record rights count. */
    readonly sharing: boolean
  ) {}

  alias(): string {
    return `t${this.aliases++}`;
  }

  get access(): AccessPolicy | undefined {
    return this.store.access;
  }

  get zone(): string {
    return (this.zoneName ??= this.store.timeZone(this.caller.userId));
  }

  get today(): string {
    return (this.todayName ??= localDay(this.store.clock.now(), this.zone));
  }
}

const NOTHING: readonly SqlValue[] = [];

export function sql(text: string, params: readonly SqlValue[] = NOTHING): Sql {
  return { text, params };
}

export function joinSql(parts: readonly Sql[], separator: string): Sql {
  return { text: parts.map((part) => part.text).join(separator), params: parts.flatMap((part) => part.params) };
}

export function sqlLiteral(value: SqlValue | boolean): string {
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value === 'string') return `'${value.replace(/'/g, "''")}'`;
  throw new Error('Bytes have no literal form here');
}
