import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customId, readCustomId } from '../../../src/discord/views/custom-id.js';
import { clip, clipMarkdown, harmless, label, quoted } from '../../../src/discord/views/limits.js';

const FAMILY = '👩‍👩‍👧‍👦';

describe('clip', () => {
  it('leaves a text that fits', () => {
    expect(clip('twelve chars', 12)).toBe('twelve chars');
  });

  it('puts "…" in the place of what is cut', () => {
    expect(clip('twelve chars', 11)).toBe('twelve cha…');
  });

  it('never cuts a grapheme: a family of eleven units goes as a whole', () => {
    expect(FAMILY).toHaveLength(11);
    expect(clip(`ab${FAMILY}c`, 13)).toBe('ab…');
    expect(clip(`ab${FAMILY}cd`, 14)).toBe(`ab${FAMILY}…`);
  });

  it('keeps the limit for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
        expect(clip(text, limit).length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});

describe('clipMarkdown', () => {
  it('closes a code block that it cuts, within the limit', () => {
    const cut = clipMarkdown(`\`\`\`sh\n${'x'.repeat(100)}\n\`\`\``, 50);
    expect(cut.endsWith('\n```')).toBe(true);
    expect(cut.length).toBeLessThanOrEqual(50);
  });
});

describe('label', () => {
  it.each(['', '   ', '\u200b', '\u3164', '\n\t'])('is never blank (%j), which Discord refuses', (text) => {
    expect(label(text, 10)).toBe('…');
  });

  it('is one line', () => {
    expect(label('two\nlines  of\ttext', 80)).toBe('two lines of text');
  });
});

describe('harmless', () => {
  it.each([
    '@everyone',
    '@here',
    '<@123456789012345678>',
    '<@!123456789012345678>',
    '<@&123456789012345678>',
    '<#123456789012345678>',
    '</ask:123456789012345678>',
  ])('breaks %s, so that Discord sees no mention', (mention) => {
    const text = harmless(`see ${mention} there`);
    expect(text).not.toContain(mention);
    expect(text.replaceAll('\u200b', '')).toBe(`see ${mention} there`);
  });

  it('takes the target from a link that is not http', () => {
    expect(harmless('[click](javascript:alert(1))')).not.toContain('javascript:');
    expect(harmless('[click](javascript:alert(1)) on')).toBe('[click] on');
    for (const link of ['[docs](https://docs.docker.com/)', '[docs](<https://docs.docker.com/>)']) expect(harmless(link)).toBe(link);
  });

  it.each(['discord.gg/abc', 'https://discord.com/invite/abc'])('breaks the invitation %s', (invitation) => {
    expect(harmless(invitation)).not.toContain(invitation);
  });

  it('leaves code and e-mail addresses as they are', () => {
    expect(harmless('`docker run image@sha256:1f` or me@example.org, 1 < 2')).toBe('`docker run image@sha256:1f` or me@example.org, 1 < 2');
  });
});

describe('quoted', () => {
  it('shuts a text in a code span that it cannot leave', () => {
    expect(quoted('a `b` @everyone\nc', 100)).toBe("`a 'b' @everyone c`");
  });
});

describe('a custom id', () => {
  it('gives back the action and arguments that were put in', () => {
    expect(readCustomId(customId('layer', 'why', 'wsl2-kernel'))).toEqual({ action: 'layer', args: ['why', 'wsl2-kernel'] });
  });

  it('holds the longest arguments there are: two ids, of 20 and of 64 characters', () => {
    expect(customId('not-helpful', '1'.repeat(20), 'a'.repeat(64)).length).toBeLessThanOrEqual(100);
  });

  it('refuses to be longer than Discord allows', () => {
    expect(() => customId('pick', 'a'.repeat(96))).toThrow(RangeError);
  });

  it.each(['', ':::', 'nonsense', 'layer'])('of somebody else (%j) is read without a fault', (id) => {
    expect(readCustomId(id).action).toBe(id.split(':')[0]);
  });
});
