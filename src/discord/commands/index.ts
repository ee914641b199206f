/** THE list of commands: Discord is told these, events are dispatched to these, the help and the tests read these. */
import { ask } from './ask.js';
import { askAbout } from './ask-about.js';
import type { Command } from './command.js';
import { helpCommand } from './help.js';
import { privacy } from './privacy.js';
import { settings } from './settings.js';
import { tip } from './tip.js';
import { topics } from './topics.js';

/** Makes the commands of an application. @param name what it is called on Discord */
export function commandsOf(name: string): readonly Command[] {
  const commands: readonly Command[] = [ask, topics, tip, settings, privacy, helpCommand(() => commands), askAbout(name)];
  return commands;
}
