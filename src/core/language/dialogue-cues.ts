/** The words by which `dialogueActOf` tells what a message does. They are compared with its plain form: lower case, words alone. */
import { THANKS } from './courtesy-words.js';

const whole = (...parts: readonly string[]): RegExp => new RegExp(`^(?:${parts.join('|')})$`, 'u');
const within = (...parts: readonly string[]): RegExp => new RegExp(`(?:^| )(?:${parts.join('|')})(?=$| )`, 'u');

export const IS_YES = whole(
  'yes+(?: please| pls)?|yep+|yeah+(?: please)?|yup+|ye|ya|sure|correct|exactly|(?:yes |yeah )?(?:that|this) one|please|pls|the above',
);
export const IS_NO = whole('(?:no+|nope+|nah+|nay|nein)(?: (?:no|nope|sorry|bot|bro|man))*|not? really|not (?:this|that)(?: one)?');

/** Turns down more help. */
export const DECLINED = [
  'no+|nope|nah|sorry|but|for now|then|nvm|anyway|not now|maybe later',
  '(?:i am |im |all |it is )*(?:good|fine|ok(?:ay)?|set)',
];

/** Asks for the same in other words. */
export const CLARIFICATION = [
  'huh+|wut|wat|what|eh|pardon|excuse me|wdym|what do (?:you|u) mean(?: by that)?|what does that mean|come again|say (?:that |it )?again',
  'i (?:still |really )*(?:do not|did not|can not|could not)(?: really| quite| even)? (?:get|understand|follow|grasp)(?: (?:it|that|this|you|a (?:single )?(?:word|thing)(?: of (?:that|it|this))?|any of (?:that|it|this)|anything|at all|the answer|what you (?:mean|said|are saying)))*',
  'do not (?:get|understand)(?: (?:it|that|this))?|not (?:clear|getting it)|(?:that is |it is |this is )?(?:too |so |way too |a bit |very )*(?:complicated|confusing|technical|unclear|complex)(?: for me)?|(?:i am |im )?(?:so |totally |completely |even more |now |still )*(?:lost|confused)(?: now)?',
  'eli5|tl ?dr|explain (?:it |that |this )?(?:again|simpler|simply|(?:more )?slowly|like i am (?:five|5|a child|dumb|stupid)|in (?:simple|other|plain) (?:words|terms|english))',
  '(?:can|could) (?:you|u) (?:please )?(?:say|explain|put|repeat|rephrase)(?: (?:that|it|this))?(?: again| differently| simpler)?',
  'in (?:plain|simple|normal|other|simpler) (?:english|words|terms|language)|(?:simpler|simple|normal|plain) (?:please|english|words|terms|language)|rephrase(?: that| it| please)*|say (?:that|it) in (?:plain|simple|normal|other) (?:english|words)',
];
export const HAS_CLARIFICATION = within(...CLARIFICATION);
/** What stands beside it. */
export const BESIDE_CLARIFICATION = [
  'please|pls|lol|haha|sorry|sry|i am (?:new|a beginner|a noob|not a native speaker)(?: to this)?|im new|bot|again|and|but|bro|so|for dummies|ok|hm+|um+|uh+|oh',
];

/** Waves away what was shown. */
export const REJECTION = [
  '(?:(?:no|nope|nah|sorry|but|that|this|it|the answer|answer|is|was|are|you|u|just|really|not at all|completely|totally|plain|so|a|an) )*(?:wrong|incorrect|false|untrue|nonsense|rubbish|bullshit|useless|irrelevant|misleading|off ?topic|beside the point|unhelpful|inaccurate|outdated|bs)(?: (?:answer|info|information|one|question|again|bot|topic))*',
  '(?:(?:no|nope|nah|uh+|sorry|but|that|this|it|is|was|has|still|really|quite) )*not (?:even )?(?:what i (?:asked|meant|wanted|was asking|was looking for|need|needed|want|am asking|said|mean)(?: (?:for|about|at all))*|(?:it|right|true|correct|close|related|relevant|helpful|useful|the (?:answer|question|one|right (?:answer|one)|same)|my question|an answer|answering (?:my|the) question)(?: (?:at all|to (?:my|the) question|my question))*)',
  '(?:(?:that|this|it|which|has|have|got|had|is) )*nothing to do with (?:my question|it|that|this|what i asked)',
  '(?:(?:that|this|it|you|u|answer) )*(?:did|does|do|was|is) not (?:really |actually |even )?(?:help|answer|make (?:any )?sense|understand)(?: (?:me|my question|the question|it|at all|anything|much|what i (?:asked|meant)))*',
  '(?:no|zero) help(?: at all)?|none of (?:these|them|those|the above|that)|neither(?: of (?:these|them))?|not one of these|no (?:that|this|it) is not(?: it)?',
  '(?:bad|stupid|dumb|useless|trash|garbage|terrible|worst|shit|broken|horrible|awful) (?:bot|answer)|(?:bot|answer) is (?:so )?(?:bad|stupid|dumb|useless|trash|garbage|broken|terrible)|you (?:misunderstood|misread)(?: me| my question| the question)?|try again|thanks for nothing|(?:this|that) sucks|you suck',
];
export const HAS_REJECTION = within(...REJECTION);
/** What stands in the clause of a rejection without taking it back. */
export const BESIDE_REJECTION = [
  'ugh+|uh+|um+|hm+|ig|sorry|bruh|bro|dude|man|lol|bot|no+|nope|nah|ok|well|yeah|but|and|so|just|really|still|sadly|honestly|tbh|i think|imo|at all|either|though|again|again lol|even|for me|to me|here|mate|please',
];

/** Opens a clause that asks, in the languages that thanks come in. */
export const ASKS_FIRST = new RegExp(
  '^(?:(?:and|but|so|ok(?:ay)?|well|oh|ah|hm+|hey|also|then|just|now|btw|by the way|please|pls|next|anyway|bot|cool|nice|great|yes|yeah|no|lol|wow|still|quick|maybe|one more thing|k) )*' +
    '(?:whats?|which|whos?|whose|wheres?|when|why|hows?|is|are|am|was|were|do|does|did|can|could|should|would|will|must|may|has|have|any|anyone|explain|define|describe|tell|show|list|give|compare|for|vs|versus|' +
    'wie|warum|wo|welche|kann|und|et|comment|pourquoi|est ce|y|como|por|pero|donde|e|ma|come|perche|как|почему|а|но|где|en|maar|hoe|waarom)(?: |$)',
  'u',
);
/** Says that something is left: a contrast, a fault, a further wish. */
export const ASKS_WITHIN = within(
  'but|however|unfortunately|although|though|except|instead|still|anymore|not|never|cannot|no (?:change|space|such|luck|longer|idea)|only|without|unless|until',
  'errors?|fail\\w*|broken?|breaks|crash\\w*|hangs?|hanging|denied|refused|slow\\w*|exits?|exited|keeps|says|gone again|stopped|missing from|too (?:much|many|old|slow|big|high)|way too|second one|another (?:one|error|problem|question)|same (?:error|problem|issue)|(?:also )?getting|weird(?:ly)?|strange(?:ly)?',
  'differen(?:ce|t)|vs|versus|wonder(?:ing)?|curious|know (?:more|if|how|what|why|whether|about)|(?:would|d) (?:like|love|be|also|it|that|this)|question|one more|anything else|tell me|show me|explain|help me|i need|i want|looking for',
  'how (?:do|to|does|can|about|come|many|much|long)|what (?:is|are|about|if|does|do|s)|whats|why|where|which|do (?:i|we|you|they)|does (?:it|that|this|the|my|a)|can (?:i|we|it|you|u)|should (?:i|we)|is (?:it|there|that|this) (?:possible|ok|safe|normal|true|also|the same)|so (?:a|an|the|containers?|images?|it|that|this) (?:is|are|share|has|have)|pero|aber|mais|mas|но|ама|maar|for my \\w+ user',
);
/** Opens as a question does and tells. */
export const TELLS_FIRST = new RegExp(
  `^(?:${THANKS.join('|')}|(?:will|can) (?:do|try|test|check|confirm|read|look|come|be|give|go|report|let|see)|did (?:the trick|it)|have a)(?= |$)`,
  'u',
);
/** Tells of somebody or of what was said. */
export const IS_NARRATIVE = within('i|im|me|my|mine|myself|it|that|this|you|u|ur|your|we|our|us|they|he|she|finally|aqui|jetzt');

export const HAS_THANKS = within(...THANKS);
export const HAS_PRAISE = within(
  '(?:good|great|nice|best|better|clear(?:er|est)?|awesome|amazing|excellent|perfect|brilliant|helpful|useful|wonderful|fantastic|lovely|cool|solid|super) (?:explanation|answer|reply|bot|info|tip|summary|one|job|work|stuff|read)s?',
  '(?:bot|answer|explanation) (?:is|was) (?:so |really |actually |pretty |very |damn )*(?:good|great|nice|awesome|amazing|helpful|cool|smart|useful|clear|perfect)|life ?saver|you rock|you are the best|love (?:it|this|this bot)|perfect|awesome|amazing|well explained|bookmarking|bookmarked|saving this',
);
/** A clause that opens with what worked: "worked" further on may stand in any story. */
export const IS_SUCCESS = new RegExp(
  '^(?:(?:and|so|ok(?:ay)?|yes|yep|yeah|ah|oh|well|nvm|btw|just|finally|now|then|perfect|great|nice|cool|awesome|lol|bot|i|we|you|u) )*' +
    '(?:(?:it|that|this|everything|all(?: of it)?|which|(?:the |my )?(?:problem|issue|error|fix|trick)) (?:is |has |was |just |finally |now |really |actually |totally |all |also )*)?' +
    '(?:works?|worked|working|helped|helps|solved|fixed|resolved|sorted|did|got it|figured (?:it|that) out|found (?:it|the)|up and running|can confirm|all good|makes sense|funcionou|marche|помогло|(?:\\w+ ){0,3}(?:starts|runs|works|working|clicked|builds|boots|connects) now)(?: |$)',
  'u',
);
/** More words than this tell more than that it worked. */
export const MAX_SUCCESS_WORDS = 9;
export const HAS_PLAN = within(
  '(?:i |we |so |then |and )*(?:will|shall|gonna|going to|let me|lemme|gotta|got to|about to|off to|time to|have to go) (?:\\w+ ){0,2}?(?:try|test|check|read|look|do|give|come|be|go|see|restart|reboot|rebuild|sleep|report|let|ask|have|use|find|bookmark|finish|eat|work|dig|study|wait)',
  'brb|afk|be right back|(?:trying|testing|reading|rebooting|checking) (?:it|that|this|now|again|up on it)|back to (?:work|it|coding)',
);
/** Somebody writing down what to do. */
export const IS_NOTE = /^(?:note|reminder) to self(?: |$)/;
/** Somebody thinking aloud. */
export const HAS_SELF_TALK = within(
  'i (?:was|am|feel) (?:\\w+ ){0,3}?(?:dumb|stupid|blind|silly|an? (?:idiot|moron|fool|noob)|dummy|tired)|i (?:just )?(?:forgot|missed|misread|overlooked|mistyped|had forgotten|had a typo|should have (?:read|known|checked|googled))',
  'my (?:bad|fault|mistake|own fault)|(?:guess|suppose) (?:i|that|it|we)|note to self|todo for me|(?:silly|stupid|dumb) me|learned something(?: new)?|til|today i learned|the more you know|who knew|facepalm',
);
