/** Statements of tests, told from those of the code under test. */
import type { Execution } from '../types';

/** Whether the statement stands in a test class, or in a class inside one. */
export function inTestClass(x: Execution): boolean {
  const name = x.frame?.className.split('.')[0];
  return x.test !== undefined && name !== undefined && x.runtime.findClass(name)?.isTest === true;
}
