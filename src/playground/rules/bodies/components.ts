import { join } from '../fault.js';
import { objectAt, objectsOf, type Placed, repeated, textOf } from '../json.js';
import type { Rule } from '../rule.js';

/** The component types that the rules speak of (docs, component reference). */
export const ROW = 1;
export const BUTTON = 2;
export const STRING_SELECT = 3;
export const TEXT_INPUT = 4;
export const TEXT_DISPLAY = 10;
export const THUMBNAIL = 11;
export const MEDIA_GALLERY = 12;
export const FILE = 13;
const SELECTS: readonly unknown[] = [STRING_SELECT, 5, 6, 7, 8];

/** Tells the five kinds of select menus. */
export const isSelect = (component: Placed): boolean => SELECTS.includes(component.value.type);

/** Reads the topmost components of a message or modal. */
export const topLevel = (body: Placed): readonly Placed[] => objectsOf(body.value.components, join(body.path, 'components'));

/** Lists every component, however deep: children, the accessory of a section, the component of a label. */
export function allComponents(body: Placed): readonly Placed[] {
  const inside = [...topLevel(body), ...objectAt(body, 'accessory'), ...objectAt(body, 'component')];
  return inside.flatMap((component) => [component, ...allComponents(component)]);
}

/** Docs, custom id: unique within the message; disabled components count too. */
const duplicateCustomId: Rule = (body) =>
  repeated(allComponents(body), ({ value }) => (textOf(value.custom_id) === '' ? null : textOf(value.custom_id))).map((component) => ({
    path: join(component.path, 'custom_id'),
    code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
    message: 'Component custom id cannot be duplicated',
  }));

/** Docs, action row: up to five buttons or a single select; a select and a text input take the whole width. */
const rowWidth: Rule = (body) =>
  allComponents(body)
    .filter(({ value }) => value.type === ROW)
    .flatMap((row) => {
      const children = topLevel(row);
      if (!children.some((child) => isSelect(child) || child.value.type === TEXT_INPUT)) return [];
      return children.slice(1).map((child) => ({
        path: child.path,
        code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
        message: 'The specified component exceeds the maximum width',
      }));
    });

/** What holds for the arrangement of components in messages and in modals. */
export const ARRANGEMENT_RULES: readonly Rule[] = [duplicateCustomId, rowWidth];
