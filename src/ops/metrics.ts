/** Counters and timings in the format that Prometheus reads. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Metrics } from '../core/ports.js';

/** Metrics, and the page that monitoring fetches. */
export interface MetricsPage extends Metrics {
  /** All metrics as text. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** What is read each time the page is fetched. */
export interface GaugeSources {
  /** Servers that the bot is in. */
  readonly guilds: () => number;
  /** Whether the gateway connection is up. */
  readonly ready: () => boolean;
  /** Whether the database can be used, how many writes wait for it, and how many were given up since the start. */
  readonly database: () => { readonly isUp: boolean; readonly waiting: number; readonly dropped: number };
}

/** An answer takes a millisecond or two; with Discord's round trip some hundred. Three seconds is where Discord gives an interaction up. */
const REPLY_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];
const MS_PER_SECOND = 1000;

/** Creates the metrics in a registry of their own, with those of the process. */
export function createMetrics({ guilds, ready, database }: GaugeSources): MetricsPage {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const replies = new Counter({
    name: 'dockmaster_replies_total',
    help: 'Questions replied to, by where they were asked and what came of them.',
    labelNames: ['surface', 'kind'],
    registers,
  });
  const seconds = new Histogram({
    name: 'dockmaster_reply_seconds',
    help: 'Time from a question to its reply.',
    buckets: REPLY_SECONDS,
    registers,
  });
  const events = new Counter({
    name: 'dockmaster_events_total',
    help: 'Events and clicks handled.',
    labelNames: ['event', 'outcome'],
    registers,
  });
  const tips = new Counter({ name: 'dockmaster_tips_total', help: 'Daily tips that were due.', labelNames: ['outcome'], registers });
  const errors = new Counter({
    name: 'dockmaster_discord_errors_total',
    help: 'Requests to Discord that came to nothing, by HTTP status.',
    labelNames: ['code'],
    registers,
  });
  new Gauge({
    name: 'dockmaster_guilds',
    help: 'Servers the bot is in.',
    registers,
    collect() {
      this.set(guilds());
    },
  });
  new Gauge({
    name: 'dockmaster_gateway_ready',
    help: '1 while the connection to Discord is up, else 0.',
    registers,
    collect() {
      this.set(ready() ? 1 : 0);
    },
  });
  new Gauge({
    name: 'dockmaster_database_up',
    help: '1 while the database can be used, else 0: questions are answered from memory then.',
    registers,
    collect() {
      this.set(database().isUp ? 1 : 0);
    },
  });
  new Gauge({
    name: 'dockmaster_writes_waiting',
    help: 'Writes that wait for the database.',
    registers,
    collect() {
      this.set(database().waiting);
    },
  });
  new Counter({
    name: 'dockmaster_writes_dropped_total',
    help: 'Writes that were given up: too many waited for the database, or for longer than an hour.',
    registers,
    collect() {
      this.reset();
      this.inc(database().dropped);
    },
  });
  const late = new Counter({
    name: 'dockmaster_answers_dropped_total',
    help: 'Answers that were not posted because they came more than 15 seconds after their question.',
    registers,
  });
  // A series that begins at 0 shows its first event as a rise; one that begins at 1 does not.
  for (const outcome of ['sent', 'skipped', 'failed']) tips.inc({ outcome }, 0);

  return {
    reply: (surface, kind, ms) => {
      replies.inc({ surface, kind });
      // A clock that was set back in between must not fail the reply that is being counted.
      if (Number.isFinite(ms)) seconds.observe(Math.max(0, ms) / MS_PER_SECOND);
    },
    handled: (event, outcome) => events.inc({ event, outcome }),
    tip: (outcome) => tips.inc({ outcome }),
    late: () => late.inc(),
    discordError: (code) => errors.inc({ code: String(code) }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
