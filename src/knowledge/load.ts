/** A knowledge folder to a checked knowledge base. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { serialize } from 'node:v8';
import type { z } from 'zod';
import type { KnowledgeBase, LabelledQuestion, NotCoveredGroup, SourceDocument, Wording } from '../core/entry.js';
import { ConfigError } from '../core/errors.js';
import { type Cache, readCached } from './cache.js';
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
  const { files, faults } = readFolder(folder);
  const key = JSON.stringify([LOADER_VERSION, files]);
  const cached = faults.length === 0 && cache ? readCached<KnowledgeBase>(cache, key) : null;
  if (cached) return cached;
  const knowledge = parseFolder(folder, files, faults);
  cache?.write(key, serialize(knowledge));
  return knowledge;
}

function parseFolder(folder: string, files: readonly TextFile[], faultsOfFiles: readonly Fault[]): KnowledgeBase {
  const faults = [...faultsOfFiles];
  const parse = <T>(file: TextFile, schema: z.ZodType<T>): Parsed<T> => {
    const parsed = parseYaml({ file: file.path, text: file.text, linesBefore: 0 }, schema);
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
      const read = readEntry(file);
      faults.push(...read.faults);
      if (read.entry) entryFiles.push(read.entry);
    } else if (/^documents\/[^/]+$/.test(file.path)) {
      const { value, lineOf } = parse(file, documentSchema);
      if (value) documents.push({ file: file.path, document: toDocument(file.path, value), lineOf });
    } else if (/^phrasings\/[^/]+$/.test(file.path)) {
      const { value, lineOf } = parse(file, phrasingsSchema.nullable());
      if (value) further.push({ file: file.path, byEntry: value, lineOf });
    } else if (/^not-covered\.ya?ml$/.test(file.path)) {
      notCovered = parse(file, notCoveredSchema.nullable()).value ?? [];
    } else if (/^wording\.ya?ml$/.test(file.path)) {
      wording = parse(file, wordingSchema.nullable()).value ?? wording;
    } else if (/^calibration\.ya?ml$/.test(file.path)) {
      const { value, lineOf } = parse(file, labelledSchema.nullable());
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
