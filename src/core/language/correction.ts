/** Messages that put the question before them right: "no, I meant podman", "*cgroups", "not Swarm, Compose". */

/** What such a message may open with. */
const LEAD = '(?:(?:no+|nope|nah|sorry|sry|oops|wait|ah|oh|hm+|well|actually|uh+|um+|typo|my bad|ok|but)[\\s,.:!-]+)*';
const MEANT =
  "(?:what )?i(?:['\u2019]?m| was| am)? ?(?:actually |really |just )?(?:mean(?:['\u2019]?t)?|asking (?:about|for)|asked (?:about|for)|talking about|wanted(?: to (?:say|ask|know)(?: about)?)?|looking for)(?: to (?:say|ask|write|type))?(?: (?:was|is|about))?";

const MEANT_FIRST = new RegExp(`^\\s*${LEAD}(?:${MEANT}|meant(?: to (?:say|ask|write|type))?)[\\s,:]+(.+)$`, 'isu');
const MEANT_LAST = new RegExp(`^\\s*${LEAD}(.+?)[\\s,.]+(?:is what )?i (?:mean|meant)(?: to (?:say|ask))?[\\s.!]*$`, 'isu');
const NOT_THIS_BUT_THAT =
  /^\s*(?:(?:no+|nope|nah)[\s,.]+not [^,;.\n]{1,60}?(?:,(?: but)?|;| but| -)|not [^,;.\n]{1,40}? but) ?(?:rather )?(.+)$/isu;
const STARRED = /^\s*(?:\*([^*\n]{1,80})|([^*\n]{1,80})\*)\s*$/u;

/** What the correction leaves out again: "..., not volumes". */
const NOT_THAT = /[\s,;(]+(?:and )?not (?!sure\b|working\b)[^,;?]{1,80}$/iu;
/** Words that ask about a meaning rather than correct one. */
const ASKS_MEANING = /^(?:that|it|this|by|to)\b(?!\s+\w+\s+\w)/i;

/**
 * Returns the question that a correction comes down to, null where a message corrects nothing: "no, I meant podman" is "podman".
 */
export function correctionIn(message: string): string | null {
  const starred = STARRED.exec(message);
  if (starred) return (starred[1] ?? starred[2] ?? '').trim() || null;
  const found = MEANT_FIRST.exec(message)?.[1] ?? MEANT_LAST.exec(message)?.[1] ?? NOT_THIS_BUT_THAT.exec(message)?.[1];
  if (found === undefined) return null;
  const question = found.replace(NOT_THAT, '').trim();
  return question === '' || ASKS_MEANING.test(question) ? null : question;
}
