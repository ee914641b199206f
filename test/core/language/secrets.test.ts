import { describe, expect, it } from 'vitest';
import { keptForm, plainForm } from '../../../src/core/language/redaction.js';
import { withoutSecrets } from '../../../src/core/language/secrets.js';

/** Every word is known: whatever is dropped is dropped as a secret. */
const ALL_KNOWN = { isSubjectWord: () => false, isWord: () => true };
const letters = (count: number): string => 'aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zA'.repeat(4).slice(0, count);

/** What people write, and the words of it that must not be kept. Keys are made up, in the form that their issuers document. */
const TOLD: readonly (readonly [text: string, secret: string])[] = [
  // As a password, a passphrase, a pin.
  ['the password is correct horse battery staple', 'correct horse battery staple'],
  ['password: hunter2', 'hunter2'],
  ['my pin is 4711', '4711'],
  ['my password is hunter2. how do i reset it', 'hunter2'],
  ['the password is swordfish, why does docker refuse it', 'swordfish'],
  ['login with password hunter2 fails', 'hunter2'],
  ['pw: tr0ub4dor&3', 'tr0ub4dor&3'],
  ['pw = kitten', 'kitten'],
  ['PASSWORD="two words" does not work', 'two words'],
  ['passphrase: open sesame please', 'open sesame'],
  ['the passphrase was purple monkey dishwasher and how do i change it', 'purple monkey dishwasher'],
  ['the root password is set to bananas', 'bananas'],
  ['the pin code is 0815', '0815'],
  ['pin: 1234', '1234'],
  ['pin number is 9-8-7', '9-8-7'],
  ['login: alice / wonderland', 'wonderland'],
  ['credentials: bob builder', 'builder'],
  ['das passwort ist geheim', 'geheim'],
  ['api key: fluffy', 'fluffy'],
  ['the secret is squirrel', 'squirrel'],
  ['secret key = raccoon', 'raccoon'],
  ['access token: otter', 'otter'],
  ['token=badger in the url', 'badger'],
  ['recovery code is tulip rose daisy', 'tulip rose daisy'],
  ['cvv 123 no, cvv: 321', '321'],
  ['"password": "walrus"', 'walrus'],
  // On the command line, in files.
  ['docker login --password walrus', 'walrus'],
  ['docker login --password=walrus', 'walrus'],
  ['docker login -u bob -p walrus', 'walrus'],
  ['sshpass -p walrus ssh host', 'walrus'],
  ['mysql -uroot -pwalrus', 'walrus'],
  ['curl -u bob:walrus http', 'walrus'],
  ['curl --user bob:walrus http', 'walrus'],
  ['docker run -e POSTGRES_PASSWORD=walrus postgres', 'walrus'],
  ['MYSQL_ROOT_PASSWORD: walrus', 'walrus'],
  ['export API_KEY=walrus', 'walrus'],
  ["TOKEN='walrus'", 'walrus'],
  ['tool --api-key walrus', 'walrus'],
  ['postgres://bob:walrus@db/app', 'walrus'],
  ['Server=db;User=sa;Password=walrus;', 'walrus'],
  ['Authorization: Bearer abcdef123456', 'abcdef123456'],
  ['Authorization: Basic Ym9iOndhbHJ1cw==', 'Ym9iOndhbHJ1cw'],
  // Keys by their form.
  ['i used AKIAIOSFODNN7EXAMPLE for s3', 'AKIAIOSFODNN7EXAMPLE'],
  ['ASIAIOSFODNN7EXAMPLE', 'ASIAIOSFODNN7EXAMPLE'],
  [`wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY fails`, 'wJalrXUtnFEMI'],
  [`AIza${letters(35)} fails`, 'AIza'],
  ...['ghp_', 'gho_', 'github_pat_', 'npm_', 'hf_', 'dckr_pat_', 'dop_v1_', 'shpat_', 'glpat-', 'pypi-', 'glsa_', 'lin_api_', 'ntn_'].map(
    (prefix) => [`pull with ${prefix}${letters(36)} fails`, letters(16)] as const,
  ),
  ...['sk_live_', 'rk_test_', 'pk_live_', 'sk-', 'sk-proj-', 'sk-ant-', 'whsec_'].map(
    (prefix) => [`pay with ${prefix}${letters(24)}`, letters(12)] as const,
  ),
  ['xoxb-123456789012-abcdefABCDEF', 'abcdefABCDEF'],
  ['xapp-1-A02BCDEF', 'A02BCDEF'],
  [`SG.${letters(22)}.${letters(43)}`, letters(12)],
  ['hvs.CAESIJabcdefghij', 'CAESIJ'],
  [`123456789:AA${letters(33)}`, letters(12)],
  [`MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.${letters(38)}`, 'GabcdE'],
  ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-_1', 'eyJzdWIiOiIxIn0'],
  ['-----BEGIN RSA PRIVATE KEY-----\nMIIEwalrus\nmore\n-----END RSA PRIVATE KEY-----', 'MIIEwalrus'],
  ['-----BEGIN OPENSSH PRIVATE KEY----- b3BlbnNza walrus', 'walrus'],
  [`AGE-SECRET-KEY-1${'QPZRY9X8GF2TVDW0S3'.repeat(3)}`, 'QPZRY9X8'],
  // Numbers of accounts; the examples of the standards.
  ['my iban is DE89 3704 0044 0532 0130 00', '3704'],
  ['GB82WEST12345698765432 is mine', 'WEST1234'],
  ['pay to fr14 2004 1010 0505 0001 3m02 606', '1010'],
  ['card 4111 1111 1111 1111', '1111'],
  ['card 5500-0000-0000-0004', '0004'],
  ['ssn 078-05-1120', '1120'],
];

describe('a secret', () => {
  it.each(TOLD)('in %j is in neither form that is kept', (text, secret) => {
    const words = secret
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
    for (const form of [keptForm(text, ALL_KNOWN), plainForm(text)]) {
      const kept = form.toLowerCase().split(/[^\p{L}\p{N}]+/u);
      expect(
        words.filter((word) => kept.includes(word)),
        form,
      ).toEqual([]);
    }
  });

  it.each(TOLD)('taken out of %j once is out: doing so again changes nothing', (text) => {
    const once = withoutSecrets(text);
    expect(withoutSecrets(once)).toBe(once);
    const kept = keptForm(text, ALL_KNOWN);
    expect(keptForm(kept, ALL_KNOWN)).toBe(kept);
    expect(plainForm(plainForm(text))).toBe(plainForm(text));
  });
});

describe('a question about secrets', () => {
  it.each([
    'how do i reset the root password',
    'docker login --password-stdin fails',
    'why does docker login ask for a password every time',
    'the password is not accepted',
    'the password is wrong but i just set it',
    'the password is correct but docker login fails',
    'is the password stored in plain text?',
    'the password is stored in the image, is that bad?',
    'the password is visible in docker inspect',
    'my token is expired, what now?',
    'the token is invalid',
    'the token was revoked',
    'error: invalid token',
    'docker login: unauthorized: incorrect username or password',
    'token: unauthorized',
    'password: how do i pass it to a container',
    'where do secrets go in a build',
    'docker secret create my_secret',
    'docker secret ls shows nothing',
    'what is a docker secret',
    'build with --secret id=npmrc',
    'RUN --mount=type=secret,id=token',
    'docker run -p 8080:80 nginx',
    'docker run -p 8080 nginx',
    'docker compose -p myproject up',
    'docker run -u 1000:1000 alpine',
    'docker run --user 1000:1000 alpine',
    'docker run -v "$PWD":/app node',
    'exit code is 137',
    'the code is 137, what does it mean',
    'error code: 125',
    'how do i pin a version',
    'pin is bent on my adapter',
    'pin the message with the rules',
    'pin: layout and colour',
    'POSTGRES_PASSWORD is required',
    'why is POSTGRES_PASSWORD not set in the container',
    'POSTGRES_PASSWORD_FILE=/run/secrets/db',
    'ssh key is ignored by the build',
    'the api key is required',
    'where do i get an api key',
    'login is not possible',
    'login: denied',
    'my password is 100% correct',
    'microsoft-standard-WSL2',
    'Win32_OperatingSystem',
    'ubuntu 22.04.3 LTS x86_64 kernel 5.15.153.1-microsoft-standard-WSL2',
    'docker pull mcr.microsoft.com/windows/servercore:ltsc2022',
    'sha256 digest of an image',
    'SK hynix, AC adapter, SG series',
  ])('keeps its words: %s', (text) => {
    expect(withoutSecrets(text)).toBe(text);
  });
});
