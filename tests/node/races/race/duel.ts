/** Two acts on one record, the second in the midst of the first. */
import type { Platform } from '../../../../local-org/server';
import { BUSY, NOTHING_TO_DO, type Act, type Outcome } from './act';
import { between, statementsOf } from './boundaries';

/** Where acts race: records of a kind, one fresh for each duel, and what can be said of one afterwards. */
export interface Arena<T> {
  readonly platform: Platform;
  /** Sets the moment, in seconds from that of the world. */
  readonly setTime: (at: number) => void;
  readonly fresh: () => T;
  /** All that an act may change, without what differs from record to record. */
  readonly stateOf: (record: T) => unknown;
  /** What must hold of all records at any time; throws where it does not. */
  readonly check: () => void;
  /** Text of a label. */
  readonly label: (name: string) => string;
}

export interface Duel { readonly place: string; readonly first: Outcome; readonly second: Outcome; readonly state: unknown; }

/** Runs acts on records of an arena; each act sees its own time. */
export class Duels<T> {
  private readonly alone = new Map<string, { statements: readonly string[]; state: unknown }>();

  constructor(readonly arena: Arena<T>) {}

  /** The statements of an act that nobody disturbs, and what it leaves behind. */
  undisturbed(act: Act<T>): { statements: readonly string[]; state: unknown } {
    const known = this.alone.get(act.name);
    if (known) return known;
    const record = this.arena.fresh();
    let outcome: Outcome | undefined;
    const statements = statementsOf(this.arena.platform.database, () => void (outcome = this.run(act, record)));
    if (!outcome?.done) throw new Error(`${act.name} alone was refused: ${outcome?.told}`);
    const made = { statements, state: this.arena.stateOf(record) };
    this.alone.set(act.name, made);
    return made;
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

/** What is wrong with a duel, in words; undefined when one won, the other was told so, and the record is as the winner alone leaves it. */
export function fault<T>(duels: Duels<T>, first: Act<T>, second: Act<T>, duel: Duel): string | undefined {
  const { label } = duels.arena;
  if (duel.first.done === duel.second.done) return duel.first.done ? 'both won' : `nobody won: ${told(duel.first)} / ${told(duel.second)}`;
  const [winner, loser, outcome] = duel.first.done ? [first, second, duel.second] : [second, first, duel.first];
  const nothing = loser.refusals.length === 0 && told(outcome) === NOTHING_TO_DO;
  if (!nothing && ![BUSY, ...loser.refusals].some((name) => says(told(outcome), label(name)))) return `${loser.name} was told: ${told(outcome)}`;
  const [found, wanted] = [JSON.stringify(duel.state), JSON.stringify(duels.undisturbed(winner).state)];
  return found === wanted ? undefined : `${winner.name} alone leaves ${wanted}, this left ${found}`;
}

/** Whether a text is a label's, with whatever fills its gaps. */
const says = (text: string, label: string): boolean => new RegExp(`^${label.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\d+\}/g, '.+')}$`).test(text);

const told = (outcome: Outcome): string => (outcome.done ? 'done' : outcome.told);

/** Faults of all places of a pair; `places` chooses among their numbers. */
export function faults<T>(duels: Duels<T>, first: Act<T>, second: Act<T>, places: (count: number) => readonly number[] = all): string[] {
  const found: string[] = [];
  for (const number of places(duels.undisturbed(first).statements.length + 1)) {
    const duel = duels.at(first, second, number);
    const wrong = fault(duels, first, second, duel);
    if (wrong) found.push(`${second.name} before ${number}, ${duel.place.replace(/\s+/g, ' ').slice(0, 90)}: ${wrong}`);
  }
  duels.arena.check();
  return found;
}

export const all = (count: number): number[] => Array.from({ length: count }, (_each, number) => number);

/** Pairs of different acts, both ways. */
export function pairs<T>(acts: readonly Act<T>[]): [string, Act<T>, Act<T>][] {
  return acts.flatMap((first) => acts.filter((second) => second !== first).map((second): [string, Act<T>, Act<T>] => [`${first.name} and ${second.name}`, first, second]));
}
