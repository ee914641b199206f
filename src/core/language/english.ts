/** What the engine knows about English before it has seen a knowledge base. Small on purpose: closed word classes and everyday words. */

/**
 * Words that form no pairs with others: they stand beside every word, so a pair with them says nothing. They still count as single
 * words and in word sequences, where question, direction and negation words matter.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the of is are was were be been am do does did i my me we our you your it its this that there to in on at for and or with have has had as by ' +
    'so if would could should will shall please hi hello thanks just any some get got can who need want know tell help make way possible about also then'
  ).split(' '),
);

const RELATIONS = {
  on: 'on under in inside within onto atop',
  to: 'to into',
  from: 'from',
  for: 'for',
  without: 'without',
  run: 'run runs running start starts starting host hosts hosting execute executes executing support supports launch launches boot boots',
  have: 'have has having got own owns with offers uses use',
  need: 'need needs want wants require requires',
} as const;

/**
 * Words that say which thing stands how to which: "linux containers on windows" and "windows containers on linux" have the same words, and
 * differ only in what stands on either side of "on". Word -> name of the relation.
 */
export const RELATION_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries(RELATIONS).flatMap(([relation, words]) => words.split(' ').map((word) => [word, relation] as const)),
);

/** Irregular inflections that a suffix stemmer cannot bring together: base form first. */
const IRREGULAR =
  'be am is are was were been|have has had|do does did done|go goes went gone|get got gotten|make made|take took taken|give gave given|find found|' +
  'tell told|say said|see saw seen|come came|know knew known|think thought|buy bought|bring brought|send sent|spend spent|lose lost|pay paid|keep kept|' +
  'lend lent|mean meant|meet met|sell sold|sit sat|stand stood|understand understood|teach taught|catch caught|feel felt|fall fell fallen|' +
  'break broke broken|speak spoke spoken|steal stole stolen|choose chose chosen|freeze froze frozen|write wrote written|drive drove driven|' +
  'rise rose risen|eat ate eaten|forget forgot forgotten|begin began begun|run ran|win won|hold held|build built|hide hid hidden|throw threw thrown|' +
  'grow grew grown|fly flew flown|draw drew drawn|show shown|wear wore worn|sleep slept|deal dealt|learn learnt|burn burnt|hear heard|lay laid|lead led|' +
  'feed fed|shoot shot|stick stuck|strike struck|hang hung|wake woke woken|shake shook shaken|seek sought|fight fought|become became|' +
  'withdraw withdrew withdrawn|child children|man men|woman women|person people|foot feet|mouse mice|good better best|bad worse worst|index indices indexes';

export const IRREGULAR_FORMS: ReadonlyMap<string, string> = new Map(
  IRREGULAR.split('|').flatMap((line) => {
    const [base = '', ...forms] = line.split(' ');
    return forms.map((form) => [form, base] as const);
  }),
);

/**
 * Everyday words that people use for one another when they ask for help. Each line is one group; a word may stand in several.
 * The group becomes one more feature beside the word, so that "remove" in a question meets "uninstall" in a phrasing. Words of a
 * single subject do not belong here: those are the phrasings' work.
 */
const SYNONYMS = `
delete remove erase uninstall drop discard
add include insert append attach
create make generate build produce
buy purchase order
begin start launch boot initiate
stop end quit terminate halt cease
allow permit let enable accept authorise authorize
deny decline reject refuse block disallow
need require necessary must mandatory obligatory
fix repair resolve solve
problem issue trouble error fault bug
broken fail crash wrong malfunction
work function operate
get receive obtain acquire
send transfer ship deliver
show display view see list
find locate search look
change modify alter update edit switch convert replace
use utilise utilize employ
choose select pick
help assist support
quick fast rapid speedy speed
slow sluggish lag ages forever
big large huge
small tiny little lightweight minimal
cost price fee charge expensive
free gratis
money cash fund
phone mobile cell smartphone
computer pc machine laptop box notebook
app application program software
picture image photo
folder directory
website site web
account profile
password passcode pin
identify identity verify verification confirm prove
several multiple many various
different differ difference distinct vary other
same identical equal alike
possible feasible can able
true correct right
reason why cause because
explain describe define meaning mean
happen occur
wait pending delay late
long time duration
old outdated legacy ancient
new recent latest modern current
default standard usual normal
country abroad foreign international
refund reimburse return
cancel revert undo
lose missing steal
mistake accident wrongly incorrectly
recognise recognize
safe secure security
merge combine join
split separate divide
copy duplicate clone
size large big
inside within in
outside out
whole entire all
just only merely
beginner newbie
boss manager
compare comparison versus vs
limit restriction maximum max
minimum min least oldest
share common
host server
ram memory
`;

export const EVERYDAY_SYNONYMS: readonly (readonly string[])[] = SYNONYMS.trim()
  .split('\n')
  .map((line) => line.split(' '));
