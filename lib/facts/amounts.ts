/** How much and how many: the amounts of a sentence as candidates. */
import type { NumberKind, NumberValue } from '@/lib/language/numbers';
import type { AnswerType } from '@/lib/model';
import { areEquals, isEnclosed, textAfter, textBefore, type Candidate } from './candidate';
import type { ReadSentence, Reading } from './reading';

const TYPES: Readonly<Record<NumberKind, AnswerType>> = {
  money: 'money',
  percentage: 'percentage',
  measure: 'quantity',
  count: 'quantity',
  ordinal: 'ordinal',
};
const WEIGHTS: Readonly<Record<NumberKind, number>> = {
  money: 0.7,
  percentage: 0.7,
  measure: 0.6,
  count: 0.6,
  ordinal: 0.3,
};

/** More amounts of one kind than this make a table of a sentence. */
const MOST_OF_A_KIND = 2;

/** The other end, or the other half, stands before; "lift it to $5" and "between" two things are no ranges. */
const RANGE_BEFORE =
  /\b(?:or|between|either|versus|from|than)\s$|\bfrom\s.*\bto\s$|\bbetween\s[^,]*\band\s$|[\d%]\s(?:and|or|by)\s$|[\d%]\s?(?:\p{L}+\s)?(?:to|[–—-])\s?$/iu;
const BOUND_BEFORE = /\b(?:more|less|fewer|greater|higher|lower|larger)\sthan\s$/iu;

const refusalOf = (
  sentence: ReadSentence,
  number: NumberValue,
  all: readonly NumberValue[],
): string | null => {
  const before = textBefore(sentence, number);
  const after = textAfter(sentence, number);
  const enclosed = isEnclosed(sentence, number);
  if (number.kind === 'ordinal') return `“${number.text}” is part of a name or an order`;
  if (number.kind === 'count' && number.value < 3) return `“${number.text}” is too little to ask for`;
  if (enclosed !== null) return `an amount in ${enclosed}`;
  if (/^\s?\([^)]*\d/u.test(after)) return `“${number.text}” is said twice, in two units`;
  if (RANGE_BEFORE.test(before) && !BOUND_BEFORE.test(before))
    return `“${number.text}” is one end of a range or a comparison`;
  if (/^\s?(?:or|to|[–—-])\s?(?:\d|\p{L}+\s(?:percent|million|billion|[\p{L}]+s)\b)/iu.test(after))
    return `“${number.text}” is one end of a range`;
  if (
    /\b(?:aged?|top|first|last|next|every|per|number|no\.|nos\.|chapter|page|article|section|step|grade|class|level|version|size|least one|of every|out of|in)\s$/iu.test(
      before,
    ) &&
    !/\bin\s$/iu.test(before)
  )
    return `“${number.text}” is no amount by itself`;
  if (/\b(?:one|two|three|four|five|\d+)\s(?:in|out\sof|of)\s(?:every\s)?$/iu.test(before))
    return `“${number.text}” is half of a ratio`;
  if (/^[-\s]years?[-\s]old/iu.test(after) || /^\s(?:times|percentage)\b/iu.test(after))
    return `“${number.text}” is no amount by itself`;
  const same = all.filter(({ kind }) => kind === number.kind);
  if (same.length > MOST_OF_A_KIND) return 'too many amounts in one sentence';
  if (same.some((other) => other !== number && areEquals(sentence, other, number)))
    return `“${number.text}” is one of several amounts side by side`;
  return null;
};

/** The amounts of a sentence, each with the reason that speaks against asking for it, if there is one. */
export const findAmounts = (_: Reading, sentence: ReadSentence): Candidate[] => {
  const { numbers } = sentence;
  return numbers.map((number) => ({
    start: number.start,
    end: number.end,
    kind: 'quantity',
    answerType: TYPES[number.kind],
    place: null,
    confidence: 0.5,
    weight: number.style === 'words' ? WEIGHTS[number.kind] - 0.15 : WEIGHTS[number.kind],
    refusal: refusalOf(sentence, number, numbers),
  }));
};
