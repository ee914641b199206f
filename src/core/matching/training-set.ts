/** What a matcher learns from, as plain data. */

/** The texts of one entry. */
export interface TrainingEntry {
  readonly id: string;
  /** The question and its phrasings. */
  readonly texts: readonly string[];
  /** Sentences of the answer: nobody asks in these words, but they hold words that askers use. Never held out. */
  readonly support: readonly string[];
}

/** The texts to learn from. */
export interface TrainingSet {
  /** One class an entry: its question and phrasings. */
  readonly entries: readonly TrainingEntry[];
  /** One class a group of questions that are not to be answered. */
  readonly refusals: readonly { readonly group: string; readonly texts: readonly string[] }[];
  /** Groups of words of the subject that stand for one another. */
  readonly synonyms: readonly (readonly string[])[];
  /** Labelled questions for the calibration, never trained on. With too few of them, training texts are held out instead. */
  readonly calibration: readonly LabelledText[];
}

/** A question and the ids of the entries any of which answers it; none for a question to refuse. */
export interface LabelledText {
  readonly text: string;
  readonly entries: readonly string[];
}
