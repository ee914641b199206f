/** A knowledge folder to a checked knowledge base. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { z } from 'zod';
import type { KnowledgeBase, LabelledQuestion, NotCoveredGroup, SourceDocument, Wording } from '../core/entry.js';
import { ConfigError } from '../core/errors.js';
import { normalise } from '../core/text.js';
import { type EntryFile, readEntry } from './entry-file.js';
import { type Fault, KnowledgeError, show } from './faults.js';
import { readFolder, type TextFile } from './files.js';
import { documentSchema, labelledSchema, notCoveredSchema, phrasingsSchema, wordingSchema } from './schemas.js';
import { fieldName, type Parsed, parseYaml } from './yaml-file.js';

/** A file of further phrasings, and where each stands. */
interface FurtherPhrasings {
  readonly file: string;
  readonly byEntry: Readonly<Record<string, readonly string[]>>;
  lineOf(path: readonly (string | number)[]): number;
}

/**
 * Reads and checks a whole folder.
 * @throws KnowledgeError with every fault at once; ConfigError where there is no such folder
 */
export function loadKnowledge(folder: string): KnowledgeBase {
  const { files, faults } = readFolder(folder);
  const parse = <T>(file: TextFile, schema: z.ZodType<T>): Parsed<T> => {
    const parsed = parseYaml({ file: file.path, text: file.text, linesBefore: 0 }, schema);
    faults.push(...parsed.faults);
    return parsed;
  };
  const entryFiles: EntryFile[] = [];
  const documents: SourceDocument[] = [];
  const further: FurtherPhrasings[] = [];
  let notCovered: readonly NotCoveredGroup[] = [];
  let wording: Wording = { synonyms: [], alternatives: [] };
  let calibration: readonly LabelledQuestion[] = [];
  for (const file of files) {
    if (/\.md$/i.test(file.path)) {
      const read = readEntry(file);
      faults.push(...read.faults);
      if (read.entry) entryFiles.push(read.entry);
    } else if (/^documents\/[^/]+$/.test(file.path)) {
      const { value } = parse(file, documentSchema);
      if (value) documents.push(toDocument(file.path, value));
    } else if (/^phrasings\/[^/]+$/.test(file.path)) {
      const { value, lineOf } = parse(file, phrasingsSchema);
      if (value) further.push({ file: file.path, byEntry: value, lineOf });
    } else if (/^not-covered\.ya?ml$/.test(file.path)) {
      notCovered = parse(file, notCoveredSchema).value ?? [];
    } else if (/^wording\.ya?ml$/.test(file.path)) {
      wording = parse(file, wordingSchema).value ?? wording;
    } else if (/^calibration\.ya?ml$/.test(file.path)) {
      calibration = parse(file, labelledSchema).value?.questions ?? [];
    }
  }
  if (files.every(({ path }) => !/\.md$/i.test(path)) && faults.length === 0) {
    faults.push({ file: '.', line: 1, field: '(folder)', expected: 'at least one entry (a Markdown file)', got: 'none' });
  }
  faults.push(...crossFaults(entryFiles, further, documents));
  if (faults.length > 0) throw new KnowledgeError(folder, faults.sort(byPlace));
  const entries = entryFiles.map(({ entry }) => ({
    ...entry,
    phrasings: [...entry.phrasings, ...further.flatMap(({ byEntry }) => byEntry[entry.id] ?? [])],
  }));
  return { entries: entries.sort((a, b) => (a.id < b.id ? -1 : 1)), documents, notCovered, wording, calibration };
}

/**
 * Reads a file of labelled questions.
 * @throws KnowledgeError with every fault; ConfigError where there is no such file
 */
export function loadLabelled(path: string): {
  questions: readonly LabelledQuestion[];
  conversations: readonly (readonly LabelledQuestion[])[];
} {
  if (!existsSync(path)) throw new ConfigError(`the file ${path} does not exist`);
  const { value, faults } = parseYaml({ file: basename(path), text: readFileSync(path, 'utf8'), linesBefore: 0 }, labelledSchema);
  if (!value) throw new KnowledgeError(dirname(path), faults);
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

/** Faults that only show when the whole folder has been read. */
function crossFaults(entries: readonly EntryFile[], further: readonly FurtherPhrasings[], documents: readonly SourceDocument[]): Fault[] {
  const faults: Fault[] = [];
  const claims = documents.flatMap(({ sections }) => sections.flatMap((section) => section.claims));
  const claimIds = new Set<string>();
  for (const { id, document } of claims) {
    if (claimIds.has(id))
      faults.push({ file: `documents/${document}.yml`, line: 1, field: 'id', expected: 'a claim id used once', got: show(id) });
    claimIds.add(id);
  }
  const byId = new Map<string, EntryFile>();
  for (const file of entries) {
    const { id, place } = file.entry;
    const other = byId.get(id);
    if (other)
      faults.push({
        file: place.file,
        line: 1,
        field: '(file name)',
        expected: 'an id used once',
        got: `${show(id)}, already the id of ${other.entry.place.file}`,
      });
    else byId.set(id, file);
  }
  for (const { entry, lineOf } of entries) {
    const fault = (path: (string | number)[], expected: string, got: string): void => {
      faults.push({ file: entry.place.file, line: lineOf(path), field: fieldName(path), expected, got });
    };
    entry.claims.forEach((claim, i) => {
      if (!claimIds.has(claim)) fault(['claims', i], 'the id of a claim in documents/', show(claim));
    });
    entry.followUps.forEach((id, i) => {
      if (id === entry.id) fault(['followUps', i], 'another entry', 'the entry itself');
      else if (!byId.has(id)) fault(['followUps', i], 'the id of an entry', show(id));
    });
  }
  for (const { file, byEntry, lineOf } of further) {
    for (const id of Object.keys(byEntry)) {
      if (!byId.has(id)) faults.push({ file, line: lineOf([id]), field: id, expected: 'the id of an entry', got: show(id) });
    }
  }
  return [...faults, ...duplicatePhrasings(entries, further)];
}

/** One phrasing in two entries trains both and helps neither. */
function duplicatePhrasings(entries: readonly EntryFile[], further: readonly FurtherPhrasings[]): Fault[] {
  interface Asked {
    readonly id: string;
    readonly text: string;
    readonly file: string;
    readonly path: (string | number)[];
    readonly lineOf: (path: readonly (string | number)[]) => number;
  }
  const asked: Asked[] = [
    ...entries.flatMap(({ entry, lineOf }) => {
      const at = { id: entry.id, file: entry.place.file, lineOf };
      return [
        { ...at, text: entry.question, path: ['question'] },
        ...entry.phrasings.map((text, i) => ({ ...at, text, path: ['phrasings', i] })),
      ];
    }),
    ...further.flatMap(({ file, byEntry, lineOf }) =>
      Object.entries(byEntry).flatMap(([id, texts]) => texts.map((text, i) => ({ id, text, file, path: [id, i], lineOf }))),
    ),
  ];
  const first = new Map<string, Asked>();
  return asked.flatMap((item) => {
    const key = normalise(item.text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const other = first.get(key);
    if (!other) first.set(key, item);
    if (!other || other.id === item.id || key === '') return [];
    const got = `${show(item.text)}, also in ${other.file}`;
    return {
      file: item.file,
      line: item.lineOf(item.path),
      field: fieldName(item.path),
      expected: 'a phrasing that no other entry has',
      got,
    };
  });
}
