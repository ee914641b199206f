/**
 * The words of messages that ask nothing, as alternatives of patterns. They are compared with a message in lower case, its contractions
 * spelt out, without marks and accents, a letter at most twice in a row.
 */

/** People in a channel, as a message addresses them; the bot's own name is added where it is known. */
export const PEOPLE = [
  'there|all|every(?:one|body)|folks|guys|team|bot|friend|mate|buddy|bro|bruh|dude|man|fam|again|dear|sir|boss|chief|dir|euch|hocam|crack|brother|y all',
];

export const GREETING = [
  'gm|hi+|hey+|hello+|hiya|howdy|yo+|heya|greetings|good (?:morning|afternoon|evening|day)|moin|servus|hola|salut|ciao|hallo|bonjour|ola|hei',
];

export const GOODBYE = [
  'bye(?: bye)?|goodbye|good ?night|gn|see (?:you|ya)(?: later| soon| around)?|cya|later|take care|have a (?:nice|good|great|lovely) (?:day|one|evening|weekend|night)',
];

/** Thanks, with the ways they are mistyped, and in languages that greet an English-speaking bot now and then. */
export const THANKS = [
  '(?:many |big |huge |much |ok |a lot of )*(?:thanks+|thank (?:you+|u+|ya)|thankyou|thankz|thx+|thnx|tnx|tks|thanx|ty+|tysm|tyvm|tyty|ta|cheers|kudos|props)',
  'th?(?:na|an|nak|akn|ahn)n?ks?(?: (?:you|u))?|thansks?|tanks|tahnks?(?: you)?|thnks?',
  '(?:much |really |i |we )*appreciated?(?: (?:it|that|this|you|the help|your help))?',
  'danke(?: (?:schon|sehr|dir|euch|vielmals))*|dankeschon|vielen dank|merci(?: beaucoup)?|(?:muchas |mil )?gracias|(?:muito )?obrigad[oa]|valeu|grazie(?: mille)?',
  'dzieki(?: wielkie)?|dziekuje|tesekkur(?:ler| ederim)|sag ?ol|shukran|tack(?: sa mycket)?|tusen takk|takk|kiitos(?: paljon)?|dank (?:je|u)(?: wel)?|bedankt',
  'hvala|dekuji|diky|koszi|koszonom|multumesc|mersi|efharisto|terima kasih|makasih|cam on|salamat|toda(?: raba)?|dhanyavad|xie ?xie|arigato+(?: gozaimasu)?',
  'спасибо(?: большое)?|спс|благодарю|дякую|благодаря|ευχαριστω|شكرا|תודה|ありがとう(?:ございます|ございました)?|谢谢[你您]?|謝謝[你您]?|多谢|감사합니다|고마워요?|धन्यवाद|ขอบคุณ\\S*',
];

const FINE =
  'good|great|nice|neat|cool|sweet|perfect|awesome|amazing|excellent|brilliant|wonderful|fantastic|lovely|superb|super|sick|dope|lit|goated|fire|clean|interesting|fascinating|impressive|insane|crazy|helpful|useful|clear|clever|smart|beautiful|legendary|epic|solid|top|handy|genius|insightful|enlightening|mind ?blow(?:n|ing)';
const VERY =
  'very|really|so|just|super|pretty|quite|actually|damn|extremely|too|kinda|rather|absolutely|totally|fucking|freaking|such an?|an?|the';
const ANSWER_WORD =
  'explanation|answer|reply|response|bot|job|work|one|info(?:rmation)?|tip|summary|stuff|find|read|advice|help|point|advise|link|source|write ?up';

/** Praise: an adjective alone or with what it praises, or a sentence that says so. */
export const PRAISE = [
  `(?:(?:that|this|it|the|what|how|your|ur|you|u) )*(?:(?:is|was|are|were|bot|answer|explanation|one|looks?|sounds?|what|an?) )*(?:(?:${VERY}) )*(?:${FINE})(?: (?:${ANSWER_WORD}))*(?: (?:thing|to know|as always|as ever|for me|now|there|indeed|then|enough|${PEOPLE.join('|')}))*`,
  `(?:(?:you|u|ur|bot|this|that|it|is|are|the|a|an|my|real|total|such|absolute) )*(?:goat|legend|hero|life ?saver|champ(?:ion)?|star|gem|beast|king|queen|boss|best(?: bot| one)?|rock|w(?: bot| answer| take)?)(?: (?:bot|ever|here))*`,
  'well (?:done|said|explained|put|played)|(?:i )?love (?:it|this|that|you|u|this bot)(?: so much)?|hats off|not bad(?: at all)?|good (?:shit|stuff|to know|call|point)|gg|ggs|lgtm',
];

/** It worked, it helped, it is understood. */
export const SUCCESS = [
  '(?:(?:and|so|yes|yep|yeah|that|this|it|now|finally|everything|all|its|which|has|have|is|was|just|totally|really|already|problem|issue) )*(?:helps|helped|works|worked|working|solved|fixed|resolved|sorted|clears|cleared|did)(?: (?:it|that|this|me|now|a lot|alot|great|fine|well|perfectly|the (?:trick|job|problem|issue)|like a charm|up|out|again|for me|myself|everything|so much|here|too|first try|nicely))*',
  '(?:(?:that|this|it|now|all|ok|also) )*makes (?:a lot of |more |total |perfect |so much )?sense(?: now)?|(?:all|everything) (?:good|fine|set|clear|ok|works|sorted|working)(?: now| here)*|up and running|(?:i )?(?:got|get|see|understand|understood) (?:it|that|now|how|what you mean)(?: now| working| running| to work)*|(?:i )?figured (?:it|that) out|(?:i )?found (?:it|the (?:answer|problem|issue))|can confirm|problem solved|case closed',
  'ca marche|funciona(?: aqui)?|funcionou(?: aqui)?|funktioniert(?: jetzt)?|geht jetzt|помогло|работает|klappt(?: jetzt)?',
];

/** Agreement, acceptance, laughter, wonder: a person who says no more than that waits for nothing. */
export const ACKNOWLEDGEMENT = [
  'ok+(?:ay|ey|ie|i)?|ok(?:ok)+|k+|kay|alright(?:y)?|all right|right(?:o)?|fine|sure(?: thing)?|yes+|yep+|yeah+|yup+|ye|ya|aye|yess+ir|oui|ja|si|sim|da',
  'got (?:it|ya|you|u)|gotcha|i see|noted|understood|roger(?: that)?|copy(?: that)?|will do|sounds (?:good|great|fair)|fair(?: enough| point)?|true(?: that)?|facts?|exactly|indeed|agreed|i agree|correct|(?:you are )?right|makes sense|bet|word|based|noice',
  '100|same(?: here)?|me too|this|that|what (?:he|she|they|you|u) said|so true|fr|frfr|for real|ngl|tbh|imo|ig|i guess|real',
  'l+o+l+(?:ol)*|lul+|lmao+|lmfao+|rofl|(?:b?a?h?a)?(?:ha|he|hi|ja|ah|ks){2,}[hasj]?|ha|heh|xd+|kek+w?|pog(?:gers)?|lel|x3|uwu|owo|ikr',
  'wow+|wo+a+h*|whoa+|omg+|omfg|oh+(?: my(?: god)?)?|o+h+|ah+|aha+|a+w+|hm+|mm+|mhm+|uh+|um+|ooo+|oof|wtf|dang|damn|geez|holy(?: moly| shit| cow)?|welp|well|phew|yay+|hooray|nice+|huh ok|o7|o|w|rip',
  'no worries|no problem|np+|nvm|never ?mind|my bad|sorry(?: about that)?|all good|it is (?:ok(?:ay)?|fine|all good)|nothing|whatever|anyway|then|so|and|now|again|please|pls|haha|bro|bruh|dude|man|mate|lol|bot|chat|tho|just|very|really|here|for now',
];
