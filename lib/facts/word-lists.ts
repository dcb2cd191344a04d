/** The words by which a sentence leans on what stands around it. All in small letters. */

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

export const READER_AND_WRITER = set('i me my mine myself we us our ours ourselves you your yours yourself');
export const PERSON_PRONOUNS = set('he she him himself herself');
export const OTHER_PRONOUNS = set('it they them this these those itself themselves');
export const POSSESSIVES = set('his her hers its their theirs');

/** Sentence openers that join on to the sentence before. */
export const CONNECTIVES = set(
  `however moreover furthermore therefore thus instead meanwhile nevertheless nonetheless consequently hence similarly
  likewise besides additionally accordingly but and yet so or nor still then also again otherwise conversely`,
);
export const CONNECTIVE_PHRASES =
  /^(?:in addition|for example|for instance|as a result|in contrast|by contrast|on the other hand|in turn|in other words|as such|in this|at the same|after that|after this|because of this|due to this|in fact|of course|in particular|more recently|since then|even so)\b/iu;

/** Times that count from the day of writing or from a day named before. */
export const LOOSE_TIMES =
  /\b(?:today|yesterday|tomorrow|tonight|now|nowadays|currently|current|presently|recently|recent|lately|so far|to date|ago|earlier|later|at the time|at that time|that (?:year|time|day|month|same|period)|the (?:same|following|previous|next|preceding) (?:year|day|month|week|decade|century|season|time|night)|(?:last|next|this|past|coming) (?:week|month|year|night|summer|winter|spring|autumn|season|decade|century|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:the|over the|in the) (?:past|last|next|coming) (?:few |several )?(?:\w+ )?(?:years?|months?|weeks?|days?|decades?|centur(?:y|ies))|by then|until then|since then|in recent|still|soon|already|(?:on|by|since|until|last|this|next|every) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b/iu;

/** Amounts that count on from one before. */
export const LOOSE_AMOUNTS =
  /\b(?:another|the others?|others|the rest|the remaining|an? additional|a further|the latter|the same|such (?!as\b)\p{L}+|these|those(?! (?:who|that|of|in|with|which)\b)|the (?:two|three|four)(?! \p{L}+ (?:of|that|which|who))|both(?! [^,.]*\band\b)|respectively|the above|as above|the following|as well(?! as)|here|twice|, too\b|theirs|hers|(?:\d+|hundred|thousand|million|two|three|four|five|six|seven|eight|nine|ten) (?:more|others)|went on to|similar(?! to)|an? (?:equivalent|comparable|corresponding)|(?:of|to|with|from) them)\b/iu;

/** Openers that count or choose from things named before. */
export const ELLIPTIC_OPENERS =
  /^(?:early|earlier|initial|subsequent|previous|original|typical|new|further|more(?! than)|some|several|few|other|one|two|three|four|five|six|seven|eight|nine|ten|half|only|none|each|neither|either|overall|total|additional|follow-up|founding|all (?:two|three|four|five|six|seven|eight|nine|ten|\d+))\s(?!York|Zealand|Delhi|South|Jersey|Orleans|England|Mexico|Hampshire)/iu;

/** What "the" may stand before without a word about which one. */
export const UNIQUE_HEADS = set(
  `world sun moon earth universe sea sky internet public media past future present environment economy atmosphere ocean
  equator north south east west northeast northwest southeast southwest way end beginning top bottom middle centre
  center majority minority number amount use most least first last largest biggest smallest highest lowest oldest
  youngest longest shortest tallest best worst only main average total whole poor rich elderly young dead web
  weather wild countryside arts sciences law church state human body brain heart planet globe ground air surface water
  light wind rain snow year season night day morning evening afternoon`,
);

/** Heads that mean one that was spoken of before, wherever they stand. */
export const POINTING_HEADS = set(
  `agreement pact deal move decision company firm business government president minister country nation region city
  town area report study survey research researcher team group organisation organization event project programme
  program plan law bill act crisis war conflict attack incident man woman boy girl child pair couple family book
  film campaign site building museum university school court case party visit summit meeting session period time
  century decade author scientist official authority police ship river island village empire king emperor queen
  result proposal idea theory process method practice effort issue problem change increase fall rise figure number
  finding experiment trial test service scheme treaty charity institution college club league army force troops
  population people resident community theatre house church complex club season championship title competition game
  match division device product machine design version model site place spot location hotel resort shop store
  restaurant line network system collection exhibition gallery work painting letter speech statement interview
  article post page list ruling verdict judge judges trial jury prisoner inmate worker employee employer student
  teacher pupil parent driver passenger victim survivor attacker suspect former latter reason purpose aim goal`,
);

/** What may come between "the" and its noun's end, or after it: small words and the commonest verbs. */
export const STOPPERS = set(
  `of the a an in on at by for from to with and or but that which who whom whose where when while as than into onto
  over under between among through during before after since until about against within without across along around
  near behind beyond is are was were be been being am has have had do does did will would can could may might must
  shall should not n't 's ’s ' ’ also only even just said says say told called known named if because although though
  became become began begin made make makes took take takes gave give gives came come comes went go goes saw see got
  held led left kept built fell rose won lost met put ran sent set stood lay lies remains contains includes covers
  marks shows means plays allows helps requires needs uses opens provides forms consists he she it they we i you its his
  her their our my your this these those there so very more less up out off down`,
);
