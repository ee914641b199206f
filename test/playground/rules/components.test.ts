import { describe, expect, it } from 'vitest';
import {
  button,
  CALLBACK,
  CREATE,
  EDIT,
  FOLLOW_UP,
  found,
  letters,
  linkButton,
  option,
  type Planted,
  row,
  select,
  text,
  texts,
  times,
  V2,
} from './planted.js';

const shows = (...components: readonly object[]) => ({ content: 'hello', components });
const inRow = (...components: readonly object[]) => shows(row(...components));
const v2 = (...components: readonly object[]) => ({ flags: V2, components });
const container = (...components: readonly object[]) => ({ type: 17, components });
const section = (accessory: object) => ({ type: 9, components: [text('A text')], accessory });
const thumbnail = (url: string) => ({ type: 11, media: { url } });
const modal = (...components: readonly object[]) => ({ type: 9, data: { custom_id: 'm', title: 'A form', components } });
const input = (id: string, change: object = {}) => ({ type: 4, style: 1, custom_id: id, ...change });
const label = (component: object) => ({ type: 18, label: 'A label', component });
const rows = (count: number) => times(count, (index) => row(button(`b${index}`)));

const AT = 'components.0.components.0';

const PLANTED: readonly Planted[] = [
  ['a label of 81', CREATE, inRow(button('a', { label: letters(81) })), `${AT}.label BASE_TYPE_MAX_LENGTH`],
  ['a custom id of 101', CREATE, inRow(button(letters(101))), `${AT}.custom_id BASE_TYPE_BAD_LENGTH`],
  ['a select with a custom id of 101', CREATE, inRow(select(letters(101))), `${AT}.custom_id BASE_TYPE_BAD_LENGTH`],
  ['a placeholder of 151', CREATE, inRow(select('s', { placeholder: letters(151) })), `${AT}.placeholder BASE_TYPE_MAX_LENGTH`],
  ['26 options', CREATE, inRow(select('s', { options: times(26, (n) => option(`o${n}`)) })), `${AT}.options BASE_TYPE_BAD_LENGTH`],
  ['no options', CREATE, inRow(select('s', { options: [] })), `${AT}.options BASE_TYPE_BAD_LENGTH`],
  [
    'an option label of 101',
    CREATE,
    inRow(select('s', { options: [option('a', { label: letters(101) })] })),
    `${AT}.options.0.label BASE_TYPE_BAD_LENGTH`,
  ],
  ['an option value of 101', CREATE, inRow(select('s', { options: [option(letters(101))] })), `${AT}.options.0.value BASE_TYPE_BAD_LENGTH`],
  [
    'an option description of 101',
    CREATE,
    inRow(select('s', { options: [option('a', { description: letters(101) })] })),
    `${AT}.options.0.description BASE_TYPE_MAX_LENGTH`,
  ],
  ['a component of a type that is none', CREATE, shows({ type: 99 }), 'components.0 UNION_TYPE_CHOICES'],
  ['a child of a type that is none', CREATE, inRow({ type: 99 }), `${AT} UNION_TYPE_CHOICES`],
  ['a text input in a message', CREATE, inRow(input('i', { label: 'A' })), `${AT} UNION_TYPE_CHOICES`],
  ['a component without a type', CREATE, shows({ components: [button('a')] }), 'components.0.type BASE_TYPE_REQUIRED'],
  ['a style that is none', CREATE, inRow(button('a', { style: 7 })), `${AT}.style BASE_TYPE_CHOICES`],
  ['six buttons in a row', CREATE, inRow(...times(6, (n) => button(`b${n}`))), 'components.0.components BASE_TYPE_BAD_LENGTH'],
  ['an empty row', CREATE, inRow(), 'components.0.components BASE_TYPE_BAD_LENGTH'],
  ['six rows', CREATE, shows(...rows(6)), 'components BASE_TYPE_MAX_LENGTH'],
  ['six rows in an edit', EDIT, shows(...rows(6)), 'components BASE_TYPE_MAX_LENGTH'],
  ['six rows in an answer', CALLBACK, { type: 4, data: shows(...rows(6)) }, 'data.components BASE_TYPE_MAX_LENGTH'],
  [
    'a custom id twice',
    CREATE,
    inRow(button('a'), button('b'), button('a')),
    'components.0.components.2.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'a custom id twice in two rows',
    CREATE,
    shows(row(button('a', { disabled: true })), row(select('a'))),
    'components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'a custom id twice, once as accessory',
    CREATE,
    v2(section(button('a')), container(row(button('a')))),
    'components.1.components.0.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  ['a button without a custom id', CREATE, inRow({ type: 2, style: 2, label: 'A' }), `${AT}.custom_id BASE_TYPE_REQUIRED`],
  ['a button with a link', CREATE, inRow(button('a', { url: 'https://example.org' })), `${AT}.url BUTTON_COMPONENT_INVALID_FIELD`],
  ['a link without a URL', CREATE, inRow({ type: 2, style: 5, label: 'A' }), `${AT}.url BASE_TYPE_REQUIRED`],
  ['a link with a custom id', CREATE, inRow(linkButton({ custom_id: 'a' })), `${AT}.custom_id BUTTON_COMPONENT_INVALID_FIELD`],
  ['a link to a script', CREATE, inRow(linkButton({ url: 'javascript:alert(1)' })), `${AT}.url URL_TYPE_INVALID_SCHEME`],
  ['a premium button without its product', CREATE, inRow({ type: 2, style: 6 }), `${AT}.sku_id BASE_TYPE_REQUIRED`],
  [
    'a premium button with a label',
    CREATE,
    inRow({ type: 2, style: 6, sku_id: '1', label: 'A' }),
    `${AT}.label BUTTON_COMPONENT_INVALID_FIELD`,
  ],
  ['a button without label and emoji', CREATE, inRow({ type: 2, style: 1, custom_id: 'a' }), `${AT}.label BASE_TYPE_REQUIRED`],
  ['a button with an empty label', CREATE, inRow(button('a', { label: '' })), `${AT}.label BASE_TYPE_REQUIRED`],
  ['a select beside a button', CREATE, inRow(select('s'), button('a')), 'components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
  [
    'two selects in a row',
    CREATE,
    inRow(select('s'), { type: 5, custom_id: 'u' }),
    'components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  ['a minimum above the maximum', CREATE, inRow(select('s', { min_values: 2, max_values: 1 })), `${AT}.min_values NUMBER_TYPE_MAX`],
  [
    'a minimum above the maximum that is meant',
    CREATE,
    inRow({ type: 5, custom_id: 'u', min_values: 2 }),
    `${AT}.min_values NUMBER_TYPE_MAX`,
  ],
  ['a maximum above the options', CREATE, inRow(select('s', { max_values: 3 })), `${AT}.max_values NUMBER_TYPE_MAX`],
  ['a maximum of 26', CREATE, inRow({ type: 5, custom_id: 'u', max_values: 26 }), `${AT}.max_values NUMBER_TYPE_MAX`],
  [
    'a value twice',
    CREATE,
    inRow(select('s', { options: [option('a'), option('b'), option('a')] })),
    `${AT}.options.2.value COMPONENT_OPTION_VALUE_DUPLICATED`,
  ],
  [
    'two chosen options where one may be',
    CREATE,
    inRow(select('s', { options: [option('a', { default: true }), option('b', { default: true })] })),
    `${AT}.options SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES`,
  ],
  ['a new component without the flag', CREATE, shows(text('A text')), 'components.0 UNION_TYPE_CHOICES'],
  [
    'a new component without the flag in a follow-up',
    FOLLOW_UP,
    shows(row(button('a')), container(text('A text'))),
    'components.1 UNION_TYPE_CHOICES',
  ],
  [
    'a content beside the flag',
    CREATE,
    { ...v2(text('A text')), content: 'hello' },
    'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'embeds beside the flag',
    EDIT,
    { ...v2(text('A text')), embeds: [{ title: 'A' }] },
    'embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'stickers beside the flag',
    CREATE,
    { ...v2(text('A text')), sticker_ids: ['1'] },
    'sticker_ids MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  ['41 components on the top', CREATE, v2(...times(41, () => text('A'))), 'components BASE_TYPE_MAX_LENGTH'],
  [
    '41 components together',
    CREATE,
    v2(container(...times(39, () => text('A'))), text('A')),
    'components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  ],
  [
    '41 components with accessories',
    CREATE,
    v2(...times(13, () => section(thumbnail('https://example.org'))), text('A'), text('B')),
    'components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  ],
  ['4001 characters in one text', CREATE, v2(text(letters(4001))), 'components.0.content BASE_TYPE_BAD_LENGTH'],
  [
    '4001 characters in all texts',
    CREATE,
    v2(container(text(letters(4000))), text('x')),
    'components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  ['an empty text', CREATE, v2(text('')), 'components.0.content BASE_TYPE_BAD_LENGTH'],
  [
    'a section of four texts',
    CREATE,
    v2({ ...section(button('a')), components: times(4, () => text('A')) }),
    'components.0.components BASE_TYPE_BAD_LENGTH',
  ],
  ['a section without an accessory', CREATE, v2({ type: 9, components: [text('A')] }), 'components.0.accessory BASE_TYPE_REQUIRED'],
  ['a container in a container', CREATE, v2(container(container(text('A')))), 'components.0.components.0 UNION_TYPE_CHOICES'],
  ['a script as thumbnail', CREATE, v2(section(thumbnail('javascript:1'))), 'components.0.accessory.media.url URL_TYPE_INVALID_SCHEME'],
  [
    'inline data in a gallery',
    CREATE,
    v2({ type: 12, items: [{ media: { url: 'data:image/png;base64,AA' } }] }),
    'components.0.items.0.media.url URL_TYPE_INVALID_SCHEME',
  ],
  [
    'a file of the web',
    CREATE,
    v2({ type: 13, file: { url: 'https://example.org/a.txt' } }),
    'components.0.file.url URL_TYPE_INVALID_SCHEME',
  ],
  ['a modal of six', CALLBACK, modal(...times(6, (n) => label(input(`i${n}`)))), 'data.components BASE_TYPE_BAD_LENGTH'],
  ['a modal of nothing', CALLBACK, modal(), 'data.components BASE_TYPE_BAD_LENGTH'],
  [
    'a modal title of 46',
    CALLBACK,
    { type: 9, data: { custom_id: 'm', title: letters(46), components: [label(input('i'))] } },
    'data.title BASE_TYPE_BAD_LENGTH',
  ],
  ['a modal label of 46', CALLBACK, modal({ ...label(input('i')), label: letters(46) }), 'data.components.0.label BASE_TYPE_BAD_LENGTH'],
  [
    'a modal with a custom id twice',
    CALLBACK,
    modal(label(input('i')), label(select('i'))),
    'data.components.1.component.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'two inputs in a row',
    CALLBACK,
    modal(row(input('i', { label: 'A' }), input('j', { label: 'B' }))),
    'data.components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  ['an input in a row without a label', CALLBACK, modal(row(input('i'))), 'data.components.0.components.0.label BASE_TYPE_REQUIRED'],
  [
    'an input whose shortest is above its longest',
    CALLBACK,
    modal(label(input('i', { min_length: 5, max_length: 4 }))),
    'data.components.0.component.min_length NUMBER_TYPE_MAX',
  ],
  [
    'a select in a modal with a value twice',
    CALLBACK,
    modal(label(select('s', { options: [option('a'), option('a')] }))),
    'data.components.0.component.options.1.value COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
  [
    'a modal without its custom id',
    CALLBACK,
    { type: 9, data: { title: 'A', components: [label(input('i'))] } },
    'data.custom_id BASE_TYPE_REQUIRED',
  ],
];

const GOOD: readonly (readonly [name: string, operation: string, body: unknown])[] = [
  ['five rows of five buttons', CREATE, shows(...times(5, (n) => row(...times(5, (m) => button(`b${n}-${m}`)))))],
  ['a label of 80 and a custom id of 100', CREATE, inRow(button(letters(100), { label: letters(80) }))],
  ['two links to the same page', CREATE, inRow(linkButton(), linkButton())],
  ['a link into Discord', CREATE, inRow(linkButton({ url: 'discord://-/channels/1' }))],
  ['a button of an emoji alone', CREATE, inRow({ type: 2, style: 1, custom_id: 'a', emoji: { id: null, name: '🐳' } })],
  ['a premium button', CREATE, inRow({ type: 2, style: 6, sku_id: '1' })],
  [
    '25 options, all of which may be chosen',
    CREATE,
    inRow(select('s', { min_values: 0, max_values: 25, options: times(25, (n) => option(`o${n}`, { default: true })) })),
  ],
  ['a select of people', CREATE, inRow({ type: 5, custom_id: 'u', min_values: 1, max_values: 25 })],
  ['40 components', CREATE, v2(container(...times(39, () => text('A'))))],
  ['4000 characters', CREATE, v2(container(text(letters(3999))), text('x'))],
  ['six rows with the flag', CREATE, v2(...rows(6))],
  ['the flag beside an empty content', EDIT, { ...v2(text('A')), content: '', embeds: [] }],
  ['new components in an edit of a message that has the flag', EDIT, { components: [text('A')] }],
  ['an uploaded file', CREATE, { ...v2({ type: 13, file: { url: 'attachment://a.txt' } }), attachments: [{ id: '0', filename: 'a.txt' }] }],
  [
    'a separator and a gallery',
    CREATE,
    v2(text('A'), { type: 14, divider: true, spacing: 1 }, { type: 12, items: [{ media: { url: 'https://example.org/a.png' } }] }),
  ],
  ['components with ids', CREATE, shows({ ...row({ ...button('a'), id: 2 }), id: 1 })],
  ['a modal of five', CALLBACK, modal(...times(5, (n) => label(input(`i${n}`))))],
  ['a modal of rows', CALLBACK, modal(row(input('i', { label: 'A', min_length: 4, max_length: 4 })))],
  ['a modal with a text, a select and a file', CALLBACK, modal(text('A'), label(select('s')), label({ type: 19, custom_id: 'f' }))],
];

describe('a mistake in components', () => {
  it.each(PLANTED)('is found and nothing else: %s', (_, operation, body, expected) => {
    expect(found(operation, body)).toEqual([expected]);
  });

  it('is told with what would be right', () => {
    const told = (body: unknown) => texts(CREATE, body).slice(1);
    expect(told(shows(...rows(6)))).toEqual(['Must be 5 or fewer in length.']);
    expect(told(inRow(select('s', { max_values: 3 })))).toEqual(['int value should be less than or equal to 2.']);
    expect(told(shows(text('A')))).toEqual(['Value of field "type" must be one of (1,).']);
    expect(told(inRow({ type: 99 }))).toEqual(['Value of field "type" must be one of (2, 3, 5, 6, 7, 8).']);
    expect(told(inRow())).toEqual(['Must be between 1 and 5 in length.']);
  });

  it('takes a set of the same mistakes one by one', () => {
    expect(found(CREATE, inRow(button('a'), button('a'), button('a')))).toEqual([
      'components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
      'components.0.components.2.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    ]);
  });
});

describe('good components', () => {
  it.each(GOOD)('are accepted: %s', (_, operation, body) => {
    expect(found(operation, body)).toEqual([]);
  });
});
