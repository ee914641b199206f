/** The program cannot start as it is configured: bad arguments, a knowledge folder that does not load. Its text is for the operator. */
export class ConfigError extends Error {
  override readonly name: string = 'ConfigError';
}
