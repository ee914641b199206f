import type { Detail } from './fault.js';

/** Says that a field is missing or empty. */
export const required = (path: string): Detail => ({ path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' });

/** Says that a text or list is too long. */
export const tooLong = (path: string, maximum: number): Detail => ({
  path,
  code: 'BASE_TYPE_MAX_LENGTH',
  message: `Must be ${maximum} or fewer in length.`,
});

/** Says that the length of a text or list is outside its two bounds. */
export const badLength = (path: string, minimum: number, maximum: number): Detail => ({
  path,
  code: 'BASE_TYPE_BAD_LENGTH',
  message: `Must be between ${minimum} and ${maximum} in length.`,
});

/** Says that a number is too large. */
export const tooMuch = (path: string, maximum: number): Detail => ({
  path,
  code: 'NUMBER_TYPE_MAX',
  message: `int value should be less than or equal to ${maximum}.`,
});

/** Says that an object is of none of the types that its place allows. */
export const wrongType = (path: string, types: readonly unknown[]): Detail => ({
  path,
  code: 'UNION_TYPE_CHOICES',
  message: `Value of field "type" must be one of (${types.join(', ')}${types.length === 1 ? ',' : ''}).`,
});

const quoted = (value: string): string => `'${value}'`;

/** Says that a URL has a scheme which its place does not allow. */
export const wrongScheme = (path: string, scheme: string, allowed: readonly string[]): Detail => ({
  path,
  code: 'URL_TYPE_INVALID_SCHEME',
  message: `Scheme "${scheme}" must be one of (${allowed.map(quoted).join(', ')}).`,
});

/** Says that a value is none of the ones that its place allows. */
export const wrongChoice = (path: string, choices: readonly unknown[]): Detail => ({
  path,
  code: 'BASE_TYPE_CHOICES',
  message: `Value must be one of {${choices.map((choice) => (typeof choice === 'string' ? quoted(choice) : String(choice))).join(', ')}}.`,
});
