/** `/privacy`: what is kept about the person who asks, and the button that erases it. */
import { ButtonStyle, SlashCommandBuilder } from 'discord.js';
import type { PersonalData } from '../../core/ports.js';
import { isShared } from '../interactions/place.js';
import { reply } from '../interactions/respond.js';
import { button, notice, type Payload, rows } from '../views/render.js';
import type { SlashCommand } from './command.js';
import { EVERYWHERE, INSTALLS } from './reach.js';

export const privacy: SlashCommand = {
  kind: 'slash',
  data: new SlashCommandBuilder()
    .setName('privacy')
    .setDescription('What I keep about you, and how to erase it')
    .setIntegrationTypes(INSTALLS)
    .setContexts(EVERYWHERE)
    .toJSON(),

  async run({ store }, interaction) {
    await reply(interaction, store.personalData(interaction.user.id).then(privacyText), isShared(interaction));
  },
};

function privacyText(data: PersonalData): Payload {
  const text = [
    'I keep what I need to follow a conversation and to correct an answer when its question is edited, for a limited time, and send it nowhere.',
    `About you, now: ${counted(data)}.`,
    'Questions that I could not answer are kept for the people who write the knowledge base, without who asked them.',
  ].join('\n\n');
  const any = data.turns + data.answers + data.feedback > 0;
  return { ...notice(text), components: any ? rows([button('erase', 'Erase what is kept about me', ButtonStyle.Danger)]) : [] };
}

/** What was erased, in a sentence. */
export function erasedText(data: PersonalData): string {
  return `Done. Erased: ${counted(data)}.`;
}

function counted({ turns, answers, feedback }: PersonalData): string {
  const parts = [
    plural(turns, 'turn of a conversation', 'turns of conversations'),
    plural(answers, 'answered question', 'answered questions'),
    plural(feedback, 'verdict on an answer', 'verdicts on answers'),
  ];
  return turns + answers + feedback === 0 ? 'nothing' : parts.join(', ');
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
