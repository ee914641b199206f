import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipMarkdown } from '../../../src/discord/views/limits.js';
import { linksInCommonMark, linksOnDiscord, readInCommonMark, readOnDiscord } from './discord-markdown.js';

describe('Markdown that is too long', () => {
  it.each([
    ['at the end of a paragraph', 'First it docks.\n\nThen it is unloaded by a crane.', 24, 'First it docks.\n…'],
    ['between the items of a list', '- one\n- two\n- three and more', 14, '- one\n- two\n…'],
    ['between numbered items', '1. one\n2. two\n3. three and more', 16, '1. one\n2. two\n…'],
    ['before a code block', 'Run this now:\n```sh\ndocker run\n```', 24, 'Run this now:\n…'],
    ['behind a code block', '```sh\ndocker run\n```\nand wait until it is there.', 30, '```sh\ndocker run\n```\n…'],
    ['before a heading', 'So it is done.\n## Why\nBecause of this.', 20, 'So it is done.\n…'],
    ['between lines', 'So it is done\nand all is well again', 20, 'So it is done …'],
    ['behind a sentence', 'It docks here. Then it is unloaded.', 24, 'It docks here. …'],
    ['behind a sentence in brackets', '(It docks *here*.) Then it is unloaded.', 24, '(It docks *here*.) …'],
    ['behind a word, where "e.g." ends no sentence', 'Use a ship, e.g. the ferry to it', 24, 'Use a ship, e.g. the…'],
    ['before a link that would be cut', 'See all of [the docs](https://docs.example/a)', 40, 'See all of…'],
    ['before an address that would be cut', 'See all about it at https://docs.example/a/b', 40, 'See all about it at…'],
    [
      'behind an address, which "…" does not become a part of',
      'See https://docs.example/a or all of it',
      30,
      'See https://docs.example/a …',
    ],
    ['before bold text that would be cut', 'This is how **it is done here**', 24, 'This is how…'],
    ['before a spoiler that would be cut', 'The butler of the house is ||the murderer||', 36, 'The butler of the house is…'],
    ['before code that would be cut', 'To see all, run `docker ps -a`', 28, 'To see all, run…'],
    ['before an emoji that would be cut', 'A big whale <:whale:123456789012345678>', 30, 'A big whale…'],
  ])('is cut %s', (_, text, limit, cut) => {
    expect(clipMarkdown(text, limit)).toBe(cut);
  });

  it.each([
    ['a code block behind a whole line', '```sh\ndocker pull\ndocker run\n```', 28, '```sh\ndocker pull\n```\n…'],
    ['a code block of one line', '```\nabcdefghijklmnop\n```', 16, '```\nabcdef\n```\n…'],
    ['a code block that has no end', '```\ndocker pull\ndocker run', 25, '```\ndocker pull\n```\n…'],
    ['a code block of a list item', '- ```\n  docker pull\n  docker run\n  ```', 30, '- ```\n  docker pull\n  ```\n…'],
    ['a code block of a quote', '> ```\n> docker pull\n> docker run\n> ```', 32, '> ```\n> docker pull\n> ```\n…'],
    ['bold text', '**all of this is bold and so on**', 25, '**all of this is bold**…'],
    ['bold text in a spoiler', '||**all of this is bold and so on**||', 24, '||**all of this is**||…'],
    ['code', '`docker run --rm --name whale`', 24, '`docker run --rm`…'],
    ['emphasis of one long word', `_${'o'.repeat(40)}_`, 20, `_${'o'.repeat(16)}_…`],
  ])('is closed where it has to be cut inside: %s', (_, text, limit, cut) => {
    expect(clipMarkdown(text, limit)).toBe(cut);
    expect(cut.length).toBeLessThanOrEqual(limit);
  });

  it('is "…" alone where nothing of it can be shown', () => {
    expect(clipMarkdown(`https://a.example/${'x'.repeat(50)}`, 40)).toBe('…');
    expect(clipMarkdown(`[so](https://a.example/${'x'.repeat(50)})`, 40)).toBe('…');
    expect(clipMarkdown(`## [so](https://a.example/${'x'.repeat(50)})`, 40)).toBe('…');
  });

  it('loses no "…" for blanks at its end', () => {
    expect(clipMarkdown('It docks.\n\n\n', 10)).toBe('It docks.');
  });

  it('is cut between graphemes where it has no blank', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(clipMarkdown(`${family}${family}${family}`, family.length * 2 + 3)).toBe(`${family}${family}…`);
  });

  it.each([
    '>',
    '> ',
    '- > ',
    '[',
    '*',
    '**a *b ',
    '`',
    '` `` ',
    '```\n',
    '[a](',
    '](',
    '||',
    '|',
    '_',
    '\\',
    '<',
    ' ',
    '\n',
    '.',
    '[a[b]c]',
    '\u0301',
  ])('is cut within its limit if it is nothing but %j', (mark) => {
    expect(clipMarkdown(mark.repeat(60_000), 2_000).length).toBeLessThanOrEqual(2_000);
  });
});

const words = (...of: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...of), { minLength: 1, maxLength: 7 }).map((list) => list.join(' '));
const plain = words('dock', 'berth', 'crane', 'ship');
const prose = words('dock', 'crane lifts', 'a.', 'Ends here.', 'ship!', 'e.g. this', 'é', '👩‍👩‍👧‍👦', '2 * 3', 'x < y');
const inline = fc.oneof(
  prose,
  ...['**', '*', '_', '__', '~~', '||'].map((mark) => plain.map((text) => `${mark}${text}${mark}`)),
  plain.map((text) => `||**${text}** *b*||`),
  plain.map((text) => `**${text} \`c d\` ||e f||**`),
  plain.map((text) => `\`${text} [a](b) *x\``),
  plain.map((text) => `[${text}](https://a.example/${text.replaceAll(' ', '/')})`),
  plain.map((text) => `[**${text}**](<https://a.example/(${text.replaceAll(' ', '/')})>)`),
  fc.constantFrom('<https://c.example/path/of/it>', 'https://d.example/path/of/it?x=1'),
  fc.constantFrom('<#123456789012345678>', '<:whale:123456789012345678>', '\\*no\\*'),
);
const line = fc.array(inline, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
const lines = fc.array(line, { minLength: 1, maxLength: 4 });
const code = fc.array(prose, { minLength: 1, maxLength: 6 });
const block = fc.oneof(
  line,
  line,
  line.map((text) => `## ${text}`),
  lines.map((items) => items.map((item) => `- ${item}`).join('\n')),
  lines.map((items) => items.map((item, i) => `${i + 1}. ${item}`).join('\n')),
  lines.map((quoted) => quoted.map((text) => `> ${text}`).join('\n')),
  code.map((text) => ['```sh', ...text, '```'].join('\n')),
  code.map((text) => `- so\n${['```', ...text, '```'].map((one) => `  ${one}`).join('\n')}`),
  code.map((text) => ['```', ...text, '```'].map((one) => `> ${one}`).join('\n')),
);
/** Texts in which every mark has its counterpart. */
const balanced = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => blocks.join('\n\n'));

/** Marks of all kinds in any order. */
const soup = fc
  .array(
    fc.constantFrom(
      ...['`', '``', '```', '```\n', '\n', '\n\n', '> ', '- ', '1. ', '**', '*', '_', '__', '~~', '||', '\\', '(', ')'],
      ...['[', '](https://a.example/x/y/z)', '[lab el](https://f.example/(x))', '](x)', 'https://b.example/', '<https://c.example/>'],
      ...['<@123456789012345678>', 'word ', 'a', '. ', ' ', '👩‍👩‍👧‍👦'],
    ),
    { maxLength: 50 },
  )
  .map((parts) => parts.join(''));

describe('whatever is cut', () => {
  it('reads as the beginning of what it was, no mark left open and no link broken', () => {
    fc.assert(
      fc.property(balanced, fc.integer({ min: 20, max: 200 }), (text, limit) => {
        const cut = clipMarkdown(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        if (cut === text) return;
        expect(cut.endsWith('…')).toBe(true);
        for (const read of [readOnDiscord, readInCommonMark]) {
          expect(read(text)).toSatisfy((whole: string) => whole.startsWith(read(cut).slice(0, -1)));
        }
        for (const linksIn of [linksOnDiscord, linksInCommonMark])
          expect(linksIn(text)).toEqual(expect.arrayContaining(linksIn(cut) as string[]));
      }),
      { numRuns: 100 },
    );
  });

  it('leads nowhere else than before, and keeps its limit, whatever the marks', () => {
    fc.assert(
      fc.property(soup, fc.integer({ min: 1, max: 60 }), (text, limit) => {
        const cut = clipMarkdown(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        if (cut === text.trimEnd() || cut === text) return;
        expect(cut.endsWith('…')).toBe(true);
        const before = [...linksOnDiscord(text), ...linksInCommonMark(text)];
        expect(before).toEqual(expect.arrayContaining([...linksOnDiscord(cut), ...linksInCommonMark(cut)]));
      }),
      { numRuns: 150 },
    );
  });
});
