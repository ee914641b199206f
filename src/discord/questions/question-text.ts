/** The question in a message: what is left without mentions and Discord's own marks. */

/** Mentions of people, roles, channels and commands, custom emoji and time stamps. */
const MARKS = /<(?:@[!&]?\d+|#\d+|\/[^>]+:\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|id:\w+)>/g;

/** Takes Discord's marks out of a message. '' where nothing is left. */
export function questionIn(content: string): string {
  return content
    .replace(MARKS, ' ')
    .replace(/@(?:everyone|here)\b/g, ' ')
    .replace(/\|\|/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
}
