/** Which texts begin with what somebody has typed so far, slips in it allowed for. */

/** Letters typed from which on a beginning may have one slip, and two. */
const LETTERS_FOR_SLIPS = [5, 16] as const;

/** The texts in the order of their letters: those that begin alike stand together. */
type Alphabet = readonly { readonly line: string; readonly at: number }[];

function alphabetOf(texts: readonly Text[]): Alphabet {
  return texts.map(({ line }, at) => ({ line, at })).sort((a, b) => (a.line < b.line ? -1 : 1));
}

/**
 * The texts that begin with what was typed; where none does, those that begin so but for the fewest slips. Slips are counted by the edit
 * distance between the typed line and each beginning of a text (optimal string alignment, as in the repair of words). The rows of its matrix
 * are made once for all texts that begin alike, and no further where these are beyond hope.
 */
function begunWith(line: string, alphabet: Alphabet): ReadonlySet<number> {
  const found = new Set<number>();
  let least: number = LETTERS_FOR_SLIPS.filter((letters) => line.length >= letters).length;
  const settle = (from: number, to: number, slips: number): void => {
    if (slips > least) return;
    if (slips < least) found.clear();
    least = slips;
    for (const { at } of alphabet.slice(from, to)) found.add(at);
  };
  const rows: number[][] = [Array.from({ length: line.length + 1 }, (_, i) => i)];
  /** Reads on in texts that have their first letters in common, of which the best beginning has so many slips. */
  const read = (from: number, to: number, depth: number, slips: number): void => {
    for (let start = from; start < to; ) {
      const text = alphabet[start]?.line ?? '';
      const end = endOfLetter(alphabet, start, to, depth);
      const row = nextRow(rows, line, text, depth);
      rows[depth + 1] = row;
      const fewest = Math.min(slips, row[line.length] ?? slips);
      if (text.length === depth || Math.min(...row) > least) settle(start, end, text.length === depth ? slips : fewest);
      else read(start, end, depth + 1, fewest);
      start = end;
    }
  };
  read(0, alphabet.length, 0, line.length);
  return found;
}

/** Where the texts end that have the same letter at a place as the first of them. */
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

/** The edit distances between every beginning of `line` and the letters of `text` up to the one at a place. */
function nextRow(rows: readonly (readonly number[])[], line: string, text: string, place: number): number[] {
  const previous = rows[place] ?? [];
  const before = rows[place - 1] ?? [];
  const row = [place + 1];
  for (let i = 1; i <= line.length; i++) {
    const replaced = (previous[i - 1] ?? 0) + (line[i - 1] === text[place] ? 0 : 1);
    const isSwapped = i > 1 && place > 0 && line[i - 1] === text[place - 1] && line[i - 2] === text[place];
    const swapped = isSwapped ? (before[i - 2] ?? 0) + 1 : replaced;
    row.push(Math.min(replaced, swapped, (previous[i] ?? 0) + 1, (row[i - 1] ?? 0) + 1));
  }
  return row;
}

