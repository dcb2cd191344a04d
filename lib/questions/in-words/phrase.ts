/** The words of a question: stretches of the sentence, without what hangs loosely, references put in. */
import { holdsAnswer } from '@/lib/facts/answer-leaks';
import type { FoundFact } from '@/lib/facts/candidate';
import type { Reading } from '@/lib/facts/reading';
import { resolvedText } from '@/lib/facts/references';
import { isDemonym } from '@/lib/language/places';
import { isLabelled, type Tree, type Word, wordsUnder } from '@/lib/language/tree';

const OPENING = /^[,(–—-]$/u;

/** Whether a branch is set off by a comma, a dash or a bracket: what it says may be left away. */
export const isSetOff = (tree: Tree, branch: Word): boolean => {
  const first = wordsUnder(tree, branch)[0];
  if (first === undefined) return false;
  const before = tree.words[first.index - 1];
  return OPENING.test(first.text) || (before !== undefined && OPENING.test(before.text));
};

/** A phrase without the clauses, appositions and brackets that are set off in it, and without marks at its ends. */
export const phraseWords = (tree: Tree, head: Word): Word[] => {
  const words = wordsUnder(
    tree,
    head,
    (word) => isLabelled(word, 'acl', 'appos', 'parataxis', 'advcl', 'dep') && isSetOff(tree, word),
  );
  while (words.at(-1)?.upos === 'PUNCT' && !/^["'”’)]$/u.test(words.at(-1)?.text ?? '')) words.pop();
  while (words[0]?.upos === 'PUNCT' && !/^["'“‘(]$/u.test(words[0].text)) words.shift();
  return words;
};

/** Whether a dash or a bracket stands between two words that are to be joined: then what follows may belong to what was left away. */
const isTornAtDash = (tree: Tree, words: readonly Word[]): boolean =>
  words.some((word, at) => {
    const before = words[at - 1];
    if (before === undefined || word.index === before.index + 1) return false;
    return tree.words.slice(before.index + 1, word.index).some(({ text }) => /^(?:[–—-]|--)$/u.test(text));
  });

/** Stretches of words that stand together; a mark alone is no stretch. */
const stretchesOf = (words: readonly Word[]): Word[][] => {
  const stretches: Word[][] = [];
  for (const word of words) {
    const last = stretches.at(-1);
    if (last !== undefined && last.at(-1)?.index === word.index - 1) last.push(word);
    else stretches.push([word]);
  }
  return stretches.filter((stretch) => stretch.some(({ upos }) => upos !== 'PUNCT'));
};

const withoutEdges = (text: string): string => text.replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/gu, '');

/** The first letter small, where it is large only because it opens the sentence. */
export const lowered = (text: string, first: Word | undefined): string => {
  if (first === undefined || first.index > 1 || first.upos === 'PROPN' || first.low === 'i') return text;
  if (isDemonym(first.text)) return text;
  if (!/^\p{Lu}(?:\p{Ll}|\s|$)/u.test(text) || /^\p{Lu}/u.test(text.slice(1))) return text;
  return text.charAt(0).toLowerCase() + text.slice(1);
};

/** Whether putting references in only says again what `said` names: "Ada ended Ada’s work". */
const repeats = (resolved: string, plain: string, said: string): boolean => {
  const name = said.replace(/^the /iu, '');
  if (name === '' || resolved === plain) return false;
  // What was put in, as long as what the two have in common at their beginnings and ends is left away.
  let [from, tail] = [0, 0];
  while (from < plain.length && plain[from] === resolved[from]) from++;
  while (tail < plain.length - from && plain.at(-1 - tail) === resolved.at(-1 - tail)) tail++;
  const added = resolved.slice(from, resolved.length - tail).replace(/^the |['’]s?$/giu, '');
  return (resolved.includes(name) && !plain.includes(name)) || (added.length > 3 && name.includes(added));
};

/**
 * The text of `words`, which are in order but need not stand together, references put in; `null` where one of them
 * stays open. What a name begins with keeps its capital; what `said`, the subject, names already stays a pronoun.
 */
export const textOfWords = (
  reading: Reading,
  { sentence, answer }: FoundFact,
  words: readonly Word[],
  said = '',
): string | null => {
  if (sentence.tree === null || isTornAtDash(sentence.tree, words)) return null;
  const parts: string[] = [];
  for (const stretch of stretchesOf(words)) {
    const [first, last] = [stretch[0], stretch.at(-1)];
    if (first === undefined || last === undefined) continue;
    const plain = reading.article.text.slice(first.start, last.end);
    const resolved = resolvedText(reading, sentence, { start: first.start, end: last.end });
    if (resolved === null) return null;
    // "his" must not be put in words where it means who is asked for.
    const isPlain = resolved === plain || holdsAnswer(resolved, answer) || repeats(resolved, plain, said);
    const kept = isPlain ? lowered(plain, first) : resolved;
    parts.push(withoutEdges(kept));
  }
  return parts.filter((part) => part !== '').join(' ');
};
