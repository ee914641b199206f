/** The bot as a service: wires knowledge, store, Discord and the health server, in the order in which one needs the other. */

import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Answerer } from '../core/answering/answer.js';
import { createSuggester } from '../core/answering/suggest.js';
import type { ConfigError } from '../core/errors.js';
import { HOUSEKEEPING_EVERY_MS, keepHouse } from '../core/housekeeping.js';
import { keptForm, plainForm, subjectWords } from '../core/language/redaction.js';
import type { Clock, Conversations, CuratorReport, Log, Store, Trace } from '../core/ports.js';
import { type Bot, createBot } from '../discord/bot.js';
import type { BotContext } from '../discord/context.js';
import { createCooldown } from '../discord/questions/cooldown.js';
import { createOpenTurns } from '../discord/questions/open-turns.js';
import { createRecentTexts } from '../discord/questions/recent-texts.js';
import { createMetrics } from '../ops/metrics.js';
import { type Health, type ServerOptions, startServer } from '../ops/server.js';
import { openStore } from '../store/index.js';
import { type SteadyStore, type StoreHealth, steadyStore } from '../store/steady/steady-store.js';
import { createApp, type Engine } from './app.js';
import type { Config } from './config.js';
import { createLiveEngine } from './live-engine.js';

export interface Service {
  /** Where health and metrics are served. */
  readonly url: string;
  readonly store: Pick<Store, 'dueTips'>;
  /** The knowledge as it is now. */
  engine(): Engine;
  /** Why the knowledge folder as it is now is not in use, with file and line; null where it is. */
  knowledgeFault(): string | null;
  /** Posts the daily tips that are due; happens by itself every minute. */
  tickTips(): Promise<void>;
  /** Finishes what is in flight and closes everything; more calls wait for the first. */
  stop(): Promise<void>;
}

export interface ServiceOptions {
  readonly log: Log;
  /** Called once, when the service cannot go on. It is stopped by whoever started it. */
  readonly onFatal: (error: ConfigError) => void;
  /** The clock on the wall, of everything that is kept or scheduled. */
  readonly now?: Clock;
  /** Milliseconds that only ever grow: the clock of cooldowns, and by which a step of the other one is noticed. */
  readonly monotonic?: Clock;
  /** Whatever else the HTTP server carries. */
  readonly beside?: Pick<ServerOptions, 'otherwise' | 'upgrade'>;
  /** Where answers are explained; holds what people ask, so only where nobody else is served. */
  readonly trace?: Trace;
  /** Share of the first training that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Called with what is wrong with the knowledge folder when that changes; null once it is all right again. */
  readonly onFault?: (text: string | null) => void;
  /** Called after each swap of the knowledge. */
  readonly onSwap?: () => void;
  /** Ends a start that is no longer wanted: what was opened is closed, then it is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Discord's API, where it is served beside health and metrics and so has no address before. */
  readonly apiPath?: string;
}

/**
 * Starts the service and returns when it is connected. What was opened is closed again where a later step fails.
 * @throws ConfigError that says what to do
 */
export async function startService(config: Config & { readonly token: string }, options: ServiceOptions): Promise<Service> {
  const {
    log,
    onFatal,
    now = Date.now,
    monotonic = () => performance.now(),
    beside,
    apiPath,
    trace,
    onProgress,
    onFault = () => {},
    signal,
  } = options;
  let bot: Bot | null = null;
  let store: SteadyStore | null = null;
  const gateway = (): Health => bot?.health() ?? { ready: false, healthy: true, reason: 'starting' };
  const database = (): StoreHealth => store?.health() ?? { isUp: false, waiting: 0, dropped: 0 };
  const health = (): Health => {
    const now = gateway();
    return now.ready && !database().isUp ? { ...now, ready: false, reason: DATABASE_AWAY } : now;
  };
  const metrics = createMetrics({ guilds: () => bot?.guildCount() ?? 0, ready: () => gateway().ready, database });

  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer().catch((error: unknown) => log.error('close-failed', error));
  };
  try {
    const server = await startServer({ host: config.httpHost, port: config.httpPort, metrics, health, log, ...beside });
    closers.push(() => server.close());
    log.info('listening', { url: server.url });

    const onConnectionLost = (error: unknown): void => log.error('database-connection-lost', error);
    const kept = await steadyStore(await openStore(config.databaseUrl, onConnectionLost), log, () => performance.now());
    store = kept;
    const conversations = oneByOne(kept);
    closers.push(() => kept.close());
    signal?.throwIfAborted();
    await keepHouse({ store: kept, now, log }, config.retention);
    const housekeeping = setInterval(() => void keepHouse({ store: kept, now, log }, config.retention), HOUSEKEEPING_EVERY_MS);
    closers.push(async () => clearInterval(housekeeping));

    const speaking = (engine: Engine): Pick<BotContext, 'suggest' | 'keptForm'> & { readonly answerer: Answerer } => ({
      answerer: createApp(engine, { conversations, now, name: () => bot?.name() ?? '', ...(trace && { trace }) }),
      suggest: onceAsked(() => createSuggester(engine.knowledge)),
      keptForm: keeperOf(engine),
    });
    const live = await createLiveEngine({
      ...{ knowledgeDir: config.knowledgeDir, cacheDir: config.cacheDir, log },
      ...(onProgress && { onProgress }),
      ...(signal && { signal }),
      onFault(text) {
        if (text === null) log.info('knowledge-in-order');
        else log.warn('knowledge-faulty', { text });
        onFault(text);
      },
      onSwap(engine) {
        current = speaking(engine);
        options.onSwap?.();
      },
    });
    closers.push(live.stop);
    signal?.throwIfAborted();
    let current = speaking(live.engine());
    log.info('knowledge', { entries: live.engine().knowledge.entries.length, folder: config.knowledgeDir });
    const context: Parameters<typeof createBot>[0] = {
      ...{ store: kept, now, monotonic, log, metrics },
      answerer: () => current.answerer,
      suggest: (typed, limit) => current.suggest(typed, limit),
      keptForm: (text, verbatim) => current.keptForm(text, verbatim),
      ...{ cooldown: createCooldown(monotonic), recent: createRecentTexts(monotonic), turns: createOpenTurns() },
    };
    const apiUrl = apiPath === undefined ? config.apiUrl : `${server.url}${apiPath}`;
    bot = createBot(context, { ...config, apiUrl, onFatal });
    closers.push(bot.stop);
    await unlessAborted(bot.start(), signal);
    const { tickTips } = bot;
    let stopped: Promise<void> | null = null;
    return {
      url: server.url,
      store: kept,
      engine: live.engine,
      knowledgeFault: live.fault,
      tickTips,
      stop() {
        stopped ??= close();
        return stopped;
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Conversations that are handed out one in each turn of the event loop: what follows is the matching, some milliseconds of work, and a
 * hundred questions at once would hold up heartbeats, clicks and answers for a second.
 */
function oneByOne(conversations: Conversations): Conversations {
  let last: Promise<unknown> = Promise.resolve();
  return {
    async recentTurns(...asked) {
      const turns = await conversations.recentTurns(...asked);
      last = last.then(() => othersTurn());
      await last;
      return turns;
    },
    addTurn: conversations.addTurn,
  };
}

const DATABASE_AWAY = 'the database cannot be used: questions are answered from memory, and what is to be kept waits';

/** Makes a function when it is first called: the index of the suggestions takes some tenths of a second, and nobody may type. */
function onceAsked<A extends readonly unknown[], R>(make: () => (...args: A) => R): (...args: A) => R {
  let made: ((...args: A) => R) | null = null;
  return (...args) => {
    made ??= make();
    return made(...args);
  };
}

/** Waits for something, and no longer than until the signal; then it is rejected with the signal's reason. */
function unlessAborted(work: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return work;
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, aborted]);
}

/** What people told the curator, of all servers or of one. */
export async function curatorReport(databaseUrl: string, guildId?: string): Promise<CuratorReport> {
  const store = await openStore(databaseUrl);
  try {
    return await store.curatorReport(guildId);
  } finally {
    await store.close();
  }
}

/** The form of a question that may be kept, by the words of this knowledge and of English. */
function keeperOf({ knowledge, english }: Engine): BotContext['keptForm'] {
  const texts = knowledge.entries.flatMap(({ question, phrasings, answer }) => [question, ...phrasings, answer]);
  const subject = subjectWords(texts);
  const known = { isSubjectWord: (word: string) => subject.has(word), isWord: english.isOrdinary };
  return (text, verbatim) => (verbatim ? plainForm(text) : keptForm(text, known));
}
