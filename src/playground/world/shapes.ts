import { compact, type Json, pick, record, records, text } from '../json.js';
import type { Message } from './state.js';

/** Where the files of the playground pretend to lie; nothing is served there. */
const proxied = (url: unknown): Json => {
  const address = text(url);
  return address === undefined ? {} : { url: address, proxy_url: address };
};

/** Brings embeds to the shape in which Discord keeps them: type, defaults, no unknown keys. */
export const normalEmbeds = (embeds: readonly Json[]): readonly Json[] =>
  embeds.map((embed) => {
    const footer = pick(record(embed.footer), ['text', 'icon_url']);
    const author = pick(record(embed.author), ['name', 'url', 'icon_url']);
    const fields = records(embed.fields).map((field) => ({ name: field.name, value: field.value, inline: field.inline === true }));
    const instant = text(embed.timestamp);
    return compact({
      type: 'rich',
      ...pick(embed, ['title', 'description', 'url', 'color']),
      timestamp: instant === undefined ? undefined : new Date(instant).toISOString(),
      footer: 'text' in footer ? footer : undefined,
      author: 'name' in author ? author : undefined,
      image: embed.image ? proxied(record(embed.image).url) : undefined,
      thumbnail: embed.thumbnail ? proxied(record(embed.thumbnail).url) : undefined,
      fields: fields.length > 0 ? fields : undefined,
    });
  });

/** Brings the preview of a link to the shape in which Discord keeps it: unlike what an application hands in, it has a type and a source. */
export const previewEmbed = (embed: Json): Json => ({
  ...normalEmbeds([embed])[0],
  type: text(embed.type) ?? 'link',
  ...pick(embed, ['provider']),
});

/** Keys of a request that the stored component keeps, whatever its type. */
const KEPT = [
  'type',
  'custom_id',
  'style',
  'label',
  'url',
  'sku_id',
  'disabled',
  'placeholder',
  'min_values',
  'max_values',
  'default_values',
  'channel_types',
  'content',
  'spacing',
  'divider',
  'accent_color',
  'spoiler',
  'description',
  'value',
  'min_length',
  'max_length',
  'required',
  'title',
  'name',
];

/** What Discord adds where the request leaves it out, by component type (documentation: components/reference). */
const DEFAULTS: Readonly<Record<number, Json>> = {
  3: { min_values: 1, max_values: 1 },
  5: { min_values: 1, max_values: 1 },
  6: { min_values: 1, max_values: 1 },
  7: { min_values: 1, max_values: 1 },
  8: { min_values: 1, max_values: 1 },
  11: { description: null, spoiler: false },
  13: { spoiler: false },
  14: { spacing: 1, divider: true },
  17: { accent_color: null, spoiler: false },
};

/** Brings components to the shape in which Discord keeps them: defaults, and a number as id on each that has none. */
export function normalComponents(components: readonly Json[], nextId: () => string): readonly Json[] {
  const given = new Set<unknown>();
  const collect = (component: Json): void => {
    if (typeof component.id === 'number' && component.id > 0) given.add(component.id);
    for (const child of [...records(component.components), ...records([component.accessory]), ...records([component.component])])
      collect(child);
  };
  components.forEach(collect);
  let last = 0;
  const fresh = (): number => {
    do last += 1;
    while (given.has(last));
    return last;
  };
  const emoji = (value: unknown): Json | undefined => {
    const found = compact(record(value));
    return Object.keys(found).length > 0 ? { ...found, name: found.name ?? '_' } : undefined;
  };
  const media = (value: unknown): Json => ({ id: nextId(), ...proxied(record(value).url) });
  const normal = (component: Json): Json => {
    const id = typeof component.id === 'number' && component.id > 0 ? component.id : fresh();
    return {
      ...DEFAULTS[Number(component.type)],
      ...pick(component, KEPT),
      id,
      ...compact({
        emoji: emoji(component.emoji),
        components: Array.isArray(component.components) ? records(component.components).map(normal) : undefined,
        component: component.component ? normal(record(component.component)) : undefined,
        accessory: component.accessory ? normal(record(component.accessory)) : undefined,
        media: component.media ? media(component.media) : undefined,
        file: component.file ? media(component.file) : undefined,
        items: Array.isArray(component.items)
          ? records(component.items).map((item) => ({
              description: null,
              spoiler: false,
              ...pick(item, ['description', 'spoiler']),
              media: media(item.media),
            }))
          : undefined,
        options: Array.isArray(component.options)
          ? records(component.options).map((option) => ({
              ...pick(option, ['label', 'value', 'description', 'default']),
              ...compact({ emoji: emoji(option.emoji) }),
            }))
          : undefined,
      }),
    };
  };
  return components.map(normal);
}

/** Finds a component of a message by its custom id, however deep it lies. */
export function componentOf(message: Pick<Message, 'components'>, customId: string): Json | undefined {
  const all = (components: readonly Json[]): readonly Json[] =>
    components.flatMap((component) => [component, ...all(records(component.components)), ...all(records([component.accessory]))]);
  return all(message.components).find((component) => component.custom_id === customId);
}
