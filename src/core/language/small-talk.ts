/** Greetings, thanks and the like: a courtesy back, and no search. */
import { normalise, wordsOnly } from './text.js';

const NAME = '(?: (?:there|all|everyone|everybody|folks|guys|team|bot|dockmaster|friend|mate|buddy|again|dear|sir))*';
const GREETING = `(?:gm|hi+|hey+|hello+|hiya|howdy|yo|heya|greetings|good (?:morning|afternoon|evening|day)|moin|servus|hola|salut|ciao|hallo)${NAME}`;
const POLITE =
  '(?: (?:a lot|so much|very much|a bunch|a ton|a million|for (?:the|your|that|all)(?: (?:the|your|quick|great|nice|good|detailed|help|info|information|answers?|explanation|tips?|reply|support|time|details?))*|that helped|that helps|again|man|dude|bot|dockmaster|mate|everyone|all|guys|anyway))*';
const THANKS = `(?:(?:ok(?:ay)?|great|cool|perfect|nice|super|awesome|alright|ah|oh|many|wow|got it|good) )*(?:thanks|thank (?:you|u)|thx|thanx|ty|tysm|cheers|much appreciated|merci|danke|gracias)${POLITE}`;
const GOODBYE = `(?:bye(?: bye)?|goodbye|good ?night|see (?:you|ya)(?: later| soon| around)?|cya|later|take care|have a (?:nice|good|great) (?:day|one|evening|weekend))${NAME}`;
const PRAISE =
  '(?:(?:haha |lol |wow |yes |yeah |ok )?(?:that|this|it) (?:is |was |really |just )*(?:very |so |really )?(?:helped|helps|works|worked|great|perfect|awesome|clear|useful|helpful|good|nice)(?: a lot| me| now)?|(?:good|nice|great) (?:bot|job|work|answer)|well done|haha(?: nice)?|lol|no|nope|yes|yep|yeah|sure|never ?mind|sorry|got it|makes sense|i see|understood|ok(?:ay)?|cool|great|perfect|nice|awesome|alright|all right|sounds good)';
const ABOUT =
  '(?:(?:so )?(?:who|what) are you|what (?:can|could) (?:you|i) (?:do|ask|help)(?: (?:for|with|you))?(?: (?:me|here))?|what are you able to do|what do you (?:do|know|help with)|what (?:is|are) (?:this|your) (?:bot|purpose|job)(?: for)?|how (?:do|can) (?:i|we) (?:use|ask) (?:you|this bot)|(?:can|could) you help(?: me)?|(?:pls |please )?help(?: me)?(?: please| pls)?|i need help|(?:are you|is this) (?:an? )?(?:bot|human|real|ai|chatgpt|llm|robot)|who made you|introduce yourself)';
const HOW_ARE_YOU =
  '(?:how are (?:you|u)|how is it going|how do you do|what is up|whats up|sup|wassup|how are things)(?: doing)?(?: today)?';

/** A longer message is not just a courtesy; the limit also keeps the patterns' work small. */
const MAX_LENGTH = 90;

interface Courtesy {
  readonly pattern: RegExp;
  readonly text: string;
}

const exactly = (...parts: string[]): RegExp => new RegExp(`^(?:${parts.join('|')})$`);

const COURTESIES: readonly Courtesy[] = [
  {
    pattern: exactly(`(?:${GREETING} )?${ABOUT}`),
    text: 'I answer questions from a knowledge base that people wrote and checked, with sources, and I say so when something is not in it. Ask me in your own words.',
  },
  { pattern: exactly(`(?:${GREETING} )?${HOW_ARE_YOU}`), text: 'All well here, thanks. What would you like to know?' },
  { pattern: exactly(GREETING), text: 'Hello! What would you like to know?' },
  {
    pattern: exactly(THANKS, `${PRAISE} ${THANKS}`, `${THANKS} ${PRAISE}`, `${THANKS} ${GOODBYE}`),
    text: "You're welcome. Ask away if there is more.",
  },
  { pattern: exactly(GOODBYE, `(?:ok(?:ay)?|alright|thanks) ${GOODBYE}`), text: 'Goodbye, and come back any time.' },
  { pattern: exactly(PRAISE), text: 'Good to hear. Ask away if there is more.' },
];

/**
 * Returns a short courtesy where the whole message is a greeting, thanks, a goodbye, praise or a question about the bot itself; null
 * otherwise. "hi, does docker run on arm?" is a question, not a greeting.
 */
export function smallTalk(message: string): string | null {
  const asked = message.replace(/\b(what|how|who)['\u2019]?s\b/gi, '$1 is');
  const plain = wordsOnly(normalise(asked).replace(/(.)\1{2,}/g, '$1$1'));
  if (plain.length > MAX_LENGTH) return null;
  return COURTESIES.find(({ pattern }) => pattern.test(plain))?.text ?? null;
}
