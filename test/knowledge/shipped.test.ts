import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { normalise, stem, tokenise } from '../../src/core/language/text.js';
import { loadLabelled } from '../../src/knowledge/folder/load.js';
import { createApp, type Engine, evaluateFile, type FileEvaluation } from '../../src/process/app.js';
import { KNOWLEDGE_DIR, shippedEngine } from '../support/engine.js';

const EVALUATION = join(KNOWLEDGE_DIR, 'evaluation.yml');

let engine: Engine;
let evaluated: FileEvaluation;
beforeAll(async () => {
  engine = await shippedEngine();
  evaluated = await evaluateFile(engine, EVALUATION);
}, 120_000);

describe('the quality of the shipped knowledge', () => {
  it('ranks a right entry first for at least 93 % of the questions in scope', () => {
    const { firstRight, questions } = evaluated.evaluation.inScope;
    expect(firstRight / questions).toBeGreaterThanOrEqual(0.93);
  });

  it('answers at least 83 % of the questions in scope, and at most 3 % wrongly', () => {
    const { right, wrong, questions } = evaluated.evaluation.inScope;
    expect((right + wrong) / questions).toBeGreaterThanOrEqual(0.83);
    expect(wrong / questions).toBeLessThanOrEqual(0.03);
  });

  it('answers at most 3 % of the questions out of scope, and offers entries for at most 8 %', () => {
    const { wrong, offered, questions } = evaluated.evaluation.outOfScope;
    expect(wrong / questions).toBeLessThanOrEqual(0.03);
    expect(offered / questions).toBeLessThanOrEqual(0.08);
  });

  it('has an honest confidence: expected calibration error at most .1', () => {
    expect(evaluated.evaluation.calibrationError).toBeLessThanOrEqual(0.1);
  });
});

describe('what is asked in an evaluation', () => {
  /** Stems of a text; two questions are near copies where more than four of five stems are shared. */
  const stems = (text: string): Set<string> => new Set(tokenise(normalise(text)).map(stem));

  it('is neither a phrasing nor a not-covered line, nor a near copy of one', () => {
    const { questions, conversations } = loadLabelled(EVALUATION);
    const { entries, notCovered } = engine.knowledge;
    const taught = [...entries.flatMap(({ phrasings }) => phrasings), ...notCovered.flatMap(({ questions }) => questions)].map((text) => ({
      text,
      stems: stems(text),
    }));
    const holding = new Map<string, (typeof taught)[number][]>();
    for (const item of taught) {
      for (const word of item.stems) {
        const list = holding.get(word);
        if (list) list.push(item);
        else holding.set(word, [item]);
      }
    }
    const copies = [...questions, ...conversations.flat()].flatMap(({ ask }) => {
      const asked = stems(ask);
      if (asked.size < 3) return [];
      const shared = new Map<(typeof taught)[number], number>();
      for (const word of asked) for (const item of holding.get(word) ?? []) shared.set(item, (shared.get(item) ?? 0) + 1);
      return [...shared]
        .filter(([item, count]) => count / (asked.size + item.stems.size - count) > 0.8)
        .map(([{ text }]) => `${ask} ~ ${text}`);
    });
    expect(copies).toEqual([]);
  });
});

describe('direction', () => {
  const first = (question: string): string | undefined => engine.matcher.match(question).candidates[0]?.entryId;

  it.each([
    'can linux containers run on windows',
    'linux containers on a windows host, how does that work',
    'how does windows run linux containers',
    'i have windows 11 and need a linux container',
    'is it possible to start linux images on a windows machine',
    'running linux docker images under windows',
    'linux container windows pc',
    'my laptop has windows, can it run containers made for linux',
    'why do linux containers work on windows',
    'do linux containers start on windows 10',
  ])('leads "%s" to Linux containers on Windows', (question) => {
    expect(first(question)).toBe('linux-containers-on-windows');
  });

  it.each([
    'can windows containers run on linux',
    'windows containers on a linux host, possible?',
    'does linux run windows containers',
    'i have ubuntu and need a windows container',
    'is it possible to start windows images on a linux machine',
    'running windows docker images under linux',
    'windows container linux server',
    'my server has debian, can it run containers made for windows',
    'start a windows server core container on fedora',
    'do windows containers start on red hat',
  ])('leads "%s" to Windows containers on Linux', (question) => {
    expect(['windows-container-on-linux', 'why-windows-needs-windows', 'windows-container-hosts']).toContain(first(question));
  });
});

describe('a conversation six turns deep', () => {
  it.each([
    {
      name: 'about Docker Desktop, from Windows to the kernel',
      turns: [
        ['Does Docker Desktop use a virtual machine?', 'desktop-uses-a-vm'],
        ['and on MAC?', 'linux-containers-on-mac'],
        ['what manages that vm', 'mac-vm-manager'],
        ['is hyperkit stil used?', 'hyperkit'],
        ['which backends are there on WINDOWS', 'windows-backends'],
        ['is wsl2 a vm at all', 'wsl2-is-a-vm'],
      ],
    },
    {
      name: 'about architectures, with typos',
      turns: [
        ['can i run an arm64 image on my amd64 pc', 'foreign-architecture'],
        ['is it slow?', 'emulation-slow'],
        ['ok for PRODUCTION?', 'emulation-in-production'],
        ['and windows images with qemu?', 'qemu-is-not-windows'],
        ['how do I biuld one image for both architectures', 'multi-platform-build'],
        ['what is buildx', 'buildx'],
      ],
    },
  ])('$name', async ({ turns }) => {
    const answerer = createApp(engine);
    const shown: (string | undefined)[] = [];
    for (const [text = ''] of turns) {
      const reply = await answerer.ask({ text, conversation: 'deep' });
      shown.push(reply.kind === 'chat' ? undefined : reply.candidates[0]?.entryId);
    }
    expect(shown).toEqual(turns.map(([, entry]) => entry));
  });
});
