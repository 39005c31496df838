/** One worker process of a test run: gets its classes by message, answers with the run. */
import { runHere, type TestRunOptions } from './testRun';

process.once('message', (options: TestRunOptions) => {
  let answer: { run?: ReturnType<typeof runHere>; error?: string };
  try {
    answer = { run: runHere(options) };
  } catch (failure) {
    answer = { error: failure instanceof Error ? failure.message : String(failure) };
  }
  process.send?.(answer, () => process.exit(0));
});
