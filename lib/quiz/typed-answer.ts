/** Whether a typed answer is the right one: forgiving in spelling, never in what is meant. */
import type { AnswerPart } from './answer-dates';
import { readAnswer } from './answer-parts';

/** Wrong letters that an answer may have in all. */
const MOST_TYPOS = 2;

/** Words this long and longer must be spelt right, which bounds the work. */
const LONGEST_WORD = 60;

/** Wrong letters that are forgiven in a word, by its length in letters. */
const typosAllowed = (length: number): number => {
  if (length < 5 || length > LONGEST_WORD) return 0;
  return length < 10 ? 1 : MOST_TYPOS;
};

/**
 * Letters to add, drop, change or swap with a neighbour to get from one word to the other: optimal string
 * alignment, the restricted edit distance of Damerau (1964) and Levenshtein (1966).
 */
const editDistance = (from: string, to: string): number => {
  const [a, b] = [Array.from(from), Array.from(to)];
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  a.forEach((letter, i) => {
    const row = [i + 1];
    b.forEach((other, j) => {
      const changed = (last[j] ?? 0) + (letter === other ? 0 : 1);
      const shorter = Math.min(changed, (last[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1);
      const swaps = i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === other;
      row.push(swaps ? Math.min(shorter, (beforeLast[j - 1] ?? 0) + 1) : shorter);
    });
    beforeLast = last;
    last = row;
  });
  return last[b.length] ?? 0;
};

/** Beginnings and endings that tell words apart which mean different things: a swap of these is no slip. */
const TELLING_BEGINNINGS = [
  ['hyper', 'hypo'],
  ['inter', 'intra', 'intro'],
  ['macro', 'micro'],
  ['maxi', 'mini'],
  ['pre', 'pro'],
  ['per', 'pro'],
  ['ante', 'anti'],
  ['endo', 'exo', 'ecto'],
  ['abd', 'add'],
  ['northeast', 'northwest'],
  ['southeast', 'southwest'],
  ['austra', 'austri'],
  ['nigeria', 'nigerie'],
  ['stalac', 'stalag'],
  ['iceland', 'ireland'],
  ['obama', 'osama'],
  ['frances', 'francis'],
  ['desert', 'dessert'],
  ['proton', 'photon'],
  ['confident', 'confidant'],
  ['complement', 'compliment'],
  ['stationary', 'stationery'],
  ['casual', 'causal'],
  ['marital', 'martial'],
  ['council', 'counsel'],
] as const;
const TELLING_ENDINGS = [
  ['ate', 'ite', 'ide'],
  ['ane', 'ene', 'yne'],
  ['ase', 'ose'],
  ['ee', 'er'],
  ['ee', 'or'],
  ['ism', 'ist'],
  ['less', 'ness'],
  ['ia', 'ian'],
] as const;

const tellsApart = (
  classes: readonly (readonly string[])[],
  has: (word: string, mark: string) => boolean,
  [a, b]: readonly [string, string],
): boolean =>
  classes.some((marks) => {
    const [ofA, ofB] = [marks.find((mark) => has(a, mark)), marks.find((mark) => has(b, mark))];
    return ofA !== undefined && ofB !== undefined && ofA !== ofB;
  });

/** The plurals that English grammar lets a word have; none for a word whose last letters are no plural's. */
const pluralsOf = (word: string): readonly string[] => {
  if (word.length < 3) return [];
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ies`];
  if (/(?:s|x|z|ch|sh)$/.test(word)) return [`${word}es`];
  const regular = `${word}s`;
  return /(?:f|fe)$/.test(word) ? [regular, word.replace(/fe?$/, 'ves')] : [regular];
};

/** Words that look like a plural of another one and mean something else. */
const NO_PLURALS: ReadonlySet<string> = new Set(['arms', 'customs', 'goods', 'mars', 'news']);

const differInNumberOnly = (a: string, b: string): boolean =>
  !NO_PLURALS.has(a) && !NO_PLURALS.has(b) && (pluralsOf(a).includes(b) || pluralsOf(b).includes(a));

/** Units that only a capital tells apart: milliwatt and megawatt, bit and byte. */
const TELLING_UNIT = /\d\s?(?:([mM])(?:g|W|Hz|V|A|J|Pa|N|eV)|[kKMGT](b|B))(?![\p{L}\p{N}])/u;

const hasOtherUnit = (expected: string, given: string): boolean => {
  const [wanted, got] = [TELLING_UNIT.exec(expected), TELLING_UNIT.exec(given)];
  return wanted !== null && got !== null && (wanted[1] !== got[1] || wanted[2] !== got[2]);
};

/** Wrong letters in `given`; `null` where it is another word. */
const typosInWord = (expected: AnswerPart, given: AnswerPart, patience: number): number | null => {
  if (expected.text === given.text) return 0;
  const [length, givenLength] = [Array.from(expected.text).length, Array.from(given.text).length];
  const allowed = typosAllowed(length) * patience;
  // Another number of the same noun counts as one slip, so that a rival which is nearer still wins.
  if (!expected.exact && !given.exact && differInNumberOnly(expected.text, given.text)) return 1;
  if (expected.exact || allowed === 0 || Math.abs(length - givenLength) > allowed) return null;
  // Given in capitals it may still be the word, but a number or a unit never is.
  if (!/^[\p{L}\p{M}]+$/u.test(given.text)) return null;
  // Hands slip inside a word; another first letter is most often another word (Gambia, Zambia).
  if (expected.text.slice(0, 1) !== given.text.slice(0, 1)) return null;
  const pair = [expected.text, given.text] as const;
  if (tellsApart(TELLING_BEGINNINGS, (word, mark) => word.startsWith(mark), pair)) return null;
  if (tellsApart(TELLING_ENDINGS, (word, mark) => word.endsWith(mark), pair)) return null;
  const distance = editDistance(expected.text, given.text);
  return distance <= allowed ? distance : null;
};

/** Words run together ("e-mail", "email"); what is exact stays apart, so that 1 and 23 are never 12 and 3. */
const runTogether = (parts: readonly AnswerPart[]): string =>
  parts.map(({ text }) => (/^[\p{L}\p{M}]+$/u.test(text) ? text : ` ${text} `)).join('');

/** Wrong letters in a whole answer; `null` where it is another one. `patience` multiplies what is allowed. */
const typosIn = (
  expected: readonly AnswerPart[],
  given: readonly AnswerPart[],
  patience = 1,
): number | null => {
  if (expected.length === 0 || given.length === 0) return null;
  if (runTogether(expected) === runTogether(given)) return 0;
  if (expected.length !== given.length) return null;
  let sum = 0;
  for (const [index, part] of expected.entries()) {
    const other = given[index];
    const typos = other ? typosInWord(part, other, patience) : null;
    if (typos === null) return null;
    sum += typos;
  }
  return sum <= MOST_TYPOS * patience ? sum : null;
};

const plain = (text: string): string => text.normalize('NFC').trim();

/**
 * Whether `given` is `expected`. Forgiven are case, accents, punctuation, a leading article, white space,
 * thousand separators, numbers in words, the number of a noun (cats, cat), the ways to write money, per cent and dates, and slips: none in a word
 * under 5 letters, 1 in 5-9, 2 beyond and in all, the first letter being right. Not forgiven is any other number,
 * unit, date or part of one, a letter of an acronym, or a slip that is as near to one of `others`, which are
 * known to be wrong. Total: never throws.
 */
export const isSameAnswer = (expected: string, given: string, others: readonly string[] = []): boolean => {
  const [wanted, got] = [plain(expected), plain(given)];
  if (wanted === got) return wanted !== '';
  // No way of writing makes an answer several times as long.
  if (got.length > 4 * wanted.length + 200 || hasOtherUnit(wanted, got)) return false;
  const parts = readAnswer(got);
  const typos = typosIn(readAnswer(wanted), parts);
  if (typos === null) return false;
  return others.every((other) => {
    if (plain(other) === got) return false;
    if (typos === 0 || plain(other) === wanted) return true;
    const toOther = typosIn(readAnswer(other), parts, 2);
    return toOther === null || toOther > typos;
  });
};

/**
 * Reads a stock of answers once and returns, for one of them, the others that lie so near to it that a slip could
 * be meant for either (Monet, Manet), sorted. Answers that are the same one, written differently, are not among them.
 */
export const nearAnswers = (answers: readonly string[]): ((answer: string) => string[]) => {
  const stock = [...new Set(answers)].sort().map((text) => ({ text, parts: readAnswer(text) }));
  return (answer) => {
    const parts = readAnswer(answer);
    return stock.filter((other) => (typosIn(parts, other.parts, 2) ?? 0) > 0).map(({ text }) => text);
  };
};
