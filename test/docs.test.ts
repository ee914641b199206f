/** What the documents say of the project and a machine can check. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const home = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(home, file), 'utf8');
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'PRIVACY.md', 'docs/matching.md', 'docs/terminal.md', 'knowledge/README.md'];
const scripts: Readonly<Record<string, string>> = JSON.parse(read('package.json')).scripts;

/** The npm scripts that a document names, "npm start" and "npm test" included. */
const scriptsIn = (document: string): string[] =>
  [...read(document).matchAll(/\bnpm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g)].map(([, script, short]) => script ?? short ?? '');

describe('the documents', () => {
  it.each(DOCUMENTS)('%s names only scripts that exist', (document) => {
    expect(scriptsIn(document).filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  });

  it.each(DOCUMENTS)('%s links only to files that exist', (document) => {
    const targets = [...read(document).matchAll(/\]\(([^)#]+)/g)].map(([, target = '']) => target);
    const files = targets.filter((target) => !/^https?:/.test(target));
    expect(files.filter((file) => !existsSync(join(home, dirname(document), file)))).toEqual([]);
  });

  it('name every script in the README', () => {
    const named = scriptsIn('README.md');
    expect(Object.keys(scripts).filter((script) => !named.includes(script))).toEqual([]);
  });

  it('name the versions of Node that the package takes', () => {
    const ranges: string[] = JSON.parse(read('package.json')).engines.node.split(' || ');
    const versions = ranges.map((range) => /\d+(?:\.[1-9]\d*)?/.exec(range)?.[0]);
    for (const document of ['README.md', 'CONTRIBUTING.md'])
      expect(/Node\b[^\n]*(?:\n[^\n]*)?/.exec(read(document))?.[0].match(/\d\d(?:\.\d+)?/g)).toEqual(expect.arrayContaining(versions));
  });
});
