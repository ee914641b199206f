import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildFeatureSpace,
  createVectoriser,
  type FeatureSpace,
  indexTexts,
  type SparseVector,
} from '../../../src/core/matching/features.js';
import { createSynonyms } from '../../../src/core/matching/synonyms.js';

const synonyms = createSynonyms([['frobnicate', 'twiddle']]);

/** The space of all these texts, each a list of words separated by spaces, and their vectors. */
function spaceOf(...texts: string[]): { space: FeatureSpace; vectors: SparseVector[] } {
  const indexed = indexTexts(
    texts.map((text) => text.split(' ')),
    synonyms,
  );
  return buildFeatureSpace(indexed, [...texts.keys()]);
}

/** Feature name to value. */
function readable(space: FeatureSpace, vector: SparseVector | undefined): Record<string, number> {
  const { indices, values } = vector ?? { indices: new Int32Array(), values: new Float64Array() };
  return Object.fromEntries([...indices].map((index, k) => [space.names[index] ?? '?', values[k] ?? Number.NaN]));
}

const lengthOf = ({ values }: SparseVector): number => Math.hypot(...values);

/** Length of one block of a vector. */
function blockLength(features: Record<string, number>, block: string): number {
  return Math.hypot(...Object.entries(features).flatMap(([name, value]) => (name.startsWith(`${block}:`) ? [value] : [])));
}

const namesOf = ({ names }: FeatureSpace, block: string): string[] => names.filter((name) => name.startsWith(`${block}:`)).sort();

const word = fc.constantFrom('docker', 'container', 'kernel', 'run', 'the', 'remove', 'delete', 'wsl2', '--rm', 'x');
const text = fc.array(word, { maxLength: 8 });

describe('the length of a vector', () => {
  it('is 1 or 0 for training texts', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (texts) => {
        const { vectors } = buildFeatureSpace(indexTexts(texts, synonyms), [...texts.keys()]);
        vectors.forEach((vector, i) => {
          expect(lengthOf(vector)).toBeCloseTo(texts[i]?.length === 0 ? 0 : 1, 10);
        });
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('is 1 or 0 for questions', () => {
    const { space } = spaceOf('run docker container', 'docker kernel', 'remove the container');
    const vectorise = createVectoriser(space, synonyms);
    fc.assert(
      fc.property(text, (tokens) => {
        const vector = vectorise(tokens);
        expect(lengthOf(vector)).toBeCloseTo(vector.indices.length === 0 ? 0 : 1, 10);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('is 0 for a question none of whose features is known', () => {
    const { space } = spaceOf('run docker', 'run kernel');
    expect(createVectoriser(space, synonyms)(['zzz', 'qqq']).indices).toHaveLength(0);
  });

  it('is 0 for a question without tokens', () => {
    const { space } = spaceOf('run docker', 'run kernel');
    expect(createVectoriser(space, synonyms)([]).indices).toHaveLength(0);
  });
});

describe('the indices of a vector', () => {
  it('are unique and lie in the space', () => {
    const { space, vectors } = spaceOf('docker docker docker run', 'run docker run docker');
    for (const { indices } of vectors) {
      expect(new Set(indices).size).toBe(indices.length);
      for (const index of indices) expect(space.names[index]).toBeDefined();
    }
  });
});

// With words of one letter the only other features are the 3-gram ' q ', and pairs, which one text alone cannot bring in.
describe('the weights', () => {
  it('grow with rarity as the damped inverse document frequency does', () => {
    // Of 2 texts 2 hold q and 1 holds z: idf is ln(3 / 2.5) = ln 1.2 and ln(3 / 1.5) = ln 2, each raised to 0.5.
    const { space, vectors } = spaceOf('q z', 'q k');
    const features = readable(space, vectors[0]);
    expect((features['w:z'] ?? 0) / (features['w:q'] ?? 0)).toBeCloseTo(Math.sqrt(Math.log(2) / Math.log(1.2)), 10);
  });

  it('grow with the logarithm of the count', () => {
    // q and z stand in one text each, so their idf is equal; q stands there three times.
    const { space, vectors } = spaceOf('q q q z', 'k');
    const features = readable(space, vectors[0]);
    expect((features['w:q'] ?? 0) / (features['w:z'] ?? 0)).toBeCloseTo(1 + Math.log(3), 10);
  });

  it('give blocks the same proportion in a short and in a long text', () => {
    const { space, vectors } = spaceOf('q', 'q z k y v');
    const [short = 0, long = 0] = vectors.map((vector) => {
      const features = readable(space, vector);
      return blockLength(features, 'c') / blockLength(features, 'w');
    });
    expect(short).toBeGreaterThan(0);
    expect(long).toBeCloseTo(short, 10);
  });

  it('are learnt from the chosen texts alone', () => {
    const indexed = indexTexts(
      [
        ['q', 'z'],
        ['k', 'y'],
        ['q', 'k'],
      ],
      synonyms,
    );
    const { space } = buildFeatureSpace(indexed, [0, 2]);
    expect(namesOf(space, 'w')).toEqual(['w:k', 'w:q', 'w:z']);
    const idf = Object.fromEntries(space.names.map((name, i) => [name, space.idf[i]]));
    // Two chosen texts: both hold q, one holds k.
    expect(idf['w:q']).toBeCloseTo(Math.sqrt(Math.log(3 / 2.5)), 10);
    expect(idf['w:k']).toBeCloseTo(Math.sqrt(Math.log(3 / 1.5)), 10);
  });

  it('come in the order in which the texts were chosen', () => {
    const indexed = indexTexts([['q'], ['z']], synonyms);
    const { space, vectors } = buildFeatureSpace(indexed, [1, 0]);
    expect(vectors.map((vector) => Object.keys(readable(space, vector)))).toEqual([['w:z'], ['w:q']]);
  });
});

describe('the vectoriser', () => {
  it('gives a training text the vector it was trained with', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (texts) => {
        const { space, vectors } = buildFeatureSpace(indexTexts(texts, synonyms), [...texts.keys()]);
        const vectorise = createVectoriser(space, synonyms);
        texts.forEach((tokens, i) => {
          const trained = readable(space, vectors[i]);
          const asked = readable(space, vectorise(tokens));
          expect(Object.keys(asked).sort()).toEqual(Object.keys(trained).sort());
          for (const [name, value] of Object.entries(trained)) expect(asked[name]).toBeCloseTo(value, 10);
        });
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('reads an unknown word as if it were not there, but for the neighbours it parts', () => {
    const { space } = spaceOf('q', 'q z', 'k');
    const vectorise = createVectoriser(space, synonyms);
    expect(readable(space, vectorise(['q', 'zzz']))).toEqual(readable(space, vectorise(['q'])));
  });
});

describe('the features', () => {
  it('keep a word that stands in one text and drop its pairs and n-grams', () => {
    const { space } = spaceOf('alpha beta', 'gamma');
    expect([...space.names].sort()).toEqual(['w:alpha', 'w:beta', 'w:gamma']);
  });

  it('keep pairs and n-grams that stand in two texts', () => {
    const { space } = spaceOf('alpha beta', 'alpha beta');
    expect(space.names).toEqual(expect.arrayContaining(['b:alpha beta', 'p:alpha+beta', 'c: al', 'c: alp', 'c:ta ']));
  });

  it('count texts, not occurrences, for the texts a feature must stand in', () => {
    const { space } = spaceOf('alpha beta alpha beta', 'gamma');
    expect(namesOf(space, 'b')).toEqual([]);
  });

  it('are the same pair in both orders', () => {
    const { space } = spaceOf('alpha beta', 'beta alpha');
    expect(namesOf(space, 'p')).toEqual(['p:alpha+beta']);
  });

  it('are different neighbours in both orders', () => {
    // Each order stands in one text only, and neighbours must stand in two.
    const { space } = spaceOf('alpha beta', 'beta alpha');
    expect(namesOf(space, 'b')).toEqual([]);
  });

  it('form pairs across the words between', () => {
    const { space } = spaceOf('alpha gamma beta', 'beta delta alpha');
    expect(namesOf(space, 'p')).toEqual(['p:alpha+beta']);
  });

  it('form no pairs with words that stand beside every word', () => {
    const { space } = spaceOf('the alpha is', 'the alpha is');
    expect(namesOf(space, 'p')).toEqual([]);
  });

  it('form no pairs across more than eight content words', () => {
    const between = 'aa bb cc dd ee ff gg hh';
    const { space } = spaceOf(`alpha ${between} omega`, `alpha ${between} omega`);
    expect(space.names).toContain('p:alpha+hh');
    expect(space.names).not.toContain('p:alpha+omega');
  });

  it('bring inflections of a word together', () => {
    const { space } = spaceOf('containers', 'container');
    expect(namesOf(space, 'w')).toHaveLength(1);
  });

  it.each([
    ['everyday words', 'remove', 'uninstall'],
    ["words of the knowledge base's own groups", 'frobnicate', 'twiddle'],
  ])('bring %s of one meaning together', (_what, one, other) => {
    const { space, vectors } = spaceOf(one, other);
    const [ofOne = [], ofOther = []] = vectors.map((vector) =>
      Object.keys(readable(space, vector)).filter((name) => name.startsWith('s:')),
    );
    expect(ofOne).toHaveLength(1);
    expect(ofOne).toEqual(ofOther);
  });
});

describe('the relations', () => {
  const relationsOf = (...texts: string[]): string[] => namesOf(spaceOf(...texts).space, 'r');

  it('tell which side of a relation word a word stands on', () => {
    const oneWay = relationsOf('alpha on beta', 'alpha on beta');
    expect(oneWay).toEqual(['r:>on>beta', 'r:alpha>on>beta']);
    expect(relationsOf('beta on alpha', 'beta on alpha')).toEqual(['r:>on>alpha', 'r:beta>on>alpha']);
  });

  it('relate every content word near enough on the left', () => {
    expect(relationsOf('alpha gamma on beta', 'alpha gamma on beta')).toEqual(['r:>on>beta', 'r:alpha>on>beta', 'r:gamma>on>beta']);
  });

  it('reach over words that say nothing', () => {
    expect(relationsOf('alpha on the beta', 'is alpha on my beta')).toEqual(['r:>on>beta', 'r:alpha>on>beta']);
  });

  it('reach no more than three content words', () => {
    const names = relationsOf('alpha bb cc dd on beta', 'alpha bb cc dd on beta');
    expect(names).toContain('r:bb>on>beta');
    expect(names).not.toContain('r:alpha>on>beta');
  });

  it('do not reach across another relation word', () => {
    const names = relationsOf('alpha from gamma on beta', 'alpha from gamma on beta');
    expect(names).toContain('r:alpha>from>gamma');
    expect(names).not.toContain('r:alpha>on>beta');
    expect(names).not.toContain('r:alpha>from>beta');
  });

  it('take words that stand for one another for one', () => {
    // Each word stands in one text only, so what both texts share is the relation of their group.
    expect(relationsOf('frobnicate on beta', 'twiddle on beta')).toHaveLength(2);
  });

  it('must stand in two texts', () => {
    expect(relationsOf('alpha on beta', 'gamma')).toEqual([]);
  });
});
