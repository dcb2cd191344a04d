/**
 * Questions in words from a clause of the tree: the answer is taken out, a question word goes in front, the finite verb
 * changes places with the subject or gets "do", and what hangs loosely is left away. In doubt there is no question.
 */
import type { FoundFact } from '@/lib/facts/candidate';
import type { Reading } from '@/lib/facts/reading';
import { attributionOf, speakerWords } from '@/lib/language/attribution';
import { childrenOf, isLabelled, sureness, type Word } from '@/lib/language/tree';
import { baseOf, thirdPersonOf } from '@/lib/language/verbs';
import { type ClauseParts, type Part, takeApart } from './clause-parts';
import { textOfWords } from './phrase';
import { amountWord, whenOf, whereOf, whoOrWhat } from './question-word';

/** A question in words, or why there is none. `certainty`, 0..1, is that of the parse it was turned round by. */
export type InWords =
  | { readonly prompt: string; readonly answer: string; readonly certainty: number }
  | { readonly refusal: string };

/** Below this the parse is wrong too often. */
const CERTAIN = 0.88;
const MOST_WORDS = 30;
/** A phrase of time or place in front of the clause of no more words goes to its end. */
const SHORT_FRONT = 6;

class Unaskable extends Error {}
const give = (reason: string): never => {
  throw new Unaskable(reason);
};

/** Phrases that only join on to the sentence before. */
const CONNECTIVE =
  /^(?:(?:in|by) (?:contrast|comparison|addition|turn|fact|particular|general|short)|for (?:example|instance)|as (?:a result|such|well)|of course|on the other hand|in other words)$/iu;

type Asking = { readonly reading: Reading; readonly fact: FoundFact; readonly parts: ClauseParts };

const say = ({ reading, fact }: Asking, words: readonly Word[], said = ''): string =>
  textOfWords(reading, fact, words, said) ?? give('it speaks of something that is not named');

const isAnswer = ({ answerSpan }: FoundFact, word: Word): boolean =>
  answerSpan.start <= word.start && word.end <= answerSpan.end;

/** What is left of a phrase beside the answer: its prepositions, and whether anything else is. */
const beside = ({ fact, parts }: Asking, part: Part): { preposition: string; isWhole: boolean } => {
  const cases = part.words.filter((word) => !isAnswer(fact, word) && isLabelled(word, 'case', 'fixed'));
  const rest = part.words.filter(
    (word) =>
      !isAnswer(fact, word) && !cases.includes(word) && word.upos !== 'PUNCT' && !isLabelled(word, 'det'),
  );
  const own = childrenOf(parts.tree, part.head, 'case');
  return {
    preposition: cases.map(({ low }) => low).join(' '),
    isWhole: rest.length === 0 && cases.length >= own.length,
  };
};

const partOf = ({ fact, parts }: Asking): Part | undefined =>
  parts.parts.find(({ words }) => words.some((word) => isAnswer(fact, word)));

/** The part that the answer fills by itself. */
const wholePart = (asking: Asking): { part: Part; preposition: string } => {
  const part = partOf(asking) ?? give('the answer is no part of the clause by itself');
  const { preposition, isWhole } = beside(asking, part);
  if (!isWhole) give('the answer is only a piece of its phrase');
  if (sureness(part.head) < CERTAIN) give('what the answer belongs to is not certain');
  return { part, preposition };
};

/** Present and past look alike. */
const SAME_IN_PAST =
  /^(?:hit|cut|set|put|read|let|cost|spread|shut|split|bet|quit|hurt|cast|burst|shed|beat|broadcast|forecast|upset)$/u;

const finiteText = ({ clause, auxiliaries, tree }: ClauseParts): { text: string; isDo: boolean } => {
  const first = auxiliaries[0];
  if (first !== undefined) {
    if (/['’]/u.test(first.text) || first.low === 'ca' || first.low === 'wo')
      give('a short form of the verb');
    return { text: first.low, isDo: false };
  }
  const { xpos, low } = clause.predicate;
  if (xpos === 'VBP' && SAME_IN_PAST.test(low)) give('the tense of the verb is not certain');
  if (tree.words[clause.predicate.index]?.upos === 'AUX') return { text: low, isDo: false };
  if (xpos === 'VBZ') return { text: 'does', isDo: true };
  if (xpos === 'VBP') return { text: 'do', isDo: true };
  if (xpos === 'VBD') return { text: 'did', isDo: true };
  return give('the tense of the verb is not certain');
};

const partText = (asking: Asking, { words, head }: Part): string =>
  head.low === "n't"
    ? 'not'
    : say(asking, words, textOfWords(asking.reading, asking.fact, asking.parts.subject) ?? '');

type Order = { readonly fronts: string[]; readonly middles: string[]; readonly ends: string[] };

/** The parts of the clause but for `left`, as text. Short phrases from the front go to the end. */
const orderOf = (asking: Asking, left: Part | undefined, stranded: string): Order => {
  const order: Order = { fronts: [], middles: [], ends: [] };
  const moved: string[] = [];
  for (const part of asking.parts.parts) {
    if (part === left) {
      if (stranded !== '') order.ends.push(stranded);
      continue;
    }
    const text = partText(asking, part);
    if (text === '' || CONNECTIVE.test(text)) continue;
    if (part.place === 'middle') order.middles.push(text);
    else if (part.place === 'end') order.ends.push(text);
    else if (isLabelled(part.head, 'advcl') || text.split(/\s/u).length > SHORT_FRONT)
      order.fronts.push(text);
    else moved.push(text);
  }
  order.ends.push(...moved);
  return order;
};

/** So many weighty words must be left beside the question word, or too many things fit. */
const FEWEST_WEIGHTY = 4;
const FEWEST_UNNAMED = 5;

const isThin = ({ fact, parts }: Asking, question: string): boolean => {
  const role = fact.place?.role;
  if (role === 'when' || role === 'amount' || role === 'reason' || role === 'purpose' || role === 'predicate')
    return false;
  const shown = new Set((question.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase()));
  const weighty = parts.tree.words.filter(
    (word) =>
      /^(?:NOUN|PROPN|VERB|ADJ|NUM)$/u.test(word.upos) && shown.has(word.low) && !isAnswer(fact, word),
  );
  const isNamed = weighty.some(({ upos }) => upos === 'PROPN');
  const count = weighty.length + (parts.auxiliaries.length === 0 ? 1 : 0);
  return count < (isNamed ? FEWEST_WEIGHTY : FEWEST_UNNAMED);
};

/** Whether a name that the sentence has once stands twice in the question. */
const saysTwice = (statement: string, question: string): boolean => {
  const times = (text: string, name: string): number => text.split(name).length - 1;
  const names = question.slice(1).match(/\p{Lu}[\p{L}\p{M}]{2,}/gu) ?? [];
  return names.some((name) => times(question, name) > Math.max(1, times(statement, name)));
};

const finishOff = (asking: Asking, words: readonly string[], fronts: readonly string[]): string => {
  const { fact, reading } = asking;
  const { sentence } = fact;
  const attribution = attributionOf(sentence.attributions, asking.parts.clause.predicate);
  let prefix = fronts.map((front) => `${front}, `).join('');
  const isOnWord = attribution?.content.includes(asking.parts.clause.predicate) === true;
  if (attribution !== null && isOnWord && fact.place?.role !== 'speaker') {
    const speaker =
      attribution.speaker === null || sentence.tree === null
        ? give('it stands on the word of someone who is not named')
        : say(
            asking,
            speakerWords(sentence.tree, attribution).filter((word) => !isLabelled(word, 'case')),
          );
    prefix = `According to ${speaker}, ${prefix}`;
  } else if (asking.parts.clause.kind === 'reported') give('it stands on someone’s word');
  const [first = '', ...others] = words.filter((word) => word !== '');
  const opener = prefix === '' ? first : first.charAt(0).toLowerCase() + first.slice(1);
  const text = `${prefix}${[opener, ...others].join(' ')}`
    .replace(/\s+([,.;:!?%)])/gu, '$1')
    .replace(/\s{2,}/gu, ' ')
    .replace(/[\s,;:–—-]+$/gu, '')
    .replace(/[.,](?=["”’]$)/u, '');
  if (text.split(/\s+/u).length > MOST_WORDS) give('the question would be too long');
  if (/\band \d/u.test(text)) give('another amount is joined to it');
  if (/^Who\b.*\b(?:his|her|their)\b/u.test(text)) give('“his” or “her” would mean who is asked for');
  if (saysTwice(fact.statement, text)) give('a name would be said twice');
  if (
    /\b(?:can|could|may|might)\b/u.test(text) &&
    fact.place?.role !== 'when' &&
    fact.place?.role !== 'where'
  )
    give('what may be so has many answers');
  if (isThin(asking, text)) give('too little is left of the sentence: many answers would fit');
  const quotes = (text.match(/["“”]/gu) ?? []).length;
  if (quotes % 2 === 1 || (text.match(/\(/gu)?.length ?? 0) !== (text.match(/\)/gu)?.length ?? 0))
    give('a quotation mark or bracket without its partner');
  if (reading.article.title === text) give('the title asks it');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}?`;
};

/** A subject with an insertion in commas gets its second comma back: "students, including Wesley, met". */
const closed = ({ tree, subject }: ClauseParts, text: string): string => {
  const next = tree.words[(subject.at(-1)?.index ?? -2) + 1];
  return text.includes(',') && next?.text === ',' ? `${text},` : text;
};

/** "When did Tesla move to Prague?": the question word, the finite verb, the subject, the rest. */
const inverted = (asking: Asking, questionWord: string, left: Part | undefined, stranded = ''): string => {
  const { parts } = asking;
  const { clause, auxiliaries, subject, predicate } = parts;
  const finite = finiteText(parts);
  const { fronts, middles, ends } = orderOf(asking, left, stranded);
  const subjectText = closed(parts, say(asking, subject));
  const isVerbal = predicate.length === 1;
  const isBareCopula = auxiliaries.length === 0 && !finite.isDo;
  const verb = finite.isDo
    ? baseOf(clause.predicate.text, clause.predicate.xpos)
    : isBareCopula
      ? ''
      : isVerbal
        ? clause.predicate.low
        : say(asking, predicate);
  const others = auxiliaries.slice(1).map(({ low }) => low);
  return finishOff(
    asking,
    [questionWord, finite.text, subjectText, ...middles, ...others, verb, ...ends],
    fronts,
  );
};

/** "What forms the border?": the question word is the subject, so the order stays and the verb is singular. */
const asSubject = (asking: Asking, questionWord: string, isCounted: boolean): string => {
  const { parts } = asking;
  const { clause, auxiliaries, predicate } = parts;
  const { fronts, middles, ends } = orderOf(asking, undefined, '');
  const isNounal = predicate.length > 1 || clause.isCopular;
  const keepsNumber = isCounted || isNounal;
  const [first, ...others] = auxiliaries.map(({ low }) => low);
  const finite = (form: string, tag: string): string =>
    keepsNumber || !(tag === 'VBP' || form === 'were' || form === 'are' || form === 'have')
      ? form
      : thirdPersonOf(form);
  if (first !== undefined && /['’]|^ca$|^wo$/u.test(first)) give('a short form of the verb');
  const aux = first === undefined ? [] : [finite(first, auxiliaries[0]?.xpos ?? ''), ...others];
  if (auxiliaries.length === 0 && !/^VB[DZP]$/u.test(clause.predicate.xpos))
    give('the tense of the verb is not certain');
  const verb =
    predicate.length > 1 || clause.isCopular
      ? say(asking, predicate)
      : auxiliaries.length === 0
        ? finite(clause.predicate.low, clause.predicate.xpos)
        : clause.predicate.low;
  const [helper, ...rest] = aux;
  return finishOff(
    asking,
    [questionWord, ...(helper === undefined ? [] : [helper]), ...middles, ...rest, verb, ...ends],
    fronts,
  );
};

const wordFor = ({ fact }: Asking, head: Word): string =>
  whoOrWhat(fact, head) ?? give('whether it is a person or a thing is not certain');

const askSubject = (asking: Asking): string => {
  const { fact, parts } = asking;
  const beyond = parts.subject.filter(
    (word) => !isAnswer(fact, word) && word.upos !== 'PUNCT' && !isLabelled(word, 'det'),
  );
  if (beyond.length > 0) give('the answer is only a piece of the subject');
  const head = fact.place?.head ?? parts.clause.predicate;
  if (isLabelled(head, 'conj') || childrenOf(parts.tree, head, 'conj').length > 0)
    if (!parts.clause.isCopular) give('several things do it together');
  return asSubject(asking, wordFor(asking, head), false);
};

const askAmount = (asking: Asking): string => {
  const { fact, parts } = asking;
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
  const word = fact.answerType === 'person' ? 'Who' : 'What';
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

const ask = (reading: Reading, fact: FoundFact): { prompt: string; certainty: number } => {
  if (fact.kind === 'acronym') return { prompt: askAcronym(fact), certainty: fact.confidence };
  const parts = takeApart(fact);
  if ('refusal' in parts) return give(parts.refusal);
  const certainty = Math.min(parts.certainty, fact.confidence);
  if (certainty < CERTAIN) give('the parse is not certain');
  const asking = { reading, fact, parts };
  const role = fact.place?.role;
  if (role === 'subject' || role === 'speaker') return { prompt: askSubject(asking), certainty };
  const isPiece = role === 'part' || (role === 'predicate' && !parts.clause.isCopular);
  if (role === 'object' || role === 'agent' || isPiece) return { prompt: askObject(asking), certainty };
  if (role === 'predicate') return { prompt: askPredicate(asking), certainty };
  if (role === 'amount') return { prompt: askAmount(asking), certainty };
  if (role === 'when')
    return { prompt: askAround(asking, (preposition) => whenOf(fact.answer, preposition)), certainty };
  if (role === 'where' && parts.clause.isCopular) return give('“where” would ask for something else');
  if (role === 'where') return { prompt: askAround(asking, whereOf), certainty };
  if (role === 'reason' || role === 'purpose')
    return { prompt: inverted(asking, 'Why', partOf(asking)), certainty };
  if (role === 'means') return { prompt: inverted(asking, 'How', partOf(asking)), certainty };
  return give('the answer is a piece of another phrase');
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
