import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Playground } from '../playground.js';
import { createDesk, type Desk, type PlaygroundClock, type Seat } from './desk.js';
import { createMemory } from './memory.js';
import { type KnowledgeState, MOST_REQUEST_LENGTH, type Request, type Tidings } from './protocol.js';
import { refusalText } from './refusals.js';
import { readRequest } from './requests.js';
import { peopleOf, type Sight, viewOf } from './view.js';

/** What the page is connected to. */
export interface Live {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

/** What the connections are made from. */
export interface LiveOptions {
  readonly playground: Playground;
  readonly applicationId: string;
  readonly clock: PlaygroundClock;
  /** How long an application is waited for. */
  readonly patienceMs: number;
  readonly hasTrace: (questionId: string) => boolean;
  readonly knowledge: () => KnowledgeState;
}

/** Changes within this time are shown together. */
const GATHER_MS = 20;
/** How often is looked at what no event tells of: the state of the knowledge, and whether the bot is connected. */
const LOOK_MS = 500;
/** A clock that differs by so much has been set. */
const CLOCK_SET_MS = 1000;
/** As many bytes as the longest request has: in UTF-8 each unit of a text takes up to three. */
const MAX_REQUEST_BYTES = 3 * MOST_REQUEST_LENGTH;

interface Tab {
  readonly socket: WebSocket;
  seat: Seat | null;
  /** Whether the person sees the messages; something may cover them. */
  reading: boolean;
  /** The view that was sent last, to send only what is new. */
  last: string;
  /** How far the clock was ahead of this machine's then. */
  shiftMs: number;
}

/** Creates the connections of the page: each sends a person's view again after every change, and takes the person's requests. */
export function createLive({ playground, applicationId, clock, patienceMs, hasTrace, knowledge }: LiveOptions): Live {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_REQUEST_BYTES });
  const tabs = new Set<Tab>();
  let gathering: NodeJS.Timeout | null = null;

  const changed = (): void => {
    if (tabs.size > 0) gathering ??= setTimeout(showAll, GATHER_MS);
  };
  const memory = createMemory(playground, changed);
  const sight: Sight = {
    ...{ playground, applicationId, hasTrace, knowledge, now: clock.now },
    ...{ typing: memory.typing, lastRead: memory.lastRead, commandName: memory.commandName },
    people: () => peopleOf(sight),
  };
  const desk: Desk = createDesk(sight, { clock, patienceMs });
  const unwatch = playground.watch(changed);
  const unannounced = (): string => JSON.stringify([knowledge(), playground.sessions.map(({ connected }) => connected)]);
  let known = unannounced();
  const looking = setInterval(() => {
    const now = unannounced();
    if (now !== known) changed();
    known = now;
  }, LOOK_MS).unref();

  function tell(tab: Tab, tidings: Tidings): void {
    if (tab.socket.readyState === tab.socket.OPEN) tab.socket.send(JSON.stringify(tidings));
  }

  /** Computes a tab's view; where its person or channel is gone, that of the first ones. */
  function viewFor(tab: Tab): ReturnType<typeof viewOf> {
    const seat = tab.seat ?? desk.seatFor(null, null);
    if (tab.reading) memory.read(seat.personId, seat.channelId);
    try {
      return viewOf(sight, seat.personId, seat.channelId);
    } catch {
      tab.seat = desk.seatFor(peopleOf(sight).find(({ id }) => id === seat.personId)?.username ?? null, null);
      return viewOf(sight, tab.seat.personId, tab.seat.channelId);
    }
  }

  function show(tab: Tab): void {
    if (tab.seat === null) return;
    const view = viewFor(tab);
    const content = JSON.stringify({ ...view, now: null });
    // The clock alone is no news, unless somebody has set it.
    const shiftMs = view.now - Date.now();
    if (content === tab.last && Math.abs(shiftMs - tab.shiftMs) < CLOCK_SET_MS) return;
    tab.last = content;
    tab.shiftMs = shiftMs;
    tell(tab, { kind: 'view', view });
  }

  /** Runs on a timer, where nobody would hear of a failure. */
  function showAll(): void {
    gathering = null;
    for (const tab of tabs) {
      try {
        show(tab);
      } catch {
        // The bot has left the server that the page shows: there is nothing to see.
        tab.socket.close(1011, 'nothing to show');
      }
    }
  }

  async function answer(tab: Tab, request: Request): Promise<void> {
    const { id } = request;
    try {
      if (request.verb === 'look') {
        tab.seat = desk.seatFor(request.person, request.channel);
        tab.reading = request.reading;
        tell(tab, { kind: 'answer', id, ok: true, result: { kind: 'done' } });
        show(tab);
        return;
      }
      if (tab.seat === null) throw new Error('look at a channel first');
      const result = await desk.carryOut(tab.seat, request);
      tell(tab, { kind: 'answer', id, ok: true, result });
      changed();
    } catch (error) {
      tell(tab, { kind: 'answer', id, ok: false, error: refusalText(error) });
    }
  }

  function greet(socket: WebSocket): void {
    const tab: Tab = { socket, seat: null, reading: true, last: '', shiftMs: 0 };
    tabs.add(tab);
    socket.on('error', () => undefined);
    socket.on('close', () => tabs.delete(tab));
    socket.on('message', (data, isBinary) => {
      const request = isBinary ? null : readRequest(String(data));
      // What the page never says comes from something that is not the page.
      if (request === null) socket.close(1008, 'no request of the page');
      else void answer(tab, request);
    });
  }

  return {
    upgrade: (request, socket, head) => server.handleUpgrade(request, socket, head, greet),
    close: () => {
      unwatch();
      memory.close();
      clearInterval(looking);
      if (gathering) clearTimeout(gathering);
      for (const { socket } of tabs) socket.terminate();
      // What is answered from now on is shown to nobody, and so starts no further timer.
      tabs.clear();
      server.close();
    },
  };
}
