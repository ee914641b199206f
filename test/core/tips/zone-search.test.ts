import { describe, expect, it } from 'vitest';
import { createZoneSearch, searched } from '../../../src/core/tips/zone-search.js';
import { OTHER_WORDS } from '../../../src/core/tips/zone-words.js';

const ALL = ['UTC', ...Intl.supportedValuesOf('timeZone')];
/** The longest that the IANA database has. */
const LONGEST_NAME = 'America/Argentina/ComodRivadavia'.length;

describe('what is searched for', () => {
  it.each([
    ['letters', 'a'.repeat(6_000)],
    ['words', 'new york '.repeat(700)],
    ['marks on a letter', `a${'\u0301'.repeat(6_000)}`],
    ['a sign that stands for eighteen letters', '\ufdfa'.repeat(6_000)],
    ['ligatures', '\ufb03'.repeat(6_000)],
  ])('is never longer than the longest name of a zone, though %s were typed', (_, typed) => {
    expect(searched(typed).length).toBeLessThanOrEqual(LONGEST_NAME);
  });

  it('is a name in full', () => {
    for (const name of [...ALL, ...Object.keys(OTHER_WORDS)]) expect(searched(name)).toBe(name.toLowerCase().replace(/[^a-z0-9]/g, ' '));
  });
});

describe('the search for time zones', () => {
  const search = createZoneSearch(ALL);

  it('tells who is called exactly that from who is called so to begin with', () => {
    const { exact, begun } = search.called('ist');
    expect(exact).toEqual(['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']);
    expect(begun).toContain('Europe/Istanbul');
    expect(begun).not.toContain('Asia/Kolkata');
  });

  it('forgives a slip in the words within a name', () => {
    expect(search.like('anchorege')).toEqual(['America/Anchorage']);
    expect(search.like('sydny')).toContain('Australia/Sydney');
  });

  it('finds nothing for nothing', () => {
    expect(search.called('...')).toEqual({ exact: [], begun: [] });
    expect(search.like('...')).toEqual([]);
  });
});
