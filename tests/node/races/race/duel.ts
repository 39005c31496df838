/** Two acts on one record, the second in the midst of the first. */
import { BUSY, NOTHING_TO_DO, type Act, type Outcome } from './act';
import { between, statementsOf } from './boundaries';
import type { RaceOrg } from './org';

/** Where acts race: records of a kind, one fresh for each duel, and what can be said of one afterwards. */
export interface Arena<T> extends RaceOrg {
  readonly fresh: () => T;
  /** All that an act may change, without what differs from record to record. */
  readonly stateOf: (record: T) => unknown;
  /** What must hold of all records at any time; throws where it does not. */
  readonly check: () => void;
}

export interface Duel { readonly place: string; readonly first: Outcome; readonly second: Outcome; readonly state: unknown; }

/** What an act does that nobody disturbs. */
interface Alone { readonly statements: readonly string[]; readonly state: unknown; readonly outcome: Outcome; }

/** Runs acts on records of an arena; each act sees its own time. */
export class Duels<T> {
  private readonly alone = new Map<string, Alone>();
  private readonly serial = new Map<string, unknown>();

  constructor(readonly arena: Arena<T>) {}

  /** The statements of an act that nobody disturbs, and what it leaves behind. */
  undisturbed(act: Act<T>): Alone {
    const known = this.alone.get(act.name);
    if (known) return known;
    const record = this.arena.fresh();
    let outcome: Outcome | undefined;
    const statements = statementsOf(this.arena.platform.database, () => void (outcome = this.run(act, record)));
    if (!outcome) throw new Error(`${act.name} came to no end`);
    const made = { statements, state: this.arena.stateOf(record), outcome };
    this.alone.set(act.name, made);
    return made;
  }

  /** What is left when one act is done after the other. */
  inTurn(before: Act<T>, after: Act<T>): unknown {
    const name = `${before.name} > ${after.name}`;
    if (!this.serial.has(name)) {
      const record = this.arena.fresh();
      for (const act of [before, after]) if (!this.run(act, record).done) throw new Error(`${act.name} was refused in ${name}`);
      this.serial.set(name, this.arena.stateOf(record));
    }
    return this.serial.get(name);
  }

  /** `second` before statement `number` of `first`, or after its end where it has no such statement. */
  at(first: Act<T>, second: Act<T>, number: number): Duel {
    const { statements } = this.undisturbed(first);
    const record = this.arena.fresh();
    const answers = between(this.arena.platform.database, () => this.run(first, record), number, () => {
      const outcome = this.run(second, record);
      this.arena.setTime(first.at);
      return outcome;
    });
    const outcome = answers.second ?? this.run(second, record);
    return { place: statements[number] ?? 'the end', first: answers.first, second: outcome, state: this.arena.stateOf(record) };
  }

  private run(act: Act<T>, record: T): Outcome {
    this.arena.setTime(act.at);
    return act.run(record);
  }
}

/**
 * What is wrong with a duel, in words; undefined when one won, the other was told so, and the record is as the winner alone leaves it.
 * Both may win where one may follow the other; nobody where one is refused anyway, and held the record while the other wanted it.
 */
export function fault<T>(duels: Duels<T>, first: Act<T>, second: Act<T>, duel: Duel): string | undefined {
  const wrong = [[first, duel.first] as const, [second, duel.second] as const].flatMap(([act, outcome]) => (explained(duels.arena, act, outcome) ? [] : [`${act.name} was told: ${told(outcome)}`]));
  if (wrong.length > 0) return wrong.join('; ');
  if (duel.first.done && duel.second.done) {
    const order = second.follows?.includes(first.name) ? [first, second] as const : first.follows?.includes(second.name) ? [second, first] as const : undefined;
    return order ? difference(`${order[0].name}, then ${order[1].name}`, duels.inTurn(...order), duel.state) : 'both won';
  }
  if (duel.first.done) return difference(first.name, duels.undisturbed(first).state, duel.state);
  if (duel.second.done) return difference(second.name, duels.undisturbed(second).state, duel.state);
  const refusedAnyway = !duels.undisturbed(first).outcome.done && told(duel.second) === duels.arena.label(BUSY);
  return refusedAnyway ? difference('nobody', duels.undisturbed(first).state, duel.state) : `nobody won: ${told(duel.first)} / ${told(duel.second)}`;
}

function explained<T>(arena: Arena<T>, act: Act<T>, outcome: Outcome): boolean {
  if (outcome.done || (act.refusals.length === 0 && outcome.told === NOTHING_TO_DO)) return true;
  return [BUSY, ...act.refusals].some((name) => says(outcome.told, arena.label(name)));
}

function difference(winner: string, wanted: unknown, found: unknown): string | undefined {
  return JSON.stringify(wanted) === JSON.stringify(found) ? undefined : `${winner} alone leaves ${JSON.stringify(wanted)}, this left ${JSON.stringify(found)}`;
}

/** Whether a text is a label's, with whatever fills its gaps. */
const says = (text: string, label: string): boolean => new RegExp(`^${label.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\d+\}/g, '.+')}$`).test(text);

const told = (outcome: Outcome): string => (outcome.done ? 'done' : outcome.told);

/** Faults of a pair at the places that `places` chooses among their numbers. */
export function faults<T>(duels: Duels<T>, first: Act<T>, second: Act<T>, places: Places): string[] {
  const found: string[] = [];
  for (const number of places(duels.undisturbed(first).statements.length + 1)) {
    const duel = duels.at(first, second, number);
    const wrong = fault(duels, first, second, duel);
    if (wrong) found.push(`${second.name} before ${number}, ${duel.place.replace(/\s+/g, ' ').slice(0, 90)}: ${wrong}`);
  }
  duels.arena.check();
  return found;
}

export type Places = (count: number) => readonly number[];

/** Every how many places there is a duel; the long run fights at all of them. */
const STRIDE = Number(process.env.RACE_STRIDE ?? 4);

/** Each STRIDE-th place, from one that differs from pair to pair, so that all places are met across the pairs. */
export function places(pair: number): Places {
  return (count) => Array.from({ length: count }, (_each, number) => number).filter((number) => (number + pair) % STRIDE === 0);
}
