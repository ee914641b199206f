/** Faults of a knowledge folder that no file shows by itself: what is named twice, and what points to nothing. */
import type { LabelledQuestion, SourceDocument } from '../../core/entry.js';
import { normalise, wordsOnly } from '../../core/language/text.js';
import { type EntryFile, identify } from './entry-file.js';
import { type Fault, show } from './faults.js';
import type { TextFile } from './files.js';
import { fieldName } from './yaml-file.js';

type LineOf = (path: readonly (string | number)[]) => number;

/** A file of further phrasings. */
export interface FurtherPhrasings {
  readonly file: string;
  readonly byEntry: Readonly<Record<string, readonly string[]>>;
  readonly lineOf: LineOf;
}

/** A source document and its file. */
export interface DocumentFile {
  readonly file: string;
  readonly document: SourceDocument;
  readonly lineOf: LineOf;
}

/** A file of labelled questions. */
export interface LabelledFile {
  readonly file: string;
  readonly questions: readonly LabelledQuestion[];
  readonly lineOf: LineOf;
}

interface FolderFiles {
  readonly entries: readonly EntryFile[];
  readonly further: readonly FurtherPhrasings[];
  readonly documents: readonly DocumentFile[];
  readonly calibration: LabelledFile | null;
  /** Files that have a fault of their own, and may therefore be missing above. */
  readonly faulty: readonly TextFile[];
}

/** Faults that only show when the whole folder has been read. */
export function crossFaults({ entries, further, documents, calibration, faulty }: FolderFiles): Fault[] {
  const faults: Fault[] = [];
  const claimIds = new Set<string>();
  for (const { file, document, lineOf } of documents) {
    document.sections.forEach(({ claims }, section) => {
      claims.forEach(({ id }, claim) => {
        const path = ['sections', section, 'claims', claim, 'id'];
        if (claimIds.has(id)) faults.push({ file, line: lineOf(path), field: 'id', expected: 'a claim id used once', got: show(id) });
        claimIds.add(id);
      });
    });
  }
  // What a faulty file would have held is not known: its own faults say enough, and nothing that points there is one.
  const isClaim = (id: string): boolean =>
    claimIds.has(id) || faulty.some(({ path, text }) => path.startsWith('documents/') && text.includes(id));
  const isEntry = (id: string): boolean => byId.has(id) || faulty.some(({ path }) => identify(path).id === id);
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
      if (!isClaim(claim)) fault(['claims', i], 'the id of a claim in documents/', show(claim));
    });
    entry.followUps.forEach((id, i) => {
      if (id === entry.id) fault(['followUps', i], 'another entry', 'the entry itself');
      else if (!isEntry(id)) fault(['followUps', i], 'the id of an entry', show(id));
    });
  }
  for (const { file, byEntry, lineOf } of further) {
    for (const id of Object.keys(byEntry)) {
      if (!isEntry(id)) faults.push({ file, line: lineOf([id]), field: id, expected: 'the id of an entry', got: show(id) });
    }
  }
  calibration?.questions.forEach(({ expected }, question) => {
    if (typeof expected === 'string') return;
    expected.forEach((id, i) => {
      const path = ['questions', question, 'entries', i];
      if (isEntry(id)) return;
      faults.push({
        file: calibration.file,
        line: calibration.lineOf(path),
        field: fieldName(path),
        expected: 'the id of an entry',
        got: show(id),
      });
    });
  });
  return [...faults, ...duplicatePhrasings(entries, further)];
}

/** One phrasing in two entries trains both and helps neither. */
function duplicatePhrasings(entries: readonly EntryFile[], further: readonly FurtherPhrasings[]): Fault[] {
  interface Asked {
    readonly id: string;
    readonly text: string;
    readonly file: string;
    readonly path: (string | number)[];
    readonly lineOf: LineOf;
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
    const key = wordsOnly(normalise(item.text));
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
