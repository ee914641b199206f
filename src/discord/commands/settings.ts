/** `/settings`: for those who manage the server. Called bare, it shows what is set. */
import {
  type ApplicationCommandOptionChoiceData,
  ApplicationIntegrationType,
  type ChatInputCommandInteraction,
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import { type GuildSettings, MAX_COOLDOWN_SECONDS } from '../../core/settings.js';
import { parseTime } from '../../core/tips/clock-time.js';
import { createTimeZones } from '../../core/tips/time-zones.js';
import { nextDue, type TipSchedule } from '../../core/tips/tips.js';
import { parseWeekdays, weekdaysText } from '../../core/tips/weekdays.js';
import { may } from '../connection/permissions.js';
import type { BotContext } from '../context.js';
import { reply, tell } from '../interactions/respond.js';
import { LIMITS, quoted } from '../views/limits.js';
import { notice, type Payload } from '../views/render.js';
import { renderSettings, TEXT_CHANNELS, unreadZoneText } from '../views/settings-text.js';
import type { SlashCommand } from './command.js';

const timeZones = createTimeZones(['UTC', ...Intl.supportedValuesOf('timeZone')]);
const WEEKDAY_SUGGESTIONS = ['every day', 'Monday to Friday', 'Monday, Wednesday, Friday', 'Tuesday, Thursday', 'Saturday, Sunday'];
/** How long a text may be, in characters. Discord holds who sends it to that, but not who is still typing. */
const MOST = { 'tip-time': 40, 'time-zone': 60, weekdays: 100 } as const;
const DEFAULT_TIMES = { time: '09:00', timeZone: 'UTC', weekdays: [1, 2, 3, 4, 5, 6, 7] } as const;

export const settings: SlashCommand = {
  kind: 'slash',
  data: new SlashCommandBuilder()
    .setName('settings')
    .setDescription('Show or change how I work in this server')
    .setIntegrationTypes([ApplicationIntegrationType.GuildInstall])
    .setContexts([InteractionContextType.Guild])
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
    .addChannelOption((option) =>
      option
        .setName('tip-channel')
        .setDescription('Where the daily tip appears; switches it on')
        .addChannelTypes(...TEXT_CHANNELS),
    )
    .addStringOption((option) =>
      option.setName('tip-time').setDescription('When the tip appears, such as 9:00 or 9 pm').setMaxLength(MOST['tip-time']),
    )
    .addStringOption((option) =>
      option
        .setName('time-zone')
        .setDescription('Whose clock that is: type a city or a country, and choose')
        .setMaxLength(MOST['time-zone'])
        .setAutocomplete(true),
    )
    .addStringOption((option) =>
      option
        .setName('weekdays')
        .setDescription('Days with a tip, such as Monday to Friday')
        .setMaxLength(MOST.weekdays)
        .setAutocomplete(true),
    )
    .addBooleanOption((option) => option.setName('tips').setDescription('False switches the daily tip off'))
    .addStringOption((option) =>
      option
        .setName('reply-in')
        .setDescription('Where a mention in a channel is answered')
        .addChoices({ name: 'in place', value: 'channel' }, { name: 'in a thread of its own', value: 'thread' }),
    )
    .addBooleanOption((option) => option.setName('private').setDescription('Whether /ask answers its asker alone by default'))
    .addIntegerOption((option) =>
      option
        .setName('cooldown')
        .setDescription('Seconds between two questions of one person; 0 for none')
        .setMinValue(0)
        .setMaxValue(MAX_COOLDOWN_SECONDS),
    )
    .addBooleanOption((option) =>
      option.setName('keep-questions').setDescription('Keep the wording of questions I cannot answer, for the curators'),
    )
    .toJSON(),

  async run(context, interaction) {
    if (!interaction.inCachedGuild()) {
      await tell(interaction, 'Settings belong to a server that I am a member of.');
      return;
    }
    // Who may use it is Discord's to say: by default those who manage the server, and whom its administrators let.
    const { store } = context;
    const { guild, guildId } = interaction;
    const change = settingsChange(interaction);
    const work = async (): Promise<Payload> => {
      const tips = await tipChange(context, interaction, guildId);
      if (tips.kind === 'fault') return notice(`${tips.text} Nothing was changed.`);
      if (tips.kind === 'off') await store.removeTipSchedule(guildId);
      if (tips.kind === 'set') await store.saveTipSchedule(tips.schedule);
      const now = Object.keys(change).length > 0 ? await store.changeSettings(guildId, change) : await store.settings(guildId);
      const changed = tips.kind !== 'none' || Object.keys(change).length > 0;
      return renderSettings(guild, now, await store.tipSchedule(guildId), interaction.channelId, changed ? 'Saved.' : '');
    };
    await reply(interaction, work(), true);
  },

  complete({ now }, interaction) {
    const { name, value } = interaction.options.getFocused(true);
    const texts =
      name === 'time-zone'
        ? timeZones.suggest(value.slice(0, MOST['time-zone']), now(), LIMITS.choices)
        : weekdaySuggestions(value.slice(0, MOST.weekdays));
    return texts.map((text): ApplicationCommandOptionChoiceData => ({ name: text, value: text }));
  },
};

/** First what was typed, as it was understood. */
function weekdaySuggestions(typed: string): readonly string[] {
  const read = parseWeekdays(typed);
  const matching = WEEKDAY_SUGGESTIONS.filter((text) => text.toLowerCase().includes(typed.trim().toLowerCase()));
  return [...new Set([...(read === null ? [] : [weekdaysText(read)]), ...matching])];
}

function settingsChange({ options }: ChatInputCommandInteraction): Partial<GuildSettings> {
  const replyIn = options.getString('reply-in');
  const isPrivate = options.getBoolean('private');
  const cooldownSeconds = options.getInteger('cooldown');
  const keepQuestions = options.getBoolean('keep-questions');
  return {
    ...(replyIn !== null && { replyIn: replyIn === 'thread' ? 'thread' : 'channel' }),
    ...(isPrivate !== null && { private: isPrivate }),
    ...(cooldownSeconds !== null && { cooldownSeconds }),
    ...(keepQuestions !== null && { keepQuestions }),
  };
}

type TipChange =
  | { readonly kind: 'none' }
  | { readonly kind: 'off' }
  | { readonly kind: 'fault'; readonly text: string }
  | { readonly kind: 'set'; readonly schedule: Omit<TipSchedule, 'pausedBecause'> };

/** What the options say about the daily tip, or what is wrong with them. */
async function tipChange(
  { store, now }: BotContext,
  interaction: ChatInputCommandInteraction<'cached'>,
  guildId: string,
): Promise<TipChange> {
  const { options } = interaction;
  const channel = options.getChannel('tip-channel', false, [...TEXT_CHANNELS]);
  const typed = { time: options.getString('tip-time'), zone: options.getString('time-zone'), days: options.getString('weekdays') };
  const on = options.getBoolean('tips');
  if (on === false) return { kind: 'off' };
  if (channel === null && on === null && Object.values(typed).every((value) => value === null)) return { kind: 'none' };

  const present = await store.tipSchedule(guildId);
  const channelId = channel?.id ?? present?.channelId;
  if (channelId === undefined) return { kind: 'fault', text: 'For a daily tip I need to know where: set `tip-channel` as well.' };
  if (channel !== null && !may(channel, [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages]))
    return { kind: 'fault', text: `I may not write in <#${channel.id}>: I need View Channel and Send Messages there.` };

  const time = typed.time === null ? (present?.time ?? DEFAULT_TIMES.time) : parseTime(typed.time);
  if (time === null)
    return {
      kind: 'fault',
      text: `\`tip-time\` should be a time such as 9:00, 9 pm or 21:15; got ${quoted(typed.time ?? '', MOST['tip-time'])}.`,
    };
  const zone = typed.zone === null ? null : timeZones.read(typed.zone, now());
  if (zone !== null && zone.kind !== 'zone')
    return { kind: 'fault', text: unreadZoneText(zone, quoted(typed.zone ?? '', MOST['time-zone'])) };
  // One that was set before goes on working, whatever is taken now.
  const timeZone = zone?.name ?? present?.timeZone ?? DEFAULT_TIMES.timeZone;
  const weekdays = typed.days === null ? (present?.weekdays ?? DEFAULT_TIMES.weekdays) : parseWeekdays(typed.days);
  if (weekdays === null)
    return {
      kind: 'fault',
      text: `\`weekdays\` should be days such as "every day", "Monday to Friday" or "Mon, Wed, Fri"; got ${quoted(typed.days ?? '', MOST.weekdays)}.`,
    };

  const { lastAt } = await store.tipHistory(guildId);
  const times = { time, timeZone, weekdays };
  return { kind: 'set', schedule: { guildId, channelId, ...times, nextDueAt: nextDue(times, now(), lastAt).at } };
}
