/**
 * Letters of other scripts that look like Latin ones: a word that mixes them ("dосker" with Cyrillic о and с) is read as it looks.
 * Source: Unicode Technical Standard #39, Unicode Security Mechanisms, confusables.txt: the letters of Cyrillic, Greek and Armenian whose
 * prototype is a single ASCII letter.
 */
const PROTOTYPES: ReadonlyMap<string, string> = new Map(
  [
    // Cyrillic
    ['аеорсхуіѕјԁһӏԛԝѵгАВЕЅІЈКМНОРСТХҮԌԚԜѴЗ', 'aeopcxyisjdhlqwvrABESIJKMHOPCTXYGQWV3'],
    // Greek
    ['αγινορσυϲϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ', 'ayivopoucjABEZHIKMNOPTYXC'],
    // Armenian
    ['օսոհցզԱՕՍԼ', 'ounhgqUOUL'],
  ].flatMap(([others = '', latin = '']) => [...others].map((letter, i) => [letter, latin[i] ?? letter] as const)),
);

/** A word with letters of several scripts; digits may stand among them. */
const WORD = /[\p{L}\p{N}]+/gu;
const LATIN = /\p{Script=Latin}/u;
const OTHER = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;

/** Reads words that mix Latin letters with others that look so; a word all in one script is what it is. */
export function foldLookalikes(text: string): string {
  if (!OTHER.test(text)) return text;
  return text.replace(WORD, (word) => {
    if (!LATIN.test(word) || !OTHER.test(word)) return word;
    const folded = [...word].map((letter) => PROTOTYPES.get(letter) ?? letter).join('');
    return OTHER.test(folded) ? word : folded;
  });
}
