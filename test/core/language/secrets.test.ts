import { describe, expect, it } from 'vitest';
import { keptForm, plainForm } from '../../../src/core/language/redaction.js';

/** Knows every word that may be one: what is dropped is dropped for being a secret. */
const isWord = (word: string): boolean => /^\p{L}+$/u.test(word);
const ALL_KNOWN = { isSubjectWord: isWord, isWord };
const FORMS = [
  ['the reduced form', (text: string) => keptForm(text, ALL_KNOWN)],
  ['the wording', plainForm],
] as const;

/** Made up, in the forms that their issuers give them: put together here, so that no scanner takes this file for a leak. */
const key = (...parts: readonly string[]): string => parts.join('');
const LETTERS = 'qXzJvKwRtYpLmNbVcDfGhSgTkWqZxJvBnMrPlQwEtYuIoAsD';

/** A sentence, and the secret in it. */
const ISSUED: readonly (readonly [string, string])[] = [
  ['an AWS access key', key('AKIA', 'QYLPMN5HHHFPZAM2')],
  ['an AWS session key', key('ASIA', 'QYLPMN5HHHFPZAM2')],
  ['an AWS secret key', key('wJ4lrXU7nF3MI', '/K7MDENG/', 'bPx9RfiCY8zzzzzKEY')],
  ['a Google API key', key('AIza', 'SyDqXzJvKwRtYpLmNbVcDfGhSgTkWqZxJvB')],
  ['a Google client secret', key('GOCSPX-', 'qXzJvKwRtYpLmNbVcDfGhSgTkWq')],
  ['a Google access token', key('ya29.', 'a0AfqXzJvKwRtYpLmNbVcDf')],
  ['an Azure client secret', key('qXz', '8Q~', 'JvKwRtYpLmNbVcDfGhSgTkWqZxJvBnMrPl')],
  ['a GitHub token', key('ghp_', LETTERS.slice(0, 36))],
  ['a shortened GitHub token', key('ghp_', 'qXzJvKwRtYpL')],
  ['a fine-grained GitHub token', key('github_pat_', '11AQXZ', LETTERS)],
  ['a GitLab token', key('glpat-', 'qXzJvKwRtYpLmNbVcDfG')],
  ['an npm token', key('npm_', LETTERS.slice(0, 36))],
  ['a PyPI token', key('pypi-', 'AgEIcHlwaS5vcmcCJ', LETTERS)],
  ['a Docker Hub token', key('dckr_pat_', 'qXzJvKwRtYpLmNbVcDfGhSgTkWq')],
  ['a swarm token', key('SWMTKN-1-', '49nj1cmql0jkz5s954yi3oex3nedyz0fb0xx14ie39trti4wxv-8vxv8rssmk743ojnwacrr2e7c')],
  ['a Slack token', key('xoxb-', '123456789012-123456789012-', 'qXzJvKwRtYpLmNbVcDfGhSgT')],
  ['a Stripe key', key('sk_live_', 'qXzJvKwRtYpLmNbVcDfGhSgT')],
  ['an OpenAI key', key('sk-proj-', LETTERS)],
  ['an Anthropic key', key('sk-ant-api03-', LETTERS)],
  ['a Hugging Face token', key('hf_', LETTERS.slice(0, 34))],
  ['a Vault token', key('hvs.', 'CAESIqXzJvKwRtYpLmNbVcDf')],
  ['a SendGrid key', key('SG.', 'qXzJvKwRtYpLmNbVcDfGhS.', LETTERS)],
  ['a DigitalOcean token', key('dop_v1_', '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0')],
  ['a Grafana token', key('glsa_', 'qXzJvKwRtYpLmNbVcDfGhSgTkWqZxJvB_a1b2c3d4')],
  ['an age key', key('AGE-SECRET-KEY-1', 'QYLPMN5HHHFPZAM2QYLPMN5HHHFPZAM2')],
  ['a Discord bot token', key('MTk4NjIyNDgzNDcxOTI1MjQ4', '.Cl2FMQ.', 'ZnCjm1XVW7vRze4b7Cq4se7kKWs')],
  ['a Telegram bot token', key('123456789:', 'AAqXzJvKwRtYpLmNbVcDfGhSgTkWqZxJvBn')],
  ['a Discord webhook', key('https://discord.com/api/webhooks/', '103735883630395392/', LETTERS)],
  ['a Discord webhook without a scheme', key('discord.com/api/webhooks/', '103735883630395392/', LETTERS)],
  ['a Slack webhook', key('https://hooks.slack.com/services/', 'T0QXZJVKW/B0RTYPLMN/', 'qXzJvKwRtYpLmNbVcDfGhSgT')],
  ['a signed web token', key('eyJhbGciOiJIUzI1NiJ9', '.eyJzdWIiOiJtYXJrIn0', '.qXzJvKwRtYpLmNbVcDfGhSgT')],
  ['a connection string', 'postgres://mark:hunter2@db:5432/shop'],
  ['a connection string without a scheme', 'mark:hunter2@db:5432'],
  ['basic auth in a link', 'https://mark:hunter2@registry.example.com/v2/'],
  ['an IBAN in groups', 'DE89 3704 0044 0532 0130 00'],
  ['an IBAN without spaces', 'DE89370400440532013000'],
  ['an IBAN with letters', 'GB82 WEST 1234 5698 7654 32'],
  ['a short IBAN in small letters', 'be68 5390 0754 7034'],
  ['a long IBAN', 'FR14 2004 1010 0505 0001 3M02 606'],
  ['a card number in groups', '4111 1111 1111 1111'],
  ['a card number without spaces', '5500005555555559'],
  ['a card number with hyphens', '3782-822463-10005'],
  ['an American social security number', '078-05-1120'],
  ['a British insurance number', 'QQ 12 34 56 C'],
  ['a small British insurance number', 'qq123456c'],
];

/** As people write it; what stands in brackets is the secret. */
const SAID: readonly string[] = [
  'the password is [correct horse battery staple]',
  'the password is [correct horse battery staple]. why does docker fail',
  'my passphrase is [the quick brown fox]',
  'password: [hunter2]',
  'password: [hunter2], docker login fails',
  'Password: [swordfish]',
  'my password: [correct horse]\nwhy does docker fail',
  'the root password for my server is [swordfish]',
  'my docker hub password is still [swordfish seven]',
  "password's [swordfish]",
  'my password was "[correct horse]" and docker login fails',
  'my password is [hunter2] and docker login fails',
  'the password of the registry is [Tr0ub4dor&3]',
  'pw: [hunter2]',
  'pw = [correct horse]',
  'passwd is [swordfish]',
  'passphrase [Tr0ub4dor&3] for my ssh key',
  'my password [hunter2] does not work',
  'Passwort: [geheim]',
  'my pin is [4711]',
  'the PIN is [4711], why does docker fail',
  'pin: [4711]',
  'my pin code is [47 11]',
  'my pin is [four seven]',
  'the verification code is [481516]',
  '2fa code: [481 516]',
  'the code is [481516]',
  'cvv is [737]',
  'my social security number is [078051120]',
  'token=[swordfish] docker fails',
  'token: [qxzjvkw7]',
  'my token is [swordfish]',
  'secret: [swordfish]',
  'the secret is [hunter2hunter2]',
  'my client secret is [swordfish seven]',
  'api key [Qx7zJvKw]',
  'api key: [Qx7zJvKw]',
  'my api key is [swordfish]',
  'API_KEY=[swordfish] in my env file',
  'docker login -u mark --password [hunter2] fails',
  'docker login --password=[swordfish] fails',
  'docker login -u mark -p [hunter2] registry fails',
  'docker login -p "[correct horse]" fails',
  'docker swarm join --token [qxz7jvkw9]',
  'mysql -u root -p[hunter2] in docker',
  'docker run -e POSTGRES_PASSWORD=[swordfish] postgres',
  'docker run -e MYSQL_ROOT_PASSWORD="[correct horse]" mysql',
  'DB_PASSWORD: [swordfish]',
  'DB_PASS=[swordfish] docker compose up',
  '{"username": "mark", "password": "[correct horse]"}',
  '{"auths": {"docker": {"auth": "[bWFyazpodW50ZXIy]"}}}',
  'Server=db;User Id=sa;Password=[Hunter2!];',
  'AccountName=shop;AccountKey=[qXz7JvKw==]',
  'login: [mark / swordfish]',
  'credentials are [admin:swordfish]',
  'user/pass: [admin/swordfish] on docker',
  'user: mark pass: [hunter2]',
  'Authorization: Bearer [qxzjvkwrtypl7]',
  'curl -H "Authorization: Basic [bWFyazpodW50ZXIy]" docker',
  'with bearer [qXzJvKw7RtYp] docker fails',
  'curl -u [mark:swordfish] docker',
  'I set the password to [hunter2] and docker fails',
  '[hunter2hunter] is my password',
  '[correct horse battery staple] is my password. why does docker fail',
  'I use [hunter2] as password',
  'the password for the vpn of my company is [swordfish]',
  'password->[swordfish]',
  'login: mark / [correct horse battery]',
  'I log in with [mark and hunter2]',
  'docker login -u mark -p[hunter2]',
  'Mein Passwort ist [geheim]',
  'set the password for root to [swordfish]',
  'my api-key is [swordfish seven]',
  'the root password is set to [swordfish seven]',
  'the password was changed to [swordfish]',
  'the root password is now set to [swordfish]',
  'login with password [hunter2] fails',
  'user mark, password [swordfish7]',
  'the password "[correct horse]" does not work',
  'my pass word is [swordfish]',
  'psw: [swordfish]',
  'das Passwort lautet [geheim]',
  'contraseña: [secreto]',
  'mon mot de passe est [soleil]',
  'my seed phrase is [witch collapse practice feed shame]',
  'recovery code is [tulip rose daisy]',
  'my recovery code is [a1b2c-d3e4f]',
  'the wifi key is [dragon1234]',
  'docker plugin --api-key [swordfish]',
  'echo [swordfish] | docker login -u mark --password-stdin',
  'printf "[correct horse]" | docker secret create db -',
  'ENV POSTGRES_PASSWORD [swordfish]',
];

/** What people ask with the same words. */
const ORDINARY: readonly string[] = [
  'my docker hub account is restricted and now pulls do not work',
  'how do I reset the root password',
  'docker login password stdin',
  'docker login --password-stdin from a file, how',
  'is the --password flag of docker login unsafe',
  'what does --password do',
  'the password is wrong when I log in to docker hub',
  'my password is correct but docker login says unauthorized',
  'the password is not accepted by the registry',
  'where is the docker login password stored',
  'what is the default password of the postgres image',
  'password authentication failed for user postgres',
  'my registry password is the same on both machines',
  'is the password in the image visible to everybody',
  'how do I change the root password to something else in a container',
  'how do I set a password for redis in compose',
  'docker compose secret: file not found',
  'secrets: environment variables or files?',
  'docker secret create without swarm',
  'is a docker secret encrypted at rest',
  'the secret is not visible in the container',
  'my secret is empty in the container',
  'the token is expired, how do I get a new swarm join token',
  'where is my access token saved',
  'is the API key in an ENV line visible in the image',
  'how do I pass an api key at build time',
  'exit code is 137, what does it mean',
  'the code is 137 after some minutes',
  'pin: how do I pin node to 20?',
  'docker compose -p shop up',
  'docker run -u root ubuntu',
  'docker service create --secret db_password nginx',
  'credential helper: how do I set up pass and gpg',
  'credentials store pass is not initialized, docker desktop on fedora',
  'docker login unauthorized: incorrect username or password',
  'login with ssh key or with a password, which is better',
  'bearer token or basic auth for a private registry',
  'the password is required for sudo in wsl',
  'how long is a docker hub access token valid',
  'password: authentication failed',
  'sudo asks for a password: why does docker need root',
  'token: what is it good for in a swarm',
  'is pass better than the keychain',
  'why is the default password a problem in containers',
  'my passphrase is asked for each time I use docker over ssh',
  'pwd: command not found in a distroless image',
  'the password is: wrong',
  'the pin is on the connector, gpio in a container',
  'my code is on the Mac',
  'the api key is not set in the container',
  'the key is where the container cannot read it',
  "can a container read the host's ssh private key",
  'is it bad that the password is an environment variable',
  'how do I know whether my docker hub password is leaked',
  'set the password to never expire in windows containers',
  'use a secret file as password for postgres',
  'my mac wants a PIN or password after docker desktop update',
  'does docker hub support 2fa codes',
  'npm_config_registry in a Dockerfile',
  'sk-learn in alpine',
  'docker login: unauthorized: incorrect username or password',
  'how do I change the root password of the postgres image',
  'does my image pass code review',
  'is a recovery code needed for docker hub',
  'my backup code is a shell script in a container',
  'is ENV PASSWORD visible in the image',
  'echo and a pipe or a file: which is better for docker login',
  'the password must be set in the environment',
  'the password should be at least long enough',
  'what is the api key for',
];
/** The same, with marks and numbers that the reduced form drops for reasons of its own. */
const ORDINARY_WORDING: readonly string[] = [
  'permission denied when I log in to the registry, password is 100% correct',
  'is the password hashed with sha256 or bcrypt',
  'pin 2 cpus for a container',
  'the password is stored in plain text in config.json',
  'FATAL: password authentication failed for user "postgres"',
  'the secret is mounted under /run/secrets',
  'POSTGRES_PASSWORD_FILE: /run/secrets/db_password does not work',
  'POSTGRES_PASSWORD=$DB_PASS is not expanded in compose',
  'the exit code: 1603 of my windows container',
  'how do I pin docker to version 24.0.7',
  'should I pin the base image to 22.04',
  'docker run -p 8080:80 nginx, password prompt appears',
  'docker run --name mysql -p 3306:3306 mysql',
  'docker run -d mysql -p 3306',
  'docker run --user 1000:1000 alpine',
  'docker build --secret id=npmrc,src=.npmrc .',
  'error getting credentials - err: exec: "docker-credential-desktop": executable file not found',
  'the password is missing in my .env file',
  '-v $PWD:/app does not work on windows',
  'what $(pwd):/app means',
  'my code is 2000 lines long',
  'the code is in /app',
  'the password is base64 encoded in config.json',
  'echo "$TOKEN" | docker login -u mark --password-stdin',
  'secret "db_password" not found',
  'root password mysql8 container',
  'ENV DB_PASSWORD $DB_PASSWORD',
  'the password is set to never expire',
];

/** The words and numbers that tell a secret. */
const telling = (secret: string): string[] => (secret.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1);
const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));

describe.each(FORMS)('%s', (_, form) => {
  it.each(ISSUED)('holds nothing of %s', (_, secret) => {
    for (const text of [secret, `docker fails with ${secret} why`, `Is this right? ${secret}, docker says no.`, `docker (${secret})`]) {
      const left = wordsOf(form(text));
      expect(telling(secret).filter((word) => left.has(word) && !/^docker$/.test(word))).toEqual([]);
    }
  });

  it.each(SAID)('holds nothing of what is said in "%s"', (sentence) => {
    const [, secret = ''] = /\[(.+)\]/.exec(sentence) ?? [];
    const left = wordsOf(form(sentence.replace(/[[\]]/g, '')));
    expect(telling(secret).filter((word) => left.has(word))).toEqual([]);
  });

  it('holds nothing of a private key', () => {
    const block = `-----BEGIN OPENSSH PRIVATE ${'KEY'}-----\nswordfish\nhorse\n-----END OPENSSH PRIVATE ${'KEY'}-----`;
    expect(form(`docker ${block}\nwhy`)).toBe('docker … why');
    expect(form(`docker ${block.slice(0, 60)}`)).toBe('docker …');
  });

  it.each(ORDINARY)('has every word of "%s"', (question) => {
    expect(form(question)).not.toContain('…');
  });
});

describe('the wording', () => {
  it.each(ORDINARY_WORDING)('is whole where it is "%s"', (question) => {
    expect(plainForm(question)).toBe(question);
  });
});
