import { text } from '../json.js';
import { type Ground, permissionsIn } from './ground.js';
import { PERMISSION } from './permissions.js';
import type { Application, Channel, Command, CommandPermission } from './state.js';

/** The rule for a place or a person; null takes it away. */
export interface CommandRule {
  readonly guildId: string;
  /** All commands of that name; null for every command of the application. */
  readonly commandName: string | null;
  readonly targetId: string;
  readonly allowed: boolean | null;
}

/** The id that stands for every channel of a guild (documentation: application command permissions constants). */
const everyChannel = (guildId: string): string => String(BigInt(guildId) - 1n);

/** Sets a rule about an application's commands, as administrators do under "Integrations". */
export function setCommandPermission(application: Application, rule: CommandRule): void {
  const { guildId, commandName, targetId, allowed } = rule;
  const named = [...application.commands.values()].filter(
    (command) => command.definition.name === commandName && (command.guildId === null || command.guildId === guildId),
  );
  if (commandName !== null && named.length === 0) throw new Error(`${application.name} has no command “${commandName}” there`);
  const commandIds: readonly (string | null)[] = commandName === null ? [null] : named.map(({ id }) => id);
  const others = application.commandPermissions.filter(
    (one) => one.guildId !== guildId || one.targetId !== targetId || !commandIds.includes(one.commandId),
  );
  const own = allowed === null ? [] : commandIds.map((commandId) => ({ guildId, commandId, targetId, allowed }));
  application.commandPermissions = [...others, ...own];
}

/** Reads rules from the nearest targets to the farthest; among equals one that allows is enough. Null where none speaks. */
function ruling(rules: readonly CommandPermission[], targets: readonly (readonly string[])[]): boolean | null {
  for (const ids of targets) {
    const found = rules.filter(({ targetId }) => ids.includes(targetId));
    if (found.length > 0) return found.some(({ allowed }) => allowed);
  }
  return null;
}

/** Tells whether a member has what a command asks for by itself; "0" is for administrators alone. */
function meetsDefault(command: Command, permissions: bigint): boolean {
  const needed = text(command.definition.default_member_permissions);
  return needed === undefined || (needed !== '0' && (permissions & BigInt(needed)) === BigInt(needed));
}

/**
 * Tells whether somebody may run a command in a channel, in the order of Discord's flowchart (changelog of 17 November 2022).
 *
 * First the channel must be open to the command. Then a rule for the command decides alone, while a rule for the whole
 * application can only forbid: what it allows still needs the command's default permissions.
 */
export function mayRun(ground: Ground, command: Command, channel: Channel, userId: string): boolean {
  const { guildId } = channel;
  if (guildId === null) return true;
  const permissions = permissionsIn(ground, userId, channel);
  if ((permissions & PERMISSION.administrator) !== 0n) return true;
  const rules = (ground.applications.get(command.applicationId)?.commandPermissions ?? []).filter((rule) => rule.guildId === guildId);
  const forCommand = rules.filter(({ commandId }) => commandId === command.id);
  const forAll = rules.filter(({ commandId }) => commandId === null);
  const places = [[channel.parentId ?? channel.id], [everyChannel(guildId)]];
  if ((ruling(forCommand, places) ?? ruling(forAll, places)) === false) return false;
  const people = [[userId], ground.guilds.get(guildId)?.members.get(userId)?.roleIds ?? [], [guildId]];
  return ruling(forCommand, people) ?? (ruling(forAll, people) !== false && meetsDefault(command, permissions));
}
