/** Answers an interaction in time: at once where the reply is ready, else "is thinking" first, for Discord waits three seconds only. */
import {
  type AnySelectMenuInteraction,
  type ButtonInteraction,
  DiscordAPIError,
  MessageFlags,
  type RepliableInteraction,
} from 'discord.js';
import { withDeadline } from './deadline.js';
import { notice, type Payload } from './render.js';

/** Nobody is ever pinged. */
export const NO_MENTIONS = { parse: [], repliedUser: false } as const;

/** Waits this long before it defers: Discord's three seconds, less the way there and back. */
const DEFER_AFTER_MS = 1_500;

/** Discord's error codes that the bot treats as news rather than as failures. */
export const DISCORD_CODES = {
  unknownChannel: 10_003,
  unknownMessage: 10_008,
  unknownInteraction: 10_062,
  alreadyAcknowledged: 40_060,
  missingAccess: 50_001,
  cannotSendToUser: 50_007,
  missingPermissions: 50_013,
  threadExists: 160_004,
} as const;

/** Whether an error is Discord's answer with one of these codes. */
export function isDiscordError(error: unknown, ...codes: readonly number[]): boolean {
  return error instanceof DiscordAPIError && codes.some((code) => code === error.code);
}

/** The parts of a payload that discord.js takes; it never writes into them. */
export function toOptions(payload: Payload): {
  content: string;
  embeds: Payload['embeds'];
  components: Payload['components'];
  allowedMentions: typeof NO_MENTIONS;
} {
  return { ...payload, allowedMentions: NO_MENTIONS };
}

/** Replies with a message of its own, seen by the asker alone where `isPrivate`. */
export async function reply(interaction: RepliableInteraction, work: Promise<Payload>, isPrivate: boolean): Promise<void> {
  const flags = isPrivate ? ({ flags: MessageFlags.Ephemeral } as const) : {};
  await respond(interaction, work, {
    defer: () => interaction.deferReply(flags),
    send: (payload) => interaction.reply({ ...toOptions(payload), ...flags }),
  });
}

/** A click on a button, or a choice in a menu. */
export type Press = ButtonInteraction | AnySelectMenuInteraction;

/** Changes the message that a button or a menu belongs to. */
export async function update(interaction: Press, work: Promise<Payload>): Promise<void> {
  await respond(interaction, work, {
    defer: () => interaction.deferUpdate(),
    send: (payload) => interaction.update(toOptions(payload)),
  });
}

interface Ways {
  readonly defer: () => Promise<unknown>;
  readonly send: (payload: Payload) => Promise<unknown>;
}

async function respond(interaction: RepliableInteraction, work: Promise<Payload>, { defer, send }: Ways): Promise<void> {
  if (await isLate(work)) {
    await acknowledged(interaction, defer());
    await interaction.editReply(toOptions(await work));
    return;
  }
  const payload = await work;
  if (!(await acknowledged(interaction, send(payload)))) await interaction.editReply(toOptions(payload));
}

/** Whether work is still going on when it is time to defer; rejects as the work does. */
function isLate(work: Promise<unknown>): Promise<boolean> {
  return withDeadline(
    work.then(() => false),
    DEFER_AFTER_MS,
    () => true,
  );
}

/** False where Discord had the acknowledgement already, by a first try whose answer was lost or by another process: it goes on with edits. */
export async function acknowledged(interaction: RepliableInteraction, sending: Promise<unknown>): Promise<boolean> {
  try {
    await sending;
    return true;
  } catch (error) {
    if (!isDiscordError(error, DISCORD_CODES.alreadyAcknowledged)) throw error;
    // discord.js takes the failed request for none at all, and would refuse the edit.
    interaction.deferred = true;
    return false;
  }
}

/** Tells the person behind an interaction something, privately, whatever was replied before. */
export async function tell(interaction: RepliableInteraction, text: string): Promise<void> {
  const options = { ...toOptions(notice(text)), flags: MessageFlags.Ephemeral } as const;
  // discord.js notes of a deferred reply whether it is private. A deferred update leaves that open, and its message is not to be replaced.
  const isReplyDeferred = interaction.deferred && interaction.ephemeral !== null;
  if (interaction.replied || (interaction.deferred && !isReplyDeferred)) await interaction.followUp(options);
  else if (isReplyDeferred) await interaction.editReply(toOptions(notice(text)));
  else await acknowledged(interaction, interaction.reply(options));
}
