import type { Interaction, InteractionContext, InteractionType } from '../interactions/interaction.js';
import { list, number } from '../json.js';
import { mayRun } from '../world/command-permissions.js';
import { channelOf, type Ground, may } from '../world/ground.js';
import type { Application, Channel, Command } from '../world/state.js';

/** A command as a person finds it somewhere. */
export interface Found {
  readonly command: Command;
  readonly application: Application;
  readonly context: InteractionContext;
  readonly owners: Interaction['owners'];
}

/** The kinds of commands: typed (1), on a user (2), on a message (3). */
export type CommandType = 1 | 2 | 3;

/** Tells in which context an application meets a channel. */
export const contextOf = (channel: Channel, applicationId: string): InteractionContext =>
  channel.guildId !== null ? 0 : channel.recipientIds.includes(applicationId) ? 1 : 2;

/** Works out who has authorized an application here: the guild, the person, both or nobody. */
export function ownersOf(ground: Ground, application: Application, channel: Channel, userId: string): Interaction['owners'] {
  const guild = channel.guildId === null ? undefined : ground.guilds.get(channel.guildId);
  return {
    ...(guild?.members.has(application.id) ? { 0: guild.id } : {}),
    // In its own direct messages a bot counts as installed by "guild 0" (documentation: authorizing integration owners object).
    ...(contextOf(channel, application.id) === 1 ? { 0: '0' } : {}),
    ...(application.installedBy.has(userId) ? { 1: userId } : {}),
  };
}

/** Tells which of the owners let a command appear in a context; null when none does. */
function reach(command: Command, owners: Interaction['owners'], context: InteractionContext): Interaction['owners'] | null {
  if (command.guildId !== null) return owners[0] === undefined ? null : owners;
  const { definition } = command;
  const contexts = Array.isArray(definition.contexts) ? definition.contexts : definition.dm_permission === false ? [0] : [0, 1, 2];
  if (!contexts.includes(context)) return null;
  const types = list(definition.integration_types).map(number);
  const kept = Object.fromEntries(Object.entries(owners).filter(([type]) => types.includes(Number(type))));
  return Object.keys(kept).length > 0 ? kept : null;
}

/** Lists the commands of a kind that a person is offered in a channel; a guild's own come before global ones. */
export function commandsFor(ground: Ground, userId: string, channelId: string, type: CommandType): readonly Found[] {
  const channel = channelOf(ground, channelId);
  if (channel.guildId !== null && !may(ground, userId, channel, 'useApplicationCommands')) return [];
  return [...ground.applications.values()].flatMap((application) => {
    const context = contextOf(channel, application.id);
    const owners = ownersOf(ground, application, channel, userId);
    return [...application.commands.values()]
      .filter((command) => command.guildId === null || command.guildId === channel.guildId)
      .filter((command) => (number(command.definition.type) ?? 1) === type && mayRun(ground, command, channel, userId))
      .sort((one, other) => Number(one.guildId === null) - Number(other.guildId === null))
      .flatMap((command) => {
        const reached = reach(command, owners, context);
        return reached ? [{ command, application, context, owners: reached }] : [];
      });
  });
}

/** Finds a command by name as the person is offered it; fails as loudly as a person would who looks for it in vain. */
export function findCommand(ground: Ground, userId: string, channelId: string, type: CommandType, name: string): Found {
  const offered = commandsFor(ground, userId, channelId, type);
  const found = offered.find(({ command }) => command.definition.name === name);
  if (found) return found;
  const names = offered.map(({ command }) => String(command.definition.name)).join(', ');
  throw new Error(`There is no command “${name}” for you here, but: ${names || 'none'}.`);
}

/** The interaction types that a person's deeds make. */
export const DEED = { command: 2, component: 3, typing: 4, form: 5 } as const satisfies Record<string, InteractionType>;
