/** The noun that a number counts, read from the words behind it: "27" in "27 small island states" counts states. */

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

const IRREGULAR = set(
  `people men women children fish sheep species teeth mice geese deer aircraft bacteria phyla spacecraft genera alumni
  fungi algae nuclei larvae criteria phenomena media series offspring personnel staff faculty cattle troops clergy
  sportsmen businessmen fishermen policemen clergymen craftsmen workmen gunmen congressmen Frenchmen Englishmen`,
);
const NOT_NOUNS = set(
  `is was has as its his this us across versus plus less times others does years months weeks days hours minutes seconds
  decades centuries ones thus always perhaps sometimes besides yes percent millions billions thousands hundreds
  millennia`,
);
const FUNCTION_WORDS = set(
  `of the a an in on at by for from to with and or but that which who as than into over under per about after before
  since when while where if because not no out up off down it he she they we were are had have would could can may
  will did do`,
);

/** The noun and how many words stand between: at most two, adjectives or names ("three Nobel laureates"). */
export const countedNoun = (after: string): string | null => {
  const words = /^(?:\s[\p{L}’'-]+){1,4}/u.exec(after)?.[0].trim().split(/\s/u) ?? [];
  for (const word of words.slice(0, 3)) {
    // An adverb shows that the noun was left out: "all three apparently lacked tentacles".
    if (FUNCTION_WORDS.has(word) || NOT_NOUNS.has(word) || word.endsWith('ly')) return null;
    if (/^\p{Lu}/u.test(word) && !IRREGULAR.has(word)) continue;
    if (IRREGULAR.has(word) || /[^sui’']s$/u.test(word)) return word;
  }
  return null;
};
