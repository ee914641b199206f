import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSmallTalk } from '../../../src/core/language/small-talk.js';

const smallTalk = createSmallTalk('Harbour Bot');

const GREETING = 'hi';
const THANKS = 'thanks';
const GOODBYE = 'bye';
const ABOUT = 'what can you do?';
const WELL = 'how are you?';

describe('a courtesy', () => {
  it.each([GREETING, THANKS, GOODBYE, ABOUT, WELL])('answers "%s"', (message) => {
    expect(smallTalk(message)).not.toBeNull();
  });

  it('is a different one for greetings, thanks, goodbyes and questions about the bot', () => {
    const courtesies = [GREETING, THANKS, GOODBYE, ABOUT, WELL].map(smallTalk);
    expect(new Set(courtesies).size).toBe(courtesies.length);
  });

  it.each([
    [
      'a greeting',
      GREETING,
      [
        'Hello!',
        'hey there',
        'HI',
        'hiiiiii',
        'heyyyy',
        'hellooooo',
        'good morning everyone',
        'Hi 👋',
        'hello <@80351110224678912>',
        'hi harbour bot',
        'Hey Harbour Bot!',
      ],
    ],
    [
      'thanks',
      THANKS,
      [
        'Thank you!',
        'thx',
        'ty',
        'thanks a lot',
        'thank you so much!!!',
        'ok thanks',
        'great, thanks!',
        'got it, thanks',
        'cheers mate',
        'Thanks 🙏',
      ],
    ],
    ['thanks', THANKS, ['thanks, that helped', 'thanks for the help', 'thank you for your answer', 'thanks bye', 'thank you Harbour Bot']],
    ['a goodbye', GOODBYE, ['Goodbye', 'bye bye', 'see you later', 'good night', 'have a nice day']],
    [
      'a question about the bot',
      ABOUT,
      ['who are you?', 'what are you', 'help', 'help me please', 'can you help me?', 'hi, what can you do?'],
    ],
    ['a question about the bot', ABOUT, ['are you a bot?', 'what do you know', 'how do I use this bot', 'what is this bot for?']],
    ['a question how it is', WELL, ['How are you doing today?', 'hi how are you', 'what is up', 'how is it going?']],
  ])('takes for %s (as "%s") all of %j', (_what, model, messages) => {
    expect(messages.map((message) => [message, smallTalk(message)])).toEqual(messages.map((message) => [message, smallTalk(model)]));
  });

  it.each([
    ["what's up?", WELL],
    ["how's it going?", WELL],
    ["what's this bot for?", ABOUT],
    ["what's your purpose?", ABOUT],
  ])('takes "%s" with its contraction for the same as "%s"', (message, model) => {
    expect(smallTalk(message)).toBe(smallTalk(model));
  });
});

describe('no courtesy', () => {
  it.each([
    'hi, does docker run on arm?',
    'hello my container will not start',
    'good morning, what is a namespace?',
    'hey what is docker',
    'thanks but why?',
    'thanks, and on windows?',
    'ok thanks, how do I stop it?',
    'cool, why?',
    'ok and on mac?',
    'great, but is it safe',
    'help my container crashes',
    'help me install docker',
    'can you help me with volumes?',
    'what is this error',
    'what is this',
    'what is up with my container',
    'how are you different from a virtual machine?',
    'who are you running as in a container',
    'what can I do with docker?',
    'does it work',
    'it works on linux but not on mac',
    'that is not helpful',
    'see you in the logs',
    'why?',
    'docker',
  ])('answers "%s"', (message) => {
    expect(smallTalk(message)).toBeNull();
  });

  it.each([
    'thanks for that, but why?',
    'thanks for the info, why?',
    'thanks for the answer, and on mac?',
    'thank you for that. what is wsl?',
  ])('answers a question after thanks for something: "%s"', (message) => {
    expect(smallTalk(message)).toBeNull();
  });

  it.each(['', '   ', '?', '🐳', '\u200b', '<@80351110224678912>', '\ud83d'])('answers "%s", which has no words', (message) => {
    expect(smallTalk(message)).toBeNull();
  });
});

// What blows up does not end within the time a test has.
describe('long and hostile input', () => {
  it.each([
    ['a million letters', 'a'.repeat(1_000_000)],
    ['a hundred thousand greetings', 'hi '.repeat(100_000)],
    ['thanks for everything, over and over', 'thanks for the for all for that '.repeat(30_000)],
    ['a courtesy that never ends', `${'thanks '.repeat(20)}!`],
    ['a greeting to everybody and then something else', `hi${' there'.repeat(14)} x`],
    ['thanks to everybody and then something else', `thanks${' for all'.repeat(9)} a b c d`],
    ['thanks again and again and then a question', `thanks for all${' again'.repeat(11)} why x`],
    ['praise that never comes', `it${' is just'.repeat(9)} x`],
    ['many kinds of approval', `${'ok great cool '.repeat(6)}x`],
  ])('is no courtesy: %s', (_what, message) => {
    expect(smallTalk(message)).toBeNull();
  });

  it('makes no fault, whatever the words of courtesies are strung together to', () => {
    const word = fc.constantFrom(
      'hi',
      'thanks',
      'for',
      'the',
      'all',
      'again',
      'ok',
      'great',
      'that',
      'is',
      'just',
      'good',
      'help',
      'me',
      'you',
      'bye',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        expect(smallTalk(words.join(' ')) ?? '').toEqual(expect.any(String));
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
