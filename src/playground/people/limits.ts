/** How long a message of a person may be (documentation: create message). */
const MOST_CHARACTERS = 2000;
/** How long the name of a thread may be (documentation: start thread from message). */
const MOST_IN_NAME = 100;

/** Writes a number as people read it: 2,000. */
const written = (value: number): string => value.toLocaleString('en');

/** Says how much something may be: "from 1 to 9", "at most 9". */
export function rangeText(least: number | undefined, most: number | undefined): string {
  if (least === undefined) return `at most ${written(most ?? Number.POSITIVE_INFINITY)}`;
  if (most === undefined) return `at least ${written(least)}`;
  return least === most ? written(least) : `from ${written(least)} to ${written(most)}`;
}

/** Refuses a message that Discord would not take from a person. */
export function checkContent(content: string): void {
  if (content.length <= MOST_CHARACTERS) return;
  const counted = /<[@#]/.test(content) ? ', each name counted with the id that stands for it' : '';
  throw new Error(`Messages can be at most ${written(MOST_CHARACTERS)} characters long; this has ${written(content.length)}${counted}.`);
}

/** Refuses a name that Discord would not take for a thread. */
export function checkThreadName(name: string): void {
  if (name.length === 0 || name.length > MOST_IN_NAME) {
    throw new Error(`The name of a thread has 1 to ${MOST_IN_NAME} characters; this has ${written(name.length)}.`);
  }
}
