import type { Playground } from '../playground.js';
import { PERMISSION } from '../world/permissions.js';
import type { Channel, Guild, User } from '../world/state.js';
import { commandViews } from './commands.js';
import type { Nameable } from './controls.js';
import { messageView, type Reader } from './messages.js';
import type { ChannelView, KnowledgeState, OpenChannelView, PersonView, View } from './protocol.js';

/** What the views are made from, beside the world itself. */
export interface Sight {
  readonly playground: Playground;
  /** The bot whose server the page shows. */
  readonly applicationId: string;
  readonly people: () => readonly PersonView[];
  readonly commandName: Reader['commandName'];
  readonly hasTrace: Reader['hasTrace'];
  /** Who is typing in a channel. */
  readonly typing: (channelId: string) => readonly string[];
  /** The id of the last message that a person has seen in a channel; null where it was never opened. */
  readonly lastRead: (personId: string, channelId: string) => string | null;
  readonly now: () => number;
  readonly knowledge: () => KnowledgeState;
}

/** How many messages of a channel are shown. */
const SHOWN = 150;

/** Finds the server that the page shows: the bot's first. */
export function guildOf({ playground, applicationId }: Pick<Sight, 'playground' | 'applicationId'>): Readonly<Guild> {
  const found = [...playground.world.guilds.values()].find((guild) => guild.members.has(applicationId));
  if (!found) throw new Error('the bot is in no server');
  return found;
}

const nameOf = (user: Readonly<User>): string => user.globalName ?? user.username;

/** The highest of a member's roles, or what stands for it. */
function standingOf(guild: Readonly<Guild>, user: Readonly<User>): string {
  if (user.bot) return 'Bot';
  if (guild.ownerId === user.id) return 'Owner';
  const roles = (guild.members.get(user.id)?.roleIds ?? []).flatMap((id) => guild.roles.get(id) ?? []);
  return [...roles].sort((one, other) => other.position - one.position)[0]?.name ?? 'Member';
}

/** Lists the members of the server: people first. */
export function peopleOf(sight: Pick<Sight, 'playground' | 'applicationId'>): readonly PersonView[] {
  const { world, sessions } = sight.playground;
  const guild = guildOf(sight);
  return [...guild.members.keys()].flatMap((id) => {
    const user = world.users.get(id);
    if (!user) return [];
    const online = !user.bot || sessions.some(({ applicationId, connected }) => applicationId === id && connected);
    return [{ id, username: user.username, name: nameOf(user), bot: user.bot, standing: standingOf(guild, user), online }];
  });
}

const may = (sight: Sight, personId: string, channelId: string, bit: bigint): boolean =>
  (sight.playground.world.permissionsOf(personId, channelId) & bit) !== 0n;

/** Finds what the selects and options of a person offer. */
export function nameableFor(sight: Sight, personId: string): Nameable {
  const guild = guildOf(sight);
  return {
    users: peopleOf(sight).map(({ id, name }) => ({ id, name })),
    roles: [...guild.roles.values()].map(({ id, name }) => ({ id, name })),
    channels: channelsOf(sight, personId).map(({ id, name, type }) => ({ id, name: `#${name}`, type })),
  };
}

/** Lists the channels and open threads of the server that a person sees, in their order. */
function channelsOf(sight: Sight, personId: string): readonly Readonly<Channel>[] {
  const guild = guildOf(sight);
  return [...sight.playground.world.channels.values()]
    .filter((channel) => channel.guildId === guild.id && channel.thread?.archived !== true)
    .filter((channel) => may(sight, personId, channel.id, PERMISSION.viewChannel))
    .sort((one, other) => one.position - other.position);
}

function unreadIn(sight: Sight, personId: string, channelId: string): Pick<ChannelView, 'unread' | 'pings'> {
  const last = BigInt(sight.lastRead(personId, channelId) ?? 0);
  const unread = sight.playground.world
    .messagesIn(channelId)
    .filter((message) => message.authorId !== personId && BigInt(message.id) > last);
  return { unread: unread.length > 0, pings: unread.filter(({ pinged }) => pinged.includes(personId)).length };
}

/** Lists every place where a person can write: channels, threads, and the direct messages with each bot. */
export function placesOf(sight: Sight, personId: string): readonly ChannelView[] {
  const inGuild = channelsOf(sight, personId).map((channel): ChannelView => {
    const { id, name, parentId } = channel;
    const kind = channel.thread ? 'thread' : 'text';
    return { id, key: channel.thread ? id : name, name, kind, parentId, ...unreadIn(sight, personId, id) };
  });
  const direct = peopleOf(sight)
    .filter(({ bot }) => bot)
    .map(({ id: botId, name, username }): ChannelView => {
      const channel = [...sight.playground.world.channels.values()].find(
        ({ type, recipientIds }) => type === 1 && recipientIds.includes(botId) && recipientIds.includes(personId),
      );
      const unread = channel ? unreadIn(sight, personId, channel.id) : { unread: false, pings: 0 };
      return { id: channel?.id ?? null, key: `@${username}`, name, kind: 'direct', parentId: null, ...unread };
    });
  return [...inGuild, ...direct];
}

function openChannel(sight: Sight, personId: string, place: ChannelView & { readonly id: string }): OpenChannelView {
  const { playground } = sight;
  const channel = playground.world.channels.get(place.id);
  if (!channel) throw new Error(`no channel ${place.id}`);
  const person = playground.as(personId);
  const nameable = nameableFor(sight, personId);
  const readable = may(sight, personId, channel.id, PERMISSION.readMessageHistory);
  const messages = readable ? person.read(channel.id) : [];
  const reader: Reader = { ...sight, personId, channel, nameable };
  const write =
    channel.guildId === null ? PERMISSION.viewChannel : channel.thread ? PERMISSION.sendMessagesInThreads : PERMISSION.sendMessages;
  const applicationName = (id: string): string => playground.world.applications.get(id)?.name ?? '';
  return {
    ...place,
    mayWrite: may(sight, personId, channel.id, write) && channel.thread?.locked !== true,
    mayOpenThread: channel.type === 0 && may(sight, personId, channel.id, PERMISSION.createPublicThreads),
    messages: messages.slice(-SHOWN).map((message) => messageView(reader, message)),
    older: Math.max(0, messages.length - SHOWN),
    typing: sight.typing(channel.id).filter((id) => id !== personId),
    commands: person
      .offers(channel.id, 1)
      .flatMap((command) => commandViews(command, applicationName(command.applicationId), nameable))
      .sort((one, other) => one.name.localeCompare(other.name, 'en')),
    messageCommands: person.offers(channel.id, 3).map(({ definition }) => String(definition.name)),
  };
}

/** Shows everything to a person who looks at a channel. */
export function viewOf(sight: Sight, personId: string, channelId: string): View {
  const guild = guildOf(sight);
  const people = peopleOf(sight);
  const channels = placesOf(sight, personId);
  const place = channels.find(({ id }) => id === channelId);
  const me = people.find(({ id }) => id === personId);
  if (!me || !place) throw new Error('the person does not see the channel');
  return {
    me,
    people,
    roles: [...guild.roles.values()].map(({ id, name }) => ({ id, name })),
    guild: guild.name,
    channels,
    open: openChannel(sight, personId, { ...place, id: channelId }),
    now: sight.now(),
    knowledge: sight.knowledge(),
  };
}
