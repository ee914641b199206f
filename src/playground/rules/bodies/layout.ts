import { tooLong, wrongType } from '../details.js';
import { type Detail, join } from '../fault.js';
import { isFilled, lengthOf, objectAt, objectsOf, type Placed } from '../json.js';
import type { Rule } from '../rule.js';
import { allComponents, FILE, MEDIA_GALLERY, ROW, TEXT_DISPLAY, THUMBNAIL, topLevel } from './components.js';
import { schemeFaults } from './embeds.js';

/** Message flag IS_COMPONENTS_V2 (docs, message flags). */
const COMPONENTS_V2 = 32768;
/** Docs, component reference: 40 in a message with the flag; messages without it hold five action rows. */
const MAX_COMPONENTS = 40;
const MAX_ROWS = 5;
/** All text displays together (docs, text display: the characters of a message may total up to 4000). */
const MAX_DISPLAYED_TEXT = 4000;
const MEDIA_SCHEMES = ['http', 'https', 'attachment'];

/** Tells whether a number has a bit of the message flags set. */
export const hasFlag = (message: Placed, flag: number): boolean =>
  typeof message.value.flags === 'number' && (message.value.flags & flag) !== 0;

const isNewStyle = (message: Placed): boolean => hasFlag(message, COMPONENTS_V2);

const tooManyRows: Rule = (message) =>
  !isNewStyle(message) && topLevel(message).length > MAX_ROWS && topLevel(message).every(({ value }) => value.type === ROW)
    ? [tooLong(join(message.path, 'components'), MAX_ROWS)]
    : [];

/** Only for a new message: an edit may omit the flag because the message has it already. */
const newStyleWithoutFlag: Rule = (message) =>
  isNewStyle(message)
    ? []
    : topLevel(message)
        .filter(({ value }) => typeof value.type === 'number' && value.type !== ROW)
        .map((component) => wrongType(component.path, [ROW]));

/** Docs, IS_COMPONENTS_V2: such a message has neither content nor embeds, poll or stickers. */
const oldFieldsWithFlag: Rule = (message) =>
  isNewStyle(message)
    ? [
        ['content', 'content'],
        ['embeds', 'embeds'],
        ['poll', 'poll'],
        ['sticker_ids', 'stickers'],
      ]
        .filter(([key = '']) => isFilled(message.value[key]))
        .map(([key = '', name]) => ({
          path: join(message.path, key),
          code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
          message: `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
        }))
    : [];

const exceeded = (message: Placed, code: string, text: string): Detail => ({ path: join(message.path, 'components'), code, message: text });

/** As many on the top alone are the schema's business. */
const tooManyComponents: Rule = (message) =>
  topLevel(message).length <= MAX_COMPONENTS && allComponents(message).length > MAX_COMPONENTS
    ? [exceeded(message, 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', `Total number of components cannot exceed ${MAX_COMPONENTS}`)]
    : [];

/** As much in one text alone is the schema's business. */
const tooMuchText: Rule = (message) => {
  const shown = allComponents(message).filter(({ value }) => value.type === TEXT_DISPLAY && lengthOf(value.content) <= MAX_DISPLAYED_TEXT);
  const size = shown.reduce((sum, { value }) => sum + lengthOf(value.content), 0);
  const text = `Components displayable text size exceeds maximum size of ${MAX_DISPLAYED_TEXT}`;
  return size > MAX_DISPLAYED_TEXT ? [exceeded(message, 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', text)] : [];
};

/** A file is shown from an upload of the same message; galleries and thumbnails may also point at the web. */
const mediaScheme: Rule = (message) =>
  allComponents(message).flatMap((component) => {
    if (component.value.type === THUMBNAIL)
      return objectAt(component, 'media').flatMap((media) => schemeFaults(media, 'url', MEDIA_SCHEMES));
    if (component.value.type === FILE) return objectAt(component, 'file').flatMap((file) => schemeFaults(file, 'url', ['attachment']));
    if (component.value.type !== MEDIA_GALLERY) return [];
    return objectsOf(component.value.items, join(component.path, 'items'))
      .flatMap((item) => objectAt(item, 'media'))
      .flatMap((media) => schemeFaults(media, 'url', MEDIA_SCHEMES));
  });

/** How the components of any message may be laid out. */
export const LAYOUT_RULES: readonly Rule[] = [tooManyRows, oldFieldsWithFlag, tooManyComponents, tooMuchText, mediaScheme];

/** What besides holds for a message that is being created. */
export const NEW_LAYOUT_RULES: readonly Rule[] = [newStyleWithoutFlag];
