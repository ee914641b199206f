import { randomUUID } from 'node:crypto';
import { type Json, list, number, text, texts } from '../json.js';
import { guildCreateJson } from '../wire/guild.js';
import { memberJson, ownUserJson } from '../wire/people.js';
import { type Ground, userOf } from '../world/ground.js';
import type { Application } from '../world/state.js';
import { INTENT } from './dispatches.js';
import type { Line } from './line.js';
import { deliver, hears, type Session } from './session.js';

/** Where the websocket of the gateway is. */
export const GATEWAY_PATH = '/gateway';

/** The codes with which the gateway closes a connection (documentation: gateway close event codes). */
export const CLOSE = {
  unknownOp: [4001, 'Unknown opcode.'],
  decode: [4002, 'Decode error.'],
  notAuthenticated: [4003, 'Not authenticated.'],
  authentication: [4004, 'Authentication failed.'],
  already: [4005, 'Already authenticated.'],
  seq: [4007, 'Invalid seq.'],
  shard: [4010, 'Invalid shard.'],
  version: [4012, 'Invalid API version.'],
  intents: [4013, 'Invalid intent(s).'],
  disallowed: [4014, 'Disallowed intent(s).'],
} as const;

/** Thrown where the gateway closes a connection for a mistake of the client. */
export class Closing extends Error {
  readonly code: number;

  constructor(why: keyof typeof CLOSE) {
    super(CLOSE[why][1]);
    this.name = 'Closing';
    this.code = CLOSE[why][0];
  }
}

/** The bits that an intent may have so far (documentation: gateway intents). */
const KNOWN_INTENTS = (1 << 26) - 1;

const PRIVILEGED = [
  ['members', INTENT.guildMembers],
  ['presences', INTENT.guildPresences],
  ['messageContent', INTENT.messageContent],
] as const;

/** Finds the application that a token belongs to. */
export const applicationWith = (ground: Pick<Ground, 'applications'>, token: string | undefined): Application | undefined =>
  [...ground.applications.values()].find((application) => application.token === token?.replace(/^Bot /, ''));

/** Begins a session: checks what IDENTIFY asks for, says READY and sends the guilds. */
export function identify(ground: Ground, line: Line, asked: Json, host: string): Session {
  const application = applicationWith(ground, text(asked.token));
  const intents = number(asked.intents) ?? -1;
  const [shardId, shardCount] = [number(list(asked.shard)[0]) ?? 0, number(list(asked.shard)[1]) ?? 1];
  if (!application) throw new Closing('authentication');
  if (intents < 0 || (intents & ~KNOWN_INTENTS) !== 0) throw new Closing('intents');
  if (shardId < 0 || shardId >= shardCount) throw new Closing('shard');
  if (PRIVILEGED.some(([name, bit]) => (intents & bit) !== 0 && !application.privileged[name])) throw new Closing('disallowed');
  const session: Session = {
    id: randomUUID().replaceAll('-', ''),
    applicationId: application.id,
    token: application.token,
    intents,
    shard: [shardId, shardCount],
    line,
    seq: 0,
    log: [],
  };
  const guilds = [...ground.guilds.values()].filter((guild) => guild.members.has(application.id) && hears(session, guild.id));
  const d = {
    v: 10,
    user_settings: {},
    user: ownUserJson(userOf(ground, application.id)),
    session_type: 'normal',
    session_id: session.id,
    resume_gateway_url: `ws://${host}${GATEWAY_PATH}`,
    relationships: [],
    private_channels: [],
    presences: [],
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    guild_join_requests: [],
    application: { id: application.id, flags: 0 },
    shard: session.shard,
    _trace: [],
  };
  deliver(session, { t: 'READY', d });
  if ((intents & INTENT.guilds) !== 0) {
    for (const guild of guilds) {
      if (!guild.unavailable) deliver(session, { t: 'GUILD_CREATE', d: guildCreateJson(ground, guild, application.id) });
    }
  }
  return session;
}

/** Sends the members of a guild that a client asks for by name or id. */
export function sendMembers(ground: Ground, session: Session, asked: Json): void {
  const guild = ground.guilds.get(text(asked.guild_id) ?? '');
  if (!guild?.members.has(session.applicationId)) return;
  const ids = texts([asked.user_ids].flat());
  const query = text(asked.query)?.toLowerCase() ?? '';
  const found = [...guild.members.values()].filter(({ userId }) =>
    ids.length > 0 ? ids.includes(userId) : userOf(ground, userId).username.toLowerCase().startsWith(query),
  );
  const limit = number(asked.limit) ?? 0;
  const members = (limit > 0 ? found.slice(0, limit) : found).map((member) => memberJson(ground, member));
  const nonce = text(asked.nonce);
  const d = {
    guild_id: guild.id,
    members,
    chunk_index: 0,
    chunk_count: 1,
    not_found: ids.filter((id) => !guild.members.has(id)),
    ...(nonce ? { nonce } : {}),
  };
  deliver(session, { t: 'GUILD_MEMBERS_CHUNK', d });
}
