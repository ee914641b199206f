import type { PersonView, View } from '../live/protocol.js';
import type { Actions } from './actions.js';
import type { Names } from './markdown/markdown.js';
import { avatarOf } from './parts/avatar.js';
import { type PageState, playgroundNow } from './state.js';
import { writeAddress } from './upkeep/address.js';

/** What every part of the page is drawn from. */
export interface Page {
  readonly state: PageState;
  readonly view: View;
  readonly act: Actions;
  /** What names in messages stand for. */
  readonly names: Names;
}

/** Finds somebody by id. */
export const personOf = ({ view }: Pick<Page, 'view'>, id: string | null): PersonView | undefined =>
  view.people.find((person) => person.id === id);

/** Names somebody, also who is gone. */
export const nameOf = (page: Pick<Page, 'view'>, id: string | null): string => personOf(page, id)?.name ?? 'Somebody';

/** Draws somebody's avatar as the address of a picture. */
export const pictureOf = (page: Pick<Page, 'view'>, id: string): string => avatarOf(page.view.people, personOf(page, id));

/** Writes the address of a channel for the present person. */
export const channelHref = ({ view }: Pick<Page, 'view'>, key: string): string =>
  writeAddress({ person: view.me.username, channel: key, coverage: false });

/** Relative times are written anew after so long. */
const TIMES_MS = 10_000;

/** Finds what names in messages stand for. */
export function namesFor(page: Pick<Page, 'state' | 'view'>): Names {
  const { state, view } = page;
  const now = playgroundNow(state);
  const known = [view.people, view.roles, view.channels].flat().map(({ id, name }) => [id, name]);
  return {
    key: JSON.stringify([view.me.id, known, Math.floor(now / TIMES_MS)]),
    person: (id) => personOf(page, id)?.name ?? null,
    role: (id) => view.roles.find((role) => role.id === id)?.name ?? null,
    channel: (id) => {
      const channel = view.channels.find((one) => one.id === id);
      return channel ? { name: channel.name, href: channelHref(page, channel.key) } : null;
    },
    meId: view.me.id,
    now,
  };
}

/** The bot that the page is about. */
export const botOf = ({ view }: Pick<Page, 'view'>): PersonView | undefined => view.people.find(({ bot }) => bot);
