/** A knowledge folder to a checked knowledge base. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { serialize } from 'node:v8';
import type { z } from 'zod';
import type { KnowledgeBase, LabelledQuestion, NotCoveredGroup, SourceDocument, Wording } from '../../core/entry.js';
import { ConfigError } from '../../core/errors.js';
import { type Cache, readCached } from '../training/cache.js';
import { crossFaults, type DocumentFile, type FurtherPhrasings, type LabelledFile } from './cross-checks.js';
import { type EntryFile, readEntry } from './entry-file.js';
import { type Fault, KnowledgeError } from './faults.js';
import { readFolder, type TextFile } from './files.js';
import { documentSchema, labelledSchema, notCoveredSchema, phrasingsSchema, wordingSchema } from './schemas.js';
import { type Parsed, parseYaml } from './yaml-file.js';

/** Raise when the loader makes something else of the same files. */
const LOADER_VERSION = 1;

/**
 * Reads and checks a whole folder. With a cache, files that were checked before and have not changed are not parsed again: YAML with line
 * numbers takes a second for ten thousand phrasings.
 * @throws KnowledgeError with every fault at once; ConfigError where there is no such folder
 */
export function loadKnowledge(folder: string, cache?: Cache): KnowledgeBase {
  return createLoader()(folder, cache);
}

/** Creates a `loadKnowledge` that remembers what it made of each file, and parses only those that changed since. */
export function createLoader(): typeof loadKnowledge {
  const readers = createReaders();
  return (folder, cache) => {
    const { files, faults } = readFolder(folder);
    const key = JSON.stringify([LOADER_VERSION, files]);
    const cached = faults.length === 0 && cache ? readCached<KnowledgeBase>(cache, key) : null;
    if (cached) return cached;
    const knowledge = parseFolder(folder, files, faults, readers);
    cache?.write(key, serialize(knowledge));
    return knowledge;
  };
}

interface Readers {
  readonly entry: (file: TextFile) => ReturnType<typeof readEntry>;
  readonly document: (file: TextFile) => Parsed<z.output<typeof documentSchema>>;
  readonly phrasings: (file: TextFile) => Parsed<z.output<typeof phrasingsSchema> | null>;
  readonly notCovered: (file: TextFile) => Parsed<z.output<typeof notCoveredSchema> | null>;
  readonly wording: (file: TextFile) => Parsed<z.output<typeof wordingSchema> | null>;
  readonly labelled: (file: TextFile) => Parsed<z.output<typeof labelledSchema> | null>;
}

function createReaders(): Readers {
  const yaml = <T>(schema: z.ZodType<T>): ((file: TextFile) => Parsed<T>) =>
    remembering(({ path, text }) => parseYaml({ file: path, text, linesBefore: 0 }, schema));
  return {
    entry: remembering(readEntry),
    document: yaml(documentSchema),
    phrasings: yaml(phrasingsSchema.nullable()),
    notCovered: yaml(notCoveredSchema.nullable()),
    wording: yaml(wordingSchema.nullable()),
    labelled: yaml(labelledSchema.nullable()),
  };
}

/** Remembers the result for each path, as long as the text stays the same. */
function remembering<T>(read: (file: TextFile) => T): (file: TextFile) => T {
  const known = new Map<string, { readonly text: string; readonly result: T }>();
  return (file) => {
    const before = known.get(file.path);
    if (before?.text === file.text) return before.result;
    const result = read(file);
    known.set(file.path, { text: file.text, result });
    return result;
  };
}

function parseFolder(folder: string, files: readonly TextFile[], faultsOfFiles: readonly Fault[], readers: Readers): KnowledgeBase {
  const faults = [...faultsOfFiles];
  const take = <T>(parsed: Parsed<T>): Parsed<T> => {
    faults.push(...parsed.faults);
    return parsed;
  };
  const entryFiles: EntryFile[] = [];
  const documents: DocumentFile[] = [];
  const further: FurtherPhrasings[] = [];
  let notCovered: readonly NotCoveredGroup[] = [];
  let wording: Wording = { synonyms: [], alternatives: [] };
  let calibration: LabelledFile | null = null;
  for (const file of files) {
    if (/\.md$/i.test(file.path)) {
      const read = readers.entry(file);
      faults.push(...read.faults);
      if (read.entry) entryFiles.push(read.entry);
    } else if (/^documents\/[^/]+$/.test(file.path)) {
      const { value, lineOf } = take(readers.document(file));
      if (value) documents.push({ file: file.path, document: toDocument(file.path, value), lineOf });
    } else if (/^phrasings\/[^/]+$/.test(file.path)) {
      const { value, lineOf } = take(readers.phrasings(file));
      if (value) further.push({ file: file.path, byEntry: value, lineOf });
    } else if (/^not-covered\.ya?ml$/.test(file.path)) {
      notCovered = take(readers.notCovered(file)).value ?? [];
    } else if (/^wording\.ya?ml$/.test(file.path)) {
      wording = take(readers.wording(file)).value ?? wording;
    } else if (/^calibration\.ya?ml$/.test(file.path)) {
      const { value, lineOf } = take(readers.labelled(file));
      if (value) calibration = { file: file.path, questions: value.questions, lineOf };
    }
  }
  if (files.every(({ path }) => !/\.md$/i.test(path)) && faults.length === 0) {
    faults.push({ file: '.', line: 1, field: '(folder)', expected: 'at least one entry (a Markdown file)', got: 'none' });
  }
  faults.push(
    ...crossFaults({
      entries: entryFiles,
      further,
      documents,
      calibration,
      faulty: files.filter(({ path }) => faults.some(({ file }) => file === path)),
    }),
  );
  if (faults.length > 0) throw new KnowledgeError(`the knowledge folder ${folder}`, faults.sort(byPlace));
  const entries = entryFiles.map(({ entry }) => {
    const more = further.flatMap(({ byEntry }) => (Object.hasOwn(byEntry, entry.id) ? (byEntry[entry.id] ?? []) : []));
    return { ...entry, phrasings: [...entry.phrasings, ...more.filter((phrasing) => phrasing !== entry.question)] };
  });
  return {
    entries: entries.sort((a, b) => (a.id < b.id ? -1 : 1)),
    documents: documents.map(({ document }) => document),
    notCovered,
    wording,
    calibration: calibration?.questions ?? [],
  };
}

/**
 * Reads a file of labelled questions.
 * @throws KnowledgeError with every fault; ConfigError where there is no such file
 */
export function loadLabelled(path: string): {
  questions: readonly LabelledQuestion[];
  conversations: readonly (readonly LabelledQuestion[])[];
} {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) throw new ConfigError(`the file ${path} ${stats ? 'is not a file' : 'does not exist'}`);
  const { value, faults } = parseYaml({ file: basename(path), text: readFileSync(path, 'utf8'), linesBefore: 0 }, labelledSchema);
  if (!value) throw new KnowledgeError(`the file ${path}`, faults);
  return value;
}

function byPlace(a: Fault, b: Fault): number {
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;
}

function toDocument(path: string, { title, sections }: z.output<typeof documentSchema>): SourceDocument {
  const document = path.replace(/^documents\//, '').replace(/\.ya?ml$/i, '');
  const placed = sections.map((section) => ({
    title: section.title,
    claims: section.claims.map((claim) => ({ ...claim, correction: claim.correction ?? null, document, section: section.title })),
  }));
  return { id: document, title, sections: placed };
}
