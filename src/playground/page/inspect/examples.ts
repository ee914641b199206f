/** Fetches questions that the knowledge answers, for a newcomer to click; none where they cannot be had. */
export async function fetchExamples(): Promise<readonly string[]> {
  try {
    const response = await fetch('/inspect/examples');
    const questions: unknown = await response.json();
    return Array.isArray(questions) ? questions.filter((question) => typeof question === 'string') : [];
  } catch {
    return [];
  }
}
