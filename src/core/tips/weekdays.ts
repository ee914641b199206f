/** Days of the week as people type and read them. */

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7] as const;
const SETS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(?:every ?day|daily|all(?: days)?|always)$/, EVERY_DAY],
  [/^(?:week ?days|work(?:ing)? ?days|on weekdays)$/, [1, 2, 3, 4, 5]],
  [/^(?:week ?ends?|on weekends)$/, [6, 7]],
];
const MIN_LETTERS = 2;

/** Reads "every day", "Mon-Fri", "monday, wed and saturday" as ISO numbers (1 Monday to 7 Sunday), ascending; null where a part is no day. */
export function parseWeekdays(typed: string): readonly number[] | null {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  const set = SETS.find(([pattern]) => pattern.test(text))?.[1];
  if (set) return set;
  const days = new Set<number>();
  for (const part of text.split(/\s*(?:,|;|\/|&|\band\b)\s*/).filter(Boolean)) {
    const [from, to, ...more] = part.split(/\s*(?:-|–|\bto\b|\buntil\b|\bthrough\b)\s*/).map(dayNumber);
    if (from === undefined || from === null || to === null || more.length > 0) return null;
    // "Saturday to Monday" goes over the end of the week.
    for (let day = from; ; day = (day % 7) + 1) {
      days.add(day);
      if (day === (to ?? from)) break;
    }
  }
  return days.size === 0 ? null : [...days].sort((a, b) => a - b);
}

/** A name, in full, shortened to at least two letters, or in the plural. */
function dayNumber(word: string): number | null {
  const name = word.replace(/\.$/, '');
  if (name.length < MIN_LETTERS) return null;
  const index = WEEKDAYS.map((day) => day.toLowerCase()).findIndex(
    (day) => day.startsWith(name) || `${day}s` === name || (name === 'weds' && day === 'wednesday'),
  );
  return index < 0 ? null : index + 1;
}

/** From this many days in a row on, the first and the last say it. */
const MIN_RUN = 3;

/**
 * Names days of the week: "every day", "Monday to Friday", "Monday, Wednesday".
 * @param weekdays ISO numbers, 1 Monday to 7 Sunday, ascending
 */
export function weekdaysText(weekdays: readonly number[]): string {
  if (WEEKDAYS.every((_, index) => weekdays.includes(index + 1))) return 'every day';
  const runs: number[][] = [];
  for (const day of weekdays) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number | undefined): string => WEEKDAYS[(day ?? 0) - 1] ?? String(day);
  return runs.map((run) => (run.length < MIN_RUN ? run.map(name).join(', ') : `${name(run[0])} to ${name(run.at(-1))}`)).join(', ');
}
