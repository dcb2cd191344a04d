/** "Which city is the largest city of Norway?", "What is the Storting?": a name and what stands in commas behind it. */
import type { FoundFact } from '@/lib/facts/candidate';
import { glossedName, glossTense } from '@/lib/facts/glosses';
import type { Reading } from '@/lib/facts/reading';
import type { Word } from '@/lib/language/tree';
import { give } from './asking';
import { lowered, phraseWords, textOfWords } from './phrase';
import { whoOrWhat } from './question-word';

/** "Which city is the largest city": the kind is said already. */
const askingWord = (fact: FoundFact, head: Word, title: Word): string => {
  const word = whoOrWhat(fact, head) ?? 'What';
  return word.toLowerCase() === `which ${title.low}` || word === 'Which organisation' ? 'What' : word;
};

/** The question, with the words of the sentence that it keeps. @throws Unaskable */
export const askApposition = (
  reading: Reading,
  fact: FoundFact,
): { prompt: string; kept: readonly Word[] } => {
  const { sentence, place } = fact;
  const { tree, clauses } = sentence;
  if (tree === null || place === null) return give('no clause was read');
  const title = place.clause;
  const kept = phraseWords(tree, title);
  if (kept.length < 4 || kept.length > 20) give('what it is said to be is too short or too long to ask by');
  const said = textOfWords(reading, fact, kept) ?? give('it speaks of something that is not named');
  if (/[()"“”]/u.test(said)) give('a bracket or quotation in what it is said to be');
  const main = clauses.find(({ kind }) => kind === 'main');
  const isOver = main?.finite.xpos === 'VBD' || /\bfirst\b/u.test(said);
  const be = isOver && fact.answerType !== 'place' ? 'was' : 'is';
  return { prompt: `${askingWord(fact, place.head, title)} ${be} ${said}?`, kept };
};

/** "What is the Nordic Lab?", with the words of the name. @throws Unaskable */
export const askGloss = (reading: Reading, fact: FoundFact): { prompt: string; kept: readonly Word[] } => {
  const kept = glossedName(fact.sentence, fact.place) ?? give('the name is not whole');
  const be = glossTense(fact.sentence, fact.place) ?? give('whether it is so still is not certain');
  // "The Oslo-based Nordic Lab": the article stands apart from the name that it goes with.
  const [first, second] = kept;
  const isApart = first?.low === 'the' && second !== undefined && second.index > first.index + 1;
  const said = textOfWords(reading, fact, isApart ? kept.slice(1) : kept);
  if (said === null) return give('it speaks of something that is not named');
  return { prompt: `What ${be} ${isApart ? `the ${said}` : lowered(said, first)}?`, kept };
};
