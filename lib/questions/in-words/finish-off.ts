/** The last look at a question: prefix, marks, and whether it is too thin, too long or says something twice. */
import { isOneDoer, isTheOneOfAName } from '@/lib/facts/one-doer';
import { attributionOf, speakerWords } from '@/lib/language/attribution';
import { childrenOf, isLabelled, type Word } from '@/lib/language/tree';
import { type Asking, give, isAnswer, say } from './asking';

const MOST_WORDS = 30;
/** So many weighty words must be left beside the question word, or too many things fit. */
const FEWEST_WEIGHTY = 4;
const FEWEST_UNNAMED = 5;

const isOnlyOne = ({ parts: { clause, tree } }: Asking): boolean =>
  clause.isCopular && clause.predicate.upos === 'NOUN' && isTheOneOfAName(tree, clause.predicate);

/** What is known by its day alone, whoever or whatever else had part in it. */
const LANDMARKS = new Set(
  `die died born open opened close closed begin began start started end ended built founded established created formed
  completed abolished dissolved published released erected destroyed launch launched introduced inaugurated discovered
  invented assassinated executed resign resigned sink sank erupt erupted premiere premiered debut debuted merge merged
  collapse collapsed last lasted occur occurred happen happened fall fell demolished built rebuilt restored renamed crowned ratified signed enacted repealed written
  composed filmed banned`.split(/\s+/u),
);

/** "In which year did Spain join?" leaves open what. */
const isBareEvent = ({ parts, fact }: Asking): boolean =>
  !parts.clause.isCopular &&
  !parts.clause.isPassive &&
  !LANDMARKS.has(parts.clause.predicate.low) &&
  parts.parts.every(({ words }) => words.some((word) => isAnswer(fact, word)) || words.every(isSmall));

const isSmall = ({ upos }: Word): boolean => /^(?:ADV|PART|ADP|PUNCT)$/u.test(upos);

const isOneMore = ({ parts: { tree, clause }, fact }: Asking): boolean =>
  /^(?:subject|object|agent|part|where)$/u.test(fact.place?.role ?? '') &&
  childrenOf(tree, clause.predicate, 'advmod').some(({ low }) => /^(?:also|too|again)$/u.test(low));

/** "The Moor Company (MC), an old firm, was founded": what follows the bracket may hang loosely too. */
const isTornSubject = ({ parts: { tree, subject } }: Asking): boolean =>
  subject.some((word, at) => {
    const before = subject[at - 1];
    if (before === undefined) return false;
    return tree.words.slice(before.index + 1, word.index).some(({ text }) => text === ')');
  });

/** A work is no body, however it is called: "Which organisation was written by …". */
const WORKS = /^(?:written|composed|published|released|painted|recorded|directed|sung|filmed)$/u;

const isThin = (asking: Asking, question: string): boolean => {
  const { fact, parts } = asking;
  const role = fact.place?.role;
  if (role === 'when' && isBareEvent(asking)) return true;
  if (role === 'when' || role === 'amount' || role === 'reason' || role === 'purpose' || role === 'predicate')
    return false;
  const shown = new Set((question.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase()));
  const weighty = parts.tree.words.filter(
    (word) =>
      /^(?:NOUN|PROPN|VERB|ADJ|NUM)$/u.test(word.upos) && shown.has(word.low) && !isAnswer(fact, word),
  );
  const isNamed = weighty.some(({ upos }) => upos === 'PROPN');
  // "The capital of Austria", "the first Administrator of the Federal Energy Office": there is but one.
  if (isNamed && role === 'subject' && isOnlyOne(asking)) return false;
  if (isNamed && isOneDoer(role, parts.clause)) return false;
  const count = weighty.length + (parts.auxiliaries.length === 0 ? 1 : 0);
  return count < (isNamed ? FEWEST_WEIGHTY : FEWEST_UNNAMED);
};

/** Whether a name that the sentence has once stands twice in the question. */
const saysTwice = (statement: string, question: string): boolean => {
  const times = (text: string, name: string): number => text.split(name).length - 1;
  const names = question.slice(1).match(/\p{Lu}[\p{L}\p{M}]{2,}/gu) ?? [];
  return names.some((name) => times(question, name) > Math.max(1, times(statement, name)));
};

/** "According to the head of the museum": whoever says it, without "according to". */
const withoutOpening = (words: readonly Word[]): readonly Word[] => {
  const from = words.findIndex((word) => !isLabelled(word, 'case', 'fixed'));
  return words.slice(Math.max(0, from));
};

/** The words of a question as a sentence, under the word of whoever says it. @throws Unaskable */
export const finishOff = (asking: Asking, words: readonly string[], fronts: readonly string[]): string => {
  const { fact, reading } = asking;
  const { sentence } = fact;
  const attribution = attributionOf(sentence.attributions, asking.parts.clause.predicate);
  let prefix = fronts.map((front) => `${front}, `).join('');
  const isOnWord = attribution?.content.includes(asking.parts.clause.predicate) === true;
  // "According to the agency, …" stands in front already.
  const isSaid = /\baccording to\b/iu.test(`${prefix} ${words.join(' ')}`);
  if (attribution !== null && isOnWord && !isSaid && fact.place?.role !== 'speaker') {
    const speaker =
      attribution.speaker === null || attribution.speaker.low === 'it' || sentence.tree === null
        ? give('it stands on the word of someone who is not named')
        : say(asking, withoutOpening(speakerWords(sentence.tree, attribution)));
    prefix = `According to ${speaker}, ${prefix}`;
  } else if (!isSaid && asking.parts.clause.kind === 'reported') give('it stands on someone’s word');
  const [first = '', ...others] = words.filter((word) => word !== '');
  const opener = prefix === '' ? first : first.charAt(0).toLowerCase() + first.slice(1);
  const text = `${prefix}${[opener, ...others].join(' ')}`
    .replace(/\s+([,.;:!?%)])/gu, '$1')
    .replace(/\s{2,}/gu, ' ')
    .replace(/[\s,;:–—-]+$/gu, '')
    .replace(/[.,](?=["”’]$)/u, '');
  if (text.split(/\s+/u).length > MOST_WORDS) give('the question would be too long');
  if (/^Where\b.*\bwhere\b/u.test(text)) give('the clause says “where” itself');
  if (/\band \d/u.test(text)) give('another amount is joined to it');
  if (/^Who\b.*\b(?:his|her|their)\b/u.test(text)) give('“his” or “her” would mean who is asked for');
  if (saysTwice(fact.statement, text)) give('a name would be said twice');
  if (
    /\b(?:can|could|may|might)\b/u.test(text) &&
    fact.place?.role !== 'when' &&
    fact.place?.role !== 'where'
  )
    give('what may be so has many answers');
  if (isOneMore(asking)) give('“also” says that there are others');
  if (isTornSubject(asking)) give('a bracket inside the subject');
  if (/^Which (?:organisation|place)\b/u.test(text) && WORKS.test(asking.parts.clause.predicate.low))
    give('a work is no organisation');
  if (/^Where\b.*\s(?:in|at)\s(?:\p{L}+\s){0,3}\p{Lu}/u.test(text)) give('another place is told in it');
  if (isThin(asking, text)) give('too little is left of the sentence: many answers would fit');
  const quotes = (text.match(/["“”]/gu) ?? []).length;
  if (quotes % 2 === 1 || (text.match(/\(/gu)?.length ?? 0) !== (text.match(/\)/gu)?.length ?? 0))
    give('a quotation mark or bracket without its partner');
  if (reading.article.title === text) give('the title asks it');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}?`;
};
