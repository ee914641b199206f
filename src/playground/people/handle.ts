import type { Acknowledgement, Interaction } from '../interactions/interaction.js';
import { type Json, records } from '../json.js';
import type { Ground } from '../world/ground.js';
import { MESSAGE_FLAG, type Message } from '../world/state.js';

/** An interaction as the person who started it follows it. */
export interface Handle {
  readonly id: string;
  /** The first answer, as soon as there is one; for ever open where none comes. */
  readonly acknowledged: Promise<Acknowledgement>;
  /** The interaction with all that its application has done so far. */
  readonly interaction: Readonly<Interaction>;
  /** The first answer as the person sees it at the moment, "thinking" included; null where there is none. */
  message(): Readonly<Message> | null;
  /** Waits for the first answer with something to read: after "thinking", for what takes its place; after an update, for the update. */
  reply(ms?: number): Promise<Readonly<Message>>;
  /** The follow-ups that the person sees. */
  followUps(): readonly Readonly<Message>[];
  /** Waits for the form that the application shows. */
  modal(ms?: number): Promise<Json>;
  /** Waits for the choices that the application offers. */
  choices(ms?: number): Promise<readonly { readonly name: string; readonly value: string | number }[]>;
}

/** Makes the handle of an interaction. */
export function createHandle(ground: Ground, interaction: Interaction): Handle {
  const { until } = ground.changes;
  const at = (id: string | null): Message | null => (id === null ? null : (ground.messages.get(id) ?? null));
  const sourceBefore = at(interaction.sourceMessageId)?.editedAt ?? null;
  const acknowledged = new Promise<Acknowledgement>((resolve) => {
    const off = ground.changes.watch(() => {
      if (!interaction.acknowledgement) return;
      off();
      resolve(interaction.acknowledgement);
    });
  });
  const settled = (): Message | null => {
    const message = at(interaction.originalId);
    if (!interaction.acknowledgement || !message || (message.flags & MESSAGE_FLAG.loading) !== 0) return null;
    // A promised update has not come as long as the message is as it was.
    return interaction.acknowledgement.type === 6 && message.editedAt === sourceBefore ? null : message;
  };
  return {
    id: interaction.id,
    acknowledged,
    interaction,
    message: () => at(interaction.originalId),
    reply: (ms) => until(settled, ms),
    followUps: () => interaction.followUpIds.flatMap((id) => at(id) ?? []),
    modal: (ms) => until(() => interaction.modal, ms),
    choices: async (ms) => {
      const found = await until(() => interaction.choices, ms);
      return records(found).map(({ name, value }) => ({ name: String(name), value: typeof value === 'number' ? value : String(value) }));
    },
  };
}
