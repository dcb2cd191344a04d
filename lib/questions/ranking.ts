/** Which facts of an article come first, how many are kept, and in what order they are shown. */
import { holdsAnswer } from '@/lib/facts/answer-leaks';
import type { FoundFact } from '@/lib/facts/candidate';
import type { Reading } from '@/lib/facts/reading';
import type { DraftQuestion } from '@/lib/model';
import { withKnownKeys } from './known-options';
import { worthOf } from './fact-worth';

/** Facts with the questions about them, the best first. */
export type Ranked = { readonly facts: FoundFact[]; readonly questions: DraftQuestion[] };
/** `spare` is what the limit leaves over, kept for whoever wants more. */
export type RankedQuestions = Ranked & { readonly spare: Ranked };

const PER_THOUSAND_WORDS = 20;
const FEWEST = 5;
/** A fact worth less is kept as a spare, however few there are. */
const LEAST_WORTH = 0.25;
/** What each fact already chosen takes from another of its kind, or of its paragraph. */
const SAME_KIND = 0.015;
const SAME_PARAGRAPH = 0.03;
const SAME_SENTENCE = 0.1;
/** So many facts stand between two that give each other away, where there are enough of them. */
const APART = 3;
/** So many of the best are weighed for the next place, which keeps a long text linear. */
const AHEAD = 40;

/** How many facts of an article are kept unless someone says otherwise: at most 20 for every 1,000 words. */
export const howMany = (reading: Reading): number => {
  const words = reading.sentences.reduce(
    (sum, { statement }) => sum + (statement.match(/\S+/gu)?.length ?? 0),
    0,
  );
  return Math.max(FEWEST, Math.round((PER_THOUSAND_WORDS * words) / 1000));
};

/**
 * The facts by worth, the best first: each next one is that whose worth, less a little for what is already
 * there of its kind, paragraph and sentence, is greatest (maximal marginal relevance, Carbonell and Goldstein 1998).
 */
export const rankFacts = (
  facts: readonly FoundFact[],
  worth: (fact: FoundFact) => number = ({ salience }) => salience,
): FoundFact[] => {
  const worths = new Map(facts.map((fact) => [fact, worth(fact)]));
  const worthOfFact = (fact: FoundFact): number => worths.get(fact) ?? 0;
  const left = [...facts].sort((a, b) => worthOfFact(b) - worthOfFact(a) || a.span.start - b.span.start);
  const seen = new Map<string, number>();
  const times = (mark: string): number => seen.get(mark) ?? 0;
  const marksOf = ({ kind, sentence }: FoundFact): [string, number][] => [
    [`kind ${kind}`, SAME_KIND],
    [`paragraph ${sentence.paragraph}`, SAME_PARAGRAPH],
    [`sentence ${sentence.index}`, SAME_SENTENCE],
  ];
  const ranked: FoundFact[] = [];
  while (left.length > 0) {
    let best = 0;
    let most = -Infinity;
    for (const [at, fact] of left.slice(0, AHEAD).entries()) {
      const rest = marksOf(fact).reduce(
        (sum, [mark, cost]) => sum - cost * Math.min(5, times(mark)),
        worthOfFact(fact),
      );
      if (rest > most) [best, most] = [at, rest];
    }
    const [chosen] = left.splice(best, 1);
    if (chosen === undefined) break;
    for (const [mark] of marksOf(chosen)) seen.set(mark, times(mark) + 1);
    ranked.push(chosen);
  }
  return ranked;
};

type Asked = { readonly fact: FoundFact; readonly questions: readonly DraftQuestion[] };

const shows = ({ questions }: Asked, { fact }: Asked): boolean =>
  questions.some(
    ({ prompt, context, options }) =>
      holdsAnswer([prompt, context ?? ''].join('\n'), fact.answer) ||
      (fact.answerType !== 'year' && options.some(({ text }) => text === fact.answer)),
  );

/** Whether someone who has just seen one of two is helped with the other. */
export const giveAway = (a: Asked, b: Asked): boolean =>
  a.fact.sentence === b.fact.sentence || shows(a, b) || shows(b, a);

/** The same facts in an order in which, if it can be had, none stands near another that gives it away. */
const arrange = (ranked: readonly Asked[]): Asked[] => {
  const left = [...ranked];
  const arranged: Asked[] = [];
  while (left.length > 0) {
    const near = arranged.slice(-APART);
    const ahead = left.slice(0, AHEAD);
    const free = ahead.findIndex((next) => !near.some((other) => giveAway(other, next)));
    const last = arranged.at(-1);
    const fair = ahead.findIndex((next) => next.fact.sentence !== last?.fact.sentence);
    const [chosen] = left.splice(free !== -1 ? free : Math.max(0, fair), 1);
    if (chosen !== undefined) arranged.push(chosen);
  }
  return arranged;
};

/** Without what is not there: an option only names the fact that it comes from where that one is at hand, kept or spare. */
const join = (asked: readonly Asked[], keys: ReadonlySet<string>): Ranked => ({
  facts: asked.map(({ fact }) => fact),
  questions: asked.flatMap(({ questions }) => questions.map((question) => withKnownKeys(question, keys))),
});

/** More facts from one sentence would give each other away in review. */
const MOST_PER_SENTENCE = 3;

const overlaps = (a: FoundFact, b: FoundFact): boolean =>
  a.answerSpan.start < b.answerSpan.end && b.answerSpan.start < a.answerSpan.end;

/** At most three facts of each sentence, the best ones, neither inside the other. */
const selectBySentence = (asked: readonly Asked[]): Asked[] => {
  const bySentence = new Map<number, Asked[]>();
  for (const one of [...asked].sort((a, b) => b.fact.salience - a.fact.salience)) {
    const chosen = bySentence.get(one.fact.sentence.index) ?? [];
    if (chosen.length < MOST_PER_SENTENCE && !chosen.some(({ fact }) => overlaps(fact, one.fact)))
      bySentence.set(one.fact.sentence.index, [...chosen, one]);
  }
  const chosen = new Set([...bySentence.values()].flat());
  return asked.filter((one) => chosen.has(one));
};

/**
 * The best `limit` facts of an article with their questions, the best first and none near another that gives it
 * away; facts beyond the limit, and poor ones, are spare. A fact without a question is dropped.
 */
export const rankQuestions = (
  reading: Reading,
  facts: readonly FoundFact[],
  questions: readonly DraftQuestion[],
  limit: number | undefined = howMany(reading),
): RankedQuestions => {
  const byFact = new Map<string, DraftQuestion[]>();
  for (const question of questions)
    byFact.set(question.factKey, [...(byFact.get(question.factKey) ?? []), question]);
  const asked = selectBySentence(
    facts.flatMap((fact): Asked[] => {
      const about = byFact.get(fact.key);
      return about === undefined ? [] : [{ fact, questions: about }];
    }),
  );
  const byKey = new Map(asked.map((one) => [one.fact.key, one]));
  const worth = (fact: FoundFact): number => worthOf(fact, byFact.get(fact.key) ?? []);
  const ranked = rankFacts(
    asked.map(({ fact }) => fact),
    worth,
  ).flatMap((fact) => byKey.get(fact.key) ?? []);
  const kept = ranked.filter(({ fact }) => fact.salience >= LEAST_WORTH).slice(0, Math.max(0, limit));
  const keys = new Set(kept.map(({ fact }) => fact.key));
  const known = new Set(ranked.map(({ fact }) => fact.key));
  return {
    ...join(arrange(kept), known),
    spare: join(
      ranked.filter(({ fact }) => !keys.has(fact.key)),
      known,
    ),
  };
};
