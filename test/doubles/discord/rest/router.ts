import type { Route } from './route.ts';
import { accountRoutes } from './routes/account.ts';
import { commandRoutes } from './routes/commands.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { messageRoutes } from './routes/messages.ts';

export interface Found {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Routes compiled to patterns; of two that fit, the one listed first is taken. */
export class Router {
  readonly #routes: readonly { readonly route: Route; readonly pattern: RegExp }[];

  constructor(more: readonly Route[]) {
    const routes = [
      ...more,
      ...accountRoutes,
      ...messageRoutes,
      ...commandRoutes,
      ...interactionRoutes,
    ];
    this.#routes = routes.map((route) => ({ route, pattern: patternOf(route.path) }));
  }

  /** The schemas of all bodies but those of callbacks. */
  get schemas(): readonly string[] {
    return this.#routes.flatMap(({ route }) => route.schema?.replace('[]', '') ?? []);
  }

  /** The route of a path without `/api/v10`, or why there is none. */
  find(method: string, path: string): Found | 'no such path' | 'wrong method' {
    const fitting = this.#routes.flatMap(({ route, pattern }) => {
      const match = pattern.exec(path);
      return match === null ? [] : [{ route, params: { ...match.groups } }];
    });
    if (fitting.length === 0) return 'no such path';
    return fitting.find(({ route }) => route.method === method) ?? 'wrong method';
  }
}

const patternOf = (path: string) => new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
