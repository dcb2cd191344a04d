/** The options of a choice question: the key and three wrong answers that look like it. */
import { holdsAnswer, holdsPart, isWordy, normaliseAnswer } from '@/lib/facts/answer-leaks';
import { readDates } from '@/lib/language/dates';
import { readNumbers } from '@/lib/language/numbers';
import type { DraftFact, DraftOption } from '@/lib/model';
import { formOf, valuesNear } from './neighbouring-values';
import { seededRandom, shuffled } from './seeded-random';

const DISTRACTORS = 3;
/** A key longer than this many times the mean option stands out. */
const LONGEST_KEY = 1.3;
/** An amount further away than this is no rival. */
const WIDEST_RATIO = 5;

/** "More than 40%" is true of 30% as well, so bounds have no wrong neighbours. */
const BOUND =
  /\b(?:more|less|fewer|greater|higher|lower|larger|bigger|smaller) than\s$|\b(?:over|under|above|below|upwards of|up to|at least|at most|as many as|as much as|nearly|almost|exceeds?|exceeding|by|until|before|after|since|from|about|around|approximately|roughly|some|circa)\s$/iu;
const ROUGH = /\b(?:about|around|approximately|roughly|some|circa)\s$/iu;

const AMOUNTS: readonly string[] = ['money', 'percentage', 'quantity'];
const TIMES: readonly string[] = ['date', 'year', 'time'];

const before = ({ statement, span, answerSpan }: DraftFact): string =>
  statement.slice(0, answerSpan.start - span.start);

const valueOf = ({ answer, answerType }: DraftFact): number | null =>
  AMOUNTS.includes(answerType) ? (readNumbers(`${answer} things`)[0]?.value ?? null) : null;

/** How far off a year may be and still look possible: the further back, the further. */
const yearReach = (year: number, latest: number): number => Math.max(15, 0.4 * (latest - year));

type Rival = { readonly fact: DraftFact; readonly value: number | null };

/** The facts of an article by what may stand beside what, made once for all questions. */
export type RivalIndex = {
  readonly groups: ReadonlyMap<string, readonly Rival[]>;
  /** The last year that the article speaks of. */
  readonly latest: number;
};

/** So many neighbours in the text are looked at on either side, which keeps a long text linear. */
const REACH = 20;

const groupOf = ({ kind, answerType, answer }: DraftFact): string =>
  [kind, answerType, isWordy(answerType) ? '' : formOf(answer)].join('/');

/** Sorts facts into groups of which any two may be options side by side. */
export const indexRivals = (facts: readonly DraftFact[]): RivalIndex => {
  const groups = new Map<string, Rival[]>();
  let latest = 0;
  for (const fact of facts) {
    const group = groupOf(fact);
    const rivals = groups.get(group) ?? [];
    rivals.push({ fact, value: valueOf(fact) });
    groups.set(group, rivals);
    for (const { year } of readDates(fact.statement)) latest = Math.max(latest, year ?? 0);
  }
  return { groups, latest };
};

const rivalsOf = (fact: DraftFact, { groups, latest }: RivalIndex): DraftFact[] => {
  const group = groups.get(groupOf(fact)) ?? [];
  const at = group.findIndex((rival) => rival.fact.key === fact.key);
  const mine = group[at]?.value ?? null;
  const year = fact.answerType === 'year' ? Number.parseInt(fact.answer, 10) : null;
  const isNear = (rival: Rival): boolean => {
    if (year !== null)
      return Math.abs(Number.parseInt(rival.fact.answer, 10) - year) <= yearReach(year, latest);
    if (mine === null) return true;
    const { value } = rival;
    return value !== null && value > 0 && mine > 0 && Math.max(mine / value, value / mine) <= WIDEST_RATIO;
  };
  return group
    .slice(Math.max(0, at - REACH), at + REACH + 1)
    .filter((rival) => rival.fact.key !== fact.key && isNear(rival))
    .map((rival) => rival.fact);
};

/** Whether two options are one answer, or one holds the other. */
const clash = (a: string, b: string, wordy: boolean): boolean =>
  normaliseAnswer(a) === normaliseAnswer(b) ||
  holdsAnswer(a, b) ||
  holdsAnswer(b, a) ||
  (wordy && holdsPart(a, b));

const bearsChoice = (fact: DraftFact): boolean => {
  const lead = before(fact);
  if (TIMES.includes(fact.answerType)) {
    // Two dates in one sentence bound each other, and a bound may rule options out.
    const dates = readDates(fact.statement);
    return dates.length === 1 && !/\b(?:by|until|till|before|after|since|from|between)\s$/iu.test(lead);
  }
  return !AMOUNTS.includes(fact.answerType) || !BOUND.test(lead) || ROUGH.test(lead);
};

/** Wrong answers for a fact, from the article first; fewer than three where good ones are lacking. Same for every seed. */
export const chooseDistractors = (fact: DraftFact, index: RivalIndex, view: string): DraftOption[] => {
  if (!bearsChoice(fact)) return [];
  const wordy = isWordy(fact.answerType);
  const rivals = shuffled(rivalsOf(fact, index), seededRandom(fact.key));
  const offered: DraftOption[] = [
    ...rivals.map(({ answer, key }) => ({ text: answer, factKey: key })),
    ...shuffled(valuesNear(fact, index.latest), seededRandom(fact.key)).map((text) => ({
      text,
      factKey: null,
    })),
  ];
  const chosen: DraftOption[] = [];
  for (const option of offered) {
    if (chosen.length === DISTRACTORS) break;
    if ([fact.answer, ...chosen.map(({ text }) => text)].some((text) => clash(text, option.text, wordy)))
      continue;
    if (holdsAnswer(view, option.text) || (wordy && holdsPart(view, option.text))) continue;
    chosen.push(option);
  }
  return chosen;
};

/** Whether the key's length does not give it away. */
export const keyIsInconspicuous = (key: string, options: readonly DraftOption[]): boolean => {
  const mean = options.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, options.length);
  return key.length <= LONGEST_KEY * mean;
};

/** The key and its distractors in an order that only the seed and the fact decide; `null` where no three are good. */
export const chooseOptions = (
  fact: DraftFact,
  index: RivalIndex,
  view: string,
  seed: string | number,
): DraftOption[] | null => {
  const distractors = chooseDistractors(fact, index, view);
  if (distractors.length < DISTRACTORS) return null;
  const options = shuffled(
    [{ text: fact.answer, factKey: fact.key }, ...distractors],
    seededRandom(`${seed}/${fact.key}`),
  );
  return keyIsInconspicuous(fact.answer, options) ? options : null;
};
