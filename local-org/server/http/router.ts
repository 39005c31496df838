/** Patterns to routes. A pattern is split at slashes; `:name` takes one part, `*name` at the end the rest. */
import type { Route } from '../types';

interface CompiledRoute {
  readonly route: Route;
  readonly expression: RegExp;
  readonly names: readonly string[];
}

export interface Match {
  readonly route: Route;
  readonly params: Record<string, string>;
}

function compile(route: Route): CompiledRoute {
  const names: string[] = [];
  const source = route.pattern
    .split('/')
    .map((part) => {
      if (part.startsWith(':')) {
        names.push(part.slice(1));
        return '([^/]+)';
      }
      if (part.startsWith('*')) {
        names.push(part.slice(1));
        return '(.*)';
      }
      return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('/');
  return { route, expression: new RegExp(`^${source}/?$`, 'i'), names };
}

/** Finds the first route for a method and path. `otherMethods` tells 404 from 405. */
export class Router {
  private readonly routes: readonly CompiledRoute[];

  constructor(routes: readonly Route[]) {
    this.routes = routes.map(compile);
  }

  match(method: string, path: string): { match?: Match; otherMethods: readonly string[] } {
    const otherMethods: string[] = [];
    for (const { route, expression, names } of this.routes) {
      const found = expression.exec(path);
      if (!found) continue;
      if (route.method !== method && !(method === 'HEAD' && route.method === 'GET')) {
        otherMethods.push(route.method);
        continue;
      }
      const params: Record<string, string> = {};
      names.forEach((name, index) => {
        params[name] = safeDecode(found[index + 1] ?? '');
      });
      return { match: { route, params }, otherMethods };
    }
    return { otherMethods };
  }
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a malformed escape is then an unknown name, answered as such
  }
}
