/** Work on any number of rows, done so that nobody who asks meanwhile waits for all of it. */

/** Rows of one portion: some milliseconds of a database's time. */
const PORTION = 500;

/**
 * Does something to rows portion by portion, until there are none left.
 * @param portion does it to at most `limit` rows and returns to how many
 */
export async function inPortions(portion: (limit: number) => Promise<number>): Promise<void> {
  while ((await portion(PORTION)) === PORTION);
}
