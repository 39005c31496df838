/** Mutants: small changes that each break one thing, and the tests of which one must turn red. */

/** A command in the tree's root. */
export type TestCommand = readonly string[];

export interface Mutant {
  readonly name: string;
  /** Floor of the local org, `package` or a folder of it, or `locks` for those that are found in the package. */
  readonly floor: string;
  readonly file: string;
  /** Text that stands exactly once in the file... */
  readonly search: string;
  /** ... or, where it stands more often, where to look for it. */
  readonly at?: number;
  readonly replace: string;
  /** Asked in this order until one is red; all pass without the mutant. */
  readonly tests: readonly TestCommand[];
}

export interface Verdict {
  readonly mutant: Mutant;
  readonly outcome: 'killed' | 'survived' | 'invalid';
  readonly seconds: number;
  /** Why it is not killed, or the tests that turned red. */
  readonly why: string;
}
