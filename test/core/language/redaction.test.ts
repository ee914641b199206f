import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptForm, MAX_KEPT_CHARS, MAX_PLAIN_CHARS, plainForm, subjectWords } from '../../../src/core/language/redaction.js';

const SUBJECT = subjectWords([
  'How do I run Docker containers on Linux, Windows or a Mac?',
  'Which kernel does WSL2 use, and is Hyper-V needed on Windows Server 2022?',
  'Build for linux/amd64 and arm64 on Ubuntu 22.04 with --platform, Node.js images, --rm',
]);
/** Ordinary words; some of them are names when capitalised. */
const ENGLISH = new Set(
  (
    'a about after asked at because but by call can common correct does error explain fails for from hunter mark my name not or password pin please ' +
    'rose server start the today user when where why works yesterday token slow city street'
  ).split(' '),
);
const KNOWN = { isSubjectWord: (word: string) => SUBJECT.has(word), isWord: (word: string) => ENGLISH.has(word) };
const kept = (text: string): string => keptForm(text, KNOWN);

describe('the form that is kept without consent', () => {
  it.each([
    ['words of the subject and ordinary words, in lower case', 'Why does Docker not start on a Mac?', 'why does docker not start on a mac'],
    ['contractions', "I can't start Docker, it doesn't work's", "i can't start docker it doesn't …"],
    ['short numbers and versions', 'error 125 on Ubuntu 22.04 and kernel 5.15.153', 'error 125 on ubuntu 22.04 and kernel 5.15.153'],
    ['compounds whose parts are the subject', 'linux/amd64 on arm64 with Hyper-V and WSL2', 'linux/amd64 on arm64 with hyper-v and wsl2'],
    ['flags of the subject', 'docker run --rm --platform linux/amd64', 'docker run --rm --platform linux/amd64'],
    ['a dotted name of the subject', 'node.js images', 'node.js images'],
    ['inline code, word by word', 'why does `docker run` not start', 'why does docker run not start'],
    ['words of the subject in capitals', 'WINDOWS on LINUX', 'windows on linux'],
    ['a sentence that starts with a small word', 'Will Docker start? Can Linux?', 'will docker start can linux'],
    ['small words that no dictionary need have', 'Her docker is not up. She says it is off', 'her docker is not up she says it is off'],
    ['a name in lower case that is also an ordinary word', 'the mark on docker', 'the mark on docker'],
  ])('keeps %s', (_, text, expected) => {
    expect(kept(text)).toBe(expected);
  });

  it.each([
    ['an unknown word', 'docker on zorblax', 'docker on …'],
    ['a capitalised word in the middle', 'can Rose run docker', 'can … run docker'],
    ['a capitalised word at the start', 'Rose can run docker', '… can run docker'],
    ['a small word that is a name by its capital', 'explain Will about docker', 'explain … about docker'],
    ['a possessive name', "docker on Mark's server", 'docker on … server'],
    ['a place', 'docker in Berlin, Germany', 'docker in …'],
    ['a user mention', 'docker <@80351110224678912> why', 'docker … why'],
    ['a mention glued to a word', 'docker<@!80351110224678912>', 'docker …'],
    ['a role', 'docker <@&165511591545143296>', 'docker …'],
    ['a channel', 'docker in <#103735883630395392>', 'docker in …'],
    ['a channel by name', 'docker in #linux', 'docker in …'],
    ['a custom emoji', 'docker <:mmLol:216154654256398347> linux', 'docker … linux'],
    ['a slash command', 'docker </airhorn run:816437322781949972>', 'docker …'],
    ['a time stamp', 'docker <t:1618953630:d>', 'docker …'],
    ['an emoji by name', 'docker :docker: linux', 'docker … linux'],
    ['@here', 'docker @here', 'docker …'],
    ['a mention by name', 'docker @docker please', 'docker … please'],
    ['a full-width mention', 'docker ＠docker', 'docker …'],
    ['a link', 'docker https://docker/linux/windows fails', 'docker … fails'],
    ['a link in Markdown', 'docker [linux](https://docker) fails', 'docker … fails'],
    ['a link without a scheme', 'docker on www.docker.com/linux', 'docker on …'],
    ['a mail address', 'docker mark@linux.docker', 'docker …'],
    ['a mail address with spaces', 'docker mark @ docker linux', 'docker … linux'],
    ['a mail address with one space', 'docker mark @docker.linux', 'docker …'],
    ['a host name', 'docker on linux.windows.server', 'docker on …'],
    ['a host name with hyphens', 'docker on mark-server', 'docker on …'],
    ['an IPv4 address', 'docker on 10.1.2.3', 'docker on …'],
    ['an IPv4 address with a port', 'docker on 10.1.2.3:80', 'docker on …'],
    ['an IPv6 address', 'docker on fe80::1 or ::1', 'docker on … or …'],
    ['an IPv6 prefix', 'docker on 2001::', 'docker on …'],
    ['a path', 'docker in /mark/docker', 'docker in …'],
    ['a path from home', 'docker in ~/docker and ./docker', 'docker in … and …'],
    ['a path of Windows', 'docker in C:\\Users\\mark', 'docker in …'],
    ['a share', 'docker in \\\\server\\docker', 'docker in …'],
    ['a hidden file', 'docker .docker', 'docker …'],
    ['a variable', 'docker $docker %docker%', 'docker …'],
    ['a value of a flag', 'docker run --name=mark', 'docker run …'],
    ['a number of five digits', 'docker 12345', 'docker …'],
    ['a telephone number in groups', 'call 0151 234 567 about docker', 'call … about docker'],
    ['a telephone number with marks', 'call +49 (30) 12-34 about docker', 'call … about docker'],
    ['a card number', 'docker 4111 1111 1111 1111', 'docker …'],
    ['a day of birth', 'docker 1.2.1990', 'docker …'],
    ['a hash', 'docker 9f86d081884c', 'docker …'],
    ['a user name with a year', 'docker by linux1990', 'docker by …'],
    ['a token', 'docker MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs', 'docker …'],
    ['a code block', 'docker fails\n```\nserver mark password rose\n```\nplease', 'docker fails … please'],
    ['a code block without an end', 'docker fails ```server mark', 'docker fails …'],
    ['what a name is said to be', 'my name is mark and docker fails', 'my name is … and docker fails'],
    ['what a password is said to be', 'my password: correct hunter. docker fails', 'my password … docker fails'],
    ['what a PIN is said to be', 'my pin is 48 21', 'my pin is …'],
  ])('drops %s', (_, text, expected) => {
    expect(kept(text)).toBe(expected);
  });

  it('keeps numbers in a row that are all of the subject', () => {
    expect(kept('windows server 2022 22.04')).toBe('windows server 2022 22.04');
  });

  it.each(['', '  ', '🙂', '…', '@mark', 'Zorblax!', '?!'])('is empty where no word is left of "%s"', (text) => {
    expect(kept(text)).toBe('');
  });

  it('ends between words where the text is long', () => {
    // 33 times "docker" and their spaces are 230 characters; 28 times are 195, and " …" makes 197.
    expect(kept(Array.from({ length: 33 }, () => 'docker').join(' '))).toBe(`${Array.from({ length: 28 }, () => 'docker').join(' ')} …`);
  });
});

describe('the words of the subject', () => {
  it('are those of a text far longer than a question', () => {
    const words = subjectWords([`${'docker '.repeat(1000)}\nlinux ${'docker '.repeat(1000)}kernel`]);
    expect([...words].sort()).toEqual(['docker', 'kernel', 'linux']);
  });
});

describe('the form that is kept where the server keeps the wording', () => {
  it.each([
    [
      'the question as it was asked',
      '  Why does Docker 24.0 fail on Mark’s Mac?\nIt says: "exit 137"',
      'Why does Docker 24.0 fail on Mark\'s Mac? It says: "exit 137"',
    ],
    [
      'file names and flags',
      'docker compose -f docker-compose.yml run --rm node.js',
      'docker compose -f docker-compose.yml run --rm node.js',
    ],
    ['platforms and ports', 'linux/amd64 on -p 8080:80', 'linux/amd64 on -p 8080:80'],
    ['a scope operator', 'what is std::string', 'what is std::string'],
  ])('keeps %s', (_, text, expected) => {
    expect(plainForm(text)).toBe(expected);
  });

  it.each([
    ['a mention', 'Hi <@80351110224678912>, why?', 'Hi …, why?'],
    ['@everyone', '@everyone why?', '… why?'],
    ['a channel', 'in <#103735883630395392>?', 'in …?'],
    ['a custom emoji', 'lol <a:x:216154654256398347> why', 'lol … why'],
    ['a link', 'see https://example.com/a?b=c why', 'see … why'],
    ['a link without a scheme', 'see example.com/mark why', 'see … why'],
    ['a host name', 'on db1.example.com: why', 'on …: why'],
    ['a mail address', 'ask mark@example.com why', 'ask … why'],
    ['an IPv4 address', 'at 192.168.1.20:8080 why', 'at … why'],
    ['an IPv6 address', 'at fe80::1ff:fe23:4567:890a why', 'at … why'],
    ['a hardware address', 'at 00:1a:2b:3c:4d:5e why', 'at … why'],
    ['a path of a person', 'in /home/mark/app and C:\\Users\\mark\\app why', 'in … and … why'],
    ['a share', 'in \\\\server\\mark why', 'in … why'],
    ['an id', 'server 103735883630395392 why', 'server … why'],
    ['a telephone number', 'call +49 151 2345678 why', 'call … why'],
    ['a hash', 'image sha256:9f86d081884c7d659a2feaa0c55ad015 why', 'image sha256:… why'],
    ['a container id', 'container 4f1c2d9ab03e why', 'container … why'],
    ['a token', 'with MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs why', 'with … why'],
    ['a code block', 'why ```\nsecret\n```', 'why …'],
  ])('drops %s', (_, text, expected) => {
    expect(plainForm(text)).toBe(expected);
  });

  it('is empty where nothing is left', () => {
    expect(plainForm('<@80351110224678912> ')).toBe('');
  });

  it('ends between words where the text is long', () => {
    // 43 words of 7 characters with their spaces are 344; 37 are 295, and " …" makes 297.
    expect(plainForm(Array.from({ length: 43 }, () => 'Whether').join(' '))).toBe(
      `${Array.from({ length: 37 }, () => 'Whether').join(' ')} …`,
    );
  });
});

/** Words that may stand around a secret. */
const around = fc.array(
  fc.constantFrom('docker', 'Why', 'does', 'mark', 'linux', '...', 'name', 'is', '-', '22.04', '7', '(please)', '…'),
  { maxLength: 8 },
);
const digit = fc.constantFrom(...'0123456789');
const digits = (minLength: number, maxLength: number): fc.Arbitrary<string> => fc.string({ unit: digit, minLength, maxLength });
const letters = (minLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'qxzjvkw'), minLength, maxLength: minLength + 6 });
const octet = fc.integer({ min: 0, max: 255 }).map(String);
const SECRETS: readonly (readonly [string, fc.Arbitrary<string>])[] = [
  ['an id', digits(17, 20)],
  ['a mention', digits(17, 20).map((id) => `<@${id}>`)],
  ['a mail address', fc.tuple(letters(3), letters(3)).map(([name, host]) => `${name}@${host}.org`)],
  ['an IPv4 address', fc.tuple(octet, octet, octet, octet).map((octets) => octets.join('.'))],
  [
    'an IPv6 address',
    fc
      .tuple(fc.integer({ min: 4096, max: 65535 }), fc.integer({ min: 4096, max: 65535 }))
      .map(([a, b]) => `${a.toString(16)}::${b.toString(16)}`),
  ],
  ['a link', fc.tuple(letters(3), fc.constantFrom('docker', 'linux')).map(([host, path]) => `https://${host}.io/${path}`)],
  ['a telephone number', fc.tuple(digits(3, 4), digits(3, 4), digits(3, 4)).map((groups) => groups.join(' '))],
  [
    'a bot token',
    fc
      .tuple(fc.base64String({ minLength: 24, maxLength: 24 }), fc.base64String({ minLength: 28, maxLength: 28 }))
      .map(([a, b]) => `${a.replace(/[+/=]/g, '7')}.Cl2FMQ.${b.replace(/[+/=]/g, '7')}`),
  ],
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: fc.constantFrom(..."ab @<>#:/.…-1 2`\n\\mMI'=+&~%"), maxLength: 80 }),
  fc
    .array(
      fc.oneof(
        around.map((words) => words.join(' ')),
        ...SECRETS.map(([, secret]) => secret),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(' ')),
);
const RUNS = { seed: 1, numRuns: 1000 };

describe.each([
  ['the form that is kept without consent', kept, MAX_KEPT_CHARS],
  ['the form that keeps the wording', plainForm, MAX_PLAIN_CHARS],
])('%s, of any text,', (_, form, limit) => {
  it.each(SECRETS)('holds nothing of %s', (_, secret) => {
    fc.assert(
      fc.property(around, secret, around, (before, planted, after) => {
        const result = form([...before, planted, ...after].join(' '));
        const telling = planted.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length >= 3 && !['docker', 'linux'].includes(part));
        return telling.every((part) => !result.toLowerCase().includes(part.toLowerCase()));
      }),
      RUNS,
    );
  });

  it('stays the same when it is made again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(form(form(text))).toBe(form(text));
      }),
      RUNS,
    );
  });

  it('is never longer than the text or the limit', () => {
    fc.assert(
      fc.property(anyText, (text) => form(text).length <= Math.min(text.length, limit)),
      RUNS,
    );
  });

  it.each(['a', '@', 'a.', '1 ', '`', '<a', ':a', 'a-', "'"])('is made of "%s" again and again', (part) => {
    expect(form(part.repeat(100_000)).length).toBeLessThanOrEqual(limit);
  });
});
