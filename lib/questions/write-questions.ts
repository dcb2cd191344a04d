/** From facts to questions: for each fact the forms that are safe for it. */
import { holdsAnswer } from '@/lib/facts/answer-leaks';
import type { FoundFact } from '@/lib/facts/candidate';
import { finish, type Reading } from '@/lib/facts/reading';
import { wordsAfterOpening } from '@/lib/facts/opening-words';
import { gateOf } from '@/lib/facts/sentence-gate';
import { leaningAnswer, leaningPhrase, wordsBeside } from '@/lib/facts/standing-alone';
import { isEnglish } from '@/lib/language/language-guess';
import type { Check, DraftOption, DraftQuestion, LeftOut } from '@/lib/model';
import { certify, factProblem, leakProblem } from './certificate';
import { clozePrompt, gapPrompt } from './cloze';
import { askInWords, type InWords } from './in-words/ask-in-words';
import { indexRivals, type RivalIndex } from './distractors';
import { type Larger, writeLarger } from './larger';
import { chooseOptions } from './multiple-choice';
import { type Ordering, writeOrderings } from './ordering';
import { type Stem, stemOf } from './stem';
import { writeTrueFalse } from './true-false';

export type QuestionsAsked = {
  readonly reading: Reading;
  readonly facts: readonly FoundFact[];
  /** The same seed gives the same order of options; another seed changes that, and which sentences are true, alone. */
  readonly seed: string | number;
};
export type QuestionsWritten = { readonly questions: DraftQuestion[]; readonly leftOut: LeftOut[] };

/** What stays the same for all forms of one fact. */
type Asked = {
  readonly all: QuestionsAsked;
  readonly fact: FoundFact;
  /** The sentence with a gap; `null` where it cannot be shown as it stands. */
  readonly stem: Stem | null;
  readonly rivals: RivalIndex;
  readonly inWords: Exclude<InWords, { readonly refusal: string }> | null;
  readonly isAlone: boolean;
};

/** A longer sentence is asked in words if it can be, and not shown with a gap: it holds more than one fact. */
const LONG_CLOZE = 18;
const MOST_CLOZE_WORDS = 32;

/** What a learner sees: the stem, and the sentence before it where that is shown. */
type View = { readonly shown: string; readonly context: string | null };

const checksOf = (
  { all, fact }: Asked,
  { shown, context }: View,
  more: { certainty?: number; options?: readonly DraftOption[]; provesItself?: boolean } = {},
): Check[] =>
  certify({
    article: all.reading.article,
    fact,
    context,
    shown,
    certainty: more.certainty ?? 1,
    options: more.options ?? [],
    provesItself: more.provesItself ?? false,
  });

const leaksIn = ({ all, fact }: Asked, { shown, context }: View): string | null =>
  leakProblem(all.reading.article, fact, context, shown);

const countWords = (text: string): number => text.match(/\S+/gu)?.length ?? 0;

/** So few letters stand for many things: only beside its sentence is it plain what is meant. */
const SHORT_ACRONYM = 3;

/** "_____ (NPR) reached Montana": what few letters stand for is better asked in the sentence, where that can be shown. */
const isBetterShown = ({ fact, stem }: Asked): boolean => {
  if (fact.answerType !== 'expansion' || stem?.context !== null) return false;
  const letters = /^\s?\((?:the )?(?<letters>[\p{Lu}\d&]+)\)/u.exec(stem.after)?.groups?.letters;
  return (
    letters !== undefined && letters.length <= SHORT_ACRONYM && countWords(fact.statement) <= MOST_CLOZE_WORDS
  );
};

const writeBasic = (asked: Asked): DraftQuestion | null => {
  const { fact, inWords } = asked;
  if (inWords === null || isBetterShown(asked)) return null;
  const { prompt, answer, certainty } = inWords;
  const view = { shown: prompt, context: null };
  if (leaksIn(asked, view) !== null) return null;
  const checks = checksOf(asked, view, { certainty });
  return { factKey: fact.key, form: 'basic', prompt, context: null, answer, options: [], checks };
};

const writeCloze = (asked: Asked, hasWords: boolean): DraftQuestion | null => {
  const { fact, stem, isAlone } = asked;
  // What the letters stand for is asked in words already.
  if (fact.answerType === 'expansion' && hasWords) return null;
  const words = countWords(fact.statement) + countWords(stem?.context ?? '') / 3;
  if (stem === null || words > MOST_CLOZE_WORDS || (hasWords && (words > LONG_CLOZE || !isAlone)))
    return null;
  // A gap for a phrase says too little about what belongs in it.
  if (fact.answerType === 'phrase') return null;
  // "[name]" says no more where no question word fits either.
  const saysWhich = fact.kind === 'definition' || fact.place?.role === 'agent';
  if (fact.answerType === 'name' && !hasWords && !saysWhich) return null;
  const { context } = stem;
  const prompt = clozePrompt(fact, stem);
  const checks = checksOf(asked, { shown: prompt, context });
  return { factKey: fact.key, form: 'cloze', prompt, context, answer: fact.answer, options: [], checks };
};

/** The options go with the question in words where there is one, else with the gap. */
const writeChoice = (
  asked: Asked,
  basic: DraftQuestion | null,
  cloze: DraftQuestion | null,
): DraftQuestion | null => {
  const { all, fact, stem, rivals, inWords } = asked;
  const prompt = basic?.prompt ?? (stem === null || cloze === null ? null : gapPrompt(stem));
  if (prompt === null) return null;
  const context = basic === null ? (stem?.context ?? null) : null;
  const view = [all.reading.article.title ?? '', context ?? '', prompt].join('\n');
  const chosen = chooseOptions(fact, rivals, view, all.seed);
  if (chosen === null) return null;
  const certainty = basic === null ? 1 : (inWords?.certainty ?? 1);
  const checks = checksOf(asked, { shown: prompt, context }, { certainty, options: chosen.options });
  return { factKey: fact.key, form: 'choice', prompt, context, answer: fact.answer, ...chosen, checks };
};

const TRUE_FALSE: readonly DraftOption[] = [
  { text: 'True', factKey: null },
  { text: 'False', factKey: null },
];

/** What makes good wrong options makes a false sentence. */
const writeStatement = (asked: Asked, choice: DraftQuestion | null): DraftQuestion | null => {
  const { all, fact, stem } = asked;
  if (stem?.context !== null || choice === null) return null;
  const wrong = choice.options.map(({ text }) => text).filter((text) => text !== fact.answer);
  const written = writeTrueFalse(fact, stem, wrong.sort(), all.seed);
  if (written === null) return null;
  const { prompt, answer } = written;
  const checks = checksOf(asked, { shown: prompt, context: null }, { provesItself: true });
  return {
    factKey: fact.key,
    form: 'true-false',
    prompt,
    context: null,
    answer,
    options: TRUE_FALSE,
    checks,
  };
};

/** What the sentence with its gap, and the one before where that is shown, need the article for. */
const leaningOfGap = (reading: Reading, fact: FoundFact, { context }: Stem): string | null => {
  const { sentence, answerSpan } = fact;
  const { tree } = sentence;
  if (tree === null) return null;
  const before = context === null ? null : (reading.sentences[sentence.index - 1] ?? null);
  const own = leaningPhrase(reading, {
    sentence,
    tree,
    words: wordsBeside(sentence, tree, answerSpan),
    before,
    isDefinition: fact.kind === 'definition',
  });
  const treeBefore = before?.tree ?? null;
  if (own !== null || before === null || treeBefore === null) return own;
  return leaningPhrase(reading, {
    sentence: before,
    tree: treeBefore,
    words: wordsAfterOpening(before, treeBefore),
    before: null,
    isDefinition: false,
  });
};

/** The gap may be shown where the sentence bears it, says what it speaks of, and does not give the answer away. */
const openStem = (all: QuestionsAsked, fact: FoundFact): Stem | string => {
  const gate = isEnglish(all.reading.article.language) ? gateOf(fact.sentence).cloze : null;
  if (gate !== null) return gate;
  const stem = stemOf(all.reading, fact);
  if ('refusal' in stem) return stem.refusal;
  const leaning = isEnglish(all.reading.article.language) ? leaningOfGap(all.reading, fact, stem) : null;
  if (leaning !== null) return leaning;
  return leakProblem(all.reading.article, fact, stem.context, gapPrompt(stem)) ?? stem;
};

const askOne = (asked: Asked): DraftQuestion[] => {
  const basic = writeBasic(asked);
  const cloze = writeCloze(asked, basic !== null);
  // Of other languages we know too little to write wrong answers.
  const choice = isEnglish(asked.all.reading.article.language) ? writeChoice(asked, basic, cloze) : null;
  return [basic, cloze, choice, writeStatement(asked, choice)].filter((question) => question !== null);
};

/** A question whose options the article itself puts in order: each of them has its own sentence. */
const writeBetween = (
  all: QuestionsAsked,
  form: 'larger' | Ordering['form'],
  { fact, prompt, answer, options }: Larger | Ordering,
): DraftQuestion => {
  const { article } = all.reading;
  const certified = {
    article,
    fact,
    context: null,
    shown: prompt,
    certainty: 1,
    options,
    provesItself: true,
  };
  return { factKey: fact.key, form, prompt, context: null, answer, options, checks: certify(certified) };
};

/** How many facts a sentence has, so that none is asked by a gap that shows the others where words would do. */
const countBySentence = (facts: readonly FoundFact[]): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const { sentence } of facts) counts.set(sentence.index, (counts.get(sentence.index) ?? 0) + 1);
  return counts;
};

/** The question in words, unless it holds its answer. */
const inWordsOf = (reading: Reading, fact: FoundFact, asked: InWords): Asked['inWords'] => {
  if ('refusal' in asked || holdsAnswer(asked.prompt, asked.answer)) return null;
  const { sentence, kind } = fact;
  const { tree } = sentence;
  if (tree === null || asked.kept.length === 0) return asked;
  const seen = { sentence, tree, words: asked.kept, before: null, isDefinition: kind === 'definition' };
  const isInWords = fact.answerType === 'phrase' || fact.answerType === 'term';
  const isOpen = isInWords && leaningAnswer(reading, sentence, fact.answerSpan) !== null;
  return isOpen || leaningPhrase(reading, seen) !== null ? null : asked;
};

/** So many facts are asked without a stop for breath: a few milliseconds. */
const AT_ONCE = 16;

/** As `writeQuestions`, in small steps: yields the share done, 0..1. */
export const writeQuestionsInSteps = function* (all: QuestionsAsked): Generator<number, QuestionsWritten> {
  const { reading, facts } = all;
  const rivals = indexRivals(reading, facts);
  const counts = countBySentence(facts);
  const questions: DraftQuestion[] = [];
  const leftOut: LeftOut[] = [];
  /** The facts whose sentences stand by themselves. */
  const alone: FoundFact[] = [];
  for (const [index, fact] of facts.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) yield index / facts.length;
    const problem = factProblem(reading.article, fact);
    if (problem !== null) {
      leftOut.push({ span: fact.span, statement: fact.statement, reason: problem });
      continue;
    }
    const stem = openStem(all, fact);
    if (typeof stem !== 'string' && stem.context === null) alone.push(fact);
    const written = askOne({
      all,
      fact,
      stem: typeof stem === 'string' ? null : stem,
      rivals,
      inWords: inWordsOf(reading, fact, askInWords(reading, fact)),
      isAlone: counts.get(fact.sentence.index) === 1,
    });
    questions.push(...written);
    if (written.length === 0 && typeof stem === 'string')
      leftOut.push({ span: fact.span, statement: fact.statement, reason: stem });
  }
  if (isEnglish(reading.article.language)) {
    questions.push(
      ...writeLarger(alone, all.seed).map((larger) => writeBetween(all, 'larger', larger)),
      ...writeOrderings(alone, all.seed).map((ordering) => writeBetween(all, ordering.form, ordering)),
    );
  }
  return { questions, leftOut };
};

/**
 * The questions about the `facts` of a reading, in their order, each with its certificate; a fact that fails a check
 * is left out with the reason. Deterministic for reading, facts and seed. Never throws.
 */
export const writeQuestions = (asked: QuestionsAsked): QuestionsWritten =>
  finish(writeQuestionsInSteps(asked));
