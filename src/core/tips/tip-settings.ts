/** Time zones as people type them. */
import Fuse from 'fuse.js';

/** Tells whether a name is one of the IANA time zone database ("Europe/Berlin"), in any case; offsets such as "+02:00" are none. */
export function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * Names that the IANA database has changed, old to new (its `backward` file). `Intl` lists the old ones: CLDR keeps its identifiers
 * stable. It accepts both, so people are offered the name they know.
 */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/**
 * Other words for a zone: abbreviations, countries and cities without a zone of their own. The order is the one in which zones are
 * offered to somebody who has typed nothing yet, and among equals.
 */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  UTC: 'gmt, zulu, coordinated universal time, greenwich mean time',
  'Europe/London': 'gmt, bst, british time, uk, united kingdom, great britain, england, scotland, wales, edinburgh, manchester, birmingham',
  'Europe/Berlin': 'cet, cest, mez, mesz, central european time, germany, deutschland, munich, hamburg, frankfurt, cologne',
  'Europe/Paris': 'cet, cest, central european time, france, lyon, marseille, toulouse',
  'America/New_York':
    'est, edt, et, eastern time, us eastern, usa, united states, nyc, washington dc, boston, miami, atlanta, philadelphia',
  'America/Chicago': 'cst, cdt, ct, central time, us central, usa, united states, dallas, houston, austin, minneapolis',
  'America/Denver': 'mst, mdt, mt, mountain time, us mountain, usa, united states, salt lake city',
  'America/Los_Angeles':
    'pst, pdt, pt, pacific time, us pacific, usa, united states, california, san francisco, seattle, san diego, portland',
  'America/Sao_Paulo': 'brt, brazil, brasil, brasilia, rio de janeiro',
  'Asia/Kolkata': 'ist, india, calcutta, mumbai, bombay, delhi, bangalore, bengaluru, chennai, hyderabad, pune',
  'Asia/Shanghai': 'cst, china, beijing, peking, shenzhen, guangzhou',
  'Asia/Tokyo': 'jst, japan, osaka, kyoto',
  'Australia/Sydney': 'aest, aedt, canberra, new south wales',
  'Europe/Madrid': 'cet, cest, spain, espana, barcelona, valencia, seville',
  'Europe/Rome': 'cet, cest, italy, italia, milan, naples, turin',
  'Europe/Amsterdam': 'cet, cest, netherlands, holland, rotterdam, the hague',
  'Europe/Brussels': 'cet, cest, belgium, antwerp, ghent',
  'Europe/Zurich': 'cet, cest, switzerland, geneva, basel, bern',
  'Europe/Vienna': 'cet, cest, austria, graz, salzburg',
  'Europe/Stockholm': 'cet, cest, sweden, gothenburg',
  'Europe/Oslo': 'cet, cest, norway, bergen',
  'Europe/Copenhagen': 'cet, cest, denmark',
  'Europe/Warsaw': 'cet, cest, poland, krakow, wroclaw, gdansk',
  'Europe/Prague': 'cet, cest, czechia, czech republic, brno',
  'Europe/Budapest': 'cet, cest, hungary',
  'Europe/Lisbon': 'wet, west, portugal, porto',
  'Europe/Dublin': 'ist, ireland, cork',
  'Europe/Athens': 'eet, eest, eastern european time, greece',
  'Europe/Helsinki': 'eet, eest, eastern european time, finland, tampere',
  'Europe/Bucharest': 'eet, eest, eastern european time, romania',
  'Europe/Kyiv': 'eet, eest, eastern european time, ukraine, kiev, lviv, odesa',
  'Europe/Istanbul': 'trt, turkey, ankara, izmir',
  'Europe/Moscow': 'msk, russia, st petersburg',
  'Africa/Cairo': 'eet, egypt, alexandria',
  'Africa/Lagos': 'wat, nigeria, abuja',
  'Africa/Nairobi': 'eat, kenya',
  'Africa/Johannesburg': 'sast, south africa, cape town, pretoria',
  'Asia/Jerusalem': 'ist, idt, israel, tel aviv, haifa',
  'Asia/Riyadh': 'saudi arabia, jeddah',
  'Asia/Dubai': 'gst, uae, united arab emirates, abu dhabi',
  'Asia/Tehran': 'irst, iran',
  'Asia/Karachi': 'pkt, pakistan, lahore, islamabad',
  'Asia/Dhaka': 'bangladesh',
  'Asia/Kathmandu': 'nepal, katmandu',
  'Asia/Colombo': 'sri lanka',
  'Asia/Yangon': 'myanmar, burma, rangoon',
  'Asia/Bangkok': 'ict, thailand',
  'Asia/Ho_Chi_Minh': 'ict, vietnam, saigon, hanoi',
  'Asia/Jakarta': 'wib, indonesia',
  'Asia/Singapore': 'sgt',
  'Asia/Kuala_Lumpur': 'myt, malaysia',
  'Asia/Manila': 'pht, philippines, cebu',
  'Asia/Hong_Kong': 'hkt',
  'Asia/Taipei': 'taiwan',
  'Asia/Seoul': 'kst, korea, south korea, busan',
  'Australia/Melbourne': 'aest, aedt, victoria',
  'Australia/Brisbane': 'aest, queensland',
  'Australia/Adelaide': 'acst, acdt',
  'Australia/Perth': 'awst',
  'Pacific/Auckland': 'nzst, nzdt, new zealand, wellington, christchurch',
  'Pacific/Honolulu': 'hst, hawaii',
  'America/Anchorage': 'akst, akdt, alaska',
  'America/Phoenix': 'mst, arizona',
  'America/Toronto': 'est, edt, eastern time, canada, ontario, ottawa, montreal',
  'America/Winnipeg': 'cst, cdt, central time, canada, manitoba',
  'America/Edmonton': 'mst, mdt, mountain time, canada, alberta, calgary',
  'America/Vancouver': 'pst, pdt, pacific time, canada, british columbia',
  'America/Halifax': 'ast, adt, atlantic time, canada, nova scotia',
  'America/St_Johns': 'nst, ndt, newfoundland, canada',
  'America/Mexico_City': 'mexico, guadalajara',
  'America/Bogota': 'cot, colombia, medellin',
  'America/Lima': 'pet, peru',
  'America/Santiago': 'clt, chile',
  'America/Argentina/Buenos_Aires': 'art, argentina',
};

interface Zone {
  readonly name: string;
  /** What people may call it, the most particular first: its city, its other words, its whole name and its former one. */
  readonly words: readonly string[];
}

/** Brings a name or what was typed into the form that is compared: "America/São_Paulo" is "america sao paulo". */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** How far a zone's words are from what was typed, 0 nearest; null where only a likeness could help. */
function distance(typed: string, words: readonly string[]): number | null {
  if (words.includes(typed)) return 0;
  if (words.some((word) => word.startsWith(typed))) return 1;
  if (words.some((word) => word.includes(` ${typed}`))) return 2;
  return null;
}

/** "UTC+2": no zone, because nothing says when its summer time begins; a city does. */
const OFFSET = /^\s*(?:utc|gmt)?\s*[+\-\u2212]\s*\d/i;
/** How unlike a name may be to what was typed (0 the same, 1 anything): "berln" and "new yrok" are found, "qqq" is not. */
const MAX_UNLIKENESS = 0.35;
/** In fewer characters a slip of the keyboard cannot be told from another name. */
const MIN_LIKENESS_CHARS = 4;

/**
 * Suggests IANA time zones for what somebody has typed so far, best first: by city, country or abbreviation ("est"), and only where
 * none of these fits by likeness ("berln"). Zones that were renamed come with their new name; nothing typed gives the usual ones.
 * @param all the names to choose from, as `Intl.supportedValuesOf('timeZone')` lists them, and "UTC"
 */
export function suggestTimeZones(typed: string, all: readonly string[], limit: number): readonly string[] {
  const known = new Set(all.map((name) => RENAMED[name] ?? name));
  const usual = Object.keys(OTHER_WORDS).filter((name) => known.has(name));
  const wanted = plain(typed);
  if (typed.trim() === '') return usual.slice(0, limit);
  if (wanted === '' || OFFSET.test(typed)) return [];

  const zones = [...new Set([...usual, ...known])].map((name): Zone => {
    const city = plain(name.slice(name.lastIndexOf('/') + 1));
    const former = Object.keys(RENAMED).filter((old) => RENAMED[old] === name);
    return { name, words: [city, ...(OTHER_WORDS[name]?.split(', ') ?? []), ...[name, ...former].map(plain)] };
  });
  const near = zones
    .flatMap(({ name, words }) => {
      const far = distance(wanted, words);
      return far === null ? [] : [{ name, far }];
    })
    .sort((a, b) => a.far - b.far);
  if (near.length > 0 || wanted.length < MIN_LIKENESS_CHARS) return near.slice(0, limit).map((zone) => zone.name);
  const fuse = new Fuse(zones, { keys: ['words'], threshold: MAX_UNLIKENESS, ignoreLocation: true });
  return fuse.search(wanted, { limit }).map((found) => found.item.name);
}
