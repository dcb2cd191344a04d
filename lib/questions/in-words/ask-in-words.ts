/**
 * Questions in words from a clause of the tree: the answer is taken out, a question word goes in front, the finite verb
 * changes places with the subject or gets "do", and what hangs loosely is left away. In doubt there is no question.
 */
import type { FoundFact } from '@/lib/facts/candidate';
import { isOfPerson, lifeIn } from '@/lib/facts/life-dates';
import type { Reading } from '@/lib/facts/reading';
import { kindOfNoun } from '@/lib/language/class-nouns';
import { childrenOf, isLabelled, sureness, type Word } from '@/lib/language/tree';
import { askApposition, askGloss } from './ask-apposition';
import { type Asking, CERTAIN, give, isAnswer, partOf, say, Unaskable, wholePart } from './asking';
import { type ClauseParts, takeApart } from './clause-parts';
import { finishOff } from './finish-off';
import { amountWord, whenOf, whereOf, whoOrWhat } from './question-word';
import { asSubject, finiteText, inverted, orderOf } from './word-order';

/** A question in words, or why there is none. `certainty`, 0..1, is that of the parse it was turned round by. */
export type InWords =
  | {
      readonly prompt: string;
      readonly answer: string;
      readonly certainty: number;
      /** The words of the sentence that the question keeps, in order; none where it is about a word alone. */
      readonly kept: readonly Word[];
    }
  | { readonly refusal: string };

/** What a bare name is, where the clause says it: "Jupiter is the largest planet". */
const whoOrWhatItIs = ({ fact, parts: { clause } }: Asking): string | null => {
  if (fact.place?.role !== 'subject' || !clause.isCopular || clause.predicate.upos !== 'NOUN') return null;
  return kindOfNoun(clause.predicate.low) === 'person' ? 'Who' : 'What';
};

const isLife = ({ reading, fact }: Asking): boolean =>
  fact.place?.role === 'subject' && fact.answerType === 'name' && lifeIn(reading, fact.sentence) !== null;

/** What people do with words and to each other. */
const OF_PEOPLE =
  /^(?:urged|ordered|wrote|married|persuaded|appointed|invited|pleaded|argued|believed|promised|demanded|refused|surrendered|attacked|fought|marched|betrayed|advised)$/u;

const isDoneByPeople = ({ fact, parts: { clause } }: Asking): boolean =>
  fact.place?.role === 'subject' && !clause.isPassive && OF_PEOPLE.test(clause.predicate.low);

const wordFor = (asking: Asking, head: Word): string =>
  (isLife(asking) || (isDoneByPeople(asking) && !/^(?:organisation|place)$/u.test(asking.fact.answerType))
    ? 'Who'
    : null) ??
  whoOrWhat(asking.fact, head) ??
  whoOrWhatItIs(asking) ??
  give('whether it is a person or a thing is not certain');

const askSubject = (asking: Asking): string => {
  const { fact, parts } = asking;
  const beyond = parts.subject.filter(
    (word) => !isAnswer(fact, word) && word.upos !== 'PUNCT' && !isLabelled(word, 'det'),
  );
  // "Chitwan National Park in central Nepal": what follows says of which sort it is.
  const tail = parts.subject.filter((word) => !isAnswer(fact, word) && word.start >= fact.answerSpan.end);
  const isTail = tail[0]?.upos === 'ADP' && beyond.every((word) => tail.includes(word));
  if (beyond.length > 0 && !isTail) give('the answer is only a piece of the subject');
  const head = fact.place?.head ?? parts.clause.predicate;
  if (isLabelled(head, 'conj') || childrenOf(parts.tree, head, 'conj').length > 0)
    if (!parts.clause.isCopular) give('several things do it together');
  const word = wordFor(asking, head);
  if (isTail && !word.startsWith('Which ')) give('the answer is only a piece of the subject');
  return asSubject(asking, isTail ? `${word} ${say(asking, tail)}` : word, false);
};

/** "How high is the tower?": for an amount right before the adjective that it measures. */
const askMeasure = (asking: Asking): string => {
  const { fact, parts } = asking;
  const { predicate } = parts.clause;
  const beyond = parts.predicate.filter((word) => !isAnswer(fact, word) && word !== predicate);
  if (beyond.length > 0) give('the amount is bounded or told from another');
  const { fronts, middles, ends } = orderOf(asking, undefined, '');
  const finite = finiteText(parts);
  return finishOff(
    asking,
    [`How ${predicate.low}`, finite.text, say(asking, parts.subject), ...middles, ...ends],
    fronts,
  );
};

const askAmount = (asking: Asking): string => {
  const { fact, parts } = asking;
  if (parts.clause.isCopular && parts.predicate.some((word) => isAnswer(fact, word)))
    if (parts.clause.predicate.upos === 'ADJ') return askMeasure(asking);
  const word = amountWord(fact) ?? give('the amount has no plain question word');
  const inSubject = parts.subject.some((one) => isAnswer(fact, one));
  const part = inSubject ? undefined : partOf(asking);
  const phrase = inSubject
    ? parts.subject
    : (part?.words ?? give('the amount is no part of the clause by itself'));
  const head = inSubject ? parts.clause.subject : (part?.head ?? null);
  if (head === null || sureness(head) < CERTAIN) give('what is counted is not certain');
  const rest = phrase.filter((one) => !isAnswer(fact, one) && one.upos !== 'PUNCT');
  const cases = rest.filter((one) => isLabelled(one, 'case') && one.head === head?.index);
  const first = phrase.find((one) => isAnswer(fact, one));
  const before = rest.filter(
    (one) => !cases.includes(one) && one.index < (first?.index ?? 0) && !isLabelled(one, 'det'),
  );
  if (before.length > 0) give('the amount is bounded or told from another');
  if (rest.some(({ low }) => low === 'some')) give('the amount is rough');
  const counted = rest.filter((one) => one.index > (first?.index ?? 0));
  if (word === 'what percentage' && counted[0] !== undefined && counted[0].low !== 'of')
    give('what the percentage is of is not certain');
  if (word === 'how many' && counted.length === 0) give('what is counted is not said');
  const preposition = cases.map(({ low }) => low).join(' ');
  const asked = [preposition, word, counted.length === 0 ? '' : say(asking, counted)]
    .filter((one) => one !== '')
    .join(' ');
  const opener = asked.charAt(0).toUpperCase() + asked.slice(1);
  return inSubject ? asSubject(asking, opener, word !== 'how much') : inverted(asking, opener, part);
};

const askPredicate = (asking: Asking): string => {
  const { fact, parts } = asking;
  if (!parts.clause.isCopular) give('no “is” joins the answer to the subject');
  const beyond = parts.predicate.filter(
    (word) => !isAnswer(fact, word) && word.upos !== 'PUNCT' && !isLabelled(word, 'det'),
  );
  if (beyond.length > 0) give('the answer is only a piece of what is said');
  const { fronts, middles, ends } = orderOf(asking, undefined, '');
  const finite = finiteText(parts);
  const others = parts.auxiliaries.slice(1).map(({ low }) => low);
  const isWho =
    fact.answerType === 'person' || (fact.kind === 'definition' && isOfPerson(asking.reading, fact.sentence));
  const word = isWho ? 'Who' : 'What';
  return finishOff(
    asking,
    [word, finite.text, say(asking, parts.subject), ...middles, ...others, ...ends],
    fronts,
  );
};

const askObject = (asking: Asking): string => {
  const { part, preposition } = wholePart(asking);
  const head = asking.fact.place?.head ?? part.head;
  const word = wordFor(asking, head);
  const isLast = asking.parts.parts.at(-1) === part;
  if (preposition === 'by' && !isLast && /^Who\b/u.test(word)) return inverted(asking, 'By whom', part);
  if (preposition === 'by' && word.startsWith('Which '))
    return inverted(asking, `By w${word.slice(1)}`, part);
  return inverted(asking, word, part, preposition);
};

const askAround = (asking: Asking, wordFor: (preposition: string) => string | null): string => {
  const { part, preposition } = wholePart(asking);
  const word = wordFor(preposition) ?? give(`“${preposition}” says more than a question word`);
  return inverted(asking, word, part);
};

const askAcronym = ({ answerType, answer, statement, answerSpan, span }: FoundFact): string => {
  if (answerType === 'acronym') return give('an acronym is asked by a gap');
  const after = statement.slice(answerSpan.end - span.start);
  const acronym = /^\s?\((?:the )?(?<letters>\p{Lu}[\p{Lu}\d&-]{1,9})\)/u.exec(after)?.groups?.letters;
  if (acronym === undefined || answer.includes(acronym)) return give('the acronym does not stand beside it');
  return `What does ${acronym} stand for?`;
};

const askLife = (reading: Reading, { sentence, answerType }: FoundFact, role: 'birth' | 'death'): string => {
  const { name } = lifeIn(reading, sentence) ?? give('whose life it is is not certain');
  const when = answerType === 'year' ? 'In which year' : 'When';
  return role === 'birth' ? `${when} was ${name} born?` : `${when} did ${name} die?`;
};

/** "Is established in 1992": a day that is past, told in the present. */
const isPresent = ({ clause: { finite, auxiliaries } }: ClauseParts): boolean =>
  auxiliaries.length === 0
    ? /^VB[ZP]$/u.test(finite.xpos)
    : /^(?:is|are|has|have)$/u.test(auxiliaries[0]?.low ?? '');

const askOfClause = (asking: Asking): string => {
  const { fact, parts } = asking;
  const role = fact.place?.role;
  if (role === 'subject' || role === 'speaker') return askSubject(asking);
  const isPiece = role === 'part' || (role === 'predicate' && !parts.clause.isCopular);
  if (role === 'object' || role === 'agent' || isPiece) return askObject(asking);
  if (role === 'predicate') return askPredicate(asking);
  if (role === 'amount') return askAmount(asking);
  if (role === 'when' && isPresent(parts)) give('told as if it were now');
  if (role === 'when') return askAround(asking, (preposition) => whenOf(asking.fact.answer, preposition));
  if (role === 'where' && parts.clause.isCopular) return give('“where” would ask for something else');
  if (role === 'where') return askAround(asking, whereOf);
  if (role === 'reason' || role === 'purpose') return inverted(asking, 'Why', partOf(asking));
  if (role === 'means') return inverted(asking, 'How', partOf(asking));
  return give('the answer is a piece of another phrase');
};

const keptWords = (fact: FoundFact, { subject, auxiliaries, predicate, parts }: ClauseParts): Word[] =>
  [...new Set([...subject, ...auxiliaries, ...predicate, ...parts.flatMap(({ words }) => words)])]
    .filter((word) => !isAnswer(fact, word))
    .sort((a, b) => a.index - b.index);

const ask = (reading: Reading, fact: FoundFact): Omit<Exclude<InWords, { refusal: string }>, 'answer'> => {
  if (fact.kind === 'acronym') return { prompt: askAcronym(fact), certainty: fact.confidence, kept: [] };
  const role = fact.place?.role;
  if (role === 'apposition') return { ...askApposition(reading, fact), certainty: fact.confidence };
  if (role === 'gloss') return { ...askGloss(reading, fact), certainty: fact.confidence };
  if (role === 'birth' || role === 'death')
    return { prompt: askLife(reading, fact, role), certainty: fact.confidence, kept: [] };
  const parts = takeApart(fact);
  if ('refusal' in parts) return give(parts.refusal);
  const certainty = Math.min(parts.certainty, fact.confidence);
  if (certainty < CERTAIN) give('the parse is not certain');
  const prompt = askOfClause({ reading, fact, parts });
  return { prompt, certainty, kept: keptWords(fact, parts) };
};
/** A question in words about `fact`, or why there is none, in plain words. Never throws. */
export const askInWords = (reading: Reading, fact: FoundFact): InWords => {
  try {
    return { ...ask(reading, fact), answer: fact.answer };
  } catch (error) {
    if (error instanceof Unaskable) return { refusal: error.message };
    throw error;
  }
};
