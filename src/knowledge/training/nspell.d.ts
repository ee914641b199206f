/** The slice of nspell that is used here; the package ships no types. */
declare module 'nspell' {
  interface Spell {
    /** Every form of every word, unfolded by the affix rules: the keys are the words. Not documented by the package, so it may go. */
    readonly data?: Readonly<Record<string, unknown>>;
  }
  export default function nspell(aff: Uint8Array, dic: Uint8Array): Spell;
}
