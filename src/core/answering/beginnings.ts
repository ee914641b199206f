/** Which of many lines begin with what somebody has typed so far, slips in it allowed for. */

/** Letters typed from which on a beginning may have one slip, and two. */
const LETTERS_FOR_SLIPS: readonly number[] = [5, 16];

/** Lines in the order of their letters, with their numbers: those that begin alike stand together. */
export type Alphabet = readonly { readonly line: string; readonly number: number }[];

/** Puts lines in the order of their letters. */
export function alphabetOf(lines: readonly string[]): Alphabet {
  return lines.map((line, number) => ({ line, number })).sort((a, b) => (a.line < b.line ? -1 : Number(a.line > b.line)));
}

/**
 * The numbers of the lines that begin with what was typed; where none does, of those that begin so but for the fewest slips. Slips are
 * counted by the edit distance between what was typed and each beginning of a line (optimal string alignment, as in the repair of words).
 * A row of its matrix is made once for all lines that begin alike, and none where their beginning is beyond hope.
 * @param lettersForSlips letters typed from which on one slip is allowed for, two, and so on
 */
export function begunWith(typed: string, alphabet: Alphabet, lettersForSlips = LETTERS_FOR_SLIPS): ReadonlySet<number> {
  const found = new Set<number>();
  const most = lettersForSlips.filter((letters) => typed.length >= letters).length;
  let least = most;
  const settle = (from: number, to: number, slips: number): void => {
    if (slips > least) return;
    if (slips < least) found.clear();
    least = slips;
    for (const { number } of alphabet.slice(from, to)) found.add(number);
  };
  const rows: number[][] = [Array.from({ length: typed.length + 1 }, (_, i) => i)];
  /** Reads on in lines that have their first letters in common, and so far a beginning with so many slips. */
  const read = (from: number, to: number, letters: number, slips: number): void => {
    for (let start = from; start < to; ) {
      const line = alphabet[start]?.line ?? '';
      const end = endOfLetter(alphabet, start, to, letters);
      if (line.length === letters) {
        settle(start, end, slips);
      } else {
        const row = nextRow(rows, typed, line, letters, most);
        rows[letters + 1] = row;
        const fewest = Math.min(slips, row[typed.length] ?? slips);
        if (Math.min(...row) > least) settle(start, end, fewest);
        else read(start, end, letters + 1, fewest);
      }
      start = end;
    }
  };
  read(0, alphabet.length, 0, typed.length);
  return found;
}

/** Where the lines end that have the same letter at a place as the first of them. */
function endOfLetter(alphabet: Alphabet, start: number, to: number, place: number): number {
  const letter = alphabet[start]?.line[place];
  let [low, high] = [start + 1, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (alphabet[middle]?.line[place] === letter) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The edit distances between every beginning of what was typed and the letters of a line up to the one at a place. Beginnings that are
 * longer or shorter by more letters than there may be slips have more slips than that: they are left at infinity.
 */
function nextRow(rows: readonly (readonly number[])[], typed: string, line: string, place: number, most: number): number[] {
  const previous = rows[place] ?? [];
  const before = rows[place - 1] ?? [];
  const row = new Array<number>(typed.length + 1).fill(Infinity);
  row[0] = place + 1;
  for (let i = Math.max(1, place + 1 - most); i <= Math.min(typed.length, place + 1 + most); i++) {
    const replaced = (previous[i - 1] ?? 0) + (typed[i - 1] === line[place] ? 0 : 1);
    const isSwapped = i > 1 && place > 0 && typed[i - 1] === line[place - 1] && typed[i - 2] === line[place];
    const swapped = isSwapped ? (before[i - 2] ?? 0) + 1 : replaced;
    row[i] = Math.min(replaced, swapped, (previous[i] ?? 0) + 1, (row[i - 1] ?? 0) + 1);
  }
  return row;
}
