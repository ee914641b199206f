/** Every text of the terminal in a narrow window: no line is longer than it, but for code and for single words, such as addresses. */
import { Readable } from 'node:stream';
import pc from 'picocolors';
import { beforeAll, describe, expect, it } from 'vitest';
import { layersOf } from '../../src/core/answering/wording.js';
import { evaluate, type Judged, OUT_OF_SCOPE } from '../../src/core/quality/evaluate.js';
import { createApp, type Engine } from '../../src/process/app.js';
import { banner } from '../../src/terminal/banner.js';
import { chat } from '../../src/terminal/chat.js';
import { gapsReport } from '../../src/terminal/gaps.js';
import type { Terminal } from '../../src/terminal/output.js';
import { showReply } from '../../src/terminal/replies.js';
import { evaluationReport, lintReport, missesReport, table } from '../../src/terminal/reports.js';
import { shippedEngine } from '../support/engine.js';

const WIDTHS = [20, 27, 39];

let engine: Engine;
beforeAll(async () => {
  engine = await shippedEngine();
}, 60_000);

const terminalOf = (columns: number, out: (text: string) => void = () => {}): Terminal => ({
  ...{ out, err: out, drained: async () => {}, width: columns, columns, progress: columns, colors: pc.createColors(false) },
});

/** The lines of a text that are too long although they could be broken. */
function tooLong(text: string, columns: number): string[] {
  return text
    .replace(/^ *```[\s\S]*?^ *```$/gm, '')
    .split('\n')
    .filter((line) => {
      const [, words = ''] = /^\s*(?:(?:[-*>]|\d+[.)]) )?(.*)$/.exec(line) ?? [];
      return line.length > columns && words.includes(' ');
    });
}

const ranked = { confidence: 0.93, candidates: [{ entryId: 'windows-container-hosts', confidence: 0.93 }] };
const judged: Judged[] = [
  { ask: 'where can windows containers run', expected: ['image-layers'] },
  { ask: 'when does the train leave', expected: 'unknown' as const },
].map(({ ask, expected }) => ({
  label: { ask, expected },
  reply: { kind: 'answer', entryId: 'windows-container-hosts', shown: null, followUps: [], ...ranked },
  topic: expected === 'unknown' ? OUT_OF_SCOPE : 'where windows containers run',
}));
const gap = { guildId: null, question: 'how do i prune images that nobody uses', count: 12, lastAt: 0 };

describe.each(WIDTHS)('a window of %i columns', (columns) => {
  const terminal = terminalOf(columns);

  it('has room for every answer, with its layers and follow-ups', () => {
    const texts = engine.knowledge.entries.flatMap((entry) => {
      const followUps = entry.followUps.map((entryId) => ({ entryId, label: entryId.replaceAll('-', ' ') }));
      const reply = { kind: 'answer' as const, entryId: entry.id, ...ranked, followUps };
      const shown = [null, ...layersOf(entry).map((layer) => ({ layer, missing: null }))];
      return shown.map((one) => showReply({ ...reply, shown: one }, engine.knowledge, terminal));
    });
    expect(texts.flatMap((text) => tooLong(text, columns))).toEqual([]);
  });

  it('has room for a conversation', async () => {
    let text = '';
    const said = ['help', 'topics', '99', 'what is a kernel?', 'docker system prune'];
    await chat({
      ...{ knowledge: engine.knowledge, answerer: createApp(engine) },
      terminal: terminalOf(columns, (part) => {
        text += part;
      }),
      input: Readable.from(said.map((line) => `${line}\n`)),
    });
    const asked = new Set(said.map((line) => `> ${line}`));
    expect(tooLong(text, columns).filter((line) => !asked.has(line))).toEqual([]);
  });

  it('has room for the welcome of the page', () => {
    const where = { url: 'http://127.0.0.1:8080', example: 'What is a kernel?' };
    const texts = [null, '0.0.0.0'].map((openTo) => banner({ ...where, openTo }, terminal));
    expect(texts.flatMap((text) => tooLong(text, columns))).toEqual([]);
    expect(texts.every((text) => text.includes(where.url))).toBe(true);
  });

  it('has room for what the checks found', () => {
    const texts = [
      evaluationReport(evaluate(judged), { all: 12, right: 9 }, terminal),
      missesReport(judged, terminal),
      missesReport([], terminal),
      lintReport(
        [{ rule: 'an entry has a tip', faults: ['harbour/tug.md:1 "tip" expected one sentence for the tip, got none'] }],
        terminal,
      ),
    ];
    expect(texts.flatMap((text) => tooLong(text, columns))).toEqual([]);
  });

  it('has room for the gaps', () => {
    const texts = [
      gapsReport({ gaps: [], labels: [], feedback: [] }, terminal),
      gapsReport(
        {
          gaps: [{ ...gap, reason: 'unknown', entryId: 'image-layers' }],
          labels: [{ ...gap, entryId: 'image-layers' }],
          feedback: [{ entryId: 'image-layers', helpful: 10, notHelpful: 0 }],
        },
        terminal,
      ),
    ];
    expect(texts.flatMap((text) => tooLong(text, columns))).toEqual([]);
  });
});

describe('a table', () => {
  const rows = [
    ['entry', 'helpful', 'share helpful'],
    ['kernel', '10', '100 %'],
    ['image-layers', '0', '-'],
  ];
  const aligned = [
    'entry         helpful  share helpful',
    'kernel             10          100 %',
    'image-layers        0              -',
  ].join('\n');

  it('lines its columns up where the screen has room for them, to the last column', () => {
    expect([table(rows, 36), table(rows, Number.POSITIVE_INFINITY)]).toEqual([aligned, aligned]);
  });

  it('is a paragraph a row where it has not, each figure with its name, and a number with its unit', () => {
    const folded = ['entry kernel', '  helpful 10, share helpful 100 %', 'entry image-layers', '  helpful 0, share helpful -'];
    expect(table(rows, 35)).toBe(folded.join('\n'));
    expect(table(rows.slice(0, 2), 20)).toBe(['entry kernel', '  helpful 10, share', '  helpful 100 %'].join('\n'));
    expect(table(rows.slice(0, 2), 15)).toBe(['entry kernel', '  helpful 10,', '  share helpful', '  100 %'].join('\n'));
  });
});
