/** A small knowledge folder that keeps every rule of curation: seven entries about a harbour, every phrasing a sentence of its own. */
import { entryText, type Files } from './knowledge-folder.js';

const IDS = ['berth', 'crane', 'dock', 'lock', 'pilot', 'quay', 'tug'];
const CLAIMS: Readonly<Record<string, string>> = { berth: '[d1-berth, d1-room]', crane: '[d1-crane]' };
const BEGINNINGS = [
  'where is',
  'who needs',
  'show me',
  'what about',
  'why have',
  'how old is',
  'who owns',
  'is it late for',
  'price of',
  'size of',
];

/** The ten phrasings of an entry: "where is the berth", "who needs the berth", ... */
export const phrasingsOf = (id: string): string[] => BEGINNINGS.map((beginning) => `${beginning} the ${id}`);

/** What an entry can have other than usual; texts as they stand in the file. */
export interface EntryChanges {
  readonly question?: string;
  readonly phrasings?: readonly string[];
  readonly followUps?: string;
  /** Null for none. */
  readonly tip?: string | null;
  readonly answer?: string;
  readonly claims?: string;
}

/** The file of one entry, as `harbour/<id>.md`. It leads on to the two after it in the circle of seven, so none leads straight back. */
export function harbourEntry(id: string, changes: EntryChanges = {}): Files {
  const next = (steps: number): string => IDS[(IDS.indexOf(id) + steps) % IDS.length] ?? '';
  const { tip = 'Look around.' } = changes;
  const fields = [
    `question: ${changes.question ?? `What is the ${id}?`}`,
    `phrasings: ${JSON.stringify(changes.phrasings ?? phrasingsOf(id))}`,
    `followUps: ${changes.followUps ?? `[${next(1)}, ${next(2)}]`}`,
    `claims: ${changes.claims ?? CLAIMS[id] ?? '[]'}`,
    ...(tip === null ? [] : [`tip: ${tip}`]),
  ];
  return { [`harbour/${id}.md`]: entryText(fields, changes.answer ?? `The ${id} is there.`) };
}

const claim = (id: string): string => `      - { id: ${id}, claim: It is true., verdict: correct }`;

/** The whole folder. */
export const HARBOUR: Files = {
  ...Object.assign({}, ...IDS.map((id) => harbourEntry(id))),
  'documents/d1.yml': [
    'title: The plan',
    'sections:',
    ...['  - title: Berths', '    claims:', claim('d1-berth'), claim('d1-room')],
    ...['  - title: Cranes', '    claims:', claim('d1-crane'), ''],
  ].join('\n'),
  'not-covered.yml': '- group: trains\n  topic: trains\n  questions: [when does the train leave, which platform is it]\n',
};
