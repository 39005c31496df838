/** Problems found in source. One statement gives one problem at most: the first stops it. */
import { SourceError } from '../../schema';
import type { At } from '../syntax';

/** Thrown inside a statement or member; its boundary records it and goes on. */
export class Problem extends Error {
  constructor(readonly problem: string, readonly line: number, readonly column: number) {
    super(problem);
  }
}

export function fail(at: At, problem: string): never {
  throw new Problem(problem, at.line, at.column);
}

/** The problems of one compilation. */
export class Problems {
  readonly all: SourceError[] = [];

  add(file: string, at: At, problem: string): void {
    if (this.all.some((each) => each.position?.file === file && each.position.line === at.line && each.position.column === at.column && each.problem === problem)) return;
    this.all.push(new SourceError(problem, { file, line: at.line, column: at.column }));
  }

  /** Runs a piece of checking; a problem inside is recorded and ends that piece alone. */
  within<T>(file: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.add(file, error, error.problem);
      return undefined;
    }
  }
}
