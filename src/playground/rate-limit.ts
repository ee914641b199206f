import { createHash } from 'node:crypto';

/** How many requests a bot may send; by real time, since the client really waits. */
export interface Limits {
  /** Requests a second over all routes, interactions aside; Discord allows 50. */
  readonly globalPerSecond: number;
  /** Requests in each route's window; every channel, guild and webhook has its own. */
  readonly perRoute: number;
  readonly routeWindowMs: number;
}

/** Discord's global limit, and a route limit that a well-behaved bot never meets. */
export const GENEROUS_LIMITS: Limits = { globalPerSecond: 50, perRoute: 50, routeWindowMs: 1000 };

/** What a request is told about its limit. */
export interface Allowance {
  readonly headers: Readonly<Record<string, string>>;
  /** Set when the request is over a limit: how long to wait. */
  readonly refused: { readonly retryAfterMs: number; readonly scope: 'user' | 'global' } | null;
}

/** Counts requests against limits. */
export interface RateLimiter {
  take(request: { readonly owner: string; readonly operation: string; readonly major: string; readonly exempt: boolean }): Allowance;
}

interface Window {
  readonly endsAt: number;
  used: number;
}

/** Creates a counter of requests over real time. */
export function createRateLimiter(limits: Limits, now: () => number): RateLimiter {
  const windows = new Map<string, Window>();
  const spend = (key: string, lengthMs: number, most: number): { left: number; waitMs: number } => {
    const at = now();
    const known = windows.get(key);
    const window = known && known.endsAt > at ? known : { endsAt: at + lengthMs, used: 0 };
    windows.set(key, window);
    window.used += 1;
    return { left: most - window.used, waitMs: window.endsAt - at };
  };
  return {
    take: ({ owner, operation, major, exempt }) => {
      const global = exempt ? null : spend(`global ${owner}`, 1000, limits.globalPerSecond);
      if (global && global.left < 0) return { headers: {}, refused: { retryAfterMs: global.waitMs, scope: 'global' } };
      const route = spend(`${owner} ${operation} ${major}`, limits.routeWindowMs, limits.perRoute);
      const headers = {
        'x-ratelimit-bucket': createHash('md5').update(operation).digest('hex'),
        'x-ratelimit-limit': String(limits.perRoute),
        'x-ratelimit-remaining': String(Math.max(0, route.left)),
        'x-ratelimit-reset-after': (route.waitMs / 1000).toFixed(3),
      };
      return { headers, refused: route.left < 0 ? { retryAfterMs: route.waitMs, scope: 'user' } : null };
    },
  };
}

/** Writes the answer 429. */
export function limitAnswer(
  retryAfterMs: number,
  scope: 'user' | 'shared' | 'global',
): { readonly body: unknown; readonly headers: Readonly<Record<string, string>> } {
  const seconds = Math.max(0.001, retryAfterMs / 1000);
  return {
    body: { message: 'You are being rate limited.', retry_after: seconds, global: scope === 'global' },
    headers: {
      'retry-after': String(seconds),
      'x-ratelimit-scope': scope,
      ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : {}),
    },
  };
}
