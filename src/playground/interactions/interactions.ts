import { randomBytes } from 'node:crypto';
import { apiError, invalidBody } from '../api-error.js';
import { type Json, number, record, records } from '../json.js';
import { asksForEphemeral, changeOf, draftOf, type UploadedFile } from '../message-body.js';
import { channelOf, type Ground, may } from '../world/ground.js';
import { ALLOW_USERS } from '../world/mentions.js';
import { amend, discard, type Origin, put } from '../world/messages.js';
import { MESSAGE_FLAG, type Message } from '../world/state.js';
import { type Interaction, interactionJson, isForeign, metadataJson } from './interaction.js';

/** How long an application has for its first answer. */
const ACKNOWLEDGE_MS = 3000;

/** How long the token of an interaction is good for. */
const TOKEN_MS = 15 * 60_000;

/** How many follow-ups an application may write where only its user has installed it. */
const FOREIGN_FOLLOW_UPS = 5;

/** Which first answers fit which interaction (documentation: interaction callback type); 12 opens an activity and is not played. */
const ALLOWED: Readonly<Record<Interaction['type'], readonly number[]>> = { 2: [4, 5, 9], 3: [4, 5, 6, 7, 9], 4: [8], 5: [4, 5, 6, 7] };

/** A checked body with its files. */
export interface Answer {
  readonly body: Json;
  readonly files: readonly UploadedFile[];
}

/** The interactions of the world and all that an application does with them. */
export interface Interactions {
  /** Those of the last half hour. */
  readonly all: readonly Interaction[];
  /** Starts an interaction and sends it to its application. */
  open(
    start: Pick<
      Interaction,
      'type' | 'applicationId' | 'userId' | 'channelId' | 'context' | 'owners' | 'data' | 'sourceMessageId' | 'opener'
    >,
  ): Interaction;
  /** Takes the first answer; gives the interaction and the message that it made or changed. */
  callback(id: string, token: string, answer: Answer): { readonly interaction: Interaction; readonly message: Message | null };
  /** Finds the interaction behind a webhook's token, or refuses a wrong or expired one. */
  byToken(applicationId: string, token: string): Interaction;
  /** Finds a message of the interaction: `@original` or a follow-up's id. */
  message(interaction: Interaction, id: string): Message;
  edit(interaction: Interaction, id: string, answer: Answer): Message;
  remove(interaction: Interaction, id: string): void;
  followUp(interaction: Interaction, answer: Answer): Message;
}

/** Creates the interaction side of a world. */
export function createInteractions(ground: Ground): Interactions {
  const all = new Map<string, Interaction>();
  const { now, nextId } = ground;

  function origin(interaction: Interaction, type: Message['type'], ephemeral: boolean): Origin {
    const channel = channelOf(ground, interaction.channelId);
    // Where the members may not use applications of their own in public, the answers are for the person alone.
    const hushed = isForeign(interaction) && !may(ground, interaction.userId, channel, 'useExternalApps');
    return {
      type,
      applicationId: interaction.applicationId,
      interaction: metadataJson(ground, interaction),
      ephemeralFor: ephemeral || hushed ? interaction.userId : null,
    };
  }

  function write(
    interaction: Interaction,
    { body, files }: Answer,
    type: Message['type'],
    answered: Message | null,
    loading: boolean,
  ): Message {
    const { channelId } = interaction;
    const from = origin(interaction, type, asksForEphemeral(body));
    if (from.ephemeralFor === null) refuseInClosed(interaction);
    const draft = draftOf(body, { files, nextId, channelId, otherwise: ALLOW_USERS });
    const flags = draft.flags | (from.ephemeralFor === null ? 0 : MESSAGE_FLAG.ephemeral) | (loading ? MESSAGE_FLAG.loading : 0);
    const reference = answered && { messageId: answered.id, channelId, failIfMissing: false };
    const message = { ...draft, content: loading ? '' : draft.content, flags, reference };
    if (!loading && isEmpty(message)) throw apiError(50006);
    return put(ground, interaction.applicationId, channelOf(ground, channelId), message, answered, from);
  }

  /** In a thread that is closed for the application nothing is said or changed for all to see (discord-api-docs #5517, #6884). */
  function refuseInClosed({ applicationId, channelId }: Interaction): void {
    const channel = channelOf(ground, channelId);
    if (channel.thread?.locked && !may(ground, applicationId, channel, 'manageThreads')) throw apiError(50083);
  }

  function update(interaction: Interaction, id: string | null, { body, files }: Answer): Message {
    const message = id === null ? undefined : ground.messages.get(id);
    if (!message) throw apiError(10008);
    if (message.ephemeralFor === null) refuseInClosed(interaction);
    return amend(ground, message, changeOf(body, message, { files, nextId, otherwise: ALLOW_USERS }));
  }

  const source = (interaction: Interaction): Message | null =>
    (interaction.sourceMessageId !== null && ground.messages.get(interaction.sourceMessageId)) || null;

  /** Carries out the first answer. */
  function answer(interaction: Interaction, type: number, given: Answer): Message | null {
    const data: Answer = { body: record(given.body.data), files: given.files };
    const asked = { 2: record(interaction.data).type === 1 ? 20 : 23, 3: 19, 4: 0, 5: 0 } as const;
    const messageType = interaction.type === 5 && interaction.sourceMessageId !== null ? 19 : asked[interaction.type];
    switch (type) {
      case 4:
      case 5: {
        const message = write(interaction, data, messageType, source(interaction), type === 5);
        interaction.originalId = message.id;
        return message;
      }
      case 6:
        interaction.originalId = interaction.sourceMessageId;
        return source(interaction);
      case 7:
        interaction.originalId = interaction.sourceMessageId;
        return update(interaction, interaction.sourceMessageId, data);
      case 8:
        interaction.choices = records(data.body.choices);
        return null;
      default:
        interaction.modal = data.body;
        return null;
    }
  }

  const interactions: Interactions = {
    get all() {
      return [...all.values()];
    },
    open: (start) => {
      // Their tokens are dead long since; who still holds one sees it all the same.
      for (const [id, { createdAt }] of all) if (now() - createdAt > 2 * TOKEN_MS) all.delete(id);
      const channel = channelOf(ground, start.channelId);
      const interaction: Interaction = {
        ...start,
        id: nextId(),
        token: randomBytes(24).toString('base64url'),
        guildId: channel.guildId,
        createdAt: now(),
        acknowledgement: null,
        originalId: null,
        followUpIds: [],
        followUpCount: 0,
        modal: null,
        choices: null,
      };
      all.set(interaction.id, interaction);
      const payload = interactionJson(ground, interaction, source(interaction));
      ground.changes.emit({ kind: 'interaction', applicationId: start.applicationId, guildId: channel.guildId, payload });
      return interaction;
    },
    callback: (id, token, given) => {
      const interaction = all.get(id);
      if (!interaction || interaction.token !== token) throw apiError(10062);
      if (interaction.acknowledgement) throw apiError(40060);
      if (now() - interaction.createdAt > ACKNOWLEDGE_MS) throw apiError(10062);
      const type = number(given.body.type) ?? 0;
      const updates = (type === 6 || type === 7) && interaction.sourceMessageId === null;
      if (!ALLOWED[interaction.type].includes(type) || updates) {
        throw invalidBody(
          'type',
          'INTERACTION_CALLBACK_TYPE_INVALID',
          `A callback of type ${type} does not fit an interaction of type ${interaction.type}`,
        );
      }
      const message = answer(interaction, type, given);
      interaction.acknowledgement = { type, at: now() };
      ground.changes.touch();
      return { interaction, message };
    },
    byToken: (applicationId, token) => {
      const interaction = [...all.values()].find((one) => one.token === token);
      if (!interaction || interaction.applicationId !== applicationId) throw apiError(10015);
      if (now() - interaction.createdAt > TOKEN_MS) throw apiError(50027);
      return interaction;
    },
    message: (interaction, id) => {
      if (!interaction.acknowledgement) throw apiError(10015);
      if (id === '@original' && interaction.originalId === null) throw apiError(10015);
      const own = id === '@original' ? interaction.originalId : interaction.followUpIds.find((followUp) => followUp === id);
      const message = ground.messages.get(own ?? (interaction.originalId === id ? id : ''));
      if (!message) throw apiError(10008);
      return message;
    },
    edit: (interaction, id, given) => update(interaction, interactions.message(interaction, id).id, given),
    remove: (interaction, id) => {
      const message = interactions.message(interaction, id);
      discard(ground, channelOf(ground, message.channelId), [message], false);
    },
    followUp: (interaction, given) => {
      if (!interaction.acknowledgement) throw apiError(10015);
      const original = interaction.originalId === null ? undefined : ground.messages.get(interaction.originalId);
      // The first follow-up after "thinking" takes the place of the announced message (documentation: deprecated, but so).
      if (original && (original.flags & MESSAGE_FLAG.loading) !== 0) return update(interaction, original.id, given);
      if (isForeign(interaction) && interaction.followUpCount >= FOREIGN_FOLLOW_UPS) throw apiError(40094);
      const message = write(interaction, given, original ? 19 : 0, original ?? null, false);
      interaction.followUpIds = [...interaction.followUpIds, message.id];
      interaction.followUpCount += 1;
      ground.changes.touch();
      return message;
    },
  };
  return interactions;
}

const isEmpty = (message: {
  content: string;
  embeds: readonly unknown[];
  components: readonly unknown[];
  attachments: readonly unknown[];
}): boolean => message.content === '' && message.embeds.length + message.components.length + message.attachments.length === 0;
