import type { Interactions } from '../interactions/interactions.js';
import type { Json } from '../json.js';
import type { UploadedFile } from '../message-body.js';
import type { Ground } from '../world/ground.js';
import type { Application } from '../world/state.js';

/** What every route works on. */
export interface Office {
  readonly ground: Ground;
  readonly interactions: Interactions;
  /** What `GET /gateway/bot` says beside the address. */
  readonly gatewayInfo: { readonly shards: number; readonly maxConcurrency: number };
}

/** A request that has passed its checks. */
export interface Call extends Office {
  /** Path parameters, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly host: string;
  readonly json: unknown;
  /** The body as an object; an empty one where it is none. */
  readonly body: Json;
  readonly files: readonly UploadedFile[];
}

/** A request of a bot that has shown its token. */
export interface BotCall extends Call {
  readonly application: Application;
  readonly botId: string;
  /** Whether REST shows the bot what needs the MESSAGE_CONTENT intent. */
  readonly readsAll: boolean;
}

/** What a route answers. */
export interface Answered {
  readonly status: number;
  readonly body?: unknown;
}

/** A route: an operation of the official specification and what it does. */
export type Route =
  | { readonly operation: string; readonly auth: 'bot'; readonly handle: (call: BotCall) => Answered }
  | { readonly operation: string; readonly auth: 'none'; readonly handle: (call: Call) => Answered };

/** Makes a route for bots. */
export const bot = (operation: string, handle: (call: BotCall) => Answered): Route => ({ operation, auth: 'bot', handle });

/** Makes a route that needs no token but the one in its path. */
export const open = (operation: string, handle: (call: Call) => Answered): Route => ({ operation, auth: 'none', handle });

/** Answers 200 with a body. */
export const ok = (body: unknown): Answered => ({ status: 200, body });

/** Answers 204: nothing to say. */
export const NOTHING: Answered = { status: 204 };

/** Reads a path parameter; the router has matched it. */
export const param = (call: Call, name: string): string => call.path[name] ?? '';
