/** Times of day as people type them. */

const NAMED = /^(?:12(?:[:.]00)?(?: uhr| o'?clock)? )?(?:(?<noon>noon|midday|mittags?)|midnight|mitternacht)$/;

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const NUMBER = new RegExp(`\\b(?:${NUMBERS.join('|')})\\b`, 'g');

/** "9", "9:30", "9 uhr 30", "9h". */
const HOUR_AND_MINUTE = /^(\d{1,2})(?: ?(?:[:.,h ]|uhr) ?(\d{2}))?(?: ?(?:h|hrs?|hours|uhr|o'?clock))?$/;
/** "930", "0930": nothing between. */
const TOGETHER = /^(\d{1,2})(\d{2})(?: ?(?:h|hrs?|hours|uhr))?$/;

/** "half past nine": minutes from the hour that is named. */
const FROM_HOUR: readonly (readonly [RegExp, number])[] = [
  [/^half past /, 30],
  [/^(?:a )?quarter past /, 15],
  [/^(?:a )?quarter to /, -15],
];

/** What is said behind an hour from 1 to 12: the hours that it adds, and from which to which, 12 being 0, people say it. */
const HALVES: readonly (readonly [said: RegExp, adds: number, first: number, last: number])[] = [
  [/ ?a\.? ?m\.?$/, 0, 0, 11],
  [/ ?p\.? ?m\.?$/, 12, 0, 11],
  [/ (?:in the morning|morgens|vormittags)$/, 0, 1, 11],
  [/ (?:in the afternoon|nachmittags)$/, 12, 0, 6],
  [/ (?:in the evening|abends)$/, 12, 4, 11],
  [/ at night$/, 12, 8, 11],
];

/**
 * Reads a time of day as people type it: "9", "9:30", "930", "9 pm", "9 Uhr 30", "noon", "half past nine", "9 in the evening".
 * @returns "HH:MM"; null for what is no time, or more than one ("half nine" is 8:30 to some and 9:30 to others)
 */
export function parseTime(typed: string): string | null {
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:at|um) /, '')
    .replace(NUMBER, (word) => String(NUMBERS.indexOf(word) + 1));
  const named = NAMED.exec(text);
  if (named) return named.groups?.noon === undefined ? '00:00' : '12:00';

  const half = HALVES.find(([said]) => said.test(text));
  const from = FROM_HOUR.find(([said]) => said.test(text));
  const bare = text.replace(half?.[0] ?? '', '').replace(from?.[0] ?? '', '');
  const [, hours, minutes] = TOGETHER.exec(bare) ?? HOUR_AND_MINUTE.exec(bare) ?? [];
  if (hours === undefined || (from && minutes !== undefined)) return null;
  const hour = half ? inHalf(Number(hours), half) : Number(hours);
  const minute = from?.[1] ?? Number(minutes ?? 0);
  return hour === null || hour > 23 || minute > 59 ? null : clock(hour * 60 + minute);
}

function inHalf(hour: number, [, adds, first, last]: (typeof HALVES)[number]): number | null {
  const ofTwelve = hour % 12;
  return hour < 1 || hour > 12 || ofTwelve < first || ofTwelve > last ? null : ofTwelve + adds;
}

const MINUTES_A_DAY = 24 * 60;

/** Writes minutes since midnight; a quarter to midnight is in the day before. */
function clock(minutes: number): string {
  const ofDay = (minutes + MINUTES_A_DAY) % MINUTES_A_DAY;
  return [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
