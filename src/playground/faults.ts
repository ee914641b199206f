import type { Gateway } from './gateway/gateway.js';
import { deliver, hears } from './gateway/session.js';

/** Which requests a fault meets: an operation (`POST /channels/{channel_id}/messages`), `*`, or a pattern over `METHOD /path`. */
export type RoutePattern = string | RegExp;

/** A request as faults are matched against it. */
export interface Target {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
}

/** What happens to a request that a fault has met. */
export type RequestFault =
  | { readonly kind: 'fail'; readonly status: number; readonly body: unknown; readonly html: boolean }
  | { readonly kind: 'limit'; readonly retryAfterMs: number; readonly scope: 'user' | 'shared' | 'global' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'hold'; readonly until: Promise<void> };

/** How often a fault strikes, and whether before or after the request has had its effect. */
export interface Strike {
  /** How many requests it meets; 1 unless told otherwise. */
  readonly times?: number;
  /** True: the request is carried out, and only its answer is lost. */
  readonly after?: boolean;
}

/** Requests whose answers wait. */
export interface Hold {
  /** Lets the held answers go, and later ones pass. */
  release(): void;
}

/** Breaks things on demand, as the network and the platform do unasked. */
export interface Faults {
  /** Answers the next matching requests with an error: 500 unless told otherwise. */
  fail(route: RoutePattern, how?: Strike & { readonly status?: number; readonly code?: number; readonly message?: string }): void;
  /** Answers 403 with an HTML page, as the network in front of the platform does to a banned address. */
  ban(route: RoutePattern, how?: Strike): void;
  /** Answers 429: for the route, or for all with the scope `global`. */
  limit(route: RoutePattern, how: Strike & { readonly retryAfterMs: number; readonly scope?: 'user' | 'shared' | 'global' }): void;
  /** Closes the connection without an answer. */
  cut(route: RoutePattern, how?: Strike): void;
  /** Holds the answers back until released; the requests have had their effect, unless `after` is false. */
  hold(route: RoutePattern, how?: Strike): Hold;
  /** Tears the gateway's connections down without a goodbye, or closes them with a code. */
  dropSockets(code?: number): void;
  /** Asks every session to reconnect (op 7). */
  askReconnect(): void;
  /** Declares every session invalid (op 9). */
  invalidate(how: { readonly resumable: boolean }): void;
  /** While true, heartbeats get no answer. */
  deafen(deaf: boolean): void;
  /** While true, no session can be resumed. */
  forget(forgetful: boolean): void;
  /** Sends anything as an event to the sessions that hear of the guild. */
  dispatch(t: string, d: unknown, guildId?: string): void;
  /** Takes back every fault; held answers go. */
  clear(): void;
}

/** The router's side: what meets a request, before and after its effect. */
export interface FaultDesk extends Faults {
  next(target: Target, after: boolean): RequestFault | undefined;
}

interface Planned {
  readonly route: RoutePattern;
  readonly after: boolean;
  readonly fault: RequestFault;
  left: number;
}

const meets = (route: RoutePattern, target: Target): boolean =>
  typeof route === 'string' ? route === '*' || route === target.operation : route.test(`${target.method} ${target.path}`);

/** Creates the faults of a playground. */
export function createFaults(gateway: Gateway): FaultDesk {
  let planned: readonly Planned[] = [];
  const releases = new Set<() => void>();
  const plan = (route: RoutePattern, fault: RequestFault, { times = 1, after = false }: Strike = {}): void => {
    planned = [...planned, { route, fault, after, left: times }];
  };
  return {
    fail: (route, { status = 500, code = 0, message = `${status}: played`, ...how } = {}) =>
      plan(route, { kind: 'fail', status, body: { message, code }, html: false }, how),
    ban: (route, how) => plan(route, { kind: 'fail', status: 403, body: '<html><body>error code: 1015</body></html>', html: true }, how),
    limit: (route, { retryAfterMs, scope = 'user', ...how }) => plan(route, { kind: 'limit', retryAfterMs, scope }, how),
    cut: (route, how) => plan(route, { kind: 'cut' }, how),
    hold: (route, { after = true, times = Number.POSITIVE_INFINITY } = {}) => {
      let release = (): void => undefined;
      const until = new Promise<void>((resolve) => {
        release = resolve;
      });
      const fault: RequestFault = { kind: 'hold', until };
      plan(route, fault, { after, times });
      const letGo = (): void => {
        planned = planned.filter((one) => one.fault !== fault);
        releases.delete(letGo);
        release();
      };
      releases.add(letGo);
      return { release: letGo };
    },
    dropSockets: (code) => {
      for (const { line } of gateway.sessions) {
        if (code === undefined) line?.terminate();
        else line?.close(code, '');
      }
    },
    askReconnect: () => {
      for (const session of gateway.sessions) session.line?.send({ op: 7 });
    },
    invalidate: ({ resumable }) => {
      for (const session of gateway.sessions) {
        session.line?.send({ op: 9, d: resumable });
        if (!resumable) gateway.end(session);
      }
    },
    deafen: (deaf) => {
      gateway.deaf = deaf;
    },
    forget: (forgetful) => {
      gateway.forgetful = forgetful;
    },
    dispatch: (t, d, guildId) => {
      for (const session of gateway.sessions) if (hears(session, guildId ?? null)) deliver(session, { t, d });
    },
    clear: () => {
      planned = [];
      gateway.deaf = false;
      gateway.forgetful = false;
      for (const release of [...releases]) release();
    },
    next: (target, after) => {
      const found = planned.find((one) => one.left > 0 && one.after === after && meets(one.route, target));
      if (!found) return undefined;
      found.left -= 1;
      return found.fault;
    },
  };
}
