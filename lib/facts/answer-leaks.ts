/** Whether what is in view gives an answer away. */
import { stemOf } from './reading';

const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’]/gu, "'")
    .replace(/[‐-―]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();

/** The same sentences and answers are held against each other again and again. */
const MOST_KEPT = 4000;
const kept = new Map<string, string>();

/** Lower case, one kind of apostrophe and dash, single spaces: the form in which answers are compared. */
export const normaliseAnswer = (text: string): string => {
  const known = kept.get(text);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const normalised = normalise(text);
  kept.set(text, normalised);
  return normalised;
};

/** Whether `view` holds `answer` as words of its own, whatever the case. */
export const holdsAnswer = (view: string, answer: string): boolean => {
  const [seen, wanted] = [normaliseAnswer(view), normaliseAnswer(answer)];
  for (let at = seen.indexOf(wanted); at !== -1; at = seen.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    // Two units, so that a letter written as a pair is seen whole.
    const isCut = /[\p{L}\p{N}]$/u.test(seen.slice(Math.max(0, at - 2), at));
    if (!isCut && !/^[\p{L}\p{N}]/u.test(seen.slice(end, end + 2))) return true;
    if (wanted === '') return false;
  }
  return false;
};

/** Small words, and those that half the names of a kind share. */
const SMALL = new Set(
  `the of and for in on at by to a an with from or de la von national international park university college school
  museum river lake island county city state church party company group association institute council house league
  committee commission court street center centre`.split(/\s+/u),
);

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

const NAME = /^\p{Lu}/u;
const SAME_ROOT = 0.7;

const commonStart = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
};

/** "Sweden" and "the Swedes", "DEC" and "DECnet": names of one root. */
const areKin = (a: string, b: string): boolean => {
  if (!NAME.test(a) || !NAME.test(b)) return false;
  const length = Math.min(a.length, b.length);
  return length > 2 && commonStart(a, b) >= Math.max(3, SAME_ROOT * length);
};

/** "User datagram protocol" or its last words tell what UDP stands for, and the other way round. */
const spellsOut = (words: readonly string[], acronym: string): boolean => {
  if (!/^\p{Lu}{3,}$/u.test(acronym)) return false;
  const initials = words.map((word) => word.charAt(0).toUpperCase()).join('');
  return initials.includes(acronym.slice(1)) || initials.includes(acronym.slice(0, -1));
};

const sharedWords = (view: string, answer: string): { shared: number; all: number } => {
  const seen = wordsOf(view);
  const stems = new Set(seen.map(stemOf));
  const isTold = (word: string): boolean =>
    stems.has(stemOf(word)) || spellsOut(seen, word) || seen.some((other) => areKin(other, word));
  const weighty = wordsOf(answer).filter((word) => word.length > 2 && !SMALL.has(word.toLowerCase()));
  return { shared: weighty.filter(isTold).length, all: weighty.length };
};

/** Whether `view` holds a weighty word of the answer, bent or not: a cue if not the answer itself. */
export const holdsPart = (view: string, answer: string): boolean => sharedWords(view, answer).shared > 0;

/** Which answers are known by any of their words: names and terms, but not dates and amounts. */
export const isWordy = (answerType: string): boolean =>
  ['person', 'organisation', 'place', 'name', 'term', 'expansion', 'phrase'].includes(answerType);

/**
 * Whether `view` gives the answer away. A name or a term is known by any of its words; a phrase, or what an acronym
 * stands for, only by more than half of them, since such words are everywhere in its article.
 */
export const givesAway = (view: string, answer: string, answerType: string): boolean => {
  if (holdsAnswer(view, answer)) return true;
  if (answerType !== 'expansion' && answerType !== 'phrase')
    return isWordy(answerType) && holdsPart(view, answer);
  const { shared, all } = sharedWords(view, answer);
  return shared * 2 > all;
};
