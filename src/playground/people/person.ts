import { apiError } from '../api-error.js';
import type { Interaction } from '../interactions/interaction.js';
import type { Interactions } from '../interactions/interactions.js';
import { type Json, number, records, text } from '../json.js';
import { messageJson } from '../wire/message.js';
import { partialMemberJson, userJson } from '../wire/people.js';
import { directMessages } from '../world/channels.js';
import { forwardDraft, plainDraft } from '../world/drafts.js';
import { channelOf, demand, type Ground, messageOf, permissionsIn, userOf } from '../world/ground.js';
import { pin, suppressEmbeds, unpin } from '../world/marks.js';
import { ALLOW_ALL } from '../world/mentions.js';
import { edit, post, remove } from '../world/messages.js';
import { addReaction, emojiOf, removeReaction } from '../world/reactions.js';
import { componentOf } from '../world/shapes.js';
import type { Application, Channel, Command, Message } from '../world/state.js';
import { threadInChannel, threadOnMessage } from '../world/threads.js';
import { fillForm, fillOptions, type OptionValues, resolve } from './command-options.js';
import { createHandle, type Handle } from './handle.js';
import { checkContent, checkThreadName, rangeText } from './limits.js';
import { type Parts, partsOf } from './parts.js';
import { type CommandType, commandsFor, contextOf, DEED, type Found, findCommand, ownersOf } from './visible-commands.js';

/** What a person does in the Discord client; whatever the person may not do fails. */
export interface Person {
  readonly id: string;
  /** Writes a message, of which stickers or files may be all; an answer notifies its author unless `ping` is false. */
  send(channelId: string, content: string, how?: Parts & { readonly replyTo?: string; readonly ping?: boolean }): Readonly<Message>;
  /** Passes a message on to another place, as it is at the moment. */
  forward(messageId: string, channelId: string): Readonly<Message>;
  edit(messageId: string, content: string): Readonly<Message>;
  remove(messageId: string): void;
  /** Pins a message to its channel, which is announced there. */
  pin(messageId: string): void;
  unpin(messageId: string): void;
  /** Hides the embeds of a message, previews of links too. */
  suppressEmbeds(messageId: string): void;
  react(messageId: string, emoji: string): void;
  unreact(messageId: string, emoji: string): void;
  typing(channelId: string): void;
  /** Starts a thread: on a message, or in a channel. */
  thread(at: { readonly messageId: string } | { readonly channelId: string }, name: string): Readonly<Channel>;
  /** Opens the direct messages with another user. */
  directMessages(userId: string): Readonly<Channel>;
  /** Reads a channel: what everybody sees and what is for this person alone, the oldest first. */
  read(channelId: string): readonly Readonly<Message>[];
  /** Lists the names of the typed commands that this person is offered. */
  commands(channelId: string): readonly string[];
  /** Lists the commands of a kind that this person is offered: typed (1), on a user (2), on a message (3). */
  offers(channelId: string, type: CommandType): readonly Readonly<Command>[];
  /** Runs a typed command; a subcommand's name follows after a space. */
  slash(channelId: string, name: string, values?: OptionValues): Handle;
  /** Types in an option that offers choices; `values[focused]` is what stands there so far. */
  autocomplete(channelId: string, name: string, values: OptionValues, focused: string): Handle;
  /** Runs a command on a message. */
  messageCommand(name: string, messageId: string): Handle;
  /** Runs a command on a user. */
  userCommand(channelId: string, name: string, userId: string): Handle;
  /** Presses a button. */
  click(messageId: string, customId: string): Handle;
  /** Presses a button that the message does not hold: no client of Discord's does that. */
  forge(messageId: string, customId: string): Handle;
  /** Chooses in a select. */
  select(messageId: string, customId: string, values: readonly string[]): Handle;
  /** Sends the form that an interaction has shown, filled in by custom id. */
  submit(opener: Handle, values: Readonly<Record<string, string | readonly string[]>>): Handle;
}

/** The resolved kinds of the selects that offer users, roles, both or channels, as option types. */
const SELECT_OPTION_TYPE: Readonly<Record<number, number>> = { 5: 6, 6: 8, 7: 9, 8: 7 };

const BUTTON = 2;

/** Makes a person's hands. */
export function createPerson(ground: Ground, interactions: Interactions, userId: string): Person {
  userOf(ground, userId);

  /** Finds a message that this person sees. */
  function seen(messageId: string): Message {
    const message = ground.messages.get(messageId);
    if (!message || (message.ephemeralFor !== null && message.ephemeralFor !== userId)) throw apiError(10008);
    demand(ground, userId, channelOf(ground, message.channelId));
    return message;
  }

  function start(
    spec: Pick<Interaction, 'type' | 'applicationId' | 'channelId' | 'context' | 'owners' | 'data'> &
      Partial<Pick<Interaction, 'sourceMessageId' | 'opener'>>,
  ): Handle {
    const interaction = interactions.open({ sourceMessageId: null, opener: null, ...spec, userId });
    return createHandle(ground, interaction);
  }

  const onCommand = (found: Found, type: Interaction['type'], channelId: string, data: Json): Handle =>
    start({
      type,
      applicationId: found.application.id,
      channelId,
      context: found.context,
      owners: found.owners,
      data: {
        id: found.command.id,
        name: found.command.definition.name,
        type: number(found.command.definition.type) ?? 1,
        ...(found.command.guildId === null ? {} : { guild_id: found.command.guildId }),
        ...data,
      },
    });

  function typed(type: 2 | 4, channelId: string, name: string, values: OptionValues, focused: string | null): Handle {
    const channel = channelOf(ground, channelId);
    demand(ground, userId, channel);
    const [root = '', ...path] = name.split(' ');
    const found = findCommand(ground, userId, channelId, 1, root);
    const { options, resolved } = fillOptions(ground, found.command.definition, path, { values, channel, focused });
    return onCommand(found, type, channelId, { options, ...(resolved ? { resolved } : {}) });
  }

  function use(kind: 'button' | 'menu', messageId: string, customId: string, fits: (component: Json) => Json): Handle {
    const message = seen(messageId);
    const component = componentOf(message, customId);
    const application = ground.applications.get(message.authorId);
    if (!component || !application || (component.type === BUTTON) !== (kind === 'button'))
      throw new Error(`This ${kind} is no longer there.`);
    if (component.disabled === true) throw new Error(`This ${kind} cannot be ${kind === 'button' ? 'pressed' : 'used'}.`);
    const data = { id: component.id, custom_id: customId, component_type: component.type, ...fits(component) };
    return startOn(message, application, data);
  }

  function startOn(message: Message, application: Application, data: Json): Handle {
    const channel = channelOf(ground, message.channelId);
    const owners = ownersOf(ground, application, channel, userId);
    const context = contextOf(channel, application.id);
    return start({
      type: DEED.component,
      applicationId: application.id,
      channelId: channel.id,
      context,
      owners,
      data,
      sourceMessageId: message.id,
    });
  }

  return {
    id: userId,
    send: (channelId, content, { replyTo, ping = true, ...parts } = {}) => {
      checkContent(content);
      const reference = replyTo === undefined ? null : { messageId: replyTo, channelId, failIfMissing: true };
      const allowed = { ...ALLOW_ALL, repliedUser: ping };
      return post(ground, userId, channelId, { ...plainDraft(content), ...partsOf(ground.nextId, parts), allowed, reference });
    },
    forward: (messageId, channelId) => {
      const message = messageOf(ground, seen(messageId).channelId, messageId);
      return post(ground, userId, channelId, forwardDraft(message));
    },
    edit: (messageId, content) => {
      checkContent(content);
      const message = seen(messageId);
      if (message.forward) throw new Error('A forwarded message cannot be edited.');
      const answered = message.reference && ground.messages.get(message.reference.messageId);
      // Whether an answer names its author was settled when it was written.
      const repliedUser = answered !== null && answered !== undefined && message.mentions.userIds.includes(answered.authorId);
      return edit(ground, userId, message.channelId, messageId, { content, allowed: { ...ALLOW_ALL, repliedUser } });
    },
    remove: (messageId) => {
      const message = seen(messageId);
      // "Dismiss message": what only this person sees, this person can do away with, unknown to the application.
      if (message.ephemeralFor === userId) {
        ground.messages.delete(messageId);
        return ground.changes.touch();
      }
      remove(ground, userId, message.channelId, messageId);
    },
    pin: (messageId) => pin(ground, userId, seen(messageId).channelId, messageId),
    unpin: (messageId) => unpin(ground, userId, seen(messageId).channelId, messageId),
    suppressEmbeds: (messageId) => suppressEmbeds(ground, userId, seen(messageId).channelId, messageId),
    react: (messageId, emoji) => addReaction(ground, userId, seen(messageId).channelId, messageId, emojiOf(emoji)),
    unreact: (messageId, emoji) =>
      removeReaction(ground, userId, userId, { channelId: seen(messageId).channelId, messageId, emoji: emojiOf(emoji) }),
    typing: (channelId) => {
      const channel = channelOf(ground, channelId);
      demand(ground, userId, channel);
      ground.changes.emit({ kind: 'typing', channel, userId });
    },
    thread: (at, name) => {
      checkThreadName(name);
      const draft = { name, autoArchiveMinutes: undefined, private: false };
      if ('messageId' in at) return threadOnMessage(ground, userId, seen(at.messageId).channelId, at.messageId, draft);
      return threadInChannel(ground, userId, at.channelId, draft);
    },
    directMessages: (otherId) => directMessages(ground, userId, otherId),
    read: (channelId) => {
      const channel = channelOf(ground, channelId);
      demand(ground, userId, channel, 'readMessageHistory');
      return [...ground.messages.values()].filter(
        (message) => message.channelId === channelId && (message.ephemeralFor === null || message.ephemeralFor === userId),
      );
    },
    commands: (channelId) => commandsFor(ground, userId, channelId, 1).map(({ command }) => String(command.definition.name)),
    offers: (channelId, type) => commandsFor(ground, userId, channelId, type).map(({ command }) => command),
    slash: (channelId, name, values = {}) => typed(DEED.command, channelId, name, values, null),
    autocomplete: (channelId, name, values, focused) => typed(DEED.typing, channelId, name, values, focused),
    messageCommand: (name, messageId) => {
      const message = seen(messageId);
      const found = findCommand(ground, userId, message.channelId, 3, name);
      // The person hands the message over: its text is there, whatever the intents.
      const messages = { [messageId]: messageJson(ground, message, found.application.id, true) };
      return onCommand(found, DEED.command, message.channelId, { target_id: messageId, resolved: { messages } });
    },
    userCommand: (channelId, name, targetId) => {
      const channel = channelOf(ground, channelId);
      const found = findCommand(ground, userId, channelId, 2, name);
      const member = channel.guildId === null ? undefined : ground.guilds.get(channel.guildId)?.members.get(targetId);
      const permissions = String(permissionsIn(ground, targetId, channel));
      const resolved = {
        users: { [targetId]: userJson(userOf(ground, targetId)) },
        ...(member ? { members: { [targetId]: { ...partialMemberJson(member), permissions } } } : {}),
      };
      return onCommand(found, DEED.command, channelId, { target_id: targetId, resolved });
    },
    click: (messageId, customId) => use('button', messageId, customId, () => ({})),
    forge: (messageId, customId) => {
      const message = seen(messageId);
      const application = ground.applications.get(message.authorId);
      if (!application) throw new Error('Nobody would hear of it: no application wrote this message.');
      return startOn(message, application, { id: 1, custom_id: customId, component_type: BUTTON });
    },
    select: (messageId, customId, values) =>
      use('menu', messageId, customId, (component) => {
        const offered = records(component.options).map(({ value }) => text(value));
        const [least, most] = [number(component.min_values) ?? 1, number(component.max_values) ?? 1];
        if (values.length < least || values.length > most) throw new Error(`Choose ${rangeText(least, most)}.`);
        const stray = component.type === 3 ? values.filter((value) => !offered.includes(value)) : [];
        if (stray.length > 0) throw new Error('This menu no longer offers what you chose.');
        const type = SELECT_OPTION_TYPE[Number(component.type)];
        const channel = channelOf(ground, seen(messageId).channelId);
        const resolved =
          type === undefined
            ? null
            : resolve(
                ground,
                values.map((value) => ({ type, value })),
                channel,
              );
        return { values, ...(resolved ? { resolved } : {}) };
      }),
    submit: (opener, values) => {
      const { modal, applicationId, channelId, context, owners, sourceMessageId } = opener.interaction;
      if (!modal) throw new Error('No form was shown.');
      const data = { custom_id: modal.custom_id, components: fillForm(modal, values) };
      const spec = { applicationId, channelId, context, owners, data, sourceMessageId, opener: opener.interaction };
      return start({ type: DEED.form, ...spec });
    },
  };
}
