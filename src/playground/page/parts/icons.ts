import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

/** The strokes of each icon, on a field of 24 by 24. */
const STROKES = {
  menu: svg`<path d="M4 7h16M4 12h16M4 17h16" />`,
  people: svg`<circle cx="9" cy="8" r="3.2" /><path d="M3 19c.6-3.4 3-5 6-5s5.400 1.600 6 5M16 5.300a3.200 3.200 0 0 1 0 5.600M17.500 14.300c2 .6 3.200 2.200 3.500 4.700" />`,
  sun: svg`<circle cx="12" cy="12" r="4" /><path d="M12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400" />`,
  moon: svg`<path d="M20 14.500A8.500 8.500 0 0 1 9.500 4 8.500 8.500 0 1 0 20 14.500z" />`,
  thread: svg`<path d="M5 4v9a3 3 0 0 0 3 3h11M15 12l4 4-4 4" />`,
  reply: svg`<path d="M9 7 4 12l5 5M4 12h10c3.500 0 6 2 6 6" />`,
  edit: svg`<path d="M4 20l1-4L16.500 4.500l3 3L8 19l-4 1zM14 7l3 3" />`,
  bin: svg`<path d="M5 7h14M9.500 7V4.500h5V7M7 7l.8 12.500h8.400L17 7M10.500 11v5M13.500 11v5" />`,
  more: svg`<circle cx="5.500" cy="12" r="1.200" /><circle cx="12" cy="12" r="1.200" /><circle cx="18.500" cy="12" r="1.200" />`,
  close: svg`<path d="M6 6l12 12M18 6 6 18" />`,
  down: svg`<path d="M6 9.500l6 6 6-6" />`,
  clock: svg`<circle cx="12" cy="12" r="8.500" /><path d="M12 7v5l3.500 2" />`,
  book: svg`<path d="M12 6.500C10 5 7.500 4.500 4 4.500v13.500c3.500 0 6 .5 8 2 2-1.500 4.500-2 8-2V4.500c-3.500 0-6 .5-8 2zM12 6.500V20" />`,
  eye: svg`<path d="M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12z" /><circle cx="12" cy="12" r="2.800" />`,
  why: svg`<circle cx="12" cy="12" r="9" /><path d="M9.300 9.300a2.800 2.800 0 1 1 3.900 2.600c-.8.4-1.200.9-1.200 1.900M12 16.800v.2" />`,
  lens: svg`<circle cx="10.500" cy="10.500" r="6" /><path d="M15 15l5.500 5.500" />`,
  send: svg`<path d="M4 12 20 4.500 15.500 20l-4-6.500zM11.500 13.500 20 4.500" />`,
  check: svg`<path d="M5 12.500l4.500 4.500L19 7.500" />`,
  bulb: svg`<path d="M9 17.500c0-2.200-3-3.600-3-7.500a6 6 0 0 1 12 0c0 3.900-3 5.300-3 7.500zM9.500 21h5" />`,
  slash: svg`<path d="M15.500 4.500l-7 15" />`,
  app: svg`<rect x="4" y="4" width="7" height="7" rx="2" /><rect x="13" y="4" width="7" height="7" rx="2" /><rect x="4" y="13" width="7" height="7" rx="2" /><path d="M16.500 13.500v6M13.500 16.500h6" />`,
  out: svg`<path d="M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5" />`,
} as const satisfies Record<string, SVGTemplateResult>;

/** The name of an icon. */
export type IconName = keyof typeof STROKES;

/** Draws an icon; what it means is said beside it, in words. */
export const icon = (name: IconName): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${STROKES[name]}</svg>`;
