import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, blocksOf } from '../../../../src/playground/page/markdown/blocks.js';

const text = (given: string): Block => ({ kind: 'text', text: given });
const list = (start: number | null, ...items: Block[][]): Block => ({ kind: 'list', start, items: items.map((blocks) => ({ blocks })) });

describe('a message is cut into blocks', () => {
  it.each<[string, string, Block[]]>([
    ['text stays as it is', 'one\ntwo', [text('one\ntwo')]],
    ['a list between texts', 'so:\n- a\n* b\nend', [text('so:'), list(null, [text('a')], [text('b')]), text('end')]],
    ['a numbered list begins with its own number', '3. a\n4. b', [list(3, [text('a')], [text('b')])]],
    ['a list of the other kind is another list', '- a\n1. b', [list(null, [text('a')]), list(1, [text('b')])]],
    ['a list within a list', '- a\n  - b\n- c', [list(null, [text('a'), list(null, [text('b')])], [text('c')])]],
    ['an indented line belongs to its item', '- a\n  more', [list(null, [text('a\nmore')])]],
    ['a dash without a space is text', '-5 degrees', [text('-5 degrees')]],
    ['a quote of several lines', '> a\n> b\nc', [{ kind: 'quote', blocks: [text('a\nb')] }, text('c')]],
    ['a quote of everything that follows', 'a\n>>> b\nc', [text('a'), { kind: 'quote', blocks: [text('b\nc')] }]],
    ['quotes do not nest', '> > a', [{ kind: 'quote', blocks: [text('> a')] }]],
    ['a list in a quote', '> - a', [{ kind: 'quote', blocks: [list(null, [text('a')])] }]],
    ['signs in code are code', '```\n- a\n> b\n```', [{ kind: 'code', text: '```\n- a\n> b\n```' }]],
    ['code that is never closed is text', '```\n- a', [text('```'), list(null, [text('a')])]],
    ['code within a line', 'run ```ls``` now', [{ kind: 'code', text: 'run ```ls``` now' }]],
  ])('%s', (_, source, expected) => {
    expect(blocksOf(source)).toEqual(expected);
  });

  it('and no word is lost, whatever is written', () => {
    const words = (blocks: readonly Block[]): string =>
      blocks
        .map((block) =>
          block.kind === 'quote'
            ? words(block.blocks)
            : block.kind === 'list'
              ? block.items.map((item) => words(item.blocks)).join('')
              : block.text,
        )
        .join('');
    const piece = fc.constantFrom('a', 'b1', '- ', '* ', '2. ', '> ', '>>> ', '```', '\n', '\n', '  ', ' ');
    const letters = (from: string): string => from.replace(/[^a-z]/g, '');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const source = pieces.join('');
        expect(letters(words(blocksOf(source)))).toBe(letters(source));
      }),
    );
  });
});
