import { z } from 'zod';
import { JUMPS, type Request } from './protocol.js';

/** What people write: what is too long for Discord is refused in words, where it is known what it is. */
const text = z.string();
/** What the page itself never makes longer. */
const id = z.string().max(100);
const values = z.record(id, z.union([text, z.number(), z.boolean()]));

const request = z.discriminatedUnion('verb', [
  z.object({ id: z.int(), verb: z.literal('look'), person: text.nullable(), channel: text.nullable(), reading: z.boolean() }),
  z.object({ id: z.int(), verb: z.literal('send'), content: text, replyTo: id.nullable(), ping: z.boolean() }),
  z.object({ id: z.int(), verb: z.literal('edit'), messageId: id, content: text }),
  z.object({ id: z.int(), verb: z.literal('remove'), messageId: id }),
  z.object({ id: z.int(), verb: z.literal('react'), messageId: id, emoji: id, on: z.boolean() }),
  z.object({ id: z.int(), verb: z.literal('typing') }),
  z.object({ id: z.int(), verb: z.literal('thread'), messageId: id.nullable(), name: text }),
  z.object({ id: z.int(), verb: z.literal('slash'), name: id, values }),
  z.object({ id: z.int(), verb: z.literal('complete'), name: id, values, focused: id }),
  z.object({ id: z.int(), verb: z.literal('messageCommand'), name: id, messageId: id }),
  z.object({ id: z.int(), verb: z.literal('click'), messageId: id, customId: id }),
  z.object({ id: z.int(), verb: z.literal('select'), messageId: id, customId: id, values: z.array(id).max(25) }),
  z.object({ id: z.int(), verb: z.literal('submit'), interactionId: id, values: z.record(id, z.union([text, z.array(id)])) }),
  z.object({ id: z.int(), verb: z.literal('jump'), to: z.enum(JUMPS) }),
]);

/** Reads what came over the wire; null for what is no request. */
export function readRequest(line: string): Request | null {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    return null;
  }
  const result = request.safeParse(given);
  return result.success ? result.data : null;
}
