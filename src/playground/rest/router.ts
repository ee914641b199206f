import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { ApiError, apiError } from '../api-error.js';
import type { FaultDesk, RequestFault } from '../faults.js';
import { applicationWith } from '../gateway/handshake.js';
import type { Journal } from '../journal.js';
import { record } from '../json.js';
import { limitAnswer, type RateLimiter } from '../rate-limit.js';
import { checkRequest, checkResponse, errorBody } from '../rules/check.js';
import type { Application } from '../world/state.js';
import { accountRoutes } from './account.js';
import { BodyTooLarge, NO_PAYLOAD, type Payload, readPayload } from './body.js';
import { commandRoutes } from './commands.js';
import { guildRoutes } from './guilds.js';
import { interactionRoutes } from './interactions.js';
import { messageRoutes } from './messages.js';
import type { Answered, Call, Office, Route } from './route.js';
import { threadRoutes } from './threads.js';

/** The one list of routes; a literal address stands before the pattern that would swallow it. */
const ROUTES: readonly Route[] = [
  ...accountRoutes,
  ...commandRoutes,
  ...interactionRoutes,
  ...messageRoutes,
  ...threadRoutes,
  ...guildRoutes,
];

type Env = { Bindings: HttpBindings };
type Headers = Readonly<Record<string, string>>;

/** What the router needs beside the routes' office. */
export interface RouterDeps {
  readonly office: Office;
  readonly faults: FaultDesk;
  readonly limiter: RateLimiter;
  readonly journal: Journal;
}

/** Thrown where an answer is ready that no route has given. */
class Intercepted extends Error {
  readonly response: Response;
  constructor(response: Response) {
    super('intercepted');
    this.response = response;
  }
}

/** Creates the REST side: every request passes faults, token, limits and checks before its route sees it. */
export function createRouter({ office, faults, limiter, journal }: RouterDeps): Hono<Env> {
  const { ground } = office;

  async function strike(context: Context<Env>, fault: RequestFault | undefined): Promise<void> {
    switch (fault?.kind) {
      case undefined:
        return;
      case 'hold':
        return fault.until;
      case 'cut':
        context.env.incoming.socket.destroy();
        throw new Intercepted(new Response(null, { status: 500 }));
      case 'fail':
        throw new Intercepted(
          fault.html
            ? new Response(String(fault.body), { status: fault.status, headers: { 'content-type': 'text/html' } })
            : answer(fault.status, fault.body),
        );
      case 'limit': {
        const { body, headers } = limitAnswer(fault.retryAfterMs, fault.scope);
        throw new Intercepted(answer(429, body, headers));
      }
    }
  }

  function refuse(operation: string, error: unknown, headers: Headers): Response {
    if (!(error instanceof ApiError)) {
      journal.violation({
        kind: 'playground',
        operation,
        status: 500,
        code: 0,
        text: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
      return answer(500, { message: '500: Internal Server Error', code: 0 }, headers);
    }
    const { status, code, message, details } = error;
    const where = details.map((detail) => `${detail.path}: ${detail.message}`).join('; ');
    journal.violation({
      kind: status === 429 ? 'limit' : 'state',
      operation,
      status,
      code,
      text: where ? `${message} (${where})` : message,
    });
    return answer(status, errorBody({ status, code, message, details, refused: true }), headers);
  }

  /** Judges the body; false faults are noted, true ones refuse the request. */
  function judge(operation: string, json: unknown): Response | null {
    const found = checkRequest(operation, json);
    for (const { status, code, message, details, refused } of found) {
      const where = details.map((detail) => `${detail.path}: ${detail.code} ${detail.message}`).join('; ');
      journal.violation({ kind: refused ? 'body' : 'ignored', operation, status, code, text: where ? `${message} (${where})` : message });
    }
    const first = found.find(({ refused }) => refused);
    return first ? answer(first.status, errorBody(first)) : null;
  }

  function run(route: Route, call: Call, application: Application | null): Answered {
    if (route.auth === 'none') return route.handle(call);
    if (!application) throw new ApiError(401, 0, '401: Unauthorized');
    return route.handle({ ...call, application, botId: application.id, readsAll: application.privileged.messageContent });
  }

  async function serve(context: Context<Env>, route: Route): Promise<Response> {
    const { operation } = route;
    const path = context.req.param();
    const target = { operation, method: context.req.method, path: new URL(context.req.url).pathname.replace(/^\/api\/v\d+/, '') };
    // Of who shows no good token nothing is read, and nothing kept but that it asked.
    const payload = isLetIn(context, route, path) ? await readPayload(context.req.raw).catch(tooLarge) : NO_PAYLOAD;
    if (payload === null) return answer(413, { message: 'Request entity too large', code: 40_005 });
    const noted = journal.request({ ...target, body: payload.json }, payload.size);
    const finish = (response: Response): Response => {
      noted(response.status);
      return response;
    };
    try {
      await strike(context, faults.next(target, false));
      const response = handle(context, route, path, payload);
      await strike(context, faults.next(target, true));
      return finish(response);
    } catch (error) {
      return finish(error instanceof Intercepted ? error.response : refuse(operation, error, {}));
    }
  }

  function applicationOf(context: Context<Env>): Application | null {
    const header = context.req.header('authorization');
    return (header?.startsWith('Bot ') && applicationWith(ground, header)) || null;
  }

  /** Whether a request shows a token that is known: a bot's in its header, or an interaction's in its path. */
  function isLetIn(context: Context<Env>, route: Route, path: Readonly<Record<string, string>>): boolean {
    if (route.auth === 'bot') return applicationOf(context) !== null;
    const token = path.interaction_token ?? path.webhook_token;
    return token === undefined || office.interactions.all.some((interaction) => interaction.token === token);
  }

  function handle(context: Context<Env>, route: Route, path: Readonly<Record<string, string>>, payload: Payload): Response {
    const { operation } = route;
    const application = route.auth === 'bot' ? applicationOf(context) : null;
    // Who shows no good token is turned away before anything else is looked at.
    if (route.auth === 'bot' && !application) return refuse(operation, new ApiError(401, 0, '401: Unauthorized'), {});
    const owner = application?.id ?? path.webhook_token ?? path.interaction_token ?? '';
    const major = path.channel_id ?? path.guild_id ?? path.webhook_id ?? '';
    const { headers, refused } = limiter.take({ owner, operation, major, exempt: route.auth === 'none' });
    if (refused) {
      journal.violation({ kind: 'limit', operation, status: 429, code: 0, text: `over the ${refused.scope} rate limit` });
      const limited = limitAnswer(refused.retryAfterMs, refused.scope);
      return answer(429, limited.body, { ...headers, ...limited.headers });
    }
    try {
      if (payload.broken) throw apiError(50109);
      const judged = payload === NO_PAYLOAD ? null : judge(operation, payload.json);
      if (judged) return judged;
      const url = new URL(context.req.url);
      const host = context.req.header('host') ?? url.host;
      const call: Call = {
        ...office,
        path,
        query: url.searchParams,
        host,
        json: payload.json,
        body: record(payload.json),
        files: payload.files,
      };
      const { status, body } = run(route, call, application);
      const sent: unknown = body === undefined ? undefined : JSON.parse(JSON.stringify(body));
      for (const text of checkResponse(operation, status, sent)) journal.violation({ kind: 'response', operation, status, code: 0, text });
      return answer(status, sent, headers);
    } catch (error) {
      return refuse(operation, error, headers);
    }
  }

  const app = new Hono<Env>();
  for (const route of ROUTES) {
    const [method = '', template = ''] = route.operation.split(' ');
    app.on(method, `/api/:version{v[0-9]+}${template.replace(/\{(\w+)\}/g, ':$1')}`, (context) => serve(context, route));
  }
  app.all('*', (context) => {
    const { pathname } = new URL(context.req.url);
    const { method } = context.req;
    const path = pathname.replace(/^\/api\/v\d+/, '');
    journal.request({ operation: `${method} ${path}`, method, path, body: undefined })(404);
    journal.violation({
      kind: 'route',
      operation: `${method} ${path}`,
      status: 404,
      code: 0,
      text: `no such route: ${method} ${pathname}`,
    });
    return answer(404, errorBody({ ...plain(apiError(0)), refused: true }));
  });
  return app;
}

/** Null for a body that is too large. */
function tooLarge(error: unknown): null {
  if (error instanceof BodyTooLarge) return null;
  throw error;
}

const plain = ({ status, code, message, details }: ApiError) => ({ status, code, message, details });

/** Writes an answer; one without a body carries no content type, since clients would parse it. */
function answer(status: number, body: unknown, headers: Headers = {}): Response {
  if (body === undefined) return new Response(null, { status, headers });
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}
