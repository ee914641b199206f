/** The settings of a server as its administrators read them. */
import {
  type APIChannelSelectComponent,
  ButtonStyle,
  ChannelType,
  ComponentType,
  type Guild,
  SelectMenuDefaultValueType,
  TimestampStyles,
  time,
} from 'discord.js';
import { type GuildSettings, MAX_CHANNELS } from '../../core/settings.js';
import { fixedOffset, fixedOffsetText, type ZoneReading } from '../../core/tips/time-zones.js';
import type { TipPause, TipSchedule } from '../../core/tips/tips.js';
import { weekdaysText } from '../../core/tips/weekdays.js';
import { missingIn } from '../connection/permissions.js';
import { button, notice, type Payload, type Row, rows } from './render.js';

/** Said to whoever may not change them. */
export const MANAGERS_ONLY = 'Settings are for those who may manage the server (Manage Server).';

/** Channels in which a bot can be mentioned and a tip can be posted. */
export const TEXT_CHANNELS = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;

const PAUSES: Readonly<Record<TipPause, string>> = {
  'channel-gone': 'the channel is gone or hidden from me. Let me see it and I go on by myself, or choose another with `tip-channel`',
  'no-permission': 'I may not write in that channel. Give me Send Messages there, and I go on by myself',
  'no-tips': 'the knowledge base has no tips. I go on by myself when it has some',
};

/** At this many channels with something missing, the list ends. */
const MAX_MISSING = 8;

/** Shows what is set, what is missing where, and the controls. `lead` is a sentence about what just changed. */
export function renderSettings(guild: Guild, settings: GuildSettings, tips: TipSchedule | null, here: string, lead = ''): Payload {
  const lines = [
    `**Daily tip:** ${tips === null ? 'off. Set `tip-channel` to switch it on' : tipText(tips)}.`,
    `**Answers to mentions:** ${settings.channels.length === 0 ? 'in every channel' : settings.channels.map(channelLink).join(', ')}, ${settings.replyIn === 'thread' ? 'in a thread of their own' : 'in place'}.`,
    `**\`/ask\` unless the asker says otherwise:** ${settings.private ? 'only the asker sees the answer' : 'everybody sees the answer'}.`,
    `**Between two questions of one person:** ${settings.cooldownSeconds === 0 ? 'no wait' : `${settings.cooldownSeconds} seconds`}.`,
    `**Questions without an answer:** kept for the curators ${settings.keepQuestions ? 'in their wording' : 'without names and numbers'}.`,
    ...missingText(guild, settings, tips, here),
  ];
  return {
    ...notice([...(lead === '' ? [] : [`${lead}\n`]), ...lines].join('\n')),
    components: [channelMenu(settings), ...rows(tips === null ? [] : [button('tips-off', 'Turn the daily tip off', ButtonStyle.Danger)])],
  };
}

function tipText({ channelId, time: at, timeZone, weekdays, nextDueAt, pausedBecause }: TipSchedule): string {
  const when = `${channelLink(channelId)} at ${at} (${zoneText(timeZone, nextDueAt)}), ${weekdaysText(weekdays)}`;
  return pausedBecause === null
    ? `${when}; next ${time(Math.floor(nextDueAt / 1_000), TimestampStyles.ShortDateTime)}`
    : `${when}. **Paused:** ${PAUSES[pausedBecause]}`;
}

/** A zone that was set when times without summer time were still taken is shown as what it is. */
function zoneText(timeZone: string, at: number): string {
  const offset = fixedOffset(timeZone, at);
  return offset === null || offset === 0 ? timeZone : `${timeZone}: ${fixedOffsetText(offset)}`;
}

/**
 * Says why what was typed is not taken for a time zone, and which places to choose from.
 * @param typed as it is shown
 */
export function unreadZoneText(reading: Exclude<ZoneReading, { kind: 'zone' }>, typed: string): string {
  const wanted =
    reading.kind === 'fixed'
      ? `${typed} is ${fixedOffsetText(reading.offset)}. \`time-zone\` should be a place whose clock the tip can follow.`
      : `\`time-zone\` should be the name of a place; got ${typed}.`;
  const places = reading.places.map((place) => `\`${place}\``);
  return `${wanted} ${places.length > 0 ? `Do you mean ${EITHER.format(places)}?` : 'Type a city or a country, and choose from what is suggested.'}`;
}
const EITHER = new Intl.ListFormat('en-GB', { type: 'disjunction' });

function channelLink(id: string): string {
  return `<#${id}>`;
}

/** Each channel that matters, with the permissions that the bot lacks in it. */
function missingText(guild: Guild, { channels }: GuildSettings, tips: TipSchedule | null, here: string): string[] {
  const matter = new Set([...(channels.length === 0 ? [here] : channels), ...(tips === null ? [] : [tips.channelId])]);
  const lines = [...matter].flatMap((id) => {
    const channel = guild.channels.cache.get(id);
    if (!channel) return [`- ${channelLink(id)}: is gone or hidden from me`];
    const missing = missingIn(channel);
    return missing.length === 0 ? [] : [`- ${channelLink(id)}: ${missing.join(', ')}`];
  });
  return lines.length === 0 ? [] : ['**Permissions I lack:**', ...lines.slice(0, MAX_MISSING)];
}

function channelMenu({ channels }: GuildSettings): Row {
  const menu: APIChannelSelectComponent = {
    type: ComponentType.ChannelSelect,
    custom_id: 'answer-channels',
    placeholder: 'Answer mentions only in… (none: everywhere)',
    channel_types: [...TEXT_CHANNELS, ChannelType.GuildForum],
    min_values: 0,
    max_values: MAX_CHANNELS,
    default_values: channels.map((id) => ({ id, type: SelectMenuDefaultValueType.Channel })),
  };
  return { type: ComponentType.ActionRow, components: [menu] };
}
