import { describe, expect, it } from 'vitest';
import type { CommandView, OptionView } from '../../../../src/playground/live/protocol.js';
import {
  beginCommand,
  choicesFor,
  partialValues,
  pickChoice,
  readValues,
  takeSuggestions,
  toggleOption,
  typeInto,
} from '../../../../src/playground/page/composer/command-draft.js';

const option = (name: string, change: Partial<OptionView> = {}): OptionView => ({
  ...{ name, description: '', type: 'text', required: false, completes: false, choices: [], most: null },
  ...change,
});
const QUESTION = option('question', { required: true, completes: true });
const PLACE = option('place', {
  type: 'choice',
  choices: [
    { name: '#general', value: '5' },
    { name: '#random', value: '6' },
  ],
});
const COUNT = option('count', { type: 'integer' });
const COMMAND: CommandView = { name: 'ask', description: '', application: 'Bot', options: [QUESTION, PLACE, COUNT] };

describe('a command that is filled in', () => {
  it('begins with its required options, the first one focused', () => {
    expect(beginCommand(COMMAND)).toMatchObject({ shown: ['question'], focused: 'question' });
  });

  it('sends what was typed and picked, and leaves out what is empty', () => {
    let draft = toggleOption(typeInto(beginCommand(COMMAND), QUESTION, '  why? '), 'place', true);
    draft = pickChoice(draft, PLACE, { name: '#random', value: '6' });
    expect(readValues(COMMAND, draft)).toEqual({ values: { question: 'why?', place: '6' } });
  });

  it('forgets what was picked when something else is typed', () => {
    const picked = pickChoice(beginCommand(COMMAND), QUESTION, { name: 'What is a quay?', value: 'quay' });
    expect(readValues(COMMAND, picked)).toEqual({ values: { question: 'quay' } });
    expect(readValues(COMMAND, typeInto(picked, QUESTION, 'What is a'))).toEqual({ values: { question: 'What is a' } });
  });

  it.each([
    ['a required option is empty', QUESTION, ' ', 'question'],
    ['what was typed is not in the list', PLACE, 'nowhere', 'place'],
    ['a number is none', COUNT, '1.5', 'count'],
  ])('is not sent where %s', (_, at, typed, name) => {
    const draft = typeInto(typeInto(beginCommand(COMMAND), QUESTION, 'why?'), at, typed);
    expect(readValues(COMMAND, draft)).toMatchObject({ option: name });
  });

  it('takes a choice by its name, and a number as a number', () => {
    const draft = typeInto(typeInto(typeInto(beginCommand(COMMAND), QUESTION, 'why?'), PLACE, '#GENERAL'), COUNT, '3');
    expect(readValues(COMMAND, draft)).toEqual({ values: { question: 'why?', place: '5', count: 3 } });
  });

  it('drops what stood in an option that is taken away', () => {
    const draft = toggleOption(typeInto(typeInto(beginCommand(COMMAND), QUESTION, 'why?'), COUNT, '3'), 'count', false);
    expect(readValues(COMMAND, draft)).toEqual({ values: { question: 'why?' } });
  });

  it('offers the choices that hold what was typed, and all of them once one is picked', () => {
    const typed = typeInto(beginCommand(COMMAND), PLACE, 'ran');
    expect(choicesFor(PLACE, typed).map(({ name }) => name)).toEqual(['#random']);
    expect(choicesFor(PLACE, pickChoice(typed, PLACE, { name: '#random', value: '6' }))).toHaveLength(2);
  });

  it('keeps a marked choice marked when later suggestions still hold it, wherever they do, and marks none otherwise', () => {
    const [quay, kernel, berth] = ['quay', 'kernel', 'berth'].map((name) => ({ name, value: name }));
    if (!quay || !kernel || !berth) throw new Error('three suggestions');
    const marked = { ...takeSuggestions(beginCommand(COMMAND), [quay, kernel]), marked: 1 };
    expect(takeSuggestions(marked, [berth, quay, kernel]).marked).toBe(2);
    expect(takeSuggestions(marked, [quay, berth]).marked).toBe(-1);
    expect(takeSuggestions({ ...marked, marked: -1 }, [quay, kernel]).marked).toBe(-1);
  });

  it('tells the application what can be read already while an option is typed', () => {
    const draft = typeInto(typeInto(beginCommand(COMMAND), QUESTION, 'wh'), COUNT, 'x');
    expect(partialValues(COMMAND, draft, 'question')).toEqual({ question: 'wh' });
  });
});
