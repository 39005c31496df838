/** The places of a transaction where another one can come in between: before each SOQL and DML statement of its Apex. */
import type { DatabaseEngine } from '../../../../local-org/database';

/** Runs `first` and hears of each of its statements before it runs: its number from 0, and what it is. */
function watched<T>(database: DatabaseEngine, first: () => T, before: (number: number, statement: string) => void): T {
  const { query, dml } = database;
  let reached = 0;
  let within = false;
  const boundary = (statement: string): void => {
    // What a test itself reads belongs to no transaction of Apex.
    if (within || !database.inTransaction) return;
    within = true;
    try {
      before(reached++, statement);
    } finally {
      within = false;
    }
  };
  const place = (name: 'query' | 'dml', value: unknown): void => void Object.defineProperty(database, name, { value, configurable: true, writable: true });
  place('query', ((asked, ...rest) => {
    boundary(typeof asked === 'string' ? asked : asked.text);
    return query.call(database, asked, ...rest);
  }) satisfies typeof query);
  place('dml', ((operation, object, ...rest) => {
    boundary(`${operation} ${object.name}`);
    return dml.call(database, operation, object, ...rest);
  }) satisfies typeof dml);
  try {
    return first();
  } finally {
    Reflect.deleteProperty(database, 'query');
    Reflect.deleteProperty(database, 'dml');
  }
}

/** The statements of `work`, in order. */
export function statementsOf(database: DatabaseEngine, work: () => void): string[] {
  const statements: string[] = [];
  watched(database, work, (_number, statement) => statements.push(statement));
  return statements;
}

/** Runs `first`, and `second` as another transaction before statement `number` of it. Answers what both answered. */
export function between<A, B>(database: DatabaseEngine, first: () => A, number: number, second: () => B): { first: A; second: B | undefined } {
  let answer: B | undefined;
  const answerOfFirst = watched(database, first, (reached) => {
    if (reached === number) answer = database.interleave(second);
  });
  return { first: answerOfFirst, second: answer };
}
