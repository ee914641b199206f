/**
 * The bot: connects, hands every event to its handler, and keeps THE guard round all of them. A handler that throws is logged and counted,
 * the person is told kindly, and the process goes on.
 */
import { type Client, Events, type Interaction } from 'discord.js';
import { watchClock } from '../core/clock-steps.js';
import { ConfigError, StoreUnavailable } from '../core/errors.js';
import { createSparseLog } from '../core/sparse-log.js';
import type { Command } from './commands/command.js';
import { commandsOf } from './commands/index.js';
import { type ConnectionOptions, createClient, shareOf } from './connection/client.js';
import { connectionError } from './connection/connection-error.js';
import { deployCommands } from './connection/deploy.js';
import { type GatewayHealth, gatewayHealth } from './connection/gateway-health.js';
import { guildJoined, guildLeft, guildsOfSession, onNewSession, reconcileGuilds } from './connection/guilds.js';
import { createPace } from './connection/pace.js';
import { forgetLimits, reportConnection } from './connection/reports.js';
import { onUnmetChannels } from './connection/unmet-channels.js';
import { type BotContext, DATABASE_AWAY, OUT_OF_DATE, SOMETHING_FAILED } from './context.js';
import { withDeadline } from './interactions/deadline.js';
import { DISCORD_CODES, isDiscordError, tell } from './interactions/respond.js';
import { press } from './presses.js';
import { isWhole } from './questions/heard.js';
import { createMentions } from './questions/mentions.js';
import { askMissed } from './questions/missed.js';
import { messageAt } from './questions/posting.js';
import { answerModal, QUESTION_MODAL } from './questions/question-modal.js';
import { createDailyTips } from './tips/daily-tips.js';
import { takesTips, tellManagers } from './tips/tip-managers.js';
import { postTip } from './tips/tip-post.js';
import { readCustomId } from './views/custom-id.js';
import { helpText } from './views/help.js';

export interface Bot {
  /**
   * Connects, registers the commands where they changed, and starts the daily tips.
   * @throws ConfigError where Discord refuses the token or cannot be reached
   */
  start(): Promise<void>;
  /** Finishes what is in flight, then disconnects. */
  stop(): Promise<void>;
  health(): GatewayHealth;
  /** Servers it is in. */
  guildCount(): number;
  /** What the application is called on Discord. */
  name(): string;
  /** Posts the tips that are due now; the bot does so by itself every minute. */
  tickTips(): Promise<void>;
}

export interface BotOptions extends ConnectionOptions {
  readonly token: string;
  /** Called once, when the bot cannot go on: its token was refused. */
  readonly onFatal: (error: ConfigError) => void;
}

/** What the bot is called until Discord has said so. */
const UNNAMED = 'Dockmaster';
/** While it finishes what is in flight it takes on nothing new. */
const STOPPING: GatewayHealth = { ready: false, healthy: true, reason: 'stopping' };
/** Handlers that are still running are given this long at the end. */
const FINISH_WITHIN_MS = 10_000;
/** How often the clock is looked at while nothing happens. */
const WATCH_CLOCK_EVERY_MS = 1_000;

const elapsed = (): number => performance.now();

export function createBot(given: Omit<BotContext, 'name' | 'pace' | 'sparse'>, options: BotOptions): Bot {
  const { log, metrics, store, now, monotonic } = given;
  let name = UNNAMED;
  let commands = commandsOf(name);
  // By the clock of the timers, whatever clock is handed in.
  const pace = createPace(elapsed, shareOf(options));
  const sparse = createSparseLog(log, elapsed);
  const context: BotContext = { ...given, name: () => name, pace, sparse };
  const client = createClient(options);
  const clockStep = watchClock(now, monotonic);
  const mentions = createMentions(context, () => helpText(commands, context.answerer().knowledge, name));
  const running = new Set<Promise<void>>();
  let stopping = false;
  let isFatal = false;
  let startedAt = Date.now();
  const tips = createDailyTips({
    ...{ store, now, monotonic, log, metrics },
    tips: () => context.answerer().knowledge.entries.flatMap(({ id, tip }) => (tip === null ? [] : [id])),
    post: (tip, nonce) => pace.tip(() => postTip(context, client, tip, nonce)),
    mayPost: (channel) => (client.isReady() ? takesTips(client, channel) : null),
    tellManagers: async (tip, because) => {
      if (client.isReady()) await tellManagers(context, client, tip, because);
    },
  });

  const fatal = (reason: string): void => {
    if (isFatal) return;
    isFatal = true;
    options.onFatal(new ConfigError(reason));
  };

  /** Whatever reckons by the clock on the wall would wait for the time that it had seen. */
  const lookAtClock = (): void => {
    const ms = clockStep();
    if (ms === 0) return;
    log.warn('clock-set-back', { ms });
    forgetLimits(client);
    void tips.clockSetBack(ms);
  };
  let clockTimer: NodeJS.Timeout | undefined;

  /** The guard: runs a handler, and whatever comes of it the process goes on. */
  const guard = (event: string, handle: () => Promise<void>, apologise?: (text: string) => Promise<void>): void => {
    if (stopping) return;
    lookAtClock();
    const work = guarded(context, event, handle, apologise).finally(() => running.delete(work));
    running.add(work);
  };

  const lookForMissed = (client: Client<true>): Promise<void> =>
    askMissed(context, client, (message) => guard('missed', () => mentions.missed(message)));

  const listen = (): void => {
    client.on(Events.InteractionCreate, (interaction) =>
      guard(
        nameOf(interaction, commands),
        () => dispatch(context, interaction, commands),
        async (text) => {
          // Who has been replied to has what they asked for: what failed after that is the operator's concern.
          if (interaction.isRepliable() && !interaction.replied) await tell(interaction, text);
        },
      ),
    );
    client.on(Events.MessageCreate, (message) =>
      guard(
        'message',
        () => mentions.created(message),
        (text) => mentions.failed(message, text),
      ),
    );
    client.on(Events.MessageUpdate, (_, message) => {
      if (isWhole(message)) guard('edit', () => mentions.edited(message));
    });
    client.on(Events.MessageDelete, ({ client, channelId, id }) => guard('delete', () => mentions.deleted(client, channelId, [id])));
    client.on(Events.MessageBulkDelete, (messages, channel) =>
      guard('delete', () => mentions.deleted(channel.client, channel.id, [...messages.keys()])),
    );
    onUnmetChannels(client, {
      edited: (channelId, id) =>
        guard('edit', async () => {
          const message = client.isReady() ? await messageAt(client, channelId, id) : null;
          if (message) await mentions.edited(message);
        }),
      deleted: (channelId, id) =>
        guard('delete', async () => {
          if (client.isReady()) await mentions.deleted(client, channelId, [id]);
        }),
    });
    onNewSession(client, (guildIds, shardId) => {
      // The first one is seen to by the start.
      const before = client.isReady() ? client : null;
      guard('session', async () => {
        await guildsOfSession(context, client, guildIds, shardId);
        if (before !== null) await lookForMissed(before);
      });
    });
    client.on(Events.GuildCreate, (guild) => guard('guild-joined', () => guildJoined(context, guild)));
    client.on(Events.GuildDelete, (guild) => guard('guild-left', () => guildLeft(context, guild)));
    reportConnection(client, { log, sparse, metrics, fatal });
  };

  return {
    async start() {
      startedAt = Date.now();
      listen();
      const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
      await login(client, options);
      const connected = await ready;
      log.info('connected', { guilds: connected.guilds.cache.size, shards: connected.ws.shards.size });
      name = (await connected.application.fetch()).name ?? connected.user.username;
      commands = commandsOf(name);
      // One process in a fleet is enough, and every fleet has a shard 0.
      if (connected.ws.shards.has(0)) {
        const outcome = await deployCommands(connected.rest, connected.application.id, commands).catch((error: unknown) => {
          throw connectionError(error, options.apiUrl);
        });
        log.info('commands', { outcome, count: commands.length });
      }
      await reconcileGuilds(context, connected);
      if (stopping) return;
      tips.start();
      guard('missed', () => lookForMissed(connected));
      clockTimer = setInterval(lookAtClock, WATCH_CLOCK_EVERY_MS);
    },
    async stop() {
      stopping = true;
      clearInterval(clockTimer);
      await withDeadline<unknown>(Promise.allSettled([tips.stop(), ...running]), FINISH_WITHIN_MS, () => {});
      await client.destroy();
    },
    health: () => (stopping ? STOPPING : gatewayHealth(client, startedAt, Date.now())),
    name: () => name,
    guildCount: () => client.guilds.cache.size,
    tickTips: () => tips.tick(),
  };
}

async function login(client: Client, { token, apiUrl }: BotOptions): Promise<void> {
  try {
    await client.login(token);
  } catch (error) {
    throw connectionError(error, apiUrl);
  }
}

/** What an interaction is called in logs and metrics: a command's name, or what was pressed. */
function nameOf(interaction: Interaction, commands: readonly Command[]): string {
  if (interaction.isContextMenuCommand()) return 'message-menu';
  if (interaction.isCommand() || interaction.isAutocomplete())
    return commands.some(({ data }) => data.name === interaction.commandName) ? `/${interaction.commandName}` : 'unknown-command';
  return interaction.isModalSubmit() ? 'form' : 'press';
}

/** Hands an interaction to what it is for. */
async function dispatch(context: BotContext, interaction: Interaction, commands: readonly Command[]): Promise<void> {
  if (interaction.isAutocomplete()) {
    const command = commands.find(({ kind, data }) => kind === 'slash' && data.name === interaction.commandName);
    await interaction.respond(command?.kind === 'slash' ? (command.complete?.(context, interaction) ?? []) : []);
  } else if (interaction.isChatInputCommand()) {
    const command = commands.find(({ kind, data }) => kind === 'slash' && data.name === interaction.commandName);
    await (command?.kind === 'slash'
      ? command.run(context, interaction)
      : tell(interaction, 'I no longer know that command. `/help` lists those I do.'));
  } else if (interaction.isMessageContextMenuCommand()) {
    // There is one, whatever it was called when it was registered.
    const command = commands.find(({ kind }) => kind === 'message');
    if (command?.kind === 'message') await command.run(context, interaction);
  } else if (interaction.isButton() || interaction.isAnySelectMenu()) await press(context, interaction);
  else if (interaction.isModalSubmit())
    await (readCustomId(interaction.customId).action === QUESTION_MODAL
      ? answerModal(context, interaction)
      : tell(interaction, OUT_OF_DATE));
}

async function guarded(
  { log, metrics }: BotContext,
  event: string,
  handle: () => Promise<void>,
  apologise?: (text: string) => Promise<void>,
): Promise<void> {
  try {
    await handle();
    metrics.handled(event, 'ok');
  } catch (error) {
    metrics.handled(event, 'failed');
    log.error('handler-failed', error, { handler: event });
    // Too late, answered by another process, or in a thread that takes nothing at all any more.
    const { unknownInteraction, alreadyAcknowledged, threadArchived, threadLocked } = DISCORD_CODES;
    const isOver = isDiscordError(error, unknownInteraction, alreadyAcknowledged, threadArchived, threadLocked);
    const text = error instanceof StoreUnavailable ? DATABASE_AWAY : SOMETHING_FAILED;
    if (!isOver) await apologise?.(text).catch((second) => log.error('apology-failed', second, { handler: event }));
  }
}
