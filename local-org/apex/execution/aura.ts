/** @AuraEnabled methods: arguments from JSON, the result to JSON, errors as components see them. */
import { PlatformError } from '../../schema';
import { AuraHandled, parseJson, readJson, writeJson } from '../library';
import type { CompiledMethod } from '../runtime/types';
import { ApexException } from '../runtime/values';
import type { Environment } from './environment';
import { runTransaction, uncaught } from './transaction';

const isTrue = (text: string | undefined): boolean => text?.toLowerCase() === 'true';

function annotation(method: CompiledMethod): { cacheable: boolean } | undefined {
  const found = method.annotations.find((each) => each.name.toLowerCase() === 'auraenabled');
  if (!found) return undefined;
  const cacheable = Object.entries(found.parameters).find(([name]) => name.toLowerCase() === 'cacheable')?.[1];
  return { cacheable: isTrue(cacheable) };
}

export function auraMethod(environment: Environment, className: string, method: string): { cacheable: boolean; method: CompiledMethod } | undefined {
  const found = environment.program().findClass(className)?.methods.find((each) => each.static && each.name.toLowerCase() === method.toLowerCase() && annotation(each));
  return found && { cacheable: annotation(found)?.cacheable ?? false, method: found };
}

/** Calls the method as the user. A method that is missing, not enabled or not the user's to run answers alike. */
export function callAura(environment: Environment, userId: string, className: string, methodName: string, args: Record<string, unknown>, options: { cacheableOnly: boolean }): unknown {
  const found = auraMethod(environment, className, methodName);
  if (!found || !environment.security.canRunClass(userId, className)) throw new PlatformError('INSUFFICIENT_ACCESS', `You do not have access to the Apex class named '${className}'.`);
  if (options.cacheableOnly && !found.cacheable) throw new PlatformError('INVALID_OPERATION', `${className}.${methodName} is not cacheable=true and cannot be wired.`);
  try {
    return runTransaction(environment, { kind: 'aura', userId, name: `${className}.${found.method.name}` }, (x) => {
      const given = new Map(Object.entries(args).map(([name, value]) => [name.toLowerCase(), value]));
      const values = found.method.parameters.map((parameter) => {
        const value = given.get(parameter.name.toLowerCase());
        return value === undefined || value === null ? null : readJson(x, parseJson(JSON.stringify(value)), parameter.type);
      });
      const before = { dml: x.limits.dmlStatements };
      const result = x.runtime.invokeStatic(x, className, found.method.name, values);
      // Lightning refuses DML in a cacheable method (LWC Developer Guide, "Call Apex Methods").
      if (found.cacheable && x.limits.dmlStatements > before.dml) throw new ApexException('LimitException', 'Too many DML statements: 1');
      return found.method.returnType === 'void' ? null : (JSON.parse(writeJson(x, result ?? null, { lightning: true })) as unknown);
    });
  } catch (failure) {
    throw auraError(failure);
  }
}

/** AuraHandledException shows its message; any other exception is what the platform shows of it. */
function auraError(failure: unknown): unknown {
  const { exception } = uncaught(failure);
  if (!exception) return failure;
  return exception instanceof AuraHandled ? new PlatformError('AURA_HANDLED', exception.shown ?? exception.text) : new PlatformError('APEX_ERROR', exception.text);
}
