/** A Discord of one's own: the real bot, run by the real client, in a server on this machine, with a page to try it. */
import { join } from 'node:path';
import { createQuality } from './app.js';
import type { Config } from './config.js';
import { type ClockJump, jumpTarget } from './core/clock-jumps.js';
import { coverageOf } from './core/coverage.js';
import { localDate } from './core/tips.js';
import { createTraceKeeper } from './core/trace.js';
import { createPageServer } from './playground/page-server.js';
import { createPlayground, type Playground } from './playground/playground.js';
import { type Service, type ServiceOptions, startService } from './service.js';

export interface LocalDiscord {
  /** Where the page is. */
  readonly url: string;
  /** The platform's rules that the bot broke. */
  readonly violations: Playground['violations'];
  stop(): Promise<void>;
}

/** How far ahead a due tip is looked for. */
const YEAR_MS = 366 * 24 * 60 * 60_000;
/** The zone of "tomorrow at nine" as long as no tip says another: one whose clocks change. */
const DEFAULT_ZONE = 'Europe/Berlin';

/** The page, bundled from src/playground/page. */
const ASSETS = join(import.meta.dirname, 'playground', 'page');

export type LocalDiscordOptions = Pick<ServiceOptions, 'log' | 'onFatal' | 'onProgress' | 'onFault'>;

/**
 * Starts it. Nothing is kept: the database is in memory, as is that Discord.
 * @throws ConfigError that says what to do
 */
export async function startLocalDiscord(config: Config, options: LocalDiscordOptions): Promise<LocalDiscord> {
  let shift = 0;
  const now = (): number => Date.now() + shift;
  const playground = createPlayground({ now });
  const { token, applicationId } = furnish(playground);
  const traces = createTraceKeeper();
  const qualityOf = createQuality(join(config.knowledgeDir, 'evaluation.yml'));
  // The page is served before the service has started, and says so.
  let service: Service | null = null;
  const started = (): Service => {
    if (service === null) throw new Error('the bot is still starting');
    return service;
  };
  const page = createPageServer({
    ...{ playground, applicationId, assetsDir: ASSETS },
    clock: {
      now,
      jump: (to) =>
        jumpClock(started(), to, now, (at) => {
          shift = at - Date.now();
        }),
    },
    inspector: {
      trace: traces.get,
      coverage: () => coverageOf(started().engine().knowledge),
      quality: () => qualityOf(started().engine()),
      knowledgeFault: () => service?.knowledgeFault() ?? null,
    },
    hostNames: [config.httpHost],
  });
  const { listener, upgrade } = page;
  service = await startService(
    { ...config, token, databaseUrl: ':memory:' },
    { ...options, now, trace: traces, beside: { otherwise: listener, upgrade }, apiPath: '/api' },
  );
  const { url, stop } = service;
  return {
    url,
    violations: playground.violations,
    async stop() {
      await stop();
      page.close();
      playground.close();
    },
  };
}

/** The people and places of the server. */
function furnish({ world }: Playground): { readonly token: string; readonly applicationId: string } {
  const owner = world.addUser({ username: 'olga', globalName: 'Olga' });
  const helper = world.addUser({ username: 'henry', globalName: 'Henry' });
  const member = world.addUser({ username: 'mia', globalName: 'Mia' });
  const { id, token } = world.addApplication({ name: 'Dockmaster', ownerId: owner.id });
  const guild = world.addGuild({ name: 'The Harbour', ownerId: owner.id });
  const helpers = world.addRole(guild.id, { name: 'Helpers', permissions: ['manageMessages'] });
  for (const name of ['general', 'help', 'tips']) world.addChannel(guild.id, { name });
  world.join(guild.id, helper.id, [helpers.id]);
  world.join(guild.id, member.id);
  world.join(guild.id, id);
  return { token, applicationId: id };
}

/** Sets the clock forward, and stops at every due tip on the way. */
async function jumpClock(
  service: Service,
  to: ClockJump,
  now: () => number,
  set: (at: number) => void,
): Promise<{ readonly now: number; readonly note: string }> {
  const [next] = await service.store.dueTips(now() + YEAR_MS, 1);
  const zone = next?.timeZone ?? DEFAULT_ZONE;
  const target = jumpTarget(to, now(), zone, next?.nextDueAt ?? null);
  if (target === null) {
    const why =
      to === 'next-tip'
        ? 'No daily tip is set. As Olga, the owner, set one with /settings tip-channel.'
        : `The clocks never change in ${zone}.`;
    return { now: now(), note: why };
  }
  let tips = 0;
  for (let lastDueAt = Number.NEGATIVE_INFINITY; ; ) {
    const [due] = await service.store.dueTips(target, 1);
    // A tip that stays due could not be claimed: the next minute tries again, the clock goes on.
    if (!due || due.nextDueAt <= lastDueAt) break;
    lastDueAt = due.nextDueAt;
    set(Math.max(due.nextDueAt, now()));
    await service.tickTips();
    tips++;
  }
  set(Math.max(target, now()));
  const passed = tips === 0 ? 'no tip was due on the way' : tips === 1 ? 'one tip was due' : `${tips} tips were due`;
  return { now: now(), note: `It is ${localDate(zone, now())} in ${zone}; ${passed}.` };
}
