/** How much and how many: the amounts of a sentence as candidates, tied to the noun that they count. */
import { conversionAt } from '@/lib/language/conversions';
import type { NumberKind, NumberValue } from '@/lib/language/numbers';
import { childrenOf, headOf, isLabelled, sureness, type Word, wordsUnder } from '@/lib/language/tree';
import type { AnswerType } from '@/lib/model';
import { areEquals, type Candidate, isEnclosed, type Place, textAfter, textBefore } from './candidate';
import type { ReadSentence, Reading } from './reading';
import { placeOfValue, type ValuePlace } from './value-place';
import { isChatter, topicality } from './worth';

const TYPES: Readonly<Record<NumberKind, AnswerType>> = {
  money: 'money',
  percentage: 'percentage',
  measure: 'quantity',
  count: 'quantity',
  fraction: 'quantity',
  multiple: 'quantity',
  ordinal: 'ordinal',
};
const WEIGHTS: Readonly<Record<NumberKind, number>> = {
  money: 0.6,
  percentage: 0.6,
  measure: 0.55,
  count: 0.55,
  fraction: 0.55,
  multiple: 0.4,
  ordinal: 0.3,
};

/** More amounts of one kind than this make a table of a sentence. */
const MOST_OF_A_KIND = 2;
const SURE_FOR_WORDS = 0.88;

/** The other end, or the other half, stands before; "lift it to $5" and "between" two things are no ranges. */
const RANGE_BEFORE =
  /\b(?:or|between|either|versus|from)\s(?:about\s|around\s|roughly\s|approximately\s|some\s)?$|\bfrom\s.*\bto\s$|\bbetween\s[^,]*\band\s$|[\d%]\s(?:and|or|by)\s$|[\d%]\s?(?:\p{L}+\s)?(?:to|[–—-])\s?$/iu;
const RANGE_AFTER =
  /^\s?(?:or|to|by(?!\s(?:1\d|20)\d\d)|[–—-])\s?(?:[$£€]?\d|\p{L}+\s(?:percent|per\scent|million|billion|\p{L}+s)\b)|^-\p{L}/iu;
/** Before a number these make a label, a rank or a ratio of it. */
const LABEL_BEFORE =
  /\b(?:aged?|top|first|last|next|every|per|number|no\.|nos\.|chapters?|pages?|articles?|sections?|steps?|grades?|class|levels?|version|size|least\sone|of\severy|out\sof|round|type|phase|day|week|year|route|channel|room|platform|another|other)\s$/iu;
const DEICTIC_AFTER =
  /^\s(?:ago|earlier|later|before|after|afterwards|old|younger|older|away|hence|from\snow)\b/iu;
const DEICTIC_BEFORE = /\b(?:past|last|next|previous|recent|first|another|coming|final|these|those)\s$/iu;
/** A list of so many can be counted. */
const MOST_LISTED = 12;
const LIST_AFTER = /:\s|[—–]\s?[^—–]*,[^—–]*\b(?:and|or)\b|\b(?:namely|i\.e\.)|,[^,]+,[^,]+,?\s(?:and|or)\s/u;
/** So many years ago is geology rather than "a while before this was written". */
const DEEP_TIME = 1000;

/** "13,000 BP", "66 million years ago": an amount that says when. */
const AGES = /^(?:BP|ka|years\s(?:ago|BP))$/iu;

/** Counts of these are what a text on its subject is asked for. */
const WEIGHTY_UNITS =
  /^(?:people|inhabitants|residents|citizens|students|members|employees|workers|soldiers|troops|deaths|victims|casualties|species|countries|states|nations|languages|islands|provinces|districts|volumes|objects|works|children|women|men|visitors|patients|refugees|years|miles|km|kilometres|kilometers|metres|meters)$/iu;

/** The same amount in another unit, where it follows in brackets: a gap takes it in. */
const saidAgain = (sentence: ReadSentence, number: NumberValue): string =>
  number.kind === 'measure' ? conversionAt(textAfter(sentence, number)) : '';

/** The amounts of a sentence but for those that say another one again. */
const ownAmounts = (sentence: ReadSentence): NumberValue[] =>
  sentence.numbers.filter(
    (number, index) =>
      index === 0 ||
      isEnclosed(sentence, number) !== 'brackets' ||
      !sentence.numbers
        .slice(0, index)
        .some((before) => number.end <= before.end + saidAgain(sentence, before).length),
  );

const shapeProblem = (sentence: ReadSentence, number: NumberValue): string | null => {
  const { text, kind, value } = number;
  const before = textBefore(sentence, number);
  const after = textAfter(sentence, number).slice(saidAgain(sentence, number).length);
  const enclosed = isEnclosed(sentence, number);
  const isDuration = /^(?:years|months|weeks|days|hours|minutes|seconds|decades|centuries)$/u.test(
    number.unit,
  );
  if (kind === 'ordinal') return `“${text}” is part of a name or an order`;
  if (kind === 'multiple') return `“${text}” is no amount by itself`;
  if ((kind === 'count' && value < 3) || (kind === 'measure' && value === 1))
    return `“${text}” is too little to ask for`;
  if (kind === 'percentage' && (value === 100 || value === 0))
    return `“${text}” is no more than “all” or “none”`;
  if (enclosed !== null) return `an amount in ${enclosed}`;
  if (/^\s?\([^)]*\d/u.test(after)) return `“${text}” has another number in brackets behind it`;
  if (number.high === null && RANGE_BEFORE.test(before))
    return `“${text}” is one end of a range or a comparison`;
  if (number.high === null && RANGE_AFTER.test(after)) return `“${text}” is one end of a range`;
  if (LABEL_BEFORE.test(before) && !(isDuration && /\bevery\s$/iu.test(before)))
    return `“${text}” is no amount by itself`;
  if (/\b(?:one|two|three|four|five|\d+)\s(?:in|out\sof|of)\s(?:every\s)?$/iu.test(before))
    return `“${text}” is half of a ratio`;
  if (/^\s(?:more|additional|other|further|such|remaining)\s/iu.test(after))
    return `“${text}” adds to a number that is not in view`;
  if (/^[-\s]years?[-\s]old/iu.test(after)) return `“${text}” is someone’s age`;
  if (/^\sof\s(?:the|these|those|its|their|his|her)\s\d/iu.test(after)) return `“${text}” is half of a ratio`;
  if (isDuration && value < DEEP_TIME && (DEICTIC_AFTER.test(after) || DEICTIC_BEFORE.test(before)))
    return `“${text}” counts from a time that is not in view`;
  if (isDuration && /\b(?:the|course\sof|after|within)\s$/iu.test(before))
    return `“${text}” counts from a time that is not in view`;
  if (kind === 'count' && value <= MOST_LISTED && LIST_AFTER.test(after))
    return `the list behind “${text}” gives it away`;
  if (/^(?:days|hours|minutes|seconds|weeks|months)$/u.test(number.unit) && value < 4)
    return `“${text}” is too little to ask for`;
  return null;
};

const isSideBySide = (sentence: ReadSentence, number: NumberValue): boolean =>
  sentence.numbers.some(
    (other) => other !== number && other.kind === number.kind && areEquals(sentence, other, number),
  );

const refusalOf = (sentence: ReadSentence, number: NumberValue, place: ValuePlace | null): string | null => {
  const shape = shapeProblem(sentence, number);
  if (shape !== null) return shape;
  if (ownAmounts(sentence).filter(({ kind }) => kind === number.kind).length > MOST_OF_A_KIND)
    return 'too many amounts in one sentence';
  if (isSideBySide(sentence, number)) return `“${number.text}” is one of several amounts side by side`;
  if (place === null) return `it is not certain what “${number.text}” counts`;
  const { top, clause } = place;
  if (isLabelled(top, 'flat', 'appos', 'list', 'dep', 'goeswith'))
    return `“${number.text}” is part of a name or a list`;
  if (clause.negation !== null) return 'says what is not so: many amounts would fit';
  const isStillGoing = clause.auxiliaries.some(({ low }) => /^(?:has|have|'ve|'s)$/u.test(low));
  if (
    isStillGoing &&
    number.unit === 'years' &&
    /\b(?:for|over|than)\s$/iu.test(textBefore(sentence, number))
  )
    return `“${number.text}” counts up to the day on which this was written`;
  if (isAnecdote(place)) return 'tells what befell someone without a name';
  if (isChatter(clause.predicate)) return 'tells a scene or a feeling rather than a fact';
  return null;
};

/** The noun that a number counts, or the amount itself where it is one ("rose to $5"). */
const countedWord = ({ tree, top }: ValuePlace): Word =>
  isLabelled(top, 'nummod', 'compound', 'amod') ? (headOf(tree, top) ?? top) : top;

const SAYING =
  /^(?:said|says|say|told|added|claimed|claims|reported|suggested|suggests|believed|estimated)$/u;
const PEOPLE = /^(?:man|woman|boy|girl|student|couple|passenger|driver|customer|tourist|visitor|teenager)$/u;

/** "A man was stopped with 40 bottles": what befell someone without a name is told as a scene. */
const isAnecdote = ({ tree, clause: { subject } }: ValuePlace): boolean =>
  subject !== null &&
  PEOPLE.test(subject.low) &&
  childrenOf(tree, subject, 'det').some(({ low }) => low === 'a' || low === 'an');

/** Adjectives that an amount goes before: "48 metres high". */
const isMeasured = ({ clause: { predicate, isCopular } }: ValuePlace, head: Word): boolean =>
  isCopular &&
  predicate.upos === 'ADJ' &&
  head.head === predicate.index &&
  head.index === predicate.index - 1 &&
  isLabelled(head, 'obl', 'nmod', 'advmod', 'nsubj');

/** Subjects, objects, what hangs on the verb by a preposition, and the predicate itself: what "how many" can ask for. */
const questionPlace = (place: ValuePlace): Place | null => {
  const { clause, top } = place;
  const head = countedWord(place);
  const isPredicate = head === clause.predicate && clause.isCopular;
  if (SAYING.test(clause.predicate.low)) return null;
  const isArgument =
    head.head === clause.predicate.index &&
    (isLabelled(head, 'nsubj', 'obj', 'obl') || isMeasured(place, head));
  if (!isPredicate && !isArgument) return null;
  if (childrenOf(place.tree, head, 'det').some(({ low }) => low === 'every' || low === 'each')) return null;
  const sure = Math.min(clause.certainty, sureness(head), sureness(top));
  return sure >= SURE_FOR_WORDS ? { role: 'amount', head, clause: clause.predicate } : null;
};

const confidenceOf = (place: ValuePlace): number =>
  // The gap leaves the sentence as it is: what the number stands beside is enough.
  Math.min(Math.max(0.7, sureness(place.top)), Math.max(0.6, place.clause.certainty));

const weightOf = (reading: Reading, number: NumberValue, { tree, clause }: ValuePlace): number => {
  const unit = WEIGHTY_UNITS.test(number.unit) ? 0.08 : 0;
  const size = number.style === 'magnitude' || number.value >= 1000 ? 0.07 : 0;
  const small = number.style === 'words' && number.kind === 'count' && number.value < 13 ? -0.08 : 0;
  const aside = clause.kind === 'relative' || clause.kind === 'adverbial' ? -0.08 : 0;
  const topic = 0.2 * topicality(reading, wordsUnder(tree, clause.predicate));
  return Math.min(1, Math.max(0, WEIGHTS[number.kind] + unit + size + small + aside + topic));
};

/** The amounts of a sentence, each with the reason that speaks against asking for it, if there is one. */
export const findAmounts = (reading: Reading, sentence: ReadSentence): Candidate[] =>
  sentence.numbers.map((number): Candidate => {
    const place = placeOfValue(sentence, number);
    const isAge = AGES.test(number.unit);
    return {
      start: number.start,
      end: number.end,
      kind: isAge ? 'when' : 'quantity',
      answerType: isAge ? 'date' : TYPES[number.kind],
      // In words the other unit would go on to be said.
      place: place === null || isAge || saidAgain(sentence, number) !== '' ? null : questionPlace(place),
      confidence: place === null ? 0.3 : confidenceOf(place),
      weight: place === null ? 0.3 : weightOf(reading, number, place),
      refusal: refusalOf(sentence, number, place),
    };
  });
