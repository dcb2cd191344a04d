/** Which word asks for an answer. */
import type { FoundFact } from '@/lib/facts/candidate';
import { kindOfNoun } from '@/lib/language/class-nouns';
import { readDates } from '@/lib/language/dates';
import { valueOfFraction } from '@/lib/language/fractions';
import { isDemonym, nounsForPlace } from '@/lib/language/places';
import type { Word } from '@/lib/language/tree';

/** "Who", "Which country", "What": for a thing that the clause acts on or is about; `null` where that is not certain. */
export const whoOrWhat = ({ answer, answerType }: FoundFact, head: Word): string | null => {
  if (answerType === 'person') return 'Who';
  if (answerType === 'organisation') return 'Which organisation';
  if (answerType === 'place') return `Which ${nounsForPlace(answer.replace(/^the /iu, ''))[0] ?? 'place'}`;
  // A bare name may be anyone's.
  if (answerType === 'name' && !/^(?:the|an?)\s/iu.test(answer) && head.upos === 'PROPN') return null;
  if (answerType === 'year') return 'Which year';
  // "The Mongols", "settlers": a people, or people.
  if (head.xpos === 'NNPS' && isDemonym(head.text.replace(/s$/u, ''))) return 'Who';
  return answerType === 'phrase' && head.upos === 'NOUN' && kindOfNoun(head.low) === 'person'
    ? 'Who'
    : 'What';
};

/** Prepositions that "when" stands for by itself. */
const PLAIN_TIMES = new Set(['in', 'on', 'at', 'during', '']);
const WITH_WHEN = new Set(['since', 'until', 'till', 'by']);

/** "In which year", "On what date", "When", "Since when"; `null` where the preposition bears none of them. */
export const whenOf = (answer: string, preposition: string): string | null => {
  const low = preposition.toLowerCase();
  if (WITH_WHEN.has(low)) return `${low.charAt(0).toUpperCase()}${low.slice(1)} when`;
  if (!PLAIN_TIMES.has(low)) return null;
  if (/^(?:early|mid|late)\b/iu.test(answer)) return 'When';
  const date = readDates(`in ${answer}`)[0];
  if (date?.form === 'year' && low === 'in') return 'In which year';
  if (date?.form === 'decade' && low === 'in') return 'In which decade';
  if (date?.form === 'century' && low === 'in') return 'In which century';
  return 'When';
};

const PLAIN_PLACES = new Set(['in', 'at', 'on', 'to', 'into', 'inside', 'within', '']);

/** "Where", or `null` where the preposition says more than that ("through", "near", or even "outside"). */
export const whereOf = (preposition: string): string | null =>
  PLAIN_PLACES.has(preposition.toLowerCase()) ? 'Where' : null;

const UNITS: Readonly<Record<string, string>> = {
  km: 'kilometres',
  m: 'metres',
  cm: 'centimetres',
  mm: 'millimetres',
  kg: 'kilograms',
  ft: 'feet',
  mi: 'miles',
  lb: 'pounds',
  ha: 'hectares',
};

/** "How much", "What percentage", "What share", "How many kilometres": what stands in the place of an amount; `null` where none is certain. */
export const amountWord = ({ answer, answerType, answerSpan, span, statement }: FoundFact): string | null => {
  if (answerType === 'money') return 'how much';
  if (answerType === 'percentage') return 'what percentage';
  if (!Number.isNaN(valueOfFraction(answer)))
    return statement.slice(answerSpan.end - span.start).startsWith(' of ') ? 'what share' : null;
  const unit = /(?<=[\d\p{L}]\s)(?:square |cubic )?\p{Ll}+$/u.exec(answer)?.[0];
  if (unit === undefined) return /^[\d.,\s]*(?:\p{L}|-|\s)*$/u.test(answer) ? 'how many' : null;
  if (/^(?:million|billion|trillion|thousand|hundred|dozen)$/u.test(unit)) return 'how many';
  return `how many ${UNITS[unit] ?? unit}`;
};
