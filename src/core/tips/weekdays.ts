/** Days of the week as people type and read them. */

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
/** How each day may be called, besides the beginning of a name and its plural. */
const CALLED: readonly (readonly string[])[] = [
  ['monday', 'montag'],
  ['tuesday', 'dienstag'],
  ['wednesday', 'mittwoch', 'weds'],
  ['thursday', 'donnerstag'],
  ['friday', 'freitag'],
  ['saturday', 'samstag'],
  ['sunday', 'sonntag'],
];
const MIN_LETTERS = 2;

/** Words for several days, as the range that they stand for; and one that begins like another day. */
const SETS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:every ?day|each day|all (?:days|week)|the whole week|daily|always|täglich|jeden tag|alle tage)\b/g, ' 1-7 '],
  [/\b(?:week ?days?|(?:work(?:ing)?|business) ?days?|werktags?|werktage|wochentags?|wochentage|arbeitstage?)\b/g, ' 1-5 '],
  [/\b(?:week ?ends?|wochenenden?)\b/g, ' 6-7 '],
  [/\bsonnabends?\b/g, ' 6 '],
];
/** "every day except Sunday": what follows is left out. */
const EXCEPT = /\b(?:except(?: for)?|excluding|but(?: not)?|without|not|no|außer|ausser|ohne|nicht)\b/;
const TO = / *(?:[-\u2010-\u2015]|\b(?:to|until|till|through|thru|bis)\b) */g;
/** What stands between days, or before them, and says nothing. */
const BETWEEN = /[ ,;/&+]+|\b(?:and|und|on|every|each|the|only|am|an|jeden|nur)\b/;

/**
 * Reads days of the week as people type them: "every day", "Mon-Fri", "monday, wed and saturday", "mon wed fri", "1-5",
 * "every day except sunday", "werktags".
 * @returns ISO numbers (1 Monday to 7 Sunday), ascending; null where a part is no day, or none is left
 */
export function parseWeekdays(typed: string): readonly number[] | null {
  const text = SETS.reduce((rest, [words, range]) => rest.replace(words, range), plain(typed));
  const [wanted = '', ...others] = text.split(EXCEPT);
  const days = wanted.trim() === '' && others.length > 0 ? WEEKDAYS.map((_, i) => i + 1) : daysIn(wanted);
  const left = others.map(daysIn);
  if (days === null || left.includes(null)) return null;
  const kept = [...new Set(days)].filter((day) => left.every((out) => !out?.includes(day)));
  return kept.length === 0 ? null : kept.sort((a, b) => a - b);
}

const plain = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[.\s]+/g, ' ');

/** The days that are listed, in that order; null where there are none, or something else. */
function daysIn(list: string): readonly number[] | null {
  const ranges = list.replace(TO, '-').split(BETWEEN).filter(Boolean).map(daysOfRange);
  return ranges.length === 0 || ranges.includes(null) ? null : ranges.flatMap((days) => days ?? []);
}

/** "fri", or "fri-mon", which goes over the end of the week. */
function daysOfRange(text: string): readonly number[] | null {
  const [from = null, to, ...more] = text.split('-').map(dayNumber);
  if (from === null || to === null || more.length > 0) return null;
  const length = (((to ?? from) - from + 7) % 7) + 1;
  return Array.from({ length }, (_, i) => ((from - 1 + i) % 7) + 1);
}

/** A number, or a name: in full, shortened to at least two letters, in the plural. */
function dayNumber(word: string): number | null {
  if (/^[1-7]$/.test(word)) return Number(word);
  if (word.length < MIN_LETTERS) return null;
  const index = CALLED.findIndex((names) => names.some((name) => name.startsWith(word) || `${name}s` === word));
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
