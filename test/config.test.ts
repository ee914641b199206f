import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULTS, readConfig } from '../src/config.js';
import { ConfigError } from '../src/core/errors.js';

const HOME = join(import.meta.dirname, '..');

describe('.env.example', () => {
  it('lists exactly the variables that can be set, with their defaults', () => {
    const lines = readFileSync(join(HOME, '.env.example'), 'utf8').split('\n');
    const variables = lines.filter((line) => line.trim() !== '' && !line.startsWith('#')).map((line) => line.split(/=(.*)/s, 2));
    expect(Object.fromEntries(variables)).toEqual(DEFAULTS);
  });

  it('says what each variable is for in the line above it', () => {
    const lines = readFileSync(join(HOME, '.env.example'), 'utf8').split('\n');
    const above = lines.flatMap((line, i) => (/^\w+=/.test(line) ? [lines[i - 1] ?? ''] : []));
    expect(above.filter((line) => !/^# \w/.test(line))).toEqual([]);
  });
});

describe('the configuration', () => {
  it('has its defaults in an empty environment, below the project’s own folder', () => {
    expect(readConfig({})).toEqual({ knowledgeDir: join(HOME, 'knowledge'), cacheDir: join(HOME, 'data', 'cache') });
  });

  it('takes a relative folder from the project’s own folder', () => {
    expect(readConfig({ KNOWLEDGE_DIR: 'harbour/entries' }).knowledgeDir).toBe(join(HOME, 'harbour', 'entries'));
  });

  it('takes an absolute folder as it is', () => {
    expect(readConfig({ KNOWLEDGE_DIR: '/srv/harbour' }).knowledgeDir).toBe('/srv/harbour');
  });

  it('ignores variables of others', () => {
    expect(readConfig({ PATH: '/bin', HOME: '/root' })).toEqual(readConfig({}));
  });

  it('is frozen', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });

  it('names the variable at fault and what is expected of it', () => {
    expect(() => readConfig({ KNOWLEDGE_DIR: ' ' })).toThrow('KNOWLEDGE_DIR: expected a folder');
  });

  it('with a fault is a fault of configuration', () => {
    expect(() => readConfig({ KNOWLEDGE_DIR: '' })).toThrow(ConfigError);
  });
});
