/** Whether a date stands when the text is forgotten: that of an event does, that of a figure or of a passer-by does not. */
import { type Clause, clauseOf } from '@/lib/language/clauses';
import { headOf, isLabelled, type Tree, type Word } from '@/lib/language/tree';
import type { Candidate } from './candidate';
import { isTitleWord, type ReadSentence, type Reading } from './reading';
import { prepositionOf, topOf } from './value-place';

/** What is measured rather than done: the year says when the count was made. */
const MEASURED =
  /^(?:reached|numbered|stood|totalled|totaled|exceeded|averaged|amounted|rose|fell|grew|increased|decreased|comprised|included|contained|accounted|dropped|climbed)$/u;
/** Such a time is counted from the date that a gap hides. */
const NOW = /\b(?:now|currently|nowadays|still)\b/iu;
/** Before or after something that is dated: of that the date tells, and not of what the sentence tells. */
const BESIDE_AN_EVENT = /^(?:before|after|since|until|following|prior to|ahead of)$/u;

/** "… by Ida Holm, who had been writing since 2009": a date from the life of someone whom the article is not about. */
const isOfSomeone = (reading: Reading, tree: Tree, clause: Clause | undefined): boolean => {
  if (clause?.kind !== 'relative' || clause.subject?.low !== 'who') return false;
  const noun = headOf(tree, clause.predicate);
  return noun === undefined || !isTitleWord(reading, noun.text);
};

/** "The population was 36,620 in 1890", "membership reached 16,000 in 1840": the figure is the fact. */
const isOfFigure = (
  { dates }: ReadSentence,
  { start, end }: Candidate,
  tree: Tree,
  clause: Clause | undefined,
): boolean => {
  if (clause === undefined) return false;
  if (clause.isCopular && clause.predicate.upos === 'NUM') return true;
  if (!MEASURED.test(clause.predicate.low)) return false;
  return tree.words.some(
    (word) =>
      word.upos === 'NUM' &&
      ![{ start, end }, ...dates].some((date) => date.start < word.end && word.start < date.end),
  );
};

/** "Before the introduction of the code in 1973, twenty codes had been tried". */
const isOfAnother = (tree: Tree, word: Word): boolean => {
  for (let at: Word | undefined = word; at !== undefined; at = headOf(tree, at)) {
    const above = headOf(tree, at);
    if (above === undefined || above.upos === 'VERB') return false;
    if (isLabelled(above, 'obl') && BESIDE_AN_EVENT.test(prepositionOf(tree, above))) return true;
  }
  return false;
};

/** Why a date would not be worth keeping, in plain words; `null` where nothing speaks against it. */
export const dateProblem = (
  reading: Reading,
  sentence: ReadSentence,
  candidate: Candidate,
): string | null => {
  const { tree } = sentence;
  const title = reading.article.title ?? '';
  const answer = reading.article.text.slice(candidate.start, candidate.end);
  const year = /\b\d{4}\b/u.exec(answer)?.[0];
  const isDay = /\d{1,2}\b(?!\d)/u.test(answer.replace(year ?? '', ''));
  if (year !== undefined && !isDay && title.includes(year)) return `the title gives “${year}” away`;
  const now = NOW.exec(sentence.statement)?.[0];
  if (now !== undefined) return `“${now}” counts from a time that a gap would hide`;
  const word = tree === null ? null : topOf(tree, candidate);
  if (tree === null || word === null) return null;
  const clause = clauseOf(tree, sentence.clauses, word);
  if (isOfSomeone(reading, tree, clause)) return 'told in passing of someone';
  if (isOfFigure(sentence, candidate, tree, clause)) return 'a figure and its year: the figure is asked for';
  return isOfAnother(tree, word) ? 'a date told in passing of something else' : null;
};
