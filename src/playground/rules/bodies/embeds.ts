import { required, wrongScheme } from '../details.js';
import { join } from '../fault.js';
import { isFilled, lengthOf, objectAt, objectsOf, type Placed, textOf } from '../json.js';
import type { Rule } from '../rule.js';

/** All embeds of a message together (Discord docs, message resource, embed limits). */
const MAX_EMBEDS_TEXT = 6000;
const LINK_SCHEMES = ['http', 'https'];
/** `attachment` shows an uploaded file (docs, "using attachments within embeds"). */
const PICTURE_SCHEMES = [...LINK_SCHEMES, 'attachment'];

const embedsOf = (message: Placed): readonly Placed[] => objectsOf(message.value.embeds, join(message.path, 'embeds'));
const fieldsOf = (embed: Placed): readonly Placed[] => objectsOf(embed.value.fields, join(embed.path, 'fields'));

function textSize(embed: Placed): number {
  const texts = [
    embed.value.title,
    embed.value.description,
    ...fieldsOf(embed).flatMap((field) => [field.value.name, field.value.value]),
    ...objectAt(embed, 'footer').map((footer) => footer.value.text),
    ...objectAt(embed, 'author').map((author) => author.value.name),
  ];
  return texts.reduce<number>((sum, text) => sum + lengthOf(text), 0);
}

const embedTotal: Rule = (message) =>
  embedsOf(message).reduce((sum, embed) => sum + textSize(embed), 0) <= MAX_EMBEDS_TEXT
    ? []
    : [
        {
          path: join(message.path, 'embeds'),
          code: 'MAX_EMBED_SIZE_EXCEEDED',
          message: `Embed size exceeds maximum size of ${MAX_EMBEDS_TEXT}`,
        },
      ];

const SHOWN_BY_ITSELF = ['title', 'description', 'fields', 'image', 'thumbnail', 'author', 'footer', 'timestamp', 'video', 'provider'];

/** An embed of colour or URL alone shows nothing; Discord asks for the description then. */
const emptyEmbed: Rule = (message) =>
  embedsOf(message)
    .filter((embed) => !SHOWN_BY_ITSELF.some((key) => isFilled(embed.value[key])))
    .map((embed) => required(join(embed.path, 'description')));

/** Docs, embed field structure: name and value are required; a blank text counts as missing. */
const emptyField: Rule = (message) =>
  embedsOf(message)
    .flatMap(fieldsOf)
    .flatMap((field) => ['name', 'value'].filter((key) => blank(field.value[key])).map((key) => required(join(field.path, key))));

/** Docs, embed author and embed footer structure: the text is required, an icon alone is not enough. */
const namelessAuthorOrFooter: Rule = (message) =>
  embedsOf(message).flatMap((embed) => [
    ...objectAt(embed, 'author')
      .filter((author) => !isFilled(author.value.name))
      .map((author) => required(join(author.path, 'name'))),
    ...objectAt(embed, 'footer')
      .filter((footer) => !isFilled(footer.value.text))
      .map((footer) => required(join(footer.path, 'text'))),
  ]);

/** A field that is absent or of another type is the schema's business. */
const blank = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';

/** Names the scheme of a URL that its place does not allow; a text that is no URL is the schema's business. */
export function schemeFaults(parent: Placed, key: string, allowed: readonly string[]): ReturnType<Rule> {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(textOf(parent.value[key]).trim())?.[1]?.toLowerCase();
  return scheme === undefined || allowed.includes(scheme) ? [] : [wrongScheme(join(parent.path, key), scheme, allowed)];
}

const embedLinks: Rule = (message) =>
  embedsOf(message).flatMap((embed) => [
    ...schemeFaults(embed, 'url', LINK_SCHEMES),
    ...objectAt(embed, 'author').flatMap((author) => schemeFaults(author, 'url', LINK_SCHEMES)),
  ]);

const embedPictures: Rule = (message) =>
  embedsOf(message).flatMap((embed) => [
    ...['image', 'thumbnail', 'video'].flatMap((key) =>
      objectAt(embed, key).flatMap((picture) => schemeFaults(picture, 'url', PICTURE_SCHEMES)),
    ),
    ...['author', 'footer'].flatMap((key) => objectAt(embed, key).flatMap((part) => schemeFaults(part, 'icon_url', PICTURE_SCHEMES))),
  ]);

/** What the specification does not say about embeds. */
export const EMBED_RULES: readonly Rule[] = [embedTotal, emptyEmbed, emptyField, namelessAuthorOrFooter, embedLinks, embedPictures];
