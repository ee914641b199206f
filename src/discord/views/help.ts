/** What `/help` and a bare mention show: made from the one list of commands. */
import { escapeMarkdown, PermissionsBitField } from 'discord.js';
import { topicTitle } from '../../core/answering/wording.js';
import type { KnowledgeBase } from '../../core/entry.js';
import type { Command } from '../commands/command.js';
import { harmless } from './limits.js';
import { button, notice, type Payload, rows } from './render.js';

/**
 * Lists what the bot does, command by command, and what it knows about.
 * @param name what it is called on Discord
 */
export function helpText(commands: readonly Command[], { entries }: KnowledgeBase, name: string): Payload {
  const called = escapeMarkdown(name);
  const topics = [...new Set(entries.map(({ topic }) => harmless(topicTitle(topic))))].sort();
  const lines = commands.map((command) =>
    command.kind === 'slash'
      ? `\`/${command.data.name}\` ${command.data.description}${permissionsText(command.data.default_member_permissions)}`
      : `**${escapeMarkdown(command.data.name)}** ${command.description}`,
  );
  const text = [
    `I am ${called}. I know ${entries.length === 1 ? 'one answer' : `${entries.length} answers`} that people wrote and checked, and I say so when I don't know.`,
    `Ask with \`/ask\`, or write to me directly: there every message reaches me. In channels and threads mention me each time (@${called} and your question), or reply to one of my messages with the @ switched on; in a reply to the answer of a command, mention me too. I have no permission to read anything else, and want none.`,
    lines.join('\n'),
    `I know about: ${topics.slice(0, 25).join(', ')}.`,
  ].join('\n\n');
  return { ...notice(text), components: rows([button('another', 'Ask a question'), button('topics', 'Browse topics')]) };
}

/** Names the permissions that a command needs as people see them: the API's "ManageGuild" is "Manage Server" to them. */
function permissionsText(bits: string | null | undefined): string {
  const names = new PermissionsBitField(BigInt(bits ?? 0)).toArray();
  const shown = names.map((name) => name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').replace('Guild', 'Server'));
  return shown.length === 0 ? '' : ` (${shown.join(', ')})`;
}
