import type { AnswerTrace } from '../../../core/answering/trace.js';
import type { CoverageView, Quality } from '../../../core/quality/coverage.js';
import type { Fetched, Store } from '../state.js';

/** What can be looked up about answers and knowledge. */
export interface InspectActions {
  /** Shows how the answer in a message was chosen. */
  explain(messageId: string, questionId: string): void;
  /** Looks it up anew, where it is shown: the answer was edited. */
  explainAgain(questionId: string): void;
  closeWhy(): void;
  /** Fetches what the curator's view shows; what it shows already stays until then. */
  loadCoverage(): void;
  /** Fetches questions that the knowledge answers, for a newcomer to click. */
  loadExamples(): void;
}

/** Fetches what the playground's inspector knows, or why it cannot be had; it gives what both were built with. */
async function fetched<T>(path: string): Promise<Fetched<T>> {
  try {
    const response = await fetch(path);
    const body: unknown = await response.json();
    if (response.ok) return { kind: 'there', value: body as T };
    const reason = typeof body === 'object' && body !== null && 'error' in body ? String(body.error) : null;
    return { kind: 'fault', text: reason ?? `The playground answered ${response.status}.` };
  } catch (error) {
    return { kind: 'fault', text: error instanceof Error ? error.message : String(error) };
  }
}

const WAITING = { kind: 'waiting' } as const;

/** Runs something again where it was called while it ran: what it fetched then may be of before. */
function latest(run: () => Promise<void>): () => void {
  let running = false;
  let called = false;
  return async () => {
    called = true;
    if (running) return;
    running = true;
    while (called) {
      called = false;
      await run();
    }
    running = false;
  };
}

/** Creates what can be looked up. */
export function createInspectActions(store: Store): InspectActions {
  async function lookUp(messageId: string, questionId: string): Promise<void> {
    const trace = await fetched<AnswerTrace | null>(`/inspect/trace?question=${encodeURIComponent(questionId)}`);
    if (store.get().why?.messageId === messageId) store.set({ why: { messageId, trace } });
  }

  return {
    explain: (messageId, questionId) => {
      store.set({ menu: null, drawer: 'side', why: { messageId, trace: WAITING } });
      void lookUp(messageId, questionId);
    },
    explainAgain: (questionId) => {
      const { why } = store.get();
      if (why) void lookUp(why.messageId, questionId);
    },
    closeWhy: () => store.set({ why: null, drawer: null }),
    loadCoverage: latest(async () => {
      const before = store.get().coverage ?? { documents: WAITING, quality: WAITING };
      store.set({ coverage: before });
      const documents = await fetched<CoverageView>('/inspect/coverage');
      store.set({ coverage: { ...before, documents } });
      const quality = await fetched<Quality>('/inspect/quality');
      store.set({ coverage: { documents, quality } });
    }),
    loadExamples: latest(async () => {
      const examples = await fetched<readonly string[]>('/inspect/examples');
      // Those of before are better than none.
      if (examples.kind === 'there') store.set({ examples: examples.value });
    }),
  };
}
