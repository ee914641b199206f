/** What of a knowledge base the matcher learns from. */
import { allClaims, type KnowledgeBase, type KnowledgeEntry } from '../../core/entry.js';
import type { TrainingSet } from '../../core/matching/training-set.js';

/** The training texts of a knowledge base; the same for the bot, the terminal and the tests. */
export function trainingSetOf(knowledge: KnowledgeBase): TrainingSet {
  const claims = new Map(allClaims(knowledge.documents).map((claim) => [claim.id, claim]));
  const supportOf = (entry: KnowledgeEntry): string[] => {
    const checked = entry.claims.flatMap((id) => claims.get(id) ?? []);
    return [
      ...sentencesOf(entry.answer),
      ...checked.flatMap(({ claim, correction }) => (correction === null ? [claim] : [claim, correction])),
    ];
  };
  return {
    entries: knowledge.entries.map((entry) => ({ id: entry.id, texts: [entry.question, ...entry.phrasings], support: supportOf(entry) })),
    refusals: knowledge.notCovered.map(({ group, questions }) => ({ group, texts: questions })),
    synonyms: knowledge.wording.synonyms,
    calibration: knowledge.calibration.flatMap(({ ask, expected }) =>
      expected === 'chat' ? [] : [{ text: ask, entries: expected === 'unknown' ? [] : expected }],
    ),
  };
}

/** Sentences and list items of a Markdown text, without its marks and addresses. Fragments of one or two words say nothing. */
function sentencesOf(markdown: string): string[] {
  return markdown
    .replace(/```[\s\S]*?```/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/https?:\S+/g, ' ')
    .replace(/[*_`>]/g, '')
    .split(/(?<=[.!?:;])\s+|\n/)
    .filter((sentence) => sentence.trim().split(/\s+/).length > 2);
}
