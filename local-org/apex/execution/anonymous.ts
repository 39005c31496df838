/** Anonymous Apex: compiled against the org, run as the user in a transaction of its own. */
import type { Compilation } from '../compiler';
import type { ApexPlatform } from '../types';
import type { Environment } from './environment';
import { runTransaction, uncaught, type Transaction } from './transaction';

export function executeAnonymous(environment: Environment, compilation: Compilation, userId: string, text: string): ReturnType<ApexPlatform['executeAnonymous']> {
  const { errors, code } = compilation.compileAnonymous(text);
  const [first] = errors;
  if (first || !code) return { compiled: false, compileProblem: first?.problem ?? 'The block could not be compiled.', line: first?.position?.line ?? 1, column: first?.position?.column ?? 1, success: false, exceptionMessage: null, exceptionStackTrace: null, logs: '' };
  let running: Transaction | undefined;
  try {
    runTransaction(environment, { kind: 'anonymous', userId, name: 'AnonymousBlock' }, (x) => {
      running = x;
      code.run(x);
    });
  } catch (failure) {
    const { exception, message, stack } = uncaught(failure);
    if (!exception) throw failure;
    return { compiled: true, compileProblem: null, line: exception.frames[0]?.line ?? 1, column: exception.frames[0]?.column ?? 1, success: false, exceptionMessage: message, exceptionStackTrace: stack, logs: running?.lines.join('\n') ?? '' };
  }
  return { compiled: true, compileProblem: null, line: -1, column: -1, success: true, exceptionMessage: null, exceptionStackTrace: null, logs: running?.lines.join('\n') ?? '' };
}
