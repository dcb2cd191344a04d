/** The options of a choice question: the key and three wrong answers among which it does not stand out. */
import type { FoundFact } from '@/lib/facts/candidate';
import type { AnswerType, DraftFact, DraftOption, DraftQuestion } from '@/lib/model';
import { clash, type Offer, offerDistractors, type RivalIndex } from './distractors';
import { placeInTime } from './neighbouring-values';
import { seededRandom, shuffled } from './seeded-random';

export const DISTRACTORS = 3;
/** A key longer than this many times the mean wrong option stands out. */
const LONGEST_KEY = 1.3;
/** A phrase may be this many times longer or shorter than another. */
const WIDEST_LENGTH = 2.2;

/** "More than 40%" is true of 30% as well, so bounds have no wrong neighbours. */
const BOUND =
  /\b(?:more|less|fewer|greater|higher|lower|larger|bigger|smaller|later|earlier|longer|shorter) than\s$|\b(?:over|under|above|below|upwards of|up to|at least|at most|as many as|as much as|no fewer than|nearly|almost|exceeds?|exceeding|from|between|another|a further)\s$/iu;
const BEFORE_OR_AFTER =
  /\b(?:by|until|till|before|after|since|from|between|prior to|no later than|as early as|as late as)\s(?:the\s)?(?:early\s|late\s|mid-?\s?)?$/iu;
const ROUGH = /\b(?:about|around|approximately|roughly|some|circa|c\.|ca\.)\s$|~\s?$/iu;

/** Whether other values may be right beside the answer: it is a bound, or one of several dates that bound each other. */
export const isBounded = ({ statement, span, answerSpan, answerType }: DraftFact): boolean => {
  const before = statement.slice(0, answerSpan.start - span.start);
  const after = statement.slice(answerSpan.end - span.start);
  if (BOUND.test(before) || /^\s?(?:or (?:more|less|fewer|so)|at (?:least|most)|onwards?)\b|^\+/u.test(after))
    return true;
  const isTime = ['date', 'year', 'time'].includes(answerType);
  return isTime && (ROUGH.test(before) || BEFORE_OR_AFTER.test(before));
};

const isRough = ({ statement, span, answerSpan }: DraftFact): boolean =>
  ROUGH.test(statement.slice(0, answerSpan.start - span.start));

/** The mean length of the wrong options against that of the key. */
export const keyIsInconspicuous = (key: string, wrong: readonly DraftOption[]): boolean => {
  const mean = wrong.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, wrong.length);
  return key.length <= LONGEST_KEY * mean && mean <= 2 * key.length;
};

/** All threes of which no two clash. */
const threesOf = (offers: readonly Offer[], type: AnswerType): Offer[][] => {
  const together = offers.map((a, i) => offers.map((b, j) => j > i && !clash(a.text, b.text, type)));
  const goes = (i: number, j: number): boolean => together[i]?.[j] === true;
  const threes: Offer[][] = [];
  for (const [i, a] of offers.entries())
    for (const [j, b] of offers.entries())
      if (goes(i, j))
        for (const [k, c] of offers.entries()) if (goes(j, k) && goes(i, k)) threes.push([a, b, c]);
  return threes;
};

const below = (mine: number, others: readonly (number | null)[]): number =>
  others.filter((other) => other !== null && other < mine).length;

/** What of the threes found before counts against one that shares an offer with them. */
const SHARED_COST = 2;

/** `mine`: what the key comes to, if that can be told. */
type Choosing = {
  readonly fact: FoundFact;
  readonly mine: number | null;
  readonly threes: readonly (readonly Offer[])[];
};

/**
 * Three offers that go together, so chosen that over many facts the key is the smallest, the middle and the
 * largest, and the shortest and the longest, as often as chance would have it; `null` where no three are good. Of
 * a further `turn` they differ from those chosen `before`, if only in one, and are none rather than that the key is
 * elsewhere than chance would have it.
 */
const chooseThree = (
  { fact, mine, threes }: Choosing,
  before: readonly (readonly Offer[])[],
  turn: number,
): readonly Offer[] | null => {
  const random = seededRandom(['three', fact.key, ...(turn === 0 ? [] : [turn])].join('/'));
  const wantedBelow = Math.floor(random() * (DISTRACTORS + 1));
  const mayBeLongest = random() < 1 / (DISTRACTORS + 1);
  const key = fact.answer;
  let best: readonly Offer[] | null = null;
  let least = Infinity;
  for (const three of threes) {
    const shared = before.map((other) => three.filter((offer) => other.includes(offer)).length);
    if (shared.includes(DISTRACTORS)) continue;
    if (!keyIsInconspicuous(key, three)) continue;
    const isLongest = three.every(({ text }) => text.length < key.length);
    if (isLongest && !mayBeLongest) continue;
    if (three.some(({ text }) => text.length > WIDEST_LENGTH * key.length)) continue;
    const shift =
      mine === null
        ? 0
        : Math.abs(
            below(
              mine,
              three.map(({ value }) => value),
            ) - wantedBelow,
          );
    if (turn > 0 && shift > 0) continue;
    const again = SHARED_COST * shared.reduce((sum, count) => sum + count, 0);
    const score = three.reduce((sum, { cost }) => sum + cost, 0) + 1.5 * shift + again;
    if (score < least) [best, least] = [three, score];
  }
  return best;
};

/** The years that the sentence names beside the answer: "in use by 1851" rules out what came earlier. */
const yearsBeside = ({ sentence, answerSpan }: FoundFact): number[] =>
  sentence.dates.flatMap(({ year, start, end }) =>
    year === null || (start < answerSpan.end && answerSpan.start < end) ? [] : [year],
  );

/** Whether two dates stand on the same side of each year. */
const isSameSide = (mine: number, other: number, years: readonly number[]): boolean =>
  years.every((year) => {
    const at = placeInTime({ year, month: 0, day: 0 });
    const next = placeInTime({ year: year + 1, month: 0, day: 0 });
    return mine < at ? other < at : mine >= next ? other >= next : other >= at && other < next;
  });

/** So many sets of distractors a question has at most. */
const MOST_SETS = 4;

/**
 * Sets of three wrong answers for a fact, the best first and each as unlike those before it as may be; none where no
 * three are good. The same for every seed. `view`: stem, title and context.
 */
export const distractorSets = (
  fact: FoundFact,
  index: RivalIndex,
  view: string,
): readonly (readonly Offer[])[] => {
  if (isBounded(fact)) return [];
  const mine = index.values.get(fact.key) ?? null;
  const rough = isRough(fact);
  const years = fact.answerType === 'date' || fact.answerType === 'year' ? yearsBeside(fact) : [];
  const offers = offerDistractors(fact, index, view).filter(({ value }) => {
    if (years.length > 0 && value !== null && mine !== null && !isSameSide(mine, value, years)) return false;
    if (!rough || value === null || mine === null) return true;
    return Math.max(value / mine, mine / value) >= 1.3;
  });
  const threes = threesOf(offers, fact.answerType);
  const sets: (readonly Offer[])[] = [];
  for (let turn = 0; turn < MOST_SETS; turn++) {
    const next = chooseThree({ fact, mine, threes }, sets, turn);
    if (next !== null) sets.push(next);
    else if (turn === 0) break;
  }
  return sets;
};

/** Whether a sentence says of each what it is right for. */
const isProved = (wrong: readonly DraftOption[]): boolean => wrong.every(({ factKey }) => factKey !== null);

export type ChosenOptions = Pick<DraftQuestion, 'options' | 'otherDistractors'>;

/**
 * The key and its distractors in an order that only the seed and the fact decide, and other distractors that may stand
 * there instead; `null` where no three are good.
 */
export const chooseOptions = (
  fact: FoundFact,
  index: RivalIndex,
  view: string,
  seed: string | number,
): ChosenOptions | null => {
  const [wrong, ...others] = distractorSets(fact, index, view).map((set) =>
    set.map(({ text, factKey }): DraftOption => ({ text, factKey })),
  );
  if (wrong === undefined) return null;
  const options = [{ text: fact.answer, factKey: fact.key }, ...wrong];
  const asProved = others.filter((other) => isProved(other) || !isProved(wrong));
  return {
    options: shuffled(options, seededRandom(`${seed}/${fact.key}`)),
    ...(asProved.length === 0 ? {} : { otherDistractors: asProved }),
  };
};
