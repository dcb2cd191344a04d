/** What a language model proposed, once it has passed every check, joined with what the reader found by itself. */
import { holdsAnswer, isWordy } from '@/lib/facts/answer-leaks';
import type { FoundFact } from '@/lib/facts/candidate';
import type { Reading } from '@/lib/facts/reading';
import { readDates } from '@/lib/language/dates';
import { readNumbers } from '@/lib/language/numbers';
import type { DraftFact, DraftQuestion } from '@/lib/model';
import { isSameAnswer } from '@/lib/quiz/typed-answer';
import { withoutTree, type ArticleQuestions } from './article-questions';
import { certify } from './certificate';
import { clash, indexRivals, type RivalIndex } from './distractors';
import { withKnownKeys } from './known-options';
import {
  chooseOptions,
  type ChosenOptions,
  DISTRACTORS,
  isBounded,
  keyIsInconspicuous,
} from './multiple-choice';
import type { SoundProposal } from './proposal-checks';
import { seededRandom, shuffled } from './seeded-random';

/** `isKnown`: the model finds the answer without the passage, too. */
export type AcceptedProposal = SoundProposal & { readonly isKnown: boolean };

export type Merging = {
  readonly reading: Reading;
  readonly offline: ArticleQuestions;
  readonly accepted: readonly AcceptedProposal[];
  readonly seed: string;
};
export type Merged = {
  readonly reading: ArticleQuestions;
  /** How many facts and how many questions are new. */
  readonly facts: number;
  readonly questions: number;
};

const formOf = (text: string): string =>
  [
    readDates(text)[0]?.form ?? '',
    readNumbers(text)[0]?.kind ?? '',
    readNumbers(text)[0]?.unit ?? '',
    /\d/u.test(text),
    /^\p{Lu}/u.test(text),
    /^(?:the|an?)\s/iu.exec(text)?.[0].toLowerCase() ?? '',
  ].join('/');

/** Three of the model's wrong options that may stand beside the key, in an order of chance; `null` where there are none. */
const optionsProposed = (
  { fact, question, wrong }: SoundProposal,
  title: string,
  seed: string,
): ChosenOptions | null => {
  if (isBounded(fact)) return null;
  const good: string[] = [];
  for (const text of wrong.map((option) => option.trim().replace(/\s+/gu, ' '))) {
    const inView = [title, question, fact.statement].some((view) => holdsAnswer(view, text));
    if (good.length === DISTRACTORS || text === '' || inView || formOf(text) !== formOf(fact.answer))
      continue;
    if (isSameAnswer(fact.answer, text)) continue;
    if ([fact.answer, ...good].some((other) => clash(other, text, fact.answerType))) continue;
    good.push(text);
  }
  const others = good.map((text) => ({ text, factKey: null }));
  const longest = Math.max(0, ...good.map(({ length }) => length));
  if (others.length < DISTRACTORS || !keyIsInconspicuous(fact.answer, others)) return null;
  if (isWordy(fact.answerType) && fact.answer.length > longest) return null;
  const options = [{ text: fact.answer, factKey: fact.key }, ...others];
  return { options: shuffled(options, seededRandom(`${seed}/${fact.key}`)) };
};

/** The offline facts as the chooser of options wants them; how they were found is no longer known. */
const withSentences = ({ sentences }: Reading, facts: readonly DraftFact[]): FoundFact[] => {
  const byStart = new Map(sentences.map((sentence) => [sentence.start, sentence]));
  return facts.flatMap((fact) => {
    const sentence = byStart.get(fact.span.start);
    return sentence === undefined ? [] : [{ ...fact, sentence, place: null, doubt: null }];
  });
};

const overlap = (a: DraftFact, b: DraftFact): boolean =>
  a.answerSpan.start < b.answerSpan.end && b.answerSpan.start < a.answerSpan.end;

const isSameSpan = (a: DraftFact, b: DraftFact): boolean =>
  a.answerSpan.start === b.answerSpan.start && a.answerSpan.end === b.answerSpan.end;

type Kept = { facts: readonly DraftFact[]; questions: readonly DraftQuestion[] };

/** What the limit left over is taken in where a model proposes it as well. */
const takeFromSpare = (
  { facts, questions, spare }: ArticleQuestions,
  accepted: readonly AcceptedProposal[],
) => {
  const wanted = new Set(
    spare.facts.filter((one) => accepted.some(({ fact }) => isSameSpan(one, fact))).map(({ key }) => key),
  );
  const kept: Kept = {
    facts: [...facts, ...spare.facts.filter(({ key }) => wanted.has(key))],
    questions: [...questions, ...spare.questions.filter(({ factKey }) => wanted.has(factKey))],
  };
  const left: Kept = {
    facts: spare.facts.filter(({ key }) => !wanted.has(key)),
    questions: spare.questions.filter(({ factKey }) => !wanted.has(factKey)),
  };
  return { kept, left };
};

/** The questions of one proposal, with their certificates; `about` are those that its fact has already. */
const writeProposed = (
  { reading: { article }, seed }: Merging,
  { question: prompt, isKnown, ...sound }: AcceptedProposal,
  about: readonly DraftQuestion[],
  rivals: RivalIndex,
): DraftQuestion[] => {
  const { fact } = sound;
  const title = article.title ?? '';
  const write = (form: 'basic' | 'choice', chosen: ChosenOptions | null): DraftQuestion => ({
    factKey: fact.key,
    form,
    prompt,
    context: null,
    answer: fact.answer,
    ...(chosen ?? { options: [] }),
    checks: [
      ...certify({
        article,
        fact,
        context: null,
        shown: prompt,
        certainty: 1,
        options: chosen?.options ?? [],
        provesItself: false,
      }),
      { name: 'needs-passage', verdict: isKnown ? 'unsure' : 'passed' },
    ],
  });
  const basic = write('basic', null);
  if (about.some(({ form }) => form === 'choice')) return [basic];
  const chosen =
    chooseOptions(fact, rivals, [title, prompt].join('\n'), seed) ??
    optionsProposed({ ...sound, question: prompt }, title, seed);
  return chosen === null ? [basic] : [basic, write('choice', chosen)];
};

/**
 * The offline reading with the accepted proposals behind it. What it holds already stays as it is: a proposal with
 * the same answer in the same place only adds its question where the fact has none in words, and one whose answer
 * overlaps another is dropped.
 */
export const mergeProposals = (merging: Merging): Merged => {
  const { reading, offline, accepted } = merging;
  const { kept, left } = takeFromSpare(offline, accepted);
  const facts = [...kept.facts];
  const questions = [...kept.questions];
  const found = [...withSentences(reading, facts), ...accepted.map(({ fact }) => fact)];
  const rivals = indexRivals(reading, found);
  for (const proposal of accepted) {
    const near = [...facts, ...left.facts].find((other) => overlap(other, proposal.fact));
    if (near !== undefined && !isSameSpan(near, proposal.fact)) continue;
    const about = questions.filter(({ factKey }) => factKey === near?.key);
    if (about.some(({ form }) => form === 'basic')) continue;
    const fact = near === undefined ? proposal.fact : { ...proposal.fact, key: near.key };
    if (near === undefined) facts.push(withoutTree(fact));
    questions.push(...writeProposed(merging, { ...proposal, fact }, about, rivals));
  }
  const keys = new Set([...facts, ...left.facts].map(({ key }) => key));
  const used = new Set(facts.map(({ span }) => span.start));
  return {
    reading: {
      facts,
      questions: questions.map((question) => withKnownKeys(question, keys)),
      spare: left,
      leftOut: offline.leftOut.filter(({ span }) => !used.has(span.start)),
    },
    facts: facts.length - offline.facts.length,
    questions: questions.length - kept.questions.length,
  };
};
