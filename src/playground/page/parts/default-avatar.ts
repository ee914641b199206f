/** Set before the message components are loaded: their own default avatars lie on another machine. Every message names its own. */
declare global {
  var $discordMessage: { avatars: { default: string } } | undefined;
}

const PLAIN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="#5b6b79"/></svg>';

globalThis.$discordMessage = { avatars: { default: `data:image/svg+xml,${encodeURIComponent(PLAIN)}` } };

export {};
