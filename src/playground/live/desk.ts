import type { ClockJump } from '../../core/tips/clock-jumps.js';
import type { Handle } from '../people/handle.js';
import type { Person } from '../people/person.js';
import { formOf } from './controls.js';
import type { Outcome, Request } from './protocol.js';
import { nameableFor, placesOf, type Sight } from './view.js';

/** The playground's clock, which can be set forward, and back to the real time. */
export interface PlaygroundClock {
  now(): number;
  /** Sets the clock; on the way forward it stops at everything that is due. The note says what was there. */
  jump(to: ClockJump): Promise<{ readonly now: number; readonly note: string }>;
}

/** Who looks where. */
export interface Seat {
  readonly personId: string;
  readonly channelId: string;
}

/** Carries out what the page asks for. */
export interface Desk {
  /** Finds the person and the place that an address names; the first ones for what is unknown. */
  seatFor(person: string | null, channel: string | null): Seat;
  carryOut(seat: Seat, request: Exclude<Request, { readonly verb: 'look' }>): Promise<Outcome>;
}

/** How many forms that were opened and not yet sent are remembered. */
const OPEN_FORMS = 200;

const DONE: Outcome = { kind: 'done' };

/** What a desk needs beside the world. */
export interface DeskOptions {
  readonly clock: PlaygroundClock;
  /** How long an application is waited for. */
  readonly patienceMs: number;
}

/** Creates the desk of a playground. */
export function createDesk(sight: Sight, { clock, patienceMs }: DeskOptions): Desk {
  const { playground } = sight;
  const forms = new Map<string, { readonly handle: Handle; readonly personId: string }>();

  /** Waits for what the application does first. */
  async function follow(handle: Handle, { personId }: Seat): Promise<Outcome> {
    const { interaction } = handle;
    const first = await playground.until(() => interaction.acknowledgement, patienceMs).catch(() => null);
    if (first === null) return { kind: 'silence' };
    if (interaction.choices) {
      const suggestions = await handle.choices();
      return { kind: 'suggestions', suggestions };
    }
    if (!interaction.modal) return DONE;
    for (const id of [...forms.keys()].slice(0, Math.max(0, forms.size - OPEN_FORMS))) forms.delete(id);
    forms.set(handle.id, { handle, personId });
    return { kind: 'form', form: formOf(handle.id, interaction.modal, nameableFor(sight, personId)) };
  }

  /** Sends a form. It is gone once its application has taken it; after silence it stays, to be sent anew. */
  async function submit(seat: Seat, interactionId: string, values: Parameters<Person['submit']>[1]): Promise<Outcome> {
    const form = forms.get(interactionId);
    if (form?.personId !== seat.personId) throw new Error('This form is no longer open.');
    const handle = playground.as(seat.personId).submit(form.handle, values);
    forms.delete(interactionId);
    const outcome = await follow(handle, seat);
    if (outcome.kind === 'silence') forms.set(interactionId, form);
    return outcome;
  }

  return {
    seatFor: (wantedPerson, wantedChannel) => {
      const people = sight.people().filter(({ bot }) => !bot);
      // A newcomer begins as somebody without rights of their own.
      const personId = (
        people.find(({ username }) => username === wantedPerson) ??
        people.find(({ standing }) => standing === 'Member') ??
        people[0]
      )?.id;
      if (personId === undefined) throw new Error('there is nobody in the server');
      const places = placesOf(sight, personId);
      const place = places.find(({ key }) => key === wantedChannel) ?? places[0];
      if (!place) throw new Error('there is nothing to see in the server');
      const bot = place.kind === 'direct' ? sight.people().find(({ username }) => place.key === `@${username}`) : undefined;
      const channelId = place.id ?? (bot && playground.as(personId).directMessages(bot.id).id);
      if (channelId === undefined) throw new Error(`there is no way to ${place.key}`);
      return { personId, channelId };
    },
    carryOut: async (seat, request) => {
      const { personId, channelId } = seat;
      const person = playground.as(personId);
      switch (request.verb) {
        case 'send':
          person.send(channelId, request.content, { ping: request.ping, ...(request.replyTo !== null && { replyTo: request.replyTo }) });
          return DONE;
        case 'edit':
          person.edit(request.messageId, request.content);
          return DONE;
        case 'remove':
          person.remove(request.messageId);
          return DONE;
        case 'react':
          if (request.on) person.react(request.messageId, request.emoji);
          else person.unreact(request.messageId, request.emoji);
          return DONE;
        case 'typing':
          person.typing(channelId);
          return DONE;
        case 'thread':
          return {
            kind: 'thread',
            key: person.thread(request.messageId === null ? { channelId } : { messageId: request.messageId }, request.name).id,
          };
        case 'slash':
          return follow(person.slash(channelId, request.name, request.values), seat);
        case 'complete':
          return follow(person.autocomplete(channelId, request.name, request.values, request.focused), seat);
        case 'messageCommand':
          return follow(person.messageCommand(request.name, request.messageId), seat);
        case 'click':
          return follow(person.click(request.messageId, request.customId), seat);
        case 'select':
          return follow(person.select(request.messageId, request.customId, request.values), seat);
        case 'submit':
          return submit(seat, request.interactionId, request.values);
        case 'jump':
          return { kind: 'note', text: (await clock.jump(request.to)).note };
      }
    },
  };
}
