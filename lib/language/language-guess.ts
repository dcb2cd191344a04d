/** Which language a text is in, by the small words that no text does without. */

const MARKERS: Readonly<Record<string, string>> = {
  en: 'the of and to in is was for that with as on are by at from it were which has his be this an have not',
  de: 'der die das und ist von den mit für auf ein eine nicht dem des im zu sich auch wurde als war sind',
  fr: 'le la les des et est une dans pour que qui sur par au du avec pas plus ce il elle sont aux était',
  es: 'el la los las de y en que un una por con para del se es fue su al como más no lo son',
  it: 'il di e che la un una per in del della con non sono nel è da al dei delle gli anche più si',
  pt: 'o a os as de e que um uma em para com não por do da no na se foi mais dos das é',
  nl: 'de het een en van in is dat op te met voor zijn niet aan er die was door ook wordt werd',
  sv: 'och i att det en som är av för på den med till om har de inte var ett han från kan',
  pl: 'i w na z do się że nie jest to o po jak przez od oraz był za dla są który',
};

const SETS = Object.entries(MARKERS).map(([tag, list]) => [tag, new Set(list.split(' '))] as const);

/** Scripts that one language, or one far above all others, is written in; the first that fits a fifth of the letters. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
];
const LETTERS_SHARE = 0.2;
const UKRAINIAN = /[іїєґ]/iu;

const guessByScript = (sample: string): string | null => {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const found = SCRIPTS.find(
    ([, script]) => (sample.match(script)?.length ?? 0) > letters * LETTERS_SHARE,
  )?.[0];
  return found === 'ru' && UKRAINIAN.test(sample) ? 'uk' : (found ?? null);
};

/** So many words are enough to tell. */
const SAMPLE = 2000;
/** A text with fewer of a language's small words than this is in none of those we know. */
const SHARE = 0.12;

/**
 * The BCP 47 tag of the language that `text` is in, or `und` where that is not clear: another language,
 * another script, or too little to tell.
 */
export const detectLanguage = (text: string): string => {
  const words =
    text
      .slice(0, SAMPLE * 12)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu)
      ?.slice(0, SAMPLE) ?? [];
  const scores = SETS.map(([tag, set]) => ({ tag, score: words.filter((word) => set.has(word)).length }));
  const [best, second] = scores.sort((a, b) => b.score - a.score);
  if (best === undefined || best.score < words.length * SHARE)
    return guessByScript(text.slice(0, SAMPLE)) ?? 'und';
  return best.score > (second?.score ?? 0) ? best.tag : 'und';
};

/** Whether English rules may be used on a text in the language `tag`. */
export const isEnglish = (tag: string): boolean => /^en(?:-|$)/iu.test(tag);
