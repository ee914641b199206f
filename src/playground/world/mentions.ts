import { apiError } from '../api-error.js';
import { type Json, records, text, texts } from '../json.js';
import { type Ground, may, permissionsIn } from './ground.js';
import { PERMISSION } from './permissions.js';
import type { Channel, Mentions, Message } from './state.js';

/** Which names in a text may notify. */
export interface AllowedMentions {
  readonly everyone: boolean;
  /** `all`, or the ids that may. */
  readonly users: 'all' | readonly string[];
  readonly roles: 'all' | readonly string[];
  readonly repliedUser: boolean;
}

/** An ordinary message without allowed_mentions notifies all that it names, and who it answers (documentation: allowed mentions object). */
export const ALLOW_ALL: AllowedMentions = { everyone: true, users: 'all', roles: 'all', repliedUser: true };

/** An answer to an interaction without allowed_mentions notifies users alone. */
export const ALLOW_USERS: AllowedMentions = { everyone: false, users: 'all', roles: [], repliedUser: false };

/** Reads allowed_mentions; what the object leaves out is not allowed. */
export function allowedMentions(value: unknown, otherwise: AllowedMentions): AllowedMentions {
  if (value === undefined || value === null) return otherwise;
  const [given] = records([value]);
  if (!given) throw apiError(50035, [{ path: 'allowed_mentions', code: 'BASE_TYPE_BAD_TYPE', message: 'Must be an object' }]);
  const parse = texts(given.parse);
  return {
    everyone: parse.includes('everyone'),
    users: parse.includes('users') ? 'all' : texts(given.users),
    roles: parse.includes('roles') ? 'all' : texts(given.roles),
    repliedUser: given.replied_user === true,
  };
}

/** Collects the texts that notify: the content and every text display, never an embed. */
function speakingTexts(content: string, components: readonly Json[]): string {
  const inside = (component: Json): readonly string[] => [
    ...(component.type === 10 ? [text(component.content) ?? ''] : []),
    ...records(component.components).flatMap(inside),
  ];
  // Names inside code are shown as they were typed and notify nobody.
  return [content, ...components.flatMap(inside)].join('\n').replace(/```[\s\S]*?```|``[^`\n]+``|`[^`\n]+`/g, '');
}

const idsIn = (source: string, pattern: RegExp): readonly string[] => [...new Set([...source.matchAll(pattern)].map(([, id]) => id ?? ''))];

/** What is needed to tell whom a message names. */
export interface Naming {
  readonly channel: Channel;
  readonly authorId: string;
  readonly content: string;
  readonly components: readonly Json[];
  readonly allowed: AllowedMentions;
  /** The message that is answered, with its author. */
  readonly answered: Message | null;
}

/** Finds whom a message names, as far as the author may and allowed_mentions lets it. */
export function mentionsOf(ground: Ground, naming: Naming): Mentions {
  const { channel, authorId, allowed, answered } = naming;
  const source = speakingTexts(naming.content, naming.components);
  const guild = channel.guildId === null ? undefined : ground.guilds.get(channel.guildId);
  const mayAll = guild !== undefined && may(ground, authorId, channel, 'mentionEveryone');
  const named = idsIn(source, /<@!?(\d{17,20})>/g).filter(
    (id) => ground.users.has(id) && (allowed.users === 'all' || allowed.users.includes(id)),
  );
  // An answer to a message of a webhook names nobody, and interactions are answered by one.
  const byUser = answered !== null && answered.applicationId === null && answered.webhook === null;
  const repliedTo = byUser && allowed.repliedUser ? [answered.authorId] : [];
  const roleIds = idsIn(source, /<@&(\d{17,20})>/g).filter((id) => {
    const role = guild?.roles.get(id);
    return role !== undefined && (role.mentionable || mayAll) && (allowed.roles === 'all' || allowed.roles.includes(id));
  });
  return {
    userIds: [...new Set([...repliedTo, ...named])],
    roleIds,
    everyone: mayAll && allowed.everyone && /@(?:everyone|here)\b/.test(source),
  };
}

/** Works out who is really notified: those that see the channel, each once, never the author. */
export function pingedBy(ground: Ground, channel: Channel, authorId: string, mentions: Mentions): readonly string[] {
  const guild = channel.guildId === null ? undefined : ground.guilds.get(channel.guildId);
  const members = [...(guild?.members.values() ?? [])];
  const named = members
    .filter((member) => mentions.everyone || member.roleIds.some((id) => mentions.roleIds.includes(id)))
    .map((member) => member.userId);
  return [...new Set([...mentions.userIds, ...named])].filter(
    (id) => id !== authorId && (permissionsIn(ground, id, channel) & PERMISSION.viewChannel) !== 0n,
  );
}
