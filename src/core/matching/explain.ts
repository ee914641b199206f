/** What a score is made of: features of a question times the weights of one class, in words a curator understands. */
import { stem } from '../language/text.js';
import { createVectoriser } from './features.js';
import { isWordLike, type MatcherModel } from './model.js';
import type { Synonyms } from './synonyms.js';

/** A part of a question in words, and what it added to an entry's score: -1 is "nothing in common", 1 "surely this". */
export interface WeighedWord {
  readonly text: string;
  readonly weight: number;
}

/** Makes the function that tells what each part of a question (its tokens) adds to the score of a class; in no order, no text twice. */
export function createExplainer(model: MatcherModel, synonyms: Synonyms): (tokens: readonly string[], label: number) => WeighedWord[] {
  const { space, linear } = model;
  const vectorise = createVectoriser(space, synonyms);
  return (tokens, label) => {
    const { indices, values } = vectorise(tokens.some(isWordLike) ? tokens : []);
    const parts = [...indices].flatMap((feature, k) => {
      const weight = (values[k] ?? 0) * (linear.weights[feature * linear.classes + label] ?? 0) * (linear.scales[label] ?? 0);
      const texts = textsOf(space.names[feature] ?? '', tokens, synonyms);
      return weight === 0 ? [] : texts.map((text) => ({ text, weight: weight / texts.length }));
    });
    return summedUp(parts);
  };
}

/** Adds up the weights of equal texts. */
export function summedUp(parts: readonly WeighedWord[]): WeighedWord[] {
  const sums = new Map<string, number>();
  for (const { text, weight } of parts) sums.set(text, (sums.get(text) ?? 0) + weight);
  return [...sums].map(([text, weight]) => ({ text, weight }));
}

/** A feature (`block:key`, see features.ts) in the words of the question it was found in; letters may come from several words. */
function textsOf(name: string, tokens: readonly string[], synonyms: Synonyms): string[] {
  const key = name.slice(2);
  const wordOf = (stemmed: string): string => tokens.find((token) => stem(token) === stemmed) ?? stemmed;
  const memberOf = (group: number): string => tokens.find((token) => synonyms.groupsOf(token).includes(group)) ?? '';
  switch (name.charAt(0)) {
    case 's':
      return [`words like ${memberOf(Number(key))}`];
    case 'b':
      return [key.split(' ').map(wordOf).join(' ')];
    case 'p': {
      const [left = '', right = ''] = key.split(/(?<=[^+])\+/).map(wordOf);
      return [tokens.indexOf(left) <= tokens.indexOf(right) ? `${left} … ${right}` : `${right} … ${left}`];
    }
    case 'r': {
      const [left = '', relation = '', right = ''] = key.split('>');
      const side = (canonical: string): string => (canonical.startsWith('#') ? memberOf(Number(canonical.slice(1))) : wordOf(canonical));
      return [`${left === '' ? '' : `${side(left)} `}${relation} ${side(right)}`];
    }
    case 'c':
      return [...new Set(tokens.filter((token) => ` ${token} `.includes(key)))].map((token) => `letters of ${token}`);
    default:
      return [wordOf(key)];
  }
}
