/** When something happened: the dates of a sentence as candidates, tied to the predicate that they belong to. */
import type { DateValue } from '@/lib/language/dates';
import { headOf, isLabelled, sureness, wordsUnder } from '@/lib/language/tree';
import { areEquals, type Candidate, isEnclosed, type Place, textAfter, textBefore } from './candidate';
import type { ReadSentence, Reading } from './reading';
import { countVerbs, placeOfValue, prepositionOf, surenessInClause, type ValuePlace } from './value-place';
import { isChatter, topicality } from './worth';
import { yearLeanOf } from './years-in-view';

/** More dates than this make a table of a sentence. */
const MOST_DATES = 3;
/** A question turns the clause round: the date must surely be the verb's own. A gap leaves the sentence as it is. */
const SURE_FOR_WORDS = 0.9;
const SURE_FOR_GAP = 0.45;

const PLANNING = /^(?:plans?|aims?|hopes?|expects?|intends?|seeks?|wants?)$/u;

const SEASONAL = /\b(?:spring|summer|autumn|fall|winter|end|beginning|start|middle|early|late)\sof\s$/iu;
const OPENING = /^(?:In|On|By|Since|During|Around)\s$/u;
/** Between these and a year the answer to "when" needs no more than the date; "since" and "by" say more. */
const POINTS_IN_TIME = new Set(['in', 'on', 'during', '', 'around', 'from', 'between']);
/** What happens once, and is known by its date. */
const LANDMARKS = new Set(
  `founded born died established opened built completed signed ratified elected crowned invented discovered published
  launched abolished declared conquered captured ended began introduced adopted formed created passed destroyed patented
  assassinated executed married inaugurated dissolved merged annexed invaded defeated independence awarded banned
  enacted started verified`.split(/\s+/u),
);

const enclosureProblem = (sentence: ReadSentence, date: DateValue): string | null => {
  const enclosed = isEnclosed(sentence, date);
  return enclosed === null ? null : `a date in ${enclosed}`;
};

/** Whether the date is written as part of a name or of a thing, by the words beside it. */
const isPartOfThing = (sentence: ReadSentence, date: DateValue): boolean => {
  const before = textBefore(sentence, date);
  const after = textAfter(sentence, date);
  const isEra = date.form === 'century' || date.form === 'decade';
  // "In 1237 Batu Khan came": at the beginning the date stands for itself, with or without a comma.
  if (OPENING.test(before) && /^\s\p{Lu}/u.test(after)) return false;
  if (/\bof\s(?:the\s)?$/iu.test(before) && !SEASONAL.test(before) && date.form !== 'day') return true;
  if (/^(?:[ -](?:based|style|era|old|long|themed|\p{Lu})|['’]s?\s)/u.test(after)) return true;
  if (!isEra && /\b(?:the|a|an|its|their|his|her)\s$/iu.test(before)) return true;
  return isEra && !/\bthe\s$/iu.test(before);
};

const isOneOfSeveral = (sentence: ReadSentence, date: DateValue): boolean => {
  const before = textBefore(sentence, date);
  const after = textAfter(sentence, date);
  if (date.form !== 'range' && /\b(?:or|between|either)\s(?:the\s)?$/iu.test(before)) return true;
  // "Dates from 1600" says when; "from 1600 to the present" is a stretch of time.
  if (/\bfrom\s(?:the\s)?$/iu.test(before) && /^\s?(?:to|until|till|through|[–—-])/iu.test(after))
    return true;
  if (/^\s?(?:or|to|[–—-])\s?(?:the\s)?\d/iu.test(after)) return true;
  if (/^,\s\d{4}(?:,|\s(?:and|or)\b)/u.test(after) || /\b\d{4},\s(?:and\s)?$/u.test(before)) return true;
  return sentence.dates.some((other) => other !== date && areEquals(sentence, other, date));
};

/** What the tree has against the date: it belongs to a name, or no one knows to which verb. */
const parseProblem = (date: DateValue, sentenceStart: string, place: ValuePlace | null): string | null => {
  if (place === null) return `it is not certain what happened in “${date.text}”`;
  const { tree, top, clause } = place;
  // "Closed 25 February 2010" has no other object than a day; and an opening date may be read into a name.
  const isSelfContained = date.form === 'day' || OPENING.test(sentenceStart);
  if (
    isLabelled(top, 'compound', 'nummod', 'flat', 'appos', 'amod', 'nsubj', 'obj', 'nmod:poss') &&
    !isSelfContained
  )
    return `“${date.text}” belongs to a name or a thing`;
  if (clause.negation !== null) return 'says when something did not happen';
  if (PLANNING.test(clause.predicate.low)) return 'speaks of what was planned';
  if (isChatter(clause.predicate)) return 'tells a scene or a feeling rather than a fact';
  if (sureness(top) < SURE_FOR_GAP && countVerbs(tree) > 1)
    return `it is not certain what happened in “${date.text}”`;
  return null;
};

const refusalOf = (
  reading: Reading,
  sentence: ReadSentence,
  date: DateValue,
  place: ValuePlace | null,
): string | null => {
  if (sentence.dates.length > MOST_DATES) return 'too many dates in one sentence';
  const enclosed = enclosureProblem(sentence, date);
  if (enclosed !== null) return enclosed;
  const lean = yearLeanOf(reading, sentence, date);
  if (lean?.resolvedBy === null) return `“${date.text}” has no year`;
  if (date.form === 'month' && date.year === null) return `“${date.text}” is no whole date`;
  if (isPartOfThing(sentence, date)) return `“${date.text}” belongs to a name or a thing`;
  if (isOneOfSeveral(sentence, date)) return `“${date.text}” is one of several dates side by side`;
  return parseProblem(date, textBefore(sentence, date), place);
};

/**
 * Whether nothing else than the clause's predicate can have the date: it opens the sentence ("In 1855 …"), or there is
 * one verb only. The parser is less sure of both than it should be.
 */
const hasNoRival = ({ tree, top, clause }: ValuePlace): boolean =>
  countVerbs(tree) < 2 || (wordsUnder(tree, top)[0]?.index === 0 && top.head === clause.predicate.index);

/** The predicate that a question in words could ask about; a participle behind its noun counts ("founded in 1852"). */
const questionPlace = (place: ValuePlace): Place | null => {
  const { tree, top, clause } = place;
  const head = headOf(tree, top);
  if (head === undefined || !isLabelled(top, 'obl', 'nmod:unmarked', 'obl:unmarked')) return null;
  if (!POINTS_IN_TIME.has(prepositionOf(tree, top))) return null;
  const isParticiple = isLabelled(head, 'acl') && head.upos === 'VERB';
  if (isParticiple && Math.min(sureness(top), sureness(head)) >= SURE_FOR_WORDS)
    return { role: 'when', head: top, clause: head };
  const isSure =
    surenessInClause(top, clause) >= SURE_FOR_WORDS ||
    (hasNoRival(place) && clause.certainty >= SURE_FOR_WORDS);
  return isSure && top.head === clause.predicate.index
    ? { role: 'when', head: top, clause: clause.predicate }
    : null;
};

const confidenceOf = (place: ValuePlace): number => {
  const { top, clause } = place;
  const own = hasNoRival(place) ? Math.max(0.92, sureness(top)) : sureness(top);
  return Math.min(own, Math.max(0.6, clause.certainty));
};

const weightOf = (reading: Reading, date: DateValue, { tree, top, clause }: ValuePlace): number => {
  const head = headOf(tree, top) ?? clause.predicate;
  const base = date.form === 'day' || date.form === 'year' || date.form === 'range' ? 0.5 : 0.42;
  const landmark = LANDMARKS.has(head.low) ? 0.15 : 0;
  const aside = clause.kind === 'relative' || clause.kind === 'adverbial' ? -0.08 : 0;
  return Math.min(1, base + landmark + aside + 0.2 * topicality(reading, wordsUnder(tree, clause.predicate)));
};

/** The dates of a sentence, each with the reason that speaks against asking for it, if there is one. */
export const findDatedEvents = (reading: Reading, sentence: ReadSentence): Candidate[] =>
  sentence.dates.map((date): Candidate => {
    const place = placeOfValue(sentence, date);
    const lean = yearLeanOf(reading, sentence, date);
    return {
      start: date.start,
      end: date.end,
      kind: 'when',
      answerType: date.form === 'year' ? 'year' : 'date',
      place: place === null ? null : questionPlace(place),
      confidence: place === null ? 0.3 : confidenceOf(place),
      weight: place === null ? 0.3 : weightOf(reading, date, place),
      refusal: refusalOf(reading, sentence, date, place),
      leans: lean === null ? [] : [lean],
    };
  });
