/** A Discord on loopback with many people in many channels, in the process of the bench. */
import { createServer } from 'node:http';
import { createPlayground } from '../../dist/playground/playground.js';

/**
 * Starts it with one server that the bot is a member of.
 * @param onRequest called with every HTTP request when it arrives
 * @param limits Discord's limits of requests where they are to be other than the playground's
 */
export async function startDiscord({ channels: channelCount = 24, people: peopleCount = 640, limits = {}, onRequest = () => {} } = {}) {
  const playground = createPlayground({ now: Date.now, limits });
  const server = createServer((request, response) => {
    onRequest(request);
    playground.listener(request, response);
  }).on('upgrade', playground.upgrade);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  const { world } = playground;
  const owner = world.addUser({ username: 'owner' });
  const application = world.addApplication({ name: 'Bench', ownerId: owner.id });
  const guild = world.addGuild({ name: 'Bench', ownerId: owner.id });
  const channels = Array.from({ length: channelCount }, (_, i) => world.addChannel(guild.id, { name: `channel-${i}` }).id);
  const people = Array.from({ length: peopleCount }, (_, i) => {
    const { id } = world.addUser({ username: `person${i}` });
    world.join(guild.id, id);
    return playground.as(id);
  });
  world.join(guild.id, application.id);
  const close = () => {
    playground.close();
    server.closeAllConnections();
    server.close();
  };
  return { playground, application, owner, guild, channels, people, port, url: urlAt(port), close };
}

/** What the bot's DISCORD_API_URL is for a port of this machine. */
export const urlAt = (port) => `http://127.0.0.1:${port}/api`;
