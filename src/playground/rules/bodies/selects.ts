import { tooMuch } from '../details.js';
import { join } from '../fault.js';
import { objectsOf, type Placed, repeated } from '../json.js';
import type { Rule } from '../rule.js';
import { allComponents, isSelect, STRING_SELECT } from './components.js';

/** Checkbox groups have the same bounds and options as selects (docs, component reference). */
const CHECKBOX_GROUP = 22;
const RADIO_GROUP = 21;

const choosersOf = (body: Placed): readonly Placed[] =>
  allComponents(body).filter((component) => isSelect(component) || component.value.type === CHECKBOX_GROUP);

const optionsOf = (component: Placed): readonly Placed[] => objectsOf(component.value.options, join(component.path, 'options'));

/** The bound that Discord assumes where none is given is 1. */
const bound = (component: Placed, key: string): number => {
  const value = component.value[key];
  return typeof value === 'number' ? value : 1;
};

const hasOptions = ({ value }: Placed): boolean => [STRING_SELECT, RADIO_GROUP, CHECKBOX_GROUP].some((type) => type === value.type);

const minimumAboveMaximum: Rule = (body) =>
  choosersOf(body)
    .filter((select) => typeof select.value.min_values === 'number' && bound(select, 'min_values') > bound(select, 'max_values'))
    .map((select) => tooMuch(join(select.path, 'min_values'), bound(select, 'max_values')));

const maximumAboveOptions: Rule = (body) =>
  choosersOf(body)
    .filter((select) => hasOptions(select) && optionsOf(select).length > 0 && bound(select, 'max_values') > optionsOf(select).length)
    .map((select) => tooMuch(join(select.path, 'max_values'), optionsOf(select).length));

const duplicateOption: Rule = (body) =>
  allComponents(body)
    .filter(hasOptions)
    .flatMap((select) => repeated(optionsOf(select), ({ value }) => (typeof value.value === 'string' ? value.value : null)))
    .map((option) => ({
      path: join(option.path, 'value'),
      code: 'COMPONENT_OPTION_VALUE_DUPLICATED',
      message: 'The specified option value is already used',
    }));

const tooManyDefaults: Rule = (body) =>
  choosersOf(body)
    .filter((select) => {
      const preset = optionsOf(select).filter(({ value }) => value.default === true).length;
      return preset > bound(select, 'max_values');
    })
    .map((select) => ({
      path: join(select.path, 'options'),
      code: 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
      message: 'The specified number of default values exceeds the specified maximum number of values',
    }));

/** What the specification does not say about select menus and groups of options. */
export const SELECT_RULES: readonly Rule[] = [minimumAboveMaximum, maximumAboveOptions, duplicateOption, tooManyDefaults];
