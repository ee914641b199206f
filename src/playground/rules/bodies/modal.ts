import { badLength, required, tooMuch } from '../details.js';
import { join } from '../fault.js';
import { isFilled, type Placed } from '../json.js';
import type { Rule, Rules } from '../rule.js';
import { ARRANGEMENT_RULES, allComponents, ROW, TEXT_INPUT, topLevel } from './components.js';
import { SELECT_RULES } from './selects.js';

/** Docs, modal callback: between one and five components; the specification says 40. */
const MAX_MODAL_COMPONENTS = 5;

const tooManyParts: Rule = (modal) =>
  topLevel(modal).length > MAX_MODAL_COMPONENTS ? [badLength(join(modal.path, 'components'), 1, MAX_MODAL_COMPONENTS)] : [];

/** In a row a text input names itself; in a label the label does. */
const unlabelledInput: Rule = (modal) =>
  topLevel(modal)
    .filter(({ value }) => value.type === ROW)
    .flatMap(topLevel)
    .filter(({ value }) => value.type === TEXT_INPUT && !isFilled(value.label))
    .map((input) => required(join(input.path, 'label')));

const inputsOf = (modal: Placed): readonly Placed[] => allComponents(modal).filter(({ value }) => value.type === TEXT_INPUT);

const shortestAboveLongest: Rule = (modal) =>
  inputsOf(modal).flatMap(({ value, path }) => {
    const { min_length: least, max_length: most } = value;
    return typeof least === 'number' && typeof most === 'number' && least > most ? [tooMuch(join(path, 'min_length'), most)] : [];
  });

/** Rules for a modal. */
export const MODAL_RULES: Rules = {
  form: [tooManyParts, unlabelledInput, shortestAboveLongest, ...ARRANGEMENT_RULES, ...SELECT_RULES],
};
