import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_WIDTH, processTerminal, progressLine, type Terminal, wrap } from '../../src/terminal/output.js';

const WIDTH = 60;
/** A word of nine letters: with its space a tenth of what fits, less one. */
const nine = (count: number): string => Array.from({ length: count }, () => 'w'.repeat(9)).join(' ');

describe('wrap', () => {
  it('keeps a line of 60 characters', () => {
    const line = `${nine(5)} ${'w'.repeat(10)}`;
    expect([line.length, wrap(line, WIDTH)]).toEqual([60, line]);
  });

  it('breaks a line of 61 characters at its last space', () => {
    expect(wrap(`${nine(5)} ${'w'.repeat(11)}`, WIDTH)).toBe(`${nine(5)}\n${'w'.repeat(11)}`);
  });

  it('fills every line as far as it goes', () => {
    expect(wrap(nine(13), WIDTH)).toBe(`${nine(6)}\n${nine(6)}\n${nine(1)}`);
  });

  it('keeps line breaks and empty lines', () => {
    expect(wrap('one\ntwo\n\nthree', WIDTH)).toBe('one\ntwo\n\nthree');
  });

  it('keeps every word in its order and no line too long', () => {
    const word = fc.stringMatching(/^[a-z]{1,60}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (words) => {
        const lines = wrap(words.join(' '), WIDTH).split('\n');
        return lines.every((line) => line.length <= WIDTH) && lines.join(' ') === words.join(' ');
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('leaves a word whole that is longer than a line, on a line of its own', () => {
    const long = 'https://example.org/'.padEnd(80, 'x');
    expect(wrap(`See ${long} for more`, WIDTH)).toBe(`See\n${long}\nfor more`);
  });

  it('begins with a word that is longer than a line without an empty line before it', () => {
    expect(wrap('x'.repeat(80), WIDTH)).toBe('x'.repeat(80));
  });

  it.each(['- ', '* ', '1. ', '12) '])('hangs a list item below its text after "%s"', (mark) => {
    expect(wrap(`${mark}${nine(7)}`, WIDTH)).toBe(`${mark}${nine(5)}\n${' '.repeat(mark.length)}${nine(2)}`);
  });

  it('keeps the indentation of a list item inside another', () => {
    expect(wrap('- outer\n  - inner', WIDTH)).toBe('- outer\n  - inner');
  });

  it('hangs a list item inside another below its own text', () => {
    expect(wrap(`  - ${nine(7)}`, WIDTH)).toBe(`  - ${nine(5)}\n    ${nine(2)}`);
  });

  it('leaves a code block untouched, however long its lines and deep its indentation', () => {
    const code = `\`\`\`sh\ndock ${nine(10)}\n    indented  twice\n- ${nine(8)}\n\n\`\`\``;
    expect(wrap(code, WIDTH)).toBe(code);
  });

  it('goes on wrapping below a code block', () => {
    expect(wrap(`\`\`\`\ncode\n\`\`\`\n${nine(7)}`, WIDTH)).toBe(`\`\`\`\ncode\n\`\`\`\n${nine(6)}\n${nine(1)}`);
  });

  it('leaves a code block untouched that stands in a list item', () => {
    const code = `1. Run:\n\n   \`\`\`sh\n   dock ${nine(10)}\n   \`\`\``;
    expect(wrap(code, WIDTH)).toBe(code);
  });

  it('indents every line, the hanging ones further', () => {
    expect(wrap(`1. ${nine(7)}`, WIDTH, '  ')).toBe(`  1. ${nine(5)}\n     ${nine(2)}`);
  });

  it('leaves no spaces at the ends of lines', () => {
    expect(wrap('one  \n\ntwo ', WIDTH, '  ')).toBe('  one\n\n  two');
  });
});

/** A terminal whose standard output and error are screens or pipes. */
function terminalOf(
  stdout: { isTTY?: boolean; columns?: number },
  environment: Record<string, string> = {},
  stderr: { isTTY?: boolean; columns?: number } = {},
): Terminal {
  const stream = (fields: object): NodeJS.WriteStream => Object.assign(new PassThrough(), fields) as unknown as NodeJS.WriteStream;
  return processTerminal(stream(stdout), stream(stderr), environment);
}

describe('the terminal of a process', () => {
  it.each([
    ['is as wide as the screen', 60, 60],
    ['is as narrow as a screen of 20 columns', 20, 20],
    ['is not narrower than 20 columns', 5, 20],
    ['is not wider than 100 columns', 300, 100],
    ['has the default width where the screen has none', 0, DEFAULT_WIDTH],
  ])('%s', (_, columns, width) => {
    expect(terminalOf({ isTTY: true, columns }).width).toBe(width);
  });

  it('has the default width on a pipe', () => {
    expect(terminalOf({}).width).toBe(DEFAULT_WIDTH);
  });

  it('has the columns of the screen for what is looked up, and no end of them on a pipe', () => {
    expect(
      [terminalOf({ isTTY: true, columns: 300 }), terminalOf({ isTTY: true, columns: 20 }), terminalOf({})].map(({ columns }) => columns),
    ).toEqual([300, 20, Number.POSITIVE_INFINITY]);
  });

  it.each([
    ['has colour on a screen', { isTTY: true }, {}, true],
    ['has no colour on a pipe', {}, {}, false],
    ['has no colour with NO_COLOR', { isTTY: true }, { NO_COLOR: '1' }, false],
    ['has colour with an empty NO_COLOR, as no-color.org asks', { isTTY: true }, { NO_COLOR: '' }, true],
    ['has no colour on a dumb terminal', { isTTY: true }, { TERM: 'dumb' }, false],
  ])('%s', (_, stdout, environment, colored) => {
    expect(terminalOf(stdout, environment).colors.bold('x') !== 'x').toBe(colored);
  });

  it('shows progress where standard error is a screen', () => {
    const screen = { isTTY: true, columns: 33 };
    expect([terminalOf({}, {}, screen).progress, terminalOf(screen).progress]).toEqual([33, null]);
  });
});

describe('a progress line', () => {
  function written(isScreen: boolean, shares: readonly number[], elsewhere?: 'silent' | 'once'): string[] {
    return writtenAt(isScreen ? DEFAULT_WIDTH : null, 'Asking', shares, elsewhere);
  }
  function writtenAt(progress: number | null, label: string, shares: readonly number[], elsewhere?: 'silent' | 'once'): string[] {
    const texts: string[] = [];
    const line = progressLine({ err: (text) => void texts.push(text), progress }, label, elsewhere);
    for (const share of shares) line.update(share);
    line.done();
    return texts;
  }

  it('replaces itself with each step', () => {
    expect(written(true, [0.05, 0.5, 1]).slice(0, 3)).toEqual(['\rAsking   5 %', '\rAsking  50 %', '\rAsking 100 %']);
  });

  it('takes itself away at the end', () => {
    expect(written(true, [1]).at(-1)).toBe(`\r${' '.repeat('Asking 100 %'.length)}\r`);
  });

  it('writes nothing where standard error is no screen', () => {
    expect(written(false, [0.5, 1])).toEqual([]);
  });

  it('writes its label once where standard error is no screen, if that is wanted', () => {
    expect(written(false, [0.5, 1], 'once')).toEqual(['Asking …\n']);
    expect(written(true, [0.5], 'once')).toEqual(written(true, [0.5]));
  });

  it('writes nothing at the end where it was never shown', () => {
    expect(written(true, [])).toEqual([]);
  });

  it.each([
    [34, 'Learning the knowledge base'],
    [33, 'Learning the knowledge…'],
    [20, 'Learning the…'],
    [16, 'Learning…'],
  ])('leaves words away on a screen of %i columns, so that it stays on one line with its cursor', (columns, label) => {
    const texts = writtenAt(columns, 'Learning the knowledge base', [0.5, 1]);
    expect(texts).toEqual([`\r${label}  50 %`, `\r${label} 100 %`, `\r${' '.repeat(`${label} 100 %`.length)}\r`]);
    expect(`${label} 100 %`.length).toBeLessThan(columns);
  });
});
