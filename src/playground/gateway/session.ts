import { shardOf } from '../snowflake.js';
import type { Dispatch } from './dispatches.js';
import type { Line } from './line.js';

/** A gateway session: it outlives its connection until it is ended, so that a client can resume it. */
export interface Session {
  readonly id: string;
  readonly applicationId: string;
  readonly token: string;
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  line: Line | null;
  seq: number;
  readonly log: { readonly seq: number; readonly frame: string }[];
}

/** How many events a session keeps for a client that resumes. */
const LOG_LENGTH = 1000;

/** Tells whether a session's shard is the one that hears of a guild; what has no guild is for shard 0. */
export const hears = (session: Session, guildId: string | null): boolean =>
  guildId === null ? session.shard[0] === 0 : shardOf(guildId, session.shard[1]) === session.shard[0];

/** Numbers an event, keeps it for a resume and sends it. */
export function deliver(session: Session, dispatch: Pick<Dispatch, 't' | 'd'>): void {
  session.seq += 1;
  const frame = JSON.stringify({ op: 0, t: dispatch.t, s: session.seq, d: dispatch.d });
  session.log.push({ seq: session.seq, frame });
  if (session.log.length > LOG_LENGTH) session.log.shift();
  session.line?.send(frame);
}

/** Sends again what a client has missed since `seq`; false when it is no longer known. */
export function replay(session: Session, seq: number): boolean {
  const missed = session.log.filter((entry) => entry.seq > seq);
  if (missed.length !== session.seq - seq) return false;
  for (const { frame } of missed) session.line?.send(frame);
  return true;
}
