/** Greetings, thanks, goodbyes and questions about the bot itself: a courtesy back, and no search. */
import { GOODBYE, GREETING, PEOPLE, THANKS } from './courtesy-words.js';
import { normalise, wordsOnly } from './text.js';

const WITH_PEOPLE = (people: string): string => `(?: (?:${people}))*`;
const POLITE =
  '(?: (?:a lot|so much|very much|a bunch|a ton|a million|for (?:the|your|that|all)(?: (?:the|your|quick|great|nice|good|detailed|help|info|information|answers?|explanation|tips?|reply|support|time|details?))*|that helped|that helps|anyway|in advance))*';
const ABOUT =
  '(?:(?:so )?(?:who|what) are (?:you|u)|what (?:can|could) (?:you|i) (?:do|ask|help)(?: (?:for|with|you))?(?: (?:me|here))?|what are you able to do|what do you (?:do|know|help with)|what (?:is|are) (?:this|your) (?:bot|purpose|job)(?: for)?|how (?:do|can) (?:i|we) (?:use|ask) (?:you|this bot)|(?:can|could) you help(?: me)?|(?:pls |please )?help(?: me)?(?: please| pls)?|i need help|(?:are you|is this) (?:an? )?(?:bot|human|real|ai|chatgpt|llm|robot)|who made you|introduce yourself)';
const HOW_ARE_YOU =
  '(?:how are (?:you|u)|how is it going|how do you do|what is up|whats up|sup|wassup|how are things)(?: doing)?(?: today)?';

/** A longer message is not just a courtesy; the limit also keeps the patterns' work small. */
const MAX_LENGTH = 90;

interface Courtesy {
  readonly pattern: RegExp;
  readonly text: string;
}

/** The courtesies of a bot that people call by a name. */
function courtesiesFor(name: string): readonly Courtesy[] {
  const exactly = (...parts: string[]): RegExp => new RegExp(`^(?:${parts.join('|')})$`, 'u');
  const people = WITH_PEOPLE([...PEOPLE, ...(name === '' ? [] : [name])].join('|'));
  const greeting = `(?:${GREETING.join('|')})${people}`;
  const thanks = `(?:(?:ok(?:ay)?|great|cool|perfect|nice|super|awesome|alright|ah|oh|wow|got it|good) )*(?:${THANKS.join('|')})(?:${POLITE}${people})`;
  const goodbye = `(?:${GOODBYE.join('|')})${people}`;
  return [
    {
      pattern: exactly(`(?:${greeting} )?${ABOUT}`),
      text: 'I answer questions from a knowledge base that people wrote and checked, with sources, and I say so when something is not in it. Ask me in your own words.',
    },
    { pattern: exactly(`(?:${greeting} )?${HOW_ARE_YOU}`), text: 'All well here, thanks. What would you like to know?' },
    { pattern: exactly(greeting), text: 'Hello! What would you like to know?' },
    { pattern: exactly(thanks, `${thanks} ${goodbye}`), text: "You're welcome. Ask away if there is more." },
    { pattern: exactly(goodbye, `(?:ok(?:ay)?|alright|thanks) ${goodbye}`), text: 'Goodbye, and come back any time.' },
  ];
}

/**
 * Makes the function that returns a short courtesy where the whole message is a greeting, thanks, a goodbye or a question about the bot
 * itself; null otherwise. "hi, does docker run on arm?" is a question, not a greeting.
 * @param name what the bot is called where it is asked
 */
export function createSmallTalk(name = ''): (message: string) => string | null {
  const courtesies = courtesiesFor(wordsOnly(normalise(name)));
  return (message) => {
    const asked = message.replace(/\b(what|how|who)['\u2019]?s\b/gi, '$1 is');
    const plain = wordsOnly(normalise(asked).replace(/(.)\1{2,}/g, '$1$1'));
    if (plain.length > MAX_LENGTH) return null;
    return courtesies.find(({ pattern }) => pattern.test(plain))?.text ?? null;
  };
}
