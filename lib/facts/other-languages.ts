/**
 * What can be asked in a language that we cannot parse: figures, dates, countries and names, in untouched sentences.
 * Whether such a sentence stands by itself cannot be known, so it is shown with the one before.
 */
import { readNeutralValues, type NeutralValue } from '@/lib/language/neutral-values';
import type { AnswerType, FactKind } from '@/lib/model';
import { isEnclosed, type Candidate } from './candidate';
import type { ReadSentence, Reading } from './reading';

const KINDS: Readonly<Partial<Record<AnswerType, FactKind>>> = {
  date: 'when',
  year: 'when',
  percentage: 'quantity',
  money: 'quantity',
  place: 'where',
};
const WEIGHTS: Readonly<Partial<Record<AnswerType, number>>> = {
  date: 0.7,
  percentage: 0.6,
  money: 0.6,
  year: 0.6,
  name: 0.4,
  place: 0.4,
};
/** Nothing vouches for the reading but the figures themselves. */
const CONFIDENCE = 0.5;
const LONGEST = 320;

const refusalOf = (
  sentence: ReadSentence,
  value: NeutralValue,
  values: readonly NeutralValue[],
): string | null => {
  if (isEnclosed(sentence, value) !== null) return `“${value.text}” stands in quotes or brackets`;
  if (values.filter(({ text }) => text === value.text).length > 1) return `“${value.text}” is said twice`;
  if (values.filter(({ type }) => type === value.type).length > 2)
    return 'too many values of one kind in one sentence';
  return null;
};

/** Why a sentence of another language carries no card, or `null`. */
export const neutralShapeProblem = ({
  statement,
  kind,
  isClutter,
  enclosures,
}: ReadSentence): string | null => {
  if (isClutter || kind !== 'sentence') return 'not a whole sentence';
  if (statement.length > LONGEST) return 'too long for a card';
  if (/[?？!！;؟]["'”’»)]*$/u.test(statement)) return 'a question or an exclamation';
  return enclosures.balanced ? null : 'a quotation mark or bracket without its partner';
};

/** The values of a sentence as candidates, each with the reason that speaks against asking for it, if there is one. */
export const findNeutralValues = ({ article }: Reading, sentence: ReadSentence): Candidate[] => {
  const values = readNeutralValues(article.text, sentence, article.language);
  return values.map((value) => ({
    start: value.start,
    end: value.end,
    kind: KINDS[value.type] ?? 'statement',
    answerType: value.type,
    place: null,
    confidence: CONFIDENCE,
    weight: WEIGHTS[value.type] ?? 0.4,
    refusal: refusalOf(sentence, value, values),
  }));
};
