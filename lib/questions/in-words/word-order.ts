/** The order of a question: the finite verb before the subject, or the question word in the subject's place. */
import { isLabelled } from '@/lib/language/tree';
import { baseOf, thirdPersonOf } from '@/lib/language/verbs';
import { type Asking, give, isAnswer, say } from './asking';
import type { ClauseParts, Part } from './clause-parts';
import { finishOff } from './finish-off';
import { textOfWords } from './phrase';

/** A phrase of time or place in front of the clause of no more words goes to its end. */
const SHORT_FRONT = 6;

/** Phrases that only join on to the sentence before. */
const CONNECTIVE =
  /^(?:(?:in|by) (?:contrast|comparison|addition|turn|fact|particular|general|short)|for (?:example|instance)|as (?:a result|such|well)|in (?:one|a|this|that|some|many|most) (?:sense|way|respect|case)s?|of course|on the other hand|in other words)$/iu;

/** Present and past look alike. */
const SAME_IN_PAST =
  /^(?:hit|cut|set|put|read|let|cost|spread|shut|split|bet|quit|hurt|cast|burst|shed|beat|broadcast|forecast|upset)$/u;

export const finiteText = ({ clause, auxiliaries, tree }: ClauseParts): { text: string; isDo: boolean } => {
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
export const orderOf = (asking: Asking, left: Part | undefined, stranded: string): Order => {
  const order: Order = { fronts: [], middles: [], ends: [] };
  const moved: string[] = [];
  for (const part of asking.parts.parts) {
    if (part === left) {
      if (stranded !== '') order.ends.push(stranded);
      continue;
    }
    // "From 1920 to 1933" hangs on the verb by two words; the question word stands for both.
    if (left !== undefined && part.words.every((word) => isAnswer(asking.fact, word))) continue;
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

/** A subject with an insertion in commas gets its second comma back: "students, including Wesley, met". */
const closed = ({ tree, subject }: ClauseParts, text: string): string => {
  const next = tree.words[(subject.at(-1)?.index ?? -2) + 1];
  return text.includes(',') && next?.text === ',' ? `${text},` : text;
};

/** "When did Tesla move to Prague?": the question word, the finite verb, the subject, the rest. */
export const inverted = (
  asking: Asking,
  questionWord: string,
  left: Part | undefined,
  stranded = '',
): string => {
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
export const asSubject = (asking: Asking, questionWord: string, isCounted: boolean): string => {
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
