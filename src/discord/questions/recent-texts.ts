/**
 * The words of the newest questions, in memory alone: a form that is shown again holds what was asked, and who shares an answer shares
 * its question. After a while, or a restart, the form that may be kept stands in for them.
 */
import { TURN_TTL_MS } from '../../core/answering/conversation.js';
import type { Clock } from '../../core/ports.js';

export interface RecentTexts {
  remember(questionId: string, askerId: string, text: string): void;
  /** The text of a question, or of one that a person has asked; null where it is not remembered any more. */
  get(questionId: string, askerId?: string): string | null;
  /** Forgets what a person has asked. */
  forget(askerId: string): void;
}

/** Questions remembered at the most; the oldest goes first. */
const MAX_TEXTS = 2_000;

export function createRecentTexts(now: Clock): RecentTexts {
  const texts = new Map<string, { readonly askerId: string; readonly text: string; readonly until: number }>();
  return {
    remember(questionId, askerId, text) {
      texts.delete(questionId);
      texts.set(questionId, { askerId, text, until: now() + TURN_TTL_MS });
      for (const [oldest, { until }] of texts) {
        if (texts.size <= MAX_TEXTS && until > now()) break;
        texts.delete(oldest);
      }
    },
    get(questionId, askerId) {
      const found = texts.get(questionId);
      return found && found.until > now() && (askerId === undefined || found.askerId === askerId) ? found.text : null;
    },
    forget(askerId) {
      for (const [id, { askerId: owner }] of texts) if (owner === askerId) texts.delete(id);
    },
  };
}
