import { describe, expect, it } from 'vitest';
import { createMetrics, type GaugeSources, type MetricsPage } from '../../src/ops/metrics.js';

const create = (sources: Partial<GaugeSources> = {}): MetricsPage =>
  createMetrics({ guilds: () => 0, ready: () => false, database: () => ({ isUp: true, waiting: 0, dropped: 0 }), ...sources });
/** The value of one series as the page has it. */
const value = async (metrics: MetricsPage, series: string): Promise<string | undefined> =>
  (await metrics.text())
    .split('\n')
    .find((line) => line.startsWith(`${series} `))
    ?.slice(series.length + 1);

describe('the metrics page', () => {
  it.each([
    ['replies by surface and kind', 'dockmaster_replies_total{surface="ask",kind="answer"}', '2'],
    ['replies of another kind apart', 'dockmaster_replies_total{surface="mention",kind="unknown"}', '1'],
    ['the number of timings', 'dockmaster_reply_seconds_count', '3'],
    ['the sum of timings in seconds', 'dockmaster_reply_seconds_sum', '2.502'],
    ['timings up to a millisecond', 'dockmaster_reply_seconds_bucket{le="0.001"}', '2'],
    ['timings up to three seconds', 'dockmaster_reply_seconds_bucket{le="3"}', '3'],
    ['events that were handled', 'dockmaster_events_total{event="messageCreate",outcome="ok"}', '1'],
    ['events that failed', 'dockmaster_events_total{event="messageCreate",outcome="failed"}', '1'],
    ['tips that were sent', 'dockmaster_tips_total{outcome="sent"}', '1'],
    ['tips that never failed, as 0', 'dockmaster_tips_total{outcome="failed"}', '0'],
    ['answers that came too late', 'dockmaster_answers_dropped_total', '1'],
    ['errors of Discord by status', 'dockmaster_discord_errors_total{code="503"}', '1'],
  ])('counts %s', async (_, series, expected) => {
    const metrics = create();
    metrics.reply('ask', 'answer', 1);
    metrics.reply('ask', 'answer', 1);
    metrics.reply('mention', 'unknown', 2_500);
    metrics.handled('messageCreate', 'ok');
    metrics.handled('messageCreate', 'failed');
    metrics.tip('sent');
    metrics.late();
    metrics.discordError(503);
    expect(await value(metrics, series)).toBe(expected);
  });

  it('reads the gauges when it is fetched', async () => {
    let guilds = 1;
    const metrics = create({ guilds: () => guilds, ready: () => true });
    guilds = 7;
    expect([await value(metrics, 'dockmaster_guilds'), await value(metrics, 'dockmaster_gateway_ready')]).toEqual(['7', '1']);
  });

  it('says that the gateway is down', async () => {
    expect(await value(create({ ready: () => false }), 'dockmaster_gateway_ready')).toBe('0');
  });

  it('says that the database is away, what waits for it, and what was given up', async () => {
    let database = { isUp: false, waiting: 3, dropped: 2 };
    const metrics = create({ database: () => database });
    const read = () =>
      Promise.all(
        ['dockmaster_database_up', 'dockmaster_writes_waiting', 'dockmaster_writes_dropped_total'].map((name) => value(metrics, name)),
      );
    expect(await read()).toEqual(['0', '3', '2']);
    database = { isUp: true, waiting: 0, dropped: 5 };
    expect(await read()).toEqual(['1', '0', '5']);
  });

  it('holds the metrics of the process', async () => {
    expect(Number(await value(create(), 'process_resident_memory_bytes'))).toBeGreaterThan(0);
  });

  it('is in the format that Prometheus reads', () => {
    expect(create().contentType).toBe('text/plain; version=0.0.4; charset=utf-8');
  });
});

describe('two sets of metrics in one process', () => {
  it('count apart', async () => {
    const [first, second] = [create(), create()];
    first.tip('skipped');
    expect([
      await value(first, 'dockmaster_tips_total{outcome="skipped"}'),
      await value(second, 'dockmaster_tips_total{outcome="skipped"}'),
    ]).toEqual(['1', '0']);
  });
});

describe('a timing by a clock that was set back', () => {
  it.each([-5, Number.NaN, Number.POSITIVE_INFINITY])('of %d ms still counts the reply', async (ms) => {
    const metrics = create();
    metrics.reply('ask', 'answer', ms);
    expect(await value(metrics, 'dockmaster_replies_total{surface="ask",kind="answer"}')).toBe('1');
  });
});
