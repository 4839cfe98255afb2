import type { Route } from '../template/api.ts';

export interface RouteMatch {
  route: Route;
  /** Decoded. */
  pathParameters: Record<string, string>;
}

interface CompiledRoute {
  route: Route;
  method: string;
  pattern: RegExp;
  names: string[];
  /** Routes with fewer variables are tried first. */
  variables: number;
  isGreedy: boolean;
}

/**
 * Chooses a route as an HTTP API does: fixed parts before variable ones, then `{name+}`, and `$default` last.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export function newRouter(routes: Route[]): (method: string, path: string) => RouteMatch | undefined {
  const compiled = routes
    .filter(({ routeKey }) => routeKey !== '$default')
    .map(compile)
    .sort((a, b) => Number(a.isGreedy) - Number(b.isGreedy) || a.variables - b.variables);
  const fallback = routes.find(({ routeKey }) => routeKey === '$default');
  return (method, path) => {
    for (const { route, method: own, pattern, names } of compiled) {
      if (own !== 'ANY' && own !== method) continue;
      const values = pattern.exec(path)?.slice(1);
      if (values) {
        const pairs = names.map((name, index) => [name, decode(values[index] ?? '')] as const);
        return { route, pathParameters: Object.fromEntries(pairs) };
      }
    }
    return fallback && { route: fallback, pathParameters: {} };
  };
}

function compile(route: Route): CompiledRoute {
  const [method = '', path = ''] = route.routeKey.split(' ');
  const names = [...path.matchAll(/\{([^}+]+)\+?\}/g)].map(([, name = '']) => name);
  const pattern = path
    .split('/')
    .map((part) => {
      if (/^\{[^}]+\+\}$/.test(part)) return '(.+)';
      return /^\{[^}]+\}$/.test(part) ? '([^/]+)' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('/');
  return {
    route,
    method,
    pattern: new RegExp(`^${pattern}$`),
    names,
    variables: names.length,
    isGreedy: path.includes('+}'),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
