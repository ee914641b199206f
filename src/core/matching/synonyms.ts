/** Groups of words that stand for one another: everyday ones ship with the engine, those of a subject come with its knowledge. */
import { EVERYDAY_SYNONYMS } from '../language/english.js';
import { compoundsOf, normalise, stem, tokenise } from '../language/text.js';

export interface Synonyms {
  /** Numbers of the groups a token belongs to, by itself or by its stem; often none. */
  groupsOf(token: string): readonly number[];
  /** Members of several words, joined ("redhat"): `joinKnown` looks for them in a question. */
  readonly compounds: readonly string[];
}

/** Makes the lookup of the given groups and the everyday ones. */
export function createSynonyms(groups: readonly (readonly string[])[]): Synonyms {
  const byToken = new Map<string, number[]>();
  const byStem = new Map<string, number[]>();
  const compounds: string[] = [];
  [...EVERYDAY_SYNONYMS, ...groups].forEach((members, group) => {
    for (const member of members) {
      const normalised = normalise(member);
      const parts = tokenise(normalised).filter((token, i, all) => i === 0 || token !== all.slice(0, i).join(''));
      const whole = parts.join('');
      if (parts.length > 1) compounds.push(whole, ...compoundsOf(normalised));
      push(byToken, whole, group);
      push(byStem, stem(whole), group);
    }
  });
  return { groupsOf: (token) => byToken.get(token) ?? byStem.get(stem(token)) ?? [], compounds };
}

function push(map: Map<string, number[]>, key: string, group: number): void {
  const groups = map.get(key);
  if (!groups) map.set(key, [group]);
  else if (!groups.includes(group)) groups.push(group);
}
