/** A duel finds what goes wrong: acts without locks, and sentences that nobody wrote. */
import type { Act, Outcome } from './act';
import { fault, type Duel, type Duels } from './duel';

const LABELS: Readonly<Record<string, string>> = { PRM_Busy: 'Busy.', Late: '{0} is taken (by {1}).' };
const done: Outcome = { done: true };
const told = (text: string): Outcome => ({ done: false, told: text });
const act = (name: string, more: Partial<Act<string>> = {}): Act<string> => ({ name, at: 0, run: () => done, refusals: ['Late'], ...more });
const one = act('one');
const other = act('other');

/** Acts that leave their own name behind; those in `refused` can never be done. */
const duels = (refused: readonly string[] = []): Duels<string> => ({
  arena: { label: (name: string) => LABELS[name] },
  undisturbed: ({ name }: Act<string>) => ({ statements: [], state: refused.includes(name) ? 'untouched' : name, outcome: refused.includes(name) ? told('Busy.') : done }),
  inTurn: (before: Act<string>, after: Act<string>) => `${before.name} ${after.name}`,
}) as unknown as Duels<string>;
const duel = (first: Outcome, second: Outcome, state: string): Duel => ({ place: 'anywhere', first, second, state });

test('GIVEN one winner WHEN the other was told that somebody is at it or was first THEN nothing is wrong', () => {
  expect(fault(duels(), one, other, duel(done, told('Busy.'), 'one'))).toBeUndefined();
  expect(fault(duels(), one, other, duel(told('Claim 7 is taken (by Kim).'), done, 'other'))).toBeUndefined();
});

test('GIVEN two winners WHEN neither may follow the other THEN that is a fault, as is a result of neither order', () => {
  expect(fault(duels(), one, other, duel(done, done, 'other'))).toBe('both won');
  const follower = act('follower', { follows: ['one'] });
  expect(fault(duels(), one, follower, duel(done, done, 'one follower'))).toBeUndefined();
  expect(fault(duels(), follower, one, duel(done, done, 'one follower'))).toBeUndefined();
  expect(fault(duels(), one, follower, duel(done, done, 'follower'))).toContain('this left "follower"');
});

test('GIVEN a loser WHEN it is told by a code, by another sentence or by none THEN that is a fault', () => {
  expect(fault(duels(), one, other, duel(done, told('UNABLE_TO_LOCK_ROW'), 'one'))).toBe('other was told: UNABLE_TO_LOCK_ROW');
  expect(fault(duels(), one, other, duel(done, told('Claim 7 is taken (by Kim). Really.'), 'one'))).toContain('was told');
  expect(fault(duels(), one, other, duel(done, told(''), 'one'))).toBe('other was told: ');
});

test('GIVEN a winner WHEN the loser left a trace THEN that is a fault', () => {
  expect(fault(duels(), one, other, duel(done, told('Busy.'), 'one and a bit of other'))).toContain('one alone leaves "one"');
});

test('GIVEN no winner WHEN the first was refused anyway and held the record THEN nothing is wrong, else it is', () => {
  expect(fault(duels(['one']), one, other, duel(told('Claim 7 is taken (by Kim).'), told('Busy.'), 'untouched'))).toBeUndefined();
  expect(fault(duels(), one, other, duel(told('Busy.'), told('Busy.'), 'untouched'))).toContain('nobody won');
});
