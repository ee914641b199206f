/** Why the bot cannot connect, in words that say what to do. */
import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes } from 'discord.js';
import { ConfigError } from '../../core/errors.js';

export const NOT_A_TOKEN =
  'DISCORD_TOKEN is not a bot token that Discord accepts. Expected the text that the developer portal ' +
  '(https://discord.com/developers/applications) shows once, under Bot, "Reset Token"; a token that was reset since no longer works.';

/** Turns what a first request or a login failed with into a text for the operator. */
export function connectionError(error: unknown, apiUrl: string): ConfigError {
  const message = error instanceof Error ? error.message : String(error);
  const isTokenRefused =
    (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) ||
    (error instanceof DiscordAPIError && error.status === 401) ||
    // The gateway's close code 4004, which discord.js reports by its text; and letters that no header may hold, such as pasted quotes.
    /authentication failed|invalid authorization header/i.test(message);
  if (isTokenRefused) return new ConfigError(NOT_A_TOKEN, { cause: error });
  return new ConfigError(`cannot connect to Discord at ${apiUrl}: ${message}. Is this machine online, and is DISCORD_API_URL right?`, {
    cause: error,
  });
}
