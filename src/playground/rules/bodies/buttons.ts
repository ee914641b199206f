import { required } from '../details.js';
import { type Detail, join } from '../fault.js';
import { isFilled, type Placed } from '../json.js';
import type { Rule } from '../rule.js';
import { allComponents, BUTTON } from './components.js';
import { schemeFaults } from './embeds.js';

const LINK = 5;
const PREMIUM = 6;
const SCHEMES = ['http', 'https', 'discord'];

const buttonsOf = (body: Placed): readonly Placed[] => allComponents(body).filter(({ value }) => value.type === BUTTON);

/** Which field makes a button of each style act (docs, button styles); the others are refused beside it. */
function targetOf(style: unknown): 'custom_id' | 'url' | 'sku_id' | null {
  if (style === LINK) return 'url';
  if (style === PREMIUM) return 'sku_id';
  return typeof style === 'number' && style >= 1 && style < LINK ? 'custom_id' : null;
}

const misplaced = (button: Placed, key: string): Detail => ({
  path: join(button.path, key),
  code: 'BUTTON_COMPONENT_INVALID_FIELD',
  message: `A button of style ${String(button.value.style)} cannot have ${key}`,
});

const buttonTarget: Rule = (body) =>
  buttonsOf(body).flatMap((button) => {
    const target = targetOf(button.value.style);
    return target !== null && button.value[target] == null ? [required(join(button.path, target))] : [];
  });

const buttonForeignTarget: Rule = (body) =>
  buttonsOf(body).flatMap((button) => {
    const target = targetOf(button.value.style);
    if (target === null) return [];
    return ['custom_id', 'url', 'sku_id'].filter((key) => key !== target && button.value[key] != null).map((key) => misplaced(button, key));
  });

/** Docs, premium buttons: the SKU gives name and picture. */
const premiumButtonFace: Rule = (body) =>
  buttonsOf(body)
    .filter(({ value }) => value.style === PREMIUM)
    .flatMap((button) => ['label', 'emoji'].filter((key) => button.value[key] != null).map((key) => misplaced(button, key)));

/** Docs, button design: a label, an emoji or both. */
const buttonWithoutFace: Rule = (body) =>
  buttonsOf(body)
    .filter(({ value }) => value.style !== PREMIUM && !isFilled(value.label) && value.emoji == null)
    .map((button) => required(join(button.path, 'label')));

const buttonScheme: Rule = (body) => buttonsOf(body).flatMap((button) => schemeFaults(button, 'url', SCHEMES));

/** What the specification does not say about buttons. */
export const BUTTON_RULES: readonly Rule[] = [buttonTarget, buttonForeignTarget, premiumButtonFace, buttonWithoutFace, buttonScheme];
