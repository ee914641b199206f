import { MOST_REQUEST_LENGTH, type Outcome, type Tidings, type Verb, type View } from '../live/protocol.js';
import type { Link } from './state.js';

/** The one line to the playground. */
export interface Connection {
  /** Sends a request; rejects with the reason for a refusal, or where the line is down. */
  ask(verb: Verb): Promise<Outcome>;
}

/** What a connection tells. */
export interface Listener {
  onLink(link: Link): void;
  onView(view: View): void;
  /** Called at every connect, the first and each later one: says what to look at. */
  onOpen(): void;
}

const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 5000;

/** Connects to an address, and again whenever the line breaks. */
export function connect(address: string, listener: Listener): Connection {
  const waiting = new Map<number, { readonly resolve: (outcome: Outcome) => void; readonly reject: (error: Error) => void }>();
  let socket: WebSocket | null = null;
  let lastId = 0;
  let wait = FIRST_WAIT_MS;

  function take(tidings: Tidings): void {
    if (tidings.kind === 'view') {
      listener.onView(tidings.view);
      return;
    }
    const open = waiting.get(tidings.id);
    waiting.delete(tidings.id);
    if (tidings.ok) open?.resolve(tidings.result);
    else open?.reject(new Error(tidings.error));
  }

  function begin(): void {
    const line = new WebSocket(address);
    line.addEventListener('open', () => {
      socket = line;
      wait = FIRST_WAIT_MS;
      listener.onLink('open');
      listener.onOpen();
    });
    // The playground serves the page and the line alike: what it says has the shape that both were built with.
    line.addEventListener('message', ({ data }) => take(JSON.parse(String(data)) as Tidings));
    line.addEventListener('close', () => {
      socket = null;
      for (const { reject } of waiting.values()) reject(new Error('The connection to the playground was lost.'));
      waiting.clear();
      listener.onLink('lost');
      setTimeout(begin, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    });
  }

  listener.onLink('connecting');
  begin();
  return {
    ask: (verb) =>
      new Promise((resolve, reject) => {
        if (socket === null) {
          reject(new Error('There is no connection to the playground.'));
          return;
        }
        lastId += 1;
        const request = JSON.stringify({ ...verb, id: lastId });
        if (request.length > MOST_REQUEST_LENGTH) {
          reject(new Error('This is too long to be sent.'));
          return;
        }
        waiting.set(lastId, { resolve, reject });
        socket.send(request);
      }),
  };
}
