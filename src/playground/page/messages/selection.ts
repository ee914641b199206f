/** How many values a select takes. */
interface Range {
  readonly least: number;
  readonly most: number;
}

/** Works out what is chosen after a press on a choice. */
export function afterPress({ least, most }: Range, chosen: readonly string[], value: string): readonly string[] {
  const others = chosen.filter((one) => one !== value);
  const wasChosen = others.length < chosen.length;
  // Chosen again, it is taken back where none need be chosen; else an application may want to hear it twice.
  if (most <= 1) return wasChosen && least === 0 ? [] : [value];
  return wasChosen ? others : [...chosen, value].slice(-most);
}

/** Tells what becomes of several choices when their list closes: nothing where nothing has changed, else they are sent, unless too few. */
export function afterClosing({ least }: Range, before: readonly string[], chosen: readonly string[]): 'nothing' | 'sent' | 'too few' {
  if (before.length === chosen.length && before.every((value) => chosen.includes(value))) return 'nothing';
  return chosen.length < least ? 'too few' : 'sent';
}

/** Finds the choice that a typed letter leads to: the first that begins with it; null where none does. */
export function atLetter(labels: readonly string[], letter: string): number | null {
  const found = labels.findIndex((label) => label.toLowerCase().startsWith(letter.toLowerCase()));
  return found < 0 ? null : found;
}
