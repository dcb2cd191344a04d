/**
 * Which of these came first, in which order they came, and in which year each: dated events of an article, each told in
 * the words of its own short sentence.
 */
import type { FoundFact } from '@/lib/facts/candidate';
import { readDates } from '@/lib/language/dates';
import { joinPairs, joinParts } from '@/lib/key-parts';
import type { DraftOption } from '@/lib/model';
import { isOneClause } from './plain-sentence';
import { seededRandom, shuffled } from './seeded-random';

export type Ordering = {
  readonly form: 'earliest' | 'order' | 'match';
  /** The event that came first or, of what asks for all of them, a later one: each is asked once. */
  readonly fact: FoundFact;
  readonly prompt: string;
  readonly answer: string;
  readonly options: readonly DraftOption[];
};

type Event = { readonly fact: FoundFact; readonly text: string; readonly year: number };

const MOST_EVENTS = 4;
const FEWEST_EVENTS = 3;
const MOST_WORDS = 14;
/** Nearer than this, one date may be that of a plan and the other that of the deed. */
const APART = 2;
const MOST_PER_ARTICLE = 2;

/** States last, so that none of them comes first. */
const STATES = new Set('had was were is are has have lived remained stood lay became being'.split(' '));

const DATE_FIRST = /^(?:in|on)\s$/iu;
const DATE_LAST = /^(?<event>.+?),?\s(?:in|on)\s$/u;

/** The sentence without its date, where the date opens or ends it; `null` otherwise. */
const withoutDate = (fact: FoundFact): string | null => {
  const { statement, span, answerSpan } = fact;
  const before = statement.slice(0, answerSpan.start - span.start);
  const after = statement.slice(answerSpan.end - span.start);
  const opened = DATE_FIRST.test(before) ? /^,\s(?<event>.+)\.$/u.exec(after)?.groups?.event : undefined;
  if (opened !== undefined) return opened.charAt(0).toUpperCase() + opened.slice(1);
  return after === '.' ? (DATE_LAST.exec(before)?.groups?.event ?? null) : null;
};

const eventOf = (fact: FoundFact): Event | null => {
  if (fact.answerType !== 'year' && fact.answerType !== 'date') return null;
  const year = readDates(`in ${fact.answer}`)[0]?.year ?? null;
  const predicate = fact.sentence.clauses[0]?.predicate;
  if (year === null || predicate === undefined || !isOneClause(fact)) return null;
  if (STATES.has(predicate.low) || !/^VB[DN]$/u.test(predicate.xpos)) return null;
  const text = withoutDate(fact);
  if (text === null || /\d/u.test(text) || text.split(/\s+/u).length > MOST_WORDS) return null;
  return { fact, text, year };
};

const optionOf = ({ text, fact }: Event): DraftOption => ({ text, factKey: fact.key });

/** The earliest of `sorted` with those that surely came later; `null` where they are too few. */
const firstOf = (sorted: readonly Event[], seed: string | number): Ordering | null => {
  const [first] = sorted;
  if (first === undefined || sorted.length < FEWEST_EVENTS) return null;
  if (sorted.slice(1).some(({ year }) => year - first.year < APART)) return null;
  return {
    form: 'earliest',
    fact: first.fact,
    prompt: 'Which of these came first?',
    answer: first.text,
    options: shuffled(sorted.map(optionOf), seededRandom(`${seed}/${first.fact.key}/first`)),
  };
};

/** All of `sorted` to bring in order, and to match with their years: none where two are too near to each other. */
const allOf = (sorted: readonly Event[], seed: string | number): Ordering[] => {
  const [, second, third] = sorted;
  if (second === undefined || third === undefined) return [];
  if (sorted.some(({ year }, index) => index > 0 && year - (sorted[index - 1]?.year ?? 0) < APART)) return [];
  const random = seededRandom(`${seed}/${second.fact.key}/all`);
  return [
    {
      form: 'order',
      fact: second.fact,
      prompt: 'Bring these in the order in which they came.',
      answer: joinParts(sorted.map(({ text }) => text)),
      options: shuffled(sorted.map(optionOf), random),
    },
    {
      form: 'match',
      fact: third.fact,
      prompt: 'Which year belongs to which?',
      answer: joinPairs(
        shuffled([...sorted], random).map(({ text, year }) => ({ left: text, right: String(year) })),
      ),
      // In the order of time, which says nothing of what belongs to what.
      options: sorted.map(({ year, fact }) => ({ text: String(year), factKey: fact.key })),
    },
  ];
};

/** The questions after the order of an article's dated events: a few at most, often none. */
export const writeOrderings = (facts: readonly FoundFact[], seed: string | number): Ordering[] => {
  const events = facts
    .map(eventOf)
    .filter((event) => event !== null)
    .filter(({ text }, index, all) => all.findIndex((other) => other.text === text) === index);
  const found: Ordering[] = [];
  let groups = 0;
  for (let at = 0; at < events.length && groups < MOST_PER_ARTICLE; at += MOST_EVENTS) {
    const sorted = events.slice(at, at + MOST_EVENTS).sort((a, b) => a.year - b.year);
    const first = firstOf(sorted, seed);
    if (first === null) continue;
    groups += 1;
    found.push(first, ...allOf(sorted, seed));
  }
  return found;
};
