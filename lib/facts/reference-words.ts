/** The words by which a sentence points at what stands around it. All in small letters. */

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

export const HE = set('he him his himself');
export const SHE = set('she her hers herself');
export const IT = set('it its itself');
export const THEY = set('they them their theirs themselves');
export const SPEAKER = set('i me my mine myself we us our ours ourselves you your yours yourself yourselves');
export const POSSESSIVE = set('his her hers its their theirs');

/** What "the" makes point back, since it was hardly ever the first word for anything. */
export const SHELL_NOUNS = set(
  `agreement pact deal treaty accord move decision plan proposal scheme project initiative report study survey poll
  finding experiment trial test incident attack event crisis conflict battle dispute case ruling verdict sentence
  meeting visit summit conference session interview speech statement announcement comment remark letter article book
  novel film movie album song painting play programme campaign effort attempt idea theory hypothesis method approach
  technique process procedure problem issue question change increase decrease rise drop decline figure result outcome
  discovery invention device machine document bill merger acquisition takeover purchase sale contract offer award title
  match game tournament competition race victory defeat accident explosion fire storm earthquake eruption outbreak
  operation mission journey trip voyage expedition feature structure building site facility complex venue house
  vehicle ship vessel aircraft plane boat couple pair duo trio group family concept term name practice reason purpose
  aim goal concern allegation claim charge accusation reform measure policy step exhibition collection version
  arrangement partnership relationship ratification breakthrough milestone prize phenomenon situation`,
);

/** What may stand for whatever the sentence before tells. */
export const EVENT_NOUNS = set(
  'move decision step measure incident event attack announcement discovery change practice arrangement breakthrough',
);

/** Heads that mean one thing in the world, or a part of whatever is spoken of. */
export const UNIQUE_NOUNS = set(
  `world sun moon earth universe sea sky internet public media past future present environment economy atmosphere ocean
  equator north south east west northeast northwest southeast southwest way end beginning top bottom middle centre
  center majority minority number amount use most least first last only main average total whole poor rich elderly
  young dead web weather wild countryside arts sciences law human body brain heart planet globe ground air
  surface water light wind rain snow year season night day morning evening afternoon people time one ones rest
  left right front back inside outside side start period need lack presence absence basis case`,
);

/** Adjectives after "the" that pick out one of a known kind rather than one spoken of: "the largest city". */
export const RESTRICTING = set(
  `first second third fourth fifth sixth seventh eighth ninth tenth last only main same whole entire next original
  current former present most least best worst central northern southern eastern western upper lower inner outer
  early late general common public private national international royal federal human modern`,
);

/** Adjectives after "the" that pick one of those spoken of. */
export const PICKING = set(
  'other others latter former remaining above following two three four five six both',
);

/** Names that need no first name beside them. */
export const FAMOUS = set(
  `Shakespeare Newton Einstein Darwin Aristotle Plato Socrates Napoleon Mozart Beethoven Bach Marx Hitler Stalin Lenin
  Mao Galileo Muhammad Jesus Christ Buddha Confucius Homer Michelangelo Leonardo Gandhi Copernicus Columbus Freud Picasso
  Rembrandt Voltaire Dante Cicero Cleopatra Euclid Archimedes God Allah Luther Calvin Chopin Bonaparte Mussolini`,
);
