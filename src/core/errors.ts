/** The program cannot start as it is configured: bad arguments, a knowledge folder that does not load. Its text is for the operator. */
export class ConfigError extends Error {
  override readonly name: string = 'ConfigError';
}

/** The database can't be used at the moment, or does not answer. What was asked of it may or may not have happened. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
