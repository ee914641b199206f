import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ownEnvFile, readEnvFile } from '../../src/process/env-file.js';
import { removeFolder, writeFolder } from '../support/knowledge-folder.js';

const TOKEN = 'MTIz.GabcdE.secret';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const notesOf = (text: string): readonly string[] => readEnvFile(bytesOf(text), []).notes;

describe('an .env file', () => {
  it('that is all right is taken as it is, without a word', () => {
    const text = `DISCORD_TOKEN=${TOKEN}\n# KNOWLEDGE=x\nexport HTTP_PORT=0\nNODE_ENV=production\nPOSTGRES_PASSWORD=x\n`;
    expect(readEnvFile(bytesOf(text), ['.env'])).toEqual({ text, notes: [] });
  });

  it('with a mark of UTF-8 at its beginning is read all the same', () => {
    expect(readEnvFile(bytesOf(`\uFEFFDISCORD_TOKEN=${TOKEN}`), [])).toEqual({ text: `DISCORD_TOKEN=${TOKEN}`, notes: [] });
  });

  it.each([
    ['with its mark', Buffer.from(`\uFEFFDISCORD_TOKEN=${TOKEN}`, 'utf16le')],
    ['of the other order', Buffer.from(`\uFEFFDISCORD_TOKEN=${TOKEN}`, 'utf16le').swap16()],
    ['without a mark', Buffer.from(`DISCORD_TOKEN=${TOKEN}`, 'utf16le')],
  ])('in UTF-16 %s is said to be unreadable', (_, bytes) => {
    const { text, notes } = readEnvFile(bytes, []);
    expect(text).toBe('');
    expect(notes).toEqual(['.env is in UTF-16, so nothing in it can be read. Save it as UTF-8 (in Notepad: Save as, Encoding UTF-8).']);
  });

  it.each(['.env.txt', 'env.txt', '.env (1)', 'env', '.env copy', '.env.example.txt'])('that is called %s is missed, and found', (name) => {
    expect(readEnvFile(null, ['README.md', '.env.example', name]).notes).toEqual([
      `There is no .env, but a file called "${name}": it is not read. Name it ".env".`,
    ]);
  });

  it('that is not there, with nothing like it, is none', () => {
    expect(readEnvFile(null, ['README.md', '.env.example', 'environment.yml']).notes).toEqual([]);
  });

  it.each(['TOKEN', 'BOT_TOKEN', 'DISCORD_BOT_TOKEN', 'token', 'DISCORD_KEY', 'DISCORD_TOKN', 'DISCORD_TOKENS', 'discord_token'])(
    'with %s has its token in the wrong place',
    (key) => {
      const notes = notesOf(`${key}=${TOKEN}`);
      expect(notes).toEqual([`.env sets ${key}, which is not read. Did you mean DISCORD_TOKEN?`]);
      expect(notes.join('')).not.toContain(TOKEN);
    },
  );

  it.each([
    ['KNOWLEDGE_DIRECTORY', 'KNOWLEDGE_DIR'],
    ['DATABSE_URL', 'DATABASE_URL'],
    ['HTTP_PORTS', 'HTTP_PORT'],
    ['LOGLEVEL', 'LOG_LEVEL'],
  ])('with %s is asked whether it means %s', (key, meant) => {
    expect(notesOf(`${key}=x`)).toEqual([`.env sets ${key}, which is not read. Did you mean ${meant}?`]);
  });

  it.each(['NODE_ENV', 'TZ', 'PATH', 'COMPOSE_PROJECT_NAME', 'KNOWLEDGE_FOLDER', 'NODE_OPTIONS'])(
    'with %s, which others read, is left alone',
    (key) => {
      expect(notesOf(`${key}=x`)).toEqual([]);
    },
  );

  it.each(['TOKEN', 'DISCORD_TOKN'])('with %s beside the token itself is left alone: nothing is missing', (key) => {
    expect(notesOf(`DISCORD_TOKEN=${TOKEN}\r\n${key}=x\r\n`)).toEqual([]);
  });

  it.each(['', ' ', '""', '# the token goes here'])(
    'whose DISCORD_TOKEN holds nothing, as in "=%s", has its token elsewhere',
    (nothing) => {
      expect(notesOf(`DISCORD_TOKEN=${nothing}\nTOKEN=${TOKEN}`)).toEqual([
        '.env sets TOKEN, which is not read. Did you mean DISCORD_TOKEN?',
      ]);
    },
  );

  it.each(['DISCORD_CLIENT_SECRET', 'DISCORD_PUBLIC_KEY', 'DISCORD_CLIENT_ID', 'DISCORD_GUILD_ID'])(
    'with %s, which is another matter than a token, is left alone',
    (key) => {
      expect(notesOf(`${key}=x`)).toEqual([]);
    },
  );
});

describe('the project’s folder', () => {
  let folder: string;
  afterEach(() => removeFolder(folder));

  it('with an .env gives what stands in it', () => {
    folder = writeFolder({ '.env': `DISCORD_TOKEN=${TOKEN}` });
    expect(ownEnvFile(folder)).toEqual({ text: `DISCORD_TOKEN=${TOKEN}`, notes: [] });
  });

  it('with a folder called .env, as a container leaves one where it was to mount a file, says so', () => {
    folder = writeFolder();
    mkdirSync(join(folder, '.env'));
    expect(ownEnvFile(folder)).toEqual({ text: '', notes: ['.env is a folder. Expected a file: nothing in it is read.'] });
  });

  it('with a folder called env, where others keep programs, misses nothing', () => {
    folder = writeFolder();
    mkdirSync(join(folder, 'env'));
    expect(ownEnvFile(folder)).toEqual({ text: '', notes: [] });
  });
});
