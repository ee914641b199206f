import type { CoverageView, QualityView } from '../../../core/coverage.js';
import type { AnswerTrace } from '../../../core/trace.js';
import type { Actions } from '../actions.js';
import type { Fetched, Store } from '../state.js';

/** What can be looked up about answers and knowledge. */
export interface InspectActions {
  /** Shows how the answer in a message was chosen. */
  explain(messageId: string, questionId: string): void;
  closeWhy(): void;
  /** Fetches what the curator's view shows. */
  loadCoverage(): void;
}

/** Fetches what the playground's inspector knows; it gives what both were built with. */
async function fetched<T>(path: string): Promise<Fetched<T>> {
  try {
    const response = await fetch(path);
    const value = (await response.json()) as T;
    return response.ok ? { kind: 'there', value } : { kind: 'fault', text: `The playground answered ${response.status}.` };
  } catch (error) {
    return { kind: 'fault', text: error instanceof Error ? error.message : String(error) };
  }
}

const WAITING = { kind: 'waiting' } as const;

/** Creates what can be looked up. */
export function createInspectActions(store: Store, { go }: Pick<Actions, 'go'>): InspectActions {
  return {
    explain: async (messageId, questionId) => {
      const { why, address } = store.get();
      if (address.coverage) go({});
      store.set({ menu: null, drawer: 'side', why: { messageId, trace: why?.messageId === messageId ? why.trace : WAITING } });
      const trace = await fetched<AnswerTrace | null>(`/inspect/trace?question=${encodeURIComponent(questionId)}`);
      if (store.get().why?.messageId === messageId) store.set({ why: { messageId, trace } });
    },
    closeWhy: () => store.set({ why: null, drawer: null }),
    loadCoverage: async () => {
      store.set({ coverage: { documents: WAITING, quality: WAITING } });
      const documents = await fetched<CoverageView>('/inspect/coverage');
      store.set({ coverage: { documents, quality: WAITING } });
      const quality = await fetched<QualityView>('/inspect/quality');
      store.set({ coverage: { documents, quality } });
    },
  };
}
