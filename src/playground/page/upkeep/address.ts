/** What the address of the page says: who, where, and whether the curator's view is open. */
export interface Address {
  readonly person: string | null;
  readonly channel: string | null;
  readonly coverage: boolean;
}

/** Nobody, and no place, has a longer name (documentation: create channel). */
const MOST_IN_NAME = 100;

/** Reads the part of an address after `#`. */
export function readAddress(hash: string): Address {
  const [, person = '', channel = '', view] = hash.replace(/^#/, '').split('/').map(decoded);
  return { person: named(person), channel: named(channel), coverage: view === 'coverage' };
}

const named = (part: string): string | null => (part === '' || part.length > MOST_IN_NAME ? null : part);

/** Writes the part of an address after `#`, with it. */
export function writeAddress({ person, channel, coverage }: Address): string {
  const parts = [person ?? '', channel ?? '', ...(coverage ? ['coverage'] : [])];
  return `#/${parts.map(encodeURIComponent).join('/').replaceAll('%40', '@')}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
