/** What the bot must be allowed to do, what it lacks where, and the link that asks for exactly that. */
import { type Channel, type GuildBasedChannel, OAuth2Scopes, PermissionFlagsBits, type PermissionResolvable } from 'discord.js';
import { ConfigError } from '../../core/errors.js';
import type { GuildSettings } from '../../core/settings.js';
import { NOT_A_TOKEN } from './connection-error.js';

/** The permissions the bot asks for, with Discord's names for them and what each is for; none more. */
export const NEEDED: readonly { readonly flag: bigint; readonly name: string; readonly why: string }[] = [
  { flag: PermissionFlagsBits.ViewChannel, name: 'View Channels', why: 'to see where it is mentioned' },
  { flag: PermissionFlagsBits.SendMessages, name: 'Send Messages', why: 'to answer' },
  { flag: PermissionFlagsBits.SendMessagesInThreads, name: 'Send Messages in Threads', why: 'to answer in threads' },
  { flag: PermissionFlagsBits.CreatePublicThreads, name: 'Create Public Threads', why: 'where answers go in a thread of their own' },
  { flag: PermissionFlagsBits.EmbedLinks, name: 'Embed Links', why: 'to lay answers out with title and source; plain text without it' },
  { flag: PermissionFlagsBits.ReadMessageHistory, name: 'Read Message History', why: 'to reply to a message' },
];

/** The permissions as the bit set that an invite link carries. */
export const PERMISSION_BITS: bigint = NEEDED.reduce((bits, { flag }) => bits | flag, 0n);

/**
 * Makes the link by which a server's owner adds the bot.
 * @param token the bot's token, whose first part is the application's id in base64
 * @throws ConfigError where the text is no bot token
 */
export function inviteLink(token: string): string {
  const query = new URLSearchParams({
    client_id: applicationIdOf(token),
    permissions: String(PERMISSION_BITS),
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

function applicationIdOf(token: string): string {
  const id = Buffer.from(token.split('.')[0] ?? '', 'base64').toString('latin1');
  if (token.split('.').length !== 3 || !/^\d{17,20}$/.test(id)) throw new ConfigError(NOT_A_TOKEN);
  return id;
}

/** Whether a server lets the bot answer mentions in a channel, or in a thread of that channel. */
export function mayAnswerIn({ channels }: GuildSettings, parentId: string, channelId: string): boolean {
  return channels.length === 0 || channels.includes(parentId) || channels.includes(channelId);
}

/** Whether the bot may do something in a channel of a server; where Discord has not told, it is worth a try. */
export function may(channel: GuildBasedChannel, permission: PermissionResolvable): boolean {
  const { me } = channel.guild.members;
  return me === null || (channel.permissionsFor(me)?.has(permission) ?? true);
}

/** Whether a channel is a thread in which only those may write who manage threads, and the bot does not. */
export function isLocked(channel: Channel): boolean {
  return channel.isThread() && channel.locked === true && !may(channel, PermissionFlagsBits.ManageThreads);
}

/** Names of the needed permissions that the bot lacks in a channel. */
export function missingIn(channel: GuildBasedChannel): string[] {
  return NEEDED.filter(({ flag }) => !may(channel, flag)).map(({ name }) => name);
}
