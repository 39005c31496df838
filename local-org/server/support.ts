/** What this floor answers, read from its own tables. */
import { removableTypes } from '../schema';
import { OPTIONS, TEST_LEVELS } from './deployments/options';
import { refusedResources } from './rest/resources';
import { serverRoutes } from './routes';

export function supportList(): Readonly<Record<'Resources' | 'Deployment options' | 'Test levels' | 'Deleted by destructive changes' | 'Refused by name', readonly string[]>> {
  const refused = new Set(refusedResources);
  const methods = new Map<string, string[]>();
  for (const { method, pattern, refuses } of serverRoutes) if (!refuses) methods.set(pattern, [...(methods.get(pattern) ?? []), method]);
  const shown = (pattern: string): string => pattern.replace('/services/data/:version', '').replace(/\*(\w+)/g, ':$1') || '/';
  return {
    Resources: [...methods].map(([pattern, names]) => `\`${names.join(' ')} ${shown(pattern)}\``),
    'Deployment options': OPTIONS,
    'Test levels': TEST_LEVELS,
    'Deleted by destructive changes': removableTypes,
    'Refused by name': [...refused],
  };
}
