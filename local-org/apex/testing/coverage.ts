/** Covered and uncovered lines of classes and triggers that are not tests. */
import type { Program } from '../compiler';
import type { CoverageOfClass } from '../types';

export function coverageOf(program: Program): CoverageOfClass[] {
  const tests = new Set(program.classes.filter((each) => each.isTest).map((each) => each.name.toLowerCase()));
  return program
    .coverage()
    .filter((each) => !tests.has(each.name.toLowerCase()) && each.lines.size > 0)
    .map((each) => {
      const lines = [...each.lines].sort(([a], [b]) => a - b);
      return { name: each.name, file: each.file, covered: lines.filter(([, times]) => times > 0).map(([line]) => line), uncovered: lines.filter(([, times]) => times === 0).map(([line]) => line) };
    });
}
