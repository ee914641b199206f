/** The least that a bot on discord.js can be: it replies one fixed sentence. What it needs is what the library needs. */
import { Client, Events, GatewayIntentBits } from 'discord.js';

const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
const client = new Client({
  intents: [Guilds, GuildMessages, DirectMessages],
  allowedMentions: { parse: [], repliedUser: false },
  rest: { api: process.env.DISCORD_API_URL },
});
client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isAutocomplete()) interaction.respond([{ name: 'one', value: 'one' }]).catch(console.error);
  else interaction.reply({ content: 'An answer.', flags: 64 }).catch(console.error);
});
client.on(Events.MessageCreate, (message) => {
  if (!message.author.bot) message.reply({ content: 'An answer.', nonce: message.id, enforceNonce: true }).catch(console.error);
});
process.on('SIGTERM', () => client.destroy().then(() => process.exit()));
const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
await client.login(process.env.DISCORD_TOKEN);
await ready;
const question = { name: 'question', description: 'The question', type: 3, required: true, autocomplete: true };
await client.application.commands.set([{ name: 'ask', description: 'Ask', options: [question] }]);
console.log('{"event":"commands"}');
