/** Where a full stop belongs to the word before it. Entries are lower-case and carry no final stop. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

/** Always followed by a name: their stop never ends a sentence. */
export const TITLE_ABBREVIATIONS = words(
  'mr mrs ms messrs dr prof gen adm col maj cmdr capt lt sgt cpl pvt brig rev fr hon sen rep reps sens gov pres amb supt det insp st ste mt ft',
);

/** Their stop ends no sentence where a number follows. */
export const NUMBER_ABBREVIATIONS = words('no nos vol vols fig figs p pp art arts sec para ch eq op c ca');

/** Never last in a sentence. */
export const INNER_ABBREVIATIONS = words(
  'vs v e.g i.e eg ie cf viz approx est b d r fl a.k.a incl attn resp',
);

/** May stand at the end of a sentence as well as inside one. */
export const OPEN_ABBREVIATIONS = words(
  'inc corp co ltd bros jr sr esq etc al ave blvd rd dept univ assn jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun yrs mins hrs ext ph.d m.d b.a m.a',
);

/** Words that begin sentences and hardly ever names; after an open abbreviation they show that one ended. */
export const SENTENCE_STARTERS = words(
  `the a an this that these those it its he she they we i you his her their our my there here in on at by from for
  with as if when while where after before since until during although though because but and or so yet however
  moreover furthermore also then thus today now what who why how which some many most all both each every no not
  one two three several few another other such according despite unlike like once to under over between among
  within without through about it's he's she's they're we're i'm there's`,
);

/** Whether `word`, followed by a stop, is an abbreviation of any sort; the stop is then part of its token. */
export const isAbbreviation = (word: string): boolean => {
  const low = word.toLowerCase();
  if (TITLE_ABBREVIATIONS.has(low) || OPEN_ABBREVIATIONS.has(low))
    return /^[\p{Lu}]/u.test(word) || low === 'etc' || low === 'al';
  return INNER_ABBREVIATIONS.has(low) && word.length > 1;
};
