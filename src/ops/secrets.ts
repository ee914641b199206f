/** Takes secrets out of text before it is logged. */

const REDACTED = '[redacted]';

/** A shorter secret would take ordinary words out of the log with it. */
const MIN_SECRET_LENGTH = 6;

/**
 * What is a secret by its shape; the first group stays. Every pattern begins at something rare or is bound to the
 * start of a run, so that hostile text takes no more than linear time to search.
 */
const SHAPES: readonly RegExp[] = [
  // A bot's token: user id, time and signature in base64url. Signed web tokens have the same shape.
  /()(?<![\w-])[\w-]{18,}\.[\w-]{4,}\.[\w-]{20,}/g,
  // The password of a connection URL, also one that holds an unescaped "@". The bound keeps the search linear.
  /(:\/\/[^\s:/@]{0,64}:)\S{1,256}(?=@)/g,
  /(\bpassword=)[^\s&]+/gi,
  /(\b(?:Bot|Bearer)\s+)[\w.~+/=-]{20,}/g,
  // A webhook's or an interaction's token: who has it may answer in the bot's name.
  /(\/(?:webhooks|interactions)\/\d{5,20}\/)[\w-]{20,}/g,
];

/**
 * Makes the function that takes secrets out of a text.
 * @param known secrets by their exact wording, beside those that are recognised by their shape
 */
export function createRedactor(known: readonly string[] = []): (text: string) => string {
  const exact = known.filter((secret) => secret.length >= MIN_SECRET_LENGTH).sort((a, b) => b.length - a.length);
  return (text) => {
    const withoutKnown = exact.reduce((result, secret) => result.replaceAll(secret, REDACTED), text);
    return SHAPES.reduce((result, shape) => result.replace(shape, `$1${REDACTED}`), withoutKnown);
  };
}
