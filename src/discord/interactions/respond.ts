/** Answers an interaction in time: at once where the reply is ready, else "is thinking" first, for Discord waits three seconds only. */
import {
  type AnySelectMenuInteraction,
  type ButtonInteraction,
  DiscordAPIError,
  MessageFlags,
  type RepliableInteraction,
} from 'discord.js';
import { notice, type Payload } from '../views/render.js';
import { withDeadline } from './deadline.js';

/** Nobody is ever pinged. */
export const NO_MENTIONS = { parse: [], repliedUser: false } as const;

/** Waits this long before it defers: who asked sees at once that something happens, and Discord waits three seconds only. */
const DEFER_AFTER_MS = 500;

/** Discord's error codes that the bot treats as news rather than as failures. */
export const DISCORD_CODES = {
  unknownChannel: 10_003,
  unknownMessage: 10_008,
  unknownInteraction: 10_062,
  alreadyAcknowledged: 40_060,
  missingAccess: 50_001,
  cannotSendToUser: 50_007,
  missingPermissions: 50_013,
  threadArchived: 50_083,
  threadExists: 160_004,
  threadLocked: 160_005,
} as const;

/** Discord's answers where somebody takes no direct message. */
export const NOT_TO_BE_TOLD = [DISCORD_CODES.cannotSendToUser, DISCORD_CODES.missingAccess, DISCORD_CODES.missingPermissions] as const;

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

const PRIVATE = { flags: MessageFlags.Ephemeral } as const;

/** Replies with a message of its own, seen by the asker alone where `isPrivate`, or where the thread was closed in the meantime. */
export async function reply(interaction: RepliableInteraction, work: Promise<Payload>, isPrivate: boolean): Promise<void> {
  const flags = isPrivate ? PRIVATE : {};
  const edit = (payload: Payload): Promise<unknown> => interaction.editReply(toOptions(payload));
  await respond(interaction, work, {
    defer: () => interaction.deferReply(flags),
    send: (payload) =>
      unlessClosed(interaction.reply({ ...toOptions(payload), ...flags }), () => interaction.reply({ ...toOptions(payload), ...PRIVATE })),
    sendLate: (payload) =>
      unlessClosed(edit(payload), async () => {
        // What was announced to all cannot become private.
        await interaction.deleteReply();
        await interaction.followUp({ ...toOptions(payload), ...PRIVATE });
      }),
    sendAgain: edit,
  });
}

/** Does something else where Discord refuses because the thread was locked or archived in the meantime. */
async function unlessClosed(sending: Promise<unknown>, otherwise: () => Promise<unknown>): Promise<void> {
  try {
    await sending;
  } catch (error) {
    if (!isDiscordError(error, DISCORD_CODES.threadArchived, DISCORD_CODES.threadLocked)) throw error;
    await otherwise();
  }
}

/** A click on a button, or a choice in a menu. */
export type Press = ButtonInteraction | AnySelectMenuInteraction;

/** Changes the message that a button or a menu belongs to. */
export async function update(interaction: Press, work: Promise<Payload>): Promise<void> {
  await updateOrReply(
    interaction,
    work.then((payload) => ({ kind: 'update', payload })),
  );
}

/** What a press comes to: a change of the message that was pressed, or a message beside it. */
export type PressResult =
  | { readonly kind: 'update'; readonly payload: Payload }
  | { readonly kind: 'reply'; readonly payload: Payload; readonly isPrivate: boolean };

/** Does what a press comes to, where only its work finds out which it is. An update that is deferred leaves both open. */
export async function updateOrReply(interaction: Press, work: Promise<PressResult>): Promise<void> {
  const privately = ({ payload }: PressResult) => ({ ...toOptions(payload), ...PRIVATE });
  const messageOf = (result: PressResult & { readonly kind: 'reply' }) =>
    result.isPrivate ? privately(result) : toOptions(result.payload);
  const edit = ({ payload }: PressResult): Promise<unknown> => interaction.editReply(toOptions(payload));
  await respond(interaction, work, {
    defer: () => interaction.deferUpdate(),
    send: (result) =>
      unlessClosed(result.kind === 'update' ? interaction.update(toOptions(result.payload)) : interaction.reply(messageOf(result)), () =>
        interaction.reply(privately(result)),
      ),
    sendLate: (result) =>
      unlessClosed(result.kind === 'update' ? edit(result) : interaction.followUp(messageOf(result)), () =>
        interaction.followUp(privately(result)),
      ),
    sendAgain: edit,
  });
}

/** Posts for all to see after a press was answered; where the thread was closed in the meantime, who pressed is told. */
export async function postAfter(interaction: Press, payload: Payload): Promise<void> {
  await unlessClosed(interaction.followUp(toOptions(payload)), () =>
    tell(interaction, 'This thread was closed in the meantime, so I could not post it.'),
  );
}

interface Ways<T> {
  readonly defer: () => Promise<unknown>;
  readonly send: (result: T) => Promise<unknown>;
  /** After `defer`. */
  readonly sendLate: (result: T) => Promise<unknown>;
  /** After a `send` that Discord says it has had already. */
  readonly sendAgain: (result: T) => Promise<unknown>;
}

async function respond<T>(
  interaction: RepliableInteraction,
  work: Promise<T>,
  { defer, send, sendLate, sendAgain }: Ways<T>,
): Promise<void> {
  if (await isLate(work)) {
    await acknowledged(interaction, defer());
    await sendLate(await work);
    return;
  }
  const result = await work;
  if (!(await acknowledged(interaction, send(result)))) await sendAgain(result);
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
  const options = { ...toOptions(notice(text)), ...PRIVATE };
  // discord.js notes of a deferred reply whether it is private. A deferred update leaves that open, and its message is not to be replaced.
  const isReplyDeferred = interaction.deferred && interaction.ephemeral !== null;
  if (interaction.replied || (interaction.deferred && !isReplyDeferred)) await interaction.followUp(options);
  else if (isReplyDeferred) await interaction.editReply(toOptions(notice(text)));
  else await acknowledged(interaction, interaction.reply(options));
}
