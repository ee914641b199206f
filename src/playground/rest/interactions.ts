import type { Interaction } from '../interactions/interaction.js';
import { messageJson } from '../wire/message.js';
import { MESSAGE_FLAG, type Message } from '../world/state.js';
import { type Call, NOTHING, ok, open, param, type Route } from './route.js';

const WEBHOOK = '/webhooks/{webhook_id}/{webhook_token}';

const behind = (call: Call): Interaction => call.interactions.byToken(param(call, 'webhook_id'), param(call, 'webhook_token'));

const shown = (call: Call, interaction: Interaction, message: Message): unknown =>
  messageJson(call.ground, message, interaction.applicationId, true);

/** The three things to do with a message of an interaction, at the address of the first answer or of any. */
const messageRoutesAt = (address: string, idOf: (call: Call) => string): readonly Route[] => [
  open(`GET ${address}`, (call) => {
    const interaction = behind(call);
    return ok(shown(call, interaction, call.interactions.message(interaction, idOf(call))));
  }),
  open(`PATCH ${address}`, (call) => {
    const interaction = behind(call);
    return ok(shown(call, interaction, call.interactions.edit(interaction, idOf(call), call)));
  }),
  open(`DELETE ${address}`, (call) => {
    call.interactions.remove(behind(call), idOf(call));
    return NOTHING;
  }),
];

/** Routes that answer interactions; the token in the path is all that they need. */
export const interactionRoutes: readonly Route[] = [
  open('POST /interactions/{interaction_id}/{interaction_token}/callback', (call) => {
    const { interaction, message } = call.interactions.callback(param(call, 'interaction_id'), param(call, 'interaction_token'), call);
    if (call.query.get('with_response') !== 'true') return NOTHING;
    const type = interaction.acknowledgement?.type;
    return ok({
      interaction: {
        id: interaction.id,
        type: interaction.type,
        channel_id: interaction.channelId,
        ...(interaction.guildId === null ? {} : { guild_id: interaction.guildId }),
        ...(message
          ? {
              response_message_id: message.id,
              response_message_loading: (message.flags & MESSAGE_FLAG.loading) !== 0,
              response_message_ephemeral: message.ephemeralFor !== null,
            }
          : {}),
      },
      // The announced message of type 5 is told as type 4, an update of either kind as type 7.
      ...(message ? { resource: { type: type === 6 || type === 7 ? 7 : 4, message: shown(call, interaction, message) } } : {}),
    });
  }),
  open(`POST ${WEBHOOK}`, (call) => {
    const interaction = behind(call);
    const message = call.interactions.followUp(interaction, call);
    // An application's webhook always answers with the message, whatever `wait` says (documentation: create followup message).
    return ok(shown(call, interaction, message));
  }),
  ...messageRoutesAt(`${WEBHOOK}/messages/@original`, () => '@original'),
  ...messageRoutesAt(`${WEBHOOK}/messages/{message_id}`, (call) => param(call, 'message_id')),
];
