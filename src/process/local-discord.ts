/** A Discord of one's own: the real bot, run by the real client, in a server on this machine, with a page to try it. */
import { isAbsolute, join, relative } from 'node:path';
import { createTraceKeeper } from '../core/answering/trace.js';
import { type CoverageView, coverageOf, exampleQuestions } from '../core/quality/coverage.js';
import { createPageServer } from '../playground/live/page-server.js';
import { createPlayground, type Playground } from '../playground/playground.js';
import { createQualityMeter } from './app.js';
import type { Config } from './config.js';
import { jumpClock } from './local-clock.js';
import { type Service, type ServiceOptions, startService } from './service.js';

export interface LocalDiscord {
  /** Where the page is. */
  readonly url: string;
  /** A question that its knowledge answers. */
  readonly example: string;
  /** The platform's rules that the bot broke. */
  readonly violations: Playground['violations'];
  stop(): Promise<void>;
}

/** The page, bundled from src/playground/page. */
const ASSETS = join(import.meta.dirname, '..', 'playground', 'page');

export interface LocalDiscordOptions extends Pick<ServiceOptions, 'log' | 'onFatal' | 'onProgress' | 'onFault' | 'signal'> {
  /** The folder from which paths are shown: the one that the reader is in. */
  readonly shownFrom: string;
}

/**
 * Starts it. Nothing is kept: the database is in memory, as is that Discord.
 * @throws ConfigError that says what to do
 */
export async function startLocalDiscord(config: Config, { shownFrom, ...options }: LocalDiscordOptions): Promise<LocalDiscord> {
  let shift = 0;
  const now = (): number => Date.now() + shift;
  const playground = createPlayground({ now });
  const { world } = playground;
  const { token, applicationId } = furnish(playground);
  const traces = createTraceKeeper();
  const quality = createQualityMeter(join(config.knowledgeDir, 'evaluation.yml'));
  // No two runs have the same, for a page that was open meanwhile.
  let learned = Date.now();
  // The page is served before the service has started, and says so.
  let service: Service | null = null;
  const started = (): Service => {
    if (service === null) throw new Error('The bot is still starting.');
    return service;
  };
  const coverage = (): CoverageView => coverageOf(started().engine().knowledge);
  const examples = (): readonly string[] => exampleQuestions(coverage());
  const page = createPageServer({
    ...{ playground, applicationId, assetsDir: ASSETS },
    clock: {
      now,
      jump: (to) =>
        jumpClock(to, {
          ...{ service: started(), now, channelName: (id) => `#${world.channels.get(id)?.name}` },
          set: (at) => {
            shift = at - Date.now();
          },
        }),
    },
    inspector: {
      trace: traces.get,
      knowledge: () => ({
        folder: shownPath(config.knowledgeDir, shownFrom),
        revision: service && `${learned} ${quality.revision()}`,
        fault: service?.knowledgeFault() ?? null,
      }),
      ...{ coverage, examples },
      quality: () => quality.measure(started().engine()),
    },
    hostNames: [config.httpHost],
  });
  const closeRest = (): void => {
    page.close();
    playground.close();
  };
  const { listener, upgrade } = page;
  try {
    service = await startService(
      { ...config, token, databaseUrl: ':memory:' },
      {
        ...{ ...options, now, trace: traces, beside: { otherwise: listener, upgrade }, apiPath: '/api' },
        onSwap: () => {
          learned++;
        },
      },
    );
  } catch (error) {
    closeRest();
    throw error;
  }
  const { url, stop } = service;
  return {
    url,
    example: examples()[0] ?? '',
    violations: playground.violations,
    async stop() {
      await stop();
      closeRest();
    },
  };
}

/** Names a path as somebody in a folder would: from there, where it lies below. */
function shownPath(path: string, from: string): string {
  const short = relative(from, path);
  return short === '' ? '.' : short.startsWith('..') || isAbsolute(short) ? path : short;
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
