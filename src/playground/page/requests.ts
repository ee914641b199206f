import type { Outcome, Verb } from '../live/protocol.js';
import type { Address } from './upkeep/address.js';

/** What came of a request, or why it was refused. */
export type Attempt = Outcome | { readonly kind: 'refusal'; readonly text: string };

/** What every deed on the page comes down to. */
export interface Requests {
  go(change: Partial<Address>): void;
  /** Sends a request; `key` names the control that is busy meanwhile, and so cannot be pressed again: then it gives null. */
  attempt(key: string | null, verb: Verb): Promise<Attempt | null>;
  show(outcome: Attempt): void;
  /** Sends a request and shows what comes of it; null for what was refused, or could not be pressed. */
  press(key: string | null, verb: Verb): Promise<Outcome | null>;
  say(text: string, tone?: 'info' | 'fault'): void;
}
