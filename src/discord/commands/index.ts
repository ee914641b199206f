/** THE list of commands: Discord is told these, events are dispatched to these, the help and the tests read these. */
import { ask } from './ask.js';
import { askAbout } from './ask-about.js';
import type { Command } from './command.js';
import { helpCommand } from './help.js';
import { privacy } from './privacy.js';
import { settings } from './settings.js';
import { tip } from './tip.js';
import { topics } from './topics.js';

export const COMMANDS: readonly Command[] = [ask, topics, tip, settings, privacy, helpCommand(() => COMMANDS), askAbout];
