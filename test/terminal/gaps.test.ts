import fc from 'fast-check';
import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { CuratorReport } from '../../src/core/ports.js';
import { gapsReport, gapsToJson } from '../../src/terminal/gaps.js';

const TERMINAL = { width: 60, columns: Number.POSITIVE_INFINITY, colors: pc.createColors(false) };
const EMPTY: CuratorReport = { gaps: [], labels: [], feedback: [] };
const GUILD = '41771983423143937';
const MAY_1 = Date.UTC(2026, 4, 1, 23, 59);
const gap = (change: Partial<CuratorReport['gaps'][number]> = {}): CuratorReport['gaps'][number] => ({
  guildId: GUILD,
  question: 'how do i prune images',
  reason: 'unknown',
  entryId: 'image-layers',
  count: 12,
  lastAt: MAY_1,
  ...change,
});
const label = (change: Partial<CuratorReport['labels'][number]> = {}): CuratorReport['labels'][number] => ({
  guildId: GUILD,
  question: 'windows on mac',
  entryId: 'windows-container-hosts',
  count: 1,
  lastAt: MAY_1,
  ...change,
});
const shown = (report: Partial<CuratorReport>): string => gapsReport({ ...EMPTY, ...report }, TERMINAL);

describe('the report of gaps', () => {
  it('shows gaps, picked entries and verdicts, in this order', () => {
    const report = shown({
      gaps: [gap(), gap({ question: 'is it fast', reason: 'not-helpful', entryId: 'speed', count: 2 })],
      labels: [label()],
      feedback: [
        { entryId: 'speed', helpful: 1, notHelpful: 2 },
        { entryId: 'kernel', helpful: 10, notHelpful: 0 },
      ],
    });
    expect(report).toBe(`Questions without an answer that helped
- how do i prune images
  no answer, nearest image-layers, 12 times, last on
  2026-05-01
- is it fast
  speed did not help, 2 times, last on 2026-05-01

What was meant, where several entries were offered
- windows on mac
  picked windows-container-hosts, once, last on 2026-05-01

Whether answers helped
entry   helpful  not helpful  share helpful
speed         1            2           33 %
kernel       10            0          100 %
`);
  });

  it('says so where nothing was near', () => {
    expect(shown({ gaps: [gap({ entryId: null })] })).toContain('\n  no answer, nothing near, 12 times, last on 2026-05-01\n');
  });

  it('names no entry where an answer without one did not help', () => {
    expect(shown({ gaps: [gap({ entryId: null, reason: 'not-helpful' })] })).toContain('\n  did not help, 12 times, last on 2026-05-01\n');
  });

  it('names the servers where there are several', () => {
    const report = shown({ gaps: [gap({ entryId: null, count: 1 })], labels: [label({ guildId: null })] }).replace(/\n {2}/g, ' ');
    expect([
      report.includes(`last on 2026-05-01, in server ${GUILD}\n`),
      report.includes('last on 2026-05-01, in direct messages\n'),
    ]).toEqual([true, true]);
  });

  it('says so where nothing is known yet', () => {
    expect(shown({})).toBe('Nothing yet: no question went without an answer, no offered entry was picked, no answer was rated.\n');
  });

  it.each([
    ['gaps', { labels: [label()] }, 'Questions without an answer that helped\nNothing yet.\n'],
    ['picked entries', { gaps: [gap()] }, 'What was meant, where several entries were offered\nNothing yet.\n'],
    ['verdicts', { gaps: [gap()] }, 'Whether answers helped\nNothing yet.\n'],
  ])('says so where there are no %s yet', (_, report, expected) => {
    expect(shown(report)).toContain(expected);
  });

  it('shows no share where nobody said anything', () => {
    expect(shown({ feedback: [{ entryId: 'speed', helpful: 0, notHelpful: 0 }] })).toMatch(/\nspeed +0 +0 +-\n/);
  });
});

describe('a hostile question', () => {
  it.each([
    ['colour and cursor sequences', '\u001b[31mred\u001b[2J', 'red'],
    ['a window title', '\u001b]0;owned\u0007title', 'title'],
    ['a single-character introducer', '\u009b31mred', 'red'],
    ['a bell and a backspace', 'a\u0007b\bc', 'a b c'],
    ['line breaks', 'one\r\ntwo\u2028three', 'one two three'],
    ['a change of direction', 'abc\u202edcba\u202c', 'abcdcba'],
    ['half a character', 'a\ud83d', 'a\ufffd'],
  ])('loses %s', (_, question, expected) => {
    expect([
      shown({ gaps: [gap({ question })] }).split('\n')[1],
      gapsToJson({ ...EMPTY, labels: [label({ question })] }).choices[0]?.question,
    ]).toEqual([`- ${expected}`, expected]);
  });

  it('reaches neither form with a control character', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('\u001b', '[', ']', '\u009b', '\u0090', '\u0007', '\n', 'm', '0', ';'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(text, (question) => {
        const report: CuratorReport = {
          gaps: [gap({ question, entryId: question, guildId: question })],
          labels: [label({ question })],
          feedback: [],
        };
        const texts = [
          gapsReport(report, TERMINAL),
          gapsToJson(report).gaps[0]?.question ?? '',
          gapsToJson(report).choices[0]?.question ?? '',
        ];
        return texts.every((shownText) => !/[^\P{Cc}\n]|\p{Cf}/u.test(shownText)) && !texts.slice(1).some((one) => one.includes('\n'));
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('the JSON of gaps', () => {
  it('holds the same, with times in full', () => {
    const report = {
      gaps: [gap({ guildId: null })],
      labels: [label()],
      feedback: [
        { entryId: 'speed', helpful: 1, notHelpful: 3 },
        { entryId: 'kernel', helpful: 0, notHelpful: 0 },
      ],
    };
    expect(gapsToJson(report)).toEqual({
      gaps: [
        {
          question: 'how do i prune images',
          reason: 'unknown',
          entry: 'image-layers',
          server: null,
          count: 12,
          last: '2026-05-01T23:59:00.000Z',
        },
      ],
      choices: [
        { question: 'windows on mac', entry: 'windows-container-hosts', server: GUILD, count: 1, last: '2026-05-01T23:59:00.000Z' },
      ],
      feedback: [
        { entry: 'speed', helpful: 1, notHelpful: 3, shareHelpful: 0.25 },
        { entry: 'kernel', helpful: 0, notHelpful: 0, shareHelpful: null },
      ],
    });
  });

  it('is empty lists where nothing is known yet', () => {
    expect(gapsToJson(EMPTY)).toEqual({ gaps: [], choices: [], feedback: [] });
  });
});
