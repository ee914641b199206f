/** An error whose text is meant for the asker or the operator: no stack trace, no inner detail. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** The program cannot start as it is configured: bad arguments, a knowledge folder that does not load. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
