import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { isRecord, type Json, number, record, text } from '../json.js';
import type { WorldEvent } from '../world/events.js';
import type { Ground } from '../world/ground.js';
import { dispatchesFor } from './dispatches.js';
import { applicationWith, Closing, GATEWAY_PATH, identify, sendMembers } from './handshake.js';
import { createLine, type Line } from './line.js';
import { deliver, hears, replay, type Session } from './session.js';

/** The websocket side of the playground. */
export interface Gateway {
  /** Takes over a connection that asked for a websocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** The sessions that a client is connected to, or could resume. */
  readonly sessions: readonly Session[];
  /** Ends a session: it cannot be resumed. */
  end(session: Session): void;
  /** While true, heartbeats get no answer. */
  deaf: boolean;
  /** While true, RESUME is answered with op 9 "not resumable". */
  forgetful: boolean;
  /** Ends every connection and session. */
  close(): void;
}

/** What a client and the gateway say to each other (documentation: gateway opcodes). */
const OP = { heartbeat: 1, identify: 2, presence: 3, voice: 4, resume: 6, members: 8, invalid: 9, hello: 10, ack: 11 };

/** The two codes with which a client says that it will not come back. */
const GOODBYE = [1000, 1001];

/** The close code for what is not the client's fault. */
const UNKNOWN_ERROR = 4000;

/** Far more than a client has to say: asking for a hundred members by their ids, the most that can be, takes 3,000. */
const MAX_FRAME_BYTES = 16_384;

/** Creates the gateway over a world; it sends what happens there to whom it may concern. */
export function createGateway(
  ground: Ground,
  options: { readonly heartbeatIntervalMs: number; readonly report: (text: string) => void },
): Gateway {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES });
  const sessions = new Map<string, Session>();
  const off = ground.changes.on((event: WorldEvent) => {
    for (const session of sessions.values()) {
      for (const dispatch of dispatchesFor(ground, event, { botId: session.applicationId, intents: session.intents })) {
        if (hears(session, dispatch.guildId)) deliver(session, dispatch);
      }
    }
  });

  const gateway: Gateway = {
    upgrade: (request, socket, head) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      if (url.pathname.replace(/\/$/, '') !== GATEWAY_PATH) {
        socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, (connection) => greet(connection, request.headers.host ?? 'localhost', url.searchParams));
    },
    get sessions() {
      return [...sessions.values()];
    },
    end: (session) => {
      sessions.delete(session.id);
    },
    deaf: false,
    forgetful: false,
    close: () => {
      off();
      sessions.clear();
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };

  function greet(socket: WebSocket, host: string, query: URLSearchParams): void {
    const compress = query.get('compress');
    const line = createLine(socket, compress === 'zlib-stream');
    let session: Session | null = null;
    const guarded = (work: () => void): void => {
      try {
        work();
      } catch (error) {
        const { code, message } = error instanceof Closing ? error : { code: UNKNOWN_ERROR, message: String(error) };
        options.report(`the gateway closed a connection: ${code} ${message}`);
        line.close(code, message);
      }
    };
    socket.on('error', line.terminate);
    socket.on('close', (code) => {
      if (session?.line !== line) return;
      session.line = null;
      if (GOODBYE.includes(code)) sessions.delete(session.id);
      ground.changes.touch();
    });
    socket.on('message', (data) =>
      guarded(() => {
        session = receive(line, session, parse(String(data)), host);
        ground.changes.touch();
      }),
    );
    guarded(() => {
      if (query.get('encoding') === 'etf' || (compress !== null && compress !== 'zlib-stream')) throw new Closing('version');
      line.send({ op: OP.hello, d: { heartbeat_interval: options.heartbeatIntervalMs, _trace: [] } });
    });
  }

  /** Answers a frame; gives the session that the connection now has. */
  function receive(line: Line, session: Session | null, frame: Json, host: string): Session | null {
    switch (frame.op) {
      case OP.heartbeat:
        if (!gateway.deaf) line.send({ op: OP.ack });
        return session;
      case OP.identify: {
        if (session) throw new Closing('already');
        const begun = identify(ground, line, record(frame.d), host);
        sessions.set(begun.id, begun);
        return begun;
      }
      case OP.resume:
        return resume(line, record(frame.d)) ?? session;
      case OP.presence:
      case OP.voice:
        return session;
      case OP.members:
        if (!session) throw new Closing('notAuthenticated');
        sendMembers(ground, session, record(frame.d));
        return session;
      default:
        throw new Closing('unknownOp');
    }
  }

  function resume(line: Line, asked: Json): Session | null {
    const session = sessions.get(text(asked.session_id) ?? '');
    const seq = number(asked.seq) ?? -1;
    if (!applicationWith(ground, text(asked.token))) throw new Closing('authentication');
    if (session && seq > session.seq) throw new Closing('seq');
    const known = session && session.token === asked.token && !gateway.forgetful;
    if (known) {
      const before = session.line;
      session.line = line;
      if (before !== line) before?.close(4000, 'Resumed elsewhere.');
      if (replay(session, seq)) {
        deliver(session, { t: 'RESUMED', d: { _trace: [] } });
        return session;
      }
    }
    if (session) sessions.delete(session.id);
    line.send({ op: OP.invalid, d: false });
    return null;
  }

  return gateway;
}

function parse(data: string): Json {
  try {
    const frame: unknown = JSON.parse(data);
    if (isRecord(frame)) return frame;
  } catch {
    // Answered below: what cannot be read closes the connection.
  }
  throw new Closing('decode');
}
