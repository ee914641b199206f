import './parts/default-avatar.js';
import './parts/looks.js';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/frame.css';
import './styles/side.css';
import './styles/drawers.css';
import './styles/messages.css';
import './styles/embed.css';
import './styles/welcome.css';
import './styles/markdown.css';
import './styles/composer.css';
import './styles/popups.css';
import './styles/why.css';
import './styles/coverage.css';
import './styles/charts.css';
import { render } from 'lit';
import type { Verb, View } from '../live/protocol.js';
import { createActions } from './actions.js';
import { pageTemplate } from './app.js';
import { type Connection, connect } from './connection.js';
import { isOutside, placePopup } from './parts/popup.js';
import { presentTheme, useTheme } from './parts/theme.js';
import { createStore } from './state.js';
import { readAddress, writeAddress } from './upkeep/address.js';
import { createFocusKeeper } from './upkeep/focus-keeper.js';
import { news } from './upkeep/news.js';
import { createScroller } from './upkeep/scroller.js';

const root = document.getElementById('page');
if (!root) throw new Error('the page has no root');

let drawing = false;
const scroller = createScroller();
const focusKeeper = createFocusKeeper();

/** Draws once for all changes of a turn. */
function changed(): void {
  if (drawing) return;
  drawing = true;
  queueMicrotask(() => {
    drawing = false;
    draw();
  });
}

const store = createStore(
  {
    ...{
      link: 'connecting',
      address: readAddress(location.hash),
      view: null,
      shiftMs: 0,
      drafts: {},
      menu: null,
      dialog: null,
    },
    ...{
      drawer: null,
      why: null,
      coverage: null,
      examples: [],
      busy: new Set(),
      notices: [],
      activeMessage: null,
      spoken: '',
      theme: presentTheme(),
    },
  },
  changed,
);

const look = (): void => {
  const { person, channel, coverage } = store.get().address;
  // Where the line is down, it says so itself and looks again when it is back.
  connection.ask({ verb: 'look', person, channel, reading: !coverage }).catch(() => undefined);
};

/** What somebody says or does in a channel, and what comes of it is to be seen. */
const DEEDS: ReadonlySet<Verb['verb']> = new Set(['send', 'slash', 'messageCommand', 'click', 'select', 'submit']);

const line = connect(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live`, {
  onLink: (link) => store.set({ link }),
  onOpen: look,
  onView: show,
});
const connection: Connection = {
  ask: (verb) => {
    if (DEEDS.has(verb.verb)) scroller.acted();
    return line.ask(verb);
  },
};
const act = createActions(store, connection, (hash) => {
  location.hash = hash;
});

/** Takes a new view: the address names what is really shown, and new messages are read out. */
function show(view: View): void {
  const { address, view: before, activeMessage, why, coverage } = store.get();
  const person = view.me.username;
  const channel = view.open.key;
  const moved = before?.open.id !== view.open.id || before.me.id !== view.me.id;
  const spoken = news(before, view);
  const active =
    moved || !view.open.messages.some(({ id }) => id === activeMessage) ? (view.open.messages.at(-1)?.id ?? null) : activeMessage;
  store.set({
    view,
    shiftMs: view.now - Date.now(),
    activeMessage: active,
    ...(moved ? { why: null, menu: null } : {}),
    ...(spoken === null ? {} : { spoken }),
  });
  const { revision } = view.knowledge;
  if (revision !== null && revision !== before?.knowledge.revision) {
    act.loadExamples();
    // Where it was never shown it is fetched when it is.
    if (coverage !== null) act.loadCoverage();
  }
  const explained = why && !moved ? view.open.messages.find(({ id }) => id === why.messageId) : undefined;
  const earlier = before?.open.messages.find(({ id }) => id === explained?.id);
  if (explained?.why && earlier?.editedAt !== explained.editedAt) act.explainAgain(explained.why);
  if (address.person !== person || address.channel !== channel) {
    const now = { ...address, person, channel };
    history.replaceState(null, '', writeAddress(now));
    store.set({ address: now });
  }
}

/** The last message that is the reader's own or a bot's: what others say comes of nothing that the reader did. */
function newestFor(view: View | null): string | null {
  const bots = new Set(view?.people.filter(({ bot }) => bot).map(({ id }) => id));
  return view?.open.messages.findLast(({ authorId }) => authorId === view.me.id || bots.has(authorId))?.id ?? null;
}

function draw(): void {
  if (!root) return;
  const state = store.get();
  focusKeeper.before(state);
  useTheme(state.theme);
  const name = state.address.coverage ? 'Coverage' : state.view?.open.name;
  document.title = [name, state.view?.guild ?? 'Dockmaster playground'].filter(Boolean).join(' · ');
  render(pageTemplate(state, act), root);
  scroller.after(`${state.view?.me.id} ${state.view?.open.id} ${state.address.coverage}`, newestFor(state.view));
  focusKeeper.after(state);
  placePopup();
  if (state.address.coverage && state.coverage === null && state.view?.knowledge.revision) act.loadCoverage();
}

addEventListener('hashchange', () => {
  // What lies over the side of one place has nothing to say in another.
  store.set({ address: readAddress(location.hash), drawer: null });
  look();
});
addEventListener('keydown', (event) => {
  const { menu, drawer, dialog } = store.get();
  if (event.key !== 'Escape' || event.defaultPrevented || dialog !== null) return;
  if (menu !== null) act.closeMenu();
  else if (drawer !== null) act.closeDrawer();
});
addEventListener('pointerdown', (event) => store.get().menu !== null && isOutside(event) && act.closeMenu(), { capture: true });
for (const move of ['scroll', 'resize']) addEventListener(move, placePopup, { capture: true, passive: true });
// The clock in the corner, and times such as "in 3 minutes".
setInterval(changed, 10_000);
changed();
