/** A bot in a process of its own, connected to a Discord of the bench. */
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';

/** Those that run; whatever ends the bench ends them. */
const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/**
 * Starts a bot and waits until it logs that it is ready.
 * @param script the program
 * @param discord which it connects to: its url and its application
 * @param env beside the token and the address; nothing else of this process but PATH
 * @param wrap makes another command of the one that starts it
 * @param ready the event of its log that says so
 * @param preload a module that is loaded before the program and may be sent messages
 */
export async function startBot(script, discord, { env = {}, wrap = (command) => command, ready = 'started', preload } = {}) {
  const node = [process.execPath, ...(preload === undefined ? [] : ['--import', preload]), script];
  const [program, ...args] = wrap(node);
  const told = { PATH: process.env.PATH, DISCORD_TOKEN: discord.application.token, DISCORD_API_URL: discord.url };
  const child = spawn(program, args, {
    // No folder of the project: what is set there is no part of the bench.
    cwd: tmpdir(),
    env: { ...told, HTTP_PORT: '0', LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'inherit', ...(preload === undefined ? [] : ['ipc'])],
  });
  const log = [];
  running.add(child);
  const ended = new Promise((resolve) => child.once('close', resolve)).finally(() => running.delete(child));
  await new Promise((resolve, reject) => {
    void ended.then((code) => reject(new Error(`the bot ended with exit code ${code} before it was ready:\n${log.join('\n')}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      log.push(line);
      if (line.includes(`"event":"${ready}"`)) resolve();
    });
  });
  const end = (signal) => {
    child.kill(signal);
    return ended;
  };
  const address = () => JSON.parse(log.find((line) => line.includes('"event":"listening"'))).url;
  return {
    pid: child.pid,
    /** The lines of its log. */
    log,
    /** A value of its metrics page. */
    async metric(name) {
      const page = await (await fetch(`${address()}/metrics`)).text();
      return Number(new RegExp(`^${name} (.*)$`, 'm').exec(page)?.[1]);
    },
    /** Tells the preloaded module something. */
    send: (message) => child.send(message),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}
