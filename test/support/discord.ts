import { WebSocket } from 'ws';
import { type RunningPlayground, startPlayground } from '../../src/playground/playground.js';

/** A clock that stands until it is told to move. */
export interface PlaygroundClock {
  readonly now: () => number;
  /** Milliseconds that only ever grow, where that is another clock. */
  readonly monotonic?: () => number;
  forward(ms: number): void;
}

/** Creates a clock that stands at a moment. */
export function standingClock(at = Date.UTC(2027, 2, 1, 12)): PlaygroundClock {
  let time = at;
  return {
    now: () => time,
    forward: (ms) => {
      time += ms;
    },
  };
}

/** A started playground with the people and places that most tests need. */
export interface TestDiscord extends RunningPlayground {
  readonly token: string;
  /** The application's id, which is also the bot's. */
  readonly botId: string;
  readonly guildId: string;
  readonly ownerId: string;
  /** A member who may manage messages. */
  readonly helperId: string;
  readonly memberId: string;
  /** `#general` and `#random`. */
  readonly generalId: string;
  readonly randomId: string;
  readonly clock: PlaygroundClock;
}

type Options = Omit<NonNullable<Parameters<typeof startPlayground>[0]>, 'now'> & {
  readonly clock?: PlaygroundClock;
  readonly messageContent?: boolean;
};

/** Starts a playground with an application in one guild: an owner, a helper, a member, two channels. Close it after use. */
export async function discordWithGuild({
  clock = standingClock(),
  messageContent = false,
  ...options
}: Options = {}): Promise<TestDiscord> {
  const playground = await startPlayground({ ...options, now: clock.now });
  const { world } = playground;
  const owner = world.addUser({ username: 'olga', globalName: 'Olga' });
  const helper = world.addUser({ username: 'henry', globalName: 'Henry' });
  const member = world.addUser({ username: 'mia', globalName: 'Mia' });
  const application = world.addApplication({ name: 'Test bot', ownerId: owner.id, privileged: { messageContent } });
  const guild = world.addGuild({ name: 'Harbour', ownerId: owner.id });
  const helpers = world.addRole(guild.id, { name: 'Helpers', permissions: ['manageMessages'] });
  const general = world.addChannel(guild.id, { name: 'general' });
  const random = world.addChannel(guild.id, { name: 'random' });
  world.join(guild.id, helper.id, [helpers.id]);
  world.join(guild.id, member.id);
  world.join(guild.id, application.id);
  return {
    ...playground,
    // Spreading would freeze what the getter shows.
    get sessions() {
      return playground.sessions;
    },
    token: application.token,
    botId: application.id,
    guildId: guild.id,
    ownerId: owner.id,
    helperId: helper.id,
    memberId: member.id,
    generalId: general.id,
    randomId: random.id,
    clock,
  };
}

/** An answer of the REST side, as it came. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body; undefined where there is none. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects and fails where it is not there
  readonly body: any;
}

/** Sends requests as a bot without a library would. */
export async function rest(
  discord: Pick<TestDiscord, 'url' | 'token'>,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = { authorization: `Bot ${discord.token}` },
): Promise<RawAnswer> {
  const response = await fetch(`${discord.url}/v10${path}`, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}

/** A frame of the gateway. */
export interface Frame {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects and fails where it is not there
  readonly d: any;
}

/** A gateway connection without a library. */
export interface RawGateway {
  readonly frames: readonly Frame[];
  /** The code of the close, when it is closed. */
  readonly closed: Promise<number>;
  send(frame: object): void;
  /** Sends what need not be a frame. */
  sendText(text: string): void;
  /** Waits for a frame with the event's name, or the opcode: the first, or the one after so many that have passed. */
  next(what: string | number, passed?: number): Promise<Frame>;
  close(code?: number): void;
}

/** Connects to the gateway; `identify` is sent as soon as the server has said hello. */
export function rawGateway(discord: TestDiscord, identify?: object, query = '?v=10&encoding=json'): RawGateway {
  const socket = new WebSocket(`${discord.url.replace('http', 'ws').replace('/api', '/gateway')}${query}`);
  const frames: Frame[] = [];
  const looks = new Set<() => void>();
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve);
  });
  socket.on('error', () => undefined);
  socket.on('message', (data) => {
    const frame: Frame = JSON.parse(String(data));
    frames.push(frame);
    if (frame.op === 10 && identify) socket.send(JSON.stringify({ op: 2, d: { token: discord.token, properties: {}, ...identify } }));
    for (const look of [...looks]) look();
  });
  return {
    frames,
    closed,
    send: (frame) => socket.send(JSON.stringify(frame)),
    sendText: (text) => socket.send(text),
    next: (what, passed = 0) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = frames.filter(({ op, t }) => (typeof what === 'number' ? op === what : t === what))[passed];
          if (!found) return;
          looks.delete(look);
          resolve(found);
        };
        looks.add(look);
        look();
      }),
    close: (code) => socket.close(code),
  };
}
