/** Choice among methods of one name, by the static types of the arguments. */
import type { At } from '../syntax';
import type { Body, Expr } from './context';
import { assignable, distance } from './conversions';
import { fail } from './problems';
import type { ApexType } from './types';

export interface Candidate<M> { readonly method: M; readonly parameters: readonly ApexType[]; }

/** Distance of an argument to a parameter; a query in brackets may also stand for its one record. */
function argumentDistance(body: Body, arg: Expr, parameter: ApexType): number | undefined {
  const direct = distance(body.world, arg.type, parameter);
  if (direct !== undefined) return direct;
  if (arg.soql && parameter.kind === 'sobject' && assignable(body.world, arg.type.args[0] ?? arg.type, parameter)) return 50;
  return undefined;
}

/** The candidate nearest to the arguments; undefined when none fits. Ambiguity is a problem. */
export function choose<M>(body: Body, candidates: readonly Candidate<M>[], args: readonly Expr[], at: At, shown: string): Candidate<M> | undefined {
  const fitting = candidates.flatMap((candidate) => {
    if (candidate.parameters.length !== args.length) return [];
    const distances = args.map((arg, i) => argumentDistance(body, arg, candidate.parameters[i] as ApexType));
    return distances.every((each) => each !== undefined) ? [{ candidate, distances: distances as number[] }] : [];
  });
  if (fitting.length <= 1) return fitting[0]?.candidate;
  const sound = fitting.filter((each) => each.candidate.parameters.every((parameter) => parameter.kind !== 'unknown'));
  // A declaration in error has been reported; it makes no call ambiguous.
  if (sound.length < fitting.length) return (sound[0] ?? fitting[0])?.candidate;
  const exact = fitting.find((each) => each.distances.every((step) => step === 0));
  if (exact) return exact.candidate;
  const best = fitting.filter((one) => fitting.every((other) => one === other || nearer(body, one, other)));
  if (best.length === 1) return (best[0] as (typeof best)[number]).candidate;
  const sum = (each: { distances: number[] }): number => each.distances.reduce((total, step) => total + step, 0);
  const ranked = [...fitting].sort((a, b) => sum(a) - sum(b));
  const nearest = ranked.filter((each) => sum(each) === sum(ranked[0] as (typeof ranked)[number]));
  // Math.max(Integer, Decimal): of two as near, the one that takes more arguments as they are.
  const taken = (each: { distances: number[] }): number => each.distances.filter((step) => step === 0).length;
  const most = Math.max(...nearest.map(taken));
  const [winner, rival] = nearest.filter((each) => taken(each) === most);
  if (winner && !rival) return winner.candidate;
  if (nearest.length > 1) return fail(at, `Method is ambiguous: ${shown}`);
  return (ranked[0] as (typeof ranked)[number]).candidate;
}

/** One candidate is nearer when no argument is further from it, or its parameters are the more special ones. */
function nearer<M>(body: Body, one: { candidate: Candidate<M>; distances: number[] }, other: { candidate: Candidate<M>; distances: number[] }): boolean {
  const closer = one.distances.every((step, i) => step <= (other.distances[i] as number)) && one.distances.some((step, i) => step < (other.distances[i] as number));
  if (closer) return true;
  return one.distances.every((step, i) => step === other.distances[i]) && one.candidate.parameters.every((parameter, i) => assignable(body.world, parameter, other.candidate.parameters[i] as ApexType));
}

/** `(Integer, null)` for messages. */
export function shownArguments(args: readonly Expr[]): string {
  return args.map((arg) => arg.type.name).join(', ');
}
