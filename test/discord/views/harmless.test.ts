import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmless, heading } from '../../../src/discord/views/limits.js';
import { codeIn, linksOnDiscord, mentionsIn } from './discord-markdown.js';

const SOMEBODY = '123456789012345678';
const BREAK = '\u200b';

describe('code in a curator’s text', () => {
  it.each([
    ['a call in a span', 'Call `handlers[name](event);` first.'],
    ['an index in a span', 'That is `hooks[0](request)`.'],
    ['a scoped package', '```\nnpm install @here/maps-api\n```'],
    ['an address of everyone', 'Write to `admin@everyone.example`.'],
    ['a mention that is explained', `Write \`<@${SOMEBODY}>\` or \`@everyone\`.`],
    ['an invitation that is explained', 'It looks like `discord.gg/abcdef` or ``https://discord.com/invite/a`b``.'],
    ['a link to elsewhere that is explained', '`[click](javascript:alert(1))`'],
    ['a block with a language', '```js\nhandlers[0](javascript:x) // @everyone\n```\nand more'],
    ['a block with a longer fence', '````\n@everyone\n````'],
    ['a block in a list', '- Do this:\n  ```sh\n  npm i @here/maps-api\n\n  echo @everyone\n  ```\n- Then that.'],
    ['a block in a numbered list', '1. Do this:\n   ```\n   @here\n   ```'],
    ['a block in a quote', '> ```\n> npm i @here/maps-api\n> ```\nSo they say.'],
    ['a span in a quote of two lines', '> Use `@here/maps\n> -api` now'],
    ['a span in a list, emphasis and a spoiler', '- **use `@here/maps`** or ||`@everyone`||'],
    ['a span as the text of a link', '[`@here/maps`](https://a.example/)'],
    ['a block within a line', 'so ```@here``` it is'],
    ['a span beside HTML, which is text', '<b>`@here`</b> <!-- `@here` -->'],
    ['a span in a heading', '## The package `@here/maps`\n-# also `@here/core`'],
    ['a span in what CommonMark would call a block by its indent', '    `@here/maps`'],
  ])('stays as it is: %s', (_, text) => {
    expect(harmless(text)).toBe(text);
  });

  it.each([
    ['at the end of the text', '```sh\nnpm i @here/maps-api', '```sh\nnpm i @here/maps-api\n```'],
    ['before blank lines', '```sh\nnpm i @here/maps-api\n\n', '```sh\nnpm i @here/maps-api\n```\n\n'],
    ['of a quote', '> ```\n> @here\n\nmore', '> ```\n> @here\n> ```\n\nmore'],
    ['of a list item', '- ```\n  @here\n- more', '- ```\n  @here\n  ```\n- more'],
    ['of a longer fence', '````\n`@here', '````\n`@here\n````'],
  ])('gets the end that a block %s lacks, for Discord shows it as text without', (_, text, closed) => {
    expect(harmless(text)).toBe(closed);
  });

  it.each([
    ['a block by its indent', 'So:\n\n    @everyone'],
    ['a block of tildes', '~~~\n@everyone\n~~~'],
    ['a span that reaches out of a quote', '> `so\nsays @everyone`'],
    ['a span that reaches out of a list item', '- `so\nsays @everyone`'],
    ['a span that begins where bold text ends', '**so `is** @everyone `'],
    ['a span that begins in the text of a link', '[so `is](https://a.example/) @everyone `'],
    ['a span that begins in an address', 'https://a.example/`x @everyone `'],
    ['a span between paragraphs', 'it`s\n\nfor @everyone, isn`t it'],
  ])('is no code where one of CommonMark and Discord takes it for text: %s', (_, text) => {
    expect(harmless(text)).toBe(text.replace('@', `@${BREAK}`));
  });
});

describe('what mentions or invites', () => {
  it.each(['@everyone', '@here', `<@${SOMEBODY}>`, `<@!${SOMEBODY}>`, `<@&${SOMEBODY}>`])('is broken in text: %s', (mention) => {
    const text = harmless(`see ${mention} there`);
    expect(text).not.toContain(mention);
    expect(text.replaceAll(BREAK, '')).toBe(`see ${mention} there`);
    expect(mentionsIn(text)).toEqual([]);
  });

  it.each([
    `see <#${SOMEBODY}>`,
    `</rules:${SOMEBODY}> or </ask about:${SOMEBODY}>`,
    '<id:customize> <id:browse>',
    '<t:1700000000:R>',
    `<:whale:${SOMEBODY}> <a:whale:${SOMEBODY}>`,
    'me@example.org, 1 < 2, handlers[name](event)',
    '<https://a.example/x> [docs](https://docs.docker.com/) [docs](<https://docs.docker.com/> "Docs")',
  ])('is not: %s', (text) => {
    expect(harmless(text)).toBe(text);
  });

  it('is spelt another way within an address, which leads where it led', () => {
    const address = 'https://npm.example/package/@here/maps';
    for (const text of [address, `<${address}>`, `[maps](${address})`, `(see ${address})`]) {
      expect(harmless(text)).toBe(text.replace('@', '%40'));
    }
    expect(harmless('[a](https://a.example/)@everyone')).toBe(`[a](https://a.example/)@${BREAK}everyone`);
    expect(mentionsIn(harmless('https://@everyone.example'))).toEqual([]);
  });

  it.each([
    'discord.gg/abc',
    'https://discord.com/invite/abc',
    '<https://discordapp.com/invite/abc>',
    'https://ptb.discord.com/invite/abc',
  ])('is broken as an invitation: %s', (invitation) => {
    const text = harmless(`join ${invitation} now`);
    expect(text).not.toMatch(/discord(?:app)?\.(?:gg|com)/);
    expect(linksOnDiscord(text)).toEqual([]);
    expect(text.replaceAll(BREAK, '')).toBe(`join ${invitation} now`);
  });
});

describe('a link to anything but the web', () => {
  it.each([
    ['[click](javascript:alert(1)) on', '[click] on'],
    ['[click `a](b)`](javascript:alert(1)) on', '[click `a](b)`] on'],
    ['[](data:text/html,x)', '[]'],
    ['![picture](data:image/png,x "title")', '![picture]'],
    ['[@everyone](<javascript:alert(1)>)', `[@${BREAK}everyone]`],
    ['[join **us**](https://discord.gg/abc)', '[join **us**]'],
  ])('loses its target: %s', (text, shown) => {
    expect(harmless(text)).toBe(shown);
  });
});

describe('a title', () => {
  it('is one line, mentions nobody, and is never cut within code', () => {
    expect(heading('Who is\n@everyone?', 100)).toBe(`Who is @${BREAK}everyone?`);
    expect(heading('Which of the many packages is `@here/maps`?', 36)).toBe('Which of the many packages is…');
    expect(heading(' \n', 100)).toBe('…');
  });
});

/** Marks of all kinds in any order. Lists are left out: the parser that stands for Discord here knows none. */
const soup = fc
  .array(
    fc.constantFrom(
      ...['`', '`', '``', '```', '```\n', '\n', '\n\n', '> ', '>>> ', '    ', '# ', '-# ', '**', '*', '_', '__', '~~', '||', '\\'],
      ...['[', '](https://a.example/x)', '](javascript:x)', 'https://b.example/', '<https://c.example/>', '<div>', '(', ')'],
      ...['@everyone', '@everyone', '@here', `<@${SOMEBODY}>`, `<@&${SOMEBODY}>`, 'discord.gg/abc', 'a', 'word ', ' '],
    ),
    { maxLength: 16 },
  )
  .map((parts) => parts.join(''));

describe('whatever stands in a text', () => {
  it('nobody is mentioned, as Discord reads it', () => {
    fc.assert(
      fc.property(soup, (text) => {
        expect(mentionsIn(harmless(text))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('it is harmless after once as after twice', () => {
    fc.assert(
      fc.property(soup, (text) => {
        expect(harmless(harmless(text))).toBe(harmless(text));
      }),
      { numRuns: 150 },
    );
  });

  it('code in it is what it was', () => {
    const code = fc
      .array(fc.constantFrom('@everyone', `<@${SOMEBODY}>`, 'hooks[0](request)', '[a](javascript:b)', 'discord.gg/abc', 'npm i'), {
        minLength: 1,
      })
      .map((parts) => parts.join(' '));
    const block = fc.oneof(
      code.map((text) => `Run \`${text}\` for **everybody**.`),
      code.map((text) => `- first\n- then \`${text}\``),
      code.map((text) => `\`\`\`sh\n${text}\n\n${text}\n\`\`\``),
      code.map((text) => `> \`\`\`\n> ${text}\n> \`\`\``),
      code.map((text) => `_so_ ||\`\`${text}\`\`||`),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
        const text = blocks.join('\n\n');
        expect(codeIn(text).length).toBe(blocks.length);
        expect(harmless(text)).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  it.each(['>', '> ', '- > ', '[', '*', '`', '```\n', '[a](', '||', '_', '\\', '<', ' ', '@'])(
    'a longer text than Discord takes, of nothing but %j, is read',
    (mark) => {
      expect(harmless(mark.repeat(60_000)).length).toBeLessThan(12_000);
    },
  );
});
