/** Which of these came first: dated events of an article, each told in the words of its own short sentence. */
import type { FoundFact } from '@/lib/facts/candidate';
import { readDates } from '@/lib/language/dates';
import type { DraftOption } from '@/lib/model';
import { isOneClause } from './plain-sentence';
import { seededRandom, shuffled } from './seeded-random';

export type Ordering = {
  /** The event that came first. */
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

/** The earliest of `events` with those that surely came later; `null` where they are too few. */
const order = (events: readonly Event[], seed: string | number): Ordering | null => {
  const sorted = [...events].sort((a, b) => a.year - b.year);
  const first = sorted[0];
  if (first === undefined) return null;
  const later = sorted.filter(({ year }) => year - first.year >= APART);
  if (later.length + 1 < Math.max(FEWEST_EVENTS, sorted.length)) return null;
  const options = sorted.map(({ text, fact }) => ({ text, factKey: fact.key }));
  return {
    fact: first.fact,
    prompt: 'Which of these came first?',
    answer: first.text,
    options: shuffled(options, seededRandom(`${seed}/${first.fact.key}/first`)),
  };
};

/** The questions after the order of an article's dated events: a few at most, often none. */
export const writeOrderings = (facts: readonly FoundFact[], seed: string | number): Ordering[] => {
  const events = facts
    .map(eventOf)
    .filter((event) => event !== null)
    .filter(({ text }, index, all) => all.findIndex((other) => other.text === text) === index);
  const found: Ordering[] = [];
  for (let at = 0; at < events.length && found.length < MOST_PER_ARTICLE; at += MOST_EVENTS) {
    const ordering = order(events.slice(at, at + MOST_EVENTS), seed);
    if (ordering !== null) found.push(ordering);
  }
  return found;
};
