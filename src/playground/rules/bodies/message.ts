import { tooLong } from '../details.js';
import { type Fault, join, refusal } from '../fault.js';
import { isFilled, lengthOf, listOf, objectAt, type Placed } from '../json.js';
import type { Rule, Rules } from '../rule.js';
import { BUTTON_RULES } from './buttons.js';
import { ARRANGEMENT_RULES } from './components.js';
import { EMBED_RULES } from './embeds.js';
import { hasFlag, LAYOUT_RULES, NEW_LAYOUT_RULES } from './layout.js';
import { SELECT_RULES } from './selects.js';

/** Docs, create message: content up to 2000 characters; the specification's 4000 is for subscribers. */
const MAX_CONTENT = 2000;
/** Message flag EPHEMERAL (docs, message flags). */
const EPHEMERAL = 64;
/** Message reference type FORWARD: such a message brings no content of its own. */
const FORWARD = 1;

const longContent: Rule = ({ value, path }) => (lengthOf(value.content) > MAX_CONTENT ? [tooLong(join(path, 'content'), MAX_CONTENT)] : []);

/** Docs, allowed mentions: a kind in `parse` and a list of ids of that kind exclude each other. */
const parseBesideIds: Rule = (message) =>
  objectAt(message, 'allowed_mentions').flatMap((mentions) =>
    ['users', 'roles']
      .filter((kind) => listOf(mentions.value.parse).includes(kind) && isFilled(mentions.value[kind]))
      .map((kind) => ({
        path: mentions.path,
        code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      })),
  );

/** Docs, create message: only an answer to an interaction can be ephemeral. */
const ephemeralInChannel: Rule = (message) =>
  hasFlag(message, EPHEMERAL)
    ? [{ path: join(message.path, 'flags'), code: 'FLAG_IGNORED', message: 'EPHEMERAL has an effect on answers to interactions only' }]
    : [];

const CONTENTS = ['content', 'embeds', 'sticker_ids', 'components', 'attachments', 'poll', 'shared_client_theme'];
const EMPTY: readonly Fault[] = [refusal(50006, 'Cannot send an empty message')];

/** Docs, create message: at least one of the contents; a blank text is none. */
const emptyMessage = (message: Placed): readonly Fault[] => {
  const isForward = objectAt(message, 'message_reference').some(({ value }) => value.type === FORWARD);
  return isForward || CONTENTS.some((key) => isFilled(message.value[key])) ? [] : EMPTY;
};

/** What an edit leaves out stays as it was, so only the one that clears everything is empty for certain. */
const emptyingEdit = ({ value }: Placed): readonly Fault[] => {
  const cleared = ['content', 'embeds', 'components', 'attachments'].every((key) => value[key] !== undefined && !isFilled(value[key]));
  return cleared && !isFilled(value.poll) ? EMPTY : [];
};

const ANY_MESSAGE: readonly Rule[] = [
  longContent,
  parseBesideIds,
  ...EMBED_RULES,
  ...ARRANGEMENT_RULES,
  ...BUTTON_RULES,
  ...SELECT_RULES,
  ...LAYOUT_RULES,
];

/** Rules for a message by webhook, which is also every answer to an interaction. */
export const WEBHOOK_MESSAGE_RULES: Rules = { form: [...ANY_MESSAGE, ...NEW_LAYOUT_RULES], refusals: [emptyMessage] };

/** Rules for a new message in a channel. */
export const CHANNEL_MESSAGE_RULES: Rules = { ...WEBHOOK_MESSAGE_RULES, ignored: [ephemeralInChannel] };

/** Rules for a change of a message, however it was made. */
export const EDIT_RULES: Rules = { form: ANY_MESSAGE, refusals: [emptyingEdit] };
