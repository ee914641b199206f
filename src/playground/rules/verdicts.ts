import { longChoiceValues } from './bodies/command-options.js';
import { COMMAND_EDIT_RULES, COMMAND_LIST_RULES, COMMAND_RULES } from './bodies/commands.js';
import { CHANNEL_MESSAGE_RULES, EDIT_RULES, WEBHOOK_MESSAGE_RULES } from './bodies/message.js';
import { MODAL_RULES } from './bodies/modal.js';
import { isObject, objectAt, objectsOf, type Placed } from './json.js';
import { judge, type Rules, type Verdict } from './rule.js';

/** Judges a whole body by hand. */
export type Judge = (body: unknown) => readonly Verdict[];

const rootOf = (body: unknown): readonly Placed[] => (isObject(body) ? [{ value: body, path: '' }] : []);

const whole =
  (rules: Rules): Judge =>
  (body) =>
    rootOf(body).map((root) => judge(rules, root));

/** Judges a new message in a channel. */
export const newMessage = whole(CHANNEL_MESSAGE_RULES);
/** Judges a message by webhook or a follow-up of an interaction. */
export const webhookMessage = whole(WEBHOOK_MESSAGE_RULES);
/** Judges a change of a message. */
export const messageEdit = whole(EDIT_RULES);
/** Judges a new command. */
export const newCommand = whole(COMMAND_RULES);
/** Judges a change of a command. */
export const commandEdit = whole(COMMAND_EDIT_RULES);

/** Judges the list of commands that replaces the ones before, one by one and together. */
export const commandList: Judge = (body) => {
  const commands = objectsOf(body, '');
  return [...commands.map((command) => judge(COMMAND_RULES, command)), judge(COMMAND_LIST_RULES, commands)];
};

/** Judges the first message of a post in a forum; a plain thread has none. */
export const threadStart: Judge = (body) =>
  rootOf(body).flatMap((root) => objectAt(root, 'message').map((message) => judge(CHANNEL_MESSAGE_RULES, message)));

const AUTOCOMPLETE_RULES: Rules = { form: [longChoiceValues] };

/** What `data` is for each type of interaction callback (docs, interaction callback type). */
const CALLBACK_RULES: ReadonlyMap<unknown, Rules> = new Map([
  [4, WEBHOOK_MESSAGE_RULES],
  [7, EDIT_RULES],
  [8, AUTOCOMPLETE_RULES],
  [9, MODAL_RULES],
]);

/** Judges the answer to an interaction. */
export const callback: Judge = (body) =>
  rootOf(body).flatMap((root) => {
    const rules = CALLBACK_RULES.get(root.value.type);
    if (!rules) return [];
    const [data = { value: {}, path: 'data' }] = objectAt(root, 'data');
    return [judge(rules, data)];
  });
