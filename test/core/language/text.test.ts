import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compoundsOf, joinKnown, MAX_QUESTION_CHARS, MAX_TOKENS, normalise, stem, tokenise } from '../../../src/core/language/text.js';

const knowing = (...words: string[]) => {
  const known = new Set(words);
  return (word: string): boolean => known.has(word);
};

describe('normalise', () => {
  it.each([
    ['marks beyond the accents', 'd\u20d2o\u1ab0c\ufe20k\u1dc4e\u035fr', 'docker'],
    ['heaps of marks', `d${'\u0300\u20dd'.repeat(20)}ocker`, 'docker'],
    ['Cyrillic letters in a Latin word', 'd\u043e\u0441ker k\u0435rnel', 'docker kernel'],
    ['Cyrillic capitals in a Latin word', 'D\u041eCK\u0415R', 'docker'],
    ['Greek letters in a Latin word', 'c\u03bfntainer', 'container'],
    ['the filler of Hangul as a space', 'what\u3164is\u3164docker', 'what is docker'],
    ['the empty Braille pattern as a space', 'what\u2800is', 'what is'],
    ['what Unicode says to ignore', 'doc\u034f\u00adk\ufe0fer', 'docker'],
  ])('reads %s', (_what, text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  it.each([
    '\u0447\u0442\u043e \u0442\u0430\u043a\u043e\u0435 \u044f\u0434\u0440\u043e',
    '\u03c4\u03b9 \u03b5\u03b9\u03bd\u03b1\u03b9',
    '\u304c\u304e',
    '\u0939\u093f\u0928\u094d\u0926\u0940',
  ])('leaves words of one script as they are: %s', (text) => {
    expect(normalise(text)).toBe(text);
  });

  it.each([
    ['a user', '<@80351110224678912>'],
    ['a user by nickname', '<@!80351110224678912>'],
    ['a role', '<@&165511591545143296>'],
    ['a channel', '<#103735883630395392>'],
    ['a slash command', '</ask:816437322781949972>'],
    ['a slash command with a subcommand', '</settings show:816437322781949972>'],
    ['a custom emoji', '<:whale:216154654256398347>'],
    ['an animated emoji', '<a:whale:392938283556143104>'],
    ['a time stamp', '<t:1618953630>'],
    ['a time stamp with a style', '<t:1618953630:R>'],
  ])('drops the mention of %s', (_what, markup) => {
    expect(normalise(`${markup} docker ${markup}`)).toBe('docker');
  });

  it('keeps placeholders in angle brackets that are not Discord markup', () => {
    expect(normalise('docker run <image>')).toContain('image');
  });

  it('puts a space where a mention stood between two words', () => {
    expect(normalise('ask<@80351110224678912>docker').split(/\s+/)).toEqual(['ask', 'docker']);
  });

  it.each([
    ['zero-width space', '\u200b'],
    ['zero-width joiner', '\u200d'],
    ['soft hyphen', '\u00ad'],
    ['byte order mark', '\ufeff'],
    ['right-to-left override', '\u202e'],
  ])('removes a %s inside a word without splitting it', (_what, character) => {
    expect(normalise(`doc${character}ker`)).toBe('docker');
  });

  it('turns control characters, line breaks and unusual spaces into one space', () => {
    expect(normalise('a\u0000\u0007b\r\n\tc\u00a0\u2003d\u2028e')).toBe('a b c d e');
  });

  it('reads full-width letters and ligatures as the plain ones', () => {
    expect(normalise('ＤＯＣＫＥＲ ﬁle')).toBe('docker file');
  });

  it.each([
    ['Café', 'cafe'],
    ['cafe\u0301', 'cafe'],
    ['NAÏVE', 'naive'],
    ['İstanbul', 'istanbul'],
  ])('takes the accents off %s', (text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  it.each([
    ["can't", 'can not'],
    ['cant', 'can not'],
    ['cannot', 'can not'],
    ["won't", 'will not'],
    ['wont', 'will not'],
    ["doesn't", 'does not'],
    ['dont', 'do not'],
    ["isn't", 'is not'],
    ["couldn't", 'could not'],
    ['hasnt', 'has not'],
    ["I'm", 'i am'],
    ['wanna', 'want to'],
  ])('spells %s out as "%s"', (contraction, expected) => {
    expect(normalise(contraction)).toBe(expected);
  });

  it.each([
    ['a right single quotation mark', '\u2019'],
    ['a left single quotation mark', '\u2018'],
    ['a backtick', '`'],
    ['an acute accent', '\u00b4'],
  ])("spells don't out when its apostrophe is %s", (_what, apostrophe) => {
    expect(normalise(`don${apostrophe}t`)).toBe('do not');
  });

  it('leaves words alone that only begin or end like a contraction', () => {
    expect(normalise('canton image significant')).toBe('canton image significant');
  });

  it('drops the ending of a possessive', () => {
    expect(normalise("docker's daemon").split(/\s+/)).toEqual(['docker', 'daemon']);
  });

  it.each([
    ['a lone high surrogate', '\ud83d docker'],
    ['a lone low surrogate', '\udc33 docker'],
    ['surrogates in the wrong order', '\udc33\ud83d docker'],
  ])('makes %s well-formed', (_what, text) => {
    expect(normalise(text)).toMatch(/docker$/);
    expect(normalise(text).isWellFormed()).toBe(true);
  });

  it('stays well-formed where the length limit falls inside an emoji', () => {
    expect(normalise(`${'a'.repeat(MAX_QUESTION_CHARS - 1)}🐳`).isWellFormed()).toBe(true);
  });

  it('reads at most the characters of the limit', () => {
    const limit = 'a'.repeat(MAX_QUESTION_CHARS);
    expect(normalise(`${limit}b`)).toBe(limit);
  });

  it('keeps to the limit where spelling contractions out makes a text longer', () => {
    expect(normalise("can't ".repeat(MAX_QUESTION_CHARS)).length).toBeLessThanOrEqual(MAX_QUESTION_CHARS);
  });

  it('keeps to the limit where one character stands for many', () => {
    // U+FDFA decomposes to 18 characters, the longest compatibility decomposition in Unicode.
    expect(normalise('\ufdfa'.repeat(MAX_QUESTION_CHARS)).length).toBeLessThanOrEqual(MAX_QUESTION_CHARS);
  });

  it('gives neither upper case, control characters nor outer spaces, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const plain = normalise(text);
        expect(plain).toBe(plain.trim());
        expect(plain).not.toMatch(/[A-Z\p{Cc}\p{Cf}]/u);
        expect(plain.isWellFormed()).toBe(true);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('tokenise', () => {
  it.each([
    ['words', 'how do containers work?', ['how', 'do', 'containers', 'work']],
    ['a number', 'exit code 137', ['exit', 'code', '137']],
    ['a version', 'kernel 5.15', ['kernel', '5.15']],
    ['a version of three parts before a suffix', '5.15.0-generic', ['5.15.0', 'generic']],
    ['letters and digits', 'wsl2', ['wsl', '2', 'wsl2']],
    ['a tag with a version', 'ubuntu:22.04', ['ubuntu', '22.04', 'ubuntu22.04']],
    ['a version after a letter', 'v5.15', ['v', '5.15', 'v5.15']],
    ['vowel signs', 'कंटेनर क्या', ['कंटेनर', 'क्या']],
    ['a hyphen', 'hyper-v', ['hyper', 'v', 'hyperv']],
    ['a slash', 'linux/amd64', ['linux', 'amd', '64', 'linuxamd64']],
    ['an underscore', 'x86_64', ['x', '86', '64', 'x8664']],
    ['a path', '/var/lib/docker', ['var', 'lib', 'docker', 'varlibdocker']],
    ['a file name', 'docker.sock', ['docker', 'sock', 'dockersock']],
    ['a language with marks', 'c++ or c#', ['c++', 'or', 'c#']],
    ['an end of a sentence', 'use wsl. now', ['use', 'wsl', 'now']],
    ['Hebrew, written from right to left', 'למה זה לא עובד', ['למה', 'זה', 'לא', 'עובד']],
    ['Arabic beside Latin', 'تشغيل docker', ['تشغيل', 'docker']],
    ['emoji', 'docker 🐳🚀 rocks 👩‍💻', ['docker', 'rocks']],
    ['nothing but punctuation', '?!... -- – …', []],
    ['nothing', '', []],
  ])('splits a text with %s', (_what, text, tokens) => {
    expect(tokenise(text)).toEqual(tokens);
  });

  it.each(['--rm', '--platform', '--no-cache'])('keeps the flag %s whole', (flag) => {
    expect(tokenise(`docker run ${flag} alpine`)).toContain(flag);
  });

  it('gives the name of a flag beside the flag', () => {
    expect(tokenise('--rm')).toContain('rm');
  });

  it('tells a short flag from the letter alone', () => {
    const ofLetter = tokenise('d');
    expect(tokenise('-d').filter((token) => !ofLetter.includes(token))).toHaveLength(1);
  });

  it('does not take a hyphen inside a word for a flag', () => {
    expect(tokenise('docker-compose').some((token) => token.startsWith('-'))).toBe(false);
  });

  it('separates a flag from its value', () => {
    expect(tokenise('--platform=linux')).toEqual(expect.arrayContaining(['--platform', 'linux']));
  });

  it('gives at most the tokens of the limit', () => {
    expect(tokenise('a1 '.repeat(MAX_TOKENS))).toHaveLength(MAX_TOKENS);
  });

  it('gives no empty token and no spaces, whatever comes in', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'é', '1', '-', '.', '/', ':', '_', ' ', '+', '#', '🐳'), maxLength: 40 }),
        (text) => {
          for (const token of tokenise(text)) expect(token).toMatch(/^\S+$/);
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('compoundsOf', () => {
  it.each([
    ['wsl2', ['wsl2']],
    ['hyper-v', ['hyperv']],
    ['docker-in-docker', ['dockerindocker']],
    ['enable hyper-v for wsl2', ['hyperv', 'wsl2']],
    ['plain words', []],
    ['a-b-c-d', []],
    ['--no-cache', []],
    ['5.15', []],
  ])('finds in "%s" the wholes %j', (text, compounds) => {
    expect(compoundsOf(text)).toEqual(compounds);
  });

  it.each(['linux/amd64', 'docker/24', 'node.js16'])('gives of "%s" only wholes that tokenise makes', (text) => {
    expect(tokenise(text)).toEqual(expect.arrayContaining(compoundsOf(text)));
  });

  it('gives only wholes that tokenise makes of words joined by hyphens, underscores and digits', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '7', '-', '_', ' '), maxLength: 30 });
    fc.assert(
      fc.property(text, (written) => {
        expect(tokenise(written)).toEqual(expect.arrayContaining(compoundsOf(written)));
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('joinKnown', () => {
  const compounds = new Set(['wsl2', 'hyperv']);
  const everyWord = (): boolean => true;

  it('reads "wsl 2" as "wsl2"', () => {
    expect(joinKnown(tokenise('wsl 2'), compounds, everyWord)).toEqual(joinKnown(tokenise('wsl2'), compounds, everyWord));
  });

  it('reads "hyper v" as "hyper-v"', () => {
    expect(joinKnown(tokenise('hyper v'), compounds, everyWord)).toEqual(joinKnown(tokenise('hyper-v'), compounds, everyWord));
  });

  it.each(['hyper-v', 'hyperv', 'hyper v'])('gives every spelling of hyper-v the token "hyperv" once: %s', (spelling) => {
    const tokens = joinKnown(tokenise(`is ${spelling} needed`), compounds, everyWord);
    expect(tokens.filter((token) => token === 'hyperv')).toHaveLength(1);
  });

  it('joins only neighbours that make a known whole', () => {
    expect(joinKnown(['v', 'hyper', 'wsl', 'and', '2'], compounds, everyWord)).toEqual(['v', 'hyper', 'wsl', 'and', '2']);
  });

  it('splits an unknown word that is two known ones', () => {
    expect(joinKnown(['install', 'dockerdesktop'], new Set(), knowing('install', 'docker', 'desktop'))).toEqual([
      'install',
      'docker',
      'desktop',
    ]);
  });

  it('leaves a known word whole though its parts are known', () => {
    expect(joinKnown(['database'], new Set(), knowing('database', 'data', 'base'))).toEqual(['database']);
  });

  it('leaves an unknown word whole when only one of its parts is known', () => {
    expect(joinKnown(['dockerxyz'], new Set(), knowing('docker'))).toEqual(['dockerxyz']);
  });

  it('splits off no part of fewer than three letters', () => {
    expect(joinKnown(['dockeris'], new Set(), knowing('docker', 'is'))).toEqual(['dockeris']);
  });

  it('gives at most the tokens of the limit', () => {
    const tokens = Array.from({ length: MAX_TOKENS }, () => 'dockerdesktop');
    expect(joinKnown(tokens, new Set(), knowing('docker', 'desktop'))).toHaveLength(MAX_TOKENS);
  });
});

describe('stem', () => {
  // The examples are those of Porter's paper, "An algorithm for suffix stripping" (1980).
  it.each([
    ['caresses', 'caress'],
    ['ponies', 'poni'],
    ['hopping', 'hop'],
    ['relational', 'relat'],
    ['adjustable', 'adjust'],
  ])('strips %s to %s', (word, expected) => {
    expect(stem(word)).toBe(expected);
  });

  it.each([
    ['lost', 'lose'],
    ['ran', 'run'],
    ['running', 'run'],
    ['written', 'write'],
    ['built', 'building'],
    ['children', 'child'],
    ['containers', 'container'],
  ])('brings %s and %s together', (form, other) => {
    expect(stem(form)).toBe(stem(other));
  });

  it.each(['137', '5.15', '--rms', 'wsl2', 'עובדים', 'größes'])('leaves %s as it is', (token) => {
    expect(stem(token)).toBe(token);
  });
});
